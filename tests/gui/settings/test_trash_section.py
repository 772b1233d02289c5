"""The way out of the trash: from its list, and where a save meets what somebody else deleted."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from riskdesk.desk import Desk
from riskdesk.domain.risk import Risk
from riskdesk.gui.pages.risks import RiskPage
from riskdesk.gui.pages.settings import SettingsPage
from riskdesk.gui.pages.settings.trash import TrashSection
from riskdesk.gui.window import MainWindow
from tests.gui.keys import commit


def test_a_record_is_taken_out_of_the_list(window: MainWindow, qtbot: QtBot) -> None:
    desk = window.session.desk
    risk = desk.risks.add(Risk(title="误删的风险", family="operational")).value
    desk.risks.delete(risk.id)
    window.go_to("settings")
    page = window.current
    assert isinstance(page, SettingsPage)
    page.go_to("trash")
    section = page.current
    assert isinstance(section, TrashSection)
    model = section.model
    assert [model.index(0, column).data() for column in range(3)] == ["Risk", risk.number, "误删的风险"]
    qtbot.mouseClick(section.take, Qt.MouseButton.LeftButton)
    assert not desk.store.is_deleted("risk", risk.id)
    assert section.none.isVisible()
    page.session.undo()
    assert desk.store.is_deleted("risk", risk.id)
    assert model.rowCount() == 1


def test_a_save_that_meets_a_deleted_record_takes_it_out(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to("risk")
    page = window.current
    assert isinstance(page, RiskPage)
    page.edit_record()
    editor = page.detail.editor
    assert editor is not None
    assert editor.base is not None
    id = editor.base.id
    other = Desk.open(page.desk.store.path, "B", create=False)
    other.risks.delete(id)
    other.close()
    commit(editor.bindings["place"].widget, "地下室")
    qtbot.keyClick(editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert editor.banner.isVisible()
    qtbot.mouseClick(editor.banner.link, Qt.MouseButton.LeftButton)
    assert not page.desk.store.is_deleted("risk", id)
    assert page.desk.risks.get(id).place.endswith("地下室")
    assert page.detail.is_reading
