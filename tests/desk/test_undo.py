"""Undo and redo over saved edits, also after a new start."""

from __future__ import annotations

import datetime as dt

import pytest

from riskdesk.desk import Desk
from riskdesk.domain.directory import Person
from riskdesk.domain.errors import NotAllowed
from riskdesk.domain.level import Matrix
from riskdesk.domain.risk import Acceptance, Risk
from tests.desk.measures import edit, measure, restarted

DAY = dt.date(2026, 12, 24)


def test_a_new_file_has_nothing_to_undo(desk: Desk) -> None:
    assert (desk.undo_stack.undo(), desk.undo_stack.redo()) == (None, None)
    assert (desk.undo_stack.undo_label, desk.undo_stack.redo_label) == ("", "")


def test_the_last_edit_goes_first(desk: Desk) -> None:
    made = measure(desk)
    for title in ("一", "二", "三"):
        edit(desk, made.id, title=title)
    for title in ("二", "一", "换锁"):
        desk.undo_stack.undo()
        assert desk.actions.get(made.id).title == title
    for title in ("一", "二", "三"):
        desk.undo_stack.redo()
        assert desk.actions.get(made.id).title == title


def test_the_first_edit_of_a_session_is_undone_once(desk: Desk) -> None:
    made = measure(desk)
    again = restarted(desk)
    edit(again, made.id, title="换门")
    again.undo_stack.undo()
    assert (again.actions.get(made.id).title, again.undo_stack.undo_label) == ("换锁", "New measure")
    again.undo_stack.undo()
    assert again.undo_stack.undo_label == ""
    again.close()


def test_labels_tell_what_comes_next(desk: Desk) -> None:
    made = measure(desk)
    edit(desk, made.id, title="换门")
    assert desk.undo_stack.undo_label == "Save measure"
    desk.undo_stack.undo()
    assert (desk.undo_stack.undo_label, desk.undo_stack.redo_label) == ("New measure", "Save measure")


def test_a_new_edit_ends_the_redoing(desk: Desk) -> None:
    made = measure(desk)
    desk.undo_stack.undo()
    measure(desk, title="换门")
    assert desk.undo_stack.redo() is None
    assert desk.store.is_deleted("action", made.id)


def test_a_value_filled_in_where_there_was_none_is_taken_out_again(desk: Desk) -> None:
    made = measure(desk)
    edit(desk, made.id, due=DAY)
    desk.undo_stack.undo()
    assert not desk.store.is_deleted("action", made.id)
    assert desk.actions.get(made.id).due is None
    desk.undo_stack.redo()
    assert desk.actions.get(made.id).due == DAY


def test_an_acceptance_is_taken_back_and_the_risk_stays(desk: Desk) -> None:
    risk = desk.risks.add(Risk(title="围墙", family="operational")).value
    desk.risks.save(risk.changed(acceptance=Acceptance(by_id="p", why="无法消除", until=DAY)), risk)
    desk.undo_stack.undo()
    assert not desk.store.is_deleted("risk", risk.id)
    assert desk.risks.get(risk.id) == risk


def test_a_deleted_record_comes_back_with_its_links_and_is_found(desk: Desk) -> None:
    risk = desk.risks.add(Risk(title="电梯困人", family="operational")).value
    measure(desk, risk_ids=(risk.id,))
    desk.risks.delete(risk.id)
    assert desk.finder.find("电梯困人") == []
    desk.undo_stack.undo()
    assert [hit.id for hit in desk.finder.find("电梯困人")] == [risk.id]
    assert len(desk.risks.measures(risk.id)) == 1


def test_a_new_record_that_is_taken_back_keeps_its_number_for_redo(desk: Desk) -> None:
    made = measure(desk)
    desk.undo_stack.undo()
    other = measure(desk, title="换门")
    assert other.number != made.number
    desk.undo_stack.undo()
    desk.undo_stack.redo()
    assert desk.actions.get(other.id) == other


def test_undo_is_a_change_of_its_own_and_the_log_only_grows(desk: Desk) -> None:
    made = measure(desk)
    edit(desk, made.id, title="换门")
    before = desk.store.history(made.id)
    desk.undo_stack.undo()
    after = desk.store.history(made.id)
    assert after[: len(before)] == before
    assert [entry.verb for entry in after] == ["actions.add", "actions.save", "undo"]
    assert after[-1].undoes == before[-1].batch
    assert after[-1].patch == {"title": ["换门", "换锁"]}


def test_one_that_is_not_the_last_can_be_taken_back_by_its_batch(desk: Desk) -> None:
    first, second = measure(desk, title="一"), measure(desk, title="二")
    batch = desk.store.history(first.id)[0].batch
    desk.undo_stack.undo_batch(batch)
    assert [desk.store.is_deleted("action", made.id) for made in (first, second)] == [True, False]
    assert desk.undo_stack.undo_batch(batch) is None


def test_a_desk_over_another_connection_is_the_same_person(desk: Desk) -> None:
    person = desk.directory.add(Person(name="刘洋")).value
    risk = desk.risks.add(Risk(title="电梯困人", family="operational")).value
    other = desk.another()
    done = other.risks.save_many(desk.store.ns("risk"), {"owner_id": person.id})
    other.close()
    desk.announce(done)
    assert desk.undo_stack.undo_label == "Edit several risks"
    desk.undo_stack.undo()
    assert desk.risks.get(risk.id).owner_id == ""


def test_undo_of_a_score_gives_the_old_judgement_back(desk: Desk) -> None:
    risk = desk.risks.add(Risk(title="电梯困人", family="operational")).value
    desk.risks.rescore(risk.id, "target", Matrix(likelihood=3, severity=3))
    target = desk.risks.get(risk.id).target
    desk.risks.rescore(risk.id, "current", Matrix(likelihood=1, severity=1))
    assert desk.risks.get(risk.id).target != target
    desk.undo_stack.undo()
    assert desk.risks.get(risk.id).target == target


def test_what_is_signed_is_beyond_undo(desk: Desk) -> None:
    person = desk.directory.add(Person(name="沈敏")).value
    review = desk.reviews.hold(desk.reviews.prepare(2026, 4).value.id).value
    desk.reviews.save(review.changed(minutes="到会五人", attendee_ids=(person.id,)), review)
    signed = desk.reviews.sign(review.id).value
    with pytest.raises(NotAllowed):
        desk.undo_stack.undo()
    assert desk.reviews.get(review.id) == signed


# a new start


def test_a_new_start_keeps_what_can_be_undone(desk: Desk) -> None:
    made = measure(desk)
    for title in ("一", "二", "三"):
        edit(desk, made.id, title=title)
    desk.undo_stack.undo()
    again = restarted(desk)
    for title in ("一", "换锁"):
        assert again.undo_stack.undo_label == "Save measure"
        again.undo_stack.undo()
        assert again.actions.get(made.id).title == title
    again.undo_stack.undo()
    assert again.undo_stack.undo_label == ""
    again.close()


def test_a_new_start_knows_what_was_done_again(desk: Desk) -> None:
    made = measure(desk)
    edit(desk, made.id, title="一")
    for turn in (desk.undo_stack.undo, desk.undo_stack.redo, desk.undo_stack.undo, desk.undo_stack.redo):
        turn()
    again = restarted(desk)
    again.undo_stack.undo()
    assert again.actions.get(made.id).title == "换锁"
    again.close()


def test_everyone_undoes_what_is_their_own(desk: Desk, colleague: Desk) -> None:
    mine, theirs = measure(desk, title="我的"), measure(colleague, title="他的")
    again = restarted(colleague)
    again.undo_stack.undo()
    assert [desk.store.is_deleted("action", made.id) for made in (mine, theirs)] == [False, True]
    assert again.undo_stack.undo() is None
    again.close()
