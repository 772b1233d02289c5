"""The office's own settings, who is called, and backups that are kept, thinned and restored."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from riskdesk.desk import Desk
from riskdesk.desk.backups import thinned
from riskdesk.domain.action import Action, ActionState
from riskdesk.domain.directory import Body, Person
from riskdesk.domain.errors import FileRefused, Invalid, RiskdeskError
from riskdesk.domain.policy import Office


@pytest.fixture
def office(new_file: Callable[[str], Path]) -> Iterator[Desk]:
    made = Desk.open(new_file("HQ"))
    yield made
    made.close()


# settings


def test_the_office_is_set_in_a_file_without_a_policy_and_again(office: Desk) -> None:
    office.directory.set_office(office=Office(name="锦绣物业"))
    office.directory.set_office(cases_per_month=6)
    assert (office.policy.office.name, office.policy.cases_per_month) == ("锦绣物业", 6)
    office.undo_stack.undo()
    assert (office.policy.office.name, office.policy.cases_per_month) == ("锦绣物业", 4)


def test_what_moves_levels_is_not_set_this_way(office: Desk) -> None:
    with pytest.raises(KeyError, match="matrix"):
        office.directory.set_office(matrix=office.policy.matrix)
    with pytest.raises(Invalid):
        office.directory.set_office(review_days=0)


def test_someone_of_another_file_has_no_line(office: Desk) -> None:
    person = office.directory.add(Person(name="沈敏", post="安全主管")).value
    assert office.directory.person_line(person.id) == "沈敏 · 安全主管"
    assert office.directory.person_line("nobody") == ""


def test_bodies_that_are_called_a_sites_own_first(office: Desk) -> None:
    for body in (
        Body(name="电梯维保单位", phone="1"), Body(name="电梯维保单位", phone="2", site_id="s"), Body(name="街道办"),
        Body(name="消防救援", phone="119"),
    ):  # fmt: skip
        office.directory.add(body)
    names = ("消防救援", "街道办", "电梯维保单位", "被困人员")
    assert [body.phone for body in office.directory.called(names, "s")] == ["119", "2"]
    assert [body.phone for body in office.directory.called(names, "")] == ["119", "1"]


# measures


def test_a_measure_gets_the_days_on_which_it_was_settled(office: Desk) -> None:
    owner, other = (office.directory.add(Person(name=name)).value for name in ("甲", "乙"))
    action = office.actions.add(Action(title="换锁", owner_id=owner.id)).value
    done = office.actions.finish(action.id, "照片").value
    assert (done.state, done.done_on, done.proof) == (ActionState.DONE, office.today, "照片")
    with pytest.raises(Invalid):
        office.actions.confirm(action.id, owner.id)
    confirmed = office.actions.confirm(action.id, other.id).value
    assert confirmed.verified_on == office.today
    again = office.actions.save(confirmed.changed(state=ActionState.OPEN), confirmed).value
    assert (again.done_on, again.verified_on) == (None, None)


# backups


def test_backups_of_this_file_and_no_other_are_listed(office: Desk) -> None:
    made = office.backups.make()
    for name in ("office-2-20261125-060000.riskdesk", "office-notes.riskdesk", "other-20261125-060000.riskdesk"):
        (office.backups.folder / name).write_bytes(b"")
    assert [kept.path for kept in office.backups.kept()] == [made]
    assert office.backups.kept()[0].size == made.stat().st_size


def test_two_backups_of_one_second_are_both_kept(office: Desk) -> None:
    now = office.clock()
    office.clock = lambda: now
    assert len({office.backups.make(), office.backups.make()}) == len(office.backups.kept()) == 2


def test_no_folder_no_backups(office: Desk, tmp_path: Path) -> None:
    office.backups.choose_folder(tmp_path / "stick")
    assert office.backups.kept() == []


def test_a_folder_that_cannot_be_written_is_told(office: Desk, tmp_path: Path) -> None:
    (tmp_path / "stick").write_bytes(b"a file, no folder")
    office.backups.choose_folder(tmp_path / "stick")
    with pytest.raises(RiskdeskError, match="could not be written"):
        office.backups.make()


def test_restoring_makes_a_file_of_its_own(office: Desk) -> None:
    office.directory.add(Person(name="沈敏"))
    made = office.backups.make()
    office.directory.add(Person(name="陈立"))
    restored = office.backups.restore(made)
    assert restored.parent == office.store.path.parent
    assert restored not in (office.store.path, made)
    assert office.store.count("person") == 2
    desk = Desk.open(restored, create=False)
    try:
        assert [person.name for person in desk.directory.all("person")] == ["沈敏"]
    finally:
        desk.close()


def test_a_damaged_backup_is_refused_and_leaves_nothing(office: Desk) -> None:
    made = office.backups.make()
    made.write_bytes(b"no database" * 1000)
    with pytest.raises(FileRefused):
        office.backups.restore(made)
    assert not list(office.store.path.parent.glob("*restored*"))


def test_thinning_keeps_a_day_each_and_then_a_month_each() -> None:
    today = dt.date(2026, 11, 25)
    days = [today - dt.timedelta(days=age) for age in (0, 0, 1, 14, 20, 21, 400)]
    files = sorted(Path(f"office-{day:%Y%m%d}-{hour:02}0000.riskdesk") for hour, day in enumerate(days))
    gone = {file.name for file in thinned(files, today)}
    kept = {file.name for file in files} - gone
    assert len([name for name in kept if f"{today:%Y%m%d}" in name]) == 1
    assert {name[7:15] for name in kept} == {"20261125", "20261124", "20261111", "20261105"}
