"""Whether the records of a case bank fit together: every key that one names must exist."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from riskdesk.domain.drill import Drill
from riskdesk.domain.incident import Incident, LogEntry
from riskdesk.domain.playbook import Plan
from riskdesk.domain.policy import Policy
from riskdesk.domain.record import Record
from riskdesk.domain.words import N_
from riskdesk.exchange.bank_fields import references_in
from riskdesk.exchange.bank_files import Problem, Source
from riskdesk.toml_lines import Path

Records = Mapping[str, Mapping[str, Record]]

_LISTED = (
    ("risk", "family", "families"), ("case", "family", "families"), ("playbook", "family", "families"),
    ("playbook", "scenario_class", "scenario_classes"), ("playbook", "tier", "tiers"),
    ("incident", "family", "families"), ("incident", "tier", "tiers"),
)  # fmt: skip
"""Kind, field, and the list of the policy that must have its key."""


def check(records: Records, sources: Mapping[tuple[str, str], Source]) -> Iterator[Problem]:
    """Every reference, family, class, tier and step that `records` name and that is nowhere in the files."""
    for kind, by_key in records.items():
        for key, record in by_key.items():
            source = sources[kind, key]
            for path, other, wanted in references_in(record):
                if (other, wanted) not in sources:
                    yield source.problem(path, N_("No record has the key {key}."), key=wanted)
            for path, step in _step_ids(record, records):
                yield source.problem(path, N_("There is no step or inject {id}."), id=step)
    yield from _unlisted(records, sources)


def _unlisted(records: Records, sources: Mapping[tuple[str, str], Source]) -> Iterator[Problem]:
    policy = records["policy"].get("policy")
    for kind, name, listed in _LISTED if isinstance(policy, Policy) else ():
        keys = {item.key for item in getattr(policy, listed)}
        for key, record in records[kind].items():
            value = getattr(record, name)
            if value is not None and value not in keys:
                yield sources[kind, key].problem((name,), N_("The policy does not list {key}."), key=value)


def _step_ids(record: Record, records: Records) -> Iterator[tuple[Path, str]]:
    """(path, id) of what `record` tells of steps and injects that its plan does not have."""
    if isinstance(record, Drill):
        steps = _steps(record.plan)
        for place, result in enumerate(record.results):
            if steps and result.step_id not in steps:
                yield ("results", place, "step"), result.step_id
        injects = {inject.id for inject in record.injects}
        for place, seen in enumerate(record.inject_results):
            if seen.inject_id not in injects:
                yield ("inject_results", place, "inject"), seen.inject_id
    elif isinstance(record, LogEntry) and record.step_id:
        incident = records["incident"].get(record.incident_id)
        if isinstance(incident, Incident) and record.step_id not in _steps(incident.plan):
            yield ("step",), record.step_id


def _steps(plan: Plan) -> set[str]:
    return {step.id for step in plan.steps}
