"""The year before the sample office: plausible, the same every time, and at its end what the sample itself says."""

from __future__ import annotations

import datetime as dt
import shutil
import time
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from riskdesk.data import data_path
from riskdesk.desk import Desk
from riskdesk.domain.action import Action
from riskdesk.domain.kinds import KINDS
from riskdesk.domain.record import Record, iso_millis
from riskdesk.domain.review import TopicKind
from riskdesk.domain.risk import JUDGEMENT_NAMES, Risk
from riskdesk.exchange.bank_files import BankError
from riskdesk.exchange.bank_history import STEP, YEAR, Wrote
from riskdesk.exchange.bank_times import OFFICE_ZONE
from riskdesk.exchange.casebank import Bank, load_sample
from riskdesk.store.check import check
from tests.conftest import Clock

NOW = dt.datetime(2026, 11, 25, 6, 37, 8, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def bank() -> Bank:
    return load_sample(data_path("casebank"), NOW)


def last_of(writes: list[Wrote]) -> dict[str, Record]:
    found: dict[str, Record] = {}
    for wrote in writes:
        found |= {record.id: record for record in (*wrote.created, *(after for after, _ in wrote.changed))}
    return found


@pytest.mark.parametrize("now", [NOW, dt.datetime(2028, 2, 29, 17, 0, tzinfo=dt.UTC), NOW + dt.timedelta(days=38)])
def test_it_ends_at_what_the_sample_says(now: dt.datetime) -> None:
    bank = load_sample(data_path("casebank"), now)
    writes = bank.timeline(now)
    assert last_of(writes) == {record.id: record for record in bank.with_ids()}
    assert writes == bank.timeline(now)
    assert writes[0].at == now - YEAR
    assert writes[-1].at == now
    assert [wrote.at for wrote in writes] == sorted({wrote.at for wrote in writes})


def test_every_version_of_a_risk_keeps_the_rules_and_follows_the_one_before(bank: Bank) -> None:
    stood: dict[str, Record] = {}
    for wrote in bank.timeline(NOW):
        for record in wrote.created:
            assert record.id not in stood
            stood[record.id] = record
        for after, before in wrote.changed:
            assert stood[before.id] == before
            assert after != before
            stood[after.id] = after
        for record in [*wrote.created, *(after for after, _ in wrote.changed)]:
            if isinstance(record, Risk):
                record.changed()
                judged = [getattr(record, which) for which in JUDGEMENT_NAMES]
                assert all(bank.policy.agrees(assessment) for assessment in judged)
                days = [assessment.on for assessment in judged if assessment.on]
                assert all(day <= (wrote.at + STEP).date() for day in days)


@pytest.mark.parametrize("now", [NOW, dt.datetime(2027, 1, 1, 0, 5, tzinfo=dt.UTC)])
def test_what_a_record_names_is_there_before_it_or_with_it(now: dt.datetime) -> None:
    bank = load_sample(data_path("casebank"), now)
    came = {record.id: place for place, wrote in enumerate(bank.timeline(now)) for record in wrote.created}
    logs = [record for record in bank.with_ids() if record.KIND == "log_entry"]
    assert logs
    assert all(came[entry.incident_id] == came[entry.id] for entry in logs)  # type: ignore[attr-defined]
    for action in (record for record in bank.with_ids() if isinstance(record, Action)):
        named = [id for id in (*action.risk_ids, action.incident_id, action.drill_id) if id]
        assert all(came[id] <= came[action.id] for id in named), action.title


def test_a_measure_is_in_hand_before_it_is_done(bank: Bank) -> None:
    writes = bank.timeline(NOW)
    done = [after for wrote in writes for after, _ in wrote.changed if isinstance(after, Action)]
    assert len(done) > 10
    assert all(action.is_done for action in done)
    begun = {record.id: (record, wrote.at) for wrote in writes for record in wrote.created}
    for action in done:
        first, at = begun[action.id]
        assert isinstance(first, Action)
        assert first.is_open
        assert first.done_on is None
        assert action.done_on
        assert at.date() - STEP < action.done_on


def test_a_mistake_in_it_is_told_with_its_line(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(data_path("casebank"), tmp_path / "casebank"))
    file = folder / "sample" / "history.toml"
    file.write_text(
        '[risk]\nbasement_flooding = ["-3d 4x4", "-9d"]\nnowhere = ["-9d"]\npipe_ageing = ["-9d 9x9"]\n'
        '[case]\nleak_seven_days = ["-9d 3x3"]\n', "utf-8",
    )  # fmt: skip
    with pytest.raises(BankError) as error:
        load_sample(folder, NOW)
    assert [(problem.line, problem.field) for problem in error.value.problems] == [
        (2, "basement_flooding"), (3, "nowhere"), (4, "pipe_ageing"), (6, "leak_seven_days"),
    ]  # fmt: skip


def test_a_mistake_in_the_meetings_is_told_with_its_line(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(data_path("casebank"), tmp_path / "casebank"))
    file = folder / "sample" / "meetings.toml"
    file.write_text(
        '[[meeting]]\nquarters_ago = 9\nday = 3\nchair = "shen_min"\npresent = ["nobody"]\n\n'
        '[[meeting]]\nquarters_ago = 1\nday = 3\nchair = "nobody"\npresent = ["chen_li", "none"]\n'
        '[[meeting.added]]\ntext = "议题"\nrisk = "no_risk"\n\n'
        '[decided.risk]\nno_risk = ["甲"]\nlift_entrapment = "甲"\n[by_kind]\nsomething = ["甲"]\n', "utf-8",
    )  # fmt: skip
    with pytest.raises(BankError) as error:
        load_sample(folder, NOW)
    assert [(problem.line, problem.field) for problem in error.value.problems] == [
        (2, "meeting.0.quarters_ago"), (10, "meeting.1.chair"), (11, "meeting.1.present.1"),
        (14, "meeting.1.added.0.risk"), (17, "decided.risk.no_risk"), (18, "decided.risk.lift_entrapment"),
        (20, "by_kind.something"),
    ]  # fmt: skip


DAYS = [NOW, dt.datetime(2027, 1, 1, 0, 5, tzinfo=dt.UTC), dt.datetime(2026, 12, 31, 15, 0, tzinfo=dt.UTC),
        dt.datetime(2028, 2, 29, 17, 0, tzinfo=dt.UTC)]  # fmt: skip


@pytest.mark.parametrize("now", DAYS)
def test_it_has_signed_review_meetings_behind_it(desk: Desk, clock: Clock, now: dt.datetime) -> None:
    clock.now = now
    desk.starter.load_sample()
    signed = desk.reviews.signed()
    assert len(signed) == len(desk.reviews.meetings()) == 3
    today = now.astimezone(OFFICE_ZONE).date()
    assert 15 <= (today - signed[0].held_on).days <= 115  # type: ignore[operator]
    for meeting in signed:
        assert meeting.held_on
        assert meeting.frozen_at
        assert meeting.held_on in meeting.period
        assert meeting.held_on.weekday() < 5
        assert meeting.frozen_at.astimezone().date() == meeting.held_on
        review = desk.reviews.get(meeting.id)
        assert review.place
        assert len(review.attendee_ids) >= 6
        assert review.chair_id not in review.attendee_ids
        assert review.minutes.count("\n") >= 3
        assert len(review.topics) >= 6
        assert review.decided == len(review.topics)
        assert len({topic.topic_kind for topic in review.topics}) >= 4
        assert TopicKind.OTHER in {topic.topic_kind for topic in review.topics}
        wrote = desk.store.history(meeting.id)
        assert {change.person for change in wrote} == {review.chair_id}
        assert {dt.datetime.fromisoformat(change.at).astimezone().date() for change in wrote} == {meeting.held_on}


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="no way to change the time zone here")
@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Pacific/Kiritimati"])
def test_its_meetings_are_held_on_their_day_in_any_time_zone(
    desk: Desk, zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        desk.starter.load_sample()
        for meeting in desk.reviews.signed():
            assert meeting.frozen_at
            assert meeting.frozen_at.astimezone().date() == meeting.held_on
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.parametrize("now", DAYS)
def test_its_signed_lists_differ(desk: Desk, clock: Clock, now: dt.datetime) -> None:
    clock.now = now
    desk.starter.load_sample()
    last, middle, first = (meeting.id for meeting in desk.reviews.signed())
    for before, after in combinations((first, middle, last), 2):
        found = desk.reviews.compare(before, after)
        assert found.new
        assert found.up
        assert found.down
        assert found.same
    assert desk.reviews.compare(middle, last).closed
    levels = [{row.level for row in desk.reviews.get(id).snapshot.risks} for id in (first, last)]
    assert all(len(found) == 3 for found in levels)


def test_the_next_meeting_can_be_prepared_in_it(desk: Desk, clock: Clock) -> None:
    desk.starter.load_sample()
    review = desk.reviews.prepare(2026, 4).value
    assert {topic.topic_kind for topic in review.topics} >= {TopicKind.FLAGGED, TopicKind.MEASURE, TopicKind.INCIDENT}
    assert desk.reviews.since(review.period) == desk.reviews.signed()[0].held_on
    assert desk.undo_stack.undo_label == "Prepare review meeting"


def test_the_loaded_office_has_a_year_behind_it(desk: Desk, clock: Clock) -> None:
    made = desk.starter.load_sample()
    assert made.value == sum(desk.store.count(kind) for kind in KINDS)
    assert set(made.changed) >= {"risk", "case", "drill", "policy", "complaint"}
    found = desk.overview.read()
    assert len(found.red_by_month) == 12
    assert all(4 <= red <= 16 for red in found.red_by_month)
    assert all(yellow >= 8 for yellow in found.yellow_by_month)
    assert len(set(found.red_by_month)) >= 4
    assert max(abs(a - b) for a, b in pairwise(found.red_by_month)) <= 4
    assert found.red_by_month[-1] == found.red == 8
    assert desk.cases.added_this_month() == 0
    lift = next(risk for risk in desk.store.records(Risk) if risk.title.startswith("电梯故障响应超时"))
    assert len(desk.store.history(lift.id)) >= 3
    times = [row["created_at"] for row in desk.rows("risk", desk.store.ns("risk"))]
    assert min(times) == iso_millis(clock.now - YEAR)
    path = desk.store.path
    assert check(path).sound
    assert desk.undo_stack.undo_label == ""


def test_over_something_that_is_there_it_adds_what_is_missing_as_of_now(desk: Desk, clock: Clock) -> None:
    desk.starter.load()
    desk.starter.load_sample()
    times = {row["created_at"] for row in desk.rows("risk", desk.store.ns("risk"))}
    assert times == {iso_millis(clock.now)}
    assert desk.starter.load_sample().value == 0
