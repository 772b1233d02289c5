"""The starter content and the sample office: TOML files of a folder as records that refer to each other by key.

    casebank/policy/policy.toml    the office's defaults          casebank/departments/  casebank/bodies/
    casebank/playbooks/*.toml      casebank/cases/*.toml          casebank/risks/*.toml
    casebank/regulations/*.toml
    casebank/sample/*.toml         the sample office: [[site]], [[person]], [[risk]], [[drill]], [[incident]] ...
    casebank/sample/history.toml   the year before it: see bank_history.py
    casebank/sample/meetings.toml  its review meetings: see bank_meetings.py

A file holds one record and is named by its key; files of sample/ hold many, each with `key`, or with `changes` and
the key of a starter record whose named fields they replace. `bank_fields.py` says how fields are written. Beyond
the domain's fields a risk has `[[measure]]`, which become actions of that risk (`key`, and `risks` for further ones
that they serve), and an incident has `[[incident.log]]` with `after` and `written_after`, counted from its start.
A drill or an incident takes its plan from the playbook it names.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import pathlib
import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar, cast

from pydantic import ValidationError

from riskdesk.domain.errors import FieldError, Invalid
from riskdesk.domain.incident import Incident, LogEntry
from riskdesk.domain.kinds import KINDS
from riskdesk.domain.level import Assessment
from riskdesk.domain.playbook import Plan, Playbook, plan_of
from riskdesk.domain.policy import POLICY_ID, Policy
from riskdesk.domain.record import Record, to_millis
from riskdesk.domain.risk import Risk
from riskdesk.domain.words import N_
from riskdesk.exchange.bank_check import check
from riskdesk.exchange.bank_fields import fields_of, relinked, toml_path
from riskdesk.exchange.bank_files import BankError, Problem, Source, records_in, sample_in
from riskdesk.exchange.bank_history import Pasts, Wrote, pasts_in, timeline
from riskdesk.exchange.bank_meetings import Meetings, meetings_in
from riskdesk.exchange.bank_times import seconds_of
from riskdesk.toml_lines import Path

__all__ = ["Bank", "BankError", "Problem", "bank_id", "load_bank", "load_sample"]

R = TypeVar("R", bound=Record)

ORDER = (
    "policy", "site", "department", "person", "body", "playbook", "case", "risk", "action", "drill", "incident",
    "log_entry", "regulation", "contract", "complaint",
)  # fmt: skip
"""The kinds, each after those that its records are built from."""


@dataclass(frozen=True)
class Bank:
    """Records by kind and key. They carry no ids yet and refer to each other by key."""

    records: Mapping[str, Mapping[str, Record]]
    pasts: Pasts = field(default_factory=dict)
    """What a sample tells of the year before."""
    meetings: Meetings = field(default_factory=Meetings)
    """The review meetings of that year, people and risks named by key."""

    def of(self, cls: type[R]) -> Mapping[str, R]:
        """The records of one class by key, such as `bank.of(Risk)["lift_entrapment"]`."""
        return cast("Mapping[str, R]", self.records.get(cls.KIND, {}))

    @property
    def policy(self) -> Policy:
        """The policy of the bank, else the program's defaults."""
        return next(iter(self.of(Policy).values()), None) or Policy()

    @property
    def counts(self) -> dict[str, int]:
        """Number of records of each kind that occurs."""
        return {kind: len(self.records[kind]) for kind in ORDER if self.records.get(kind)}

    def with_ids(self, id_of: Callable[[str, str], str] | None = None) -> list[Record]:
        """Every record with ids in place of keys, ready to store, kind by kind. `id_of(kind, key)` gives the ids."""
        return [record for _, record in self._with_ids(id_of or bank_id)]

    def timeline(self, now: dt.datetime) -> list[Wrote]:
        """Every record with its id, as it would have come in over the year before `now`: for an empty file."""
        met = self.meetings.held[-1].on if self.meetings.held else None
        return timeline(self._with_ids(bank_id), self.pasts, self.policy, now, met)

    def meetings_with_ids(self) -> Meetings:
        """The review meetings of the year before, with ids."""
        return self.meetings.with_ids(bank_id)

    def _with_ids(self, chosen: Callable[[str, str], str]) -> list[tuple[str, Record]]:
        """Key and record with ids in place of keys, kind by kind."""
        return [
            (key, relinked(record, chosen).model_copy(update={"id": chosen(kind, key)}))
            for kind in ORDER
            for key, record in self.records.get(kind, {}).items()
        ]


def bank_id(kind: str, key: str) -> str:
    """The id of a record of a case bank: a UUIDv7 at time 0, always the same, so that loading twice doubles nothing."""
    if kind == "policy":
        return POLICY_ID
    digest = int.from_bytes(hashlib.sha256(f"casebank:{kind}:{key}".encode()).digest()[:10])
    version, variant = 7 << 76, 2 << 62
    return str(uuid.UUID(int=version | (digest >> 68) << 64 | variant | digest & ((1 << 62) - 1)))


def load_bank(folder: pathlib.Path, now: dt.datetime | None = None) -> Bank:
    """The starter content of `folder`, without sample/. `now` (default: this moment) is what relative days count from.

    Raises:
        BankError: naming every file, line and field that is wrong.
        FileRefused: there is no such folder.
    """
    problems: list[Problem] = []
    return _load(records_in(folder, problems), now, problems)


def load_sample(folder: pathlib.Path, now: dt.datetime | None = None) -> Bank:
    """The whole sample office: the starter content of `folder` and, over it, what its sample/ adds and changes.

    Every date of it lies around `now` (default: this moment). It is meant for an empty file. Raises as `load_bank`.
    """
    problems: list[Problem] = []
    sources = list(records_in(folder, problems))
    sources += _over(sources, sample_in(folder, problems), problems)
    moment = to_millis(now or dt.datetime.now(dt.UTC))
    known = {(source.kind, source.key) for source in sources}
    pasts, meetings = pasts_in(folder, moment, known, problems), meetings_in(folder, moment, known, problems)
    return replace(_load(sources, moment, problems), pasts=pasts, meetings=meetings)


def _over(starter: list[Source], sample: Iterable[Source], problems: list[Problem]) -> list[Source]:
    """The sample's records; those that change a starter's record take its place in `starter`."""
    places = {(source.kind, source.key): place for place, source in enumerate(starter)}
    added = []
    for source in sample:
        place = places.get((source.kind, source.key))
        if "changes" not in source.table:
            added.append(source)
        elif place is None:
            problems.append(source.problem(("changes",), N_("The starter content has no record with this key.")))
        else:
            table = {**starter[place].table, **source.table}
            starter[place] = replace(source, table={k: v for k, v in table.items() if k != "changes"})
    return added


def _load(sources: Iterable[Source], now: dt.datetime | None, problems: list[Problem]) -> Bank:
    loader = _Loader(to_millis(now or dt.datetime.now(dt.UTC)), problems)
    for source in sorted(sources, key=lambda source: ORDER.index(source.kind)):
        loader.add(source)
    if all(problem.field for problem in problems):  # else keys of unread files would be missing everywhere
        problems.extend(check(loader.records, loader.sources))
    if problems:
        raise BankError(problems)
    return Bank(loader.records)


class _Loader:
    """Builds records one after the other; what is wrong goes to `problems`."""

    def __init__(self, now: dt.datetime, problems: list[Problem]) -> None:
        self.now, self.problems = now, problems
        self.records: dict[str, dict[str, Record]] = {kind: {} for kind in ORDER}
        self.sources: dict[tuple[str, str], Source] = {}

    def add(self, source: Source) -> None:
        """Read one record."""
        first = self.sources.setdefault((source.kind, source.key), source)
        if first is not source:
            text = N_("The key {key} is used already in {file}.")
            self.problems.append(source.problem(("key",), text, key=source.key, file=first.file))
            return
        cls = KINDS[source.kind]
        before = len(self.problems)
        fields = self._fields(cls, source)
        try:
            record = cls.of(**fields)
        except Invalid as invalid:
            errors = [(toml_path(cls, error.field), error) for error in invalid.errors]
            known = {problem.field for problem in self.problems[before:]}
            self.problems.extend(source.broken(path, e) for path, e in errors if ".".join(map(str, path)) not in known)
        else:
            self.records[source.kind][source.key] = record

    def _fields(self, cls: type[Record], source: Source) -> dict[str, Any]:
        def report(path: Path, error: FieldError) -> None:
            self.problems.append(source.broken(path, error))

        grouped = bool(source.path)  # elsewhere the file's name is the key
        table = {name: value for name, value in source.table.items() if name != "key" or not grouped}
        if cls is LogEntry:
            table = self._with_times(table, source)
        fields = fields_of(cls, table, (), self.now, report)
        if cls is Risk:
            policy = next(iter(self.records["policy"].values()), None)
            for which in ("inherent", "current", "target"):
                _add_level(fields.get(which), cast("Policy", policy) or Policy())
        if "plan" in cls.model_fields:
            fields["plan"] = self._plan(fields.get("playbook_id"))
        return fields

    def _plan(self, key: Any) -> Plan:
        playbook = self.records["playbook"].get(key) if isinstance(key, str) else None
        return plan_of(playbook).model_copy(update={"playbook_id": key}) if isinstance(playbook, Playbook) else Plan()

    def _with_times(self, table: dict[str, Any], source: Source) -> dict[str, Any]:
        """A log entry with `at` and `written_at` in place of `after` and `written_after`."""
        incident = self.records["incident"].get(str(table.get("incident")))
        start = incident.started_at if isinstance(incident, Incident) else self.now
        table = {"written_after": table.get("after"), **table}
        for name, told in (("after", "at"), ("written_after", "written_at")):
            value = table.pop(name, None)
            seconds = seconds_of(value) if isinstance(value, str) else None
            if seconds is None:
                text = N_("Not a duration. Write it like 45s, 1m12s or 25h.")
                self.problems.append(source.problem((name,), text))
            table[told] = start + dt.timedelta(seconds=seconds or 0)
        return table


def _add_level(assessment: Any, policy: Policy) -> None:
    """Put in the level that follows from the score, unless one is given or the score is wrong."""
    if not isinstance(assessment, dict) or "level" in assessment or "score" not in assessment:
        return
    try:
        score = Assessment.model_validate({"score": assessment["score"]}).score
    except ValidationError:
        return
    if score is not None:
        assessment["level"] = policy.level_of(score)
