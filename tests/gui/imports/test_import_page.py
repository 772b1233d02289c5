"""A list of others as a person brings it in: the way to the page, and what it shows of the rows."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from riskdesk.gui.pages.imports import ImportPage
from riskdesk.gui.pages.list_page import ListPage
from riskdesk.gui.window import MainWindow
from riskdesk.i18n import set_language
from tests.exchange.makers import xlsx
from tests.gui.imports.conftest import Opener
from tests.gui.imports.helpers import answer_all, cell, column, settled

# to the page


def test_the_command_of_a_list_asks_for_a_file_and_opens_the_page(
    window: MainWindow, ledger: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def ask(parent: object, title: str, folder: str, kinds: str) -> tuple[str, str]:
        asked.append(folder)
        return str(ledger), kinds

    monkeypatch.setattr(QFileDialog, "getOpenFileName", ask)
    window.go_to("risk")
    assert isinstance(window.current, ListPage)
    assert "Import list…" in [action.text() for action in window.current.head._menu.actions()]
    window.current.import_list()
    page = window.current
    assert isinstance(page, ImportPage)
    settled(page, qtbot)
    assert page.draft.kind == "risk"
    page.commands["import.file"].trigger()
    assert Path(asked[1]) == ledger.parent


def test_the_palette_offers_it_on_every_page(window: MainWindow) -> None:
    for key in ("overview", "risk", "action", "complaint", "settings"):
        window.go_to(key)
        offered = [option.text for option in window.commands.rows("import list")]
        assert offered.count("Import list…") == 1, key


def test_a_file_dropped_on_the_window_is_a_list(window: MainWindow, ledger: Path, qtbot: QtBot) -> None:
    window.go_to("overview")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(ledger))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(window.rect().center(), copy, data, left, none)
    QApplication.sendEvent(window, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(window.rect().center()), copy, data, left, none))
    page = window.current
    assert isinstance(page, ImportPage)
    settled(page, qtbot)
    assert page.draft.kind == "risk"
    data.setText("no file")
    data.setUrls([QUrl("https://example.org/a.xlsx")])
    entered = QDragEnterEvent(window.rect().center(), copy, data, left, none)
    QApplication.sendEvent(window, entered)
    assert not entered.isAccepted()


def test_esc_goes_back_to_the_page_it_came_from(window: MainWindow, opened: Opener, ledger: Path) -> None:
    page = opened(ledger, "action", until="stop")
    page.steps.columns.table.start(2)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not page.steps.columns.table.is_open
    assert window.current is page
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.current is not None
    assert window.current.KEY == "action"
    window.go_to("import")
    assert page.draft.plan is not None
    assert page.rows.isVisible()


def test_an_empty_page_says_what_it_is_for(window: MainWindow) -> None:
    window.go_to("import")
    page = window.current
    assert isinstance(page, ImportPage)
    assert page.empty.title.text() == "Bring in a list"
    assert page.empty.button.text() == "Choose file…"
    assert not page.commands["imports.run"].isEnabled()


# what it shows


def test_the_steps_say_what_they_came_to(page: ImportPage) -> None:
    steps = page.steps
    assert steps.fold(steps.file).head.summary == "Risks · 清单 · heads in row 3"
    assert steps.fold(steps.columns).head.summary == "9 of 10 are imported"
    assert steps.fold(steps.questions).head.summary == "2 open"
    assert steps.fold(steps.questions).is_opened
    assert page.head.sub.text() == "风险清单（三季度）.xlsx"
    assert page.rows.tally.text() == "1 new, 4 with errors"
    assert page.rows.left_out.text() == "Left out: Notes, sums and signatures below the table: 1"
    assert page.commands["imports.run"].text() == "Import 1 row"


def test_each_error_stands_at_its_cell(page: ImportPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.rows.chip("wrong"), Qt.MouseButton.LeftButton)
    table = page.rows.table
    assert column(table, "Row") == ["4", "6", "7", "8"]
    assert set(column(table, "Result")) == {"Error"}
    index = table.model().index(1, 5)
    look = page.rows.model.look(index)
    assert (look.text, look.tone, look.icon) == ("2026-03-05", "red", "alert")
    assert index.data(Qt.ItemDataRole.ToolTipRole).startswith("The spreadsheet has made a date")
    assert "The spreadsheet has made a date" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert cell(table, 2, "What is to know").startswith("E7 责任部门")
    table.go_to_row(1)
    told = page.rows.strip.words.text().splitlines()
    assert told[0].startswith("D6 风险部位: The spreadsheet has made a date")
    assert told[1] == "I6 下次评审: 24:00 is a time of day without a date."


def test_what_was_typed_and_what_it_becomes(page: ImportPage, qtbot: QtBot) -> None:
    answer_all(page, qtbot)
    page.rows.show_filter("new")
    model = page.rows.model
    row = column(page.rows.table, "Row").index("4")
    titles = [head.title for head in model.heads]
    looks = dict(zip(titles, model._row(row), strict=True))
    assert (looks["Department"].text, looks["Owner"].text) == ("工程部", "李雷")
    assert (looks["Next review"].text, looks["Next review"].suffix) == ("2026-12-01", "")
    second = dict(zip(titles, model._row(1), strict=True))
    assert (second["Next review"].text, second["Next review"].suffix) == ("2026-12-05", "2026.12.5")


def test_the_texts_are_in_the_language_of_the_user(opened: Opener, ledger: Path, window: MainWindow) -> None:
    set_language("zh")
    page = opened(ledger)
    page.rows.show_filter("wrong")
    assert page.rows.tally.text() == "新增 1 行、有错 4 行"
    page.rows.table.go_to_row(1)
    assert page.rows.strip.words.text().splitlines()[1] == "I6 下次评审：24:00 只有时刻，没有日期。"


def test_only_what_is_looked_at_is_made(opened: Opener, tmp_path: Path, qtbot: QtBot) -> None:
    rows = [["风险名称", "类别"], *([f"风险{n}", "消防"] for n in range(8000))]
    page = opened(xlsx(tmp_path / "long.xlsx", rows))
    assert page.rows.model.size() == 8000
    assert page.commands["imports.run"].text() == "Import 8,000 rows"
    bar = page.rows.table.verticalScrollBar()
    for part in range(40):
        bar.setValue(bar.maximum() * part // 40)
        QApplication.processEvents()
    assert len(page.rows.model._kept) <= 400
