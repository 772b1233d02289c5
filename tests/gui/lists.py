"""Lists as a person reaches them, and the files that they are taken out to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from python_calamine import CalamineWorkbook

from riskdesk.gui.pages.list_page import ListPage
from riskdesk.gui.pages.settings import SettingsPage
from riskdesk.gui.window import MainWindow


def list_page(window: MainWindow, key: str) -> ListPage:
    """Go to a page with a list; of the settings to that of people."""
    window.go_to(key)
    page = window.current
    if isinstance(page, SettingsPage):
        page.go_to("directory")
        page = page._directory().shown
    assert isinstance(page, ListPage)
    return page


def sheet(path: Path) -> list[list[Any]]:
    """The rows of the first sheet of a file."""
    return CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
