"""A file dropped on a text is attached, or refused: its path is never written into the text."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.domain.case import Case
from riskdesk.domain.risk import Risk
from riskdesk.gui.attachments import AttachmentBox
from riskdesk.gui.editor import RecordEditor
from riskdesk.gui.pages.cases.rows import RowsBinding
from riskdesk.gui.pages.imports import ImportPage
from riskdesk.gui.pages.list_page import ListPage
from riskdesk.gui.window import MainWindow
from tests.gui.keys import commit

COPY, LEFT, NONE = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    made = tmp_path / "现场照片.jpg"
    made.write_bytes(b"\xff\xd8" + bytes(3000))
    return made


def dropped(target: QWidget, data: QMimeData) -> Qt.DropAction:
    """Drag over a widget and let go, as Qt delivers it: to whatever around it takes the drag.

    Returns what the drag would do; nothing is let go where nobody takes it.
    """
    inside = target.viewport() if isinstance(target, QAbstractScrollArea) else target
    entered = QDragEnterEvent(QPoint(4, 4), COPY, data, LEFT, NONE)
    QApplication.sendEvent(inside, entered)
    if not entered.isAccepted() or entered.dropAction() == Qt.DropAction.IgnoreAction:
        return Qt.DropAction.IgnoreAction
    QApplication.sendEvent(inside, QDropEvent(QPointF(4, 4), COPY, data, LEFT, NONE))
    return entered.dropAction()


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    data.setText("\n".join(map(str, paths)))  # file managers tell the path as text as well
    return data


def editing(window: MainWindow, kind: str, id: str) -> RecordEditor:
    window.session.editor_wanted.emit(kind, id, {})
    page = window.current
    assert isinstance(page, ListPage)
    editor = page.detail.editor
    assert editor is not None
    return editor


def test_on_a_text_of_an_editor_it_is_attached_and_saved(window: MainWindow, qtbot: QtBot, photo: Path) -> None:
    risk = window.session.desk.risks.add(Risk(title="电梯困人", family="operational")).value
    editor = editing(window, "risk", risk.id)
    box = editor.bindings["attachments"].widget
    assert isinstance(box, AttachmentBox)
    commit(editor.fields["description"].editor, "多发")
    assert dropped(editor.fields["description"].editor, files(photo)) == COPY
    qtbot.waitUntil(lambda: len(box.rows()) == 1)
    assert dropped(editor.fields["title"].editor, files(photo)) == COPY
    qtbot.waitUntil(lambda: not box.reading)
    assert [row.name.text() for row in box.rows()] == ["现场照片.jpg"]
    assert editor.bindings["description"].value() == "多发"
    assert editor.bindings["title"].value() == "电梯困人"
    notices = window.overlays.notices
    assert "1 files are attached when you save." in notices.texts()
    notice = list(notices._shown.values())[-1]
    qtbot.mouseClick(notice.button, Qt.MouseButton.LeftButton)
    assert not box.visibleRegion().isEmpty()
    editor.save()
    assert [file.name for file in window.session.desk.attachments.of("risk", risk.id)] == ["现场照片.jpg"]


def test_on_a_row_of_a_case_too_and_beside_the_texts(window: MainWindow, qtbot: QtBot, photo: Path) -> None:
    case = window.session.desk.cases.add(Case.of(title="漏水", family="operational")).value
    editor = editing(window, "case", case.id)
    rows, box = editor.bindings["course"], editor.bindings["attachments"].widget
    assert isinstance(rows, RowsBinding)
    assert isinstance(box, AttachmentBox)
    qtbot.mouseClick(rows._box().add, Qt.MouseButton.LeftButton)
    assert dropped(rows.rows[0].bindings["what"].widget, files(photo)) == COPY
    qtbot.waitUntil(lambda: len(box.rows()) == 1)
    assert rows.value() == []
    other = photo.with_name("图纸.pdf")
    other.write_bytes(b"%PDF")
    assert dropped(editor.title, files(other)) == COPY
    qtbot.waitUntil(lambda: len(box.rows()) == 2)


def test_an_editor_without_attachments_refuses_it(window: MainWindow, photo: Path) -> None:
    window.session.editor_wanted.emit("complaint", "", {})
    page = window.current
    assert isinstance(page, ListPage)
    editor = page.detail.editor
    assert editor is not None
    for name in ("title", "detail", "received_on"):
        assert dropped(editor.fields[name].editor, files(photo)) == Qt.DropAction.IgnoreAction
    assert window.current is page
    assert page.detail.is_editing
    assert not editor.is_dirty


def test_a_folder_is_no_text_either(window: MainWindow, tmp_path: Path) -> None:
    editor = editing(window, "risk", window.session.desk.risks.add(Risk(title="一", family="legal")).value.id)
    dropped(editor.fields["title"].editor, files(tmp_path))
    assert editor.bindings["title"].value() == "一"
    assert not editor.is_dirty


def test_words_are_dropped_as_ever(window: MainWindow) -> None:
    editor = editing(window, "risk", window.session.desk.risks.add(Risk(title="一", family="legal")).value.id)
    data = QMimeData()
    data.setText("电梯")
    data.setUrls([QUrl("https://example.org/lift")])
    for name in ("title", "description"):
        assert dropped(editor.fields[name].editor, data) != Qt.DropAction.IgnoreAction
        assert "电梯" in editor.bindings[name].value()


def test_a_list_dropped_on_a_search_box_comes_in_as_anywhere(window: MainWindow, tmp_path: Path) -> None:
    ledger = tmp_path / "台账.csv"
    ledger.write_text("风险名称\n电梯困人\n", "utf-8-sig")
    window.go_to("risk")
    page = window.current
    assert isinstance(page, ListPage)
    assert dropped(page.bar.search, files(ledger)) == COPY
    assert page.bar.search.text() == ""
    assert isinstance(window.current, ImportPage)
