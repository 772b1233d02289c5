"""Which record stands in which row, flat and in groups, and that only what is in sight is read."""

from __future__ import annotations

from typing import Any

import pytest

from riskdesk.desk import Desk
from riskdesk.domain.risk import Risk
from riskdesk.gui.models.order import Flat, Grouped, Grouping, Head, numbers_in, records_in
from riskdesk.gui.models.records import Cell, Column, RecordModel, Row
from riskdesk.store import Query

BY_PLACE = Grouping("place", "place", lambda desk, value: value or "none")
SORT = (("title", False),)


@pytest.fixture
def office(desk: Desk) -> Desk:
    with desk.store.write("", "risks.add", desk.clock()) as write:
        for number in range(12):
            write.create(Risk(title=f"{number:02}", family="legal", place=("", "B", "A")[number % 3]))
    return desk


def opened(value: str) -> bool:
    return value != "B"


def grouped(desk: Desk) -> Grouped:
    return Grouped(desk, "risk", Query(sort=SORT), BY_PLACE, opened)


def test_groups_come_by_their_words_and_what_is_empty_last(office: Desk) -> None:
    order = grouped(office)
    assert [(head.words, head.count, head.opened) for head in order.heads] == [
        ("A", 4, True), ("B", 4, False), ("none", 4, True),
    ]  # fmt: skip
    assert (len(order), order.total) == (11, 12)
    assert [isinstance(order.at(row), Head) for row in range(11)] == [r in (0, 5, 6) for r in range(11)]


def test_every_open_record_stands_in_one_row(office: Desk) -> None:
    order = grouped(office)
    numbers = numbers_in(order, range(len(order)))
    assert len(set(numbers)) == 8
    assert records_in(order, range(len(order))) == 8
    for n in numbers:
        assert order.at(order.row_of(n)) == n
    shut = set(office.ns("risk", Query())) - set(numbers)
    assert {order.row_of(n) for n in shut} == {-1}
    assert order.row_of(999) == -1


def test_opening_a_group_moves_what_is_below(office: Desk) -> None:
    order = grouped(office)
    assert order.group_at(5) == 1
    assert order.group_at(4) == -1
    order.turn(1, True)
    assert len(order) == 15
    assert [order.group_at(row) for row in (0, 5, 10)] == [0, 1, 2]


def test_only_groups_that_are_looked_into_are_read(office: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Any] = []
    ns = office.ns

    def spy(kind: str, query: Query) -> Any:
        asked.append(query)
        return ns(kind, query)

    monkeypatch.setattr(office, "ns", spy)
    order = grouped(office)
    assert asked == []
    order.at(1)
    order.at(2)
    assert len(asked) == 1


def test_orders_are_alike_while_records_stand_in_the_same_rows(office: Desk) -> None:
    first = grouped(office)
    first.at(1)
    assert first.stands_like(grouped(office))
    flat = Flat(office, "risk", Query(sort=SORT))
    assert flat.stands_like(Flat(office, "risk", Query(sort=SORT)))
    assert not flat.stands_like(first)
    n = first.at(1)
    assert isinstance(n, int)
    risk = office.risks.get(office.rows("risk", [n])[0]["id"])
    office.risks.save(risk.changed(title="zz"), risk)
    assert not first.stands_like(grouped(office))
    assert not flat.stands_like(Flat(office, "risk", Query(sort=SORT)))


def test_cells_are_made_when_they_are_shown(office: Desk, qapp: object) -> None:
    made: list[str] = []

    def cell(row: Row, desk: Desk) -> Cell:
        made.append(row["title"])
        return Cell(row["title"], plain="copied")

    model = RecordModel(office, "risk", (Column("a", "A", cell), Column("b", "B", cell)))
    model.set_query(Query(sort=SORT))
    assert model.index(3, 0).data() == "03"
    assert model.index(3, 0).data(2) == "copied"
    assert made == ["03"]


def test_one_changed_record_is_read_again_and_nothing_else(office: Desk, qapp: object) -> None:
    model = RecordModel(office, "risk", (Column("a", "A", lambda row, desk: Cell(row["title"])),))
    model.set_query(Query(sort=SORT))
    assert model.index(0, 0).data() == "00"
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    risk = office.risks.get(model.id_at(4))
    office.risks.save(risk.changed(title="zz"), risk)
    model.look_again({risk.id})
    assert model.index(4, 0).data() == "zz"
    assert told == [(4, 4)]
