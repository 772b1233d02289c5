"""What a person does on the import page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from riskdesk.gui.pages.imports import ImportPage
from riskdesk.gui.pages.imports.pick_table import PickTable
from riskdesk.gui.widgets.table import RecordTable
from tests.gui.keys import commit


def cell(table: RecordTable, row: int, title: str) -> str:
    """What the column of that title shows in a row."""
    model = table.model()
    titles = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    return str(model.index(row, titles.index(title)).data())


def column(table: RecordTable, title: str) -> list[str]:
    """What the column of that title shows, from the top."""
    return [cell(table, row, title) for row in range(table.model().rowCount())]


def row_of(table: RecordTable, text: str) -> int:
    """The row whose first column shows that text."""
    return [table.model().index(row, 0).data() for row in range(table.model().rowCount())].index(text)


def pick(table: PickTable, row: int, text: str) -> None:
    """Choose in a row with the keyboard alone: Enter, type, Enter."""
    table.go_to_row(row)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert table.line is not None
    commit(table.line, text)
    QTest.keyClick(table.line, Qt.Key.Key_Return)
    assert not table.is_open


def settled(page: ImportPage, qtbot: QtBot) -> None:
    """Wait until the rows are judged anew."""
    qtbot.waitUntil(lambda: page.draft.is_read and not page.draft.is_busy)


def answer_all(page: ImportPage, qtbot: QtBot) -> None:
    """Take what is proposed, and leave the rest empty."""
    page.steps.open(page.steps.questions)
    for button in (page.steps.questions.take, page.steps.questions.leave):
        if button.isVisible():
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    for row in range(page.steps.questions.model.size()):
        asked = page.steps.questions.model.questions[row]
        if page.draft.plan is not None and asked.key not in page.draft.plan.answers:
            page.steps.questions.table.start(row)
            line = page.steps.questions.table.line
            assert line is not None
            QTest.keyClick(line, Qt.Key.Key_Return)
    settled(page, qtbot)


def bring_in(page: ImportPage, qtbot: QtBot) -> None:
    """Ctrl+Enter, and wait until all is on disk."""
    page.commands["imports.run"].trigger()
    qtbot.waitUntil(page.outcome.isVisible)
