"""What every record shares: errors all at once and in sentences, references, times to milliseconds."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskdesk import i18n
from riskdesk.domain.action import Action
from riskdesk.domain.errors import Invalid
from riskdesk.domain.incident import Incident, LogEntry
from riskdesk.domain.kinds import KINDS
from riskdesk.domain.playbook import Playbook, Step
from riskdesk.domain.record import STORED, Record, iso_millis, references, to_millis
from riskdesk.domain.risk import Risk

moments = st.datetimes(
    dt.datetime(1970, 1, 1), dt.datetime(2200, 1, 1),
    timezones=st.sampled_from([dt.UTC, dt.timezone(dt.timedelta(hours=8)), dt.timezone(-dt.timedelta(hours=9.5))]),
)  # fmt: skip


def errors(cls: type[Record], **fields: Any) -> dict[str, str]:
    with pytest.raises(Invalid) as caught:
        cls.of(**fields)
    return {error.field: error.text.format(**error.params) for error in caught.value.errors}


# what people write


def test_controls_that_slip_in_are_dropped_wherever_text_stands() -> None:
    step = Step.model_validate({"id": "a", "action": "拨打\x07 119"})
    playbook = Playbook.of(
        title="停\x07电",
        scenario_class="equipment",
        triggers="断\x1b[0m电",
        coordination="一\r\n二\r三\t四\x00",
        steps=(step,),
    )
    assert (playbook.title, playbook.triggers, playbook.coordination) == ("停电", "断[0m电", "一\n二\n三\t四")
    assert playbook.steps[0].action == "拨打 119"
    assert playbook.changed(title="停\x7f水").title == "停水"
    assert errors(Action, title="\x07")["title"] == "Please fill this in."


def test_what_is_clean_is_left_as_it_was() -> None:
    step = Step.model_validate({"id": "a", "action": "第一行\n第二行 𠮷"})
    assert Playbook.of(title="停电", scenario_class="equipment", steps=(step,)).steps[0] is step


def test_a_control_that_is_stored_is_read_as_it_is() -> None:
    stored = Action.model_validate({"title": "换\x07锁"}, context=STORED)
    assert stored.title == "换\x07锁"
    # Nobody touched the title, and a record that only grows must not seem to be rewritten.
    assert stored.changed(proof="照\x07片").title == "换\x07锁"


# errors


def test_every_wrong_field_is_named_at_once_with_a_sentence() -> None:
    told = errors(
        Risk, title="", family="Not A Key", review_days=0, season=(3, 13), next_review="someday", status="lost",
        current={"by_hand": True, "level": "red"}, acceptance={"by_id": "", "why": "", "until": "2026-12-31"},
        colour="red",
    )  # fmt: skip
    assert told == {
        "title": "Please fill this in.",
        "family": "Not in the expected form.",
        "review_days": "Must be at least 1.",
        "season.1": "Must be at most 12.",
        "next_review": "Not a date.",
        "status": "Must be one of: 'draft', 'open', 'monitored' or 'closed'.",
        "current.reason": "A level set by hand needs a reason.",
        "acceptance.by_id": "Please fill this in.",
        "acceptance.why": "Please fill this in.",
        "colour": "There is no such field.",
    }


def test_the_error_of_a_record_lists_its_fields() -> None:
    with pytest.raises(Invalid) as caught:
        Action.of(due="x", priority="y")
    assert caught.value.params == {"fields": "title, priority, due"}
    assert all(name in str(caught.value) for name in ("title: ", "due: ", "priority: "))


SILLY = (
    "abc", "", "2026-13-01", "x" * 100_001, 1.5, -1, 10**30, True, None, [], {}, ["abc"], [{}], [1], [None], {"x": 1},
    float("nan"), dt.datetime(2026, 1, 1, 12), dt.date(2026, 1, 1), {"score": {"method": "guess"}}, {"score": {}},
    {"score": 5},
)  # fmt: skip
"""What a form, a table or a TOML file may hold in the wrong place."""


@pytest.mark.parametrize("kind", list(KINDS))
def test_whatever_is_wrong_is_told_in_a_sentence_of_ours_and_in_chinese(kind: str) -> None:
    cls, chinese = KINDS[kind], i18n.catalogue("zh")
    foreign = set()
    for name in cls.model_fields:
        for value in SILLY:
            try:
                cls.of(**{name: value})
            except Invalid as invalid:
                for error in invalid.errors:
                    sentence = chinese.get(error.text)
                    if sentence is None or error.text.startswith("Not right"):
                        foreign.add((error.field, str(error)))
                    else:
                        sentence.format(**error.params)
    assert not foreign


def test_spaces_around_a_text_are_no_part_of_it() -> None:
    assert Action.of(title="  换锁\n").title == "换锁"
    assert errors(Action, title=" \t ") == {"title": "Please fill this in."}


def test_a_changed_record_is_checked_again_and_the_old_one_stays() -> None:
    action = Action.of(title="换锁")
    assert action.changed(title="换门").title == "换门"
    assert action.title == "换锁"
    with pytest.raises(Invalid):
        action.changed(state="verified")


def test_what_is_stored_stays_readable_where_a_rule_no_longer_fits() -> None:
    confirmed = {"id": "a", "title": "换锁", "state": "verified", "owner_id": "p", "verified_by_id": "p"}
    assert set(errors(Action, **confirmed)) == {"verified_by_id"}
    assert Action.model_validate(confirmed, context=STORED).owner_id == "p"


# references


def test_references_tell_field_and_kind() -> None:
    assert references(Risk) == {
        "site_id": "site", "department_id": "department", "owner_id": "person",
        "playbook_ids": "playbook", "case_ids": "case",
    }  # fmt: skip
    assert references(LogEntry) == {"incident_id": "incident", "who_id": "person"}
    assert references(Incident)["part_of_id"] == "incident"


@pytest.mark.parametrize("kind", list(KINDS))
def test_every_field_that_holds_an_id_is_a_reference_to_a_known_kind(kind: str) -> None:
    found = references(KINDS[kind])
    steps = {"step_id"}  # a step is no record
    assert {name for name in KINDS[kind].model_fields if name.endswith(("_id", "_ids"))} - steps == set(found)
    assert set(found.values()) <= set(KINDS)


# times


@given(moments)
def test_a_moment_is_kept_in_utc_to_the_millisecond(moment: dt.datetime) -> None:
    kept = to_millis(moment)
    assert kept.utcoffset() == dt.timedelta(0)
    assert dt.timedelta(0) <= moment - kept < dt.timedelta(milliseconds=1)
    assert to_millis(kept) == kept
    assert dt.datetime.fromisoformat(iso_millis(moment)) == kept


@given(moments, moments)
def test_text_order_is_time_order(one: dt.datetime, other: dt.datetime) -> None:
    assert len(iso_millis(one)) == len("2026-11-25T06:37:08.123Z")
    assert (iso_millis(one) < iso_millis(other)) == (to_millis(one) < to_millis(other))


def test_a_moment_of_a_record_is_cut_and_written_the_same_way() -> None:
    shanghai = dt.datetime(2026, 11, 25, 14, 37, 8, 123_999, dt.timezone(dt.timedelta(hours=8)))
    incident = Incident.of(title="停水", started_at=shanghai)
    assert incident.started_at == dt.datetime(2026, 11, 25, 6, 37, 8, 123_000, dt.UTC)
    assert incident.model_dump(mode="json")["started_at"] == "2026-11-25T06:37:08.123Z"
