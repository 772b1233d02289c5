"""Lists of others brought in: prepared as a plan, then saved as one step that one undo takes back."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from riskdesk.desk.imported import FILES
from riskdesk.desk.verb import Done, Noun, Verb, verb
from riskdesk.domain.errors import RiskdeskError
from riskdesk.domain.kinds import KINDS
from riskdesk.domain.record import Record, references
from riskdesk.domain.words import N_
from riskdesk.exchange.columns import Matching, fingerprint
from riskdesk.exchange.heads import Heads
from riskdesk.exchange.plan import ImportPlan, Office
from riskdesk.exchange.present import COMPARED, Entry, Presence, entry_from
from riskdesk.exchange.questions import NAMED, Known
from riskdesk.exchange.sheets import Book, Sheet
from riskdesk.i18n import tr
from riskdesk.long_work import Tell, quiet
from riskdesk.store import ALL, Query, Write
from riskdesk.store.query import Condition

_FORMS = "import_forms"
_KEPT_FORMS, _KEPT_FILES = 200, 500
_BLOCK = 500


@dataclass(frozen=True)
class Imported:
    """What an import wrote, by number of records: added, changed, and entries of the directory made for them."""

    added: int = 0
    changed: int = 0
    created: int = 0
    one: str = ""
    """Id of the first record that was added."""


@dataclass(frozen=True)
class Earlier:
    """An earlier import of the same sheet of the same file: on which day, and how many records it added."""

    day: str
    added: int
    batch: str = ""


@dataclass(frozen=True)
class Remembered:
    """What a person chose for the last file with the same heads."""

    columns: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)


class Imports(Noun):
    """Reads nothing of files itself: `exchange` does, and hands over a plan."""

    def office(self, kind: str, tell: Tell = quiet) -> Office:
        """What a plan for records of `kind` has to know of this file."""
        everybody = {one: self.desk.directory.all(one) for one in NAMED}
        names = {one: [(entry.id, entry.name) for entry in everybody[one] if _works(entry)] for one in NAMED}
        left = [(person.id, person.name) for person in everybody["person"] if not _works(person)]
        known = Known(self.desk.policy, names, {"person": left})
        presence = Presence(self._entries(kind, tell))
        return Office(known, self.desk.today, presence, lambda ids: self._records(kind, ids), self._held(kind, known))

    def _held(self, kind: str, known: Known) -> dict[str, dict[str, tuple[str, str]]]:
        """Who stands in records though their name is nobody's in the directory now, or that of several."""
        found: dict[str, dict[str, tuple[str, str]]] = {}
        names = self.desk.names
        for field_name, of in references(KINDS[kind]).items():
            if of not in NAMED:
                continue
            ids = [
                id for id in self.store.count_by(kind, field_name) if id and known.exact(of, names.get(id, "")) != [id]
            ]
            for start in range(0, len(ids), _BLOCK):
                query = Query(where=(Condition(field_name, "in", tuple(ids[start : start + _BLOCK])),))
                for row in self.store.rows(kind, self.store.ns(kind, query), ["number", field_name]):
                    id = row[field_name]
                    found.setdefault(row["number"], {})[field_name] = id, names.get(id, "")
        return found

    def _entries(self, kind: str, tell: Tell) -> list[Entry]:
        """What is compared of the records that are there."""
        numbers = self.store.ns(kind, ALL)
        fields = [name for name in COMPARED if name in KINDS[kind].model_fields]
        found = []
        for start in range(0, len(numbers), _BLOCK):
            tell(start, len(numbers))
            rows = self.store.rows(kind, numbers[start : start + _BLOCK], fields)
            found += [entry_from(kind, row) for row in rows]
        return found

    def _records(self, kind: str, ids: list[str]) -> dict[str, Record]:
        found: dict[str, Record] = {}
        for start in range(0, len(ids), _BLOCK):
            some = Query(where=(Condition("id", "in", tuple(ids[start : start + _BLOCK])),))
            found |= {record.id: record for record in self.store.records(KINDS[kind], some)}
        return found

    # remembered

    def remembered(self, kind: str, heads: Heads) -> Remembered:
        """What was chosen for the last file of this kind with the same heads."""
        told = self._kept(_FORMS).get(fingerprint(kind, heads), {})
        return Remembered(told.get("columns", {}), told.get("answers", {}))

    def earlier(self, book: Book, sheet: str) -> Earlier | None:
        """The last import of this very file and sheet that was not taken back; None for none."""
        told = self._kept(FILES).get(f"{book.digest}:{sheet}")
        if told is None:
            return None
        if self.store.is_deleted(told["kind"], told["one"]):
            return None
        return Earlier(told["day"], told["added"], told["batch"])

    def _kept(self, key: str) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.store.meta(key) or "{}")
        return found

    def _keep(self, key: str, name: str, told: Any, most: int) -> None:
        kept = self._kept(key)
        kept.pop(name, None)
        kept[name] = told
        self.store.set_meta(key, json.dumps(dict(list(kept.items())[-most:]), ensure_ascii=False))

    # importing

    def plan(
        self, sheet: Sheet, mapping: Matching, answers: Mapping[str, str] | None = None, tell: Tell = quiet
    ) -> ImportPlan:  # fmt: skip
        """The plan of an import, its rows read unless it is stopped (`plan.stop`)."""
        made = ImportPlan(sheet, mapping, self.office(mapping.kind, tell), answers)
        if made.stop is None:
            self.read(made, tell)
        return made

    def read(self, plan: ImportPlan, tell: Tell = quiet) -> None:
        """Read the rows of a plan again, over this desk's connection, after answers have changed."""
        plan.office = replace(plan.office, records=lambda ids: self._records(plan.kind, ids))
        plan.read(tell)

    def run(
        self, plan: ImportPlan, answers: Mapping[str, str] | None = None, tell: Tell = quiet, book: Book | None = None
    ) -> Done[Imported]:  # fmt: skip
        """Back up the file, save all good rows of `plan` in one step, and remember what was chosen.

        `tell(done, total)` is called between blocks; when it raises `Cancelled` nothing of the import remains. With
        `book` the file is known again when somebody drops it once more.

        Raises:
            RiskdeskError: the plan cannot be carried out, or the backup could not be made; nothing was changed.
        """
        if answers:
            for key, told in answers.items():
                plan.answer(key, told)
            self.read(plan, tell)
        if plan.stop:
            raise RiskdeskError(plan.stop.text, **plan.stop.params)
        self.desk.backups.make()
        done = self.save(plan, tell)
        form = fingerprint(plan.kind, plan.mapping.heads)
        self._keep(_FORMS, form, plan.memory(), _KEPT_FORMS)
        if book is not None and done.value.added:
            file = {"day": self.desk.today.isoformat(), "added": done.value.added, "batch": done.batch,
                    "kind": plan.kind, "one": done.value.one, "name": book.path.name,
                    "first": self.store.row_number(plan.kind, done.value.one)}  # fmt: skip
            self._keep(FILES, f"{book.digest}:{plan.sheet.name}", file, _KEPT_FILES)
        return done

    run.verb = Verb("imports.run", N_("Import list"), long=True)  # type: ignore[attr-defined]
    """It is started as a verb is; what it does, and what an undo takes back, is `save`."""

    @verb(N_("Import list"), long=True)
    def save(self, write: Write, plan: ImportPlan, tell: Tell = quiet) -> Imported:
        """Save the good rows of a plan, with the people and departments that were to be made for them."""
        records, updates = plan.to_add(), plan.to_update()
        used = _referred(records) | _referred([record for record, _ in updates])
        created = [record for record in plan.created.values() if record.id in used]
        total = len(created) + len(records) + len(updates)
        one = ""
        write.create_many(created)
        for start in range(0, len(records), _BLOCK):
            tell(len(created) + start, total)
            made = write.create_many(records[start : start + _BLOCK])
            one = one or made[0].id
        for count, (record, base) in enumerate(updates):
            if count % _BLOCK == 0:
                tell(len(created) + len(records) + count, total)
            write.save(record, base)
        tell(total, total)
        return Imported(len(records), len(updates), len(created), one)

    def rest_name(self, path: Path) -> Path:
        """Where the rows that were refused go: beside the file, under a name that is free."""
        stem = tr("{name}-rest", name=path.stem)
        free = (path.with_name(f"{stem}{n or ''}.xlsx") for n in range(1000))
        return next(name for name in free if not name.exists())


def _works(entry: Any) -> bool:
    return bool(getattr(entry, "active", True))


def _referred(records: Sequence[Record]) -> set[str]:
    """Ids of the people and departments that records name."""
    found: set[str] = set()
    for name in ("owner_id", "department_id", "verified_by_id"):
        found |= {id for record in records if (id := getattr(record, name, ""))}
    return found
