"""The editor of a contract."""

from __future__ import annotations

from typing import Any

from riskdesk.domain.contract import Contract, ContractKind, Renewal
from riskdesk.domain.words import N_
from riskdesk.gui.attachments import attachments
from riskdesk.gui.bindings import choice, day, line, money, number, text
from riskdesk.gui.editor import RecordEditor
from riskdesk.gui.entries import Entry, Group
from riskdesk.gui.references import ref, refs
from riskdesk.gui.session import Session

GROUPS = (
    Group(N_("What it covers"), (
        Entry("title", N_("Contract"), line(N_("Such as: property liability insurance")), required=True),
        Entry("contract_kind", N_("Kind"), choice(ContractKind), half=True),
        Entry("body_id", N_("With"), ref("body"), half=True),
        Entry("covers", N_("What it covers"), text(3), N_("Also what it does not, and by when a case is reported.")),
        Entry("risk_ids", N_("Risks"), refs("risk"), N_("The risks that lean on it; each of them shows it.")),
    )),
    Group(N_("Term"), (
        Entry("starts_on", N_("First day"), day(), half=True),
        Entry("ends_on", N_("Last day"), day(), half=True),
        Entry("remind_days", N_("Remind so many days before"), number(0, 365), half=True),
        Entry("renewal", N_("When it ends"), choice(Renewal), half=True),
    )),
    Group(N_("Papers"), (
        Entry("document", N_("Its own number"), line(N_("Number of the policy or contract")), half=True),
        Entry("amount_cents", N_("Amount"), money(), half=True),
        Entry("owner_id", N_("Owner"), ref("person"), half=True),
        Entry("renews_id", N_("Next term of"), ref("contract"), half=True),
        Entry("notes", N_("Notes"), text()),
        Entry("attachments", N_("Attachments"), attachments()),
    )),
)  # fmt: skip


class ContractEditor(RecordEditor):
    """F2 on an open contract, Ctrl+N for a new one."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, Contract, GROUPS, session.desk.contracts.add, session.desk.contracts.save)

    def defaults(self) -> dict[str, Any]:
        return {"owner_id": self.desk.person}
