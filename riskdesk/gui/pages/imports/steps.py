"""The left half: the steps, of which one is open."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from riskdesk.gui.pages.imports.column_list import ColumnList
from riskdesk.gui.pages.imports.draft import Draft
from riskdesk.gui.pages.imports.file_panel import FilePanel
from riskdesk.gui.pages.imports.fold import Fold
from riskdesk.gui.pages.imports.pick_table import PickTable
from riskdesk.gui.pages.imports.present_panel import PresentPanel
from riskdesk.gui.pages.imports.question_list import QuestionList
from riskdesk.gui.pages.imports.words import KINDS, many
from riskdesk.gui.widgets.card import Card
from riskdesk.i18n import tr


class Steps(Card):
    """File, columns, questions, rows that are there already."""

    def __init__(self, draft: Draft) -> None:
        super().__init__(flush=True)
        self.draft = draft
        self.file, self.columns, self.questions = FilePanel(draft), ColumnList(), QuestionList()
        self.present = PresentPanel()
        self.columns.matched.connect(draft.match)
        self.questions.answered.connect(self._answered)
        self.file.sheet_chosen.connect(self._sheet_said)
        titles = (tr("File and sheet"), tr("Columns"), tr("Questions"), tr("Rows that are there already"))
        bodies: tuple[QWidget, ...] = (self.file, self.columns, self.questions, self.present)
        self.folds = [Fold(n, title, body) for n, (title, body) in enumerate(zip(titles, bodies, strict=True), start=1)]
        for fold in self.folds:
            fold.turned.connect(self._turn)
            self.body.addWidget(fold)
        self.body.addStretch(1)
        self._sheet_is_said = False

    def fold(self, body: QWidget) -> Fold:
        """The step with that body."""
        return next(fold for fold in self.folds if fold.body is body)

    def open(self, body: QWidget | None) -> None:
        """Open one step, or none."""
        for fold in self.folds:
            fold.set_opened(fold.body is body)
        opened = any(fold.is_opened for fold in self.folds)
        self.body.setStretch(len(self.folds), 0 if opened else 1)
        for place, fold in enumerate(self.folds):
            self.body.setStretch(place, 1 if fold.is_opened else 0)

    @property
    def tables(self) -> tuple[PickTable, PickTable]:
        """The tables in which a line may be open."""
        return self.columns.table, self.questions.table

    def finish_lines(self) -> None:
        """Take what is being matched or answered."""
        for table in self.tables:
            table.finish_line()

    @Slot(object)
    def _turn(self, fold: Fold) -> None:
        self.open(None if fold.is_opened else fold.body)

    # what the draft tells

    def show_file(self) -> None:
        """Another file, or another sheet of it, was read."""
        book = self.draft.book
        self._sheet_is_said = self._sheet_is_said or (book is not None and bool(book.default))
        self.file.show_file()
        self.fold(self.present).hide()
        self._say_file()

    def new_file(self) -> None:
        """Nothing is known of the file yet."""
        self._sheet_is_said = False

    def show_plan(self, first: bool) -> None:
        """Columns and questions are known. At first the step opens in which a person is needed."""
        plan = self.draft.plan
        assert plan is not None
        self.file.show_plan()
        self.columns.show_plan(plan)
        self.questions.show_plan(plan)
        self._say_file()
        self._say_columns()
        self._say_questions()
        if first:
            self.open(self._needed())

    def show_rows(self) -> None:
        """The rows are judged."""
        plan = self.draft.plan
        assert plan is not None
        self.questions.refresh()
        self._say_questions()
        there = self.fold(self.present)
        there.setVisible(bool(plan.tally.there))
        if not plan.tally.there and there.is_opened:
            self.open(None)
        self.present.show_plan(plan)
        there.head.say(" · ".join((many(plan.tally.there), self.present.summary())), "done")

    def _needed(self) -> QWidget:
        plan, heads = self.draft.plan, self.draft.heads
        assert plan is not None
        unclear = heads is not None and not heads.sure and not heads.chosen
        if not self._sheet_is_said or unclear or self.draft.earlier is not None:
            return self.file
        if plan.stop is not None or self.columns.unsure() or not plan.open_questions:
            return self.columns
        return self.questions

    # in words

    def _say_file(self) -> None:
        draft, head = self.draft, self.fold(self.file).head
        if draft.sheet is None or draft.heads is None:
            head.say("")
            return
        if not self._sheet_is_said:
            head.say(tr("Which sheet is it?"), "ask")
            return
        heads = draft.heads
        if heads.first < 0:
            where = tr("no head row")
        elif heads.first == heads.last:
            where = tr("heads in row {row}", row=heads.first + 1)
        else:
            where = tr("heads in rows {first} to {last}", first=heads.first + 1, last=heads.last + 1)
        before = tr("imported before") if draft.earlier is not None else ""
        words = filter(None, (tr(KINDS[draft.kind]), draft.sheet.name, where, before))
        head.say(" · ".join(words), "done" if (heads.sure or heads.chosen) and not before else "ask")

    def _say_columns(self) -> None:
        plan = self.draft.plan
        assert plan is not None
        unsure, total = self.columns.unsure(), self.columns.model.size()
        words = tr("{n} of {total} are imported", n=self.columns.imported(), total=total)
        if plan.stop is not None:
            self.fold(self.columns).head.say(tr(plan.stop.text, **plan.stop.params), "ask")
        elif unsure:
            self.fold(self.columns).head.say(tr("{words}, please check {n}", words=words, n=unsure), "ask")
        else:
            self.fold(self.columns).head.say(words, "done")

    def _say_questions(self) -> None:
        plan, head = self.draft.plan, self.fold(self.questions).head
        assert plan is not None
        waiting, total = len(plan.open_questions), len(plan.questions)
        if waiting:
            head.say(tr("{n} open", n=many(waiting)), "ask")
        elif total:
            head.say(tr("{n} answered", n=many(total)), "done")
        else:
            head.say(tr("Nothing to ask"), "done")

    @Slot(dict)
    def _answered(self, told: dict[str, str]) -> None:
        self.draft.answer(told)
        self.questions.refresh()
        self._say_questions()

    @Slot()
    def _sheet_said(self) -> None:
        self._sheet_is_said = True
        self._say_file()
