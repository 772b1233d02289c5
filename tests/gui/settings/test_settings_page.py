"""The settings as a person uses them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from riskdesk.desk import Desk
from riskdesk.domain.directory import Person
from riskdesk.domain.level import Level, Matrix
from riskdesk.domain.policy import Duty
from riskdesk.domain.risk import Risk
from riskdesk.domain.scale import Grade
from riskdesk.gui.pages.all import SECTIONS
from riskdesk.gui.pages.settings import SettingsPage
from riskdesk.gui.pages.settings.appearance import AppearanceSection
from riskdesk.gui.pages.settings.backups import BackupSection
from riskdesk.gui.pages.settings.directory import DirectorySection
from riskdesk.gui.pages.settings.entries import EntryList
from riskdesk.gui.pages.settings.file import FileSection
from riskdesk.gui.pages.settings.levels import LevelSection
from riskdesk.gui.pages.settings.office import OfficeSection
from riskdesk.gui.pages.settings.person import PersonSection
from riskdesk.gui.pages.settings.tiers import TierSection
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.window import MainWindow
from tests.gui.keys import commit


@pytest.fixture
def page(window: MainWindow) -> SettingsPage:
    window.go_to("settings")
    page = window.current
    assert isinstance(page, SettingsPage)
    return page


def test_every_section_opens_from_the_list(page: SettingsPage, qtbot: QtBot) -> None:
    page.list.setFocus()
    for row, entry in enumerate(SECTIONS):
        place = page.list.visualRect(page.list.options.index(row, 0)).center()
        qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
        cls = entry.load()
        assert type(page.current) is cls
        assert (cls.KEY, cls.TITLE, cls.ICON) == (entry.KEY, entry.TITLE, entry.ICON)
        assert cls.KINDS <= page.KINDS


# levels


def test_the_preview_of_a_matrix_tells_moves_and_reasons_apart(page: SettingsPage, qtbot: QtBot) -> None:
    desk = page.desk
    for risk in desk.store.records(Risk):
        desk.risks.delete(risk.id)
    risk = desk.risks.add(Risk(title="电梯困人", family="operational")).value
    desk.risks.rescore(risk.id, "inherent", Matrix(likelihood=5, severity=5))
    desk.risks.rescore(risk.id, "current", Matrix(likelihood=4, severity=4))
    page.go_to("levels")
    section = page.current
    assert isinstance(section, LevelSection)
    section.matrix.turn(4, 4, Level.BLUE)
    qtbot.waitUntil(lambda: section.summary.text() == "1 risks change their level.", timeout=10_000)
    assert moves(section) == [
        [risk.number, "电梯困人", "Inherent", "▲ Red → ● Blue"],
        [risk.number, "电梯困人", "Current", "stays ▲ Red, now above inherent: the reason is noted"],
    ]
    section.rescale()
    qtbot.waitUntil(lambda: desk.risks.get(risk.id).inherent.level is Level.BLUE, timeout=10_000)
    section.matrix.turn(4, 4, Level.RED)
    qtbot.waitUntil(lambda: len(moves(section)) == 2, timeout=10_000)
    assert moves(section)[1][3] == "stays ▲ Red, no longer above inherent: the noted reason goes"


def test_all_that_a_matrix_moves_can_be_looked_through_and_opened(
    page: SettingsPage, window: MainWindow, qtbot: QtBot
) -> None:
    desk = page.desk
    made = [desk.risks.add(Risk(title=f"风险 {n}", family="operational")).value for n in range(30)]
    for risk in made:
        desk.risks.rescore(risk.id, "inherent", Matrix(likelihood=1, severity=1))
    page.go_to("levels")
    section = page.current
    assert isinstance(section, LevelSection)
    assert not section.moves.isVisible()
    section.matrix.turn(0, 0, Level.RED)
    qtbot.waitUntil(section.moves.isVisible, timeout=10_000)
    assert len(moves(section)) >= 30
    section.moves.setFocus()
    qtbot.keyClick(section.moves, Qt.Key.Key_End)
    last = section.moves.current_id()
    qtbot.keyClick(section.moves, Qt.Key.Key_Return)
    assert window.current is not None
    assert window.current.KEY == "risk"
    assert window.current.detail.record.id == last  # type: ignore[attr-defined]


def moves(section: LevelSection) -> list[list[str]]:
    """What the table of moves says."""
    table = section.moves.model()
    return [[table.index(row, column).data() for column in range(4)] for row in range(table.rowCount())]


def test_a_scale_without_words_is_given_some(page: SettingsPage, qtbot: QtBot) -> None:
    desk = page.desk
    desk.directory.set_office(severity_words=(Grade(value=5, words="人员死亡"),))
    page.go_to("levels")
    section = page.current
    assert isinstance(section, LevelSection)
    edit = section.words["severity_words", 3]
    assert (edit.text(), section.words["severity_words", 5].text()) == ("", "人员死亡")
    commit(edit, "One building affected")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert [(g.value, g.in_language("zh")) for g in desk.policy.severity_words] == [
        (3, "One building affected"), (5, "人员死亡"),
    ]  # fmt: skip


# office


def test_the_office_is_saved_when_its_field_is_left(page: SettingsPage, qtbot: QtBot) -> None:
    section = page.current
    assert isinstance(section, OfficeSection)
    edit = section.fields["name"].editor
    edit.clear()  # type: ignore[attr-defined]
    commit(edit, "锦绣物业")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert page.desk.policy.office.name == "锦绣物业"
    page.session.undo()
    assert page.desk.policy.office.name == ""
    assert edit.text() in ("", "锦绣物业")  # type: ignore[attr-defined]


def test_leaving_the_section_saves_what_was_typed(page: SettingsPage) -> None:
    section = page.section("office")
    assert isinstance(section, OfficeSection)
    commit(section.fields["phone"].editor, "010-88886666")
    page.go_to("about")
    assert page.desk.policy.office.phone == "010-88886666"


# directory


def listed(page: SettingsPage, kind: str) -> EntryList:
    page.go_to("directory")
    section = page.current
    assert isinstance(section, DirectorySection)
    section._show(kind)
    return section.shown


def test_a_new_person_through_the_editor(page: SettingsPage, qtbot: QtBot) -> None:
    people = listed(page, "person")
    qtbot.mouseClick(people.new_button, Qt.MouseButton.LeftButton)
    editor = people.detail.editor
    assert editor is not None
    editor.save()
    assert editor.fields["name"].error()
    commit(editor.bindings["name"].widget, "沈敏")
    commit(editor.bindings["phone"].widget, "13800138000")
    qtbot.mouseClick(editor.ok, Qt.MouseButton.LeftButton)
    person = page.desk.directory.all("person")[0]
    assert (person.name, person.phone) == ("沈敏", "13800138000")
    assert people.model.rowCount() == 1


def test_a_role_that_is_typed_and_not_ended_is_saved_and_kept_in_the_draft(page: SettingsPage, qtbot: QtBot) -> None:
    people = listed(page, "person")
    qtbot.mouseClick(people.new_button, Qt.MouseButton.LeftButton)
    editor = people.detail.editor
    assert editor is not None
    commit(editor.bindings["name"].widget, "沈敏")
    commit(editor.bindings["duties"].widget.line, "总指挥，客服")
    people.detail.leave_editor()
    qtbot.mouseClick(people.new_button, Qt.MouseButton.LeftButton)
    assert editor.bindings["duties"].value() == ("总指挥", "客服")
    commit(editor.bindings["duties"].widget.line, "记录")
    qtbot.keyClick(editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert page.desk.directory.all("person")[0].duties == ("总指挥", "客服", "记录")


def test_a_wrong_site_code_is_told_at_its_field(page: SettingsPage, qtbot: QtBot) -> None:
    sites = listed(page, "site")
    sites.new_record()
    editor = sites.detail.editor
    assert editor is not None
    commit(editor.bindings["name"].widget, "云庭")
    commit(editor.bindings["code"].widget, "y-t")
    editor.save()
    assert editor.fields["code"].error()
    assert page.desk.store.count("site") == 0


def test_deleting_an_entry_can_be_undone(page: SettingsPage) -> None:
    bodies = listed(page, "body")
    before = bodies.model.rowCount()
    record = bodies.detail.record
    assert record is not None
    bodies.commands["body.delete"].trigger()
    assert bodies.model.rowCount() == before - 1
    page.session.undo()
    assert bodies.model.rowCount() == before


def test_the_window_opens_an_entry(page: SettingsPage, window: MainWindow) -> None:
    person = page.desk.directory.add(Person(name="高峰", post="秩序主管")).value
    window.go_to("risk")
    window.open_record("person", person.id)
    section = page.current
    assert isinstance(section, DirectorySection)
    assert section.tabs.current() == "person"
    assert section.shown.detail.record == person


# this computer


def test_the_theme_changes_at_once(page: SettingsPage) -> None:
    section = page.section("appearance")
    assert isinstance(section, AppearanceSection)
    before = theme().choice
    try:
        section.theme.changed.emit("dark")
        assert theme().choice == "dark"
        assert page.session.settings.theme == "dark"
    finally:
        theme().choose(before)


def test_the_language_asks_for_a_new_window(page: SettingsPage, qtbot: QtBot) -> None:
    section = page.section("appearance")
    assert isinstance(section, AppearanceSection)
    with qtbot.waitSignal(page.session.restart_wanted):
        section.language.changed.emit("en")
    assert page.session.settings.language == "en"


def test_a_new_window_shows_the_same_section(page: SettingsPage) -> None:
    page.go_to("backups")
    again = SettingsPage(page.session)
    assert isinstance(again.current, BackupSection)
    again.deleteLater()


def test_who_works_here_is_remembered_and_signs_changes(page: SettingsPage, window: MainWindow, qtbot: QtBot) -> None:
    person = page.desk.directory.add(Person(name="林岚", post="法务")).value
    page.go_to("person")
    section = page.current
    assert isinstance(section, PersonSection)
    section.who.set_value(person.id)
    section.who.changed.emit()
    assert page.session.settings.person_id == page.desk.person == person.id
    other = page.desk.directory.add(Person(name="吴迪")).value
    assert page.desk.store.history(other.id)[0].person == person.id


def test_whoever_works_here_is_typed_and_made_on_the_spot(page: SettingsPage, qtbot: QtBot) -> None:
    person = page.desk.directory.add(Person(name="王晓梅")).value
    page.go_to("person")
    section = page.current
    assert isinstance(section, PersonSection)
    line = section.who.widget
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    for sign in "李建国":
        commit(line, sign)
    assert line.text() == "李建国"
    offered = line.drop.view.current()
    assert offered is not None
    assert offered.text == "Create “李建国”"
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert (line.text(), page.desk.name(page.desk.person)) == ("李建国", "李建国")
    line.selectAll()
    qtbot.keyClicks(line, "zhao")
    assert line.text() == "zhao"
    assert page.desk.name(page.desk.person) == "李建国"
    line.selectAll()
    commit(line, "王晓")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert page.session.settings.person_id == page.desk.person == person.id


def test_a_name_that_is_nobody_is_told_when_the_line_is_left(page: SettingsPage, qtbot: QtBot) -> None:
    page.go_to("person")
    section = page.current
    assert isinstance(section, PersonSection)
    before = page.desk.person
    section.who.widget.setFocus()
    section.who.widget.selectAll()
    commit(section.who.widget, "无此人")
    qtbot.keyClick(section.who.widget, Qt.Key.Key_Tab)
    assert section.field.error().startswith("Nothing is called so")
    assert (section.who.widget.text(), page.desk.person) == ("无此人", before)


# tiers


def test_a_time_of_a_tier_is_edited_as_a_duration(page: SettingsPage, qtbot: QtBot) -> None:
    page.go_to("tiers")
    section = page.current
    assert isinstance(section, TierSection)
    tier = next(t for t in page.desk.policy.tiers if t.limit(Duty.ON_SITE) is not None)
    edit = section.cards[tier.key].edits[Duty.ON_SITE]
    edit.selectAll()
    commit(edit, "8 分")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    changed = page.desk.policy.tier(tier.key)
    assert changed is not None
    assert changed.limit(Duty.ON_SITE) == 480
    edit.selectAll()
    commit(edit, "很快")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert section.cards[tier.key].fields[Duty.ON_SITE].error()
    assert page.desk.policy.tier(tier.key) == changed


def test_a_time_is_added_and_emptied_again(page: SettingsPage, qtbot: QtBot) -> None:
    page.go_to("tiers")
    section = page.current
    assert isinstance(section, TierSection)
    key = next(t.key for t in page.desk.policy.tiers if t.limit(Duty.STATEMENT) is None)
    card = section.cards[key]
    next(a for a in card._menu.actions() if a.data() == Duty.STATEMENT.value).trigger()
    edit = card.edits[Duty.STATEMENT]
    commit(edit, "3 h")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert page.desk.policy.tier(key).limit(Duty.STATEMENT) == 10800  # type: ignore[union-attr]
    edit.clear()
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert page.desk.policy.tier(key).limit(Duty.STATEMENT) is None  # type: ignore[union-attr]


def test_an_interval_is_saved_when_it_is_left(page: SettingsPage, qtbot: QtBot) -> None:
    page.go_to("tiers")
    section = page.current
    assert isinstance(section, TierSection)
    box = section.numbers["cases_per_month"]
    box.setValue(6)
    box.editingFinished.emit()
    assert page.desk.policy.cases_per_month == 6


# backups and file


def backups(page: SettingsPage) -> BackupSection:
    page.go_to("backups")
    section = page.current
    assert isinstance(section, BackupSection)
    return section


def test_a_backup_is_made_and_looked_through(page: SettingsPage, qtbot: QtBot) -> None:
    section = backups(page)
    qtbot.mouseClick(section.now, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: section.model.rowCount() == 1, timeout=15000)
    assert page.desk.backups.last() is not None
    qtbot.mouseClick(section.look, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "whole" in section.model.index(0, 2).data(), timeout=15000)


def test_a_backup_to_a_stick_replaces_nothing(
    page: SettingsPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    section = backups(page)
    there = tmp_path / "there.riskdesk"
    there.write_bytes(b"of somebody else")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(there), ""))
    section.make_elsewhere()
    qtbot.waitUntil(lambda: "is there already" in section.banner.words.text(), timeout=15000)
    assert there.read_bytes() == b"of somebody else"
    assert section.now.isEnabled()


def test_a_damaged_backup_is_told(page: SettingsPage, qtbot: QtBot) -> None:
    section = backups(page)
    made = page.desk.backups.make()
    made.write_bytes(b"no database at all" * 1000)
    section.refresh({})
    section.verify()
    qtbot.waitUntil(lambda: "damaged" in section.banner.words.text(), timeout=15000)


def test_restoring_opens_a_copy_and_leaves_the_file(page: SettingsPage, qtbot: QtBot) -> None:
    section = backups(page)
    own = page.desk.store.path
    made = page.desk.backups.make()
    page.desk.directory.add(Person(name="沈敏"))
    section.refresh({})
    with qtbot.waitSignal(page.session.restart_wanted, timeout=15000):
        section.restore()
    restored = Path(page.session.settings.last_file)
    assert restored not in (own, made)
    assert restored.parent == own.parent
    assert page.desk.store.count("person") == 1
    desk = Desk.open(restored, create=False)
    try:
        assert desk.store.count("person") == 0
        assert desk.store.count("risk") == page.desk.store.count("risk")
    finally:
        desk.close()


def test_another_folder_is_kept(page: SettingsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    section = backups(page)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *args: str(tmp_path / "stick"))
    section.choose_folder()
    assert page.desk.backups.folder == tmp_path / "stick"
    assert section.model.rowCount() == 0


def test_the_check_of_the_file_tells_what_it_looked_at(page: SettingsPage, qtbot: QtBot) -> None:
    page.go_to("file")
    section = page.current
    assert isinstance(section, FileSection)
    qtbot.mouseClick(section.look, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: section.banner.words.text().startswith("Sound:"), timeout=15000)


def test_a_refused_file_is_told_and_the_present_one_stays(page: SettingsPage, tmp_path: Path, qtbot: QtBot) -> None:
    page.go_to("file")
    section = page.current
    assert isinstance(section, FileSection)
    wrong = tmp_path / "wrong.riskdesk"
    wrong.write_bytes(b"nothing of ours" * 500)
    section.open_path(wrong, fresh=False)
    qtbot.waitUntil(lambda: "not a riskdesk file" in section.banner.words.text(), timeout=15000)
    assert page.session.settings.last_file != str(wrong)


def test_a_new_file_has_the_starter_content(page: SettingsPage, tmp_path: Path, qtbot: QtBot) -> None:
    page.go_to("file")
    section = page.current
    assert isinstance(section, FileSection)
    path = tmp_path / "新的 文件.riskdesk"
    with qtbot.waitSignal(page.session.restart_wanted, timeout=15000):
        section.open_path(path, fresh=True)
    desk = Desk.open(path, create=False)
    try:
        assert desk.store.count("playbook") > 0
    finally:
        desk.close()


def test_the_tasks_of_a_tier_are_edited_line_by_line(page: SettingsPage, qtbot: QtBot) -> None:
    page.go_to("tiers")
    section = page.current
    assert isinstance(section, TierSection)
    before = page.desk.policy.tier("general_1")
    assert before is not None
    tasks = section.cards["general_1"].tasks
    assert tuple(tasks.lines()) == before.tasks
    line = tasks.focusProxy()
    assert isinstance(line, QLineEdit)
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    new = tasks.focusWidget()
    commit(new, "关闭燃气总阀")
    assert page.may_leave()
    now = page.desk.policy.tier("general_1")
    assert now is not None
    assert now.tasks == (before.tasks[0], "关闭燃气总阀", *before.tasks[1:])
    assert now.limits == before.limits
