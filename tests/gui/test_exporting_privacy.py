"""Lists leave with personal data masked, as written only for who may and says why, and come back without a change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from riskdesk.domain.action import Action
from riskdesk.domain.case import Case, CaseOrigin, Privacy
from riskdesk.domain.complaint import Complaint
from riskdesk.domain.directory import Person, Role
from riskdesk.gui.pages.imports import ImportPage
from riskdesk.gui.window import MainWindow
from tests.gui.keys import commit
from tests.gui.lists import list_page, sheet

PHONE, ROOM = "13800138000", "3栋502室"
TITLE = f"{{张三}}（{ROOM}）来电 {PHONE}"
MASKED = "张某（3栋***室）来电 138****8000"
WRITTEN = TITLE.replace("{", "").replace("}", "")

Saver = Callable[[str, str], list[list[object]]]


@pytest.fixture
def window(window: MainWindow) -> MainWindow:
    """Records with personal data, and a person with a telephone."""
    desk = window.session.desk
    desk.actions.add(Action(title=TITLE, place=ROOM))
    desk.complaints.add(Complaint(title="张三 漏水", received_on=desk.today, detail="业主 {张三}"))
    desk.directory.add(Person(name="陈立", phone=PHONE))
    return window


@pytest.fixture
def save(window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Saver:
    """Takes the list in sight out by one of its commands; returns the rows of the file."""

    def to(name: str, command: str) -> list[list[object]]:
        path = tmp_path / name
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args: (str(path), args[3]))
        assert window.current is not None
        window.current.commands[command].trigger()
        qtbot.waitUntil(path.exists)
        qtbot.waitUntil(lambda: any(name in text for text in window.overlays.notices.texts()))
        return sheet(path)

    return to


def test_a_list_leaves_masked_and_says_so(window: MainWindow, save: Saver) -> None:
    list_page(window, "action")
    cells = [cell for row in save("actions.xlsx", "list.export") for cell in row]
    assert MASKED in cells
    assert not any("502" in str(cell) or "张三" in str(cell) for cell in cells)
    assert any(text.endswith("Personal data are masked.") for text in window.overlays.notices.texts())


def test_a_name_marked_beside_what_the_list_shows_is_masked_too(window: MainWindow, save: Saver) -> None:
    list_page(window, "complaint")
    assert "张某 漏水" in [cell for row in save("complaints.xlsx", "list.export") for cell in row]


def test_numbers_that_are_to_be_called_and_invented_cases_leave_as_they_are(window: MainWindow, save: Saver) -> None:
    page = list_page(window, "settings")
    assert PHONE in [cell for row in save("people.xlsx", "list.export") for cell in row]
    assert "list.export_as_written" not in page.commands
    invented = Case.of(title=ROOM, family="legal", origin=CaseOrigin.TEACHING, privacy=Privacy.NONE)
    window.session.desk.cases.add(invented)
    window.session.desk.cases.add(Case.of(title=f"{ROOM}漏水", family="legal"))
    list_page(window, "case")
    titles = [row[0] for row in save("cases.xlsx", "list.export")]
    assert ROOM in titles
    assert "3栋***室漏水" in titles


def test_without_the_right_it_is_told_who_has_it(window: MainWindow) -> None:
    page = list_page(window, "action")
    page.commands["list.export_as_written"].trigger()
    assert "Only a safety officer may take personal data out as written." in window.overlays.notices.texts()
    assert not page.exporting.reason.isVisible()


def test_an_officer_says_why_and_it_is_noted(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = window.session.desk
    desk.person = desk.directory.add(Person(name="沈敏", role=Role.OFFICER)).value.id
    page = list_page(window, "action")
    strip, path = page.exporting.reason, tmp_path / "a.xlsx"
    chosen = ["", str(path)]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args: (chosen.pop(0), args[3]))
    page.commands["list.export_as_written"].trigger()
    assert strip.isVisible()
    assert window.focusWidget() is strip.line
    qtbot.mouseClick(strip.ok, Qt.MouseButton.LeftButton)
    assert strip.error.text() == "Say why the personal data are needed."
    assert len(chosen) == 2
    commit(strip.line, "法院调取")
    assert strip.error.isHidden()
    qtbot.keyClick(strip.line, Qt.Key.Key_Return)  # no file is chosen: nothing leaves and nothing is noted
    assert desk.privacy.entries() == []
    assert strip.isVisible()
    qtbot.keyClick(strip.line, Qt.Key.Key_Return)
    assert strip.isHidden()
    qtbot.waitUntil(path.exists)
    cells = [cell for row in CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python() for cell in row]
    assert WRITTEN in cells
    entry = desk.privacy.entries()[0]
    assert entry.who_id == desk.person
    assert entry.text == f"Actions, {desk.store.count('action')} records, as a.xlsx: 法院调取"


def test_escape_gives_the_question_up(window: MainWindow, qtbot: QtBot) -> None:
    desk = window.session.desk
    desk.person = desk.directory.add(Person(name="沈敏", role=Role.OFFICER)).value.id
    page = list_page(window, "risk")
    page.commands["list.export_as_written"].trigger()
    qtbot.keyClick(page.exporting.reason.line, Qt.Key.Key_Escape)
    assert page.exporting.reason.isHidden()
    assert page.table.hasFocus()


@pytest.mark.parametrize("as_written", [False, True])
def test_what_went_out_and_comes_in_again_changes_nothing(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, as_written: bool
) -> None:
    desk = window.session.desk
    desk.person = desk.directory.add(Person(name="沈敏", role=Role.ADMINISTRATOR)).value.id
    page, path = list_page(window, "action"), tmp_path / "a.csv"
    for section in range(page.model.columnCount()):
        page.table.head.column_toggled.emit(section, True)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args: (str(path), args[3]))
    if as_written:
        page.commands["list.export_as_written"].trigger()
        commit(page.exporting.reason.line, "交接")
        qtbot.mouseClick(page.exporting.reason.ok, Qt.MouseButton.LeftButton)
    else:
        page.commands["list.export"].trigger()
    qtbot.waitUntil(path.exists)
    assert (PHONE in path.read_text("utf-8-sig")) is as_written
    window.open_import("action", str(path))
    taken = window.current
    assert isinstance(taken, ImportPage)
    qtbot.waitUntil(lambda: taken.draft.plan is not None and not taken.draft.is_busy)
    assert taken.draft.plan is not None
    assert (taken.draft.plan.tally.new, taken.draft.plan.tally.changed) == (0, 0)
    assert taken.draft.plan.tally.there == page.model.total
