"""The calendar: what stands on which day, moving by mouse and by keys, and undo."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from riskdesk.domain.drill import Drill
from riskdesk.gui.pages.drills import DrillPage
from riskdesk.gui.session import Session
from tests.gui.drills.conftest import TODAY

DAY = dt.timedelta(days=1)


def middle(place) -> QPoint:  # type: ignore[no-untyped-def]
    return QPointF(place.center()).toPoint()


def drag(page: DrillPage, drill: Drill, day: dt.date) -> None:
    month = page.calendar
    start, end = middle(month.place_of(drill.id)), middle(month.cell(day))
    QTest.mousePress(month, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(month, start + QPoint(15, 0))
    QTest.mouseMove(month, end)
    QTest.mouseRelease(month, Qt.MouseButton.LeftButton, pos=end)


def test_a_drill_stands_on_its_day_and_opens(page: DrillPage, drill: Drill, qtbot: QtBot) -> None:
    (chip,) = page.calendar.chips_on(TODAY)
    assert (chip.title, chip.site, chip.level) == ("夜间电梯困人", "锦绣花园", "yellow")
    qtbot.mouseClick(page.calendar, Qt.MouseButton.LeftButton, pos=middle(page.calendar.place_of(drill.id)))
    assert page.detail.record is not None
    assert page.detail.record.id == drill.id


def test_dragging_plans_it_for_another_day_and_undo_brings_it_back(
    page: DrillPage, drill: Drill, session: Session
) -> None:
    drag(page, drill, TODAY + DAY)
    assert session.desk.drills.get(drill.id).planned_on == TODAY + DAY
    assert [chip.id for chip in page.calendar.chips_on(TODAY + DAY)] == [drill.id]
    session.undo()
    assert session.desk.drills.get(drill.id).planned_on == TODAY
    assert [chip.id for chip in page.calendar.chips_on(TODAY)] == [drill.id]


def test_what_is_over_stays_where_it_was(page: DrillPage, drill: Drill, session: Session) -> None:
    session.desk.drills.call_off(drill.id)
    drag(page, drill, TODAY + DAY)
    assert session.desk.drills.get(drill.id).planned_on == TODAY


def test_keys_move_the_cursor_the_month_and_the_drill(
    page: DrillPage, drill: Drill, session: Session, qtbot: QtBot
) -> None:
    month = page.calendar
    month.setFocus()
    qtbot.keyClick(month, Qt.Key.Key_Return)
    assert page._open_id == drill.id
    qtbot.keyClick(month, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert session.desk.drills.get(drill.id).planned_on == TODAY + 7 * DAY
    qtbot.keyClick(month, Qt.Key.Key_PageDown)
    assert month.first == dt.date(2027, 1, 1) or month.first > TODAY
    qtbot.keyClick(month, Qt.Key.Key_Home)
    assert month.first == TODAY.replace(day=1)


def test_a_day_without_drills_offers_to_plan_one(page: DrillPage, qtbot: QtBot) -> None:
    empty = TODAY + 2 * DAY
    QTest.mouseDClick(page.calendar, Qt.MouseButton.LeftButton, pos=middle(page.calendar.cell(empty)))
    assert page.detail.is_editing
    assert page.detail.editor is not None
    assert page.detail.editor.bindings["planned_on"].value() == empty


def test_more_than_fit_are_counted(page: DrillPage, drill: Drill, session: Session) -> None:
    for n in range(12):
        session.desk.drills.add(Drill.of(title=f"演练 {n}", planned_on=TODAY))
    placed, rest, _ = page.calendar._placed(TODAY)
    assert rest is not None
    assert len(placed) < 13 == len(page.calendar.chips_on(TODAY))


def test_month_and_list_show_the_same(page: DrillPage, drill: Drill, qtbot: QtBot) -> None:
    assert "2026-11 · 1 drills" in page.sub_text()
    page.sight._choose(1)
    assert page.table.isVisible()
    assert page.model.rowCount() == 1
    page.show_list({"quarter": ("on",), "site": (drill.site_id,)})
    assert page.model.rowCount() == 1
    page.sight._choose(0)
    assert page.calendar.isVisible()
