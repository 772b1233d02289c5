"""Who is called and who answers: order, names, and who fills a role today."""

from __future__ import annotations

import pytest

from riskdesk.desk import Desk
from riskdesk.domain.directory import Body, Department, Person, Site
from riskdesk.domain.errors import Conflict, Invalid, NotAllowed
from riskdesk.domain.incident import EntryKind, Incident
from riskdesk.domain.playbook import Playbook


def add(desk: Desk, **fields: object) -> Person:
    return desk.directory.add(Person.of(**fields)).value


def test_names_are_sorted_as_they_are_read(desk: Desk) -> None:
    for name in ("周颖", "陈立", "Anna", "沈敏", "刘洋"):
        add(desk, name=name)
    assert [person.name for person in desk.directory.all("person")] == ["Anna", "陈立", "刘洋", "沈敏", "周颖"]


def test_a_new_name_moves_a_person_in_the_list(desk: Desk) -> None:
    first, second = add(desk, name="陈立"), add(desk, name="沈敏")
    desk.directory.save(first.changed(name="周立"), first)
    assert [person.id for person in desk.directory.all("person")] == [second.id, first.id]
    desk.undo_stack.undo()
    assert [person.id for person in desk.directory.all("person")] == [first.id, second.id]


def test_names_follow_every_edit(desk: Desk) -> None:
    person = add(desk, name="陈立")
    assert desk.name(person.id) == "陈立"
    saved = desk.directory.save(person.changed(name="陈力"), person).value
    assert desk.name(person.id) == "陈力"
    desk.undo_stack.undo()
    assert desk.name(person.id) == "陈立"
    assert saved.name == "陈力"


def test_names_of_what_is_in_the_trash_are_still_told(desk: Desk) -> None:
    person = add(desk, name="陈立")
    desk.directory.delete("person", person.id)
    assert desk.directory.all("person") == []
    assert desk.name(person.id) == "陈立"


def test_everything_shown_by_name_has_one(desk: Desk) -> None:
    made = [
        add(desk, name="陈立"), desk.directory.add(Site(code="JX", name="锦绣花园")).value,
        desk.directory.add(Department(name="工程部")).value, desk.directory.add(Body(name="消防救援")).value,
        desk.playbooks.add(Playbook(title="电梯困人", scenario_class="equipment")).value,
    ]  # fmt: skip
    assert [desk.name(record.id) for record in made] == ["陈立", "锦绣花园", "工程部", "消防救援", "电梯困人"]
    assert (desk.name(""), desk.name("nobody")) == ("", "")


def test_another_program_that_wrote_is_heard(desk: Desk, colleague: Desk) -> None:
    assert desk.name("x") == ""
    person = add(colleague, name="陈立")
    desk.noticed({"person": frozenset()})
    assert desk.name(person.id) == "陈立"


def test_two_people_at_one_entry(desk: Desk, colleague: Desk) -> None:
    base = add(desk, name="陈立")
    colleague.directory.save(base.changed(phone="138"), base)
    assert desk.directory.save(base.changed(post="保安"), base).value.phone == "138"
    with pytest.raises(Conflict):
        desk.directory.save(base.changed(phone="139"), base)


def test_what_a_chooser_lacks_is_entered_by_its_name(desk: Desk) -> None:
    made = [desk.directory.add_named(kind, "物业").value for kind in ("person", "department", "body")]
    assert [entry.KIND for entry in made] == ["person", "department", "body"]
    assert {entry.name for entry in made} == {"物业"}
    with pytest.raises(Invalid):
        desk.directory.add_named("person", "")


@pytest.mark.parametrize(
    ("name", "code"),
    [("滨江壹号", "BJYH"), ("B区 3栋", "BQ3D"), ("3号", "SH1"), ("Riverside", "RIVE"), ("江", "SJ1"), ("—", "S1")],
)
def test_a_new_site_gets_a_free_code(desk: Desk, name: str, code: str) -> None:
    assert desk.directory.add_named("site", name).value.code == code
    assert desk.directory.add_named("site", name).value.code == f"{code}2"


def test_a_new_site_never_takes_the_code_of_this_file(desk: Desk) -> None:
    assert desk.store.site == "JX"
    assert desk.directory.add_named("site", "家訊").value.code != "JX"


# roles


def test_someone_of_the_site_comes_before_someone_of_the_office(desk: Desk) -> None:
    site = desk.directory.add(Site(code="JX", name="锦绣花园")).value
    office = add(desk, name="办公室的人", phone="1", duties=("客服",))
    (found,) = desk.directory.assignments(("客服",), site.id)
    assert (found.name, found.person_id) == (office.name, office.id)
    here = add(desk, name="这里的人", phone="2", duties=("客服",), site_id=site.id)
    (found,) = desk.directory.assignments(("客服",), site.id)
    assert (found.name, found.person_id, found.phone) == (here.name, here.id, "2")


def test_an_outside_body_fills_a_role_that_nobody_here_does(desk: Desk) -> None:
    desk.directory.add(Body(name="维保单位", phone="3", duties=("维保",)))
    (found,) = desk.directory.assignments(("维保",), "")
    assert (found.name, found.phone) == ("维保单位", "3")
    add(desk, name="自己的人", duties=("维保",))
    (found,) = desk.directory.assignments(("维保",), "")
    assert found.name == "自己的人"


def test_who_left_or_is_in_the_trash_fills_no_role(desk: Desk) -> None:
    add(desk, name="走了", duties=("客服",), active=False)
    desk.directory.delete("person", add(desk, name="删了", duties=("客服",)).id)
    (found,) = desk.directory.assignments(("客服",), "")
    assert (found.role, found.name, found.person_id) == ("客服", "", "")


def test_every_role_is_told_in_its_order_filled_or_not(desk: Desk) -> None:
    add(desk, name="多面手", duties=("乙", "甲"))
    found = desk.directory.assignments(("甲", "丙", "乙"), "")
    assert [(item.role, item.name) for item in found] == [("甲", "多面手"), ("丙", ""), ("乙", "多面手")]


def test_the_site_that_writes_here(desk: Desk) -> None:
    assert desk.directory.site_line() == "JX"
    desk.directory.add(Site(code="JX", name="锦绣花园"))
    assert desk.directory.site_line() == "锦绣花园 JX"


def test_the_trash_of_the_directory_reaches_no_log(desk: Desk) -> None:
    incident = desk.incidents.report(Incident(title="停水", started_at=desk.clock())).value
    entry = desk.incidents.log(incident.id, EntryKind.NOTE, "来水了").value
    with pytest.raises(NotAllowed):
        desk.directory.delete("log_entry", entry.id)
    assert entry in desk.incidents.entries(incident.id)


def test_only_entries_of_the_directory_are_deleted_here(desk: Desk) -> None:
    playbook = desk.playbooks.add(Playbook(title="困人", scenario_class="equipment")).value
    with pytest.raises(NotAllowed):
        desk.directory.delete("playbook", playbook.id)
    assert not desk.store.is_deleted("playbook", playbook.id)
    body = desk.directory.add(Body(name="消防救援")).value
    desk.directory.delete("body", body.id)
    assert desk.store.is_deleted("body", body.id)
