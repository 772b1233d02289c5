"""Undo of large edits: exact, told as it goes, and cancelled whole."""

from __future__ import annotations

import datetime as dt

import pytest

from riskdesk.desk import Desk, undo
from riskdesk.desk.undo import REDO, UNDO
from riskdesk.desk.verb import Verb
from riskdesk.domain.action import Action
from riskdesk.domain.directory import Person
from riskdesk.domain.errors import Cancelled
from riskdesk.domain.level import Matrix
from riskdesk.domain.risk import Risk
from riskdesk.store import Query
from riskdesk.store.check import check
from tests.desk.measures import measure, restarted

DAY = dt.date(2026, 12, 24)


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
