"""An office that begins with an empty file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from riskdesk.desk import Desk
from riskdesk.gui.pages.risks import RiskPage
from riskdesk.gui.pages.settings.levels import SCALES, LevelSection
from riskdesk.gui.session import Session
from riskdesk.gui.settings import SettingsFile
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.window import MainWindow
from tests.gui.keys import commit


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    """A new file with nothing in it."""
    theme()
    made = Session(Desk.open(tmp_path / "office.riskdesk", site="JX"), SettingsFile(tmp_path / "settings.json"))
    yield made
    made.close()


def test_its_scales_have_words_and_its_risks_a_family(window: MainWindow) -> None:
    window.go_to("settings")
    window.current.go_to("levels")  # type: ignore[union-attr]
    section = window.current.current  # type: ignore[union-attr]
    assert isinstance(section, LevelSection)
    assert {key for key, _ in section.words} == set(SCALES)
    assert all(edit.text() for edit in section.words.values())
    window.go_to("risk")
    page = window.current
    assert isinstance(page, RiskPage)
    page.new_record()
    editor = page.detail.editor
    assert editor is not None
    commit(editor.bindings["title"].widget, "电梯困人")
    editor.save()
    assert editor.fields["family"].error()
    editor.bindings["family"].set_value("equipment")
    editor.save()
    record = page.detail.record
    assert record is not None
    row = page.model.row_of(page.detail.n or 0)
    place = [column.key for column in page.model.columns].index("family")
    assert page.model.index(row, place).data() == "Equipment"
