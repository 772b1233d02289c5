"""An import under preparation: what was chosen so far, and the work behind it, which runs off the GUI thread."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from riskdesk.desk.imports import Earlier
from riskdesk.domain.errors import Cancelled, RiskdeskError
from riskdesk.exchange.columns import KindGuess, Matching, guess_kinds, match_columns
from riskdesk.exchange.heads import Heads, find_heads, heads_at, no_heads
from riskdesk.exchange.plan import ImportPlan, Office
from riskdesk.exchange.shapes import NOTHING
from riskdesk.exchange.sheets import Book, Sheet, open_book
from riskdesk.exchange.text_tables import NO_ENCODING
from riskdesk.gui.session import Session
from riskdesk.gui.work import Task
from riskdesk.i18n import tr

ANSWER_MS = 250
"""Rows are read again when answering rests for so long."""
LARGE, PAINT_MS = 5000, 120
"""After each step of a sheet with more rows than this the window is given so long to paint."""
FILE, PLAN, ROWS = "file", "plan", "rows"
"""What came: a file that was read, columns and questions, rows."""


@dataclass(frozen=True)
class _File:
    book: Book
    sheet: Sheet
    heads: Heads
    guesses: list[KindGuess]


@dataclass(frozen=True)
class _Planned:
    heads: Heads
    plan: ImportPlan
    office: Office
    earlier: Earlier | None


class Draft(QObject):
    """Every choice begins work anew from the step that it changes; what is under way is given up then."""

    came = Signal(str)
    """FILE, PLAN or ROWS."""
    refused = Signal(str, bool)
    """The file cannot be read: why, in the language in use, and whether choosing its encoding would help."""
    stopped = Signal()
    """A person stopped the reading."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.path: Path | None = None
        self.book: Book | None = None
        self.sheet: Sheet | None = None
        self.heads: Heads | None = None
        self.guesses: list[KindGuess] = []
        self.kind = "risk"
        self.plan: ImportPlan | None = None
        self.earlier: Earlier | None = None
        self.is_read = False
        """Whether the rows are read as the columns and answers stand."""
        self._wanted_kind = ""
        self._office: Office | None = None
        self._given: dict[str, str] = {}
        self._for_present = "skip"
        self._chosen: dict[int, str] = {}
        self._task: Task | None = None
        self._plan_later, self._rows_later = QTimer(self), QTimer(self)
        self._timers = (self._plan_later, self._rows_later)
        for timer, slot in ((self._plan_later, self._make_plan), (self._rows_later, self.read_rows)):
            timer.setSingleShot(True)
            timer.timeout.connect(slot)

    @property
    def is_busy(self) -> bool:
        """Whether something is being read."""
        return self._task is not None or any(timer.isActive() for timer in self._timers)

    def clear(self) -> None:
        """Forget the file."""
        self._give_up()
        self.path = self.book = self.sheet = self.heads = self.plan = self.earlier = self._office = None
        self.is_read = False
        gc.unfreeze()

    # the file

    def open(self, path: Path, kind: str = "") -> None:
        """Read a file from its beginning. `kind` is what the person said that it lists, '' to guess."""
        self.clear()
        self.path, self._wanted_kind = path, kind
        self._given, self._chosen, self._for_present = {}, {}, "skip"
        self._read_file("", "", "")

    def choose_sheet(self, name: str) -> None:
        """Take another sheet of the file."""
        if self.book is not None:
            self._forget_rows()
            self._read_file(name, self.book.encoding, self.book.delimiter, self.book)

    def choose_encoding(self, encoding: str) -> None:
        """Read a text by another encoding; '' lets the file tell."""
        self._forget_rows()
        self._read_file("", encoding, "")

    def _forget_rows(self) -> None:
        self._chosen = {}
        self._given = {}
        self._office = None

    def _read_file(self, sheet: str, encoding: str, delimiter: str, book: Book | None = None) -> None:
        path = self.path
        assert path is not None

        def work(task: Task) -> _File:
            opened = book or open_book(path, encoding, delimiter)
            task.tell(0, 0)
            name = sheet or opened.default or _first_sheet(opened)
            read = opened.read(name)
            gc.freeze()
            task.tell(0, 0)
            heads = find_heads(read)
            return _File(opened, read, heads, guess_kinds(heads, read, path.name))

        self.plan, self.is_read = None, False
        self._run(tr("Reading {file}", file=path.name), work, self._file_came)

    def _file_came(self, file: _File) -> None:
        self.book, self.sheet, self.heads, self.guesses = file.book, file.sheet, file.heads, file.guesses
        self.kind = self._wanted_kind or file.guesses[0].kind
        self.came.emit(FILE)
        self._soon(self._plan_later)

    # what it lists, and where

    def choose_kind(self, kind: str) -> None:
        """Say what the sheet lists."""
        if kind != self.kind and self.sheet is not None:
            self.kind = self._wanted_kind = kind
            self._forget_rows()
            self._make_plan()

    def choose_heads(self, first: int, last: int) -> None:
        """Say in which rows the heads stand, counted from 0."""
        if self.sheet is not None:
            sheet = self.sheet
            self._make_plan(find=lambda: heads_at(sheet, first, last))

    def choose_no_heads(self) -> None:
        """Say that there is no head row."""
        if self.sheet is not None:
            sheet = self.sheet
            self._make_plan(find=lambda: no_heads(sheet))

    def match(self, column: int, name: str) -> None:
        """Say what a column becomes; '' for nothing."""
        if self.plan is not None:
            self._make_plan(self.plan.mapping.with_match(column, name))

    def expect_others(self) -> None:
        """Somebody else wrote to the file: what is planned next looks at it anew."""
        self._office = None

    @Slot()
    def look_again(self) -> None:
        """Plan anew after people, the policy or records have changed."""
        if self.plan is not None:
            self._office = None
            self._make_plan(self.plan.mapping)

    @Slot()
    def _make_plan(self, mapping: Matching | None = None, find: Callable[[], Heads] | None = None) -> None:
        sheet, book, heads, kind, office = self.sheet, self.book, self.heads, self.kind, self._office
        assert sheet is not None
        assert book is not None
        assert heads is not None
        given, desk = dict(self._given), self.session.desk

        def work(task: Task) -> _Planned:
            with closing(desk.another()) as other:
                found = mapping.heads if mapping else find() if find else heads
                known = office or other.imports.office(kind, task.tell)
                kept = other.imports.remembered(kind, found)
                matched = mapping or match_columns(kind, found, sheet, kept.columns)
                task.tell(0, 0)
                plan = ImportPlan(sheet, matched, known, {**kept.answers, **given}, task.tell)
                return _Planned(found, plan, known, other.imports.earlier(book, sheet.name))

        self.is_read = False
        self._run(tr("Looking at the columns"), work, self._plan_came)

    def _plan_came(self, made: _Planned) -> None:
        before = self.plan
        self.heads, self.plan, self._office, self.earlier = made.heads, made.plan, made.office, made.earlier
        self.plan.for_present, self.plan.chosen = self._for_present, self._chosen
        if before is not None and before.kind == made.plan.kind:
            self.plan.created = before.created
        self.came.emit(PLAN)
        if self.plan.stop is None:
            self._soon(self._rows_later)

    # questions and rows

    def answer(self, told: Mapping[str, str]) -> None:
        """Answer questions, each by the key of an option."""
        if self.plan is None:
            return
        for key, option in told.items():
            self._given[key] = option
            self.plan.answer(key, option)
        self.is_read = False
        self._rows_later.start(ANSWER_MS)

    def take_present(self, told: str) -> None:
        """Say what happens to rows that are there already: 'skip', 'update' or 'add'."""
        self._for_present = told
        if self.plan is not None:
            self.plan.for_present = told

    def take_row(self, number: int, told: str) -> None:
        """Say what happens to one row."""
        if self.plan is not None:
            self._chosen[number] = told
            self.plan.chosen = self._chosen

    @Slot()
    def read_rows(self) -> None:
        """Judge every row as the columns and answers stand."""
        plan, desk = self.plan, self.session.desk
        if plan is None or plan.stop is not None:
            return

        def tell(task: Task, done: int, total: int) -> None:
            # Rows in their hundred thousands are no garbage: the collector need not look through them again and again.
            gc.freeze()
            task.tell(done, total)

        def work(task: Task) -> ImportPlan:
            with closing(desk.another()) as other:
                other.imports.read(plan, partial(tell, task))
            return plan

        self.is_read = False
        self._run(tr("Reading the rows"), work, self._rows_came)

    def _rows_came(self, plan: ImportPlan) -> None:
        self.is_read = True
        self.came.emit(ROWS)

    # work

    def _soon(self, step: QTimer) -> None:
        """Go on once the window has painted what came: beside a large sheet that takes too long otherwise."""
        large = self.sheet is not None and len(self.sheet.rows) > LARGE
        step.start(PAINT_MS if large else 0)

    def _run(self, label: str, work: Callable[[Task], Any], then: Callable[[Any], None]) -> None:
        self._give_up()
        task: list[Task] = []

        def came(result: Any) -> None:
            if self._task is task[0]:
                self._task = None
                then(result)

        def failed(error: Exception) -> None:
            if self._task is task[0]:
                self._task = None
                self._fail(error)

        task.append(self.session.worker.run(label, work, came, failed, can_wait=True))
        self._task = task[0]

    def _give_up(self) -> None:
        for timer in self._timers:
            timer.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _fail(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            self.stopped.emit()
        elif isinstance(error, RiskdeskError):
            self.refused.emit(tr(error.text, **error.params), error.text == NO_ENCODING)
        else:
            raise error


def _first_sheet(book: Book) -> str:
    """The sheet that is shown until a person chooses: the first that is not hidden and holds something."""
    able = [sheet.name for sheet in book.sheets if sheet.rows and not sheet.hidden]
    names = able or [sheet.name for sheet in book.sheets]
    if not names:
        raise RiskdeskError(NOTHING)
    return names[0]
