"""What an import would do, row by row, before anything is written.

The order of things:

    plan = ImportPlan(sheet, mapping, known)
    plan.stop                     # why this sheet is no list, or what no column gives; then nothing can be imported
    plan.questions                # each once; plan.answer(key, option)
    plan.read(tell)               # every row a record or errors at their cells, and what is there already
    plan.rows, plan.tally
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from uuid_utils import uuid7

from riskdesk.domain.action import Action, ActionOrigin
from riskdesk.domain.directory import Department, Person
from riskdesk.domain.kinds import KINDS
from riskdesk.domain.record import Record
from riskdesk.domain.words import N_
from riskdesk.exchange.assemble import Assembler
from riskdesk.exchange.cells import Fault, Value, fold, is_empty, text_of
from riskdesk.exchange.choices import options_of
from riskdesk.exchange.columns import Matching
from riskdesk.exchange.headings import HAZARD_WORDS
from riskdesk.exchange.present import Presence
from riskdesk.exchange.questions import (
    CREATE,
    LEAVE,
    MATCH,
    Known,
    Option,
    Question,
    counted,
    date_questions,
    name_questions,
    word_questions,
)  # fmt: skip
from riskdesk.exchange.reading import Judge, Reading
from riskdesk.exchange.rows import PlanRow, RowReader
from riskdesk.exchange.shapes import RowJudge, shape_of
from riskdesk.exchange.sheets import Sheet
from riskdesk.exchange.targets import COUNTER, NOTES_FIELD, TITLE_FIELD, target
from riskdesk.exchange.values import read_figure
from riskdesk.i18n import tr
from riskdesk.long_work import Tell, no_collection, quiet

NO_COLUMN = N_("No column gives {field}. Match one.")
BLOCK = 100
"""Rows between two looks at whether a person stopped the reading."""


_PIECE = 10_000
_NUMBER = attrgetter("number")


@dataclass(frozen=True)
class Office:
    """What the file that is imported into knows: names to match, records that are there, the day."""

    known: Known
    today: dt.date
    presence: Presence = field(default_factory=lambda: Presence(()))
    records: Callable[[list[str]], Mapping[str, Record]] = field(default=lambda ids: {})
    held: Mapping[str, Mapping[str, tuple[str, str]]] = field(default_factory=dict)
    """Number of a record to field to the (id, name) that stands there, where its name alone does not tell the entry."""


@dataclass(frozen=True)
class Tally:
    """How many rows there are of each sort; `skipped` are rows that are no records, by what they are."""

    new: int = 0
    there: int = 0
    changed: int = 0
    wrong: int = 0
    warned: int = 0
    skipped: Mapping[str, int] = field(default_factory=dict)


class ImportPlan:
    """An import under preparation. Nothing here writes; `desk.imports.run` does."""

    def __init__(
        self, sheet: Sheet, mapping: Matching, office: Office, answers: Mapping[str, str] | None = None,
        tell: Tell = quiet,
    ) -> None:  # fmt: skip
        self.sheet, self.mapping, self.office, self.kind = sheet, mapping, office, mapping.kind
        self.rows: list[PlanRow] = []
        self.tally = Tally()
        self.for_present = "skip"
        """What happens to rows that are there already: 'skip', 'update' (same number only) or 'add'."""
        self.chosen: dict[int, str] = {}
        """Row to one of these, where a person chose otherwise for a single row."""
        self.stop = self._why_not()
        self._skipped: Counter[str] = Counter()
        self._numbers = [] if self.stop else self._record_rows(tell)
        self._held = self._named_already()
        self.questions: tuple[Question, ...] = () if self.stop else tuple(self._ask(tell))
        self.answers = {q.key: q.proposal for q in self.questions if q.sure and q.proposal}
        if answers:
            asked = {question.key: question for question in self.questions}
            self.answers |= {
                key: told for key, told in answers.items() if key in asked and self._fits(asked[key], told)
            }
        self.created: dict[str, Record] = {}

    def is_of_same_list(self, other: ImportPlan) -> bool:
        """Whether `other` reads the same rows of the same sheet as records of the same kind."""
        mine, theirs = self.mapping.heads, other.mapping.heads
        return self.sheet is other.sheet and self.kind == other.kind and mine is theirs

    # questions

    def _why_not(self) -> Fault | None:
        shape = shape_of(self.sheet, self.mapping.heads)
        if shape:
            return shape
        for one in self.mapping.missing():
            derived = one.name == TITLE_FIELD[self.kind] and self.mapping.column(NOTES_FIELD[self.kind]) is not None
            if not one.of and not derived:
                return Fault(NO_COLUMN, {"field": one.label})
        return None

    def _record_rows(self, tell: Tell) -> list[int]:
        """Rows that are records, by number; what the others are is counted."""
        title = self.mapping.column(TITLE_FIELD[self.kind])
        if title is None:
            title = self.mapping.column(NOTES_FIELD[self.kind])
        judge = RowJudge(self.sheet, self.mapping.heads, frozenset(self.mapping.columns(COUNTER)), title)
        found = []
        for number in range(self.mapping.heads.first_data, len(self.sheet.rows)):
            if number % BLOCK == 0:
                tell(number, len(self.sheet.rows))
            why = judge.why_skipped(number)
            if why is None:
                found.append(number)
            elif why:
                self._skipped[why] += 1
        return found

    def _values(self, column: int, tell: Tell = quiet) -> list[Value]:
        rows, found = self.sheet.rows, list[Value]()
        for start in range(0, len(self._numbers), _PIECE):
            tell(0, 0)
            found += [rows[number][column] for number in self._numbers[start : start + _PIECE]]
        return found

    def _named_already(self) -> dict[int, dict[str, str]]:
        """Row to field to id where a row says the very name that stands in the record of its number: nothing to ask."""
        column = self.mapping.column("number")
        found: dict[int, dict[str, str]] = {}
        if column is None or not self.office.held:
            return found
        named = [(head.column, one.name) for head, one in self.mapping.targets() if one.sort == "name"]
        for number in self._numbers:
            cells = self.sheet.rows[number]
            there = self.office.held.get(text_of(cells[column]), {})
            for place, field_name in named:
                id, name = there.get(field_name, ("", ""))
                if id and fold(text_of(cells[place])) == fold(name):
                    found.setdefault(number, {})[field_name] = id
        return found

    def _ask(self, tell: Tell) -> Iterator[Question]:
        names: dict[str, Counter[str]] = {}
        for head, one in self.mapping.targets():
            tell(0, 0)
            if one.sort == "date":
                yield from date_questions(head, one, self._values(head.column), self.sheet.date1904)
            elif one.sort in ("choice", "matrix"):
                self._take_colours(head.column)
                words = counted(self._values(head.column))
                if one.sort == "matrix":
                    for word in [word for word in words if not isinstance(read_figure(word), Fault)]:
                        del words[word]
                yield from word_questions(head, one, words, self.office.known.policy)
            elif one.sort == "name":
                known = [
                    self.sheet.rows[number][head.column] for number, told in self._held.items() if one.name in told
                ]
                names.setdefault(one.of, Counter()).update(counted(self._values(head.column)) - counted(known))
        for kind, found in names.items():
            yield from name_questions(kind, found, self.office.known)
        yield from self._constants()

    def _take_colours(self, column: int) -> None:
        """A column of levels without a word: the colours of its cells stand for words."""
        if any(not is_empty(value) for value in self._values(column)):
            return
        for row, colour in self.sheet.fills(column).items():
            if row < len(self.sheet.rows):
                self.sheet.rows[row][column] = colour

    def _constants(self) -> Iterator[Question]:
        """Fields that no column gives and that every row can get alike."""
        empty = Option(LEAVE, tr("Leave empty"))
        given = {one.name for _, one in self.mapping.targets()}
        if "site_place" in given:
            given.add("site_id")
        for name in ("family", "site_id"):
            if name not in KINDS[self.kind].model_fields or name in given:
                continue
            one = target(self.kind, name)
            if name == "family":
                options = [Option(*pair) for pair in options_of("family", self.office.known.policy)]
            else:
                options = [empty, *(Option(*pair) for pair in self.office.known.names.get("site", ()))]
            if len(options) < 2 and name == "site_id":
                continue
            text = N_("No column gives {field}. Which one for all rows?")
            proposal = LEAVE if name == "site_id" else ""
            yield Question(f"constant:{name}", "constant", text, {"field": one.label}, tuple(options), proposal,
                           bool(proposal), "", "", len(self._numbers), name)  # fmt: skip

    def _fits(self, question: Question, told: str) -> bool:
        """Whether an answer of another time can be given here: one of the options, or an entry that is still there."""
        names = self.office.known.names.get(question.target, ()) if question.kind == "name" else ()
        return any(option.key == told for option in question.options) or any(f"{MATCH}{id}" == told for id, _ in names)

    @property
    def open_questions(self) -> list[Question]:
        """Questions without an answer; the rows that hang on them are errors until there is one."""
        return [question for question in self.questions if question.key not in self.answers]

    def answer(self, key: str, option: str) -> None:
        """Answer a question; `read` again afterwards."""
        self.answers[key] = option

    def memory(self) -> dict[str, dict[str, str]]:
        """What is worth remembering for the next file with the same heads, as plain data."""
        asked = {question.key for question in self.questions}
        kept = {key: told for key, told in self.answers.items() if key in asked and told != CREATE}
        return {"columns": self.mapping.memory(), "answers": kept}

    # rows

    def read(self, tell: Tell = quiet) -> None:
        """Read every row. `tell(done, total)` is called between blocks; what it raises stops the reading."""
        self.created = self._to_create()
        reader = self._reader(tell)
        rows: list[PlanRow] = []
        total = len(self._numbers)
        with no_collection():
            for start in range(0, total, BLOCK):
                tell(start, total)
                rows += reader.block(self._numbers[start : start + BLOCK])
        tell(total, total)
        self.rows = rows
        self._count()

    def _to_create(self) -> dict[str, Record]:
        made: dict[str, Record] = {}
        for question in self.questions:
            if question.kind == "name" and self.answers.get(question.key) == CREATE:
                cls = Person if question.target == "person" else Department
                kept = self.created.get(question.key)
                made[question.key] = kept or cls.of(id=str(uuid7()), name=question.about)
        return made

    def _reader(self, tell: Tell) -> RowReader:
        created = {key: record.id for key, record in self.created.items()}
        judge = Judge(self.answers, self.office.known, created, self.sheet.date1904)
        readings: list[Reading] = []
        for head, one in self.mapping.targets():
            if one.sort != "skip":
                values = self._values(head.column, tell)
                tell(0, 0)
                readings.append(judge.reading(head, one, values))
        constants = {
            question.target: told for question in self.questions
            if question.kind == "constant" and (told := self.answers.get(question.key, LEAVE)) != LEAVE
        }  # fmt: skip
        if self.kind == Action.KIND and self._are_hazards():
            constants["origin"] = ActionOrigin.INSPECTION
        names = [reading.target.name for reading in readings]
        assembler = Assembler(self.kind, self.office.known.policy, self.office.today, constants, names)
        return RowReader(self.sheet, readings, assembler, self.office.presence, self.office.records, self._held)

    def _are_hazards(self) -> bool:
        """Whether the titles of measures are what inspections found."""
        title = self.mapping.column(TITLE_FIELD[self.kind])
        return title is not None and any(word in fold(self.mapping.head(title).label) for word in HAZARD_WORDS)

    def _count(self) -> None:
        good = [row for row in self.rows if row.record is not None]
        there = [row for row in good if row.present is not None]
        self.tally = Tally(
            new=len(good) - len(there),
            there=len(there),
            changed=sum(bool(row.present and row.present.changes) for row in there),
            wrong=len(self.rows) - len(good),
            warned=sum(bool(row.warnings) for row in good),
            skipped=dict(self._skipped),
        )

    # what would be written

    def decision(self, row: PlanRow) -> str:
        """'add', 'update' or 'skip': what happens to a row."""
        return self._decided(row, self.chosen.get(row.number, ""))

    def _decided(self, row: PlanRow, chosen: str) -> str:
        if row.record is None:
            return "skip"
        if row.present is None:
            return chosen or "add"
        told = chosen or self.for_present
        if told == "update":
            return "update" if row.present.changes else "skip"
        return told

    def count(self) -> int:
        """How many rows would be written, without looking at each of them."""
        total = self.tally.new + {"add": self.tally.there, "update": self.tally.changed}.get(self.for_present, 0)
        for number, told in self.chosen.items():
            if (row := self.row(number)) is not None:
                total += (self._decided(row, told) != "skip") - (self._decided(row, "") != "skip")
        return total

    def row(self, number: int) -> PlanRow | None:
        """The row of that number of the sheet, None where it is no record."""
        place = bisect_left(self.rows, number, key=_NUMBER)
        return self.rows[place] if place < len(self.rows) and self.rows[place].number == number else None

    def to_add(self) -> list[Record]:
        """New records, in the order of the sheet."""
        return [row.record for row in self.rows if row.record is not None and self.decision(row) == "add"]

    def to_update(self) -> list[tuple[Record, Record]]:
        """(changed record, record as it is) of rows whose number is there already."""
        return [
            (row.updated, row.base) for row in self.rows
            if row.updated is not None and row.base is not None and self.decision(row) == "update"
        ]  # fmt: skip

    @property
    def rejected(self) -> Sequence[PlanRow]:
        """Rows with errors, for the file of the rest."""
        return [row for row in self.rows if row.record is None]
