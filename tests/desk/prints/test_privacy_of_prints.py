"""What leaves the program on paper: masked, unless somebody with the right says why not."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from riskdesk.desk import Desk
from riskdesk.domain.action import Action
from riskdesk.domain.case import Case, CaseOrigin, CourseEntry, Privacy
from riskdesk.domain.directory import Person, Role
from riskdesk.domain.errors import Invalid, NotAllowed
from riskdesk.domain.incident import EntryKind, Incident, LogEntry
from riskdesk.domain.playbook import Playbook, Step
from riskdesk.domain.risk import Risk
from riskdesk.printing import Printed

PHONE, PLATE, ROOM, ID = "13800138000", "沪A12345", "3栋502室", "11010519491231002X"


def text(printed: Printed) -> str:
    return "".join(page.extract_text() for page in PdfReader(BytesIO(printed.pdf)).pages).replace("\n", "")


def case(desk: Desk, **fields: object) -> Case:
    course = (CourseEntry(at="+00:05", who="{张三}", what=f"{PLATE} 车主张三（{ID}）来电 {PHONE}"),)
    given = {"title": f"{ROOM}漏水", "family": "operational", "course": course, "summary": "2026-11-25 赔偿 12,000 元"}
    return desk.cases.add(Case.of(**(given | fields))).value


def as_officer(desk: Desk, role: Role = Role.OFFICER) -> None:
    desk.person = desk.directory.add(Person(name="沈敏", role=role)).value.id


def test_a_case_sheet_is_masked(desk: Desk) -> None:
    made = case(desk)
    printed = text(desk.prints.record("case_sheet", made.id))
    for secret in (PHONE, PLATE, ROOM, ID, "张三", "{"):
        assert secret not in printed
    for kept in ("138****8000", "沪A***45", "3栋***室", "张某", "2026-11-25", "12,000 元", made.number, "+00:05"):
        assert kept in printed


def test_an_incident_report_is_masked_log_and_all(desk: Desk) -> None:
    found = desk.incidents.report(Incident(title=f"{ROOM}困人", started_at=desk.clock(), detail=f"电话 {PHONE}")).value
    desk.incidents.log(found.id, EntryKind.CALLED, f"家属 {PHONE}，车牌 {PLATE}")
    printed = text(desk.prints.record("incident_report", found.id))
    assert not any(secret in printed for secret in (PHONE, PLATE, ROOM))
    assert "138****8000" in printed
    assert found.number in printed


def test_lists_are_masked(desk: Desk) -> None:
    risk = desk.risks.add(Risk(title=f"{ROOM}堆物", family="operational")).value
    action = desk.actions.add(Action(title=f"联系{ROOM}业主 {PHONE}", risk_ids=(risk.id,))).value
    for form in ("risk_list", "action_list"):
        printed = text(desk.prints.list(form))
        assert ROOM not in printed
        assert PHONE not in printed
    assert action.number in printed
    assert ROOM not in text(desk.prints.record("risk_card", risk.id))


def test_an_action_card_keeps_the_numbers_that_are_to_be_called(desk: Desk) -> None:
    desk.directory.add(Person(name="周颖", phone=PHONE, duties=("客服",)))
    step = Step(id="call", action="通知值班经理", role="客服")
    playbook = desk.playbooks.add(Playbook(title="困人", scenario_class="equipment", steps=(step,))).value
    assert PHONE in text(desk.prints.record("action_card", playbook.id))


def test_an_invented_case_prints_as_it_stands(desk: Desk) -> None:
    made = case(desk, origin=CaseOrigin.TEACHING, privacy=Privacy.NONE)
    printed = text(desk.prints.record("case_sheet", made.id))
    assert ROOM in printed
    assert "张三" in printed
    assert "{" not in printed


@pytest.mark.parametrize("role", [None, Role.READER, Role.DUTY, Role.COORDINATOR])
def test_without_the_right_nothing_leaves_as_written(desk: Desk, role: Role | None) -> None:
    made = case(desk)
    if role is not None:
        as_officer(desk, role)
    assert not desk.privacy.may_let_out
    with pytest.raises(NotAllowed):
        desk.prints.batch([], as_written=True)
    with pytest.raises(NotAllowed):
        desk.prints.list("risk_list", as_written=True)
    with pytest.raises(Invalid):
        desk.privacy.let_out(desk.prints.told("case_sheet", (made.id,)), "法院调取")
    assert desk.privacy.entries() == []


def test_an_officer_takes_it_out_and_it_is_noted_for_good(desk: Desk) -> None:
    from riskdesk.desk.prints.prints import Item

    made = case(desk)
    as_officer(desk)
    assert desk.privacy.may_let_out
    printed = text(desk.prints.batch([Item("case_sheet", made.id)], as_written=True))
    assert all(secret in printed for secret in (PHONE, PLATE, ROOM, "张三"))
    assert "{" not in printed
    with pytest.raises(Invalid):
        desk.privacy.let_out("", " ")
    desk.privacy.let_out(desk.prints.told("case_sheet", (made.id,)), "法院调取")
    entry = desk.privacy.entries()[0]
    assert entry.who_id == desk.person
    assert made.number in entry.text
    assert "法院调取" in entry.text
    assert desk.undo_stack.undo_label != "Take personal data out as written"
    with pytest.raises(NotAllowed), desk.store.write("", "test", desk.clock()) as write:
        write.save(entry.changed(text="nothing"), entry)
    assert desk.store.records(LogEntry)[0].text == entry.text
