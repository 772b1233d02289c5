"""Two programs in the settings at once: what nobody typed is not saved, and nobody's change is written over unseen."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from riskdesk.desk import Desk
from riskdesk.domain.policy import Office, Policy, Tier
from riskdesk.gui.conflict import THEIRS
from riskdesk.gui.pages.settings import SettingsPage
from riskdesk.gui.pages.settings.classes import ClassSection
from riskdesk.gui.pages.settings.levels import LevelSection
from riskdesk.gui.pages.settings.office import OfficeSection
from riskdesk.gui.pages.settings.phrases import PhraseSection
from riskdesk.gui.pages.settings.section import PolicySection
from riskdesk.gui.pages.settings.tiers import TierSection
from riskdesk.gui.window import MainWindow
from tests.gui.keys import commit

OFFICE = Office(name="锦绣物业", department="安全部", phone="000")


@pytest.fixture
def page(window: MainWindow) -> SettingsPage:
    window.session.desk.directory.set_office(office=OFFICE)
    window.go_to("settings")
    page = window.current
    assert isinstance(page, SettingsPage)
    return page


@pytest.fixture
def other(page: SettingsPage) -> Iterator[Desk]:
    """Somebody else in another program at the same file."""
    desk = Desk.open(page.desk.store.path, "B", create=False)
    yield desk
    desk.close()


def shown(page: SettingsPage, key: str) -> PolicySection:
    page.go_to(key)
    assert isinstance(page.current, PolicySection)
    return page.current


def phone(page: SettingsPage) -> QLineEdit:
    section = shown(page, "office")
    assert isinstance(section, OfficeSection)
    edit = section.fields["phone"].editor
    assert isinstance(edit, QLineEdit)
    return edit


def retype(edit: QLineEdit, text: str) -> None:
    edit.selectAll()
    commit(edit, text)


def in_file(page: SettingsPage) -> Policy:
    return page.desk.policies.read()


def test_a_field_in_which_only_the_cursor_stands_follows_and_is_not_saved(
    page: SettingsPage, other: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    edit = phone(page)
    edit.setFocus()
    other.directory.set_office(office=OFFICE.changed(phone="333"))
    qtbot.waitUntil(lambda: edit.text() == "333", timeout=5000)
    other.directory.set_office(office=OFFICE.changed(phone="444"))
    window.go_to("risk")
    assert in_file(page).office.phone == "444"


def test_what_two_people_type_into_one_field_is_shown_and_chosen(
    page: SettingsPage, other: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    edit = phone(page)
    retype(edit, "111")
    other.directory.set_office(office=OFFICE.changed(phone="222"))
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    section = shown(page, "office")
    assert section.conflict.isVisible()
    assert in_file(page).office.phone == "222"
    window.go_to("risk")
    assert window.current is page
    qtbot.mouseClick(section.conflict.take, Qt.MouseButton.LeftButton)
    assert in_file(page).office.phone == edit.text() == "111"
    assert section.conflict.isHidden()


def test_theirs_may_be_taken(page: SettingsPage, other: Desk, qtbot: QtBot) -> None:
    edit = phone(page)
    retype(edit, "111")
    other.directory.set_office(office=OFFICE.changed(phone="222"))
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    conflict = shown(page, "office").conflict
    conflict._choices["office"].button(THEIRS).setChecked(True)
    qtbot.mouseClick(conflict.take, Qt.MouseButton.LeftButton)
    assert in_file(page).office.phone == edit.text() == "222"


def test_two_lines_of_the_office_are_both_kept(page: SettingsPage, other: Desk, qtbot: QtBot) -> None:
    edit = phone(page)
    retype(edit, "111")
    other.directory.set_office(office=OFFICE.changed(department="工程部"))
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert in_file(page).office == OFFICE.changed(department="工程部", phone="111")


def test_notes_are_not_written_over(page: SettingsPage, other: Desk, qtbot: QtBot) -> None:
    section = shown(page, "office")
    assert isinstance(section, OfficeSection)
    section.notes.setFocus()
    commit(section.notes, "我的说明")
    other.directory.set_office(notes="对方的说明")
    qtbot.waitUntil(section.conflict.isVisible, timeout=5000)
    assert in_file(page).notes == "对方的说明"


def test_two_tiers_are_both_kept_and_one_time_is_asked_about(page: SettingsPage, other: Desk, qtbot: QtBot) -> None:
    section = shown(page, "tiers")
    assert isinstance(section, TierSection)
    one, two = page.desk.policy.tiers[:2]
    duty = one.limits[0].duty
    edit = section.cards[one.key].edits[duty]

    def seconds(key: str) -> int | None:
        return next(t for t in in_file(page).tiers if t.key == key).limits[0].seconds

    def theirs(key: str, limit: int) -> None:
        tiers = other.policies.read().tiers
        other.directory.set_office(tiers=tuple(_timed(t, limit) if t.key == key else t for t in tiers))

    retype(edit, "47 分")
    theirs(two.key, 2760)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert (seconds(one.key), seconds(two.key)) == (47 * 60, 2760)
    retype(edit, "48 分")
    theirs(one.key, 2940)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert section.conflict.isVisible()
    assert seconds(one.key) == 2940


def _timed(tier: Tier, seconds: int) -> Tier:
    first, *rest = tier.limits
    return tier.changed(limits=(first.changed(seconds=seconds), *rest))


def _phrase(section: PolicySection) -> QLineEdit:
    assert isinstance(section, PhraseSection)
    return section.lists["taboo_phrases"]._rows[0].line


def _family(section: PolicySection) -> QLineEdit:
    assert isinstance(section, ClassSection)
    return section.lists["families"].rows[0].name


def _word(section: PolicySection) -> QLineEdit:
    assert isinstance(section, LevelSection)
    return section.words["severity_words", 5]


@pytest.mark.parametrize(
    ("key", "field", "line"),
    [("phrases", "taboo_phrases", _phrase), ("classes", "families", _family), ("levels", "severity_words", _word)],
)
def test_lists_follow_while_nothing_is_typed_and_ask_once_something_is(
    page: SettingsPage, other: Desk, qtbot: QtBot, key: str, field: str, line: Callable[[PolicySection], QLineEdit]
) -> None:
    section = shown(page, key)
    line(section).setFocus()
    theirs = getattr(other.policies.read(), field)[::-1]
    other.directory.set_office(**{field: theirs})
    qtbot.waitUntil(lambda: getattr(section.base, field) == theirs, timeout=5000)
    line(section).setFocus()
    assert page.may_leave()
    assert getattr(in_file(page), field) == theirs
    edit = line(section)
    retype(edit, "我写的")
    theirs = theirs[::-1]
    other.directory.set_office(**{field: theirs})
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    assert section.conflict.isVisible()
    assert getattr(in_file(page), field) == theirs
