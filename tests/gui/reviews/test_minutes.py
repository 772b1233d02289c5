"""Facts and minutes of a meeting: kept while they are typed, saved when they are left."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from riskdesk.desk import Desk
from riskdesk.gui.pages.reviews import ReviewPage
from riskdesk.gui.pages.reviews.words import AGENDA, DECIDE, MINUTES, PREPARE
from riskdesk.gui.session import Session
from riskdesk.gui.window import MainWindow
from tests.gui.keys import commit
from tests.gui.reviews.helpers import now, prepared, row


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


def test_half_typed_words_do_not_go_over_what_was_saved_since(page: ReviewPage, qtbot: QtBot, session: Session) -> None:
    review = prepared(page, qtbot)
    desk = page.desk
    topic = row(page, "换门锁").topic
    assert topic is not None
    name = "topic:" + ":".join(topic.key)
    desk.store.keep_draft(
        desk.person, "review", review.id, desk.clock(), {"minutes": "我的", name: "我定"}, {"minutes": "", name: ""}
    )
    other = Desk.open(desk.store.path, "colleague")
    theirs = other.reviews.get(review.id)
    other.reviews.save(theirs.changed(minutes="他的"), theirs)
    other.reviews.decide(review.id, topic, "他定", True)
    other.close()
    again = ReviewPage(session)
    qtbot.addWidget(again)
    again.resize(1100, 700)
    again.show()
    again.enter()
    again.guide.go_to(MINUTES)
    box = again.guide.minutes.inplace
    commit(box.bindings["minutes"].widget, "，又一句")
    again.guide.flush()
    assert box._conflict.isVisible()
    assert now(page).minutes == "他的"
    again.guide.go_to(DECIDE)
    side = row(again, "换门锁").side
    assert side.edit.text() == "我定"
    side.save()
    assert side.clash is not None
    assert next(other for other in now(page).topics if other.key == topic.key).decision == "他定"
