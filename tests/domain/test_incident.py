"""Rules of the incident and its log."""

from __future__ import annotations

import datetime as dt

import pytest

from riskdesk.domain.errors import Invalid
from riskdesk.domain.incident import Incident, IncidentState, LogEntry, ReportState
from riskdesk.domain.kinds import KINDS

START = dt.datetime(2026, 11, 25, 6, 24, 27, tzinfo=dt.UTC)


def incident(**fields: object) -> Incident:
    return Incident.of(title="电梯困人", started_at=START, **fields)


def entry(at: dt.datetime, written_at: dt.datetime, **fields: object) -> LogEntry:
    return LogEntry.of(incident_id="i", at=at, written_at=written_at, **fields)


def after(**span: float) -> dt.datetime:
    return START + dt.timedelta(**span)


@pytest.mark.parametrize("state", list(IncidentState))
def test_closed_ones_have_a_closing_time_and_no_others(state: IncidentState) -> None:
    right, wrong = (after(hours=1), None) if state is IncidentState.CLOSED else (None, after(hours=1))
    assert incident(state=state, closed_at=right).state is state
    with pytest.raises(Invalid, match="closed_at: A closed incident has a closing time"):
        incident(state=state, closed_at=wrong)


def test_it_is_not_closed_before_it_begins() -> None:
    assert incident(state="closed", closed_at=START).closed_at == START
    with pytest.raises(Invalid, match="closed_at: The end lies before the start"):
        incident(state="closed", closed_at=after(seconds=-1))


def test_the_report_is_due_24_hours_after_closing() -> None:
    assert incident().report_due(24 * 3600) is None
    closed = incident(state="closed", closed_at=after(hours=2))
    assert closed.report_due(24 * 3600) == after(hours=26)


@pytest.mark.parametrize(
    "fields",
    [{"injured": 2}, {"title": "困人"}, {"report": {"state": "approved", "summary": "改"}}, {"outcome": "救出"}],
)
def test_what_changes_an_approved_report_is_its_next_version(fields: dict[str, object]) -> None:
    approved = incident(report={"state": "approved", "approved_by_id": "p", "approved_at": START})
    report = approved.changed(**fields).unsigned_after(approved).report
    assert (report.version, report.state, report.approved_by_id) == (2, ReportState.DRAFT, "")


def test_what_leaves_an_approved_report_or_changes_a_draft_keeps_its_version() -> None:
    approved = incident(report={"state": "approved"})
    linked, draft = approved.changed(risk_ids=("r",)), incident()
    assert linked.unsigned_after(approved) is linked
    assert approved.unsigned_after(draft) is approved


def test_a_start_needs_a_time_zone() -> None:
    with pytest.raises(Invalid, match="started_at: The time needs a time zone"):
        Incident.of(title="电梯困人", started_at=dt.datetime(2026, 11, 25, 6, 24))


def test_an_entry_is_late_more_than_a_minute_after_what_it_tells() -> None:
    assert not entry(START, START).is_late
    assert not entry(START, after(seconds=60)).is_late
    assert entry(START, after(seconds=60, milliseconds=1)).is_late
    assert not entry(START, after(seconds=-90)).is_late


def test_a_log_grows_only_and_an_entry_may_be_struck() -> None:
    assert LogEntry.GROWS_ONLY == ("struck",)
    assert [kind for kind, cls in KINDS.items() if cls.GROWS_ONLY is not None] == ["log_entry"]


def test_striking_needs_a_reason() -> None:
    for reason in ("", "   "):
        with pytest.raises(Invalid, match=r"struck\.reason: Please fill this in"):
            entry(START, START, struck={"at": START, "reason": reason})
    struck = entry(START, START, text="5 人", struck={"at": START, "reason": "听错"})
    assert struck.text == "5 人"
