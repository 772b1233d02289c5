"""What is there already is shown before anything is written, with how sure and why."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from riskdesk.domain.action import Action
from riskdesk.domain.complaint import Complaint
from riskdesk.domain.directory import Person
from riskdesk.domain.level import Level, Matrix
from riskdesk.domain.risk import Risk
from riskdesk.exchange.present import ALIKE, PERHAPS, SAME, SAME_NUMBER, Entry, Presence
from riskdesk.exchange.rows import SAME_NUMBER_AS, SAME_NUMBER_OTHER
from tests.exchange.plans import NAMES, POLICY, plan_of

FOUND = dt.date(2026, 2, 1)
HAZARD = Action(id="a1", number="HQ-A-2026-0001", title="3号楼消防通道被杂物堵塞", place="3号楼", found_on=FOUND)
RISK = Risk(
    id="r1", number="HQ-R-2026-0001", title="电梯困人", family="equipment", place="3号楼", owner_id="p1",
    current=POLICY.assess(Matrix(likelihood=5, severity=4), FOUND),
)  # fmt: skip


def test_the_same_hazard_from_another_hand(tmp_path: Path) -> None:
    rows = [
        ["隐患内容", "地点", "发现日期"],
        ["3号楼消防通道杂物堵塞", "3号楼", FOUND],
        ["电梯按钮失灵", "3号楼", FOUND],
        ["3号楼消防通道被杂物堵塞", "3号楼", FOUND],
        ["3号楼消防通道被杂物堵塞", "9号楼", dt.date(2024, 1, 1)],
    ]  # fmt: skip
    plan = plan_of(tmp_path, "action", rows, records=[HAZARD])
    alike, other, same, elsewhere = (row.present for row in plan.rows)
    assert alike is not None
    assert (alike.id, alike.why.text) == ("a1", ALIKE)
    assert 90 <= alike.percent < 100
    assert other is None
    assert same is not None
    assert (same.percent, same.why.text) == (100, SAME)
    assert elsewhere is None
    assert (plan.tally.new, plan.tally.there) == (2, 2)
    assert [record.title for record in plan.to_add()] == ["电梯按钮失灵", "3号楼消防通道被杂物堵塞"]


def test_a_person_decides_otherwise_for_all_or_for_one(tmp_path: Path) -> None:
    rows = [
        ["隐患内容", "地点", "发现日期"],
        [HAZARD.title, "3号楼", FOUND],
        [HAZARD.title, "3号楼", FOUND],
        ["新", "", ""],
    ]
    plan = plan_of(tmp_path, "action", rows, records=[HAZARD])
    assert len(plan.to_add()) == 1
    plan.chosen[plan.rows[0].number] = "add"
    plan.chosen[plan.rows[2].number] = "skip"
    assert [record.title for record in plan.to_add()] == [HAZARD.title]
    plan.for_present = "add"
    assert len(plan.to_add()) == 2


def test_the_same_number_with_the_same_values_changes_nothing(tmp_path: Path) -> None:
    rows = [
        ["编号", "风险", "现状", "类别", "地点", "负责人"],
        [RISK.number, RISK.title, "红", "设备", "3号楼", "沈敏"],
    ]
    plan = plan_of(tmp_path, "risk", rows, records=[RISK])
    (row,) = plan.rows
    assert row.present is not None
    assert (row.present.why.text, row.present.by_number, row.present.changes) == (SAME_NUMBER, True, {})
    plan.for_present = "update"
    assert (plan.to_add(), plan.to_update()) == ([], [])


def test_the_same_number_with_other_values(tmp_path: Path) -> None:
    rows = [["编号", "风险", "现状", "地点", "负责人"], [RISK.number, RISK.title, "黄", "", "陈立"]]
    plan = plan_of(tmp_path, "risk", rows, records=[RISK])
    (row,) = plan.rows
    assert row.present is not None
    assert set(row.present.changes) == {"current", "owner_id"}
    assert plan.tally.changed == 1
    assert plan.to_update() == []
    plan.for_present = "update"
    ((changed, base),) = plan.to_update()
    assert base == RISK
    assert (changed.owner_id, changed.place, changed.level, changed.current.by_hand) == (
        "p2", "3号楼", Level.YELLOW, True
    )  # fmt: skip


def test_a_number_of_ours_that_is_not_there_is_a_new_record(tmp_path: Path) -> None:
    rows = [["编号", "风险", "类别"], ["JX-R-2025-0007", "甲", "消防"]]
    plan = plan_of(tmp_path, "risk", rows, records=[RISK])
    assert plan.rows[0].present is None
    assert plan.rows[0].record is not None
    assert plan.rows[0].record.number == ""


def test_complaints_by_the_number_of_their_system(tmp_path: Path) -> None:
    there = Complaint(id="c1", external="T1", title="漏水", received_on=FOUND, place="502")
    rows = [
        ["工单号", "标题", "受理日期", "办结日期"],
        [" T1 ", "漏水", FOUND, "2026.2.9"],
        ["T2", "漏水", FOUND, ""],
    ]
    plan = plan_of(tmp_path, "complaint", rows, records=[there])
    first, second = (row.present for row in plan.rows)
    assert first is not None
    assert (first.why.text, set(first.changes)) == (SAME_NUMBER, {"closed_on"})
    assert second is None


def test_every_sites_system_counts_for_itself(tmp_path: Path) -> None:
    there = Complaint(id="c1", external="0001", title="电梯停运", received_on=FOUND, site_id="s9")
    site = NAMES["site"][0][1]
    rows = [["工单号", "标题", "受理日期", "项目"], ["0001", "夜间噪音", "2026.2.9", site]]
    plan = plan_of(tmp_path, "complaint", rows, records=[there])
    assert plan.rows[0].present is None
    plan.for_present = "update"
    assert ([record.title for record in plan.to_add()], plan.to_update()) == (["夜间噪音"], [])


def test_a_number_without_a_site_is_asked_where_title_and_day_are_others(tmp_path: Path) -> None:
    there = Complaint(id="c1", external="0001", title="电梯停运", received_on=FOUND, site_id="s1")
    rows = [
        ["工单号", "标题", "受理日期"],
        ["0001", "夜间噪音", "2026.2.9"],
        ["0001", "电梯停运（已修）", FOUND],
        ["0002", "漏水", FOUND],
        ["0002", "停电", "2026.2.9"],
    ]
    plan = plan_of(tmp_path, "complaint", rows, records=[there])
    perhaps, same = (row.present for row in plan.rows[:2])
    assert perhaps is not None
    assert same is not None
    assert (perhaps.why.text, perhaps.by_number, perhaps.changes) == (PERHAPS, False, {})
    assert perhaps.percent < 100
    assert (same.why.text, same.percent) == (SAME_NUMBER, 100)
    plan.for_present = "update"
    assert [changed.id for changed, _ in plan.to_update()] == ["c1"]
    warned = [(row.number, note.fault.text) for row in plan.rows for note in row.warnings]
    assert warned == [(2, SAME_NUMBER_OTHER), (4, SAME_NUMBER_OTHER)]
    plan.chosen[plan.rows[0].number] = "add"
    assert [record.title for record in plan.to_add()] == ["夜间噪音", "漏水", "停电"]


def test_tickets_of_other_numbers_are_other_complaints_however_alike(tmp_path: Path) -> None:
    def rows(*numbers: str) -> list[list[object]]:
        return [["工单号", "标题", "地点", "受理日期"], *([n, "电梯停运", "3栋", FOUND] for n in numbers)]

    there = [Complaint(external=f"W{n}", title="电梯停运", received_on=FOUND, place="3栋") for n in (1, 2, 3)]
    plan = plan_of(tmp_path, "complaint", rows(*(f"W{n}" for n in range(1, 13))), records=there)
    assert (plan.tally.new, plan.tally.there) == (9, 3)
    assert [record.external for record in plan.to_add()] == [f"W{n}" for n in range(4, 13)]
    assert plan_of(tmp_path, "complaint", rows("", "W4"), records=there).tally.there == 1


def test_likeness_counts_where_a_number_is_missing_on_one_side(tmp_path: Path) -> None:
    typed = Complaint(id="c1", title="电梯停运", received_on=FOUND, place="3栋")
    other = Complaint(id="c2", external="W1", title="电梯停运", received_on=FOUND, place="3栋")
    rows = [["工单号", "标题", "地点", "受理日期"], ["W7", "电梯停运", "3栋", FOUND], ["", "电梯停运", "3栋", FOUND]]

    def found(*records: Complaint) -> list[str]:
        return [
            row.present.id if row.present else "" for row in plan_of(tmp_path, "complaint", rows, records=records).rows
        ]

    assert found(other) == ["", "c2"]
    assert found(other, typed) == ["c1", "c2"]


def test_a_number_on_two_rows_counts_once(tmp_path: Path) -> None:
    rows = [
        ["标题", "工单号", "受理日期"],
        ["漏水", "A1", "2026.2.30"],
        ["漏水", "A1", FOUND],
        ["又漏水", "A1", FOUND],
        ["漏水", "A2", FOUND],
        ["漏水", "A2", FOUND],
    ]
    plan = plan_of(tmp_path, "complaint", rows)
    assert [bool(row.record) for row in plan.rows] == [False, True, False, True, False]
    told = [(note.address, note.fault.text, note.fault.params["row"]) for row in plan.rows[2::2] for note in row.errors]
    assert told == [("B4", SAME_NUMBER_AS, 3), ("B6", SAME_NUMBER_AS, 5)]


def test_a_number_of_ours_on_two_rows_changes_its_record_once(tmp_path: Path) -> None:
    rows = [["编号", "风险", "地点"], [RISK.number, RISK.title, "5号楼"], [RISK.number, RISK.title, "6号楼"]]
    plan = plan_of(tmp_path, "risk", rows, records=[RISK])
    plan.for_present = "update"
    assert [changed.place for changed, _ in plan.to_update()] == ["5号楼"]
    assert [note.address for note in plan.rows[1].errors] == ["A3"]
    assert (plan.tally.there, plan.tally.wrong, plan.count()) == (1, 1, 1)


def test_people_by_name_and_phone(tmp_path: Path) -> None:
    there = [Person(id="p1", name="沈敏", phone="13800000000"), Person(id="p2", name="陈立")]
    rows = [["姓名", "手机"], ["沈敏", 13800000000], ["沈敏", 13900000000], ["陈立", 13700000000], ["李雷", ""]]
    plan = plan_of(tmp_path, "person", rows, records=there)
    found = [row.present.percent if row.present else 0 for row in plan.rows]
    assert found[0] == 100
    assert 85 <= found[2] < 100
    assert found[3] == 0


def test_finding_among_many_is_quick() -> None:
    import random
    from time import perf_counter

    from tests.bench.words import chinese

    rng = random.Random(1)
    entries = [Entry(str(n), f"N{n}", chinese(rng, 12), f" {n % 40}号楼", "2026-02-01") for n in range(20_000)]
    presence = Presence(entries)
    start = perf_counter()
    for entry in entries[:500]:
        found = presence.find(Entry("", "", entry.title[:-1] + "x", entry.place, entry.day))
        assert found is not None
        assert found.percent < 100
    assert (perf_counter() - start) / 500 < 0.02
