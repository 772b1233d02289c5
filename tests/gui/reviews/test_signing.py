"""From the agenda to the signature, and the frozen meeting after it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from riskdesk.domain.directory import Person
from riskdesk.domain.level import Matrix
from riskdesk.domain.review import Review, ReviewState
from riskdesk.domain.risk import Risk
from riskdesk.gui.pages.reviews import ReviewPage
from riskdesk.gui.pages.reviews.words import AGENDA, DECIDE, MINUTES, PREPARE, SIGN
from riskdesk.gui.widgets.label import Prose
from riskdesk.gui.widgets.roles import CellRole
from riskdesk.gui.window import MainWindow
from tests.gui.reviews.helpers import now, prepared, risk_of, row, signed


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
    assert [r.title for r in now(page).snapshot.risks] == ["电梯困人"]
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


def test_a_signed_meeting_shows_names_and_numbers_as_they_were(page: ReviewPage, qtbot: QtBot) -> None:
    signed(page, qtbot)
    desk = page.desk
    person, risk = desk.store.get(Person, desk.person), risk_of(desk)
    desk.directory.save(person.changed(name="改名的人"), person)
    desk.risks.delete(risk.id)
    page.guide.go_to(MINUTES)
    shown = {words.accessibleName() for words in page.guide.minutes.facts.findChildren(Prose)}
    assert {"Chair 沈敏", "Those present 沈敏"} <= shown
    assert "改名的人" not in "".join(shown)
    page.guide.go_to(DECIDE)
    one = row(page, "电梯困人")
    assert one.tag.accessibleName() == "Red"
    assert one._head[1].text() == f"{risk.number}  电梯困人"


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


def test_what_stands_in_the_way_is_said_and_takes_the_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    desk = window.session.desk
    desk.person = desk.directory.add(Person(name="陈立")).value.id
    window.go_to("review")
    page = window.current
    assert isinstance(page, ReviewPage)
    page.commands["reviews.prepare"].trigger()
    qtbot.waitUntil(lambda: page.guide.review is not None, timeout=10_000)
    guide = page.guide
    assert isinstance(guide.review, Review)
    page.sign()
    signing = guide.signing
    assert guide.step == SIGN
    assert QApplication.focusWidget() is signing.not_held.link
    qtbot.keyClick(signing.not_held.link, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not signing.not_held.isVisible())
    page.sign()
    assert QApplication.focusWidget() is signing.nobody.link
    assert "cannot be signed yet" in signing.nobody.words.text()
    qtbot.keyClick(signing.nobody.link, Qt.Key.Key_Space)
    assert guide.step == PREPARE
    desk.reviews.save(guide.review.changed(attendee_ids=(desk.person,)), guide.review)
    page.sign()
    assert QApplication.focusWidget() is signing.yes
