"""What follows from a save: the levels of risks under the policy, and the columns kept beside a risk for lists."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence, Set
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from riskdesk.domain.action import ActionState
from riskdesk.domain.errors import NotFound
from riskdesk.domain.level import Assessment, Level
from riskdesk.domain.policy import POLICY_ID, Policy
from riskdesk.domain.risk import JUDGEMENT_NAMES, Acceptance, RiskStatus, lacking, rescaled
from riskdesk.domain.words import N_
from riskdesk.i18n import LANGUAGES, tr, tr_in
from riskdesk.store import Store, Write
from riskdesk.store.changes import Patch
from riskdesk.store.connection import Busy, ReadOnly
from riskdesk.store.write import Entry, parts

_RESCALED = N_("The levels of the office's policy were changed.")
_JUDGEMENTS = tuple(JUDGEMENT_NAMES)
_FLAG_FIELDS = frozenset({"current", "status", "owner_id", "playbook_ids", "next_review", "acceptance", "deleted"})
_LEVEL_FIELDS = frozenset({*_JUDGEMENTS, "deleted"})
_DERIVED_BY, _RULES = "derived by rules", "3"
"""Where a file tells which version of the rules its flags were derived by, and the present one."""
_ACTION_FIELDS = frozenset({"state", "risk_ids", "deleted"})
_NAMED = (("person", "owner_id"), ("playbook", "playbook_ids"))
"""What a red risk has to have, and where it names it."""


def rescaled_reasons() -> tuple[str, ...]:
    """The reason of a level that a changed policy moved above the one before it: as it is entered, and as it may have
    been in another language of the program."""
    return (tr(_RESCALED), *(tr_in(language, _RESCALED) for language in LANGUAGES))


def after_save(write: Write, entries: Sequence[Entry]) -> None:
    """Bring levels and derived columns up to date before a transaction ends."""
    risks = [(id, patch.keys()) for kind, id, patch in entries if kind == "risk"]
    moved = _settle(write, entries, {id for id, fields in risks if not _LEVEL_FIELDS.isdisjoint(fields)})
    served = _served(write, entries)
    flagged = {id for id, fields in risks if not _FLAG_FIELDS.isdisjoint(fields)}
    _derive(write, sorted(flagged | moved | served | _naming(write, entries)), served)


def _settle(write: Write, entries: Sequence[Entry], ids: set[str]) -> set[str]:
    """See to it that a level follows from its score and the policy as it now stands; returns the risks it corrected.

    Undoing an older score, or a screen that still knew an older policy, would otherwise leave a level behind.
    """
    whole = any(kind == "policy" for kind, _, _ in entries)
    if not whole and not ids:
        return set()
    try:
        policy = write.get(Policy, POLICY_ID)
    except NotFound:
        policy = Policy()
    why = rescaled_reasons()

    @lru_cache(maxsize=4096)
    def under_policy(*stored: str) -> Mapping[str, Any]:
        judged = dict(zip(_JUDGEMENTS, map(Assessment.model_validate_json, stored), strict=True))
        return {which: new.model_dump(mode="json") for which, new in rescaled(judged, policy, why).items()}

    corrected: dict[str, Patch] = {}
    for id, *stored in write.values("risk", ("id", *_JUDGEMENTS), None if whole else sorted(ids)):
        if changed := under_policy(*stored):
            old = dict(zip(_JUDGEMENTS, stored, strict=True))
            corrected[id] = {which: [json.loads(old[which]), new] for which, new in changed.items()}
    for part in parts(list(corrected.items())):
        rows = write.rows("risk", [id for id, _ in part])
        write.apply_many("risk", [(rows[id], patch) for id, patch in part])
    return set(corrected)


def _served(write: Write, entries: Sequence[Entry]) -> set[str]:
    """The risks that the changed measures serve, or served."""
    found: set[str] = set()
    for kind, id, patch in entries:
        if kind == "action" and not _ACTION_FIELDS.isdisjoint(patch):
            found.update(write.targets(id, "risk_ids"), patch.get("risk_ids", [None])[0] or ())
    return found


def _naming(write: Write, entries: Sequence[Entry]) -> set[str]:
    """The risks that name a person or a playbook which was deleted, or is back."""
    found: set[str] = set()
    for kind, field in _NAMED:
        turned = [id for of, id, patch in entries if of == kind and patch.get("deleted", [None])[0] is not None]
        if turned:
            found.update(id for _, id in write.linked("risk", field, turned, ("id",)))
    return found


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the rule of the flags asks of a risk, read without the rest of it."""

    level: Level | None
    status: RiskStatus
    owner_id: str
    playbook_ids: tuple[str, ...]
    next_review: dt.date | None
    acceptance: Acceptance | None


def bring_up_to_date(store: Store, now: dt.datetime) -> None:
    """Derive anew what other rules derived: once in a file that was written before they changed.

    While others write to it, or where it cannot be written to, that is left to the next time it is opened.
    """
    if store.meta(_DERIVED_BY) == _RULES:
        return
    with suppress(Busy, ReadOnly):
        with store.write("", "derive", now) as write:
            _derive(write, None, frozenset())
        store.set_meta(_DERIVED_BY, _RULES)


def _derive(write: Write, ids: Sequence[str] | None, served: Set[str]) -> None:
    """Of the risks with these ids, or of all."""
    # Only a red risk has flags, and only measures change the count of measures: most edits end here.
    told = write.values("risk", ("id", "flags", "level_rank"), ids)
    needed = [id for id, flagged, rank in told if flagged or rank == Level.RED.rank or id in served]
    if not needed:
        return
    measures: dict[str, list[ActionState]] = {id: [] for id in needed}
    for id, state in write.linked("action", "risk_ids", needed, ("state",)):
        measures[id].append(ActionState(state))
    seen: dict[str, _Seen] = {}
    names = ("id", "level", "status", "owner_id", "playbook_ids", "next_review", "acceptance")
    for id, level, status, owner, playbooks, review, acceptance in write.values("risk", names, needed):
        taken = Acceptance.model_validate_json(acceptance) if acceptance else None
        seen[id] = _Seen(level and Level(level), RiskStatus(status), owner, json.loads(playbooks), review, taken)
    gone = _gone(write, "person", {risk.owner_id for risk in seen.values()} - {""})
    gone |= _gone(write, "playbook", {id for risk in seen.values() for id in risk.playbook_ids})
    derived = {}
    for id, risk in seen.items():
        counted = [state for state in measures[id] if state.counts]
        done = sum(state.is_done for state in counted)
        derived[id] = (lacking(risk, counted, gone), done, len(counted))
    write.set_derived("risk", ("flags", "measures_done", "measures_total"), derived)


def _gone(write: Write, kind: str, ids: Set[str]) -> set[str]:
    """Those of these records that were deleted."""
    return {id for id, deleted in write.values(kind, ("id", "deleted"), sorted(ids)) if deleted}
