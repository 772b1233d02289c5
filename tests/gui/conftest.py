"""A session and a window over a real file, for tests that do what a user does."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from riskdesk import i18n
from riskdesk.desk import Desk
from riskdesk.gui.session import Session
from riskdesk.gui.settings import SettingsFile
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.window import MainWindow


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """Tests read English texts; the Chinese ones are tested as a whole."""
    before = i18n.language()
    i18n.set_language("en")
    yield
    i18n.set_language(before)


@pytest.fixture(scope="session", autouse=True)
def _pass_over_what_stays() -> None:
    """What is loaded stays anyway, and is not looked through again after every test."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _collect_here(qapp: QApplication) -> Iterator[None]:
    """Garbage that holds widgets is collected on the GUI thread, and after Qt has deleted what it was to delete.

    In the program its event loop does that at once; under a test nothing is deleted before the test returns.
    """
    gc.disable()
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    gc.enable()


@pytest.fixture(scope="session")
def starter_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new file with the starter content, made once and copied for every test."""
    path = tmp_path_factory.mktemp("starter") / "office.riskdesk"
    Desk.begin(path, site="JX").close()
    return path


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path, starter_file: Path) -> Iterator[Session]:
    """A new file with the starter content."""
    theme()
    desk = Desk.open(Path(shutil.copy(starter_file, tmp_path / "office.riskdesk")))
    made = Session(desk, SettingsFile(tmp_path / "settings.json"))
    yield made
    made.close()


_PAGES = {
    "actions": "action", "contracts": "contract", "drills": "drill",
    "incidents": "incident", "playbooks": "playbook", "printing": "print", "regulations": "regulation",
    "reviews": "review", "risks": "risk", "settings": "settings",
}  # fmt: skip
"""The page that a folder of tests is about."""


@pytest.fixture
def window(session: Session, qtbot: QtBot, request: pytest.FixtureRequest) -> MainWindow:
    """The main window, shown; it begins with the page that the test is about."""
    session.settings.last_page = _PAGES.get(request.path.parent.name, "overview")
    made = MainWindow(session)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made
