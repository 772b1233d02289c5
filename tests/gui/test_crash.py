"""An unexpected error: a calm dialog, the details without values, each traceback once."""

from __future__ import annotations

import sys

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from riskdesk import i18n
from riskdesk.gui.crash import CrashReporter
from riskdesk.gui.theme.theme import theme

PHONE = "138" + "00138000"


def fail(secret: str) -> None:
    raise ValueError(f"the phone {secret}")


def reporter(qtbot: QtBot) -> CrashReporter:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return CrashReporter(app)


def report(crash: CrashReporter) -> None:
    try:
        fail(PHONE)
    except ValueError:
        crash.hook(*sys.exc_info())  # type: ignore[arg-type]


def test_the_dialog_says_what_is_safe_and_copies_the_details(qtbot: QtBot) -> None:
    crash = reporter(qtbot)
    report(crash)
    qtbot.waitUntil(lambda: crash._open is not None)
    box = crash._open
    assert isinstance(box, QMessageBox)
    assert "on disk" in box.informativeText()
    copy = next(b for b in box.findChildren(QPushButton) if b.text() == "Copy the details")
    copy.click()
    copied = QGuiApplication.clipboard().text()
    assert "in fail" in copied
    assert "ValueError" in copied
    assert PHONE not in copied
    box.close()


def test_the_words_on_its_buttons_are_whole(qtbot: QtBot) -> None:
    theme()
    # The Chinese sentences are short, so that there is no room to spare.
    i18n.set_language("zh")
    crash = reporter(qtbot)
    report(crash)
    qtbot.waitUntil(lambda: crash._open is not None)
    box = crash._open
    assert isinstance(box, QMessageBox)
    qtbot.waitExposed(box)
    buttons = box.findChildren(QPushButton)
    assert [b.text() for b in buttons if b.width() < b.sizeHint().width()] == []
    assert len(buttons) == 3
    box.close()


def test_the_same_traceback_is_told_once(qtbot: QtBot) -> None:
    crash = reporter(qtbot)
    told: list[str] = []
    crash.happened.disconnect()
    crash.happened.connect(told.append)
    for _ in range(100):
        report(crash)
    assert len(told) == 1
