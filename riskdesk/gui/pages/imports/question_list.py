"""What a person is asked: each unclear word, name and column once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from riskdesk.exchange.plan import ImportPlan
from riskdesk.exchange.questions import CREATE, LEAVE, MATCH, NAMED, Question
from riskdesk.exchange.targets import target
from riskdesk.gui.pages.imports.lazy import Head
from riskdesk.gui.pages.imports.pick_table import PickModel, PickTable
from riskdesk.gui.pages.imports.words import many
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.button import Button
from riskdesk.gui.widgets.cells import Look
from riskdesk.gui.widgets.flow import FlowLayout
from riskdesk.gui.widgets.label import Label
from riskdesk.gui.widgets.options import Option
from riskdesk.i18n import tr


class _Questions(PickModel):
    """Open questions first, in the order in which the page was opened, so that none moves when it is answered."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self.plan: ImportPlan | None = None
        self.questions: list[Question] = []

    def show(self, plan: ImportPlan | None) -> None:
        if plan is not None and self.plan is not None and plan.questions == self.plan.questions:
            self.plan = plan
            self.repaint()
            return
        self.plan = plan
        asked = plan.questions if plan is not None else ()
        answers = plan.answers if plan is not None else {}
        self.questions = sorted(asked, key=lambda question: question.key in answers)
        self.renew([Head("about", tr("Word"), 120, flexible=True), Head("rows", tr("Rows"), 58, right=True),
                    Head("answer", tr("Answer"), 176)])  # fmt: skip

    def size(self) -> int:
        return len(self.questions)

    def key(self, row: int) -> Any:
        return self.questions[row].key

    def _answer(self, row: int) -> str | None:
        return self.plan.answers.get(self.questions[row].key) if self.plan is not None else None

    def looks(self, row: int) -> list[Look]:
        assert self.plan is not None
        asked = self.questions[row]
        answer = self._answer(row)
        field = field_of(self.plan, asked)
        about = Look(asked.about, suffix=field) if asked.about else Look(field)
        rows = Look(many(asked.rows), "second", right=True)
        if answer is not None:
            return [about, rows, Look(self._label(row, answer), icon="check")]
        if asked.proposal:
            words = tr("{answer}?", answer=self._label(row, asked.proposal))
            return [about, rows, Look(words, "accent", icon="help")]
        return [about, rows, Look(tr("Please choose"), "accent", icon="help")]

    def _label(self, row: int, key: str) -> str:
        return next((option.text for option in self.options(row) if option.key == key), "")

    def tip(self, row: int, column: int) -> str:
        return self.questions[row].sentence

    def options(self, row: int) -> Sequence[Option]:
        assert self.plan is not None
        asked = self.questions[row]
        found = [Option(option.key, option.label) for option in asked.options]
        if asked.kind == "name":
            offered = {option.key for option in found}
            names = self.plan.office.known.names.get(asked.target, ())
            found += [Option(f"{MATCH}{id}", name) for id, name in names if f"{MATCH}{id}" not in offered]
        return found

    def chosen(self, row: int) -> Any:
        answer = self._answer(row)
        return answer if answer is not None else self.questions[row].proposal or None

    def about(self, row: int) -> str:
        return self.questions[row].sentence


def field_of(plan: ImportPlan, asked: Question) -> str:
    """Of what field a question is."""
    if asked.kind == "name":
        return tr(NAMED[asked.target])
    return target(plan.kind, asked.target).label if asked.target else asked.column


class QuestionList(QWidget):
    """`answered` brings answers by the keys of their questions."""

    answered = Signal(dict)

    def __init__(self) -> None:
        super().__init__()
        px = theme().px
        self.model = _Questions(self)
        self.take = Button("", icon="check")
        self.create_all = Button("", icon="plus")
        self.leave = Button("")
        for button, slot in ((self.take, self._take), (self.create_all, self._create), (self.leave, self._leave)):
            button.clicked.connect(slot)
        self.together = QWidget()
        flow = FlowLayout(self.together)
        flow.setContentsMargins(px(14), 0, px(14), 0)
        for button in (self.take, self.create_all, self.leave):
            flow.addWidget(button)
        self.table = PickTable(tr("Questions"), self.model)
        self.table.picked.connect(self._picked)
        self.table.row_changed.connect(self._say)
        self.sentence = Label("", "small", "second", wrap=True)
        self.sentence.setContentsMargins(px(14), 0, px(14), 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 1, px(10))
        column.setSpacing(px(8))
        column.addWidget(self.together)
        column.addWidget(self.table, 1)
        column.addWidget(self.sentence)
        self.setFocusProxy(self.table)

    def show_plan(self, plan: ImportPlan | None) -> None:
        """Show the questions of a plan."""
        self.table.close_line()
        self.model.show(plan)
        self.refresh()
        if self.model.size() and not self.table.currentIndex().isValid():
            self.table.go_to_row(0)
        self._say(self.table.currentIndex())

    def refresh(self) -> None:
        """Answers are others now."""
        self.model.repaint()
        open_ones = self._open()
        proposed, made = self._proposed(), self._to_create()
        self.take.set_words(tr("Take {n} proposals", n=many(len(proposed))))
        self.create_all.set_words(tr("Create all {n}", n=many(len(made))))
        self.leave.set_words(tr("Leave the rest empty"))
        self.take.setVisible(len(proposed) > 1)
        self.create_all.setVisible(len(made) > 1 and len(made) != len(proposed))
        self.leave.setVisible(len(open_ones) > 1 and bool(self._to_leave()))
        self.together.setVisible(len(open_ones) > 1)

    def _open(self) -> list[Question]:
        return list(self.model.plan.open_questions) if self.model.plan is not None else []

    def _proposed(self) -> dict[str, str]:
        return {asked.key: asked.proposal for asked in self._open() if asked.proposal}

    def _with(self, key: str) -> dict[str, str]:
        return {asked.key: key for asked in self._open() if any(option.key == key for option in asked.options)}

    def _to_create(self) -> dict[str, str]:
        return self._with(CREATE)

    def _to_leave(self) -> dict[str, str]:
        return self._with(LEAVE)

    def _tell(self, answers: Mapping[str, str]) -> None:
        if answers:
            self.answered.emit(dict(answers))

    @Slot()
    def _take(self) -> None:
        self._tell(self._proposed())

    @Slot()
    def _create(self) -> None:
        self._tell(self._to_create())

    @Slot()
    def _leave(self) -> None:
        self._tell(self._to_leave())

    @Slot(object, object)
    def _picked(self, key: str, option: object) -> None:
        if option:
            self._tell({key: str(option)})

    @Slot(QModelIndex)
    def _say(self, index: QModelIndex) -> None:
        shown = index.isValid() and index.row() < self.model.size()
        self.sentence.setText(self.model.questions[index.row()].sentence if shown else "")
        self.sentence.setVisible(shown)
