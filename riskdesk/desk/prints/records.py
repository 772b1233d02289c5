"""What the forms of risks and cases are given."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from riskdesk.domain.case import Case, CaseOrigin, CaseState, Outcome
from riskdesk.domain.incident import Incident
from riskdesk.domain.level import Assessment
from riskdesk.domain.risk import Risk, RiskStatus
from riskdesk.formats import yuan
from riskdesk.i18n import language, tr
from riskdesk.store import Query
from riskdesk.store.query import Condition

if TYPE_CHECKING:
    from riskdesk.desk.desk import Desk


def risk_card(desk: Desk, risk: Risk) -> dict[str, Any]:
    """One risk on a page, with its measures and the incidents in which it really happened."""
    measures = desk.risks.measures(risk.id)
    return {
        "risk": {
            "number": risk.number, "title": risk.title, "level": risk.level,
            "flags": [tr(flag.label) for flag in desk.risks.flags(risk.id)],
            "family_name": desk.policy.named("families", risk.family, language()),
            "department_name": desk.name(risk.department_id), "owner_name": desk.name(risk.owner_id),
            "measures_done": sum(m.is_done for m in measures), "measures_total": sum(m.counts for m in measures),
            "next_review": risk.next_review, "status_name": tr(RiskStatus(risk.status).label),
            "site_name": desk.name(risk.site_id), "place_name": risk.place,
            "source_name": tr(risk.source.label), "season_text": season_text(risk.season),
            "description": risk.description, "cause": risk.cause, "consequence": risk.consequence,
            "controls_text": risk.controls,
            **{f"{which}_level": getattr(risk, which).level for which in ("inherent", "current", "target")},
            **{f"{which}_text": basis(getattr(risk, which)) for which in ("inherent", "current", "target")},
            "scored_on": risk.current.on, "score_reason": _reasons(risk),
            "review_text": tr("every {n} days", n=risk.review_days), "accepted_text": _accepted(desk, risk),
            "playbook_titles": [desk.name(id) for id in risk.playbook_ids], "history_text": _history(desk, risk.id),
        },
        "measures": [
            {"number": m.number, "what": m.title, "strand_name": tr(m.strand.label) if m.strand else "",
             "owner_name": desk.name(m.owner_id), "due": m.due, "state_name": tr(m.state.label),
             "late": m.overdue_on(desk.today)}
            for m in measures
        ],
        "events": [
            {"number": i.number, "title": i.title, "on": i.started_at.astimezone().date(),
             "tier_name": desk.policy.named("tiers", i.tier or "", language())}
            for i in _incidents(desk, risk.id)
        ],
        "site": desk.name(risk.site_id),
    }  # fmt: skip


def season_text(months: tuple[int, ...]) -> str:
    """`6、7、8 月`."""
    return tr("months {months}", months="、".join(map(str, months))) if months else ""


def basis(judged: Assessment) -> str:
    """What a level rests on: its score, or that it was set by hand."""
    parts = [judged.score.formula if judged.score else "", tr("by hand") if judged.by_hand else ""]
    return " · ".join(filter(None, parts))


def _reasons(risk: Risk) -> str:
    return "；".join(filter(None, (getattr(risk, which).reason for which in ("inherent", "current", "target"))))


def _accepted(desk: Desk, risk: Risk) -> str:
    taken = risk.acceptance
    if taken is None:
        return ""
    words = {"who": desk.name(taken.by_id), "until": taken.until.isoformat(), "why": taken.why}
    if risk.accepted_on(desk.today):
        return tr("Accepted by {who} until {until}: {why}", **words)
    return tr("Acceptance by {who} lapsed on {until}: {why}", **words)


def _history(desk: Desk, id: str) -> str:
    entries = desk.store.history(id)
    if not entries:
        return ""
    first, last = (dt.datetime.fromisoformat(e.at).astimezone().date() for e in (entries[0], entries[-1]))
    return tr("entered {first}, last changed {last}", first=first, last=last)


def _incidents(desk: Desk, risk_id: str) -> list[Incident]:
    where = (Condition("risk_ids", "has", risk_id),)
    return desk.store.records(Incident, Query(where=where, sort=(("started_at", True),)))


def case_sheet(desk: Desk, case: Case) -> dict[str, Any]:
    """One case: type, course, outcome, lessons."""
    happened = case.happened_on.isoformat() if case.happened_on else str(case.year or "")
    return {
        "case": {
            "number": case.number, "title": case.title,
            "family_name": " · ".join(
                filter(None, (desk.policy.named("families", case.family, language()), case.case_type))
            ),
            "origin_name": tr(CaseOrigin(case.origin).label), "happened_text": happened, "tags": list(case.tags),
            "summary": case.summary, "comment": case.comment, "state_name": tr(CaseState(case.state).label),
            "method_name": "、".join(lesson.method for lesson in case.lessons), "level": case.level,
            "site_name": " ".join(filter(None, (desk.name(case.site_id), case.place))),
        },
        "course": [{"at": e.at, "who": e.who, "what": e.what} for e in case.course],
        "outcome": outcome_facts(case.outcome),
        "lessons": [{"method": lesson.method, "points": list(lesson.points)} for lesson in case.lessons],
        "site": desk.name(case.site_id),
    }  # fmt: skip


def outcome_facts(outcome: Outcome) -> list[dict[str, str]]:
    """How a case ended, as labels and values; what is not known is left out."""
    facts = [
        (tr("Compensation"), yuan(outcome.compensation_cents)),
        (tr("Penalty"), yuan(outcome.penalty_cents)),
        (tr("Reach"), outcome.reach),
        (tr("Public apology"), "" if outcome.apology is None else tr("yes") if outcome.apology else tr("no")),
        (tr("Days open"), "" if outcome.days_open is None else str(outcome.days_open)),
        (tr("Injured"), "" if outcome.injuries is None else str(outcome.injuries)),
        (tr("Outcome"), outcome.text),
    ]
    return [{"label": label, "value": value} for label, value in facts if value]
