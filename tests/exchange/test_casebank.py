"""Reading the case bank: fields, references, relative dates, and errors that name file, line and field."""

from __future__ import annotations

import datetime as dt
import uuid
from pathlib import Path

import pytest

from riskdesk.domain.action import Action, Strand
from riskdesk.domain.case import Case
from riskdesk.domain.errors import FileRefused, RiskdeskError
from riskdesk.domain.incident import Incident, LogEntry
from riskdesk.domain.kinds import KINDS
from riskdesk.domain.level import Lec, Level, Matrix
from riskdesk.domain.policy import POLICY_ID, Policy
from riskdesk.domain.record import Part, references
from riskdesk.domain.risk import Risk
from riskdesk.exchange.bank_fields import references_in, slots
from riskdesk.exchange.casebank import Bank, BankError, bank_id, load_bank, load_sample

NOW = dt.datetime(2026, 11, 25, 6, 37, 8, tzinfo=dt.UTC)  # 14:37:08 in the office

POLICY = """
[[families]]
key = "legal"
name = "法律"
[[scenario_classes]]
key = "equipment"
name = "设备故障"
[[tiers]]
key = "general_2"
name = "二级响应"
limits = [{ duty = "on_site", seconds = 300 }]
"""
PLAYBOOK = """
title = "电梯困人"
scenario_class = "equipment"
tier = "general_2"
[[steps]]
id = "activate"
action = "启动预案"
limit_s = 60
[[steps]]
id = "comfort"
action = "安抚"
repeat_s = 300
"""
CASE = """title = "示例"
family = "legal"

[outcome]
compensation_yuan = 5000

[[course]]
what = "发生"
"""
RISK = """title = "泄露"
family = "legal"
department = "law"
playbooks = ["lift"]
cases = ["one"]
current.score = { likelihood = 4, severity = 4 }

[[measure]]
key = "exam"
strand = "prevention"
title = "考试"
"""


def write(folder: Path, files: dict[str, str]) -> Path:
    """A small case bank in `folder`, with some files replaced or added."""
    whole = {
        "policy/policy.toml": POLICY, "departments/law.toml": 'name = "法务部"', "playbooks/lift.toml": PLAYBOOK,
        "cases/one.toml": CASE, "risks/leak.toml": RISK, **files,
    }  # fmt: skip
    for name, text in whole.items():
        file = folder / "casebank" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder / "casebank"


def problems(folder: Path, files: dict[str, str], sample: bool = False) -> list[str]:
    """What loading says, as `file:line: field: sentence`."""
    with pytest.raises(BankError) as caught:
        (load_sample if sample else load_bank)(write(folder, files), NOW)
    assert isinstance(caught.value, RiskdeskError)
    return [str(problem) for problem in caught.value.problems]


def test_a_bank_holds_records_by_kind_and_key(tmp_path: Path) -> None:
    bank = load_bank(write(tmp_path, {}), now=NOW)
    assert bank.counts == {"policy": 1, "department": 1, "playbook": 1, "case": 1, "risk": 1, "action": 1}
    risk = bank.of(Risk)["leak"]
    assert (risk.department_id, risk.playbook_ids, risk.case_ids) == ("law", ("lift",), ("one",))
    assert bank.of(Case)["one"].outcome.compensation_cents == 500_000
    assert bank.of(Action)["exam"].risk_ids == ("leak",)
    assert bank.of(Action)["exam"].strand is Strand.PREVENTION
    assert bank.policy.named("families", "legal") == "法律"


def test_a_level_follows_from_the_score_and_the_banks_policy(tmp_path: Path) -> None:
    rows = "matrix = [" + '["blue","blue","blue","blue","blue"],' * 5 + "]"
    assert load_bank(write(tmp_path / "a", {})).of(Risk)["leak"].level is Level.RED
    blue = load_bank(write(tmp_path / "b", {"policy/policy.toml": rows + POLICY}))
    assert blue.of(Risk)["leak"].level is Level.BLUE
    assert blue.of(Risk)["leak"].current.score == Matrix(likelihood=4, severity=4)


def test_lec_scores_and_levels_by_hand(tmp_path: Path) -> None:
    text = RISK.replace("{ likelihood = 4, severity = 4 }", "{ likelihood = 3, exposure = 3, consequence = 15 }")
    by_hand = '\n[target]\nlevel = "blue"\nby_hand = true\nreason = "现场确认"\n'
    risk = load_bank(write(tmp_path, {"risks/leak.toml": text + by_hand})).of(Risk)["leak"]
    assert risk.current.score == Lec(likelihood=3, exposure=3, consequence=15)
    assert risk.level is Level.YELLOW
    assert (risk.target.level, risk.target.score) == (Level.BLUE, None)


def test_money_is_written_in_yuan(tmp_path: Path) -> None:
    for written, cents in (("5000", 500_000), ("12.5", 1250), ("0.07", 7), ("21000.00", 2_100_000)):
        case = CASE.replace("5000", written)
        assert load_bank(write(tmp_path, {"cases/one.toml": case})).of(Case)["one"].outcome.compensation_cents == cents
    for written in ("12.345", '"5000"', "true"):
        said = problems(tmp_path, {"cases/one.toml": CASE.replace("5000", written)})
        assert said == [
            "casebank/cases/one.toml:5: outcome.compensation_yuan: Must be an amount in yuan, such as 5000 or 12.50."
        ]


def test_ids_are_the_same_every_time_and_take_the_place_of_keys(tmp_path: Path) -> None:
    bank = load_bank(write(tmp_path, {}), NOW)
    records = bank.with_ids()
    assert records == load_bank(tmp_path / "casebank", NOW).with_ids()
    risk = next(record for record in records if isinstance(record, Risk))
    action = next(record for record in records if isinstance(record, Action))
    assert risk.id == bank_id("risk", "leak")
    assert uuid.UUID(risk.id).version == 7
    assert risk.playbook_ids == (bank_id("playbook", "lift"),)
    assert action.risk_ids == (risk.id,)
    assert isinstance(records[0], Policy)
    assert records[0].id == POLICY_ID
    assert len({record.id for record in records}) == len(records)
    own = bank.with_ids(lambda kind, key: f"{kind}/{key}")
    assert next(r for r in own if isinstance(r, Risk)).case_ids == ("case/one",)


def test_names_in_toml_are_unique_in_every_model() -> None:
    def models(cls: type[Part]) -> set[type[Part]]:
        found = {slot.part for slot in slots(cls) if slot.part}
        return {cls}.union(*(models(part) for part in found))  # type: ignore[arg-type]

    for kind in KINDS.values():
        for cls in models(kind):  # type: ignore[arg-type]
            names = [slot.name for slot in slots(cls)]
            assert len(names) == len(set(names)), cls
        known = {slot.field: slot.refers_to for slot in slots(kind) if slot.refers_to}
        assert references(kind).items() <= known.items()


BROKEN = {
    "wrong type": (
        {"cases/one.toml": CASE.replace('"发生"', "7")},
        "casebank/cases/one.toml:8: course.0.what: Must be text.",
    ),
    "unknown field": (
        {"cases/one.toml": CASE.replace("what", 'whom = "谁"\nwhat')},
        "casebank/cases/one.toml:8: course.0.whom: There is no such field.",
    ),
    "a field that is not written": (
        {"cases/one.toml": 'number = "HQ-C-1"\n' + CASE},
        "casebank/cases/one.toml:1: number: There is no such field.",
    ),
    "a key in a file of one record": (
        {"cases/one.toml": 'key = "two"\n' + CASE},
        "casebank/cases/one.toml:1: key: There is no such field.",
    ),
    "the domain's name of a reference": (
        {"risks/leak.toml": RISK.replace("department", "department_id")},
        "casebank/risks/leak.toml:3: department_id: There is no such field.",
    ),
    "missing title": (
        {"cases/one.toml": CASE.replace('title = "示例"', "# ohne")},
        "casebank/cases/one.toml:1: title: Please fill this in.",
    ),
    "missing title of a measure": (
        {"risks/leak.toml": RISK.replace('title = "考试"', "")},
        "casebank/risks/leak.toml:8: title: Please fill this in.",
    ),
    "bad syntax": (
        {"cases/one.toml": CASE.replace("5000", "5000 元")},
        "casebank/cases/one.toml:5: Not readable as TOML: Expected newline or end of document after a statement",
    ),
    "an open string": (
        {"cases/one.toml": 'title = """示例\n\n'},
        "casebank/cases/one.toml:1: Not readable as TOML: Unterminated string",
    ),
    "dangling reference": (
        {"risks/leak.toml": RISK.replace('["one"]', '["one", "two"]')},
        "casebank/risks/leak.toml:5: cases.1: No record has the key two.",
    ),
    "dangling department": (
        {"risks/leak.toml": RISK.replace('"law"', '"lab"')},
        "casebank/risks/leak.toml:3: department: No record has the key lab.",
    ),
    "a family that the policy does not list": (
        {"cases/one.toml": CASE.replace('"legal"', '"legel"')},
        "casebank/cases/one.toml:2: family: The policy does not list legel.",
    ),
    "wrong enum": (
        {"risks/leak.toml": RISK.replace("prevention", "preventing")},
        "casebank/risks/leak.toml:10: strand: Must be one of: 'prevention', 'control' or 'transfer'.",
    ),
    "a grade off the scale": (
        {"risks/leak.toml": RISK.replace("likelihood = 4", "likelihood = 6")},
        "casebank/risks/leak.toml:6: current.score.likelihood: Must be at most 5.",
    ),
    "a rule of the domain": (
        {"playbooks/lift.toml": PLAYBOOK.replace('"comfort"', '"activate"')},
        "casebank/playbooks/lift.toml:10: steps.1.id: Two steps have the same id.",
    ),
    "a key used twice": (
        {"risks/more.toml": RISK.replace('title = "泄露"', 'title = "又一个"')},
        "casebank/risks/more.toml:9: key: The key exam is used already in casebank/risks/leak.toml.",
    ),
    "a date that is none": (
        {"risks/leak.toml": 'next_review = "-12x"\n' + RISK},
        "casebank/risks/leak.toml:1: next_review: Not a time. Write it like -12d, -25h13m20s or -3d 14:05.",
    ),
    "a file's name": (
        {"cases/One-1.toml": CASE},
        "casebank/cases/One-1.toml:1: The file's name must be the key: small letters, digits and _.",
    ),
    "an unknown folder": (
        {"kases/one.toml": CASE},
        "casebank/kases/one.toml:1: Files are not expected in this folder.",
    ),
}


@pytest.mark.parametrize(("files", "said"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_file_is_named_with_line_and_field(tmp_path: Path, files: dict[str, str], said: str) -> None:
    assert problems(tmp_path, files) == [said]


def test_every_error_of_every_file_comes_at_once(tmp_path: Path) -> None:
    said = problems(
        tmp_path,
        {
            "cases/one.toml": 'family = "legel"\ncolour = 1\n',
            "risks/leak.toml": RISK.replace("likelihood = 4", "likelihood = 0"),
            "playbooks/lift.toml": PLAYBOOK.replace('scenario_class = "equipment"', ""),
        },
    )
    assert [text.split(": ")[0] + ": " + text.split(": ")[1] for text in said] == [
        "casebank/cases/one.toml:1: title",
        "casebank/cases/one.toml:2: colour",
        "casebank/playbooks/lift.toml:1: scenario_class",
        "casebank/risks/leak.toml:6: current.score.likelihood",
    ]


def test_other_encodings_and_line_ends(tmp_path: Path) -> None:
    folder = write(tmp_path, {})
    (folder / "cases/one.toml").write_bytes(b"\xef\xbb\xbf" + CASE.replace("\n", "\r\n").encode())
    assert load_bank(folder).of(Case)["one"].title == "示例"
    (folder / "cases/one.toml").write_bytes(CASE.encode("gb18030"))
    with pytest.raises(BankError, match=r"casebank/cases/one.toml:1: The file is not UTF-8."):
        load_bank(folder)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="There is no folder"):
        load_bank(tmp_path / "nowhere")
    with pytest.raises(FileRefused, match="There is no folder"):
        load_sample(write(tmp_path, {}))


SAMPLE = """
[[site]]
key = "jinxiu"
code = "JX"
name = "锦绣花园"

[[person]]
key = "shen_min"
name = "沈敏"

[[risk]]
changes = "leak"
owner = "shen_min"
next_review = "-4d"

[[action]]
changes = "exam"
state = "doing"
due = "+2w"

[[drill]]
key = "night"
title = "夜间"
playbook = "lift"
site = "jinxiu"
planned_on = "+0d"
results = [{ step = "activate", outcome = "done", at_s = 41 }]

[[incident]]
key = "trapped"
title = "困人"
playbook = "lift"
started_at = "-25h13m20s"
assignments = [{ role = "客服", person = "shen_min" }]

[[incident.log]]
after = "41s"
entry_kind = "step_done"
step = "activate"
who_id = "shen_min"
who = "客服 沈敏"

[[incident.log]]
after = "22m10s"
written_after = "30m"
text = "补记"
"""


def sample(folder: Path, text: str = SAMPLE) -> Bank:
    return load_sample(write(folder, {"sample/all.toml": text}), NOW)


def test_a_sample_adds_and_changes(tmp_path: Path) -> None:
    bank = sample(tmp_path)
    risk = bank.of(Risk)["leak"]
    assert (risk.title, risk.owner_id, risk.next_review) == ("泄露", "shen_min", dt.date(2026, 11, 21))
    assert bank.of(Action)["exam"].title == "考试"
    assert bank.of(Action)["exam"].due == dt.date(2026, 12, 9)
    assert "drill" not in load_bank(tmp_path / "casebank", NOW).counts


def test_an_incident_takes_its_plan_and_counts_its_log_from_the_start(tmp_path: Path) -> None:
    bank = sample(tmp_path)
    incident = bank.of(Incident)["trapped"]
    assert incident.started_at == NOW - dt.timedelta(hours=25, minutes=13, seconds=20)
    assert [step.id for step in incident.plan.steps] == ["activate", "comfort"]
    assert incident.plan.playbook_id == "lift"
    first, late = bank.of(LogEntry).values()
    assert first.at == first.written_at == incident.started_at + dt.timedelta(seconds=41)
    assert (first.incident_id, first.step_id) == ("trapped", "activate")
    assert (first.who_id, first.who) == ("shen_min", "客服 沈敏")
    assert late.is_late
    stored = {record.KIND: record for record in bank.with_ids()}["incident"]
    assert isinstance(stored, Incident)
    assert stored.plan.playbook_id == bank_id("playbook", "lift")
    assert stored.assignments[0].person_id == bank_id("person", "shen_min")
    assert set(references_in(incident)) >= {(("assignments", 0, "person"), "person", "shen_min")}


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('changes = "leak"', 'changes = "leek"', "12: changes: The starter content has no record with this key."),
        ('step = "activate", out', 'step = "activat", out', "27: results.0.step: There is no step or inject activat."),
        ('step = "activate"\nwho', 'step = "x"\nwho', "39: step: There is no step or inject x."),
        ('after = "22m10s"', 'after = "22 min"', "44: after: Not a duration. Write it like 45s, 1m12s or 25h."),
        ('key = "night"', 'kee = "night"', "21: drill.0.key: A record here needs a key of small letters"),
        ("[[site]]", "[[sites]]", "2: sites: Only tables such as [[risk]] are expected here: "),
        ('person = "shen_min"', 'person = "shen"', "34: assignments.0.person: No record has the key shen."),
        ('"-25h13m20s"', '"-1d 25:00"', "33: started_at: Not a time."),
    ],
)
def test_errors_in_a_sample_name_their_line(tmp_path: Path, before: str, after: str, said: str) -> None:
    assert before in SAMPLE
    found = problems(tmp_path, {"sample/all.toml": SAMPLE.replace(before, after)}, sample=True)
    assert any(text.startswith("casebank/sample/all.toml:" + said) for text in found), found
