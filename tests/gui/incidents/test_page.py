"""The list, the report and what follows from an incident."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from riskdesk.domain.action import ActionOrigin
from riskdesk.domain.directory import Person
from riskdesk.domain.incident import EntryKind, Incident, IncidentState, ReportState
from riskdesk.domain.playbook import Playbook
from riskdesk.gui.pages.incidents import IncidentPage
from riskdesk.gui.pages.incidents.console import Console
from riskdesk.gui.session import Session
from riskdesk.gui.widgets.timeline import Timeline
from riskdesk.gui.window import MainWindow
from tests.conftest import Clock
from tests.gui.incidents.conftest import last, tick
from tests.gui.keys import commit


@pytest.fixture
def closed(session: Session, running: Incident, clock: Clock) -> Incident:
    """The incident ran its first steps and was closed after a quarter of an hour."""
    desk = session.desk
    for seconds, step in ((41, "activate"), (30, "call_119")):
        clock.on(seconds=seconds)
        desk.incidents.log(running.id, EntryKind.STEP_DONE, "", step_id=step)
    clock.on(seconds=900)
    return desk.incidents.close(running.id, "2 人救出").value


def show(page: IncidentPage, incident: Incident) -> None:
    page.session.record_wanted.emit("incident", incident.id)


def test_running_ones_come_first(page: IncidentPage, session: Session, closed: Incident, clock: Clock) -> None:
    clock.on(seconds=-5000)
    older = session.desk.incidents.report(Incident.of(title="停水", started_at=clock())).value
    page.refresh({})
    assert [page.model.id_at(row) for row in range(page.model.rowCount())] == [older.id, closed.id]
    assert "1 running" in page.sub_text()


def test_a_double_click_on_a_running_one_opens_its_console(page: IncidentPage, running: Incident) -> None:
    page.refresh({})
    page._row_opened(page.model.index(0, 0))
    assert page.console.isVisible()


def test_the_report_is_written_approved_and_then_makes_versions(
    page: IncidentPage, session: Session, closed: Incident, clock: Clock, qtbot: QtBot
) -> None:
    show(page, closed)
    # Nothing to approve yet: it says where to write it, and the keyboard is there.
    page.approve()
    assert page.report_editor.isVisible()
    assert page.report_editor.fields["report.summary"].error()
    page.detail.back_to_reading()
    page.write_report()
    qtbot.keyClicks(page.window().focusWidget(), "abc")
    assert page.report_editor.bindings["report.summary"].value() == "abc"
    page.report_editor.bindings["report.summary"].widget.set_text("")
    editor = page.report_editor
    assert page.window().focusWidget() is editor.bindings["report.summary"].widget
    assert "23 h 59 min" in editor.due.text() or "24 h" in editor.due.text()
    commit(editor.bindings["report.summary"].widget, "门锁触点故障。")
    editor.bindings["report.whys"].widget.set_lines(["为什么迟？换班。"])
    editor.save()
    stored = session.desk.incidents.get(closed.id)
    assert (stored.report.summary, stored.report.whys) == ("门锁触点故障。", ("为什么迟？换班。",))
    assert page.detail.is_reading
    person = session.desk.directory.add(Person.of(name="沈敏")).value
    session.desk.person = person.id
    page.approve()
    stored = session.desk.incidents.get(closed.id)
    assert (stored.report.state, stored.report.approved_by_id) == (ReportState.APPROVED, person.id)
    page.write_report()
    assert editor.banner.isVisible()
    editor.bindings["report.summary"].widget.set_text("门锁触点故障，已更换。")
    editor.save()
    stored = session.desk.incidents.get(closed.id)
    assert (stored.report.version, stored.report.state) == (2, ReportState.DRAFT)


def test_half_typed_reports_and_facts_are_kept_apart(
    page: IncidentPage, session: Session, closed: Incident, qtbot: QtBot
) -> None:
    show(page, closed)
    page.write_report()
    page.report_editor.bindings["report.lessons"].widget.set_text("双岗交接")
    page.report_editor.draft.keep_now()
    page.detail.back_to_reading()
    page.edit_record()
    assert page.detail.editor is not None
    assert not page.detail.editor.banner.isVisible()
    page.back()
    page.write_report()
    assert page.report_editor.bindings["report.lessons"].value() == "双岗交接"


def test_a_half_typed_report_does_not_go_over_what_was_saved_since(
    page: IncidentPage, session: Session, closed: Incident, qtbot: QtBot
) -> None:
    def somebody_saves(**words: str) -> None:
        other = session.desk.another()
        now = other.incidents.get(closed.id)
        other.incidents.save(now.changed(report=now.report.model_dump() | words), now)
        other.close()

    show(page, closed)
    page.write_report()
    editor = page.report_editor
    editor.bindings["report.lessons"].widget.set_text("双岗交接")
    editor.draft.keep_now()
    page.detail.back_to_reading()
    somebody_saves(summary="别人的摘要")
    page.detail.show_record(closed.id)
    page.write_report()
    editor.save()
    report = session.desk.incidents.get(closed.id).report
    assert (report.summary, report.lessons) == ("别人的摘要", "双岗交接")
    page.write_report()
    editor.bindings["report.lessons"].widget.set_text("又写一句")
    editor.draft.keep_now()
    page.detail.back_to_reading()
    somebody_saves(lessons="别人的教训")
    page.detail.show_record(closed.id)
    page.write_report()
    editor.save()
    assert editor.conflict.isVisible()
    assert session.desk.incidents.get(closed.id).report.lessons == "别人的教训"
    editor.conflict._choices["report"].button(0).click()
    editor.conflict.take.click()
    assert session.desk.incidents.get(closed.id).report.lessons == "别人的教训"


def test_a_late_report_says_so(page: IncidentPage, session: Session, closed: Incident, clock: Clock) -> None:
    clock.on(seconds=25 * 3600)
    show(page, closed)
    from riskdesk.gui.widgets.banner import Banner

    banner = page.detail.reader.findChild(Banner, "report-due")
    assert banner is not None
    assert "1 h late" in banner.words.text()
    page.show_list({"report_late": ("on",)})
    assert page.model.rowCount() == 1


def test_a_measure_and_a_case_take_what_is_known(
    page: IncidentPage, session: Session, closed: Incident, qtbot: QtBot
) -> None:
    show(page, closed)
    session.editor_wanted.disconnect()
    with qtbot.waitSignal(session.editor_wanted) as caught:
        page.add_action()
    kind, id, given = caught.args
    assert (kind, id, given["incident_id"], given["origin"]) == ("action", "", closed.id, ActionOrigin.INCIDENT)
    with qtbot.waitSignal(session.editor_wanted) as caught:
        page.make_case()
    kind, id, given = caught.args
    assert (kind, id, given["title"], given["incident_id"]) == ("case", "", closed.title, closed.id)
    assert given["course"][0].at == "+00:00"


def test_print_and_history(page: IncidentPage, session: Session, closed: Incident, qtbot: QtBot) -> None:
    show(page, closed)
    session.print_wanted.disconnect()
    with qtbot.waitSignal(session.print_wanted) as caught:
        qtbot.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert caught.args[:2] == ["incident_report", closed.id]
    page.history()
    assert not page.detail.is_reading


def test_a_closed_one_can_be_opened_again(page: IncidentPage, session: Session, closed: Incident) -> None:
    show(page, closed)
    page.reopen()
    assert session.desk.incidents.get(closed.id).state is IncidentState.RUNNING
    assert page.console.isVisible()


def test_facts_are_edited(page: IncidentPage, session: Session, closed: Incident) -> None:
    show(page, closed)
    page.edit_record()
    editor = page.detail.editor
    assert editor is not None
    editor.bindings["injured"].widget.setText("1")
    editor.save()
    assert session.desk.incidents.get(closed.id).injured == 1


def test_the_foot_shows_the_second_of_the_console_and_says_late_once(
    page: IncidentPage, window: MainWindow, session: Session, clock: Clock, lift: Playbook, qtbot: QtBot
) -> None:
    incident = session.desk.incidents.report(Incident.of(title="困人", playbook_id=lift.id, started_at=clock())).value
    page.session.record_wanted.emit("incident", incident.id)
    qtbot.waitUntil(lambda: window.around.running is not None and bool(window.around.running.incidents))
    (strip,) = window.foot._strips.values()
    for seconds in (0.9, 0.2, 75.4):
        tick(page, clock, seconds)
        assert page.console.clock.time.text() in strip.accessibleName()
    assert not window.around.running._tick.isActive()
    assert "Overdue 00:16" in strip.accessibleName()
    assert "late" not in strip.accessibleName()


def test_what_was_open_at_the_end_is_said_before_and_printed_after(
    page: IncidentPage, session: Session, running: Incident, clock: Clock, qtbot: QtBot
) -> None:
    show(page, running)
    done = [step for step in running.plan.steps if step.id not in ("freed", "report")]
    for step in done:
        session.desk.incidents.log(running.id, EntryKind.STEP_DONE, step_id=step.id)
    page.console.deeds.ask_close()
    ask = page.console.place.ask
    assert ask is not None
    left = next(step.action for step in running.plan.steps if step.id == "freed")
    assert ask.question.text().startswith(f"1 steps are not settled: “{left}”. The report will say so.")
    commit(ask.line, "2 人救出")
    qtbot.keyClick(ask.line, Qt.Key.Key_Return)
    printed = session.desk.prints.record("incident_report", running.id)
    text = "".join(sheet.extract_text() for sheet in PdfReader(BytesIO(printed.pdf)).pages).replace("\n", "")
    assert f"Not settled at the end: {left}" in text


def test_the_reason_of_a_struck_entry_is_not_crossed_out(
    page: IncidentPage, session: Session, closed: Incident
) -> None:
    wrong = session.desk.incidents.log(closed.id, EntryKind.NOTE, "5 人被困").value
    session.desk.incidents.strike(wrong.id, "听错了")
    show(page, closed)
    (timeline,) = page.detail.reader.findChildren(Timeline)
    (struck,) = [moment for moment in timeline._moments if moment.struck]
    assert (struck.what, struck.note) == ("5 人被困", "Struck by —: 听错了")


def test_the_program_that_begins_in_the_console_takes_enter(
    session: Session, clock: Clock, running: Incident, short_rest: None, qtbot: QtBot
) -> None:
    session.desk.store.set_meta(f"console:{session.desk.person}", running.id)
    session.settings.last_page = "incident"
    window = MainWindow(session)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    console = window.page("incident").console  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: console.is_ready)
    step = console.now.state.step.id
    focused = window.focusWidget()
    assert focused is console.now.ok
    qtbot.keyClick(focused, Qt.Key.Key_Return)
    assert last(session, running).step_id == step


def test_whoever_comes_back_to_the_console_has_the_keyboard_there(
    page: IncidentPage, console: Console, window: MainWindow, qtbot: QtBot
) -> None:
    window.go_to("risk")
    window.go_to("incident")
    assert window.focusWidget() is console.now.ok
    console.deeds.ask_handover()
    assert console.place.ask is not None
    window.go_to("risk")
    window.go_to("incident")
    assert window.focusWidget() is console.place.ask.line  # type: ignore[attr-defined]
