"""What was let out with personal data as written is read in the settings."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from riskdesk import formats
from riskdesk.domain.case import Case
from riskdesk.domain.directory import Person, Role
from riskdesk.gui.pages.printing import PrintPage
from riskdesk.gui.pages.settings import SettingsPage
from riskdesk.gui.pages.settings.privacy import PrivacySection
from riskdesk.gui.window import MainWindow
from riskdesk.store import Query
from tests.gui.keys import commit


def opened(window: MainWindow, qtbot: QtBot) -> PrivacySection:
    """The section, reached as a user reaches it."""
    window.go_to("settings")
    page = window.current
    assert isinstance(page, SettingsPage)
    row = next(n for n, option in enumerate(page.list.options.options) if option.key == "privacy")
    place = page.list.visualRect(page.list.options.index(row, 0)).center()
    qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert isinstance(page.current, PrivacySection)
    return page.current


def rows(section: PrivacySection) -> list[list[str]]:
    model = section.table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())] for row in range(model.rowCount())
    ]


def test_at_first_it_says_that_nothing_was_let_out(window: MainWindow, qtbot: QtBot) -> None:
    section = opened(window, qtbot)
    assert section.none.isVisible()
    assert section.none.text() == "So far nothing was let out."
    assert not section.table.isVisible()


def test_a_print_as_written_is_read_there(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = window.session.desk
    made = desk.cases.add(Case.of(title="3栋502室漏水", family="operational")).value
    desk.person = desk.directory.add(Person(name="沈敏", role=Role.OFFICER)).value.id
    window.open_print("case_sheet", made.id, Query(), "")
    page = window.current
    assert isinstance(page, PrintPage)
    box = page.options.as_written
    qtbot.waitUntil(lambda: page.document is not None and page._task is None and not page._wait.isActive())
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    qtbot.waitUntil(lambda: page._task is None and not page._wait.isActive())
    commit(page.options.reason, "法院调取")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "sheet.pdf"), ""))
    page.save_pdf()
    notice = next(shown for text, shown in window.overlays.notices._shown.items() if shown.button.text() == "Show")
    qtbot.mouseClick(notice.button, Qt.MouseButton.LeftButton)
    settings = window.current
    assert isinstance(settings, SettingsPage)
    section = settings.current
    assert isinstance(section, PrivacySection)
    form = desk.prints.form("case_sheet").number
    when = formats.moment(desk.privacy.entries()[0].at, desk.today)
    assert rows(section) == [[when, "沈敏", f"{form} {made.number}: 法院调取"]]
    assert section.whole.toPlainText() == f"{when} · 沈敏 · {form} {made.number}: 法院调取"


def test_the_latest_comes_first_and_a_new_one_comes_in_by_itself(window: MainWindow, qtbot: QtBot) -> None:
    desk = window.session.desk
    desk.person = desk.directory.add(Person(name="沈敏", role=Role.ADMINISTRATOR)).value.id
    desk.privacy.let_out("Actions", "第一次")
    section = opened(window, qtbot)
    assert [row[2] for row in rows(section)] == ["Actions: 第一次"]
    desk.privacy.let_out("Complaints", "第二次")
    assert [row[2] for row in rows(section)] == ["Complaints: 第二次", "Actions: 第一次"]
    assert section.whole.toPlainText().endswith("第一次")  # the note that was being read stays
    qtbot.keyClick(section.table, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: section.whole.toPlainText().endswith("第二次"))
