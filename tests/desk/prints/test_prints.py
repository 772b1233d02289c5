"""Every shipped form with records of the sample office: the data have the names that the forms may use."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from riskdesk import i18n
from riskdesk.desk import Desk
from riskdesk.desk.prints.prints import OF_LIST, OF_RECORD, OTHER_KINDS, Item
from riskdesk.domain.directory import Body, Person, Site
from riskdesk.domain.drill import Drill
from riskdesk.domain.errors import Cancelled, NotFound
from riskdesk.domain.incident import EntryKind, Incident
from riskdesk.domain.kinds import KINDS
from riskdesk.domain.playbook import Inject, Notification, Playbook, Step
from riskdesk.domain.policy import Office
from riskdesk.domain.risk import Risk
from riskdesk.printing import Printed
from riskdesk.printing.records import RECORDS
from riskdesk.store import ALL

NOON = dt.datetime(2026, 11, 25, 4, 0, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    before = i18n.language()
    i18n.set_language("en")
    desk = Desk.open(tmp_path_factory.mktemp("sample") / "office.riskdesk", site="JX")
    desk.starter.load_sample()
    yield desk
    desk.close()
    i18n.set_language(before)


def text(printed: Printed) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(printed.pdf)).pages)


def differences(shape: Any, data: Any, path: str = "") -> list[str]:
    """Names that the contract has and the data lack, or the other way round."""
    if isinstance(shape, dict):
        assert isinstance(data, dict), path
        found = [f"{path}.{name}" for name in set(shape) ^ set(data)]
        for name in set(shape) & set(data):
            found += differences(shape[name], data[name], f"{path}.{name}")
        return found
    if isinstance(shape, list):
        return [line for row in data for line in differences(shape[0], row, f"{path}[]")]
    return []


@pytest.mark.parametrize("record", OF_RECORD)
def test_records_have_the_names_of_the_contract(sample: Desk, record: str) -> None:
    for found in sample.store.records(KINDS[OTHER_KINDS.get(record, record)]):
        data = OF_RECORD[record](sample, found)
        data.pop("site")
        assert differences(RECORDS[record], data, record) == []


@pytest.mark.parametrize("record", OF_LIST)
def test_lists_have_the_names_of_the_contract(sample: Desk, record: str) -> None:
    data = OF_LIST[record][1](sample, ALL, "")
    assert differences(RECORDS[record], data, record) == []
    if record != "comparison":  # lists risks, not the meetings that it compares
        assert len(data[record]) == sample.store.count(OF_LIST[record][0])


def test_every_shipped_form_prints_every_record(sample: Desk) -> None:
    for form in sample.prints.forms.values():
        if sample.prints.is_list(form.key):
            printed = sample.prints.list(form.key)
        else:
            records = sample.store.records(KINDS[sample.prints.kind_of(form.key)])
            printed = sample.prints.batch([Item(form.key, record.id) for record in records])
            assert printed.pages >= len(records)
        assert printed.missing == "", form.key
    assert sample.prints.problems == []


def test_a_risk_card_tells_all_of_the_risk(sample: Desk) -> None:
    risk = max(sample.store.records(Risk), key=lambda r: len(sample.risks.measures(r.id)))
    printed = text(sample.prints.record("risk_card", risk.id)).replace("\n", "")
    assert risk.number in printed
    assert risk.title in printed
    for measure in sample.risks.measures(risk.id):
        assert measure.number in printed
    if risk.current.score:
        assert risk.current.score.formula.replace(" ", "") in printed.replace(" ", "")


def test_a_form_is_found_by_its_number_too(sample: Desk) -> None:
    form = sample.prints.form("risk_list")
    assert sample.prints.form(form.number) is form
    with pytest.raises(NotFound):
        sample.prints.form("nothing")


def test_a_batch_stops_when_asked(sample: Desk) -> None:
    items = [Item("drill_checklist", drill.id) for drill in sample.store.records(Drill)]
    told: list[int] = []
    with pytest.raises(Cancelled):
        sample.prints.batch(items, lambda done, total: told.append(done), lambda: len(told) > 2)
    assert told


def test_what_a_participant_gets(sample: Desk) -> None:
    drill = next(d for d in sample.store.records(Drill) if d.injects)
    role = drill.plan.steps[0].role
    whole = text(sample.prints.record("drill_checklist", drill.id)).replace("\n", "")
    own = text(sample.prints.record("drill_checklist", drill.id, role=role)).replace("\n", "")
    assert drill.injects[0].what in whole
    assert drill.injects[0].what not in own
    assert "DRILL" in own
    others = [s.action for s in drill.plan.steps if role not in (s.role, *s.helpers)]
    assert not any(action in own for action in others)


@pytest.fixture
def office(tmp_path: Any) -> Iterator[Desk]:
    before = i18n.language()
    i18n.set_language("en")
    desk = Desk.open(tmp_path / "office.riskdesk", site="HQ")
    desk.clock = lambda: NOON
    yield desk
    desk.close()
    i18n.set_language(before)


def lift(desk: Desk) -> Playbook:
    steps = (
        Step(id="call", action="拨打 119", role="客服", limit_s=60, contact={"who": "消防救援", "by": "电话"}),
        Step(id="calm", action="对讲安抚", role="客服", limit_s=60, repeat_s=300, mode="parallel"),
        Step(id="tell", action="通知工程部", role="客服", helpers=("工程",), mode="parallel"),
        Step(id="arrive", action="到场", role="工程", limit_s=900),
    )
    told = (
        Notification(body="消防救援", by="电话", within_s=60), Notification(body="街道办", by="电话", within_s=3600),
        Notification(body="市住建局", by="书面", within_s=86400),
    )  # fmt: skip
    return desk.playbooks.add(
        Playbook(title="电梯困人", scenario_class="equipment", steps=steps, notifications=told)
    ).value


def test_limits_and_repeats_of_steps(office: Desk) -> None:
    rows = OF_RECORD["playbook"](office, lift(office))["steps"]
    assert [(row["limit_text"], row["repeat_text"]) for row in rows] == [
        ("1 min", ""), ("1 min", "every 5 min"), ("at once", ""), ("15 min", ""),
    ]  # fmt: skip
    assert rows[2]["helpers"] == ["工程"]


def test_phones_of_a_card_are_those_of_roles_and_of_called_bodies(office: Desk) -> None:
    playbook = lift(office)
    office.directory.add(Body(name="消防救援", phone="119"))
    office.directory.add(Body(name="工程", phone="138", duties=("工程",)))
    phones = OF_RECORD["playbook"](office, playbook)["phones"]
    # Who is told in writing has no line; what is not known is to be written by hand.
    assert [tuple(phone.values()) for phone in phones] == [
        ("客服", "", ""), ("工程", "", "138"), ("消防救援", "", "119"), ("街道办", "", ""),
    ]  # fmt: skip


def _text(printed: Any) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(printed.pdf)).pages)


def test_a_number_that_nobody_has_entered_is_a_line_to_write_on(office: Desk) -> None:
    playbook = lift(office)
    assert _text(office.prints.record("action_card", playbook.id)).count("____________") == 4
    office.directory.add(Body(name="消防救援", phone="119"))
    assert _text(office.prints.record("action_card", playbook.id)).count("____________") == 3


def test_the_head_names_the_office_and_the_site_and_no_code(office: Desk) -> None:
    playbook = lift(office)
    lines = _text(office.prints.record("action_card", playbook.id)).splitlines()
    assert not any(line.strip() in ("HQ", "HQ　Action card") for line in lines)
    office.directory.add(Site(code="HQ", name="明德物业"))
    assert "明德物业" in _text(office.prints.record("action_card", playbook.id))
    office.directory.set_office(office=Office(name="明德集团"))
    assert "明德集团 · 明德物业" in _text(office.prints.record("action_card", playbook.id))


def test_injects_stand_at_their_time(office: Desk) -> None:
    playbook = lift(office)
    injects = (Inject(id="b", at_s=1000, what="围观"), Inject(id="a", at_s=120, what="拍门", giver="观察员"))
    drill = office.drills.add(Drill(title="夜间", playbook_id=playbook.id, injects=injects)).value
    rows = OF_RECORD["drill"](office, drill)["rows"]
    assert [(row["n"], row["inject"]) for row in rows] == [
        (1, False), (2, False), (3, False), (4, True), (5, False), (6, True),
    ]  # fmt: skip
    assert rows[3]["what"] == "Inject 1: 拍门"
    assert rows[5]["role"] == "Observer"
    assert rows[1]["note"] == "①②③"


def test_notifications_of_a_report(office: Desk) -> None:
    incident = office.incidents.report(Incident(title="困人", started_at=NOON, playbook_id=lift(office).id)).value
    office.clock = lambda: NOON + dt.timedelta(minutes=2)
    office.incidents.log(incident.id, EntryKind.STEP_DONE, step_id="call", who="周颖")
    office.incidents.log(incident.id, EntryKind.NOTIFIED, "电话报告", who="街道办", receipt="118")
    wrong = office.incidents.log(incident.id, EntryKind.NOTIFIED, "电话报告", who="市住建局").value
    office.incidents.strike(wrong.id, "写错")
    office.incidents.log(incident.id, EntryKind.NOTIFIED, "保险公司")
    rows = OF_RECORD["incident"](office, office.incidents.get(incident.id))["notifications"]
    told = [(row["body"], row["limit_text"], row["at"] is not None, row["late"], row["receipt"]) for row in rows]
    assert told == [
        ("消防救援", "1 min", True, True, ""),
        ("街道办", "1 h", True, False, "118"),
        ("市住建局", "24 h", False, False, ""),
        ("保险公司", "", True, False, ""),
    ]


def test_a_number_that_was_called_tells_nobody_whose_name_it_holds(office: Desk) -> None:
    told = (Notification(body="119", by="电话", within_s=300),)
    fire = office.playbooks.add(Playbook(title="火灾", scenario_class="disaster", notifications=told)).value
    incident = office.incidents.report(Incident(title="冒烟", started_at=NOON, playbook_id=fire.id)).value
    office.incidents.log(incident.id, EntryKind.CALLED, "业主 王先生 13911902345")
    (row,) = OF_RECORD["incident"](office, incident)["notifications"]
    assert (row["body"], row["at"], row["late"]) == ("119", None, False)
    office.clock = lambda: NOON + dt.timedelta(minutes=6)
    assert OF_RECORD["incident"](office, incident)["notifications"][0]["late"]


def test_the_time_to_tell_runs_from_the_choice_of_another_playbook(office: Desk) -> None:
    first = office.playbooks.add(Playbook(title="漏水", scenario_class="equipment", steps=lift(office).steps)).value
    incident = office.incidents.report(Incident(title="困人", started_at=NOON, playbook_id=first.id)).value
    office.clock = lambda: NOON + dt.timedelta(minutes=30)
    changed = office.incidents.choose_playbook(incident.id, lift(office).id).value
    office.incidents.log(incident.id, EntryKind.NOTIFIED, who="消防救援")
    rows = OF_RECORD["incident"](office, changed)["notifications"]
    assert [(row["body"], row["late"]) for row in rows[:2]] == [("消防救援", False), ("街道办", False)]


def test_an_approved_report_calls_nobody_late_who_was_not_when_it_was_approved(office: Desk) -> None:
    incident = office.incidents.report(Incident(title="困人", started_at=NOON, playbook_id=lift(office).id)).value
    office.incidents.close(incident.id, "好了")
    approved = office.incidents.approve_report(incident.id, "p").value
    office.clock = lambda: NOON + dt.timedelta(days=9)
    assert not any(row["late"] for row in OF_RECORD["incident"](office, approved)["notifications"])


def test_whoever_told_a_body_stands_in_the_report_and_not_the_body(office: Desk) -> None:
    person = office.directory.add(Person(name="王晓梅")).value
    office.person = person.id
    incident = office.incidents.report(Incident(title="困人", started_at=NOON, playbook_id=lift(office).id)).value
    office.incidents.log(incident.id, EntryKind.NOTIFIED, "已告知消防救援 电话", who="消防救援", receipt="118")
    shown = OF_RECORD["incident"](office, office.incidents.get(incident.id))
    told = shown["notifications"][0]
    assert (told["body"], told["by"], told["receipt"]) == ("消防救援", "王晓梅", "118")
    assert shown["timeline"][-1]["who"] == "王晓梅"


def test_the_log_in_a_report(office: Desk) -> None:
    incident = office.incidents.report(Incident(title="困人", started_at=NOON, playbook_id=lift(office).id)).value
    office.clock = lambda: NOON + dt.timedelta(seconds=72)
    office.incidents.log(incident.id, EntryKind.STEP_DONE, step_id="call")
    office.clock = lambda: NOON + dt.timedelta(minutes=30)
    office.incidents.log(incident.id, EntryKind.CALLED, "家属", at=NOON + dt.timedelta(minutes=20))
    wrong = office.incidents.log(incident.id, EntryKind.NOTE, "业主离开").value
    office.incidents.strike(wrong.id, "看错")
    lines = OF_RECORD["incident"](office, office.incidents.get(incident.id))["timeline"]
    assert [line["what"].split(" (")[0] for line in lines] == [
        "困人", "Playbook chosen: 电梯困人", "拨打 119", "Called: 家属", "业主离开",
    ]  # fmt: skip
    assert lines[2]["took_text"] == "1 min 12 s, 12 s late"
    assert lines[2]["late"]
    assert "(entered" in lines[3]["what"]
    assert (lines[4]["struck"], lines[4]["struck_reason"]) == (True, "看错")


def test_a_report_shows_the_times_of_the_playbook_that_ran_last(office: Desk) -> None:
    first = lift(office)
    other = office.playbooks.add(
        Playbook(title="火灾", scenario_class="disaster", steps=(Step(id="call", action="切断电源", limit_s=60),))
    ).value
    incident = office.incidents.report(Incident(title="困人", started_at=NOON, playbook_id=first.id)).value
    office.clock = lambda: NOON + dt.timedelta(seconds=90)
    office.incidents.log(incident.id, EntryKind.STEP_DONE, "拨打 119", step_id="call")
    office.clock = lambda: NOON + dt.timedelta(minutes=10)
    office.incidents.choose_playbook(incident.id, other.id)
    closed = office.incidents.close(incident.id, "好了").value
    shown = OF_RECORD["incident"](office, closed)
    assert shown["chart"] == [{"label": "切断电源", "actual_s": None, "target_s": 660}]
    assert shown["open_steps"] == ["切断电源"]
    called = next(line for line in shown["timeline"] if line["what"] == "拨打 119")
    assert (called["took_text"], called["late"]) == ("", False)


def test_a_link_that_leads_nowhere_is_one_broken_form_among_sound_ones(desk: Desk) -> None:
    folder = desk.prints.own_folder
    folder.mkdir()
    (folder / "risk_list.toml").symlink_to(folder / "gone.toml")
    shipped = set(desk.prints.forms.shipped)
    (problem,) = desk.prints.problems
    assert problem.file.name == "risk_list.toml"
    assert "cannot be read" in str(problem)
    assert set(desk.prints.forms) == shipped
    (folder / "gone.toml").write_bytes(desk.prints.form("risk_list").file.read_bytes())
    assert "risk_list.toml" not in {problem.file.name for problem in desk.prints.problems}
