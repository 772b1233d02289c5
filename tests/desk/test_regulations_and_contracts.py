"""Regulations and contracts: what can be done with them, and what they remind of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from riskdesk.desk import Desk
from riskdesk.domain.contract import Contract, ContractKind, Renewal, Standing
from riskdesk.domain.directory import Person
from riskdesk.domain.regulation import Regulation
from riskdesk.domain.risk import Risk
from tests.conftest import NOON, Clock

DAY = dt.timedelta(days=1)


@pytest.fixture
def office(new_file: Callable[[str], Path], clock: Clock) -> Iterator[Desk]:
    made = Desk.open(new_file("HQ"))
    made.clock = clock
    yield made
    made.close()


# regulations


def test_a_regulation_is_entered_linked_and_found_from_its_risk(office: Desk) -> None:
    risks = [office.risks.add(Risk(title=title, family="legal")).value.id for title in "ab"]
    made = office.regulations.add(Regulation(title="民法典", clause="第九百四十二条", risk_ids=(risks[0],))).value
    assert made.number == "HQ-G-2026-0001"
    assert office.regulations.link(made.id, [risks[0], risks[1]]).value.risk_ids == tuple(risks)
    assert [r.id for r in office.regulations.of_risk(risks[1])] == [made.id]
    office.undo_stack.undo()
    assert office.regulations.of_risk(risks[1]) == []
    office.regulations.delete(made.id)
    assert office.regulations.of_risk(risks[0]) == []


def test_what_is_news_to_a_meeting(office: Desk, clock: Clock) -> None:
    def add(title: str, effective: dt.date | None) -> None:
        office.regulations.add(Regulation(title=title, effective_on=effective))

    held = office.today - 60 * DAY
    clock.now = NOON - 90 * DAY
    add("早已知道", held - 20 * DAY)
    add("早已知道，将要施行", office.today + 40 * DAY)
    add("老法", dt.date(2002, 5, 1))
    add("会后施行", held + DAY)
    add("会当天施行", held)
    clock.now = NOON - 10 * DAY
    add("补录的新法", held - 30 * DAY)
    add("补录的老法", held - 400 * DAY)
    add("补录，没有日期", None)
    told = [regulation.title for regulation in office.regulations.new_since(held)]
    assert told == ["早已知道，将要施行", "会后施行", "补录的新法"]


# contracts


def contract(desk: Desk, title: str, starts: int, ends: int | None, **fields: object) -> Contract:
    ends_on = None if ends is None else desk.today + ends * DAY
    made = Contract.of(title=title, starts_on=desk.today + starts * DAY, ends_on=ends_on, **fields)
    return desk.contracts.add(made).value


def test_valid_soon_and_expired(office: Desk) -> None:
    ids = {
        title: contract(office, title, starts, ends).id
        for title, starts, ends in (
            ("有效", -100, 200), ("将到期", -300, 9), ("已到期", -400, -1), ("未生效", 5, 300), ("无期限", -9, None),
        )
    }  # fmt: skip
    assert {c.title for c in office.contracts.valid()} == {"有效", "将到期", "无期限"}
    assert [c.title for c in office.contracts.reminding()] == ["已到期", "将到期"]
    assert list(office.store.ns("contract", office.contracts.expired())) == [3]
    soon = office.store.records(Contract, office.contracts.standing(Standing.SOON, Standing.TO_COME))
    assert {c.id for c in soon} == {ids["将到期"], ids["未生效"]}


def test_the_next_term_takes_the_reminder_away_and_deleting_it_brings_it_back(office: Desk) -> None:
    old = contract(office, "物业责任险", -355, 9, document="PZ-1")
    made = office.contracts.add(Contract.of(**old.next_term())).value
    assert office.contracts.get(old.id).renewal is Renewal.RENEWED
    assert office.contracts.followed_by(old.id) == made
    assert office.contracts.reminding() == []
    assert [c.id for c in office.contracts.valid()] == [old.id]
    office.contracts.delete(made.id)
    assert office.contracts.get(old.id).renewal is Renewal.OPEN
    assert office.contracts.followed_by(old.id) is None
    office.undo_stack.undo()
    assert office.contracts.get(old.id).renewal is Renewal.RENEWED


def test_a_next_term_is_deleted_though_the_one_before_lies_in_the_trash(office: Desk) -> None:
    old = contract(office, "物业责任险", -355, 9)
    made = office.contracts.add(Contract.of(**old.next_term())).value
    office.contracts.delete(old.id)
    office.contracts.delete(made.id)
    assert office.store.count("contract") == 0
    office.undo_stack.undo()
    assert office.store.count("contract") == 1


def test_entering_the_next_term_is_undone_whole(office: Desk) -> None:
    old = contract(office, "物业责任险", -355, 9)
    office.contracts.add(Contract.of(**old.next_term()))
    office.undo_stack.undo()
    assert office.contracts.get(old.id).renewal is Renewal.OPEN
    assert office.store.count("contract") == 1


def test_one_that_is_not_renewed_reminds_no_more(office: Desk) -> None:
    old = contract(office, "外包", -355, -3, contract_kind=ContractKind.OUTSOURCING)
    office.contracts.drop(old.id)
    assert office.contracts.reminding() == []
    assert office.contracts.get(old.id).standing_on(office.today) is Standing.OVER


def test_contracts_of_a_risk_those_in_force_first(office: Desk) -> None:
    risk = office.risks.add(Risk(title="r", family="legal")).value.id
    for title, starts, ends in (("旧", -700, -336), ("现", -335, 30), ("下期", 31, 396), ("无关", -1, 9)):
        contract(office, title, starts, ends, risk_ids=(risk,) if title != "无关" else ())
    assert [c.title for c in office.contracts.of_risk(risk)] == ["现", "下期", "旧"]


def test_the_overview_reminds_of_insurance_and_contracts(office: Desk) -> None:
    owner = office.directory.add(Person(name="林岚")).value.id
    contract(office, "物业责任险", -356, 9, owner_id=owner)
    contract(office, "常年法律顾问", -400, -2, contract_kind=ContractKind.COUNSEL)
    contract(office, "保洁外包", -300, 25, contract_kind=ContractKind.OUTSOURCING)
    contract(office, "短提醒", -300, 25, remind_days=7)
    told = [(due.kind, due.what, due.title, due.day - office.today, due.who) for due in office.overview.due(40)]
    assert told == [
        ("contract", "contract", "常年法律顾问", -2 * DAY, ""),
        ("contract", "insurance", "物业责任险", 9 * DAY, "林岚"),
        ("contract", "contract", "保洁外包", 25 * DAY, ""),
    ]
