"""Two people at the same file: what both save survives, and nobody undoes what is another's."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from riskdesk.desk import Desk
from riskdesk.domain.directory import Person
from riskdesk.domain.errors import Conflict, NotAllowed
from riskdesk.domain.incident import Incident
from riskdesk.domain.risk import Risk
from tests.desk.measures import edit, measure, restarted

DAY = dt.date(2026, 12, 24)


@pytest.fixture
def third(desk: Desk) -> Iterator[Desk]:
    made = Desk.open(desk.store.path, "third")
    yield made
    made.close()


# saving


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


# undoing


def test_undo_is_refused_when_somebody_changed_the_field_since(desk: Desk, colleague: Desk) -> None:
    made = measure(desk)
    edit(desk, made.id, title="换门", place="3栋")
    edit(colleague, made.id, title="换窗")
    with pytest.raises(Conflict) as caught:
        desk.undo_stack.undo()
    assert (caught.value.who, set(caught.value.fields)) == ("colleague", {"title"})
    assert (desk.actions.get(made.id).title, desk.actions.get(made.id).place) == ("换窗", "3栋")


def test_undo_changes_nothing_in_the_trash(desk: Desk, colleague: Desk) -> None:
    made = measure(desk)
    edit(desk, made.id, title="换门")
    colleague.actions.delete(made.id)
    with pytest.raises(NotAllowed, match="moved to the trash"):
        desk.undo_stack.undo()
    assert (desk.actions.get(made.id).title, desk.store.is_deleted("action", made.id)) == ("换门", True)
    colleague.undo_stack.undo()
    assert not desk.store.is_deleted("action", made.id)


def test_redo_changes_nothing_in_the_trash(desk: Desk, colleague: Desk) -> None:
    made = measure(desk)
    edit(desk, made.id, title="换门")
    desk.undo_stack.undo()
    colleague.actions.delete(made.id)
    with pytest.raises(NotAllowed, match="moved to the trash"):
        desk.undo_stack.redo()
    assert desk.actions.get(made.id).title == "换锁"


def test_an_edit_of_several_is_not_undone_where_one_lies_in_the_trash(desk: Desk, colleague: Desk) -> None:
    risks = [desk.risks.add(Risk(title=title, family="operational")).value for title in ("一", "二")]
    desk.risks.save_many(desk.store.ns("risk"), {"place": "3栋"})
    colleague.risks.delete(risks[1].id)
    with pytest.raises(NotAllowed, match="moved to the trash"):
        desk.undo_stack.undo()
    assert [desk.risks.get(risk.id).place for risk in risks] == ["3栋", "3栋"]


def test_a_batch_that_edits_and_deletes_is_undone_and_done_again_whole(desk: Desk) -> None:
    made = measure(desk)
    with desk.store.write(desk.person, "actions.save", desk.clock()) as write:
        write.save(made.changed(title="换门"), made)
        write.delete("action", made.id)
        row = write.row("action", made.id)
        write.apply("action", made.id, row, {"title": ["换门", "换窗"]})
    again = restarted(desk)
    for turn, title, gone in (
        (again.undo_stack.undo, "换锁", False), (again.undo_stack.redo, "换窗", True),
        (again.undo_stack.undo, "换锁", False),
    ):  # fmt: skip
        turn()
        assert (again.actions.get(made.id).title, again.store.is_deleted("action", made.id)) == (title, gone)
    again.close()


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


# in words


def named(desk: Desk) -> Iterator[tuple[Desk, str]]:
    """The same file in the hands of somebody in the directory, and of somebody whom it does not have."""
    person = desk.directory.add(Person(name="陈刚")).value
    for id, name in ((person.id, "陈刚"), ("01a212f3-8a5d-7000-a1b2-000000000000", "其他人")):
        other = Desk.open(desk.store.path, id)
        yield other, name
        other.close()


def test_a_conflict_names_the_person(desk: Desk) -> None:
    for other, name in named(desk):
        base = measure(desk)
        other.actions.save(base.changed(title="换门"), base)
        with pytest.raises(Conflict) as caught:
            desk.actions.save(base.changed(title="换窗"), base)
        assert str(caught.value) == f"{name} changed this record while you were editing it."


def test_what_cannot_be_undone_names_the_person_and_the_record(desk: Desk) -> None:
    for other, name in named(desk):
        base = measure(desk)
        mine = desk.actions.save(base.changed(title="换窗"), base).value
        other.actions.save(mine.changed(title="换门"), mine)
        with pytest.raises(Conflict) as caught:
            desk.undo_stack.undo()
        assert str(caught.value) == f"{name} has changed {base.number} since. Nothing was undone."


def test_a_later_step_of_ones_own_is_no_somebody(desk: Desk) -> None:
    desk.person = desk.directory.add(Person(name="李安全")).value.id
    incident = desk.incidents.report(Incident(title="困人", started_at=desk.clock())).value
    closed = desk.incidents.close(incident.id, "好了").value
    desk.incidents.save(closed.changed(report=closed.report.changed(summary="经过")), closed)
    desk.incidents.approve_report(incident.id, desk.person)
    with pytest.raises((Conflict, NotAllowed)) as caught:
        desk.undo_stack.undo()
    assert "李安全" not in str(caught.value)


def test_a_record_without_a_number_is_called_by_its_kind(desk: Desk, colleague: Desk) -> None:
    for one, notes in ((desk, "甲"), (colleague, "乙")):
        policy = one.policies.read()
        one.policies.save(policy.changed(notes=notes), policy)
    with pytest.raises(Conflict) as caught:
        desk.undo_stack.undo()
    assert str(caught.value) == "其他人 has changed 策略 since. Nothing was undone."
