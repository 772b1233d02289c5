"""Undo and redo over saved edits, alone and with somebody else at the same file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from riskdesk.desk import Desk, undo
from riskdesk.desk.undo import REDO, UNDO
from riskdesk.desk.verb import Verb
from riskdesk.domain.action import Action
from riskdesk.domain.directory import Person
from riskdesk.domain.errors import Cancelled, Conflict, NotAllowed
from riskdesk.domain.level import Matrix
from riskdesk.domain.risk import Acceptance, Risk
from riskdesk.store import Query
from riskdesk.store.check import check

DAY = dt.date(2026, 12, 24)


@pytest.fixture
def third(desk: Desk) -> Iterator[Desk]:
    made = Desk.open(desk.store.path, "third")
    yield made
    made.close()


def measure(desk: Desk, **fields: object) -> Action:
    return desk.actions.add(Action.of(**{"title": "换锁"} | fields)).value


def edit(desk: Desk, id: str, **fields: object) -> Action:
    """Open a measure, change it, save it."""
    base = desk.actions.get(id)
    return desk.actions.save(base.changed(**fields), base).value


def restarted(desk: Desk) -> Desk:
    """The same person at the same file after a new start of the program."""
    again = Desk.open(desk.store.path, desk.person)
    again.clock = desk.clock
    return again


# one person


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


# two people: saving


def test_edits_of_different_fields_both_survive(desk: Desk, colleague: Desk) -> None:
    base = measure(desk)
    colleague.actions.save(base.changed(place="3栋"), base)
    saved = desk.actions.save(base.changed(title="换门"), base).value
    assert (saved.title, saved.place) == ("换门", "3栋")
    assert desk.actions.get(base.id) == saved


def test_the_same_field_twice_is_a_conflict_and_nothing_is_saved(desk: Desk, colleague: Desk) -> None:
    base = measure(desk)
    colleague.actions.save(base.changed(title="换门"), base)
    with pytest.raises(Conflict) as caught:
        desk.actions.save(base.changed(title="换窗", place="3栋"), base)
    assert caught.value.who == "colleague"
    assert caught.value.fields == {"title": ("换锁", "换门", "换窗")}
    assert (desk.actions.get(base.id).title, desk.actions.get(base.id).place) == ("换门", "")


def test_the_same_value_twice_is_no_conflict(desk: Desk, colleague: Desk) -> None:
    base = measure(desk)
    for one in (colleague, desk):
        one.actions.save(base.changed(title="换门"), base)
    assert desk.actions.get(base.id).title == "换门"


def test_a_conflict_tells_who_changed_the_field_and_not_who_was_last_at_the_record(
    desk: Desk, colleague: Desk, third: Desk
) -> None:
    base = measure(desk)
    colleague.actions.save(base.changed(title="换门"), base)
    third.actions.save(base.changed(place="3栋"), base)
    with pytest.raises(Conflict) as caught:
        desk.actions.save(base.changed(title="换窗"), base)
    assert caught.value.who == "colleague"


# two people: undoing


def test_undo_is_refused_when_somebody_changed_the_field_since(desk: Desk, colleague: Desk) -> None:
    made = measure(desk)
    edit(desk, made.id, title="换门", place="3栋")
    edit(colleague, made.id, title="换窗")
    with pytest.raises(Conflict) as caught:
        desk.undo_stack.undo()
    assert (caught.value.who, set(caught.value.fields)) == ("colleague", {"title"})
    assert (desk.actions.get(made.id).title, desk.actions.get(made.id).place) == ("换窗", "3栋")


def test_undo_leaves_what_somebody_else_changed_in_other_fields(desk: Desk, colleague: Desk) -> None:
    made = measure(desk)
    edit(desk, made.id, title="换门")
    edit(colleague, made.id, place="3栋", due=DAY)
    desk.undo_stack.undo()
    now = desk.actions.get(made.id)
    assert (now.title, now.place, now.due) == ("换锁", "3栋", DAY)


def test_undo_of_several_records_takes_back_all_or_none(desk: Desk, colleague: Desk) -> None:
    risks = [desk.risks.add(Risk(title=title, family="operational")).value for title in ("一", "二", "三")]
    desk.risks.save_many(desk.store.ns("risk"), {"place": "3栋"})
    theirs = colleague.risks.get(risks[1].id)
    colleague.risks.save(theirs.changed(place="5栋"), theirs)
    with pytest.raises(Conflict):
        desk.undo_stack.undo()
    assert [desk.risks.get(risk.id).place for risk in risks] == ["3栋", "5栋", "3栋"]


def test_a_new_record_is_not_taken_back_over_what_somebody_else_wrote_into_it(desk: Desk, colleague: Desk) -> None:
    made = measure(desk)
    edit(colleague, made.id, title="换门")
    with pytest.raises(Conflict) as caught:
        desk.undo_stack.undo()
    assert caught.value.who == "colleague"
    assert not desk.store.is_deleted("action", made.id)


def test_redo_is_refused_when_somebody_changed_the_field_since(desk: Desk, colleague: Desk) -> None:
    made = measure(desk)
    edit(desk, made.id, title="换门")
    desk.undo_stack.undo()
    edit(colleague, made.id, title="换窗")
    with pytest.raises(Conflict):
        desk.undo_stack.redo()
    assert desk.actions.get(made.id).title == "换窗"


def test_a_change_that_somebody_took_back_themselves_can_be_undone(desk: Desk, colleague: Desk) -> None:
    made = measure(desk)
    edit(desk, made.id, title="换门")
    edit(colleague, made.id, title="换窗")
    colleague.undo_stack.undo()
    desk.undo_stack.undo()
    assert desk.actions.get(made.id).title == "换锁"


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


# many records at once


def whole(desk: Desk) -> list[tuple[object, ...]]:
    """Every column of every risk and every link, but what tells of the changes themselves."""
    db = desk.store.db
    kept = ", ".join(name for name in db.columns("risk") if name not in ("changed_at", "last_change"))
    links = db.all("SELECT * FROM link ORDER BY src, field, dst")
    return [*db.all(f"SELECT {kept} FROM risk ORDER BY n"), *links]


def test_a_large_edit_is_undone_exactly_and_found_by_what_it_held(desk: Desk) -> None:
    people = [desk.directory.add(Person(name=name)).value.id for name in ("沈敏", "刘洋")]
    red = Matrix(likelihood=5, severity=5)
    with desk.store.write("me", "risks.add", desk.clock()) as write:
        write.create_many(
            Risk(
                title=f"风险{n}", family="x", place="甲乙丙丁戊己庚"[n % 7] + "座", owner_id=("", *people)[n % 3],
                next_review=DAY if n % 5 else None, current=desk.policy.assess(red, DAY),
            )
            for n in range(1100)
        )  # fmt: skip
    before = whole(desk)
    numbers = desk.store.ns("risk")
    desk.risks.save_many(numbers, {"place": "门岗", "owner_id": people[1], "next_review": None, "season": (3, 4)})
    after = whole(desk)
    assert desk.store.count("risk", Query("门岗")) == 1100
    for _ in range(2):
        desk.undo_stack.undo()
        assert whole(desk) == before
        assert (desk.store.count("risk", Query("门岗")), desk.store.count("risk", Query("丁座"))) == (0, 157)
        desk.undo_stack.redo()
        assert whole(desk) == after
    assert check(desk.store.path).sound


def test_a_risk_that_a_batch_changed_twice_gets_its_first_values_back(desk: Desk) -> None:
    risk = desk.risks.add(Risk(title="一", family="x")).value
    measure(desk, risk_ids=(risk.id,))
    with desk.store.write(desk.person, "risks.save", desk.clock()) as write:
        for title in ("二", "三", "四"):
            base, risk = risk, risk.changed(title=title)
            write.save(risk, base)
            made = write.get(Action, desk.store.records(Action)[0].id)
            write.save(made.changed(title=title), made)
    again = restarted(desk)
    again.undo_stack.undo()
    assert (again.risks.get(risk.id).title, again.store.records(Action)[0].title) == ("一", "换锁")
    again.undo_stack.redo()
    assert (again.risks.get(risk.id).title, again.store.records(Action)[0].title) == ("四", "四")
    again.close()
    assert check(desk.store.path).sound


def test_an_undo_that_is_cancelled_leaves_everything_as_it_was(desk: Desk) -> None:
    with desk.store.write("me", "risks.add", desk.clock()) as write:
        write.create_many(Risk(title=f"r{n}", family="x") for n in range(1200))
    desk.risks.save_many(desk.store.ns("risk"), {"place": "b"})
    before, told = whole(desk), list[tuple[int, int]]()

    def tell(done: int, total: int) -> None:
        told.append((done, total))
        if done >= 1000:
            raise Cancelled

    with pytest.raises(Cancelled):
        desk.undo_stack.undo(tell)
    assert told == [(0, 1200), (500, 1200), (1000, 1200)]
    assert whole(desk) == before
    assert desk.undo_stack.undo_label == "Edit several risks"
    desk.undo_stack.undo()
    assert check(desk.store.path).sound


def test_what_takes_long_is_known_before(desk: Desk) -> None:
    """A policy is one entry, and every risk is judged anew for it."""
    risk = desk.risks.add(Risk(title="一", family="x")).value
    policy = desk.policy
    desk.policies.save(policy.changed(review_days=30), policy)

    def is_long(how: Verb = UNDO) -> bool:
        turn = desk.undo_stack.begin(how)
        assert turn is not None
        assert desk.undo_stack.begin(how) is None
        desk.undo_stack.fail(turn, Cancelled())
        return turn.is_long

    assert not is_long()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(undo, "RISKS_AT_ONCE", 0)
        assert is_long()
        desk.risks.save(risk.changed(place="b"), risk)
        assert not is_long()
    with desk.store.write("me", "risks.add", desk.clock()) as write:
        write.create_many(Risk(title=f"r{n}", family="x") for n in range(undo.AT_ONCE))
    desk.risks.save_many(desk.store.ns("risk"), {"place": "c"})
    assert is_long()
    desk.undo_stack.undo()
    assert is_long(REDO)
