"""A file that is not there or cannot be opened, at the start and on the way to another one."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from riskdesk import app, i18n
from riskdesk.app import Application, begin
from riskdesk.cli import main
from riskdesk.desk import Desk
from riskdesk.gui import sample
from riskdesk.gui.files import go_over
from riskdesk.gui.settings import SettingsFile

AGAIN, ANOTHER, NEW, QUIT = "Look again", "Open another file…", "Start a new file…", "Quit"
Press = Callable[..., list[str]]


@pytest.fixture
def press(qtbot: QtBot) -> Press:
    """Press these buttons, one each time that the box comes up; returns what it said."""

    def start(*words: str | Callable[[], str]) -> list[str]:
        said: list[str] = []
        left = list(words)

        def look() -> None:
            box = QApplication.activeModalWidget()
            if isinstance(box, QMessageBox) and left:
                said.append(box.text())
                word = left.pop(0)
                text = word if isinstance(word, str) else word()
                (button,) = (b for b in box.findChildren(QPushButton) if b.text() == text)
                QTimer.singleShot(50, look)
                qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
            elif left:
                QTimer.singleShot(50, look)

        QTimer.singleShot(50, look)
        return said

    return start


@pytest.fixture
def settings(tmp_path: Path) -> SettingsFile:
    made = SettingsFile(tmp_path / "settings.json")
    made.values.language = "en"
    return made


@pytest.fixture
def application(qapp: QApplication, settings: SettingsFile, tmp_path: Path, qtbot: QtBot) -> Iterator[Application]:
    """One whose file, on a stick, is not there."""
    made = Application(qapp, settings, tmp_path / "stick" / "office.riskdesk")
    yield made
    if made.window is not None:
        made.window.hide()
    made.stop()
    qtbot.wait(50)


def damaged(path: Path) -> Path:
    path.write_bytes(b"nothing of ours" * 500)
    return path


def test_a_missing_file_is_told_and_nothing_is_made_in_its_place(application: Application, press: Press) -> None:
    said = press(QUIT)
    assert not begin(application, fresh=False)
    assert said == [f"{application.path} is not where it was."]
    assert not application.path.parent.exists()


def test_the_file_is_found_again_once_the_stick_is_in(application: Application, press: Press) -> None:
    def plug_in() -> str:
        Desk.begin(application.path).close()
        return AGAIN

    said = press(AGAIN, plug_in)
    assert begin(application, fresh=False)
    assert len(said) == 2
    assert application.session is not None


def test_a_new_office_is_begun_only_where_it_is_wanted(
    application: Application, press: Press, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    there = damaged(tmp_path / "there.riskdesk")
    chosen = [str(there), str(tmp_path / "new")]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (chosen.pop(0), ""))
    said = press(NEW, NEW)
    assert begin(application, fresh=False)
    assert said[1] == f"{there} is there already. Open it, or choose another name."
    assert application.path == tmp_path / "new.riskdesk"
    assert application.session is not None
    assert application.session.desk.store.count("playbook") > 0
    assert there.read_bytes() == b"nothing of ours" * 500


def test_a_second_damaged_file_and_a_chooser_that_is_left_lead_back_to_the_question(
    application: Application, press: Press, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    application.path = damaged(tmp_path / "first.riskdesk")
    second = damaged(tmp_path / "second.riskdesk")
    good = tmp_path / "good.riskdesk"
    Desk.begin(good).close()
    chosen = ["", str(second), str(good)]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (chosen.pop(0), ""))
    said = press(ANOTHER, ANOTHER, ANOTHER)
    assert begin(application, fresh=False)
    assert ["first" in text for text in said] == [True, True, False]
    assert "second" in said[2]
    assert application.path == good


@pytest.mark.parametrize("remembered", [False, True])
def test_only_a_first_start_begins_by_itself(
    remembered: bool, qapp: QApplication, settings: SettingsFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[Path, bool]] = []
    default = tmp_path / "office.riskdesk"
    settings.values.last_file = str(default) if remembered else ""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(app, "SettingsFile", lambda language: settings)
    monkeypatch.setattr(app, "default_file", lambda: default)
    monkeypatch.setattr(app.logs, "start", lambda: None)
    monkeypatch.setattr(app, "begin", lambda application, *, fresh: asked.append((application.path, fresh)))
    assert app.run() == 1
    assert asked == [(default, not remembered)]


def test_a_path_and_a_language_of_the_command_line_hold_for_this_window(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[Path, str]] = []
    remembered = tmp_path / "settings.json"
    SettingsFile(remembered).save()

    def start(application: Application, *, fresh: bool) -> bool:
        asked.append((application.path, i18n.language()))
        application.settings.save()
        return False

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr("riskdesk.gui.settings.settings_file", lambda: remembered)
    monkeypatch.setattr(app.logs, "start", lambda: None)
    monkeypatch.setattr(app, "begin", start)
    assert CliRunner().invoke(main, ["--language", "en", "--file", "office.riskdesk"]).exit_code == 1
    assert asked == [(tmp_path / "office.riskdesk", "en")]
    assert SettingsFile(remembered).values.language == "zh"


def test_a_language_that_is_chosen_in_the_window_is_remembered(tmp_path: Path) -> None:
    settings = SettingsFile(tmp_path / "settings.json", "en")
    for chosen in ("zh", "en"):
        settings.values.language = chosen  # type: ignore[assignment]
        settings.save()
        assert SettingsFile(settings.path).values.language == chosen


@pytest.mark.parametrize("harm", [damaged, Path.unlink])
def test_the_sample_stays_when_the_own_file_is_refused(
    harm: Callable[[Path], object], application: Application, qtbot: QtBot, tmp_path: Path
) -> None:
    own = application.path = tmp_path / "office.riskdesk"
    application.start(fresh=True)
    assert application.session is not None
    application.session.settings.person_id = "somebody"
    sample.open_sample(application.session)
    qtbot.waitUntil(lambda: application.path.name == sample.NAME, timeout=60_000)
    session, window = application.session, application.window
    officer = session.desk.person
    assert window is not None
    harm(own)
    told: list[str] = []
    session.failed.connect(told.append)
    window.go_to("overview")
    sample.go_back(session)
    assert (application.session, application.window) == (session, window)
    assert session.is_open
    assert str(own) in told[0]
    assert session.settings.last_file == str(application.path)
    assert session.settings.person_id == officer != "somebody"


def test_the_timers_of_a_file_that_was_left_come_to_nothing(
    application: Application, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "BACKUP_AFTER_MS", 200)
    monkeypatch.setattr(app, "WARM_AFTER_MS", 200)
    application.path, second = tmp_path / "first.riskdesk", tmp_path / "second.riskdesk"
    application.start(fresh=True)
    Desk.begin(second).close()
    assert application.session is not None
    go_over(application.session, second)
    assert application.path == second
    # An exception in a slot would fail the test.
    qtbot.waitUntil(lambda: application.session.desk.backups.last() is not None, timeout=20_000)  # type: ignore[union-attr]
