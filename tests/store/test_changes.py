"""The change log: its chain, its batches, and what is erased from it on request."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import to_json

from riskdesk.domain.action import Action
from riskdesk.domain.directory import Person
from riskdesk.domain.errors import NotAllowed
from riskdesk.domain.risk import Risk
from riskdesk.store import Query, changes
from riskdesk.store.check import check
from tests.store.conftest import NOW, Filled


def test_an_entry_says_who_when_and_what(filled: Filled) -> None:
    risk = filled.risk(place="1 号楼")
    filled.now += dt.timedelta(minutes=5)
    filled.save(risk, place="2 号楼", person="沈敏")
    made, edit = filled.store.history(risk.id)
    assert made.is_creation
    assert not edit.is_creation
    assert made.patch["place"] == [None, "1 号楼"]
    assert "description" not in made.patch
    assert edit.patch == {"place": ["1 号楼", "2 号楼"]}
    assert (edit.person, edit.at, edit.verb, edit.kind) == ("沈敏", "2026-11-25T04:05:00.000Z", "save", "risk")
    assert (made.seq, edit.seq, edit.prev) == (1, 2, made.hash)


def test_zero_and_false_are_no_empty_values(filled: Filled) -> None:
    person = filled.add(Person(name="沈敏", active=False))[0]
    assert filled.store.history(person.id)[0].patch["active"] == [None, False]


def test_a_batch_is_all_that_one_write_did(filled: Filled) -> None:
    risk = filled.risk()
    with filled.store.write("me", "two", NOW) as write:
        write.save(risk.changed(place="x"), risk)
        write.create(Action(title="换锁", risk_ids=(risk.id,)))
    filled.risk()
    assert write.batch == "HQ-2"
    assert [change.kind for change in filled.store.batch(write.batch)] == ["risk", "action"]
    assert filled.store.batch("HQ-99") == []
    assert filled.store.batch("JX-1") == []


def test_a_long_batch_is_read_whole(filled: Filled) -> None:
    with filled.store.write("me", "many", NOW) as write:
        write.create_many(Risk(title=f"r{n}", family="x") for n in range(4100))
    filled.risk()
    found = filled.store.batch(write.batch)
    assert [change.seq for change in found] == list(range(1, 4101))


def test_the_last_batches_of_a_person_are_found_among_those_of_others(filled: Filled) -> None:
    risk = filled.risk()
    for number in range(6):
        risk = filled.save(risk, place=f"p{number}", person="other" if number % 2 else "me")
    with filled.store.write("me", "undo", NOW, undoes="HQ-6") as write:
        write.save(risk.changed(place="p3"), risk)
    mine = filled.store.last_batches("me", 10)
    assert mine == [("HQ-8", "undo", "HQ-6"), *((f"HQ-{n}", "save", "") for n in (6, 4, 2)), ("HQ-1", "add", "")]
    assert filled.store.last_batches("me", 2) == mine[:2]
    assert filled.store.last_batches("nobody", 5) == []


def test_what_another_program_logged_is_carried_on(filled: Filled) -> None:
    other = filled.store.another()
    risk = filled.risk()
    with other.write("other", "save", NOW) as write:
        write.save(risk.changed(place="x"), risk)
    filled.risk()
    assert [change.seq for change in filled.store.history(risk.id)] == [1, 2]
    assert filled.store.last_batches("me", 1) == [("HQ-3", "add", "")]
    other.close()
    assert check(filled.path).sound


def test_a_write_that_failed_does_not_leave_its_mark_on_the_chain(filled: Filled) -> None:
    filled.risk()
    with suppress(RuntimeError), filled.store.write("me", "x", NOW) as write:
        write.create(Risk(title="half", family="x"))
        raise RuntimeError
    filled.risk()
    assert check(filled.path).sound
    assert check(filled.path).changes == 2


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(0, 1e6) | st.text('漏水ab \n"\\\x7f\u2028'),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abc", max_size=2), inner, max_size=3),
    max_leaves=6,
)


def sealed(patch: changes.Patch) -> tuple[changes.Salts, list[str]]:
    """Fresh salts for a patch and the digests that a new entry of the log takes."""
    salts, digests = changes.sealed(patch, os.urandom(16 * len(patch)).hex(), 0)
    return json.loads(salts), digests


@given(st.dictionaries(st.text("abc", min_size=1, max_size=3), st.tuples(JSON, JSON), min_size=1, max_size=3))
def test_an_entry_verifies_after_its_way_through_the_file(patch: dict[str, Any]) -> None:
    pairs = {field: list(pair) for field, pair in patch.items()}
    salts, digests = sealed(pairs)
    before = changes.entry_hash(("id", 1), pairs, salts, "prev")
    assert before == hashlib.sha256(to_json(["id", 1, digests, "prev"])).hexdigest()
    stored = json.loads(to_json(pairs)), json.loads(to_json(salts))
    assert changes.entry_hash(("id", 1), *stored, "prev") == before
    reordered = dict(reversed(list(stored[0].items())))
    assert changes.entry_hash(("id", 1), reordered, stored[1], "prev") == before


@given(st.text("ab漏", max_size=3), st.text("ab漏", max_size=3))
def test_another_value_or_another_salt_is_another_hash(one: str, other: str) -> None:
    patch = {"title": ["", one]}
    salts = sealed(patch)[0]
    again = changes.entry_hash((), {"title": ["", other]}, salts, "")
    assert (again == changes.entry_hash((), patch, salts, "")) == (one == other)
    assert changes.entry_hash((), patch, sealed(patch)[0], "") != changes.entry_hash((), patch, salts, "")


def test_a_value_without_a_salt_does_not_verify() -> None:
    with pytest.raises(ValueError, match="title"):
        changes.entry_hash((), {"title": [None, "x"]}, {"title": ["", ""]}, "")


class TestErasing:
    @pytest.fixture
    def person(self, filled: Filled) -> Person:
        person = filled.add(Person(name="沈敏", phone="13800138000", post="主管"))[0]
        person = filled.save(person, phone="13900139000", post="经理")
        return filled.save(person, phone="")

    def erase(self, filled: Filled, person: Person, *fields: str) -> None:
        with filled.store.write("officer", "people.erase", NOW) as write:
            write.erase("person", person.id, fields)

    def test_it_is_gone_from_the_history_and_the_chain_verifies(self, filled: Filled, person: Person) -> None:
        self.erase(filled, person, "phone")
        history = filled.store.history(person.id)
        assert [change.patch.get("phone") for change in history] == [[None, None], [None, None], [None, ""], None]
        assert [change.erased for change in history] == [{"phone"}, {"phone"}, {"phone"}, frozenset()]
        assert (history[-1].person, history[-1].verb, history[-1].patch) == ("officer", "people.erase", {})
        assert check(filled.path).sound

    def test_other_fields_and_the_present_value_stay(self, filled: Filled, person: Person) -> None:
        self.erase(filled, person, "post")
        history = filled.store.history(person.id)
        assert [change.patch.get("post") for change in history[:2]] == [[None, None], [None, "经理"]]
        assert history[0].patch["phone"] == [None, "13800138000"]
        assert filled.store.get(Person, person.id) == person

    def test_emptied_and_erased_in_one_write(self, filled: Filled) -> None:
        person = filled.add(Person(name="沈敏", phone="13800138000"))[0]
        with filled.store.write("officer", "people.erase", NOW) as write:
            write.save(person.changed(phone=""), person)
            write.erase("person", person.id, ["phone"])
        assert [change.patch.get("phone") for change in filled.store.history(person.id)] == [
            [None, None],
            [None, ""],
            None,
        ]
        assert check(filled.path).sound

    def test_it_is_nowhere_in_the_file(self, filled: Filled, person: Person) -> None:
        filled.store.keep_draft("me", "person", person.id, NOW, {"phone": "13800138000"})
        assert filled.store.count("person", Query("13900139000")) == 0
        self.erase(filled, person, "phone")
        held = filled.path.read_bytes() + filled.path.with_name(filled.path.name + "-wal").read_bytes()
        assert b"13800138000" not in held
        assert b"13900139000" not in held

    def test_erasing_again_changes_nothing_more(self, filled: Filled, person: Person) -> None:
        self.erase(filled, person, "phone")
        before = [change.hash for change in filled.store.history(person.id)]
        self.erase(filled, person, "phone")
        assert [change.hash for change in filled.store.history(person.id)][:-1] == before
        assert check(filled.path).sound

    def test_a_tampered_digest_is_found(self, filled: Filled, person: Person) -> None:
        self.erase(filled, person, "phone")
        entry = filled.store.history(person.id)[0]
        salts = entry.salts | {"phone": ["", "=" + "0" * 64]}
        filled.store.db.run("UPDATE change SET salts = ? WHERE n = ?", (json.dumps(salts), entry.n))
        assert [values["seq"] for _, values in check(filled.path).problems] == [entry.seq]

    def test_a_log_is_not_erased_by_other_means(self, filled: Filled, person: Person) -> None:
        with pytest.raises(NotAllowed):
            self.erase(filled, person, "changed_at")
