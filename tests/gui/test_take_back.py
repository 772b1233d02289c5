"""Ctrl+Z acts at once only on what the page in sight shows; anything else it names and asks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from riskdesk.domain.drill import Drill
from riskdesk.domain.risk import Risk
from riskdesk.gui.session import Session
from riskdesk.gui.widgets.notice import Notice
from riskdesk.gui.window import MainWindow

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def drill(session: Session, title: str = "电梯困人") -> Drill:
    return session.desk.drills.add(Drill.of(title=title, planned_on=session.desk.today)).value


def test_in_sight_it_is_undone_and_done_again_at_once(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    made = drill(session)
    window.go_to("drill")
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert session.desk.store.is_deleted("drill", made.id)
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL | SHIFT)
    assert not session.desk.store.is_deleted("drill", made.id)


def test_out_of_sight_it_says_what_it_is_and_asks(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    window.go_to("risk")
    made = drill(session)
    for _ in range(2):
        qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert not session.desk.store.is_deleted("drill", made.id)
    notice = window.findChildren(Notice)[-1]
    assert notice.words.text() == f"Not on this page: New drill · {made.number} 电梯困人"
    # What the notice names is undone, whatever was done since.
    session.desk.risks.add(Risk(title="新风险", family="operational"))
    qtbot.mouseClick(notice.button, Qt.MouseButton.LeftButton)
    assert session.desk.store.is_deleted("drill", made.id)
    assert session.desk.undo_stack.undo_label == "New risk"


def test_in_the_drill_room_other_drills_are_out_of_sight(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    first, other = drill(session), drill(session, "暴雨内涝")
    window.open_record("drill", first.id)
    page = window.page("drill")
    page.run()  # type: ignore[attr-defined]
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert not session.desk.store.is_deleted("drill", other.id)
    session.desk.drills.start(first.id)
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert session.desk.drills.get(first.id).started_at is None
