"""The review meeting as a person leads through it: prepared, decided in place, minuted, signed, compared."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from riskdesk.desk import Desk
from riskdesk.desk.prints.reviews import comparison
from riskdesk.domain.action import Action, ActionOrigin
from riskdesk.domain.calendar import Quarter
from riskdesk.domain.directory import Person
from riskdesk.domain.level import Level, Matrix
from riskdesk.domain.review import Review, ReviewState
from riskdesk.domain.risk import Risk
from riskdesk.gui.pages.reviews import ReviewPage
from riskdesk.gui.pages.reviews.topic_row import TopicRow
from riskdesk.gui.pages.reviews.words import AGENDA, DECIDE, MINUTES, PREPARE, SIGN
from riskdesk.gui.session import Session
from riskdesk.gui.widgets.button import LinkButton
from riskdesk.gui.widgets.roles import CellRole
from riskdesk.gui.window import MainWindow
from tests.gui.keys import commit


@pytest.fixture
def desk(session: Session) -> Desk:
    """One overdue red risk, one overdue measure, two people; no other risks."""
    desk = session.desk
    for risk in desk.store.records(Risk):
        desk.risks.delete(risk.id)
    for action in desk.store.records(Action):
        desk.actions.delete(action.id)
    people = [desk.directory.add(Person(name=name)).value for name in ("沈敏", "陈立")]
    desk.person = people[0].id
    late = desk.today - dt.timedelta(days=4)
    risk = desk.risks.add(Risk(title="电梯困人", family="operational", next_review=late, owner_id=people[0].id)).value
    desk.risks.rescore(risk.id, "current", Matrix(likelihood=5, severity=4))
    desk.actions.add(Action(title="换门锁", due=late))
    return desk


@pytest.fixture
def page(desk: Desk, window: MainWindow) -> ReviewPage:
    window.go_to("review")
    page = window.current
    assert isinstance(page, ReviewPage)
    return page


def risk_of(desk: Desk) -> Risk:
    return desk.store.records(Risk)[0]


def prepared(page: ReviewPage, qtbot: QtBot) -> Review:
    """The meeting of this quarter, through its button."""
    page.commands["reviews.prepare"].trigger()
    qtbot.waitUntil(lambda: page.guide.review is not None, timeout=10_000)
    review = page.guide.review
    assert review is not None
    return review


def now(page: ReviewPage) -> Review:
    assert page.guide.review is not None
    return page.desk.reviews.get(page.guide.review.id)


def row(page: ReviewPage, text: str) -> TopicRow:
    return next(r for r in page.guide.topics.rows.values() if r.topic is not None and r.topic.text == text)


def links(row: TopicRow) -> dict[str, LinkButton]:
    return {link.text(): link for link in row.links.findChildren(LinkButton)}


def quick(row: TopicRow, cls_name: str) -> Any:
    return next(w for w in row.findChildren(QWidget) if type(w).__name__ == cls_name)


def elsewhere(page: ReviewPage) -> None:
    """The keyboard goes to the bar of the steps."""
    page.guide.bar.setFocus()


def signed(page: ReviewPage, qtbot: QtBot) -> Review:
    review = prepared(page, qtbot)
    desk = page.desk
    desk.reviews.save(review.changed(attendee_ids=(desk.person,)), review)
    desk.reviews.hold(review.id)
    return desk.reviews.sign(review.id).value


# the list and the steps


def test_it_begins_with_what_it_is_for(page: ReviewPage, qtbot: QtBot) -> None:
    quarter = Quarter.of(page.desk.today)
    assert page.empty.isVisible()
    assert f"{quarter.year} Q{quarter.number}" in page.empty.button.text()
    assert page.meetings.isHidden()
    qtbot.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.guide.isVisible, timeout=10_000)
    assert page.guide.step == AGENDA
    assert page.meetings.isVisible()
    assert page.head.title.text() == f"Review meeting, Q{quarter.number} {quarter.year}"


def test_it_stands_under_the_register(page: ReviewPage, window: MainWindow) -> None:
    assert page.UNDER == "risk"
    assert not page.back()


def test_quarters_that_have_their_meeting_are_not_offered(page: ReviewPage, qtbot: QtBot) -> None:
    prepared(page, qtbot)
    quarter = Quarter.of(page.desk.today)
    assert quarter not in page.meetings.waiting
    assert quarter.next in page.meetings.waiting
    assert len(page.meetings.waiting) == 2
    page.meetings.quarter_chosen.emit(quarter.next)
    qtbot.waitUntil(lambda: now(page).period == quarter.next, timeout=10_000)
    assert [o.text for o in page.meetings.list.options.options if o.key] == [
        f"Q{q.number} meeting" for q in (quarter.next, quarter)
    ]  # fmt: skip


def test_the_agenda_by_kind_with_the_level_and_why(page: ReviewPage, qtbot: QtBot) -> None:
    prepared(page, qtbot)
    told = row(page, "电梯困人")
    assert told.tag is not None
    assert told.tag.accessibleName() == "Red"
    assert "No playbook" in told.reason.text()
    assert "4 days ago" in told.reason.text()
    assert risk_of(page.desk).number in told.title.text()
    assert row(page, "换门锁").tag is None
    notes = {step.key: (step.note, step.done) for step in page.guide.bar.steps()}
    assert notes[AGENDA][0] == f"{len(page.guide.topics.rows)} topics"


def test_the_keys_go_through_the_steps(page: ReviewPage, qtbot: QtBot) -> None:
    prepared(page, qtbot)
    page.commands["review.last"].trigger()
    assert page.guide.step == PREPARE
    page.guide.bar.setFocus()
    qtbot.keyClick(page.guide.bar, Qt.Key.Key_Right)
    qtbot.keyClick(page.guide.bar, Qt.Key.Key_Right)
    assert page.guide.step == DECIDE
    assert page.commands["review.next"].text() == "Meeting held"


def test_a_topic_of_ones_own(page: ReviewPage, qtbot: QtBot) -> None:
    prepared(page, qtbot)
    topics = page.guide.topics
    commit(topics.new, "食堂燃气")
    qtbot.keyClick(topics.new, Qt.Key.Key_Return)
    assert "食堂燃气" in [t.text for t in now(page).topics]
    assert topics.new.text() == ""
    own = row(page, "食堂燃气")
    own.dropped.emit(own.topic)
    assert "食堂燃气" not in [t.text for t in now(page).topics]
    page.session.undo()
    assert "食堂燃气" in [t.text for t in now(page).topics]
    assert row(page, "食堂燃气").isVisible()


def test_filling_again_keeps_the_decision(page: ReviewPage, qtbot: QtBot) -> None:
    review = prepared(page, qtbot)
    page.desk.reviews.decide(review.id, row(page, "换门锁").topic, "本周换", False)
    page.desk.actions.add(Action(title="补灯", due=page.desk.today - dt.timedelta(days=1)))
    qtbot.mouseClick(page.guide.topics.refill, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: any(t.text == "补灯" for t in now(page).topics), timeout=10_000)
    assert next(t for t in now(page).topics if t.text == "换门锁").decision == "本周换"


# deciding in place


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


def test_the_next_review_is_set_in_place(page: ReviewPage, qtbot: QtBot) -> None:
    prepared(page, qtbot)
    page.guide.go_to(DECIDE)
    day = quick(row(page, "电梯困人"), "QuickDay")
    assert "4 d overdue" in day.button.text()
    qtbot.mouseClick(day.button, Qt.MouseButton.LeftButton)
    day._editor.setText("+30")
    qtbot.keyClick(day._editor, Qt.Key.Key_Return)
    assert risk_of(page.desk).next_review == page.desk.today + dt.timedelta(days=30)
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


def test_a_topic_opens_its_record(page: ReviewPage, qtbot: QtBot) -> None:
    prepared(page, qtbot)
    wanted: list[tuple[str, str]] = []
    page.session.record_wanted.disconnect()
    page.session.record_wanted.connect(lambda kind, id: wanted.append((kind, id)))
    qtbot.mouseClick(row(page, "电梯困人").title, Qt.MouseButton.LeftButton)
    assert wanted == [("risk", risk_of(page.desk).id)]


# facts and minutes


def test_facts_are_saved_when_left(page: ReviewPage, qtbot: QtBot) -> None:
    prepared(page, qtbot)
    page.guide.go_to(PREPARE)
    fields = page.guide.prepare.inplace.bindings
    commit(fields["place"].widget, "二楼会议室")
    fields["held_on"].widget.setFocus()
    qtbot.waitUntil(lambda: now(page).place == "二楼会议室")
    fields["held_on"].widget.setText("13-45")
    page.guide.bar.setFocus()
    qtbot.waitUntil(lambda: bool(page.guide.prepare.inplace.fields["held_on"].error()))
    assert now(page).held_on is None
    fields["held_on"].widget.setText(str(page.desk.today))
    page.guide.go_to(AGENDA)
    assert now(page).held_on == page.desk.today


def test_those_present_are_saved_at_once(page: ReviewPage, qtbot: QtBot) -> None:
    prepared(page, qtbot)
    page.guide.go_to(PREPARE)
    chooser = page.guide.prepare.inplace.bindings["attendee_ids"]
    chooser.widget.add(chooser._find("陈立")[0])
    assert [page.desk.name(id) for id in now(page).attendee_ids] == ["陈立"]
    page.session.undo()
    assert now(page).attendee_ids == ()
    assert chooser.value() == ()


def test_minutes_are_kept_while_typing_and_saved_when_the_page_is_left(
    page: ReviewPage, window: MainWindow, qtbot: QtBot
) -> None:
    review = prepared(page, qtbot)
    page.guide.go_to(MINUTES)
    commit(page.guide.minutes.inplace.bindings["minutes"].widget, "一、通报整改")
    desk = page.desk
    qtbot.waitUntil(lambda: desk.store.draft(desk.person, "review", review.id) == {"minutes": "一、通报整改"})
    assert now(page).minutes == ""
    window.go_to("risk")
    assert now(page).minutes == "一、通报整改"
    assert desk.store.draft(desk.person, "review", review.id) is None


def test_what_was_typed_is_back_after_a_crash(page: ReviewPage, qtbot: QtBot, session: Session) -> None:
    review = prepared(page, qtbot)
    desk = page.desk
    topic = row(page, "换门锁").topic
    assert topic is not None
    kept = {"minutes": "写到一半", "topic:" + ":".join(topic.key): "换成双"}
    desk.store.keep_draft(desk.person, "review", review.id, desk.clock(), kept)
    again = ReviewPage(session)
    qtbot.addWidget(again)
    again.resize(1100, 700)
    again.show()
    again.enter()
    assert again.guide.restored.isVisible()
    again.guide.go_to(DECIDE)
    assert row(again, "换门锁").side.edit.text() == "换成双"
    again.guide.go_to(MINUTES)
    assert again.guide.minutes.inplace.bindings["minutes"].widget.text() == "写到一半"
    assert now(again).minutes == ""
    again.guide.restored.acted.emit()
    assert again.guide.minutes.inplace.bindings["minutes"].widget.text() == ""
    assert desk.store.draft(desk.person, "review", review.id) is None


def test_two_people_at_the_minutes(page: ReviewPage, qtbot: QtBot) -> None:
    review = prepared(page, qtbot)
    page.guide.go_to(MINUTES)
    box = page.guide.minutes.inplace
    commit(box.bindings["minutes"].widget, "我的")
    other = Desk.open(page.desk.store.path, "colleague")
    theirs = other.reviews.get(review.id)
    other.reviews.save(theirs.changed(minutes="他的"), theirs)
    other.close()
    page.guide.flush()
    assert box._conflict.isVisible()
    assert now(page).minutes == "他的"
    box._conflict.chosen.emit({"minutes": "他的"}, {})
    assert now(page).minutes == "我的"
    assert not box._conflict.isVisible()


# to the end


def test_from_the_agenda_to_the_signature(page: ReviewPage, qtbot: QtBot) -> None:
    prepared(page, qtbot)
    following = page.commands["review.next"]
    following.trigger()
    assert page.guide.step == DECIDE
    following.trigger()
    assert (page.guide.step, now(page).state, now(page).held_on) == (MINUTES, ReviewState.HELD, page.desk.today)
    following.trigger()
    assert page.guide.step == SIGN
    signing = page.guide.signing
    assert signing.nobody.isVisible()
    following.trigger()
    assert not signing.question.isVisible()
    signing.nobody.acted.emit()
    assert page.guide.step == PREPARE
    chooser = page.guide.prepare.inplace.bindings["attendee_ids"]
    chooser.widget.add(chooser._find("沈敏")[0])
    page.guide.go_to(SIGN)
    assert not signing.nobody.isVisible()
    assert "not decided" in signing.undecided.words.text()
    following.trigger()
    assert signing.question.isVisible()
    assert now(page).state is ReviewState.HELD
    qtbot.mouseClick(signing.yes, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: now(page).state is ReviewState.SIGNED, timeout=10_000)
    assert [r.title for r in now(page).snapshot] == ["电梯困人"]
    qtbot.waitUntil(page.guide.frozen.signed.isVisible)
    assert not following.isVisible()
    assert page.commands["review.print_list"].isVisible()


def test_not_yet_signs_nothing(page: ReviewPage, qtbot: QtBot) -> None:
    review = prepared(page, qtbot)
    page.desk.reviews.save(review.changed(attendee_ids=(page.desk.person,)), review)
    page.desk.reviews.hold(review.id)
    page.commands["reviews.sign"].trigger()
    qtbot.mouseClick(page.guide.signing.no, Qt.MouseButton.LeftButton)
    assert now(page).state is ReviewState.HELD
    assert not page.guide.signing.question.isVisible()


def test_a_signed_meeting_is_to_read(page: ReviewPage, qtbot: QtBot) -> None:
    signed(page, qtbot)
    page.guide.go_to(DECIDE)
    one = row(page, "电梯困人")
    assert not one.side.edit.isVisible()
    assert one.side.words.text() == "Not decided"
    assert not one.side.done.isEnabled()
    assert not one.links.isVisible()
    page.guide.go_to(PREPARE)
    assert not page.guide.prepare.form.isVisible()
    assert page.guide.prepare.facts.isVisible()
    page.guide.go_to(MINUTES)
    assert not page.guide.minutes.field.isVisible()
    assert page.guide.minutes.text.toPlainText() == "No minutes were written."
    page.desk.risks.rescore(risk_of(page.desk).id, "current", Matrix(likelihood=1, severity=1))
    page.guide.go_to(DECIDE)
    assert row(page, "电梯困人").tag.accessibleName() == "Red"


def test_the_frozen_list_is_read_on_the_page_as_it_was(page: ReviewPage, qtbot: QtBot) -> None:
    signed(page, qtbot)
    desk, frozen = page.desk, page.guide.frozen
    desk.risks.rescore(risk_of(desk).id, "current", Matrix(likelihood=1, severity=1))
    desk.risks.add(Risk(title="新风险", family="operational"))
    page.guide.go_to(SIGN)
    qtbot.waitUntil(lambda: frozen.model.rowCount() == 1, timeout=10_000)
    cells = [frozen.model.index(0, column).data() for column in range(frozen.model.columnCount())]
    assert cells[1:3] == ["Red 20", "电梯困人"]
    assert frozen.model.index(0, 2).data(CellRole.SUFFIX) == "No playbook、No measure"
    assert frozen.levels is not None
    frozen.levels.changed.emit("red")
    assert frozen.model.rowCount() == 1
    wanted: list[tuple[str, str]] = []
    page.session.record_wanted.disconnect()
    page.session.record_wanted.connect(lambda kind, id: wanted.append((kind, id)))
    frozen.table.opened.emit(frozen.model.index(0, 0))
    assert wanted == [("risk", risk_of(desk).id)]
    desk.risks.delete(wanted[0][1])
    frozen.table.opened.emit(frozen.model.index(0, 0))
    assert len(wanted) == 1


def test_a_signed_meeting_has_no_next_step_but_its_steps_are_turned_over_by_keys(
    page: ReviewPage, window: MainWindow, qtbot: QtBot
) -> None:
    signed(page, qtbot)
    page.guide.go_to(AGENDA)
    assert not page.commands["review.next"].isVisible()
    qtbot.keyClick(window, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert page.guide.step == DECIDE
    qtbot.keyClick(window, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert page.guide.step == AGENDA


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


def test_printing_asks_for_the_right_forms(page: ReviewPage, qtbot: QtBot) -> None:
    review = prepared(page, qtbot)
    asked: list[tuple[str, str]] = []
    page.session.print_wanted.disconnect()
    page.session.print_wanted.connect(lambda form, id, query, heading: asked.append((form, id)))
    assert page.commands["review.print"].text() == "Print agenda"
    page.commands["review.print"].trigger()
    page.desk.reviews.save(review.changed(attendee_ids=(page.desk.person,)), review)
    page.desk.reviews.hold(review.id)
    assert page.commands["review.print"].text() == "Print minutes"
    page.desk.reviews.sign(review.id)
    page.commands["review.print_list"].trigger()
    assert asked == [("review_minutes", review.id), ("risk_snapshot", review.id)]


# comparing


def test_a_snapshot_compared_with_the_register_now(page: ReviewPage, qtbot: QtBot) -> None:
    review = signed(page, qtbot)
    desk = page.desk
    desk.risks.rescore(risk_of(desk).id, "current", Matrix(likelihood=1, severity=2))
    desk.risks.add(Risk(title="新风险", family="operational"))
    page.commands["review.compare"].trigger()
    comparing = page.comparing
    qtbot.waitUntil(lambda: comparing.found is not None, timeout=10_000)
    model = comparing.model
    told = [[model.index(n, c).data() for c in (0, 2, 3, 4)] for n in range(model.rowCount())]
    assert told == [["Fallen", "电梯困人", "Red 20", "Blue 2"], ["Newly listed", "新风险", "—", "Not scored"]]
    assert comparing.kinds is not None
    comparing.kinds.changed.emit("opened")
    assert model.rowCount() == 1
    asked: list[Any] = []
    page.session.print_wanted.disconnect()
    page.session.print_wanted.connect(lambda form, id, query, heading: asked.append((form, query.where[0].value)))
    page.commands["review.print"].trigger()
    assert asked == [("snapshot_comparison", (review.id,))]
    assert page.back()
    assert page.guide.isVisible()


def test_two_snapshots_are_compared_from_the_earlier_to_the_later(page: ReviewPage, qtbot: QtBot) -> None:
    first = signed(page, qtbot)
    desk = page.desk
    desk.risks.rescore(risk_of(desk).id, "current", Matrix(likelihood=1, severity=2))
    following = Quarter.of(desk.today).next
    second = desk.reviews.prepare(following.year, following.number).value
    desk.reviews.save(second.changed(attendee_ids=(desk.person,)), second)
    desk.reviews.hold(second.id)
    desk.reviews.sign(second.id)
    page.commands["review.compare"].trigger()
    comparing = page.comparing
    comparing.choose(second.id, first.id)
    assert (comparing.before.currentData(), comparing.after.currentData()) == (first.id, second.id)
    assert comparing.before.currentText().endswith(str(desk.today))
    qtbot.waitUntil(lambda: comparing.found is not None and bool(comparing.found.down), timeout=10_000)
    asked: list[Any] = []
    page.session.print_wanted.disconnect()
    page.session.print_wanted.connect(lambda form, id, query, heading: asked.append(query))
    page.commands["review.print"].trigger()
    data = comparison(desk, asked[0], "")
    assert (data["before"]["number"], data["after"]["number"]) == (first.number, second.number)
    assert [row["number"] for row in data["down"]] == [risk_of(desk).number]


def test_a_topic_without_a_space_breaks_all_the_same(page: ReviewPage, qtbot: QtBot) -> None:
    review = prepared(page, qtbot)
    page.desk.reviews.add_topic(review.id, "x" * 190)
    assert row(page, "x" * 190).minimumSizeHint().width() < page.guide.width()


def test_comparing_before_anything_was_signed_says_what_makes_a_snapshot(page: ReviewPage, qtbot: QtBot) -> None:
    prepared(page, qtbot)
    page.commands["review.compare"].trigger()
    assert page.comparing.empty.isVisible()
    assert "signed" in page.comparing.empty.sentence.text()


def test_a_change_of_the_register_shows_in_the_comparison(page: ReviewPage, qtbot: QtBot) -> None:
    signed(page, qtbot)
    page.commands["review.compare"].trigger()
    qtbot.waitUntil(lambda: page.comparing.found is not None, timeout=10_000)
    assert page.comparing.empty.title.text() == "No risk changed"
    page.desk.risks.add(Risk(title="新风险", family="operational"))
    qtbot.waitUntil(lambda: page.comparing.model.rowCount() == 1, timeout=10_000)


# the window


def test_in_a_narrow_window_esc_goes_to_the_list(page: ReviewPage, window: MainWindow, qtbot: QtBot) -> None:
    prepared(page, qtbot)
    window.resize(900, 700)
    qtbot.waitUntil(page.meetings.isHidden)
    assert page.back()
    assert page.meetings.isVisible()
    assert not page.commands["review.next"].isVisible()
    page.meetings.chosen.emit(now(page).id)
    assert page.guide.isVisible()


def test_deleting_can_be_undone(page: ReviewPage, qtbot: QtBot) -> None:
    prepared(page, qtbot)
    page.commands["reviews.delete"].trigger()
    assert page.empty.isVisible()
    page.session.undo()
    assert page.guide.isVisible()


def test_sixty_topics_stand_quickly(page: ReviewPage, qtbot: QtBot) -> None:
    review = prepared(page, qtbot)
    for n in range(60):
        page.desk.reviews.add_topic(review.id, f"议题 {n}")
    page.guide.go_to(DECIDE)
    assert len(page.guide.topics.rows) >= 60
    last = list(page.guide.topics.rows.values())[-1]
    last.side.edit.setFocus()
    commit(last.side.edit, "最后一项")
    elsewhere(page)
    assert now(page).topics[-1].decision == "最后一项"
