"""What each form receives: the names of the data by kind of record, the contract between the desk and the forms.

A mapping lists the names of a record, a list of one mapping a list of such records, None a plain value (text, number,
date, time, truth) or a list of plain values. Every form also receives `office`, `form` and `printed_at`.
"""

from __future__ import annotations

from typing import Any

Shape = Any


def _record(names: str, **inner: Shape) -> dict[str, Shape]:
    return dict.fromkeys(names.split()) | inner


COMMON: dict[str, Shape] = {
    "office": _record("name department site zone logo"),
    "form": _record("number version key title"),
    "printed_at": None,
}

_RISK = _record(
    "number title level flags family_name department_name owner_name measures_done measures_total next_review"
    " status_name"
)
_FROZEN = _RISK | _record("points_text")
_MOVED = _record("number title department_name owner_name before_level before_text after_level after_text")

RECORDS: dict[str, dict[str, Shape]] = {
    "risks": {
        "heading": None,
        "number": None,
        "counts": _record("red yellow blue unscored total"),
        "risks": [_RISK | _record("by_hand")],
        "heat": [_record("name counts inside lec unscored moves")],
        "levels": None,
        "moves": [_record("from_name to_name down up aside")],
    },
    "risk": {
        "risk": _RISK
        | _record(
            "site_name place_name source_name season_text description cause consequence controls_text"
            " inherent_level current_level target_level inherent_text current_text target_text scored_on score_reason"
            " review_text accepted_text playbook_titles history_text"
        ),
        "measures": [_record("number what strand_name owner_name due state_name late")],
        "events": [_record("number title on tier_name")],
    },
    "playbook": {
        "playbook": _record(
            "number title version state_name tier_name class_name triggers coordination approved_by approved_on"
            " review_due summary"
        ),
        "steps": [
            _record(
                "n action role helpers limit_text limit_s repeat_text say never_say materials_text mode condition"
                " evidence"
            )
        ],
        "phones": [_record("role name phone")],
        "notifications": [_record("body means limit_text")],
        "tier_note": None,
    },
    "drill": {
        "drill": _record(
            "number title kind_name planned_on starts_at place tier_name lead_name playbook_title playbook_version"
            " role_name briefing stop_word pass_mark participants"
        ),
        "rows": [_record("n what role limit_text note inject")],
        "moments": None,
        "criteria": [_record("name weight")],
    },
    "incident": {
        "incident": _record(
            "number title tier_name playbook_title playbook_version started_at closed_at duration_s trapped injured"
            " loss_cents due_at submitted_at summary root_cause place_name report_version"
        ),
        "timeline": [_record("at what who took_text late struck struck_reason")],
        "chart": [_record("label actual_s target_s")],
        "open_steps": None,
        "whys": None,
        "went_well": None,
        "went_badly": None,
        "losses": None,
        "lessons": None,
        "actions": [_record("what owner_name due verifier_name")],
        "notifications": [_record("body means by at receipt limit_text late")],
    },
    "case": {
        "case": _record(
            "number title family_name origin_name happened_text tags summary comment state_name method_name level"
            " site_name"
        ),
        "course": [_record("at who what")],
        "outcome": [_record("label value")],
        "lessons": [_record("method points")],
    },
    "review": {
        "review": _record("number title state_name held_on place chair_name minutes frozen_at is_agenda"),
        "topics": [_record("kind_name text reason number level decision done")],
        "attendees": None,
        "counts": _record("topics decided done risks"),
    },
    "snapshot": {
        "review": _record("number title held_on frozen_at chair_name"),
        "counts": _record("red yellow blue unscored total"),
        "risks": [_FROZEN],
        "attendees": None,
    },
    "comparison": {
        "heading": None,
        "before": _record("name number frozen_at total"),
        "after": _record("name number frozen_at total"),
        "opened": [_FROZEN],
        "closed": [_FROZEN],
        "up": [_MOVED],
        "down": [_MOVED],
        "scored": [_MOVED],
        "counts": _record("opened closed up down scored same"),
    },
    "actions": {
        "heading": None,
        "actions": [_record("number what origin_name owner_name due state_name late verifier_name priority_name")],
    },
}


def names_of(record: str) -> dict[str, Shape]:
    """All names that a form for this kind of record may use."""
    return COMMON | RECORDS[record]
