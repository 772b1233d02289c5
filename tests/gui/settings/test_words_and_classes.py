"""The office's own words, families and classes, and its notes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from riskdesk.domain.risk import Risk
from riskdesk.gui.pages.settings import SettingsPage
from riskdesk.gui.pages.settings.classes import ClassSection
from riskdesk.gui.pages.settings.office import OfficeSection
from riskdesk.gui.pages.settings.phrases import PhraseSection
from riskdesk.gui.window import MainWindow
from tests.gui.keys import commit


@pytest.fixture
def page(window: MainWindow) -> SettingsPage:
    window.go_to("settings")
    page = window.current
    assert isinstance(page, SettingsPage)
    return page


@pytest.fixture
def classes(page: SettingsPage) -> ClassSection:
    page.go_to("classes")
    assert isinstance(page.current, ClassSection)
    return page.current


def test_a_phrase_is_added_and_taken_off(page: SettingsPage, qtbot: QtBot) -> None:
    page.go_to("phrases")
    section = page.current
    assert isinstance(section, PhraseSection)
    before = page.desk.policy
    taboo = section.lists["taboo_phrases"]
    assert tuple(taboo.lines()) == before.taboo_phrases
    assert tuple(section.lists["empathy_phrases"].lines()) == before.empathy_phrases
    line = taboo.focusProxy()
    assert isinstance(line, QLineEdit)
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    commit(taboo.focusWidget(), "这不归我管")
    assert page.may_leave()
    now = page.desk.policy
    assert now.taboo_phrases == (before.taboo_phrases[0], "这不归我管", *before.taboo_phrases[1:])
    assert now.empathy_phrases == before.empathy_phrases
    page.session.undo()
    assert tuple(taboo.lines()) == before.taboo_phrases
    taboo._rows[0].removed.emit()
    assert page.desk.policy.taboo_phrases == before.taboo_phrases[1:]


def test_a_family_is_added_and_renamed(classes: ClassSection, qtbot: QtBot) -> None:
    families = classes.lists["families"]
    before = classes.desk.policy.families
    families.add.click()
    row = families.rows[-1]
    assert row.name.hasFocus()
    commit(row.name, "治安")
    qtbot.keyClick(row.name, Qt.Key.Key_Return)
    added = classes.desk.policy.families
    assert [(family.key, family.name) for family in added[:-1]] == [(family.key, family.name) for family in before]
    assert added[-1].name == "治安"
    risk = classes.desk.risks.add(Risk(title="夜间盗窃", family=added[-1].key)).value
    row = families.rows[-1]
    row.name.setText("治安与安防")
    qtbot.keyClick(row.name, Qt.Key.Key_Return)
    assert classes.desk.policy.named("families", classes.desk.risks.get(risk.id).family) == "治安与安防"
    # A name that was there is not emptied.
    row.name.clear()
    qtbot.keyClick(row.name, Qt.Key.Key_Return)
    assert row.name.text() == "治安与安防"


def test_what_records_use_is_not_taken_off(classes: ClassSection) -> None:
    shown = classes.lists["scenario_classes"]
    rows = {row.key: row for row in shown.rows}
    assert [key for key, row in rows.items() if row.remove.isVisible()] == []
    assert rows["equipment"].uses.text() == "1 record"
    shown.add.click()
    shown.rows[-1].name.setText("公共卫生")
    shown.rows[-1].name.editingFinished.emit()
    assert shown.rows[-1].uses.text() == "not used"
    shown.rows[-1].remove.click()
    assert [named.key for named in classes.desk.policy.scenario_classes] == list(rows)


def test_a_row_without_a_name_stays_until_it_has_one(classes: ClassSection) -> None:
    families = classes.lists["families"]
    families.add.click()
    classes.refresh({"risk": frozenset()})
    assert families.rows[-1].name.text() == ""
    assert len(families.rows) == len(classes.desk.policy.families) + 1


def test_the_notes_are_saved_once_typing_rests(page: SettingsPage, qtbot: QtBot) -> None:
    page.go_to("office")
    section = page.current
    assert isinstance(section, OfficeSection)
    assert section.notes.text() == page.desk.policy.notes
    section.notes.setFocus()
    section.notes.setPlainText("矩阵按集团 2026 版制度。")
    qtbot.waitUntil(lambda: page.desk.policy.notes == "矩阵按集团 2026 版制度。", timeout=5000)
    section.notes.setPlainText("另见附件。")
    page.go_to("tiers")
    assert page.desk.policy.notes == "另见附件。"
