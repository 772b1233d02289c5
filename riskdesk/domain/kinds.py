"""Every kind of record, by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module

from riskdesk.domain.record import Record
from riskdesk.domain.words import N_

_PLACES = {
    "policy": "policy:Policy", "site": "directory:Site", "department": "directory:Department",
    "person": "directory:Person", "body": "directory:Body", "risk": "risk:Risk", "case": "case:Case",
    "playbook": "playbook:Playbook", "drill": "drill:Drill", "incident": "incident:Incident",
    "log_entry": "incident:LogEntry", "action": "action:Action", "contract": "contract:Contract",
    "regulation": "regulation:Regulation", "complaint": "complaint:Complaint", "review": "review:Review",
}  # fmt: skip
"""Kind to module and class."""


class Kinds(Mapping[str, type[Record]]):
    """Kind to class. A class is read when it is first asked for: all of them make up a tenth of the start."""

    def __init__(self) -> None:
        self._read: dict[str, type[Record]] = {}

    def __getitem__(self, kind: str) -> type[Record]:
        found = self._read.get(kind)
        if found is None:
            module, name = _PLACES[kind].split(":")
            found = self._read[kind] = getattr(import_module(f"riskdesk.domain.{module}"), name)
        return found

    def __contains__(self, kind: object) -> bool:
        return kind in _PLACES

    def __iter__(self) -> Iterator[str]:
        return iter(_PLACES)

    def __len__(self) -> int:
        return len(_PLACES)


KINDS = Kinds()

KIND_NAMES: dict[str, str] = {
    "policy": N_("Policy"), "site": N_("Site"), "department": N_("Department"), "person": N_("Person"),
    "body": N_("Outside body"), "risk": N_("Risk"), "case": N_("Case"), "playbook": N_("Playbook"),
    "drill": N_("Drill"), "incident": N_("Incident"), "log_entry": N_("Log entry"), "action": N_("Action"),
    "contract": N_("Contract"), "regulation": N_("Regulation"), "complaint": N_("Complaint"),
    "review": N_("Review meeting"),
}  # fmt: skip
"""What people call each kind; source texts for `tr`."""
