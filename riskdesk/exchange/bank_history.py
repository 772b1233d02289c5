"""The year before a sample office: when its records came in, and what the scores of its risks were before.

`sample/history.toml` has a table per kind, and in it by key what happened, the oldest first: `"-300d"` for coming in
with what the record itself says, `"-300d 4x4"` for a current score of likelihood 4 and severity 4 from that day on.
A measure comes in on that day as being in hand, and is done when it says so. What the file does not name came in when
its own dates say, at most a year ago; a measure decided by a review meeting the day after the last one was held.
"""

from __future__ import annotations

import datetime as dt
import pathlib
import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from riskdesk.domain.action import Action, ActionOrigin, ActionState
from riskdesk.domain.complaint import Complaint
from riskdesk.domain.contract import Contract
from riskdesk.domain.drill import Drill
from riskdesk.domain.incident import Incident, LogEntry
from riskdesk.domain.level import Assessment, Matrix
from riskdesk.domain.policy import Policy
from riskdesk.domain.record import Record
from riskdesk.domain.risk import JUDGEMENT_NAMES, Risk, RiskStatus
from riskdesk.domain.words import N_
from riskdesk.exchange.bank_files import SAMPLE, Problem, read_file
from riskdesk.exchange.bank_times import OFFICE_ZONE, day_of

HISTORY = "history.toml"
KINDS = ("case", "risk", "action")
YEAR, STEP = dt.timedelta(days=364), dt.timedelta(days=14)
"""How far the history goes back, and between two writes of it: days apart, so that a year is some thirty writes."""
_PLANNED = dt.timedelta(days=45)
_SAID = re.compile(r"(-\d+d)(?: ([1-5])x([1-5]))?")


class Past(NamedTuple):
    """From a day on: a current score, or None for what the record itself says."""

    on: dt.date
    score: Matrix | None = None


Pasts = Mapping[tuple[str, str], tuple[Past, ...]]
"""Kind and key to what happened, the oldest first."""


class Wrote(NamedTuple):
    """Everything written at one time: records as they came in, and (after, before) of those that changed."""

    at: dt.datetime
    created: list[Record]
    changed: list[tuple[Record, Record]]


def pasts_in(
    folder: pathlib.Path, now: dt.datetime, known: Iterable[tuple[str, str]], problems: list[Problem]
) -> Pasts:  # fmt: skip
    """What `sample/history.toml` of `folder` tells of the `known` records; what is wrong goes to `problems`."""
    file = folder / SAMPLE / HISTORY
    name = f"{folder.name}/{SAMPLE}/{HISTORY}"
    read = read_file(file, name, problems) if file.exists() else None
    if read is None:
        return {}
    tables, lines = read
    there, found = set(known), {}
    for kind, table in tables.items():
        for key, said in table.items():
            place = (kind, key)
            pasts = [_past(text, now, kind) for text in said] if isinstance(said, list) else []
            if kind not in KINDS or place not in there:
                problems.append(Problem(name, lines.of(place), key, N_("No record has the key {key}."), {"key": key}))
            elif not pasts or None in pasts or pasts != sorted(pasts, key=_day) or (kind != "risk" and len(pasts) > 1):
                text = N_("Write days such as “-300d” or “-300d 4x4”, the oldest first.")
                problems.append(Problem(name, lines.of(place), key, text))
            else:
                found[place] = tuple(past for past in pasts if past is not None)
    return found


def _past(text: Any, now: dt.datetime, kind: str) -> Past | None:
    match = _SAID.fullmatch(text) if isinstance(text, str) else None
    day = day_of(match[1], now) if match else None
    if match is None or day is None or (match[2] and kind != "risk"):
        return None
    return Past(day, Matrix(likelihood=int(match[2]), severity=int(match[3])) if match[2] else None)


def _day(past: Past | None) -> dt.date:
    return past.on if past else dt.date.min


def timeline(
    records: Iterable[tuple[str, Record]], pasts: Pasts, policy: Policy, now: dt.datetime, met: dt.date | None = None
) -> list[Wrote]:  # fmt: skip
    """`records`, each with its key, as they would have come in over the year before `now`, which is the last write.

    `met` is the day of the last review meeting.
    """
    first = now - YEAR
    writes = [Wrote(first + STEP * place, [], []) for place in range(YEAR // STEP + 1)]

    def at(day: dt.date | None) -> Wrote:
        """The write that a day falls into: the next one, the last for today."""
        if day is None or day <= first.astimezone(OFFICE_ZONE).date():
            return writes[0]
        days = (day - first.astimezone(OFFICE_ZONE).date()).days
        return writes[min(-(-days // STEP.days), len(writes) - 1)]

    found = list(records)
    came = {record.id: _came(record, pasts.get((record.KIND, key), ())) for key, record in found}
    for key, record in found:
        past = pasts.get((record.KIND, key), ())
        if isinstance(record, Risk):
            _risk(record, past or (Past(first.astimezone(OFFICE_ZONE).date()),), policy, at)
        elif isinstance(record, Action):
            causes = [came.get(id) for id in (record.incident_id, record.drill_id)]
            _action(record, past[0].on if past else _planned(record, met), causes, at)
        else:
            at(came.get(record.incident_id) if isinstance(record, LogEntry) else came[record.id]).created.append(record)
    return [wrote for wrote in writes if wrote.created or wrote.changed or wrote.at == now]


def _risk(final: Risk, pasts: tuple[Past, ...], policy: Policy, at: Any) -> None:
    """The versions of a risk: each score from its day on, at last what the record itself says."""
    scored = final.current.on
    before: Risk | None = None
    for past, following in zip(pasts, [*(past.on for past in pasts[1:]), scored], strict=True):
        # With a score of its own day: what counts measures, accepts and closes came later.
        record = _earlier(final, past, following, policy) if scored and past.on < scored else final
        _write(at(past.on), record, before)
        before = record
    if before is not final:
        _write(at(scored), final, before)


def _planned(action: Action, met: dt.date | None) -> dt.date | None:
    if action.origin is ActionOrigin.REVIEW and met:
        return met + dt.timedelta(days=1)
    return action.found_on or (action.due - _PLANNED if action.due else action.done_on)


def _action(final: Action, planned: dt.date | None, causes: Iterable[dt.date | None], at: Any) -> None:
    """The versions of a measure: in hand from when it was planned, which is not before what it came out of; then done.

    `causes` are the days on which its incident or drill came in.
    """
    first = at(max([day for day in (planned, *causes) if day], default=None))
    last = at(final.verified_on or final.done_on) if final.is_done else first
    if last.at <= first.at:
        _write(max(first, last, key=lambda wrote: wrote.at), final, None)
        return
    nothing_yet = {"done_on": None, "verified_on": None, "verified_by_id": "", "proof": ""}
    planning = final.model_copy(update={"state": ActionState.DOING, **nothing_yet})
    _write(first, planning, None)
    _write(last, final, planning)


def _write(wrote: Wrote, record: Record, before: Record | None) -> None:
    if before is None:
        wrote.created.append(record)
    else:
        wrote.changed.append((record, before))


def _earlier(final: Risk, past: Past, following: dt.date | None, policy: Policy) -> Risk:
    """The risk as of `past`, to be looked at again on the day of the score that followed."""
    judged = {which: _on(getattr(final, which), past.on) for which in JUDGEMENT_NAMES}
    if past.score is not None:
        judged["current"] = policy.assess(past.score, past.on)
    if judged["target"].rank > judged["current"].rank:
        judged["target"] = judged["current"]
    status = RiskStatus.OPEN if final.status is RiskStatus.CLOSED else final.status
    return final.model_copy(update={**judged, "status": status, "acceptance": None, "next_review": following})


def _on(assessment: Assessment, day: dt.date) -> Assessment:
    return assessment.model_copy(update={"on": day, "counted": ()}) if assessment.level else assessment


def _came(record: Record, past: tuple[Past, ...]) -> dt.date | None:
    """When a record came in, in the state in which it stands; None a year ago."""
    if past:
        return past[0].on
    if isinstance(record, Drill):
        ended = record.ended_at.astimezone(OFFICE_ZONE).date() if record.ended_at else None
        return ended or (record.planned_on - _PLANNED if record.planned_on else None)
    if isinstance(record, Incident):
        last = record.report.approved_at or record.closed_at
        return last.astimezone(OFFICE_ZONE).date() if last else dt.date.max
    if isinstance(record, Contract):
        return record.starts_on
    return record.closed_on or record.received_on if isinstance(record, Complaint) else None
