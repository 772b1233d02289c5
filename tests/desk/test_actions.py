"""Measures at the desk: done by one, confirmed by another, overdue from the day after."""

from __future__ import annotations

import datetime as dt

import pytest

from riskdesk.desk import Desk
from riskdesk.domain.action import Action, ActionState, Strand
from riskdesk.domain.errors import Invalid, NotAllowed
from riskdesk.domain.risk import Risk

DAY = dt.timedelta(days=1)


def add(desk: Desk, **fields: object) -> Action:
    return desk.actions.add(Action.of(**{"title": "换锁"} | fields)).value


def test_a_measure_is_done_by_one_and_confirmed_by_another(desk: Desk) -> None:
    made = add(desk, owner_id="owner")
    done = desk.actions.finish(made.id, "照片").value
    assert (done.state, done.done_on, done.proof) == (ActionState.DONE, desk.today, "照片")
    with pytest.raises(Invalid, match="verified_by_id: Someone other"):
        desk.actions.confirm(made.id, "owner")
    with pytest.raises(Invalid, match="verified_by_id: Say who"):
        desk.actions.confirm(made.id, "")
    assert desk.actions.get(made.id) == done
    confirmed = desk.actions.confirm(made.id, "other").value
    assert (confirmed.state, confirmed.verified_by_id) == (ActionState.VERIFIED, "other")
    assert confirmed.verified_on == desk.today


@pytest.mark.parametrize("state", ["open", "doing", "cancelled"])
def test_only_what_is_done_is_confirmed(desk: Desk, state: str) -> None:
    made = add(desk, state=state)
    with pytest.raises(NotAllowed):
        desk.actions.confirm(made.id, "other")
    assert desk.actions.get(made.id) == made


def test_a_proof_given_before_stays_unless_there_is_another(desk: Desk) -> None:
    made = add(desk, proof="合同")
    assert desk.actions.finish(made.id).value.proof == "合同"
    assert desk.actions.finish(made.id, "照片").value.proof == "照片"


def test_days_entered_by_hand_are_kept(desk: Desk) -> None:
    before = desk.today - 3 * DAY
    assert add(desk, state="done", done_on=before).done_on == before
    assert add(desk, state="done").done_on == desk.today
    assert add(desk, done_on=before).done_on is None


def test_one_opened_again_was_confirmed_by_nobody(desk: Desk) -> None:
    done = desk.actions.finish(add(desk, owner_id="owner").id).value
    confirmed = desk.actions.confirm(done.id, "other").value
    again = desk.actions.save(confirmed.changed(state="doing", owner_id="other"), confirmed).value
    assert (again.verified_by_id, again.verified_on) == ("", None)
    assert desk.actions.finish(again.id).value.verified_by_id == ""
    with pytest.raises(Invalid, match="Someone other"):
        desk.actions.confirm(again.id, "other")


def test_one_opened_again_has_to_be_done_again(desk: Desk, clock) -> None:  # type: ignore[no-untyped-def]
    done = desk.actions.finish(add(desk).id).value
    again = desk.actions.save(done.changed(state="doing"), done).value
    assert again.done_on is None
    clock.on(days=2)
    assert desk.actions.finish(again.id).value.done_on == desk.today


def test_overdue_are_the_open_ones_after_their_day(desk: Desk) -> None:
    today = desk.today
    late = [add(desk, due=today - DAY).id, add(desk, due=today - 40 * DAY, state="doing").id]
    for fields in (
        {"due": today}, {"due": today + DAY}, {}, {"due": today - DAY, "state": "done"},
        {"due": today - DAY, "state": "cancelled"},
        {"due": today - DAY, "state": "verified", "owner_id": "o", "verified_by_id": "p"},
    ):  # fmt: skip
        add(desk, **fields)
    desk.actions.delete(add(desk, due=today - DAY).id)
    found = desk.store.records(Action, desk.actions.overdue())
    assert [action.id for action in found] == late
    assert all(action.overdue_on(today) for action in found)


def test_the_query_and_the_rule_agree(desk: Desk, clock) -> None:  # type: ignore[no-untyped-def]
    for state in ActionState:
        for days in (-2, -1, 0, 1):
            add(
                desk,
                state=state,
                due=desk.today + days * DAY,
                owner_id="o",
                verified_by_id="p" if state == "verified" else "",
            )
    for _ in range(3):
        everything = desk.store.select(Action)
        by_rule = {action.id for action in everything if action.overdue_on(desk.today)}
        assert {action.id for action in desk.store.records(Action, desk.actions.overdue())} == by_rule
        clock.on(days=1)


def test_measures_of_a_risk_come_by_strand_and_day(desk: Desk) -> None:
    risk = desk.risks.add(Risk(title="电梯困人", family="operational")).value
    for title, strand, days in (
        ("四", None, 0), ("三", Strand.TRANSFER, 0), ("二", Strand.PREVENTION, None), ("一", Strand.PREVENTION, 9),
        ("中", Strand.CONTROL, 1),
    ):  # fmt: skip
        due = None if days is None else desk.today + days * DAY
        add(desk, title=title, strand=strand, due=due, risk_ids=(risk.id,))
    add(desk, title="别处的")
    assert [action.title for action in desk.risks.measures(risk.id)] == ["一", "二", "中", "三", "四"]
