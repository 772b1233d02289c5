"""The marks of several evaluators against the pass mark; their lead settles differences."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QSpinBox, QWidget

from riskdesk import formats
from riskdesk.domain.drill import CRITERIA, EVALUATORS, Drill, Evaluation
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import drop_later
from riskdesk.gui.widgets.button import Button, IconButton
from riskdesk.gui.widgets.card import Card
from riskdesk.gui.widgets.edits import LineEdit, mark_invalid
from riskdesk.gui.widgets.label import Label
from riskdesk.gui.widgets.tag import Tag
from riskdesk.i18n import tr


class MarksCard(Card):
    """A row for each evaluator and one to enter the next."""

    entered = Signal(object)
    """An Evaluation."""
    removed = Signal(str)
    """Name of an evaluator."""

    def __init__(self, pass_mark: int, parent: QWidget | None = None) -> None:
        super().__init__(tr("Marks"), tr("pass mark {n}", n=pass_mark), parent=parent)
        self._pass_mark = pass_mark
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme().px(10))
        self._grid.setVerticalSpacing(theme().px(6))
        self._grid.setColumnStretch(0, 1)
        self.body.addLayout(self._grid)
        self._shown: list[QWidget] = []
        self.evaluator = LineEdit(tr("Evaluator: {who}", who=formats.listed(tr(who) for who in EVALUATORS)))
        self.evaluator.setAccessibleName(tr("Evaluator"))
        self.boxes: dict[str, QSpinBox] = {}
        for key, name, full in CRITERIA:
            box = QSpinBox()
            box.setRange(0, full)
            box.setAccessibleName(tr(name))
            box.setMinimumWidth(theme().px(84))
            box.valueChanged.connect(self._sum)
            self.boxes[key] = box
        self.lead = QCheckBox(tr("Leads"))
        self.total = Label("", bold=True)
        self.add = Button(tr("Enter marks"), icon="plus")
        self.add.clicked.connect(self._enter)
        self._sum()

    def show_drill(self, drill: Drill) -> None:
        """The evaluators so far, and the score that counts."""
        for widget in self._shown:
            self._grid.removeWidget(widget)
            drop_later(widget)
        self._shown = []
        for column, words in enumerate(("", *(f"{tr(name)} {full}" for _, name, full in CRITERIA), "", tr("Total"))):
            self._put(Label(words, "small", "second"), 0, column)
        for row, item in enumerate(drill.evaluations, 1):
            self._put(Label(item.evaluator, bold=item.lead), row, 0)
            for column, (key, _, _) in enumerate(CRITERIA, 1):
                self._put(Label(str(getattr(item, key))), row, column)
            self._put(Label(tr("leads") if item.lead else "", "small", "second"), row, 4)
            self._put(self._tag(item.total), row, 5)
            remove = IconButton("x", tr("Remove the marks of {name}", name=item.evaluator), 26)
            remove.setObjectName(item.evaluator)
            remove.clicked.connect(self._remove)
            self._put(remove, row, 6)
        last = len(drill.evaluations) + 1
        entry = (self.evaluator, *self.boxes.values(), self.lead, self.total, self.add)
        for column, widget in enumerate(entry):
            self._grid.addWidget(widget, last, column)
        self._show_score(drill)

    def _put(self, widget: QWidget, row: int, column: int) -> None:
        self._grid.addWidget(widget, row, column, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        self._shown.append(widget)

    def _tag(self, total: int) -> Tag:
        passed = total >= self._pass_mark
        return Tag(f"{total} {tr('passed') if passed else tr('not passed')}", "accent" if passed else "red")

    def _show_score(self, drill: Drill) -> None:
        assert self.title is not None
        note = tr("pass mark {n}", n=self._pass_mark)
        if drill.score is not None:
            result = tr("passed") if drill.score >= self._pass_mark else tr("not passed")
            note = tr("{n} points, {result} (pass mark {mark})", n=drill.score, result=result, mark=self._pass_mark)
        self.title.set_note(note)

    @Slot()
    def _sum(self) -> None:
        self.total.setText(str(sum(box.value() for box in self.boxes.values())))

    @Slot()
    def _enter(self) -> None:
        name = self.evaluator.text().strip()
        mark_invalid(self.evaluator, not name)
        if not name:
            self.evaluator.setFocus()
            return
        marks = {key: box.value() for key, box in self.boxes.items()}
        self.entered.emit(Evaluation.model_validate({"evaluator": name, "lead": self.lead.isChecked(), **marks}))

    def entered_stored(self) -> None:
        """The marks are on disk: make room for the next evaluator."""
        self.evaluator.clear()
        self.lead.setChecked(False)
        for box in self.boxes.values():
            box.setValue(0)
        self.evaluator.setFocus()

    @Slot()
    def _remove(self) -> None:
        self.removed.emit(self.sender().objectName())
