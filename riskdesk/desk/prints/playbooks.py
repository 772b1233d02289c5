"""What the forms of playbooks are given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from riskdesk.desk.phones import TELEPHONE
from riskdesk.domain.playbook import Playbook, Step, StepMode
from riskdesk.formats import duration
from riskdesk.i18n import language, tr

if TYPE_CHECKING:
    from riskdesk.desk.desk import Desk


def limit_text(step: Step) -> str:
    """`15 分`, `同步`: the limit of a step as people read it."""
    if step.limit_s is not None:
        return duration(step.limit_s)
    return tr("at once") if step.mode is StepMode.PARALLEL and step.repeat_s is None else ""


def repeat_text(step: Step) -> str:
    """`每 5 分`, empty for what is done once."""
    return tr("every {time}", time=duration(step.repeat_s)) if step.repeat_s else ""


def step_rows(steps: tuple[Step, ...]) -> list[dict[str, Any]]:
    """The steps of a playbook as a form prints them."""
    return [
        {
            "n": n, "action": step.action, "role": step.role, "helpers": list(step.helpers),
            "limit_text": limit_text(step), "limit_s": step.limit_s, "repeat_text": repeat_text(step),
            "say": step.say, "never_say": step.never_say,
            "materials_text": "；".join(" ".join(filter(None, (m.what, m.where))) for m in step.materials),
            "mode": step.mode.value, "condition": step.condition, "evidence": step.evidence,
        }
        for n, step in enumerate(steps, 1)
    ]  # fmt: skip


def action_card(desk: Desk, playbook: Playbook, site_id: str = "") -> dict[str, Any]:
    """A playbook for the wall, with today's people and phones at a site ('' for the office)."""
    policy = desk.policy
    return {
        "playbook": {
            "number": playbook.number, "title": playbook.title, "version": playbook.version,
            "state_name": tr(playbook.state.label),
            "tier_name": policy.named("tiers", playbook.tier or "", language()),
            "class_name": policy.named("scenario_classes", playbook.scenario_class, language()),
            "triggers": playbook.triggers, "coordination": playbook.coordination,
            "approved_by": desk.name(playbook.approved_by_id), "approved_on": playbook.approved_on,
            "review_due": playbook.review_due, "summary": "",
        },
        "steps": step_rows(playbook.steps),
        "phones": phones(desk, playbook, site_id),
        "notifications": [
            {"body": n.body, "means": n.by, "limit_text": duration(n.within_s)} for n in playbook.notifications
        ],
        "tier_note": tier_note(desk, playbook),
        "site": desk.name(site_id),
    }  # fmt: skip


def phones(desk: Desk, playbook: Playbook, site_id: str) -> list[dict[str, str]]:
    """Who fills the roles, then whom a step calls or who must be told; each once, also without a number."""
    directory = desk.directory
    people = directory.assignments(playbook.roles, site_id)
    rows = [{"role": a.role, "name": "" if a.name == a.role else a.name, "phone": a.phone} for a in people]
    called = [(step.contact.who, step.contact.by) for step in playbook.steps if step.contact]
    called += [(told.body, told.by) for told in playbook.notifications]
    bodies = {body.name: body for body in directory.called((who for who, _ in called), site_id)}
    for who, by in called:
        known = {words for row in rows for words in (row["role"], row["name"], row["phone"]) if words}
        body = bodies.get(who)
        if body is not None and not {body.name, body.phone} & known:
            rows.append({"role": body.name, "name": body.contact, "phone": body.phone})
        elif body is None and by in ("", *TELEPHONE) and who not in known:
            (filled,) = directory.assignments((who,), site_id)
            rows.append({"role": who, "name": filled.name if filled.name != who else "", "phone": filled.phone})
    return rows


def tier_note(desk: Desk, playbook: Playbook) -> str:
    """Where the playbook allows more time than its tier; empty once somebody has confirmed it."""
    if playbook.difference_confirmed:
        return ""
    return "；".join(
        tr(
            "“{step}” allows {own}, the tier {tier}",
            step=d.action, own=duration(d.playbook_s), tier=duration(d.tier_s),
        )
        for d in desk.playbooks.differences(playbook)
    )  # fmt: skip
