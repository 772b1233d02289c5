"""What the forms of drills are given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from riskdesk.desk.prints.playbooks import limit_text, repeat_text
from riskdesk.domain.drill import CRITERIA, Drill, DrillKind
from riskdesk.domain.playbook import Step
from riskdesk.formats import duration
from riskdesk.i18n import language, tr

if TYPE_CHECKING:
    from riskdesk.desk.desk import Desk


def drill_checklist(desk: Desk, drill: Drill, role: str = "") -> dict[str, Any]:
    """A drill for the one who leads or observes it: steps and injects in the order of their times.

    With a `role` it is for a participant: that role's steps only, and no injects (spec.md section 5).
    """
    policy = desk.policy
    starts = " ".join(filter(None, (drill.planned_on.isoformat() if drill.planned_on else "", drill.planned_at)))
    return {
        "drill": {
            "number": drill.number, "title": drill.title, "kind_name": tr(DrillKind(drill.drill_kind).label),
            "planned_on": drill.planned_on, "starts_at": starts,
            "place": " ".join(filter(None, (desk.name(drill.site_id), drill.place))),
            "tier_name": policy.named("tiers", drill.plan.tier or "", language()),
            "lead_name": desk.name(drill.lead_id), "playbook_title": drill.plan.title,
            "playbook_version": drill.plan.version if drill.plan.title else None, "role_name": role,
            "briefing": drill.briefing, "stop_word": drill.stop_word, "pass_mark": policy.drill_pass,
            "participants": bool(role),
        },
        "rows": _rows(drill, role),
        "moments": [tr("Start"), tr("Playbook activated"), tr("On site"), tr("Rescued or under control"), tr("End")],
        "criteria": [] if role else [{"name": tr(name), "weight": full} for _, name, full in CRITERIA],
        "site": desk.name(drill.site_id),
    }  # fmt: skip


def _rows(drill: Drill, role: str) -> list[dict[str, Any]]:
    steps = [step for step in drill.plan.steps if not role or role in (step.role, *step.helpers)]
    rows = [_step(step) for step in steps]
    if not role:
        for number, inject in enumerate(sorted(drill.injects, key=lambda i: i.at_s), 1):
            row = {
                "what": tr("Inject {n}: {what}", n=number, what=inject.what),
                "role": inject.giver or tr("Observer"),
                "limit_text": tr("at +{time}", time=duration(inject.at_s)),
                "note": "", "inject": True, "at": inject.at_s,
            }  # fmt: skip
            rows.insert(_place(rows, inject.at_s), row)
    return [{"n": n, **{name: value for name, value in row.items() if name != "at"}} for n, row in enumerate(rows, 1)]


def _step(step: Step) -> dict[str, Any]:
    return {
        "what": f"{step.condition}：{step.action}" if step.condition else step.action,
        "role": "、".join(filter(None, (step.role, *step.helpers))),
        "limit_text": limit_text(step) or repeat_text(step), "note": _marks(step), "inject": False, "at": step.limit_s,
    }  # fmt: skip


def _marks(step: Step) -> str:
    """Circled figures to cross off for a step that is repeated."""
    return "①②③" if step.repeat_s else ""


def _place(rows: list[dict[str, Any]], at_s: int) -> int:
    """Before the first step that is due later."""
    return next((i for i, row in enumerate(rows) if row["at"] is not None and row["at"] > at_s), len(rows))
