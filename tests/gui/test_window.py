"""The window around the pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.domain.incident import Incident
from riskdesk.domain.risk import Risk
from riskdesk.gui.pages.all import PAGES
from riskdesk.gui.pages.list_page import ListPage
from riskdesk.gui.session import Session
from riskdesk.gui.settings import SettingsFile
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.window import MainWindow
from tests.gui.keys import commit


def test_every_page_opens_and_answers_the_shared_keys(window: MainWindow, qtbot: QtBot) -> None:
    for cls in PAGES:
        window.go_to(cls.KEY)
        qtbot.wait(20)
        assert window.current is window.page(cls.KEY)
        for key in ("search", "help"):
            next(action for action in window.actions() if action.objectName() == key).trigger()


class Flashes(QObject):
    """Notes every widget that is shown as a window of its own."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window, self.seen = window, []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow()
        if shown and watched is not self.window:
            self.seen.append(type(watched).__name__)
        return False


def test_no_part_of_a_page_flashes_as_a_window(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    session.desk.starter.load_sample()
    flashes = Flashes(window)
    QApplication.instance().installEventFilter(flashes)
    for cls in PAGES:
        window.go_to(cls.KEY)
        qtbot.wait(30)
        page = window.current
        for name in ("edit_record", "new_record"):
            if hasattr(page, name):
                getattr(page, name)()
                page.back()
    QApplication.instance().removeEventFilter(flashes)
    assert flashes.seen == []


def test_alt_and_a_number_change_the_page(window: MainWindow, qtbot: QtBot) -> None:
    seen = []
    for number in range(1, 10):
        qtbot.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.AltModifier)
        assert window.current is not None
        seen.append(window.current.KEY)
    assert seen == [entry.KEY for entry in PAGES if not entry.UNDER]
    assert seen[-1] == "settings"


@pytest.mark.parametrize("scale", [100, 125, 150])
def test_the_least_size_fits_on_the_screen(session: Session, qtbot: QtBot, scale: int) -> None:
    theme().set_scale(scale)
    try:
        window = MainWindow(session)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitExposed(window)
        room = window.screen().availableSize()
        window.resize(1, 1)
        assert window.width() < room.width()
        assert window.height() < room.height()
    finally:
        theme().set_scale(100)


def test_ctrl_k_finds_a_record_by_pinyin_and_opens_it(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to("risk")
    window.commands.show()
    palette = window.commands._palette
    assert palette is not None
    qtbot.keyClicks(palette.line, "dtkr")
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert palette.isHidden()
    page = window.current
    assert page is not None
    assert page.KEY == "risk"
    assert "电梯困人" in page.detail.record.name_text  # type: ignore[attr-defined]


def test_ctrl_k_runs_a_command(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to("risk")
    rows = window.commands.rows("new risk")
    assert rows
    assert rows[0].key == "action:risks.add"
    window.commands.run(rows[0].key)
    assert window.page("risk").detail.is_editing  # type: ignore[attr-defined]


def test_a_change_by_another_program_is_seen(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    window.go_to("risk")
    other = session.desk.another()
    other.risks.add(Risk(title="别处新建", family="operational"))
    other.close()
    page = window.page("risk")
    qtbot.waitUntil(lambda: "19" in page.head.sub.text() or page.model.rowCount() == 19, timeout=3000)  # type: ignore[attr-defined]


def test_a_running_incident_shows_in_the_foot(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    session.desk.incidents.report(Incident(title="3 栋停电", started_at=session.desk.clock()))
    qtbot.waitUntil(lambda: window.around.running is not None and bool(window.around.running.incidents))
    assert window.around.running.incidents[0].title == "3 栋停电"
    window.foot.incident_opened.emit(f"incident:{window.around.running.incidents[0].id}")
    assert window.current is window.page("incident")


def test_the_place_of_the_window_is_remembered(window: MainWindow, session: Session, tmp_path: Path) -> None:
    window.go_to("risk")
    window.close()
    kept = SettingsFile(tmp_path / "settings.json").values
    assert kept.geometry
    assert kept.last_page == "risk"


def test_a_broken_settings_file_is_no_obstacle(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text("{broken", encoding="utf-8")
    assert SettingsFile(file).values.language == "zh"


def test_the_list_of_pages_says_what_the_pages_say() -> None:
    for entry in PAGES:
        cls = entry.load()
        assert (cls.KEY, cls.TITLE, cls.ICON, cls.UNDER) == (entry.KEY, entry.TITLE, entry.ICON, entry.UNDER)


def test_esc_in_a_field_does_not_leave_the_page(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to("regulation")
    page = window.current
    assert isinstance(page, ListPage)
    qtbot.keyClick(page.table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    page.focus_search()
    qtbot.keyClick(page.bar.search, Qt.Key.Key_Escape)
    assert window.current is page


def test_the_same_word_is_found_again_after_the_search_was_cleared(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to("regulation")
    page = window.current
    assert isinstance(page, ListPage)
    commit(page.bar.search, "抛物")
    found = page.model.total
    page.bar.clear()
    assert page.model.total > found
    commit(page.bar.search, "抛物")
    assert page.model.total == found == 1
