"""Two windows of one person begin a new record each: neither takes, replaces or drops the draft of the other."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from riskdesk.desk import Desk
from riskdesk.gui.editor import RecordEditor
from riskdesk.gui.pages.risks import RiskPage
from riskdesk.gui.session import Session
from riskdesk.gui.settings import SettingsFile
from riskdesk.gui.window import MainWindow
from tests.gui.keys import commit

CRASH = """
import os, sys
from pathlib import Path
from riskdesk.desk import Desk
from riskdesk.gui.new_drafts import NewDrafts

desk = Desk.open(Path(sys.argv[1]), create=False)
drafts = NewDrafts(desk)
id = drafts.take("risk")
drafts.hold()
desk.store.keep_draft("", "risk", id, desk.clock(), {"title": "写到一半"})
print("kept", flush=True)
sys.stdin.read()
os.abort()
"""


@pytest.fixture
def second(session: Session, window: MainWindow, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """Another window at the same file."""
    desk = Desk.open(session.desk.store.path, create=False)
    other = Session(desk, SettingsFile(tmp_path / "other.json"))
    made = MainWindow(other)
    qtbot.addWidget(made)
    made.show()
    yield made
    other.close()


def begin(window: MainWindow) -> RecordEditor:
    window.go_to("risk")
    page = window.current
    assert isinstance(page, RiskPage)
    page.new_record()
    assert page.detail.editor is not None
    return page.detail.editor


def type_title(editor: RecordEditor, text: str) -> None:
    commit(editor.bindings["title"].widget, text)
    assert editor.draft.keep_now()


def title(editor: RecordEditor) -> object:
    return editor.bindings["title"].raw()


def test_each_window_has_its_own(window: MainWindow, second: MainWindow, session: Session) -> None:
    first = begin(window)
    type_title(first, "甲的新风险")
    other = begin(second)
    assert title(other) == ""
    type_title(other, "乙的新风险")
    assert len(session.desk.store.drafts("")) == 2
    other.give_up()
    (left,) = session.desk.store.drafts("")
    assert (session.desk.store.draft("", "risk", left[1]) or {})["title"] == title(first) == "甲的新风险"


def test_a_window_finds_its_own_again(window: MainWindow) -> None:
    type_title(begin(window), "甲的新风险")
    assert title(begin(window)) == "甲的新风险"


def test_what_a_closed_window_left_is_offered_to_one_other(
    window: MainWindow, second: MainWindow, session: Session
) -> None:
    type_title(begin(second), "乙的新风险")
    second.session.close()
    assert title(begin(window)) == "乙的新风险"
    assert len(session.desk.store.drafts("")) == 1


def test_what_an_earlier_version_left_is_offered(window: MainWindow, session: Session) -> None:
    session.desk.store.keep_draft("", "risk", "", session.desk.clock(), {"title": "早先的"})
    assert title(begin(window)) == "早先的"


def test_after_a_crash_it_is_offered_and_before_it_is_not(window: MainWindow, session: Session) -> None:
    path = session.desk.store.path
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        [sys.executable, "-c", CRASH, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment
    ) as program:
        assert program.stdout is not None
        assert program.stdout.readline().strip() == b"kept"
        editor = begin(window)
        assert title(editor) == ""
        editor.give_up()
        program.kill()
    assert title(begin(window)) == "写到一半"
    session.close()
    assert not list(path.parent.glob(f"{path.name}-[0-9a-f]*"))
