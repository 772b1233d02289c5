"""Photos and papers of an incident that runs: by the button, dropped, pasted; read, removed, and kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.domain.incident import EntryKind, Incident
from riskdesk.gui.pages.incidents import IncidentPage
from riskdesk.gui.pages.incidents.console import Console
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.window import MainWindow


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    made = tmp_path / "轿厢.jpg"
    made.write_bytes(b"\xff\xd8" + bytes(3000))
    return made


def names(console: Console) -> list[str]:
    return [file.name for file in console.desk.attachments.of("incident", console.incident_id)]


def drop(target: QWidget, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPoint(4, 4), copy, data, left, none)
    QApplication.sendEvent(target, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(target, QDropEvent(QPointF(4, 4), copy, data, left, none))


def test_the_button_asks_for_a_file_and_it_is_attached_at_once(
    console: Console, window: MainWindow, photo: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    focused = console.focusWidget()
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(photo)], ""))
    qtbot.mouseClick(console.log.files.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: names(console) == ["轿厢.jpg"])
    assert console.log.files.button.text() == "1"
    assert "轿厢.jpg is attached." in window.overlays.notices.texts()
    assert console.focusWidget() is focused  # Enter still settles the step
    window.session.undo()
    assert names(console) == []
    assert console.log.files.button.text() == ""


def test_the_files_are_read_and_removed_above_the_line(
    console: Console, photo: Path, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = console.log.files
    drop(console.clock, photo)  # anywhere in the room
    qtbot.waitUntil(lambda: names(console) == ["轿厢.jpg"])
    assert not files.isVisible()
    qtbot.mouseClick(files.button, Qt.MouseButton.LeftButton)
    assert files.isVisible()
    assert files.box is not None
    row = files.box.rows()[0]
    assert row.name.text() == "轿厢.jpg"
    assert all(button.height() >= theme().px(44) for button in files.findChildren(QAbstractButton))
    target = tmp_path / "copy.jpg"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    qtbot.mouseClick(row.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(target.exists)
    assert console.back()  # Esc closes the files, not the room
    assert not files.isVisible()
    qtbot.mouseClick(files.button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(files.box.rows()[0].remove, Qt.MouseButton.LeftButton)
    assert names(console) == []
    assert not files.isVisible()


def test_a_file_dropped_or_pasted_on_the_line_is_no_entry(console: Console, photo: Path, qtbot: QtBot) -> None:
    line = console.log.line
    drop(line, photo)
    qtbot.waitUntil(lambda: names(console) == ["轿厢.jpg"])
    assert line.text() == ""
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(QColor("teal"))
    QGuiApplication.clipboard().setImage(picture)
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(names(console)) == 2)
    QGuiApplication.clipboard().setText("对讲接通")
    qtbot.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == "对讲接通"
    assert EntryKind.NOTE not in [e.entry_kind for e in console.desk.incidents.entries(console.incident_id)]


def test_another_incident_has_its_own_files(console: Console, page: IncidentPage, photo: Path, qtbot: QtBot) -> None:
    drop(console.clock, photo)
    qtbot.waitUntil(lambda: names(console) == ["轿厢.jpg"])
    desk = page.desk
    other = desk.incidents.report(Incident(title="停水", started_at=desk.clock())).value
    page.session.record_wanted.emit("incident", other.id)
    assert console.incident_id == other.id
    assert console.log.files.button.text() == ""
    second = photo.with_name("阀门.jpg")
    second.write_bytes(b"\xff\xd8")
    drop(console.clock, second)
    qtbot.waitUntil(lambda: names(console) == ["阀门.jpg"])
    page.session.record_wanted.emit("incident", next(i.id for i in desk.incidents.running() if i.id != other.id))
    assert names(console) == ["轿厢.jpg"]
    assert console.log.files.button.text() == "1"


def test_the_palette_offers_it(
    console: Console, window: MainWindow, photo: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(photo)], ""))
    assert window.current is not None
    window.current.commands["incidents.attach"].trigger()
    qtbot.waitUntil(lambda: names(console) == ["轿厢.jpg"])
