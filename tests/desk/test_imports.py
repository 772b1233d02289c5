"""Lists go in as one step that one undo takes back, and what went out comes in again without a change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from riskdesk.desk import Desk
from riskdesk.desk.exports import ExportColumn, Exports
from riskdesk.desk.imported import among, imported_lists
from riskdesk.desk.imports import Imports
from riskdesk.domain.action import Action, ActionState
from riskdesk.domain.complaint import Complaint
from riskdesk.domain.directory import Department, Person
from riskdesk.domain.errors import Cancelled, RiskdeskError
from riskdesk.domain.level import Level, Matrix
from riskdesk.domain.policy import Policy
from riskdesk.domain.risk import Risk, RiskStatus
from riskdesk.domain.scale import Named
from riskdesk.exchange.columns import match_columns
from riskdesk.exchange.heads import find_heads
from riskdesk.exchange.plan import ImportPlan
from riskdesk.exchange.sheets import Book, open_book
from riskdesk.i18n import set_language, tr
from riskdesk.store import ALL, Query
from tests.exchange.makers import xlsx

HEADS = ["风险名称", "风险类别", "L", "S", "责任部门", "责任人"]
ROWS: list[list[Any]] = [
    HEADS,
    ["电梯困人", "设备", 4, 4, "工程部", "沈敏"],
    ["外墙脱落", "设备", 2, 5, "工程部", "李雷"],
    ["通道堵塞", "消防", 3, 3, "秩序部", "李雷"],
    ["坏行", "消防", 9, 3, "秩序部", "韩梅"],
]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Desk]:
    set_language("zh")
    made = Desk.open(tmp_path / "office" / "office.riskdesk", site="HQ")
    families = (Named(key="fire", name="消防"), Named(key="equipment", name="设备"))
    with made.store.write("", "starter.load", made.clock()) as write:
        write.create_many([Policy(families=families)])
        write.create_many([Person(name="沈敏"), Person(name="陈立")])
        write.create_many([Department(name="工程部")])
    yield made
    made.close()


Plans = Callable[..., tuple[ImportPlan, Book]]


@pytest.fixture
def plan(office: Desk, tmp_path: Path) -> Plans:
    """A plan as a page makes it, every open question answered by its proposal."""

    def make(
        kind: str, rows: list[list[Any]], answers: Mapping[str, str] | None = None, path: Path | None = None
    ) -> tuple[ImportPlan, Book]:
        imports = Imports(office)
        book = open_book(path or xlsx(tmp_path / "list.xlsx", rows))
        sheet = book.read(book.default)
        heads = find_heads(sheet)
        kept = imports.remembered(kind, heads)
        mapping = match_columns(kind, heads, sheet, kept.columns)
        made = imports.plan(sheet, mapping, {**kept.answers, **(answers or {})})
        for question in made.open_questions:
            made.answer(question.key, question.proposal or question.options[0].key)
        if made.stop is None:
            imports.read(made)
        return made, book

    return make


def everything(desk: Desk) -> dict[str, list[Any]]:
    return {
        kind: [row["id"] for row in desk.rows(kind, desk.ns(kind, ALL))] for kind in ("risk", "person", "department")
    }


def test_a_list_goes_in_whole_and_comes_out_whole(office: Desk, plan: Plans) -> None:
    before = everything(office)
    made, book = plan("risk", ROWS)
    done = Imports(office).run(made, book=book)
    assert (done.value.added, done.value.created, done.value.changed) == (3, 2, 0)
    risks = office.store.select(Risk)
    assert [(risk.title, risk.level, risk.number[:5]) for risk in risks] == [
        ("电梯困人", Level.RED, "HQ-R-"), ("外墙脱落", Level.YELLOW, "HQ-R-"), ("通道堵塞", Level.YELLOW, "HQ-R-")
    ]  # fmt: skip
    assert [office.name(risk.owner_id) for risk in risks] == ["沈敏", "李雷", "李雷"]
    assert {p.name for p in office.directory.all("person")} == {"沈敏", "陈立", "李雷"}
    assert office.undo_stack.undo_label == "Import list"
    office.undo_stack.undo()
    assert everything(office) == before


def test_taking_it_back_tells_how_many_records_were_changed_since(office: Desk, plan: Plans) -> None:
    Imports(office).run(plan("risk", ROWS)[0])
    batch = office.store.last_batches(office.person, 1)[0][0]
    one, other, _ = office.store.select(Risk)
    office.risks.save(one.changed(place="北门"), one)
    office.risks.save(other.changed(cause="未检测"), other)
    done = office.undo_stack.undo_batch(batch)
    assert done is not None
    assert done.value == 2
    assert office.store.count("risk") == 0
    again = office.undo_stack.redo()
    assert again is not None
    assert again.value == 0
    assert {risk.place for risk in office.store.select(Risk)} == {"", "北门"}


def test_what_one_step_made_and_changed_was_not_changed_since(office: Desk) -> None:
    with office.store.write("", "risks.add", office.clock()) as write:
        risk = write.create(Risk(title="甲", family="fire"))
        write.save(risk.changed(place="北门"), risk)
    done = office.undo_stack.undo()
    assert done is not None
    assert (done.value, office.store.count("risk")) == (0, 0)


def test_a_good_backup_is_made_first(office: Desk, plan: Plans) -> None:
    assert office.backups.kept() == []
    Imports(office).run(plan("risk", ROWS)[0])
    (kept,) = office.backups.kept()
    restored = Desk.open(kept.path, create=False)
    assert restored.store.count("risk") == 0
    restored.close()


def test_a_stopped_import_leaves_nothing(office: Desk, plan: Plans) -> None:
    rows = [HEADS, *([f"风险{n}", "消防", 3, 3, "新部门", "新人"] for n in range(1200))]
    made, book = plan("risk", rows)
    before = everything(office)
    told: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        told.append((done, total))
        if done > 500:
            raise Cancelled

    with pytest.raises(Cancelled):
        Imports(office).run(made, tell=stop, book=book)
    assert told == [(2, 1202), (502, 1202)]
    assert everything(office) == before
    assert office.undo_stack.undo_label != "Import list"
    assert Imports(office).earlier(book, made.sheet.name) is None


def test_a_plan_that_is_stopped_is_not_run(office: Desk, plan: Plans) -> None:
    sheet_plan = plan("risk", [["类别", "地点"], ["消防", "北门"], ["消防", "南门"]])
    with pytest.raises(RiskdeskError):
        Imports(office).run(sheet_plan[0])
    assert office.backups.kept() == []


def test_the_same_file_twice(office: Desk, plan: Plans, tmp_path: Path) -> None:
    made, book = plan("risk", ROWS)
    imports = Imports(office)
    assert imports.earlier(book, made.sheet.name) is None
    done = imports.run(made, book=book)
    again, book = plan("risk", [], path=tmp_path / "list.xlsx")
    earlier = imports.earlier(book, made.sheet.name)
    assert earlier is not None
    assert (earlier.added, earlier.batch) == (3, done.batch)
    assert again.tally.new == 0
    assert imports.run(again, book=book).value.added == 0
    office.undo_stack.undo_batch(done.batch)
    assert imports.earlier(book, made.sheet.name) is None


def test_what_came_in_with_a_file_is_found_again(office: Desk, plan: Plans, tmp_path: Path) -> None:
    office.risks.add(Risk(title="早已有的", family="fire"))
    made, book = plan("risk", ROWS)
    first = Imports(office).run(made, book=book)
    made, book = plan("risk", [["风险名称", "风险类别"], ["后来的", "消防"]], path=None)
    Imports(office).run(made, book=book)
    later, earlier = imported_lists(office.store, "risk")
    assert (earlier.name, earlier.added, later.added) == ("list.xlsx", 3, 1)
    found = office.ns("risk", Query(where=among([earlier.key])))
    assert [row["title"] for row in office.rows("risk", found)] == ["电梯困人", "外墙脱落", "通道堵塞"]
    assert len(office.ns("risk", Query(where=among([later.key, earlier.key])))) == 4
    assert imported_lists(office.store, "complaint") == []
    office.undo_stack.undo_batch(first.batch)
    assert [one.added for one in imported_lists(office.store, "risk")] == [1]


def test_somebody_taken_from_the_directory_is_remembered(office: Desk, plan: Plans) -> None:
    rows = [["风险名称", "风险类别", "责任人"], ["甲", "消防", "韩梅梅"]]
    someone = office.directory.all("person")[0]
    made, _ = plan("risk", rows, {"name:person:韩梅梅": f"match:{someone.id}"})
    Imports(office).run(made)
    assert Imports(office).remembered("risk", made.mapping.heads).answers["name:person:韩梅梅"] == f"match:{someone.id}"
    again, _ = plan("risk", [rows[0], ["乙", "消防", "韩梅梅"]])
    assert again.rows[0].record is not None
    assert again.rows[0].record.owner_id == someone.id  # type: ignore[attr-defined]
    gone, _ = plan("risk", [rows[0], ["丙", "消防", "韩梅梅"]], {"name:person:韩梅梅": "match:nobody"})
    assert gone.answers["name:person:韩梅梅"] != "match:nobody"


def test_the_rows_to_be_written_are_counted(office: Desk, plan: Plans) -> None:
    risk = office.risks.add(Risk(title="电梯困人", family="equipment", place="3号楼")).value
    made, _ = plan("risk", [["编号", "标题", "类别", "地点"], [risk.number, "电梯困人", "设备", "5号楼"],
                            ["", "新的", "消防", ""], ["", "坏的", "没有", ""]])  # fmt: skip
    for told in ("skip", "update", "add"):
        made.for_present = told
        for chosen in ({}, {1: "skip"}, {1: "update"}, {2: "skip"}, {1: "add", 2: "skip", 3: "add", 99: "add"}):
            made.chosen = dict(chosen)
            assert made.count() == len(made.to_add()) + len(made.to_update()), (told, chosen)
    assert made.row(99) is None


def test_what_was_chosen_is_remembered(office: Desk, plan: Plans) -> None:
    rows = [["风险名称", "风险类别", "风险等级", "某列"], ["甲", "消防", "一级", "x"]]
    made, _ = plan("risk", rows)
    mapping = made.mapping.with_match(3, "place")
    made = ImportPlan(made.sheet, mapping, made.office, {"word:current.level:一级": "red"})
    made.read()
    Imports(office).run(made)
    again, _ = plan("risk", [rows[0], ["乙", "消防", "一级", "北门"]])
    assert again.mapping.remembered
    assert again.rows[0].record is not None
    risk = again.rows[0].record
    assert isinstance(risk, Risk)
    assert (risk.level, risk.place) == (Level.RED, "北门")


def test_answers_may_come_with_the_run(office: Desk, plan: Plans) -> None:
    made, _ = plan("risk", [["风险名称"], ["甲"]])
    Imports(office).run(made, {"constant:family": "fire"})
    assert [risk.family for risk in office.store.select(Risk)] == ["fire"]


def test_hazards_complaints_and_people(office: Desk, plan: Plans) -> None:
    day = dt.date(2026, 2, 1)
    lists = {
        "action": [["隐患内容", "检查日期", "整改期限"], ["灯坏", day, "2026.2.8"]],
        "complaint": [["标题", "受理日期", "工单号"], ["漏水", day, "T1"]],
        "person": [["姓名", "手机"], ["周明", 13800000000.0]],
    }
    for kind, rows in lists.items():
        assert Imports(office).run(plan(kind, rows)[0]).value.added == 1
    assert office.store.select(Action)[0].found_on == day
    assert office.store.select(Complaint)[0].external == "T1"
    assert office.store.select(Person)[-1].phone == "13800000000"


# out and in again

COLUMNS: list[tuple[str, Callable[[Desk, Mapping[str, Any]], Any]]] = [
    ("Number", lambda desk, row: row["number"]),
    ("Current", lambda desk, row: tr(Level(row["level"]).label) if row["level"] else ""),
    ("Risk", lambda desk, row: row["title"]),
    ("Family", lambda desk, row: desk.policy.named("families", row["family"])),
    ("Owner", lambda desk, row: desk.name(row["owner_id"])),
    ("Next review", lambda desk, row: dt.date.fromisoformat(row["next_review"]) if row["next_review"] else None),
    ("Status", lambda desk, row: tr(RiskStatus(row["status"]).label)),
    ("Department", lambda desk, row: desk.name(row["department_id"])),
    ("Place", lambda desk, row: row["place"]),
    ("Description", lambda desk, row: row["description"]),
]  # fmt: skip


@pytest.mark.parametrize("name", ["out.xlsx", "out.csv"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_went_out_and_comes_in_again_changes_nothing(
    office: Desk, plan: Plans, tmp_path: Path, name: str, language: str
) -> None:
    set_language(language)
    owner = office.directory.all("person")[0].id
    texts = [
        "=1+1",
        "+86 13800000000",
        "-5",
        "@SUM(A1)",
        '引号"和,逗号',
        "第一行\n第二行",
        "00123",
        "无",
        "N/A 待查",
        "3-502",
    ]
    today = office.today
    for n, text in enumerate(texts):
        score = Matrix(likelihood=n % 5 + 1, severity=4)
        office.risks.add(Risk(
            title=text, family="fire", place=text if "\n" not in text else "", description=text, owner_id=owner,
            current=office.policy.assess(score, today), status=RiskStatus.MONITORED if n % 2 else RiskStatus.OPEN,
        ))  # fmt: skip
    columns = [ExportColumn(tr(title), lambda row, f=f: f(office, row)) for title, f in COLUMNS]  # type: ignore[misc]
    written = Exports(office).write(tmp_path / name, "risk", ALL, columns, sheet="风险清单")
    assert written.rows == len(texts)
    made, _ = plan("risk", [], path=tmp_path / name)
    made.for_present = "update"
    assert (made.tally.new, made.tally.changed, made.tally.wrong) == (0, 0, 0)
    assert made.tally.there == len(texts)
    done = Imports(office).run(made)
    assert (done.changed, done.batch) == ({}, "")
    set_language("zh")


def test_what_was_edited_outside_comes_in_as_one_change(office: Desk, plan: Plans, tmp_path: Path) -> None:
    risk = office.risks.add(Risk(title="电梯困人", family="equipment", place="3号楼")).value
    made, _ = plan("risk", [["编号", "标题", "地点"], [risk.number, "电梯困人", "5号楼"]])
    made.for_present = "update"
    done = Imports(office).run(made)
    assert done.value.changed == 1
    assert office.risks.get(risk.id).place == "5号楼"
    office.undo_stack.undo()
    assert office.risks.get(risk.id).place == "3号楼"


def test_a_note_beside_an_export_is_added_to_the_text_that_is_there_once(office: Desk, plan: Plans) -> None:
    risk = office.risks.add(Risk(title="电梯困人", family="equipment", description="很长的描述。\n写了三年。")).value
    measure = office.actions.add(Action(title="换门机", detail="保修两年")).value
    lists = {
        "risk": [["编号", "风险", "负责人", "备注"], [risk.number, "电梯困人", "外部人员", "十二月再看"]],
        "action": [["编号", "措施", "备注"], [measure.number, "换门机", "催过"]],
    }
    for changed in (1, 0):
        for kind, rows in lists.items():
            made, _ = plan(kind, rows, {"name:person:外部人员": "leave"})
            made.for_present = "update"
            assert Imports(office).run(made).value.changed == changed
    assert office.risks.get(risk.id).description == "很长的描述。\n写了三年。\n负责人：外部人员\n备注：十二月再看"
    assert office.actions.get(measure.id).detail == "保修两年\n备注：催过"


def test_a_description_column_replaces_the_description_and_no_title(office: Desk, plan: Plans) -> None:
    risk = office.risks.add(Risk(title="电梯困人", family="equipment", description="旧的")).value
    rows = [["编号", "风险", "风险描述", "备注"], [risk.number, "", "新的描述。", "催过"]]
    made, _ = plan("risk", rows)
    made.for_present = "update"
    Imports(office).run(made)
    now = office.risks.get(risk.id)
    assert (now.title, now.description) == ("电梯困人", "新的描述。\n备注：催过")


def test_a_level_changed_outside_is_a_level_set_by_hand(office: Desk, plan: Plans) -> None:
    three = Matrix(likelihood=3, severity=3)
    risk = office.risks.add(Risk(title="电梯困人", family="equipment")).value
    measure = office.actions.add(Action(title="换门机", risk_ids=(risk.id,))).value
    office.risks.rescore(risk.id, "current", three, (measure.id,))
    office.risks.rescore(risk.id, "target", three)
    for word, level, target in (("红", Level.RED, Level.YELLOW), ("蓝", Level.BLUE, Level.BLUE)):
        made, _ = plan("risk", [["编号", "风险", "现状"], [risk.number, "电梯困人", word]])
        made.for_present = "update"
        assert made.tally.wrong == 0
        Imports(office).run(made)
        now = office.risks.get(risk.id)
        assert (now.level, now.current.by_hand, now.current.reason) == (level, True, "沿用导入清单中的级别")
        assert (now.current.score, now.current.counted) == (three, (measure.id,))
        assert now.target.level is target


def test_a_measure_opened_again_outside_has_no_day_on_which_it_was_done(office: Desk, plan: Plans) -> None:
    shen, chen = office.directory.all("person")[:2]
    done = office.actions.add(Action(title="换门机", owner_id=shen.id, state=ActionState.DONE)).value
    office.actions.confirm(done.id, chen.id)
    rows = [["编号", "措施", "状态", "确认人"], [done.number, "换门机", "未开始", chen.name]]
    made, _ = plan("action", rows)
    made.for_present = "update"
    assert made.rows[0].present is not None
    assert set(made.rows[0].present.changes) == {"state", "done_on", "verified_on", "verified_by_id"}
    Imports(office).run(made)
    now = office.actions.get(done.id)
    assert (now.state, now.done_on, now.verified_on, now.verified_by_id) == (ActionState.OPEN, None, None, "")


def test_who_has_left_and_who_shares_a_name_stay_where_they_stand(office: Desk, plan: Plans) -> None:
    chen = next(person for person in office.directory.all("person") if person.name == "陈立")
    twins = [office.directory.add(Person(name="王芳")).value for _ in range(2)]
    gone = office.directory.add(Person(name="林涛")).value
    owners = [chen, *twins, gone]
    risks = [office.risks.add(Risk(title=f"风险{n}", family="fire", owner_id=p.id)).value for n, p in enumerate(owners)]
    office.directory.save(chen.changed(active=False), chen)
    office.directory.delete("person", gone.id)
    rows = [["编号", "风险", "负责人"], *([r.number, r.title, p.name] for r, p in zip(risks, owners, strict=True))]
    made, _ = plan("risk", rows)
    made.for_present = "update"
    assert [question.about for question in made.questions if question.kind == "name"] == []
    assert (made.tally.there, made.tally.changed, made.tally.wrong) == (4, 0, 0)
    assert Imports(office).run(made).changed == {}


def test_who_has_left_is_asked_about_where_he_stands_in_no_record_yet(office: Desk, plan: Plans) -> None:
    chen = next(person for person in office.directory.all("person") if person.name == "陈立")
    risk = office.risks.add(Risk(title="旧的", family="fire", owner_id=chen.id)).value
    office.directory.save(chen.changed(active=False), chen)
    rows = [["编号", "风险", "类别", "负责人"], [risk.number, "旧的", "消防", "陈立"], ["", "新的", "消防", "陈立"]]
    made, _ = plan("risk", rows)
    (asked,) = (question for question in made.questions if question.kind == "name")
    assert (asked.rows, asked.sure, asked.options[0].label) == (1, False, "陈立 · 已离职")
    assert asked.proposal == f"match:{chen.id}"
    Imports(office).run(made)
    assert [risk.owner_id for risk in office.store.select(Risk)] == [chen.id, chen.id]
    assert len([person for person in office.directory.all("person") if person.name == "陈立"]) == 1
    again, _ = plan("risk", [rows[0], ["", "又新的", "消防", "陈立"]])
    assert again.answers[asked.key] == asked.proposal
    made.answer(asked.key, "create")
    Imports(office).read(made)
    assert made.rows[0].present is not None
    assert made.rows[0].present.changes == {}


def test_an_export_tells_how_far_it_is_and_can_be_stopped(office: Desk, tmp_path: Path) -> None:
    with office.store.write("", "risks.add", office.clock()) as write:
        write.create_many([Risk(title=f"风险{n}", family="fire") for n in range(1100)])
    columns = [ExportColumn("标题", lambda row: row["title"])]
    told: list[tuple[int, int]] = []
    Exports(office).write(tmp_path / "a.csv", "risk", ALL, columns, tell=lambda done, total: told.append((done, total)))
    assert told == [(0, 1100), (500, 1100), (1000, 1100)]

    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        Exports(office).write(tmp_path / "b.csv", "risk", ALL, columns, tell=stop)
    assert not (tmp_path / "b.csv").exists()


def test_the_rest_gets_a_name_that_is_free(office: Desk, tmp_path: Path) -> None:
    first = Imports(office).rest_name(tmp_path / "清单.xls")
    first.write_bytes(b"")
    assert Imports(office).rest_name(tmp_path / "清单.xls") != first
