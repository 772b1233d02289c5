"""Ctrl+K finds every action: those of the page in sight, and from any page those that need no open record."""

from __future__ import annotations

import pkgutil
from importlib import import_module

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from riskdesk import desk as nouns
from riskdesk import i18n
from riskdesk.desk import VERBS
from riskdesk.domain.directory import Person
from riskdesk.domain.drill import Drill
from riskdesk.domain.playbook import Playbook
from riskdesk.domain.risk import Risk
from riskdesk.gui.pages.all import PAGES
from riskdesk.gui.pages.drills.page import DrillPage
from riskdesk.gui.pages.offers import OFFERS
from riskdesk.gui.pages.settings.backups import BackupSection
from riskdesk.gui.pages.settings.page import SettingsPage
from riskdesk.gui.session import Session
from riskdesk.gui.window import MainWindow

for module in pkgutil.iter_modules(nouns.__path__):  # its verbs are known once a noun is read
    import_module(f"{nouns.__name__}.{module.name}")

FORMS = "It is the end of an editor or of a form, which a command opens."
IN_PLACE = "It is done in place, at the row, the mark or the field that it is about."
ASIDE = {name: FORMS for name in VERBS if name.endswith(".save")} | {
    "attachments.attach": IN_PLACE, "attachments.remove": IN_PLACE,
    "complaints.link": FORMS, "regulations.link": FORMS, "risks.duplicate": FORMS,
    "directory.add": "One command for each kind of entry.", "directory.add_named": IN_PLACE,
    "directory.delete": IN_PLACE, "directory.enter_number": IN_PLACE,
    "directory.set_office": "Settings: Office.", "policies.save": "The sections of the settings.",
    "drills.drop_evaluation": IN_PLACE, "drills.evaluate": IN_PLACE, "drills.move": IN_PLACE,
    "drills.note_inject": IN_PLACE, "drills.note_step": IN_PLACE, "drills.note_words": IN_PLACE,
    "incidents.strike": IN_PLACE,
    "privacy.let_out": "The end of an export or a print of what is written, which asks for the reason.",
    "reviews.add_topic": IN_PLACE, "reviews.decide": IN_PLACE, "reviews.drop_topic": IN_PLACE,
    "reviews.rescore": IN_PLACE, "reviews.set_level": IN_PLACE, "reviews.set_next_review": IN_PLACE,
    "reviews.set_owner": IN_PLACE,
    "risks.save_cells": IN_PLACE, "risks.save_many_cells": IN_PLACE, "risks.set_level": "A choice of rescoring.",
    "trash.restore": "Settings: Trash, and where a save meets what was deleted.",
    "risks.save_many": "It is about the selected rows of the page in sight.",
}  # fmt: skip
"""Verbs that are no command of their own, with the reason."""


def found(window: MainWindow, text: str) -> list[str]:
    return [str(option.key) for option in window.commands.rows(text)]


def call(window: MainWindow, qtbot: QtBot, text: str) -> None:
    """Ctrl+K, the words, Return."""
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window.commands._palette
    assert palette is not None
    qtbot.keyClicks(palette.line, text)
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)


def test_every_verb_is_a_command_or_has_a_reason_not_to_be(window: MainWindow) -> None:
    everywhere = {action.objectName() for action in window.commands._actions} | set(OFFERS)
    on_pages = {key for entry in PAGES for key in window.page(entry.KEY).commands}
    commands = {verb.name for verb in VERBS.values() if verb.name in (on_pages if verb.needs else everywhere)}
    assert commands | set(ASIDE) == set(VERBS)
    assert commands & set(ASIDE) <= {"risks.save_many"}


def test_a_verb_names_the_record_that_it_would_be_done_to(window: MainWindow) -> None:
    window.go_to("risk")
    record = window.page("risk").detail.record  # type: ignore[attr-defined]
    rows = window.commands.rows("review")
    keys = [row.key for row in rows]
    assert keys.index("page:review") < keys.index("action:risks.review")
    assert rows[keys.index("action:risks.review")].sub == f"{record.number} {record.title}"


def test_an_offer_is_the_command_of_its_page(window: MainWindow) -> None:
    for key, offer in OFFERS.items():
        action = window.page(offer.page).commands[key]
        assert (action.text(), action.isEnabled()) == (offer.words, True), key


def test_it_is_found_from_the_overview_before_its_page_is_made(session: Session, qtbot: QtBot) -> None:
    i18n.set_language("zh")
    window = MainWindow(session)
    qtbot.addWidget(window)
    for text, key in (
        ("新建", "offer:risks.add"), ("新建案例", "offer:cases.add"), ("xjal", "offer:cases.add"),
        ("备份", "offer:backups.make"), ("载入", "action:starter.load"), ("看看示例", "action:starter.load_sample"),
        ("导入", "action:import"), ("分级", "offer:settings.levels"), ("演练", "offer:drills.add"),
        ("报告事件", "action:incidents.report"), ("人员", "offer:directory.add.person"),
    ):  # fmt: skip
        assert key in found(window, text), text
    assert set(window.pages) == {"overview"}


def test_the_page_of_an_offer_is_named_with_it(window: MainWindow) -> None:
    window.go_to("overview")
    told = {(option.text, option.sub) for option in window.commands.rows("print list")}
    assert told >= {("Print list", "Risk register"), ("Print list", "Actions")}


def test_on_its_own_page_it_is_listed_once(window: MainWindow) -> None:
    window.go_to("case")
    assert [key for key in found(window, "new case") if key.endswith("cases.add")] == ["action:cases.add"]
    window.go_to("overview")
    assert len(found(window, "run a command")) == 1


@pytest.mark.parametrize("page", ["risk", "case", "playbook", "drill", "action", "contract", "regulation", "complaint"])
def test_a_new_record_is_begun_from_anywhere(window: MainWindow, qtbot: QtBot, page: str) -> None:
    window.go_to("overview")
    call(window, qtbot, next(offer.words for offer in OFFERS.values() if offer.page == page and offer.icon == "plus"))
    made = window.current
    assert made is not None
    assert page == made.KEY
    assert not made.detail.is_reading  # type: ignore[attr-defined]


def test_a_drill_is_planned_while_another_is_recorded(window: MainWindow, qtbot: QtBot) -> None:
    drills = window.session.desk.drills
    drill = drills.add(Drill(title="电梯困人")).value
    window.open_record("drill", drill.id)
    page = window.current
    assert isinstance(page, DrillPage)
    page.run()
    window.go_to("overview")
    call(window, qtbot, "New drill")
    assert page.room.isHidden()
    assert not page.detail.is_reading


def test_settings_are_reached_and_a_backup_is_made(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to("overview")
    call(window, qtbot, "Levels and scales")
    page = window.current
    assert isinstance(page, SettingsPage)
    assert page.current is not None
    assert page.current.KEY == "levels"
    window.go_to("risk")
    call(window, qtbot, "Back up now")
    backups = page.current
    assert isinstance(backups, BackupSection)
    qtbot.waitUntil(lambda: bool(backups.model.kept))
    call(window, qtbot, "New person")
    assert isinstance(page.current.shown.detail.focusWidget(), QLineEdit)  # type: ignore[attr-defined]


def test_the_starter_content_is_loaded_from_anywhere(window: MainWindow, qtbot: QtBot) -> None:
    desk = window.session.desk
    window.go_to("drill")
    while desk.undo_stack.undo():
        pass
    assert desk.starter.is_empty
    call(window, qtbot, "Load the starter content")
    qtbot.waitUntil(lambda: not desk.starter.is_empty, timeout=10_000)


# what needs an open record


def test_a_drill_is_finished_by_a_command(window: MainWindow, qtbot: QtBot) -> None:
    drills = window.session.desk.drills
    drill = drills.start(drills.add(Drill(title="电梯困人")).value.id).value
    window.open_record("drill", drill.id)
    call(window, qtbot, "Finish drill")
    assert drills.get(drill.id).ended_at is not None


def test_an_acceptance_is_withdrawn_by_a_command(window: MainWindow, qtbot: QtBot) -> None:
    desk = window.session.desk
    risk = desk.risks.add(Risk(title="充电桩过热", family="operational")).value
    window.open_record("risk", risk.id)
    call(window, qtbot, "Withdraw the acceptance")
    assert window.overlays.notices.texts()[-1] == f"{risk.number} is not accepted."
    chen = desk.directory.add(Person(name="陈刚")).value
    desk.risks.accept(risk.id, chen.id, "够低", desk.today.replace(year=desk.today.year + 1))
    call(window, qtbot, "Withdraw the acceptance")
    assert desk.risks.get(risk.id).acceptance is None


def test_the_question_of_looser_limits_is_gone_to_by_a_command(window: MainWindow, qtbot: QtBot) -> None:
    desk = window.session.desk
    lift = next(p for p in desk.store.records(Playbook) if desk.playbooks.differences(p))
    window.open_record("playbook", lift.id)
    call(window, qtbot, "Confirm looser limits")
    qtbot.keyClicks(window.focusWidget(), "15 min is what the contract says")
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    confirmed = desk.playbooks.get(lift.id).difference_confirmed
    assert confirmed is not None
    assert confirmed.why == "15 min is what the contract says"
    call(window, qtbot, "Confirm looser limits")
    assert window.overlays.notices.texts()[-1].startswith("Every limit of")
