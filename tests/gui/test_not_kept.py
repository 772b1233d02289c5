"""A draft that cannot be kept says so until it is, and nobody waits for it."""

from __future__ import annotations

from collections.abc import Iterator
from time import monotonic

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from riskdesk.gui import keeping
from riskdesk.gui.crash import CrashReporter
from riskdesk.gui.editor import RecordEditor
from riskdesk.gui.pages.risks import RiskPage
from riskdesk.gui.window import MainWindow
from riskdesk.store.connection import Connection, connect
from tests.gui.keys import commit


@pytest.fixture
def editor(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> RecordEditor:
    monkeypatch.setattr(keeping, "AGAIN_MS", 200)
    window.go_to("risk")
    page = window.current
    assert isinstance(page, RiskPage)
    page.edit_record()
    assert page.detail.editor is not None
    return page.detail.editor


@pytest.fixture
def writer(editor: RecordEditor) -> Iterator[Connection]:
    """Another program that writes for a long time."""
    db = connect(editor.desk.store.path)
    db.run("BEGIN IMMEDIATE")
    yield db
    db.close()


def kept(editor: RecordEditor) -> dict[str, str] | None:
    assert editor.base is not None
    return editor.desk.store.draft(editor.desk.person, "risk", editor.base.id)


def test_why_a_draft_is_not_kept_is_told_until_it_is(editor: RecordEditor, writer: Connection, qtbot: QtBot) -> None:
    began = monotonic()
    commit(editor.bindings["place"].widget, "地下室")
    qtbot.waitUntil(editor.draft.banner.isVisible, timeout=2000)
    assert monotonic() - began < 2
    assert editor.draft.banner.words.text().startswith("Not kept yet: Another program")
    assert kept(editor) is None
    writer.run("ROLLBACK")
    qtbot.waitUntil(lambda: not editor.draft.banner.isVisible(), timeout=3000)
    assert str((kept(editor) or {})["place"]).endswith("地下室")


def test_what_cannot_be_kept_is_not_left(
    editor: RecordEditor, writer: Connection, window: MainWindow, qtbot: QtBot
) -> None:
    commit(editor.bindings["place"].widget, "地下室")
    window.go_to("case")
    assert editor.isVisible()
    assert not window.keep_typed()
    writer.run("ROLLBACK")
    window.go_to("case")
    assert not editor.isVisible()


def test_nobody_who_has_not_typed_waits(editor: RecordEditor, writer: Connection, window: MainWindow) -> None:
    window.go_to("case")
    assert not editor.isVisible()


def test_a_crash_promises_only_what_is_so(editor: RecordEditor, writer: Connection, qtbot: QtBot) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)

    def told() -> str:
        crash = CrashReporter(app)
        crash.hook(ValueError, ValueError(), None)
        qtbot.waitUntil(lambda: crash._open is not None)
        assert crash._open is not None
        text = crash._open.informativeText()
        crash._open.close()
        return text

    assert "typing" not in told()
    commit(editor.bindings["place"].widget, "地下室")
    assert "is not: copy it" in told()
    writer.run("ROLLBACK")
    assert "kept as a draft" in told()
