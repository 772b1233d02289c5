"""What was deleted is listed, and comes back whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from riskdesk.desk import VERBS, Desk
from riskdesk.desk.trash import KINDS_DELETED
from riskdesk.domain.complaint import Complaint
from riskdesk.domain.contract import Contract, Renewal
from riskdesk.domain.directory import Person
from riskdesk.domain.errors import InTrash, NotAllowed
from riskdesk.domain.risk import Risk


@pytest.fixture
def desk(new_file: Callable[[str], Path]) -> Iterator[Desk]:
    made = Desk.open(new_file("HQ"))
    yield made
    made.close()


def test_a_risk_comes_back_as_it_was(desk: Desk) -> None:
    risk = desk.risks.add(Risk(title="电梯困人", family="operational")).value
    who = desk.directory.add(Person(name="沈敏")).value
    desk.person = who.id
    desk.risks.delete(risk.id)
    (deleted,) = desk.trash.all()
    assert (deleted.kind, deleted.id, deleted.number, deleted.title) == ("risk", risk.id, risk.number, risk.title)
    assert deleted.who_id == who.id
    with pytest.raises(InTrash):
        desk.risks.save(risk.changed(title="另写"), risk)
    desk.trash.restore("risk", risk.id)
    assert desk.trash.all() == []
    assert not desk.store.is_deleted("risk", risk.id)
    assert desk.risks.save(risk.changed(title="另写"), risk).value.title == "另写"
    desk.undo_stack.undo()
    desk.undo_stack.undo()
    assert desk.store.is_deleted("risk", risk.id)


def test_the_latest_comes_first_and_what_was_never_to_be_is_left_out(desk: Desk) -> None:
    complaint = desk.complaints.add(Complaint(title="漏水", received_on=desk.today)).value
    person = desk.directory.add(Person(name="沈敏")).value
    desk.complaints.delete([complaint.id])
    desk.directory.delete("person", person.id)
    desk.risks.add(Risk(title="写错了", family="operational"))
    desk.undo_stack.undo()
    assert {deleted.title for deleted in desk.trash.all()} == {"沈敏", "漏水"}


def test_a_contract_follows_the_one_before_it_again(desk: Desk) -> None:
    first = desk.contracts.add(Contract(title="责任险 2026")).value
    second = desk.contracts.add(Contract(title="责任险 2027", renews_id=first.id)).value
    desk.contracts.delete(second.id)
    assert desk.contracts.get(first.id).renewal is Renewal.OPEN
    desk.trash.restore("contract", second.id)
    assert desk.contracts.get(first.id).renewal is Renewal.RENEWED


def test_every_kind_that_can_be_deleted_can_be_taken_out(desk: Desk) -> None:
    nouns = {f"{kind}s" for kind in KINDS_DELETED} | {"directory"}
    with_delete = {name.partition(".")[0] for name in VERBS if name.endswith(".delete")}
    assert with_delete <= nouns
    with pytest.raises(NotAllowed):
        desk.trash.restore("incident", "x")
