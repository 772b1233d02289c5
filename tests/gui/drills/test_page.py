"""Planning, preparing, and what leads to and from a drill."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetricsF, QTextCursor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from riskdesk import i18n
from riskdesk.domain.directory import Site
from riskdesk.domain.drill import Drill, DrillState
from riskdesk.gui.pages.drills import DrillPage
from riskdesk.gui.pages.drills.clocktime import parse_clock
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.cells import PADDING
from riskdesk.gui.window import MainWindow
from tests.gui.drills.conftest import TODAY
from tests.gui.keys import commit


@pytest.mark.parametrize(
    ("text", "clock"),
    [("20:00", "20:00"), ("8", "08:00"), ("830", "08:30"), ("2000", "20:00"), ("20点", "20:00"), ("20点30分", "20:30"),
     ("２０：１５", "20:15"), ("24:00", None), ("8:75", None), ("evening", None)],
)  # fmt: skip
def test_clock_times(text: str, clock: str | None) -> None:
    assert parse_clock(text) == clock


def test_a_drill_is_planned_with_all_its_fields(page: DrillPage, drill: Drill, session: Session, qtbot: QtBot) -> None:
    page.new_record()
    editor = page.detail.editor
    assert editor is not None
    bindings = editor.bindings
    bindings["playbook_id"].set_value(drill.playbook_id)
    bindings["playbook_id"].changed.emit()
    assert bindings["title"].value() == "电梯困人"
    bindings["planned_on"].widget.setText("+7")
    bindings["planned_at"].widget.setText("2030")
    brought = [inject.what for inject in session.desk.playbooks.get(drill.playbook_id).injects]
    row = bindings["injects"].widget.add_row()
    commit(row.at, "6:00")
    editor.save()
    assert editor.fields["injects"].error()
    commit(row.what, "业主围观")
    editor.save()
    made = next(d for d in session.desk.store.select(Drill) if d.id != drill.id)
    assert (made.planned_on, made.planned_at) == (TODAY + dt.timedelta(days=7), "20:30")
    assert [(inject.id, inject.at_s) for inject in made.injects] == [("panic", 360), ("i1", 360), ("upset_owner", 600)]
    assert [inject.what for inject in made.injects] == [brought[0], "业主围观", brought[1]]
    assert made.plan.title == "电梯困人"
    assert page.detail.is_reading


def test_injects_half_typed_come_back(page: DrillPage, drill: Drill, qtbot: QtBot) -> None:
    page.open_record("drill", drill.id)
    page.edit_record()
    editor = page.detail.editor
    assert editor is not None
    editor.bindings["injects"].widget.add_row().what.setText("停电")
    editor.draft.keep_now()
    page.back()
    page.edit_record()
    assert [raw["what"] for raw in editor.bindings["injects"].raw()] == ["被困人员恐慌", "停电"]


def test_gaps_of_the_quarter_are_planned_with_one_click(page: DrillPage, drill: Drill, session: Session) -> None:
    gaps = page.coverage.gaps()
    assert [gap.planned is not None for gap in gaps] == [False, False, True]
    page.coverage.plan_wanted.emit(gaps[0].playbook_id, gaps[0].site_id)
    editor = page.detail.editor
    assert editor is not None
    assert page.detail.is_editing
    assert editor.bindings["playbook_id"].value() == gaps[0].playbook_id
    assert editor.bindings["site_id"].value() == gaps[0].site_id
    assert not page.coverage.isVisible()


def test_ready_called_off_deleted(page: DrillPage, drill: Drill, session: Session, qtbot: QtBot) -> None:
    page.open_record("drill", drill.id)
    page.make_ready()
    assert session.desk.drills.get(drill.id).state is DrillState.READY
    page.call_off()
    assert session.desk.drills.get(drill.id).state is DrillState.CANCELLED
    session.undo()
    assert session.desk.drills.get(drill.id).state is DrillState.READY
    page.delete()
    assert page.calendar.chips_on(TODAY) == []


def test_print_history_and_measures(page: DrillPage, drill: Drill, session: Session, qtbot: QtBot) -> None:
    page.open_record("drill", drill.id)
    session.print_wanted.disconnect()
    with qtbot.waitSignal(session.print_wanted) as caught:
        qtbot.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert caught.args[:2] == ["drill_checklist", drill.id]
    session.editor_wanted.disconnect()
    with qtbot.waitSignal(session.editor_wanted) as caught:
        page.planning.add_action()
    assert caught.args[2]["drill_id"] == drill.id
    page.history()
    assert not page.detail.is_reading


@pytest.mark.parametrize("sight", ["month", "list"])
def test_a_drill_just_made_is_shown_where_it_stands(
    page: DrillPage, drill: Drill, session: Session, window: MainWindow, qtbot: QtBot, sight: str
) -> None:
    page._choose_sight(sight)
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    editor = page.detail.editor
    assert editor is not None
    commit(editor.bindings["title"].widget, "火灾")
    editor.bindings["planned_on"].widget.setText("+60")
    qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    made = next(d for d in session.desk.store.select(Drill) if d.id != drill.id)
    day = TODAY + dt.timedelta(days=60)
    assert page.detail.record is not None
    assert page.detail.record.id == made.id
    assert page.model.id_at(page.table.currentIndex().row()) == made.id
    assert [page.model.id_at(row) for row in page.table.selected_rows()] == [made.id]
    if sight == "month":
        assert page.calendar.first == day.replace(day=1)
        assert page.calendar.place_of(made.id) is not None
        assert page.calendar._open_id == made.id


def test_a_drill_without_a_day_is_shown_in_the_list(page: DrillPage, window: MainWindow, qtbot: QtBot) -> None:
    page.new_record()
    editor = page.detail.editor
    assert editor is not None
    commit(editor.bindings["title"].widget, "火灾")
    editor.save()
    assert not page.shows_month
    assert page.detail.record is not None
    assert page.model.id_at(page.table.currentIndex().row()) == page.detail.record.id


def test_a_drill_is_repeated_every_month_as_one_step(
    page: DrillPage, drill: Drill, session: Session, window: MainWindow, qtbot: QtBot
) -> None:
    page.open_record("drill", drill.id)
    qtbot.keyClick(window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    form = page.planning.repeat
    assert form.isVisible()
    qtbot.keyClick(form.every, Qt.Key.Key_Left)  # quarterly to monthly
    form.times.setValue(3)
    days = [date for date, _ in [line.split() for line in form.days.text().splitlines()]]
    assert days == ["2026-12-25", "2027-01-25", "2027-02-25"]
    form.days.setFocus()
    form.days.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(form.days, Qt.Key.Key_Return)
    commit(form.days, "3月")
    assert form._days_field.error()
    commit(form.days, "26日")
    assert not form._days_field.error()
    qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    made = [d for d in session.desk.store.select(Drill) if d.id != drill.id]
    assert [d.planned_on.isoformat() for d in made if d.planned_on] == [*days, "2027-03-26"]
    assert {(d.title, d.planned_at, d.state, d.plan.title, d.injects) for d in made} == {
        (drill.title, "20:00", DrillState.PLANNED, "电梯困人", drill.injects)
    }
    # The first of them is in sight, and one undo takes all of them back.
    assert page.detail.record is not None
    assert page.detail.record.id == made[0].id
    assert page.calendar.first == dt.date(2026, 12, 1)
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [d.id for d in session.desk.store.select(Drill)] == [drill.id]


def test_a_drill_is_repeated_at_every_site(page: DrillPage, drill: Drill, session: Session, qtbot: QtBot) -> None:
    other = session.desk.directory.add(Site.of(code="YT", name="云庭")).value
    session.desk.drills.save(drill.changed(place="3 栋"), drill)
    page.open_record("drill", drill.id)
    page.repeat()
    form = page.planning.repeat
    form.days.set_text("+7")
    form.sites.set_value((drill.site_id, other.id))
    qtbot.mouseClick(form.head.ok, Qt.MouseButton.LeftButton)
    made = [d for d in session.desk.store.select(Drill) if d.id != drill.id]
    day = TODAY + dt.timedelta(days=7)
    assert [(d.site_id, d.place, d.planned_on) for d in made] == [(drill.site_id, "3 栋", day), (other.id, "", day)]


def test_fields_side_by_side_stay_where_they_are(page: DrillPage, qtbot: QtBot) -> None:
    page.new_record()
    editor = page.detail.editor
    assert editor is not None
    day, time = editor.fields["planned_on"], editor.fields["planned_at"]
    qtbot.waitUntil(lambda: time.x() > 0)
    before = (day.width(), time.x())
    for key in ("+", "7"):
        qtbot.keyClicks(day.editor, key)
        qtbot.wait(20)
        assert (day.width(), time.x()) == before
    assert abs(day.width() - time.width()) <= 1
    lead, people = editor.fields["lead_id"].editor, editor.fields["participants"].editor
    assert (lead.height(), lead.mapTo(editor, QPoint(0, 0)).y()) == (
        people.height(),
        people.mapTo(editor, QPoint(0, 0)).y(),
    )


def test_numbers_are_shown_whole(page: DrillPage, drill: Drill) -> None:
    page._choose_sight("list")
    section = page.table.head.section_of("number")
    room = page.table.columnWidth(section) - 2 * theme().px(PADDING)
    assert QFontMetricsF(theme().font()).horizontalAdvance(drill.number) <= room


@pytest.mark.parametrize("language", ["en", "zh"])
def test_nothing_of_an_open_drill_is_cut_off(
    page: DrillPage, drill: Drill, session: Session, qtbot: QtBot, language: str
) -> None:
    i18n.set_language(language)
    session.desk.drills.move(drill.id, TODAY - dt.timedelta(days=4))
    page.open_record("drill", drill.id)
    page.detail.look_again()
    reader = page.detail.reader
    room = reader.parentWidget().width()
    qtbot.waitUntil(lambda: reader.width() == room)
    outside = [
        (type(widget).__name__, widget.accessibleName())
        for widget in reader.findChildren(QWidget)
        if widget.isVisible() and widget.mapTo(reader, widget.rect().topRight()).x() > room
    ]
    assert outside == []


def test_an_overdue_drill_says_what_to_do(page: DrillPage, drill: Drill, session: Session) -> None:
    session.desk.drills.move(drill.id, TODAY - dt.timedelta(days=4))
    page.open_record("drill", drill.id)
    from riskdesk.gui.widgets.banner import Banner

    assert any("4 d overdue" in banner.words.text() for banner in page.detail.reader.findChildren(Banner))
    page.show_list({"overdue": ("on",)})
    assert page.model.rowCount() == 1


def test_a_new_drill_begins_with_the_injects_of_its_playbook(page: DrillPage) -> None:
    playbooks = page.desk.playbooks.all()
    lift, fees = (next(p for p in playbooks if p.title == title) for title in ("电梯困人", "物业费纠纷"))
    page.planning.plan(lift.id, "")
    editor = page.detail.editor
    assert editor is not None
    assert [inject["what"] for inject in editor.bindings["injects"].value()] == ["被困人员恐慌", "业主情绪激动"]
    editor.save()
    made = page.open_drill()
    assert made is not None
    assert made.injects == lift.injects
    # Chosen in the editor, and never over what stands there.
    page.new_record()
    assert editor.bindings["injects"].value() == ()
    for playbook, count in ((fees, 1), (lift, 1)):
        editor.bindings["playbook_id"].set_value(playbook.id)
        editor.bindings["playbook_id"].changed.emit()
        assert len(editor.bindings["injects"].value()) == count
