"""What notices say of undoing, and that each takes back its own step."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from riskdesk.desk import Desk
from riskdesk.domain.directory import Person
from riskdesk.domain.policy import Policy
from riskdesk.domain.risk import Risk
from riskdesk.gui.window import MainWindow

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def add(window: MainWindow, title: str) -> Risk:
    return window.session.desk.risks.add(Risk(title=title, family="fire")).value


def delete(window: MainWindow, risk: Risk) -> None:
    notice = f"{risk.number} was deleted."
    window.session.do(window.session.desk.risks.delete, risk.id, notice=notice)


def test_the_notice_goes_with_its_step_and_the_next_one_names_it(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to("risk")
    risk = add(window, "充电桩过热")
    delete(window, risk)
    assert window.overlays.notices.texts() == [f"{risk.number} was deleted."]
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert window.overlays.notices.texts() == [f"Undone: Delete risk {risk.number} 充电桩过热"]
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL | SHIFT)
    assert window.overlays.notices.texts()[-1] == f"Done again: Delete risk {risk.number} 充电桩过热"


def test_an_older_notice_takes_back_its_own_step(window: MainWindow) -> None:
    first, second = add(window, "甲"), add(window, "乙")
    delete(window, first)
    delete(window, second)
    older, _ = window.overlays.notices._shown.values()
    older.button.click()
    store = window.session.desk.store
    assert not store.is_deleted("risk", first.id)
    assert store.is_deleted("risk", second.id)
    assert window.overlays.notices.texts() == [
        f"{second.number} was deleted.",
        f"Undone: Delete risk {first.number} 甲",
    ]


def test_a_long_title_is_cut_and_several_records_are_counted(window: MainWindow) -> None:
    desk, session = window.session.desk, window.session
    risks = [add(window, title) for title in ("很长的标题" * 10, "乙", "丙")]
    numbers = [desk.store.row_number("risk", risk.id) or 0 for risk in risks]
    desk.risks.save_many(numbers, {"place": "B1"})
    session.undo()
    told = window.overlays.notices.texts()[-1]
    assert told == f"Undone: Edit several risks {risks[0].number} {('很长的标题' * 10)[:24]}… and 2 more"


def test_a_change_of_the_policy_is_told_by_its_name_alone(window: MainWindow) -> None:
    desk = window.session.desk
    base: Policy = desk.policies.read()
    desk.policies.save(base.changed(notes="新"), base)
    window.session.undo()
    assert window.overlays.notices.texts()[-1] == "Undone: Change policy"


def test_somebody_elses_change_is_told_with_their_name(window: MainWindow, qtbot: QtBot) -> None:
    desk = window.session.desk
    chen = desk.directory.add(Person(name="陈刚")).value
    risk = add(window, "充电桩过热")
    desk.risks.save(risk.changed(place="B1"), risk)
    window.open_record("risk", risk.id)
    other = Desk.open(desk.store.path, chen.id)
    theirs = other.risks.get(risk.id)
    other.risks.save(theirs.changed(place="B2"), theirs)
    other.close()
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert window.overlays.notices.texts() == [f"陈刚 has changed {risk.number} since. Nothing was undone."]
