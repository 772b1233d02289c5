"""Contracts that transfer risk: insurance, counsel, outsourcing, with their expiry (source.md 7.2)."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, ClassVar, Self

from pydantic import Field

from riskdesk.domain.calendar import end_of_month
from riskdesk.domain.record import Attachment, Broken, Cents, Ids, Line, Record, Ref, Text, Title, rule
from riskdesk.domain.words import N_, Choice, labelled


@labelled(insurance=N_("Insurance"), counsel=N_("Legal counsel"), outsourcing=N_("Outsourcing"))
class ContractKind(Choice):
    """What kind of contract transfers the risk."""

    INSURANCE = "insurance"
    COUNSEL = "counsel"
    OUTSOURCING = "outsourcing"


@labelled(open=N_("To be renewed"), renewed=N_("Renewed"), dropped=N_("Not to be renewed"))
class Renewal(Choice):
    """What follows when a contract ends. Only what is still to be renewed reminds."""

    OPEN = "open"
    RENEWED = "renewed"
    DROPPED = "dropped"


@labelled(to_come=N_("Not in force yet"), valid=N_("In force"), soon=N_("Ends soon"), expired=N_("Expired"),
          over=N_("Past"))  # fmt: skip
class Standing(Choice):
    """How a contract stands on a day. `EXPIRED` needs someone, `OVER` is history."""

    TO_COME = "to_come"
    VALID = "valid"
    SOON = "soon"
    EXPIRED = "expired"
    OVER = "over"


class Contract(Record):
    """An insurance policy or a contract that several risks may lean on. Its next term is a contract of its own."""

    KIND: ClassVar[str] = "contract"
    LETTER: ClassVar[str] = "T"
    SEARCHED: ClassVar[tuple[str, ...]] = ("title", "document", "covers", "notes")
    LEFT_BEHIND: ClassVar[tuple[str, ...] | None] = ("document", "renewal", "renews_id", "attachments")

    title: Title
    contract_kind: ContractKind = ContractKind.INSURANCE
    document: Line = ""
    """Number of the policy or contract."""
    body_id: Annotated[str, Ref("body")] = ""
    covers: Text = ""
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    """The last day on which it is in force."""
    remind_days: Annotated[int, Field(ge=0, le=365)] = 30
    renewal: Renewal = Renewal.OPEN
    renews_id: Annotated[str, Ref("contract")] = ""
    """The contract whose next term this is."""
    amount_cents: Cents | None = None
    risk_ids: Annotated[Ids, Ref("risk")] = ()
    owner_id: Annotated[str, Ref("person")] = ""
    notes: Text = ""
    attachments: tuple[Attachment, ...] = ()

    @rule
    def _days_in_order(self) -> Self:
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise Broken("ends_on", N_("The end lies before the start."))
        return self

    def valid_on(self, day: dt.date) -> bool:
        """Whether it is in force on `day`; without a date it does not begin or end."""
        return (self.starts_on is None or self.starts_on <= day) and (self.ends_on is None or day <= self.ends_on)

    def reminds_on(self, day: dt.date) -> bool:
        """Whether it is to be renewed and runs out within its days of reminder, or has run out."""
        if self.ends_on is None or self.renewal is not Renewal.OPEN:
            return False
        return day >= self.ends_on - dt.timedelta(days=self.remind_days)

    def standing_on(self, day: dt.date) -> Standing:
        """How it stands on `day`."""
        if self.ends_on is not None and self.ends_on < day:
            return Standing.EXPIRED if self.renewal is Renewal.OPEN else Standing.OVER
        if self.starts_on is not None and day < self.starts_on:
            return Standing.TO_COME
        return Standing.SOON if self.reminds_on(day) else Standing.VALID

    def next_term(self) -> dict[str, object]:
        """Fields that the contract of the next term begins with: the same cover, as long again, a number of its own."""
        kept = ("title", "contract_kind", "body_id", "covers", "remind_days", "amount_cents", "risk_ids", "owner_id")
        fields: dict[str, object] = {name: getattr(self, name) for name in kept}
        if self.ends_on is not None:
            starts_on = self.ends_on + dt.timedelta(days=1)
            fields |= {"starts_on": starts_on}
            if self.starts_on is not None:
                fields |= {"ends_on": _as_long(self.starts_on, self.ends_on)}
        return {**fields, "renews_id": self.id}


def _as_long(starts_on: dt.date, ends_on: dt.date) -> dt.date:
    """The last day of a term after `ends_on` that is as long: in whole months where the term is so, else in days."""
    after = ends_on + dt.timedelta(days=1)
    months = (after.year - starts_on.year) * 12 + after.month - starts_on.month
    for whole in (months - 1, months):
        # A term from 29 February to 28 February is a year: a month without its day ends on its last one.
        if whole > 0 and _months_on(starts_on, whole) == ends_on:
            return _months_on(starts_on, 2 * whole)
    return ends_on + (after - starts_on)


def _months_on(starts_on: dt.date, months: int) -> dt.date:
    """The last day of a term of whole months; where the month that ends it lacks the day, that month's last one."""
    index = starts_on.year * 12 + starts_on.month - 1 + months
    first = dt.date(index // 12, index % 12 + 1, 1)
    return min(first + dt.timedelta(days=starts_on.day - 2), end_of_month(first))
