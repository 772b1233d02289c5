"""What can be done with risks."""

from __future__ import annotations

import datetime as dt
from typing import Any

from riskdesk.desk.verb import Noun, verb
from riskdesk.domain.action import Action
from riskdesk.domain.level import Assessment, Lec, Level, Matrix
from riskdesk.domain.record import Ids
from riskdesk.domain.risk import Risk, RiskStatus, judged, next_review_after, rescored
from riskdesk.domain.words import N_
from riskdesk.store import ALL, Query, Write
from riskdesk.store.query import Condition


class Risks(Noun):
    """The risk register."""

    @verb(N_("New risk"), key="Ctrl+N", palette=True)
    def add(self, write: Write, risk: Risk) -> Risk:
        """Enter a new risk; without a review date it is to be looked at after its interval."""
        if risk.next_review is None and risk.status is not RiskStatus.CLOSED:
            risk = risk.changed(next_review=next_review_after(self.desk.today, risk.review_days))
        return write.create(risk)

    @verb(N_("Save risk"), needs="risk")
    def save(self, write: Write, risk: Risk, base: Risk) -> Risk:
        """Save an edited risk; `base` is the risk as the editor opened it. Raises `Conflict`."""
        return write.save(risk, base)

    @verb(N_("Rescore risk"), needs="risk", palette=True)
    def rescore(
        self, write: Write, risk_id: str, which: str, score: Matrix | Lec, counted: Ids = (), reason: str = "",
    ) -> Risk:  # fmt: skip
        """Judge a risk anew: `which` is 'inherent', 'current' or 'target'. Raises `Invalid`."""
        risk = self.get(risk_id)
        return write.save(rescored(risk, which, score, self.desk.policy, self.desk.today, counted, reason), risk)

    @verb(N_("Set level by hand"), needs="risk", palette=True)
    def set_level(self, write: Write, risk_id: str, which: str, level: Level, reason: str) -> Risk:
        """Set a level against its score, with a reason; it stays marked. Raises `Invalid`."""
        risk = self.get(risk_id)
        before: Assessment = getattr(risk, which)
        by_hand = before.changed(level=level, by_hand=True, reason=reason, on=self.desk.today)
        return write.save(judged(risk, which, by_hand), risk)

    @verb(N_("Review risk"), needs="risk", palette=True)
    def review(self, write: Write, risk_id: str, next_review: dt.date | None = None) -> Risk:
        """Note that a risk was looked at today and when it is looked at next."""
        risk = self.get(risk_id)
        day = next_review or next_review_after(self.desk.today, risk.review_days)
        return write.save(risk.changed(next_review=day), risk)

    @verb(N_("Edit several risks"), long=True)
    def save_many(self, write: Write, risk_ids: list[str], fields: dict[str, Any]) -> list[Risk]:
        """Give several risks the same values for some fields, in one undoable step. Raises `Invalid`."""
        saved = []
        for risk_id in risk_ids:
            risk = self.get(risk_id)
            saved.append(write.save(risk.changed(**fields), risk))
        return saved

    @verb(N_("Delete risk"), needs="risk", palette=True)
    def delete(self, write: Write, risk_id: str) -> None:
        """Move a risk to the trash."""
        write.delete("risk", risk_id)

    def get(self, risk_id: str) -> Risk:
        """The risk of that id. Raises `NotFound`."""
        return self.store.get(Risk, risk_id)

    def measures(self, risk_id: str) -> list[Action]:
        """The measures of a risk, by strand and due date."""
        found = self.store.records(Action, Query(where=(Condition("risk_ids", "has", risk_id),)))
        order = {"prevention": 0, "control": 1, "transfer": 2, None: 3}
        return sorted(found, key=lambda a: (order[a.strand], a.due or dt.date.max, a.number))

    def level_counts(self, query: Query = ALL) -> dict[str | None, int]:
        """How many risks stand at each current level ('red', 'yellow', 'blue' or None)."""
        return self.store.count_by("risk", "level", query)
