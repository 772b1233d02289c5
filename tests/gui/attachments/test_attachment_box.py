"""Files of a record as a person handles them: added, dropped, pasted, opened, saved, removed, undone."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDesktopServices, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from riskdesk.domain.action import Action
from riskdesk.domain.case import Case
from riskdesk.domain.contract import Contract
from riskdesk.domain.drill import Drill
from riskdesk.domain.incident import Incident
from riskdesk.domain.risk import Risk
from riskdesk.gui.attachments import AttachmentBox, RecordAttachments
from riskdesk.gui.pages.list_page import ListPage
from riskdesk.gui.window import MainWindow

NOW = dt.datetime(2026, 11, 25, 4, 0, tzinfo=dt.UTC)


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    made = tmp_path / "现场照片.jpg"
    made.write_bytes(b"\xff\xd8" + bytes(3_000_000))
    return made


def open_risk(window: MainWindow) -> Risk:
    risk = window.session.desk.risks.add(Risk(title="电梯困人多发", family="operational")).value
    window.session.record_wanted.emit("risk", risk.id)
    return risk


def box(window: MainWindow) -> RecordAttachments:
    page: Any = window.current
    QApplication.processEvents()
    found: list[RecordAttachments] = [
        box for box in page.detail.reader.findChildren(RecordAttachments) if box.isVisibleTo(page.detail.reader)
    ]
    return found[-1]


def names(window: MainWindow, kind: str, id: str) -> list[str]:
    return [attachment.name for attachment in window.session.desk.attachments.of(kind, id)]


def drop(target: AttachmentBox, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    target.dropEvent(QDropEvent(QPointF(4, 4), Qt.DropAction.CopyAction, data, buttons, keys))


def test_a_file_is_added_by_the_button_and_taken_back_by_undo(
    window: MainWindow, qtbot: QtBot, photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    risk = open_risk(window)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(photo)], ""))
    qtbot.mouseClick(box(window).add, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: names(window, "risk", risk.id) == ["现场照片.jpg"])
    row = box(window).rows()[0]
    assert (row.name.text(), row.size_words.text()) == ("现场照片.jpg", "2.9 MB")
    assert any("现场照片.jpg" in text for text in window.overlays.notices.texts())
    window.session.undo()
    assert names(window, "risk", risk.id) == []
    assert box(window).rows() == []


def test_dropped_files_come_in_once(window: MainWindow, qtbot: QtBot, photo: Path, tmp_path: Path) -> None:
    risk = open_risk(window)
    scan = tmp_path / "合同.pdf"
    scan.write_bytes(b"%PDF")
    drop(box(window), photo, scan, tmp_path)
    qtbot.waitUntil(lambda: len(names(window, "risk", risk.id)) == 2)
    drop(box(window), scan)
    qtbot.waitUntil(lambda: any("already" in text for text in window.overlays.notices.texts()))
    assert names(window, "risk", risk.id) == ["现场照片.jpg", "合同.pdf"]


def test_a_picture_is_pasted(window: MainWindow, qtbot: QtBot) -> None:
    risk = open_risk(window)
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(QColor("teal"))
    QGuiApplication.clipboard().setImage(picture)
    here = box(window)
    here.add.setFocus()
    qtbot.keyClick(here.add, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(names(window, "risk", risk.id)) == 1)
    assert names(window, "risk", risk.id)[0].startswith("Picture 20")
    QGuiApplication.clipboard().setText("only words")
    box(window).paste()
    assert any("clipboard" in text for text in window.overlays.notices.texts())


def test_it_opens_is_saved_elsewhere_and_removed(
    window: MainWindow, qtbot: QtBot, photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    risk = open_risk(window)
    drop(box(window), photo)
    qtbot.waitUntil(lambda: names(window, "risk", risk.id) != [])
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: bool(opened.append(url.toLocalFile())) or True)
    qtbot.mouseClick(box(window).rows()[0].name, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: opened != [])
    assert Path(opened[0]).read_bytes() == photo.read_bytes()
    target = tmp_path / "copy.jpg"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    qtbot.mouseClick(box(window).rows()[0].save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(target.exists)
    assert target.read_bytes() == photo.read_bytes()
    qtbot.mouseClick(box(window).rows()[0].remove, Qt.MouseButton.LeftButton)
    assert names(window, "risk", risk.id) == []
    window.session.undo()
    assert names(window, "risk", risk.id) == ["现场照片.jpg"]


def test_a_program_is_not_opened(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    risk = open_risk(window)
    program = tmp_path / "setup.exe"
    program.write_bytes(b"MZ")
    drop(box(window), program)
    qtbot.waitUntil(lambda: names(window, "risk", risk.id) != [])
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    qtbot.mouseClick(box(window).rows()[0].name, Qt.MouseButton.LeftButton)
    assert any("setup.exe" in text and "program" in text for text in window.overlays.notices.texts())
    assert opened == []


def test_a_file_that_is_too_large_says_so(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    risk = open_risk(window)
    large = tmp_path / "录像.mp4"
    with large.open("wb") as file:
        file.truncate(50 * 1024 * 1024 + 1)
    drop(box(window), large)
    qtbot.waitUntil(lambda: any("录像.mp4" in text for text in window.overlays.notices.texts()), timeout=10_000)
    assert names(window, "risk", risk.id) == []


def test_in_an_editor_files_are_saved_with_the_record_and_kept_in_its_draft(
    window: MainWindow, qtbot: QtBot, photo: Path
) -> None:
    risk = open_risk(window)
    page = window.current
    assert isinstance(page, ListPage)
    page.detail.edit()
    editor = page.detail.editor
    assert editor is not None
    widget = editor.bindings["attachments"].widget
    assert isinstance(widget, AttachmentBox)
    drop(widget, photo)
    editor.save()
    assert "being read" in editor.fields["attachments"].error() or names(window, "risk", risk.id) != []
    qtbot.waitUntil(lambda: len(widget.rows()) == 1)
    assert names(window, "risk", risk.id) == []
    page.detail.leave_editor()
    page.detail.edit()
    assert [row.name.text() for row in widget.rows()] == ["现场照片.jpg"]
    editor.save()
    assert names(window, "risk", risk.id) == ["现场照片.jpg"]
    page.detail.edit()
    qtbot.mouseClick(widget.rows()[0].remove, Qt.MouseButton.LeftButton)
    editor.save()
    assert names(window, "risk", risk.id) == []


MAKE = {
    "risk": lambda desk: desk.risks.add(Risk(title="一", family="operational")),
    "case": lambda desk: desk.cases.add(Case(title="二", family="operational")),
    "incident": lambda desk: desk.incidents.report(Incident(title="三", started_at=desk.clock())),
    "action": lambda desk: desk.actions.add(Action(title="四")),
    "drill": lambda desk: desk.drills.add(Drill(title="五", playbook_id=desk.playbooks.all()[0].id)),
    "contract": lambda desk: desk.contracts.add(Contract(title="六")),
}


@pytest.mark.parametrize("kind", MAKE)
def test_every_page_has_it_to_read_and_to_edit(window: MainWindow, qtbot: QtBot, photo: Path, kind: str) -> None:
    record = MAKE[kind](window.session.desk).value
    if kind == "incident":  # a running one opens in the console
        window.session.desk.incidents.close(record.id, "已救出")
    window.session.record_wanted.emit(kind, record.id)
    drop(box(window), photo)
    qtbot.waitUntil(lambda: names(window, kind, record.id) == ["现场照片.jpg"])
    qtbot.waitUntil(lambda: len(box(window).rows()) == 1)
    page: Any = window.current
    page.detail.edit()
    widget = page.detail.editor.bindings["attachments"].widget
    assert [row.name.text() for row in widget.rows()] == ["现场照片.jpg"]


def test_another_record_opened_meanwhile_does_not_get_the_file(window: MainWindow, qtbot: QtBot, photo: Path) -> None:
    run, gone, came = window.session.worker.run, Event(), Event()
    first = open_risk(window)
    run("", lambda task: gone.wait(10))  # the file is read when the first record is out of sight, not before
    was = box(window)
    drop(was, photo)
    second = open_risk(window)
    qtbot.waitUntil(lambda: not isValid(was))
    gone.set()
    run("", lambda task: None, lambda nothing: came.set())
    qtbot.waitUntil(came.is_set)
    assert names(window, "risk", second.id) == []
    assert names(window, "risk", first.id) == []
