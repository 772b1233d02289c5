"""Topics are decided in place, beside what the register says of their risks."""

from __future__ import annotations

import datetime as dt
from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from riskdesk.desk import Desk
from riskdesk.domain.action import Action, ActionOrigin
from riskdesk.domain.level import Level
from riskdesk.gui.pages.reviews import ReviewPage
from riskdesk.gui.pages.reviews.words import DECIDE
from tests.gui.keys import commit
from tests.gui.reviews.helpers import elsewhere, links, now, prepared, quick, risk_of, row


def test_a_decision_is_saved_when_it_is_left_and_can_be_undone(page: ReviewPage, qtbot: QtBot) -> None:
    prepared(page, qtbot)
    page.guide.go_to(DECIDE)
    one = row(page, "换门锁")
    commit(one.side.edit, "本周内更换，沈敏复查")
    assert next(t for t in now(page).topics if t.text == "换门锁").decision == ""
    elsewhere(page)
    assert next(t for t in now(page).topics if t.text == "换门锁").decision == "本周内更换，沈敏复查"
    page.session.undo()
    assert one.side.edit.text() == ""
    assert next(t for t in now(page).topics if t.text == "换门锁").decision == ""


def test_ticked_without_words_counts_as_decided(page: ReviewPage, qtbot: QtBot) -> None:
    prepared(page, qtbot)
    page.guide.go_to(DECIDE)
    before = now(page).decided
    qtbot.mouseClick(row(page, "换门锁").side.done, Qt.MouseButton.LeftButton)
    assert now(page).decided == before + 1
    assert any("1 of" in step.note for step in page.guide.bar.steps())


def test_ctrl_enter_decides_and_goes_on(page: ReviewPage, qtbot: QtBot) -> None:
    prepared(page, qtbot)
    page.guide.go_to(DECIDE)
    rows = list(page.guide.topics.rows.values())
    assert rows[0].side.edit.hasFocus()
    commit(rows[0].side.edit, "整改")
    qtbot.keyClick(rows[0].side.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    topic = now(page).topics[0]
    assert (topic.decision, topic.done) == ("整改", True)
    assert rows[1].side.edit.hasFocus()


def test_typing_goes_on_while_something_else_changes(page: ReviewPage, qtbot: QtBot) -> None:
    prepared(page, qtbot)
    page.guide.go_to(DECIDE)
    one = row(page, "换门锁")
    commit(one.side.edit, "本周")
    page.desk.risks.save(risk_of(page.desk).changed(place="3 栋"), risk_of(page.desk))
    assert one.side.edit.text() == "本周"
    assert one.side.edit.hasFocus()
    commit(one.side.edit, "内更换")
    elsewhere(page)
    assert next(t for t in now(page).topics if t.text == "换门锁").decision == "本周内更换"


def test_typing_goes_on_while_the_agenda_is_filled_again(page: ReviewPage, qtbot: QtBot) -> None:
    review = prepared(page, qtbot)
    page.guide.go_to(DECIDE)
    commit(row(page, "换门锁").side.edit, "本周")
    page.desk.reviews.add_topic(review.id, "食堂")
    one = row(page, "换门锁")
    assert one.side.edit.text() == "本周"
    assert one.side.edit.hasFocus()


def test_somebody_decided_otherwise_meanwhile(page: ReviewPage, qtbot: QtBot) -> None:
    review = prepared(page, qtbot)
    page.guide.go_to(DECIDE)
    one = row(page, "换门锁")
    commit(one.side.edit, "我的")
    topic = one.topic
    assert topic is not None
    other = Desk.open(page.desk.store.path, "colleague")
    other.reviews.decide(review.id, topic, "他的", False)
    other.close()
    elsewhere(page)
    assert one.side.clash.isVisible()
    assert "他的" in one.side.clash.words.text()
    assert one.side.edit.text() == "我的"
    one.side.clash.acted.emit()
    assert one.side.edit.text() == "他的"
    assert not one.side.clash.isVisible()
    assert next(t for t in now(page).topics if t.text == "换门锁").decision == "他的"


def test_rescoring_a_risk_of_the_agenda_in_place(page: ReviewPage, qtbot: QtBot) -> None:
    prepared(page, qtbot)
    page.guide.go_to(DECIDE)
    row(page, "电梯困人").rescored.emit(risk_of(page.desk).id)
    assert page.scoring.isVisible()
    page.scoring.judging.pickers["likelihood"].set_value(1)
    page.scoring.judging.pickers["severity"].set_value(2)
    page.scoring.save()
    assert page.guide.isVisible()
    assert risk_of(page.desk).level is Level.BLUE
    assert row(page, "电梯困人").tag.accessibleName() == "Blue"
    assert row(page, "电梯困人").side.edit.text() == "Current: Blue 1 × 2 = 2"


def test_the_next_review_is_set_in_place(page: ReviewPage, qtbot: QtBot) -> None:
    prepared(page, qtbot)
    page.guide.go_to(DECIDE)
    day = quick(row(page, "电梯困人"), "QuickDay")
    assert "4 d overdue" in day.button.text()
    qtbot.mouseClick(day.button, Qt.MouseButton.LeftButton)
    day._editor.setText("+30")
    qtbot.keyClick(day._editor, Qt.Key.Key_Return)
    assert risk_of(page.desk).next_review == page.desk.today + dt.timedelta(days=30)
    assert row(page, "电梯困人").side.edit.text() == f"Next review: {risk_of(page.desk).next_review}"
    page.session.undo()
    assert risk_of(page.desk).next_review == page.desk.today - dt.timedelta(days=4)


def test_esc_leaves_the_next_review_as_it_was(page: ReviewPage, qtbot: QtBot) -> None:
    prepared(page, qtbot)
    page.guide.go_to(DECIDE)
    day = quick(row(page, "电梯困人"), "QuickDay")
    qtbot.waitUntil(day.button.isVisible)
    qtbot.mouseClick(day.button, Qt.MouseButton.LeftButton)
    editor = day._editor
    page.desk.actions.add(Action(title="别处的改动"))
    assert day._editor is editor
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert day._editor is None
    assert day.button.isVisible()
    assert page.guide.isVisible()


def test_the_owner_is_chosen_in_place(page: ReviewPage, qtbot: QtBot) -> None:
    prepared(page, qtbot)
    page.guide.go_to(DECIDE)
    other = next(p for p in page.desk.directory.all("person") if p.name == "陈立")
    owner = quick(row(page, "电梯困人"), "QuickPerson")
    assert owner.button.text() == "Owner 沈敏"
    qtbot.mouseClick(owner.button, Qt.MouseButton.LeftButton)
    option = next(o for o in owner._binding._find("陈立") if o.key == other.id)
    owner._binding.widget.take(option)
    assert risk_of(page.desk).owner_id == other.id
    assert quick(row(page, "电梯困人"), "QuickPerson").button.text() == "Owner 陈立"
    assert row(page, "电梯困人").side.edit.text() == "Owner: 陈立"
    assert row(page, "电梯困人").reason.text().startswith("When put on the agenda: ")


def owner_field(page: ReviewPage, qtbot: QtBot) -> Any:
    """The meeting at its decisions, the owner of its risk being chosen."""
    prepared(page, qtbot)
    page.guide.go_to(DECIDE)
    owner = quick(row(page, "电梯困人"), "QuickPerson")
    qtbot.waitUntil(owner.button.isVisible)
    qtbot.mouseClick(owner.button, Qt.MouseButton.LeftButton)
    return owner


def test_typing_narrows_the_owners_and_enter_takes_one(page: ReviewPage, qtbot: QtBot) -> None:
    other = next(p for p in page.desk.directory.all("person") if p.name == "陈立")
    chooser = owner_field(page, qtbot)._editor
    before = risk_of(page.desk).owner_id
    qtbot.keyClicks(chooser, "chen")
    assert chooser.isVisible()
    assert chooser.hasFocus()
    chooser.clear()
    commit(chooser, "陈立")
    assert risk_of(page.desk).owner_id == before
    assert chooser.drop.isVisible()
    qtbot.keyClick(chooser, Qt.Key.Key_Return)
    assert risk_of(page.desk).owner_id == other.id
    assert quick(row(page, "电梯困人"), "QuickPerson").button.hasFocus()


def test_enter_on_the_owner_that_stands_there_closes_the_field(page: ReviewPage, qtbot: QtBot) -> None:
    owner = owner_field(page, qtbot)
    qtbot.keyClick(owner._editor, Qt.Key.Key_Return)
    assert not owner.is_open
    assert owner.button.hasFocus()


def test_an_owner_that_is_new_is_made_in_place(page: ReviewPage, qtbot: QtBot) -> None:
    chooser = owner_field(page, qtbot)._editor
    commit(chooser, "王新")
    qtbot.keyClick(chooser, Qt.Key.Key_Return)
    assert page.desk.name(risk_of(page.desk).owner_id) == "王新"


def test_esc_leaves_the_owner_as_it_was(page: ReviewPage, qtbot: QtBot) -> None:
    owner = owner_field(page, qtbot)
    before = risk_of(page.desk).owner_id
    commit(owner._editor, "陈立")
    qtbot.keyClick(owner._editor, Qt.Key.Key_Escape)
    assert not owner.is_open
    assert owner.button.hasFocus()
    assert risk_of(page.desk).owner_id == before


def test_the_owner_field_closes_when_the_keyboard_goes_elsewhere(page: ReviewPage, qtbot: QtBot) -> None:
    owner = owner_field(page, qtbot)
    elsewhere(page)
    qtbot.waitUntil(lambda: not owner.is_open)
    qtbot.mouseClick(owner.button, Qt.MouseButton.LeftButton)
    commit(owner._editor, "谁都不是")
    elsewhere(page)
    qtbot.wait(10)
    assert owner._editor.text() == "谁都不是"


def test_a_topic_opens_its_record(page: ReviewPage, qtbot: QtBot) -> None:
    prepared(page, qtbot)
    wanted: list[tuple[str, str]] = []
    page.session.record_wanted.disconnect()
    page.session.record_wanted.connect(lambda kind, id: wanted.append((kind, id)))
    qtbot.mouseClick(row(page, "电梯困人").title, Qt.MouseButton.LeftButton)
    assert wanted == [("risk", risk_of(page.desk).id)]


def test_a_decision_becomes_a_measure(page: ReviewPage, qtbot: QtBot) -> None:
    review = prepared(page, qtbot)
    page.guide.go_to(DECIDE)
    assert "Make it a measure" not in links(row(page, "电梯困人"))
    topic = row(page, "电梯困人").topic
    page.desk.reviews.decide(review.id, topic, "值班表增加双岗\n陈立负责", True)
    asked: list[tuple[str, str, dict[str, Any]]] = []
    page.session.editor_wanted.disconnect()
    page.session.editor_wanted.connect(lambda kind, id, given: asked.append((kind, id, given)))
    qtbot.mouseClick(links(row(page, "电梯困人"))["Make it a measure"], Qt.MouseButton.LeftButton)
    ((kind, id, given),) = asked
    assert (kind, id) == ("action", "")
    assert given["title"] == "值班表增加双岗"
    assert given["risk_ids"] == (risk_of(page.desk).id,)
    action = page.desk.actions.add(Action(**given)).value
    assert action.origin is ActionOrigin.REVIEW
    assert review.title in action.detail


def test_a_topic_without_a_space_breaks_all_the_same(page: ReviewPage, qtbot: QtBot) -> None:
    review = prepared(page, qtbot)
    page.desk.reviews.add_topic(review.id, "x" * 190)
    assert row(page, "x" * 190).minimumSizeHint().width() < page.guide.width()
