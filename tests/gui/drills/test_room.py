"""Recording a drill while it runs, and from paper."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from riskdesk.domain.drill import Drill, DrillState, InjectOutcome, StepOutcome
from riskdesk.gui.pages.drills import DrillPage
from riskdesk.gui.pages.drills.recording import DrillRoom
from riskdesk.gui.session import Session
from tests.conftest import Clock
from tests.gui.keys import commit


@pytest.fixture
def room(page: DrillPage, drill: Drill) -> DrillRoom:
    page.open_record("drill", drill.id)
    page.start()
    assert page.room.isVisible()
    return page.room


def stored(session: Session, drill: Drill) -> Drill:
    return session.desk.drills.get(drill.id)


def test_a_tick_takes_the_time_of_the_drills_clock(
    room: DrillRoom, session: Session, drill: Drill, clock: Clock, qtbot: QtBot
) -> None:
    clock.on(seconds=44)
    room.tick()
    assert room.clock.text() == "00:00:44"
    row = room.steps[0]
    qtbot.mouseClick(row.outcome, Qt.MouseButton.LeftButton, pos=QPoint(12, 12))
    result = stored(session, drill).step_result("activate")
    assert result is not None
    assert (result.outcome, result.at_s) == (StepOutcome.DONE, 44)
    clock.on(seconds=40)
    room.tick()
    room.steps[1].outcome._choose(0)
    assert room.steps[1].late.text() == "00:24 late"


def test_a_typed_time_from_paper_means_done(page: DrillPage, drill: Drill, session: Session, qtbot: QtBot) -> None:
    page.open_record("drill", drill.id)
    page.run()
    row = page.room.steps[4]
    commit(row.time, "13:25")
    qtbot.keyClick(row.time, Qt.Key.Key_Return)
    result = stored(session, drill).step_result(row.key)
    assert result is not None
    assert (result.outcome, result.at_s) == (StepOutcome.DONE, 805)
    page.room.finish.click()
    assert stored(session, drill).state is DrillState.DONE
    assert stored(session, drill).started_at is None


def test_an_inject_is_due_until_it_is_noted(
    room: DrillRoom, session: Session, drill: Drill, clock: Clock, qtbot: QtBot
) -> None:
    row = room.injects[0]
    assert not row._due
    clock.on(seconds=361)
    room.tick()
    assert row._due
    row.outcome._choose(1)
    result = stored(session, drill).inject_result("panic")
    assert result is not None
    assert (result.outcome, result.at_s) == (InjectOutcome.PARTLY, 361)
    assert not row._due


def test_what_is_being_typed_survives_a_tick_elsewhere(room: DrillRoom, qtbot: QtBot) -> None:
    room.steps[2].time.setFocus()
    commit(room.steps[2].time, "1:1")
    room.steps[0].outcome._choose(0)
    assert room.steps[2].time.text() == "1:1"


def test_marks_against_the_pass_mark(room: DrillRoom, session: Session, drill: Drill, qtbot: QtBot) -> None:
    marks = room.marks
    marks.add.click()
    assert stored(session, drill).evaluations == ()
    commit(marks.evaluator, "沈敏")
    for key, value in (("procedure", 35), ("communication", 25), ("efficiency", 24)):
        marks.boxes[key].setValue(value)
    marks.lead.setChecked(True)
    assert marks.total.text() == "84"
    marks.add.click()
    assert stored(session, drill).score == 84
    assert marks.title is not None
    assert "not passed" in marks.title.note.text()
    assert marks.evaluator.text() == ""


def test_words_are_stored_when_typing_pauses_or_the_room_is_left(
    room: DrillRoom, page: DrillPage, session: Session, drill: Drill, qtbot: QtBot
) -> None:
    commit(room.strengths, "启动快")
    qtbot.waitUntil(lambda: stored(session, drill).strengths == "启动快", timeout=4000)
    commit(room.weaknesses, "外呼慢")
    qtbot.keyClick(room, Qt.Key.Key_Escape)
    assert stored(session, drill).weaknesses == "外呼慢"
    assert not room.isVisible()
    assert page.calendar.isVisible()


def test_finished_stays_to_be_marked(
    room: DrillRoom, page: DrillPage, session: Session, drill: Drill, clock: Clock
) -> None:
    clock.on(seconds=1800)
    room.finish.click()
    assert stored(session, drill).state is DrillState.DONE
    clock.on(seconds=600)
    room.tick()
    assert room.clock.text() == "00:30:00"
    assert not room.finish.isVisible()
    page.planning.plan_next()
    assert page.detail.editor is not None
    given = page.detail.editor.bindings["planned_on"].value()
    assert (given - clock().astimezone().date()).days == 90
