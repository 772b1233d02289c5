"""What can be done with risks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from riskdesk.desk.heat import Heat, heat
from riskdesk.desk.verb import Noun, verb
from riskdesk.domain.acceptance import accepted
from riskdesk.domain.action import Action
from riskdesk.domain.directory import Person
from riskdesk.domain.errors import Conflict
from riskdesk.domain.level import Assessment, Lec, Level, Matrix
from riskdesk.domain.record import Ids, iso_millis
from riskdesk.domain.risk import Flag, Risk, RiskStatus, flags_on, judged, next_review_after, rescored
from riskdesk.domain.words import N_
from riskdesk.long_work import Tell, quiet
from riskdesk.store import ALL, Query, Write
from riskdesk.store.changes import Patch
from riskdesk.store.codec import from_column, plain, to_column
from riskdesk.store.query import Condition

TOGETHER = frozenset(
    ["title", "family", "site_id", "place", "season", "department_id", "owner_id", "status", "review_days",
     "next_review"]
)  # fmt: skip
"""Fields that can be edited for many risks at once. Levels are none of them: they come from scoring."""
GRAVEST = (("level_rank", True), ("points", True), ("next_review", False))
"""The order of risks: by level, in it by score, among equals by when they are looked at next."""
PART = 500
"""Risks that are read and written between two looks at whether a long edit was cancelled."""

CellChanges = Mapping[int, Mapping[str, tuple[Any, Any]]]
"""Row number to field to (stored value shown before, value now)."""
_ANY_RISK = Risk(title="-", family="any")


class Risks(Noun):
    """The risk register."""

    @verb(N_("New risk"))
    def add(self, write: Write, risk: Risk) -> Risk:
        """Enter a new risk, scored or not; without a review date it is to be looked at after its interval."""
        return self.enter(write, risk)

    def enter(self, write: Write, risk: Risk) -> Risk:
        """Enter a new risk as a part of what another verb does."""
        # As for a new score: not the policy that this desk has read.
        policy = self.desk.policies.read()
        risk = risk.changed(**{which: policy.rescaled(judged) for which, judged in risk.judgements.items()})
        if risk.next_review is None and risk.status is not RiskStatus.CLOSED:
            risk = risk.changed(next_review=next_review_after(self.desk.today, risk.review_days))
        return write.create(risk)

    @verb(N_("Save risk"), needs="risk")
    def save(self, write: Write, risk: Risk, base: Risk) -> Risk:
        """Save an edited risk; `base` is the risk as the editor opened it. Raises `Conflict`."""
        return write.save(risk, base)

    @verb(N_("Rescore risk"), needs="risk")
    def rescore(
        self, write: Write, risk_id: str, which: str, score: Matrix | Lec, counted: Ids = (), reason: str = "",
    ) -> Risk:  # fmt: skip
        """Judge a risk anew: `which` is 'inherent', 'current' or 'target'. Raises `Invalid`."""
        return self.judge(write, risk_id, which, score, counted, reason)

    def judge(
        self, write: Write, risk_id: str, which: str, score: Matrix | Lec, counted: Ids = (), reason: str = "",
    ) -> Risk:  # fmt: skip
        """`rescore` as a part of what another verb does."""
        # Not the policy that this desk has read: somebody else may have changed it since.
        risk, policy = self.get(risk_id), self.desk.policies.read()
        return write.save(rescored(risk, which, score, policy, self.desk.today, counted, reason), risk)

    @verb(N_("Set level by hand"), needs="risk")
    def set_level(
        self, write: Write, risk_id: str, which: str, level: Level, reason: str, counted: Ids | None = None,
    ) -> Risk:  # fmt: skip
        """Set a level against its score, with a reason; it stays marked. Raises `Invalid`.

        Without `counted`, the measures that the judgement took into account are those of before.
        """
        return self.judge_by_hand(write, risk_id, which, level, reason, counted)

    def judge_by_hand(
        self, write: Write, risk_id: str, which: str, level: Level, reason: str, counted: Ids | None = None,
    ) -> Risk:  # fmt: skip
        """`set_level` as a part of what another verb does."""
        risk = self.get(risk_id)
        before: Assessment = getattr(risk, which)
        by_hand = before.set_by_hand(level, reason, self.desk.today)
        if counted is not None:
            by_hand = by_hand.changed(counted=counted)
        return write.save(judged(risk, which, by_hand), risk)

    @verb(N_("Review risk"), needs="risk")
    def review(self, write: Write, risk_id: str, next_review: dt.date | None = None) -> Risk:
        """Note that a risk was looked at today and when it is looked at next."""
        return self.look_at(write, risk_id, next_review)

    def look_at(self, write: Write, risk_id: str, next_review: dt.date | None = None) -> Risk:
        """`review` as a part of what another verb does."""
        risk = self.get(risk_id)
        day = next_review or next_review_after(self.desk.today, risk.review_days)
        return write.save(risk.changed(next_review=day), risk)

    @verb(N_("Edit several risks"), long=True)
    def save_many(
        self, write: Write, numbers: Sequence[int], fields: Mapping[str, Any], add_playbooks: Ids = (),
        drop_playbooks: Ids = (), tell: Tell = quiet,
    ) -> int:  # fmt: skip
        """Give several risks the same values for some of `TOGETHER`, in one undoable step; returns how many changed.

        `numbers` are row numbers, as a table holds them. Playbooks are added and taken away beside those that a risk
        has. Raises `Invalid`; `tell(done, total)` may raise `Cancelled`.
        """
        wanted = [(name, value, to_column(value)) for name, value in _as_stored(fields).items()]
        changed = 0
        read = (*fields, *(("playbook_ids",) if add_playbooks or drop_playbooks else ()))
        for rows in self._rows(numbers, read, tell):
            edits: list[tuple[dict[str, Any], Patch]] = []
            for row in rows:
                patch: Patch = {
                    name: [from_column("risk", name, row[name]), value]
                    for name, value, stored in wanted if row[name] != stored
                }  # fmt: skip
                if add_playbooks or drop_playbooks:
                    before = from_column("risk", "playbook_ids", row["playbook_ids"])
                    kept = [id for id in dict.fromkeys((*before, *add_playbooks)) if id not in drop_playbooks]
                    patch |= {"playbook_ids": [before, kept]} if kept != before else {}
                if patch and not row["deleted"]:
                    edits.append((row, patch))
            write.apply_many("risk", edits)
            changed += len(edits)
        return changed

    @verb(N_("Edit cells"))
    def save_cells(self, write: Write, changes: CellChanges, tell: Tell = quiet) -> int:
        """Write a block of cells in one undoable step; returns how many risks changed.

        `changes` are values by row number and field, each with the stored value that was shown before. Raises
        `Invalid`, and `Conflict` when somebody changed one of the cells since: then nothing is written.
        """
        return self._save_cells(write, changes, tell)

    @verb(N_("Edit cells"), long=True)
    def save_many_cells(self, write: Write, changes: CellChanges, tell: Tell = quiet) -> int:
        """`save_cells` for thousands of cells: off the GUI thread, with progress and cancel."""
        return self._save_cells(write, changes, tell)

    def _save_cells(self, write: Write, changes: CellChanges, tell: Tell) -> int:
        changed = 0
        read = dict.fromkeys(name for cells in changes.values() for name in cells)
        for rows in self._rows(list(changes), tuple(read), tell):
            edits: list[tuple[dict[str, Any], Patch]] = []
            for row in rows:
                cells = changes[row["n"]]
                wanted = _as_stored({name: new for name, (_, new) in cells.items()})
                now = {name: from_column("risk", name, row[name]) for name in cells}
                clashes = {
                    name: (before, now[name], wanted[name])
                    for name, (before, _) in cells.items()
                    if now[name] not in (before, wanted[name])
                }
                if clashes or row["deleted"]:
                    raise Conflict("risk", row["id"], write.last_author("risk", row["id"]), clashes)
                edits.append((row, {n: [now[n], wanted[n]] for n in cells if wanted[n] != now[n]}))
            write.apply_many("risk", edits)
            changed += sum(bool(patch) for _, patch in edits)
        return changed

    def _rows(self, numbers: Sequence[int], fields: Sequence[str], tell: Tell) -> Iterator[list[dict[str, Any]]]:
        """The stored rows, a part at a time, so that a long edit can be followed and stopped."""
        once, read = list(dict.fromkeys(numbers)), ("id", "number", "deleted", "last_change", *fields)
        for start in range(0, len(once), PART):
            tell(start, len(once))
            yield self.store.rows("risk", once[start : start + PART], read)

    @verb(N_("Duplicate risk"), needs="risk")
    def duplicate(self, write: Write, risk_id: str, copy: Risk, with_measures: bool = False) -> Risk:
        """Enter `copy`, of what was copied of a risk and edited, as a new one.

        `with_measures` lets the open measures of the risk serve the copy too: a measure is one record for all of them.
        """
        made = write.create(copy)
        if with_measures:
            for measure in self.measures(risk_id):
                if measure.is_open:
                    write.save(measure.changed(risk_ids=(*measure.risk_ids, made.id)), measure)
        return made

    @verb(N_("Accept risk"), needs="risk")
    def accept(self, write: Write, risk_id: str, by_id: str, why: str, until: dt.date | None) -> Risk:
        """Note that somebody decided to live with a risk, why and until when. Raises `Invalid`."""
        risk = self.get(risk_id)
        by = self.store.get(Person, by_id) if by_id else None
        return write.save(accepted(risk, by, why, until, self.desk.today), risk)

    @verb(N_("Withdraw acceptance"), needs="risk")
    def withdraw_acceptance(self, write: Write, risk_id: str) -> Risk:
        """A risk is no longer accepted."""
        risk = self.get(risk_id)
        return write.save(risk.changed(acceptance=None), risk)

    @verb(N_("Delete risk"), needs="risk")
    def delete(self, write: Write, risk_id: str) -> None:
        """Move a risk to the trash."""
        write.delete("risk", risk_id)

    def get(self, risk_id: str) -> Risk:
        """The risk of that id. Raises `NotFound`."""
        return self.store.get(Risk, risk_id)

    def measures(self, risk_id: str) -> list[Action]:
        """The measures of a risk, by strand and due date."""
        found = self.store.records(Action, Query(where=(Condition("risk_ids", "has", risk_id),)))
        order = {"prevention": 0, "control": 1, "transfer": 2, None: 3}
        return sorted(found, key=lambda a: (order[a.strand], a.due or dt.date.max, a.number))

    def flags(self, risk_id: str) -> tuple[Flag, ...]:
        """What a red risk lacks today."""
        number = self.store.row_number("risk", risk_id)
        kept = [] if number is None else self.store.rows("risk", [number], ("flags",))
        return flags_on(kept[0]["flags"], self.desk.today) if kept else ()

    def flagged(self) -> Query:
        """The query for red risks that lack something today."""
        return Query(where=(Condition("flags", "filled by", self.desk.today.isoformat()),))

    def happened(self, risk_id: str, days: int = 365) -> int:
        """How many incidents that are linked with a risk began within the last `days` days."""
        since = iso_millis(self.desk.clock() - dt.timedelta(days=days))
        linked = (Condition("risk_ids", "has", risk_id), Condition("started_at", ">=", since))
        return self.store.count("incident", Query(where=linked))

    def heat(self, query: Query = ALL) -> Heat:
        """Where the risks that a query finds stand on the matrix, three times, and how they moved.

        0.3 s on 100,000 risks: run it off the GUI thread where they are many.
        """
        return heat(self.store, query)

    def level_counts(self, query: Query = ALL) -> dict[str | None, int]:
        """How many risks stand at each current level ('red', 'yellow', 'blue' or None)."""
        statuses = _only_statuses(query)
        if statuses is None:
            return self.store.count_by("risk", "level", query)
        # Both stand in one index; asked with a condition, SQLite would look into every row.
        found: dict[str | None, int] = {}
        for (level, status), count in self.store.counts("risk", ("level", "status")).items():
            if status in statuses:
                found[level] = found.get(level, 0) + count
        return found


def _only_statuses(query: Query) -> frozenset[str] | None:
    """The statuses that a query asks for, where it asks for nothing else."""
    if query.text.strip() or len(query.where) != 1:
        return None
    (condition,) = query.where
    return frozenset(condition.value) if condition.field == "status" and condition.operator == "in" else None


def _as_stored(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Values of fields that are edited for many risks at once, as the log keeps them. Raises `Invalid`."""
    if not set(fields) <= TOGETHER:
        raise KeyError(", ".join(sorted(set(fields) - TOGETHER)))
    # No rule of a risk joins these fields with others, so that any risk can try them.
    return plain(_ANY_RISK.changed(**fields), fields)
