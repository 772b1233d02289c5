"""Questions: sorting, filtering and counting say the same as doing it by hand, in whatever way SQLite does it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riskdesk.domain.directory import Department, Person, Site
from riskdesk.domain.errors import Cancelled, NotFound
from riskdesk.domain.level import Assessment, Level, Matrix
from riskdesk.domain.policy import Policy
from riskdesk.domain.record import Record
from riskdesk.domain.risk import Risk, RiskStatus
from riskdesk.store import ALL, Query, Store, order
from riskdesk.store import query as question
from riskdesk.store.query import Condition
from tests.store.conftest import NOW, Filled

POLICY = Policy()
NUMERALS = "零一二三四五六"
NAMES = ("赵一", "钱二", "孙三", "李四")


def scored(likelihood: int, severity: int) -> Assessment:
    return POLICY.assess(Matrix(likelihood=likelihood, severity=severity), dt.date(2026, 1, 1))


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Sixty risks of four people, one of them deleted, some of nobody and some of somebody unknown."""
    filled = Filled(tmp_path_factory.mktemp("query") / "office.riskdesk")
    people = filled.add(*[Person(name=name) for name in NAMES])
    owners = [person.id for person in people] + ["", "unknown"]
    filled.delete(people[2])
    made = filled.add(
        *[
            Risk(
                title=f"风险{NUMERALS[n % 7]}", family=("legal", "fire", "opinion")[n % 3], owner_id=owners[n % 6],
                status=list(RiskStatus)[n % 4], place="" if n % 5 == 0 else f"{n % 4} 号楼", review_days=n % 9 + 1,
                next_review=None if n % 4 == 1 else dt.date(2026, 1 + n % 12, 1),
                current=scored(n % 5 + 1, n % 3 + 1) if n % 6 else Assessment(),
                season=tuple(range(1, n % 4 + 1)),
            )
            for n in range(60)
        ]
    )  # fmt: skip
    for risk in made[::13]:
        filled.delete(risk)
    filled.names = {person.id: place for place, person in enumerate(sorted(people, key=_read))}  # type: ignore[attr-defined]
    yield filled
    filled.store.close()


def _read(person: Record) -> str:
    # By pinyin: li, qian, sun, zhao.
    return {"赵一": "zhao", "钱二": "qian", "孙三": "sun", "李四": "li"}[person.name_text]


def rows(register: Any, query: Query) -> list[dict[str, Any]]:
    found = register.store.ns("risk", query)
    return register.store.rows("risk", found)  # type: ignore[no-any-return]


@pytest.fixture(scope="module", params=["few", "many"])
def amount(request: pytest.FixtureRequest) -> Iterator[None]:
    """Once as with few records and once as with very many, of which most hold values of their own."""
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "many":
            patch.setattr(order, "_MANY", 1)
            patch.setattr(question, "_ROWS", 0)
            patch.setattr(question, "_FEW", 0)
        yield


SORTS = st.lists(
    st.tuples(
        st.sampled_from(["title", "family", "owner_id", "status", "place", "review_days", "next_review", "level_rank",
                         "points"]),
        st.booleans(),
    ),
    min_size=1, max_size=3, unique_by=lambda pair: pair[0],
)  # fmt: skip


@pytest.mark.usefixtures("amount")
@settings(max_examples=60, deadline=None)
@given(sort=SORTS)
def test_sorting_by_any_fields_is_as_by_hand(register: Any, sort: list[tuple[str, bool]]) -> None:
    everyone = rows(register, ALL)
    expected = sorted(everyone, key=lambda row: row["n"], reverse=sort[-1][1])
    for field, descending in reversed(sort):
        expected.sort(key=lambda row, field=field: _key(register, field, row), reverse=descending)
    told = rows(register, Query(sort=tuple(sort)))
    fields = [field for field, _ in sort]
    assert [_keys(register, fields, row) for row in told] == [_keys(register, fields, row) for row in expected]
    assert sorted(row["n"] for row in told) == sorted(row["n"] for row in everyone)
    if fields[-1] != "level_rank":  # what is alike in that stands in the order of points and of the next review
        assert [row["n"] for row in told] == [row["n"] for row in expected]


def _key(register: Any, field: str, row: dict[str, Any]) -> Any:
    value = row[field]
    if field == "owner_id":
        return (register.names.get(value, -1), value if register.names.get(value, -1) < 0 else "")
    return (value is not None, value)


def _keys(register: Any, fields: list[str], row: dict[str, Any]) -> list[Any]:
    return [_key(register, field, row) for field in fields]


def test_an_owner_sorts_by_pinyin_nobody_first_deleted_people_too(register: Any) -> None:
    names = {row[0]: row[1] for row in register.store.db.all("SELECT id, name FROM person")}
    found = [names.get(row["owner_id"], "") for row in rows(register, Query(sort=(("owner_id", False),)))]
    assert list(dict.fromkeys(found)) == ["", "李四", "钱二", "孙三", "赵一"]
    assert len(found) == 55


CONDITIONS = st.lists(
    st.one_of(
        st.builds(Condition, st.just("status"), st.sampled_from(["in", "not in"]),
                  st.lists(st.sampled_from([s.value for s in RiskStatus]), max_size=3).map(tuple)),
        st.builds(Condition, st.just("level"), st.sampled_from(["in", "not in"]),
                  st.lists(st.sampled_from(["red", "yellow", None]), max_size=2).map(tuple)),
        st.builds(Condition, st.just("current_cell"), st.just("in"),
                  st.lists(st.sampled_from([f"{n % 5 + 1}x{n % 3 + 1}" for n in range(15)] + [None])).map(tuple)),
        st.builds(Condition, st.just("next_review"), st.sampled_from(["<", "<=", ">", ">="]),
                  st.dates(dt.date(2026, 1, 1), dt.date(2026, 12, 31)).map(str)),
        st.builds(Condition, st.sampled_from(["place", "next_review", "season", "level", "review_days"]),
                  st.sampled_from(["filled", "empty"])),
        st.builds(Condition, st.just("season"), st.just("months"), st.lists(st.integers(1, 4), max_size=3).map(tuple)),
        st.builds(Condition, st.just("place"), st.just("at"),
                  st.lists(st.tuples(st.just(""), st.sampled_from(["", "1 号楼", "2 号楼"]))).map(tuple)),
        st.builds(Condition, st.just("season"), st.just("has"), st.integers(1, 4)),
        st.builds(Condition, st.just("review_days"), st.sampled_from(["<", ">"]), st.integers(1, 9)),
    ),
    max_size=3,
)  # fmt: skip


def _holds(condition: Condition, row: dict[str, Any]) -> bool:
    value, wanted = row[condition.field], condition.value
    match condition.operator:
        case "in":
            return value in wanted
        case "not in":
            return value not in wanted
        case "filled":
            return value not in (None, "", "[]")
        case "empty":
            return value in (None, "", "[]")
        case "has":
            return str(wanted) in value.strip("[]").split(",")
        case "months":
            return not set(map(str, wanted)).isdisjoint(value.strip("[]").split(","))
        case "at":
            return (row["site_id"], value) in wanted
    if value is None:
        return False
    return {"<": value < wanted, "<=": value <= wanted, ">": value > wanted, ">=": value >= wanted}[condition.operator]


@pytest.mark.usefixtures("amount")
@settings(max_examples=120, deadline=None)
@given(where=CONDITIONS, text=st.sampled_from(["", "险三", "风"]), sort=SORTS | st.just([]))
def test_filtering_and_counting_are_as_by_hand(
    register: Any, where: list[Condition], text: str, sort: list[tuple[str, bool]]
) -> None:
    query = Query(text, tuple(where), tuple(sort))
    expected = [
        row["n"]
        for row in rows(register, Query(sort=tuple(sort)))
        if all(_holds(condition, row) for condition in where) and (text != "险三" or row["title"].endswith("三"))
    ]
    numbers = list(register.store.ns("risk", query))
    assert numbers == expected if sort or not text else sorted(numbers) == sorted(expected)
    assert list(register.store.ns("risk", query, limit=4)) == numbers[:4]
    assert register.store.count("risk", query) == len(expected)
    found = register.store.rows("risk", expected)
    for field in ("status", "level", "family"):
        assert register.store.count_by("risk", field, query) == Counter(row[field] for row in found)
    assert register.store.counts("risk", ("level", "season"), query) == Counter(
        (row["level"], tuple(int(month) for month in row["season"].strip("[]").split(",") if month)) for row in found
    )


def test_counting_by_month(register: Any) -> None:
    counts = register.store.counts("risk", ("next_review:month", "status"))
    assert sum(counts.values()) == register.store.count("risk")
    assert {month for month, _ in counts} >= {None, "2026-01", "2026-12"}


def test_a_condition_replaces_another_on_its_field() -> None:
    one, other = Condition("status", "in", ("open",)), Condition("place", "filled")
    query = Query(where=(one, other)).with_condition(Condition("status", "in", ("closed",)))
    assert query.where == (other, Condition("status", "in", ("closed",)))


@pytest.mark.parametrize("field", ["nothing", "title; DROP TABLE risk", "title DESC, (SELECT 1)", '"', "", "rowid"])
def test_a_field_that_does_not_exist_is_told(register: Any, field: str) -> None:
    store = register.store
    for ask in (
        lambda: store.ns("risk", Query(sort=((field, False),))),
        lambda: store.ns("risk", Query(sort=(("title", False), (field, False)))),
        lambda: store.ns("risk", Query(where=(Condition(field, "filled"),))),
        lambda: store.count_by("risk", field),
        lambda: store.counts("risk", (field, "status")),
        lambda: store.rows("risk", [1], (field,)),
        lambda: store.names("person", field),
    ):
        with pytest.raises(NotFound):
            ask()
    for kind in ("nothing", 'risk"; DROP TABLE risk; --'):
        with pytest.raises(NotFound):
            store.ns(kind)


def test_an_unknown_operator_is_an_error(register: Any) -> None:
    with pytest.raises(ValueError, match="like"):
        register.store.ns("risk", Query(where=(Condition("title", "like", "x"),)))  # type: ignore[arg-type]


def test_rows_come_in_the_order_asked_for_and_only_the_columns(register: Any) -> None:
    numbers = list(register.store.ns("risk"))[:5]
    asked = [numbers[3], numbers[0], 9_999, numbers[3]]
    told = register.store.rows("risk", asked, ("title", "level"))
    assert [row["n"] for row in told] == [numbers[3], numbers[0], numbers[3]]
    assert set(told[0]) == {"n", "title", "level"}
    assert len(register.store.rows("risk", list(register.store.ns("risk")) * 20)) == 55 * 20


def test_records_and_numbers_say_the_same(register: Any) -> None:
    query = Query(where=(Condition("level", "in", (Level.RED.value,)),), sort=(("title", True),))
    records = register.store.records(Risk, query)
    assert [record.id for record in records] == [row["id"] for row in rows(register, query)]
    assert register.store.row_number("risk", records[0].id) == register.store.ns("risk", query)[0]


def test_the_matrix_counts_cells_of_each_judgement(filled: Filled) -> None:
    for n in range(6):
        filled.risk(
            inherent=scored(5, 5), current=scored(n % 2 + 1, 3), status=RiskStatus.OPEN if n < 4 else RiskStatus.CLOSED
        )
    assert sorted(filled.store.matrix_counts("current", ("open",))) == [(1, 3, 2), (2, 3, 2)]
    assert filled.store.matrix_counts("inherent", ("open", "closed")) == [(5, 5, 6)]
    with pytest.raises(KeyError):
        filled.store.matrix_counts("title", ("open",))


def test_directories_of_every_kind_sort_by_their_names(filled: Filled) -> None:
    filled.add(Site(code="B1", name="中心"), Site(code="A1", name="安居"), Department(name="客服部"))
    assert [row["name"] for row in filled.store.rows("site", filled.store.ns("site", BY_NAME))] == ["安居", "中心"]
    assert len(filled.store.ns("department", BY_NAME)) == 1


BY_NAME = Query(sort=(("sort_name", False),))


def test_a_question_can_be_stopped(filled: Filled) -> None:
    filled.add(*[Risk(title=f"r{n}", family="x") for n in range(3000)])
    store = filled.store
    store.db.raw.set_progress_handler(lambda: store.interrupt() or 0, 10_000)
    with pytest.raises(Cancelled):
        store.db.all("SELECT count(*) FROM risk a, risk b, risk c")
    store.db.raw.set_progress_handler(None, 0)
    assert store.count("risk") == 3000


def test_nothing_holds_a_snapshot_after_a_question(filled: Filled) -> None:
    filled.risk(title="漏水")
    by_title, where = (("title", False),), (Condition("status", "in", ("x",)),)
    for query in (ALL, Query("漏水"), Query("漏水", sort=by_title), Query(where=where)):
        filled.store.ns("risk", query)
        filled.store.count("risk", query)
    filled.store.rows("risk", [1])
    other = filled.store.another()
    assert other.db.all("PRAGMA wal_checkpoint(TRUNCATE)") == [(0, 0, 0)]
    other.close()


def test_what_is_kept_in_memory_is_asked_anew_after_every_change(filled: Filled) -> None:
    """An order, a search and its figures, after a save here, a save that was taken back and a save of another."""
    store, by_title = filled.store, Query(sort=(("title", False), ("place", False)))

    def told() -> tuple[list[str], int, dict[object, int]]:
        titles = [row["title"] for row in store.rows("risk", store.ns("risk", by_title))]
        return titles, store.count("risk", Query("漏")), store.count_by("risk", "status", Query("漏"))

    def taken_back() -> None:
        with store.write("me", "add", NOW) as write:
            write.create(Risk(title="漏气", family="x"))
            assert told()[1] == 3
            raise Cancelled

    filled.risk(title="漏水")
    assert told() == (["漏水"], 1, {"open": 1})
    filled.risk(title="漏电", status="closed")
    assert told() == (["漏水", "漏电"], 2, {"open": 1, "closed": 1})
    with pytest.raises(Cancelled):
        taken_back()
    assert told() == (["漏水", "漏电"], 2, {"open": 1, "closed": 1})
    other = Store.open(filled.path)
    with other.write("you", "add", NOW) as write:
        write.create(Risk(title="漏油", family="x"))
    other.close()
    assert told() == (["漏水", "漏油", "漏电"], 3, {"open": 2, "closed": 1})
