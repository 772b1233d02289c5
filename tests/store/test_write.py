"""Saving: numbers, merging with what others saved meanwhile, conflicts, the trash, and many at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riskdesk.domain.action import Action
from riskdesk.domain.directory import Department, Person
from riskdesk.domain.errors import Cancelled, Conflict, NotAllowed, NotFound
from riskdesk.domain.incident import Incident, LogEntry
from riskdesk.domain.level import Assessment, Level, Matrix
from riskdesk.domain.risk import Risk, RiskStatus
from riskdesk.store import Query, Store
from riskdesk.store.check import check
from riskdesk.store.query import Condition
from tests.store.conftest import NOW, Filled

RED = Assessment(score=Matrix(likelihood=5, severity=5), level=Level.RED)
BLUE = Assessment(score=Matrix(likelihood=1, severity=1), level=Level.BLUE)


def test_a_record_comes_back_as_it_was_saved(filled: Filled) -> None:
    risk = filled.risk(season=(1, 2), current=RED, next_review=dt.date(2026, 12, 1), description="漏水\n两行")
    assert risk.id
    assert risk.number == "HQ-R-2026-0001"
    assert filled.store.get(Risk, risk.id) == risk
    assert filled.store.find(Risk, risk.number) == risk


def test_numbers_count_by_letter_site_and_year(filled: Filled) -> None:
    numbers = [record.number for record in filled.add(*[Risk(title="a", family="x") for _ in range(3)])]
    assert numbers == ["HQ-R-2026-0001", "HQ-R-2026-0002", "HQ-R-2026-0003"]
    assert filled.add(Action(title="b"))[0].number == "HQ-A-2026-0001"
    assert filled.add(Person(name="沈敏"))[0].number == ""
    filled.now = NOW.replace(year=2027)
    assert filled.risk().number == "HQ-R-2027-0001"


def test_the_year_of_a_number_is_that_of_the_wall_clock(filled: Filled) -> None:
    filled.now = dt.datetime(2026, 12, 31, 23, 0, tzinfo=dt.UTC)
    here = filled.now.astimezone().year
    assert filled.risk().number.startswith(f"HQ-R-{here}-")


def test_numbers_of_two_stores_at_one_file_are_unique(filled: Filled) -> None:
    other = filled.store.another()
    numbers = []
    for store in (filled.store, other) * 5:
        with store.write("me", "add", NOW) as write:
            numbers.append(write.create(Risk(title="a", family="x")).number)
    other.close()
    assert len(set(numbers)) == 10


def test_a_record_keeps_the_id_and_the_number_that_it_brings(filled: Filled) -> None:
    brought = filled.add(Risk(id="0" * 36, number="HQ-R-2026-0007", title="a", family="x"))[0]
    assert (brought.id, brought.number) == ("0" * 36, "HQ-R-2026-0007")
    assert filled.risk().number == "HQ-R-2026-0008"
    foreign = filled.add(Risk(number="JX-R-2026-0001", title="a", family="x"))[0]
    assert foreign.number == "JX-R-2026-0001"
    assert filled.risk().number == "HQ-R-2026-0009"


def test_an_id_or_a_number_stands_for_one_record_only(filled: Filled) -> None:
    risk = filled.risk()
    with pytest.raises(NotAllowed, match="id is in the file"):
        filled.add(Risk(id=risk.id, title="a", family="x"))
    with pytest.raises(NotAllowed, match="is taken"):
        filled.add(Risk(number=risk.number, title="a", family="x"))
    assert filled.store.count("risk") == 1
    assert len(filled.store.history(risk.id)) == 1


def test_a_save_that_changes_nothing_leaves_no_entry(filled: Filled) -> None:
    risk = filled.risk()
    assert filled.save(risk) == risk
    assert filled.save(risk.changed(title=risk.title)) == risk
    assert len(filled.store.history(risk.id)) == 1


def test_edits_of_different_fields_both_survive(filled: Filled) -> None:
    base = filled.risk(place="1 号楼")
    filled.save(base, place="2 号楼", person="other")
    merged = filled.save(base.changed(title="新标题"), base)
    assert (merged.title, merged.place) == ("新标题", "2 号楼")
    assert filled.store.get(Risk, base.id) == merged


def test_edits_of_the_same_field_conflict_and_tell_both(filled: Filled) -> None:
    base = filled.risk(place="1 号楼", description="甲")
    filled.save(base, place="2 号楼", person="first")
    filled.save(filled.store.get(Risk, base.id), description="乙", person="second")
    with pytest.raises(Conflict) as conflict:
        filled.save(base.changed(place="3 号楼", title="x"), base)
    assert conflict.value.fields == {"place": ("1 号楼", "2 号楼", "3 号楼")}
    assert conflict.value.who == "first"
    assert filled.store.get(Risk, base.id).title == base.title


def test_the_same_edit_twice_is_no_conflict(filled: Filled) -> None:
    base = filled.risk()
    filled.save(base, place="2 号楼", person="other")
    assert filled.save(base.changed(place="2 号楼"), base).place == "2 号楼"
    assert len(filled.store.history(base.id)) == 2


def test_two_edits_that_break_a_rule_together_conflict(filled: Filled) -> None:
    base = filled.risk(inherent=RED, current=BLUE)
    filled.save(base, inherent=BLUE, person="other")
    with pytest.raises(Conflict) as conflict:
        filled.save(base.changed(current=RED), base)
    assert set(conflict.value.fields) == {"inherent"}
    assert filled.store.get(Risk, base.id).current == BLUE


def test_what_lies_in_the_trash_is_not_saved_over(filled: Filled) -> None:
    base = filled.risk()
    filled.delete(base)
    with pytest.raises(NotAllowed, match="trash"):
        filled.save(base, title="x")
    assert filled.store.get(Risk, base.id) == base
    assert filled.store.count("risk") == 0


def test_deleting_twice_is_one_change(filled: Filled) -> None:
    risk = filled.risk()
    filled.delete(risk)
    filled.delete(risk)
    assert [change.patch for change in filled.store.history(risk.id)[1:]] == [{"deleted": [False, True]}]


def test_an_unknown_record_is_told(filled: Filled) -> None:
    with pytest.raises(NotFound):
        filled.save(Risk(id="nobody", title="a", family="x"), title="b")
    with pytest.raises(NotFound):
        filled.store.get(Risk, "nobody")


@pytest.mark.parametrize("field", ["id", "number", "n", "title = 'x', status", "nothing"])
def test_only_fields_of_the_record_can_be_changed(filled: Filled, field: str) -> None:
    risk = filled.risk()
    with pytest.raises(NotAllowed), filled.store.write("me", "x", NOW) as write:
        write.apply("risk", risk.id, write.row("risk", risk.id), {field: ["a", "b"]})
    with pytest.raises(NotAllowed), filled.store.write("me", "x", NOW) as write:
        write.erase("risk", risk.id, [field])
    assert filled.store.get(Risk, risk.id) == risk


def test_a_log_only_grows(filled: Filled) -> None:
    incident = filled.add(Incident(title="火情", started_at=NOW))[0]
    entry = filled.add(LogEntry(incident_id=incident.id, at=NOW, written_at=NOW, text="到场"))[0]
    for fields in ({"text": "未到场"}, {"at": NOW - dt.timedelta(minutes=1)}):
        with pytest.raises(NotAllowed, match="only grows"):
            filled.save(entry, **fields)
    with pytest.raises(NotAllowed, match="only grows"):
        filled.delete(entry)
    struck = filled.save(entry, struck={"by_id": "", "at": NOW, "reason": "误记"})
    assert filled.store.get(LogEntry, entry.id) == struck


def test_a_write_that_fails_leaves_nothing(filled: Filled) -> None:
    risk = filled.risk()
    with suppress(RuntimeError), filled.store.write("me", "x", NOW) as write:
        write.create(Risk(title="half", family="x"))
        write.save(risk.changed(title="half"), risk)
        raise RuntimeError
    assert filled.store.get(Risk, risk.id) == risk
    assert filled.store.count("risk") == 1
    assert filled.risk().number == "HQ-R-2026-0002"
    assert check(filled.path).sound


def test_several_saves_of_one_record_in_one_write_are_all_in_its_history(filled: Filled) -> None:
    risk = filled.risk()
    with filled.store.write("me", "x", NOW) as write:
        for place in ("a", "b", "c"):
            risk = write.save(risk.changed(place=place), risk)
        made = write.create(Risk(title="b", family="x"))
        write.save(made.changed(place="d"), made)
    assert [change.patch["place"][1] for change in filled.store.history(risk.id)[1:]] == ["a", "b", "c"]
    assert len(filled.store.history(made.id)) == 2
    assert len({change.batch for change in filled.store.history(risk.id)}) == 2
    assert check(filled.path).sound


def test_many_of_several_kinds_come_back_in_the_order_given(filled: Filled) -> None:
    records = [
        Risk(title=f"r{n}", family="x") if n % 3 else Person(name=f"p{n}") if n % 2 else Department(name=f"d{n}")
        for n in range(1300)
    ]
    made = filled.add(*records)
    assert [type(record) for record in made] == [type(record) for record in records]
    assert [record.name_text for record in made] == [record.name_text for record in records]
    assert all(filled.store.get(type(record), record.id) == record for record in made[::97])
    risks = [record.number for record in made if isinstance(record, Risk)]
    assert risks == [f"HQ-R-2026-{n:04d}" for n in range(1, len(risks) + 1)]
    assert filled.store.count("risk", Query("r1000")) == 1
    assert check(filled.path).sound


def test_many_with_one_that_cannot_be_stored_leave_nothing(filled: Filled) -> None:
    there = filled.risk()
    with pytest.raises(NotAllowed):
        filled.add(*[Risk(title="a", family="x") for _ in range(700)], Risk(id=there.id, title="b", family="x"))
    assert filled.store.count("risk") == 1
    assert check(filled.path).sound


def test_a_long_task_that_is_stopped_leaves_nothing(filled: Filled) -> None:
    def stopped() -> Iterator[Risk]:
        for n in range(1200):
            if n == 1100:
                raise Cancelled
            yield Risk(title="a", family="x")

    with pytest.raises(Cancelled), filled.store.write("me", "x", NOW) as write:
        write.create_many(stopped())
    assert filled.store.count("risk") == 0
    assert check(filled.path).sound


def test_links_follow_the_references_both_ways(filled: Filled) -> None:
    one, two = filled.risk(), filled.risk()
    action = filled.add(Action(title="换锁", risk_ids=(one.id, two.id)))[0]
    assert filled.store.neighbours(one.id) == [("action", action.id, "risk_ids")]
    action = filled.save(action, risk_ids=(two.id,))
    assert filled.store.neighbours(one.id) == []
    filled.delete(action)
    assert filled.store.neighbours(two.id) == []
    with filled.store.write("me", "x", NOW) as write:
        write.apply("action", action.id, write.row("action", action.id), {"deleted": [True, False]})
        assert write.targets(action.id, "risk_ids") == [two.id]
    assert filled.store.neighbours(two.id) == [("action", action.id, "risk_ids")]


def test_neighbours_can_be_limited_for_each_kind(filled: Filled) -> None:
    owner = filled.add(Person(name="沈敏"))[0]
    filled.add(*[Risk(title="a", family="x", owner_id=owner.id) for _ in range(5)])
    filled.add(Action(title="b", owner_id=owner.id))
    assert len(filled.store.neighbours(owner.id)) == 6
    assert sorted(kind for kind, _, _ in filled.store.neighbours(owner.id, limit=2)) == ["action", "risk", "risk"]


EDITS = st.fixed_dictionaries(
    {},
    optional={
        "title": st.text("漏水ab ", min_size=1, max_size=8).filter(str.strip),
        "place": st.text("甲乙", max_size=3),
        "status": st.sampled_from(list(RiskStatus)),
        "season": st.lists(st.integers(1, 12), max_size=3).map(tuple),
        "review_days": st.integers(1, 3660),
        "next_review": st.none() | st.dates(dt.date(2026, 1, 1), dt.date(2027, 1, 1)),
    },
)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.booleans(), st.booleans(), EDITS), max_size=12))
def test_no_edit_of_two_people_is_ever_lost(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[bool, bool, dict[str, Any]]]
) -> None:
    """Whoever saves without a conflict finds all that was edited; whoever gets one has changed nothing."""
    filled = Filled(tmp_path_factory.mktemp("merge") / "office.riskdesk")
    other = filled.store.another()
    first = filled.risk()
    stores: dict[bool, Store] = {True: filled.store, False: other}
    opened = {True: first, False: first}
    truth = first
    for mine, reopens, fields in edits:
        if reopens:
            opened[mine] = stores[mine].get(Risk, first.id)
        base = opened[mine]
        edited = base.changed(**fields)
        with_both = {name: getattr(edited, name) for name in fields if getattr(edited, name) != getattr(base, name)}
        try:
            with stores[mine].write("a" if mine else "b", "save", NOW) as write:
                opened[mine] = write.save(edited, base)
            truth = truth.changed(**with_both)
        except Conflict as conflict:
            moved = [name for name in conflict.fields if getattr(truth, name) != getattr(base, name)]
            assert moved == list(conflict.fields)  # noqa: PT017 - it may conflict or not
        assert other.get(Risk, first.id) == filled.store.get(Risk, first.id) == truth
    other.close()
    assert check(filled.path).sound
    filled.store.close()


def test_conditions_find_by_links(filled: Filled) -> None:
    risk = filled.risk()
    filled.add(Action(title="换锁", risk_ids=(risk.id,)), Action(title="巡检"))
    served = Query(where=(Condition("risk_ids", "has", risk.id),))
    assert [row["title"] for row in filled.store.rows("action", filled.store.ns("action", served))] == ["换锁"]


def test_what_was_corrected_after_a_save_is_not_taken_for_what_was_saved(filled: Filled) -> None:
    """A rule that changes the record once more before the commit: the record in the editor is no longer the last."""

    def correct(write: Any, entries: Any) -> None:
        for kind, id, patch in entries:
            if "place" in patch and patch["place"][1] == "a":
                write.apply(kind, id, write.row(kind, id), {"place": ["a", "A"]})

    risk = filled.risk()
    filled.store.derive = correct
    saved = filled.save(filled.store.get(Risk, risk.id), place="a")
    assert filled.store.get(Risk, risk.id).place == "A"
    with pytest.raises(Conflict):
        filled.save(saved, place="b")
    assert filled.save(saved, title="x").place == "A"


def test_an_editor_that_was_open_longer_than_is_remembered_still_merges(filled: Filled) -> None:
    base = filled.store.get(Risk, filled.risk(place="a").id)
    for made in filled.add(*[Risk(title="x", family="y") for _ in range(300)]):
        filled.store.get(Risk, made.id)
    filled.save(base, place="b", person="other")
    assert filled.save(base.changed(title="z"), base).place == "b"
