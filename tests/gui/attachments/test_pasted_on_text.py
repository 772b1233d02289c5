"""A copied file that is pasted on a text is attached, or refused: its path is never written into the text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.domain.risk import Risk
from riskdesk.gui.attachments import AttachmentBox
from riskdesk.gui.editor import RecordEditor
from riskdesk.gui.pages.list_page import ListPage
from riskdesk.gui.window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    made = tmp_path / "现场照片.jpg"
    made.write_bytes(b"\xff\xd8" + bytes(3000))
    return made


@pytest.fixture(autouse=True)
def _empty_clipboard() -> Iterator[None]:
    yield
    QApplication.clipboard().clear()


def copy(*paths: Path) -> None:
    """As a file manager copies files: their addresses, and their paths as text."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    data.setText("\n".join(map(str, paths)))
    QApplication.clipboard().setMimeData(data)


def paste_by_menu(target: QWidget) -> None:
    """Choose Paste in the menu of the right mouse button."""
    place = target.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, target.mapToGlobal(QPoint(4, 4)))
    QApplication.sendEvent(target, event)
    menu = next(menu for menu in target.findChildren(QMenu) if menu.isVisible())
    next(action for action in menu.actions() if action.objectName() == "edit-paste").trigger()
    menu.close()


@pytest.fixture
def editor(window: MainWindow) -> RecordEditor:
    risk = window.session.desk.risks.add(Risk(title="电梯困人", family="operational", description="多发")).value
    window.session.editor_wanted.emit("risk", risk.id, {})
    page = window.current
    assert isinstance(page, ListPage)
    assert page.detail.editor is not None
    return page.detail.editor


@pytest.mark.parametrize("name", ["title", "description"])
def test_a_copied_file_is_attached_and_saved(
    editor: RecordEditor, window: MainWindow, qtbot: QtBot, photo: Path, name: str
) -> None:
    box = editor.bindings["attachments"].widget
    assert isinstance(box, AttachmentBox)
    copy(photo)
    before = editor.bindings[name].value()
    qtbot.keyClick(editor.fields[name].editor, Qt.Key.Key_V, CTRL)
    qtbot.waitUntil(lambda: len(box.rows()) == 1 and not box.reading)
    assert editor.bindings[name].value() == before
    assert "1 files are attached when you save." in window.overlays.notices.texts()
    editor.save()
    assert [file.name for file in window.session.desk.attachments.of("risk", editor.base.id)] == ["现场照片.jpg"]


@pytest.mark.parametrize("name", ["title", "description"])
def test_by_the_menu_too(editor: RecordEditor, qtbot: QtBot, photo: Path, name: str) -> None:
    box = editor.bindings["attachments"].widget
    assert isinstance(box, AttachmentBox)
    copy(photo)
    before = editor.bindings[name].value()
    paste_by_menu(editor.fields[name].editor)
    qtbot.waitUntil(lambda: len(box.rows()) == 1)
    assert editor.bindings[name].value() == before


def test_an_editor_without_attachments_refuses_it(window: MainWindow, qtbot: QtBot, photo: Path) -> None:
    window.session.editor_wanted.emit("complaint", "", {})
    page = window.current
    assert isinstance(page, ListPage)
    editor = page.detail.editor
    assert editor is not None
    copy(photo)
    for name in ("title", "detail", "received_on"):
        qtbot.keyClick(editor.fields[name].editor, Qt.Key.Key_V, CTRL)
        paste_by_menu(editor.fields[name].editor)
    assert not editor.is_dirty


def test_nor_does_a_search_look_for_a_path(window: MainWindow, qtbot: QtBot, photo: Path) -> None:
    window.go_to("risk")
    page = window.current
    assert isinstance(page, ListPage)
    page.focus_search()
    copy(photo)
    qtbot.keyClick(page.bar.search, Qt.Key.Key_V, CTRL)
    assert page.bar.search.text() == ""


def test_words_are_pasted_as_ever(editor: RecordEditor, qtbot: QtBot) -> None:
    for name in ("title", "description"):
        QApplication.clipboard().setText("夜间")
        qtbot.keyClick(editor.fields[name].editor, Qt.Key.Key_V, CTRL)
        assert "夜间" in editor.bindings[name].value()
        paste_by_menu(editor.fields[name].editor)
        assert editor.bindings[name].value().count("夜间") == 2
