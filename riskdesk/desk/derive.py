"""Columns that the store keeps beside a risk, so that lists show, sort and filter by them without looking further."""

from __future__ import annotations

from riskdesk.domain.action import Action
from riskdesk.domain.risk import Risk, flags
from riskdesk.store import Write
from riskdesk.store.changes import Patch

_RISK_FIELDS = frozenset({"current", "status", "owner_id", "playbook_ids", "next_review", "acceptance"})
_ACTION_FIELDS = frozenset({"state", "risk_ids", "deleted"})


def after_save(write: Write, kind: str, id: str, patch: Patch) -> None:
    """Bring derived columns up to date after a record was saved."""
    if kind == "risk" and not _RISK_FIELDS.isdisjoint(patch):
        _risk(write, id)
    elif kind == "action" and not _ACTION_FIELDS.isdisjoint(patch):
        before = patch["risk_ids"][0] or [] if "risk_ids" in patch else []
        for risk_id in sorted({*write.targets(id, "risk_ids"), *before}):
            _risk(write, risk_id)


def _risk(write: Write, id: str) -> None:
    risk = write.get(Risk, id)
    measures = [measure for measure in write.referring(Action, "risk_ids", id) if measure.in_hand]
    write.set_derived(
        "risk", id,
        flags=" ".join(flags(risk, measures)),
        measures_done=sum(measure.is_done for measure in measures),
        measures_total=len(measures),
    )  # fmt: skip
