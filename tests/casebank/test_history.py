"""The year before the sample office: plausible, the same every time, and at its end what the sample itself says."""

from __future__ import annotations

import datetime as dt
import shutil
from itertools import pairwise
from pathlib import Path

import pytest

from riskdesk.data import data_path
from riskdesk.desk import Desk
from riskdesk.domain.kinds import KINDS
from riskdesk.domain.record import Record, iso_millis
from riskdesk.domain.risk import JUDGEMENT_NAMES, Risk
from riskdesk.exchange.bank_files import BankError
from riskdesk.exchange.bank_history import STEP, YEAR, Wrote
from riskdesk.exchange.casebank import Bank, load_sample
from riskdesk.store.check import check
from tests.conftest import Clock

NOW = dt.datetime(2026, 11, 25, 6, 37, 8, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def bank() -> Bank:
    return load_sample(data_path("casebank"), NOW)


def last_of(writes: list[Wrote]) -> dict[str, Record]:
    found: dict[str, Record] = {}
    for wrote in writes:
        found |= {record.id: record for record in (*wrote.created, *(after for after, _ in wrote.changed))}
    return found


@pytest.mark.parametrize("now", [NOW, dt.datetime(2028, 2, 29, 17, 0, tzinfo=dt.UTC), NOW + dt.timedelta(days=38)])
def test_it_ends_at_what_the_sample_says(now: dt.datetime) -> None:
    bank = load_sample(data_path("casebank"), now)
    writes = bank.timeline(now)
    assert last_of(writes) == {record.id: record for record in bank.with_ids()}
    assert writes == bank.timeline(now)
    assert writes[0].at == now - YEAR
    assert writes[-1].at == now
    assert [wrote.at for wrote in writes] == sorted({wrote.at for wrote in writes})


def test_every_version_of_a_risk_keeps_the_rules_and_follows_the_one_before(bank: Bank) -> None:
    stood: dict[str, Record] = {}
    for wrote in bank.timeline(NOW):
        for record in wrote.created:
            assert record.id not in stood
            stood[record.id] = record
        for after, before in wrote.changed:
            assert stood[before.id] == before
            assert after != before
            stood[after.id] = after
        for record in [*wrote.created, *(after for after, _ in wrote.changed)]:
            if isinstance(record, Risk):
                record.changed()
                judged = [getattr(record, which) for which in JUDGEMENT_NAMES]
                assert all(bank.policy.agrees(assessment) for assessment in judged)
                days = [assessment.on for assessment in judged if assessment.on]
                assert all(day <= (wrote.at + STEP).date() for day in days)


def test_what_a_record_names_is_there_before_it_or_with_it(bank: Bank) -> None:
    came = {record.id: place for place, wrote in enumerate(bank.timeline(NOW)) for record in wrote.created}
    logs = [record for record in bank.with_ids() if record.KIND == "log_entry"]
    assert logs
    assert all(came[entry.incident_id] == came[entry.id] for entry in logs)  # type: ignore[attr-defined]


def test_a_mistake_in_it_is_told_with_its_line(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(data_path("casebank"), tmp_path / "casebank"))
    file = folder / "sample" / "history.toml"
    file.write_text(
        '[risk]\nbasement_flooding = ["-3d 4x4", "-9d"]\nnowhere = ["-9d"]\npipe_ageing = ["-9d 9x9"]\n'
        '[case]\nleak_seven_days = ["-9d 3x3"]\n', "utf-8",
    )  # fmt: skip
    with pytest.raises(BankError) as error:
        load_sample(folder, NOW)
    assert [(problem.line, problem.field) for problem in error.value.problems] == [
        (2, "basement_flooding"), (3, "nowhere"), (4, "pipe_ageing"), (6, "leak_seven_days"),
    ]  # fmt: skip


def test_the_loaded_office_has_a_year_behind_it(desk: Desk, clock: Clock) -> None:
    made = desk.starter.load_sample()
    assert made.value == sum(desk.store.count(kind) for kind in KINDS)
    assert set(made.changed) >= {"risk", "case", "drill", "policy", "complaint"}
    found = desk.overview.read()
    assert len(found.red_by_month) == 12
    assert all(4 <= red <= 16 for red in found.red_by_month)
    assert all(yellow >= 8 for yellow in found.yellow_by_month)
    assert len(set(found.red_by_month)) >= 4
    assert max(abs(a - b) for a, b in pairwise(found.red_by_month)) <= 4
    assert found.red_by_month[-1] == found.red == 8
    assert 0 < desk.cases.added_this_month() < 4
    lift = next(risk for risk in desk.store.records(Risk) if risk.title.startswith("电梯故障响应超时"))
    assert len(desk.store.history(lift.id)) >= 3
    times = [row["created_at"] for row in desk.rows("risk", desk.store.ns("risk"))]
    assert min(times) == iso_millis(clock.now - YEAR)
    path = desk.store.path
    assert check(path).sound
    assert desk.undo_stack.undo_label == ""


def test_over_something_that_is_there_it_adds_what_is_missing_as_of_now(desk: Desk, clock: Clock) -> None:
    desk.starter.load()
    desk.starter.load_sample()
    times = {row["created_at"] for row in desk.rows("risk", desk.store.ns("risk"))}
    assert times == {iso_millis(clock.now)}
    assert desk.starter.load_sample().value == 0
