"""Every kind of record, by name."""

from __future__ import annotations

from riskdesk.domain.action import Action
from riskdesk.domain.case import Case
from riskdesk.domain.complaint import Complaint
from riskdesk.domain.contract import Contract
from riskdesk.domain.directory import Body, Department, Person, Site
from riskdesk.domain.drill import Drill
from riskdesk.domain.incident import Incident, LogEntry
from riskdesk.domain.playbook import Playbook
from riskdesk.domain.policy import Policy
from riskdesk.domain.record import Record
from riskdesk.domain.regulation import Regulation
from riskdesk.domain.review import Review
from riskdesk.domain.risk import Risk
from riskdesk.domain.words import N_

KINDS: dict[str, type[Record]] = {
    cls.KIND: cls
    for cls in (
        Policy,
        Site,
        Department,
        Person,
        Body,
        Risk,
        Case,
        Playbook,
        Drill,
        Incident,
        LogEntry,
        Action,
        Contract,
        Regulation,
        Complaint,
        Review,
    )
}

KIND_NAMES: dict[str, str] = {
    "policy": N_("Policy"), "site": N_("Site"), "department": N_("Department"), "person": N_("Person"),
    "body": N_("Outside body"), "risk": N_("Risk"), "case": N_("Case"), "playbook": N_("Playbook"),
    "drill": N_("Drill"), "incident": N_("Incident"), "log_entry": N_("Log entry"), "action": N_("Action"),
    "contract": N_("Contract"), "regulation": N_("Regulation"), "complaint": N_("Complaint"),
    "review": N_("Review meeting"),
}  # fmt: skip
"""What people call each kind; source texts for `tr`."""
