"""The file closes while something is being typed: nothing crashes, and what was typed is kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from riskdesk.app import Application
from riskdesk.desk import Desk
from riskdesk.gui.pages.risks import RiskPage
from riskdesk.gui.session import Session
from riskdesk.gui.settings import SettingsFile
from riskdesk.gui.window import MainWindow
from tests.gui.keys import commit


def type_place(window: MainWindow) -> RiskPage:
    window.go_to("risk")
    page = window.current
    assert isinstance(page, RiskPage)
    page.edit_record()
    assert page.detail.editor is not None
    commit(page.detail.editor.bindings["place"].widget, "地下室")
    return page


def test_the_timer_of_a_draft_may_come_after_the_file_is_closed(
    window: MainWindow, session: Session, qtbot: QtBot
) -> None:
    page = type_place(window)
    assert page.detail.editor is not None
    assert page.detail.editor.draft.is_waiting
    session.close()
    qtbot.waitUntil(lambda: not page.detail.editor.draft.is_waiting)  # type: ignore[union-attr]


def test_a_window_may_hide_after_the_file_is_closed(window: MainWindow, session: Session) -> None:
    type_place(window)
    session.close()
    window.hide()
    assert not window.isVisible()


def test_a_count_that_waited_may_come_after_the_file_is_closed(window: MainWindow, session: Session) -> None:
    window.go_to("case")
    page = window.current
    chips = page.bar._family_chips  # type: ignore[union-attr]
    before = [chip.text() for chip in chips]
    session.close()
    page.bar.count_families()  # type: ignore[union-attr]
    assert before == [chip.text() for chip in chips] != []


def test_another_file_is_opened_while_typing(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    settings = SettingsFile(tmp_path / "settings.json")
    settings.values.language = "en"
    first, second = tmp_path / "first.riskdesk", tmp_path / "second.riskdesk"
    application = Application(qapp, settings, first)
    application.start(fresh=True)
    Desk.begin(second).close()
    assert application.window is not None
    record = type_place(application.window).detail.record
    settings.values.last_file = str(second)
    application.rebuild()
    assert application.window is not None
    assert application.session is not None
    assert application.session.desk.store.path == second
    application.window.hide()
    application.stop()
    qtbot.wait(50)
    desk = Desk.open(first)
    assert record is not None
    draft = desk.store.draft("", "risk", record.id)
    desk.close()
    assert draft is not None
    assert draft["place"].endswith("地下室")
