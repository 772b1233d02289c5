"""One line for each step and each inject: its time and what became of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from riskdesk import formats
from riskdesk.desk.prints.playbooks import limit_text
from riskdesk.domain.drill import Drill, InjectOutcome, InjectResult, StepOutcome, StepResult
from riskdesk.domain.playbook import Inject, Step
from riskdesk.gui.pages.drills.clocktime import StopwatchEdit
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import Painted
from riskdesk.gui.widgets.edits import LineEdit
from riskdesk.gui.widgets.label import ElidedLabel, Label
from riskdesk.gui.widgets.paint import line, rounded
from riskdesk.gui.widgets.segments import Segments
from riskdesk.i18n import tr

NOTE_FROM = 900
"""Width of a row in px at 100 % from which there is room for a note."""


class ResultRow(Painted):
    """Words, a time, a choice of outcomes, a note. `edited` comes when something of it is to be kept."""

    edited = Signal(str)
    """Key of the row."""

    def __init__(
        self, key: str, outcomes: Sequence[tuple[str, str]], first: str, words: str, below: str, who: str, limit: str,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        px = theme().px
        self.key = key
        self._due = False
        self._shown: tuple[str, int | None, str] = ("", None, "")
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(ElidedLabel(words, bold=True))
        if below:
            column.addWidget(ElidedLabel(below, "small", "second"))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(10), px(5), px(10), px(5))
        row.setSpacing(px(10))
        number = Label(first, tone="second")
        number.setFixedWidth(px(48 if first.startswith("+") else 22))
        row.addWidget(number)
        row.addLayout(column, 3)
        self.who = ElidedLabel(who, "body", "second")
        self.who.setFixedWidth(px(120))
        self.limit = ElidedLabel(limit, "body", "second")
        self.limit.setFixedWidth(px(76))
        self.late = Label("", "small", "red", bold=True)
        self.late.setFixedWidth(px(76))
        self.time = StopwatchEdit(tr("m:ss"))
        self.time.setFixedWidth(px(76))
        self.time.setAccessibleName(tr("Time of {what}", what=words))
        self.time.editingFinished.connect(self._time_typed)
        self.outcome = Segments(tr("Result of {what}", what=words), outcomes)
        self.outcome.set_current("")
        self.outcome.changed.connect(self._outcome_chosen)
        self.note = LineEdit(tr("Note"))
        self.note.editingFinished.connect(self._edited)
        for widget in (self.who, self.limit, self.time, self.late, self.outcome):
            row.addWidget(widget)
        row.addWidget(self.note, 2)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._now: float | None = None

    def sizeHint(self) -> QSize:
        return QSize(theme().px(700), max(theme().px(46), super().sizeHint().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= theme().px(NOTE_FROM)
        self.note.setVisible(wide)
        self.who.setVisible(self.width() >= theme().px(840))

    def set_now(self, elapsed_s: float | None) -> None:
        """Seconds on the drill's clock, None while it does not run: what a tick takes as its time."""
        self._now = elapsed_s

    def show_result(self, outcome: str, at_s: int | None, note: str, late_s: float) -> None:
        """What is stored; a field in which something is being typed is left alone."""
        self._shown = (outcome, at_s, note)
        self.outcome.set_current(outcome)
        if not self.time.hasFocus():
            self.time.set_value(at_s)
        if not self.note.hasFocus():
            self.note.setText(note)
        self.late.setText(tr("{time} late", time=formats.countdown(late_s)) if late_s else "")

    def set_due(self, due: bool) -> None:
        """Whether it is time for it now."""
        if due != self._due:
            self._due = due
            self.update()

    @Slot(str)
    def _outcome_chosen(self, key: str) -> None:
        if self._counts_time(key) and self.time.value() is None and self._now is not None:
            self.time.set_value(int(self._now))
        self._edited()

    @staticmethod
    def _counts_time(key: str) -> bool:
        return key in (StepOutcome.DONE, InjectOutcome.SEEN, InjectOutcome.PARTLY, InjectOutcome.MISSED)

    @Slot()
    def _time_typed(self) -> None:
        if self.time.value() is not None and not self.outcome.current():
            self.outcome.set_current(self.when_timed())
        self._edited()

    def when_timed(self) -> str:
        """The outcome that a typed time means."""
        return StepOutcome.DONE

    @Slot()
    def _edited(self) -> None:
        if self.outcome.current() and (self.outcome.current(), self.at_s(), self.note.text()) != self._shown:
            self.edited.emit(self.key)

    def at_s(self) -> int | None:
        """Seconds after the start, None where none was noted."""
        value = self.time.value()
        return int(str(value)) if value is not None else None

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._due:
            rounded(painter, QRectF(self.rect()).adjusted(2, 1, -2, -2), 6, self.colours["accent_soft"])
        line(painter, 0, self.height() - 1, self.width(), self.height() - 1, self.colours["border"])


class StepRow(ResultRow):
    """How a step went."""

    def __init__(self, n: int, step: Step, parent: QWidget | None = None) -> None:
        outcomes = [(outcome.value, tr(outcome.label)) for outcome in StepOutcome]
        who = "、".join(filter(None, (step.role, *step.helpers)))
        super().__init__(step.id, outcomes, str(n), step.action, "", who, limit_text(step), parent)

    def result(self) -> StepResult:
        """What is to be kept."""
        return StepResult(
            step_id=self.key, outcome=StepOutcome(self.outcome.current()), at_s=self.at_s(), note=self.note.text()
        )

    def show_drill(self, drill: Drill, late_s: float) -> None:
        """What the drill has of it."""
        result = drill.step_result(self.key)
        if result is None:
            self.show_result("", None, "", 0)
        else:
            self.show_result(result.outcome.value, result.at_s, result.note, late_s)


class InjectRow(ResultRow):
    """How an inject went."""

    def __init__(self, inject: Inject, parent: QWidget | None = None) -> None:
        outcomes = [(outcome.value, tr(outcome.label)) for outcome in InjectOutcome]
        who = " → ".join(filter(None, (inject.giver, inject.receiver)))
        at = f"+{formats.countdown(inject.at_s)}"
        follows = tr("Should follow: {what}", what=inject.expected) if inject.expected else ""
        super().__init__(inject.id, outcomes, at, inject.what, follows, who, "", parent)
        self.limit.hide()
        self.late.hide()

    def when_timed(self) -> str:
        return InjectOutcome.SEEN

    def result(self) -> InjectResult:
        """What is to be kept."""
        return InjectResult(
            inject_id=self.key, outcome=InjectOutcome(self.outcome.current()), at_s=self.at_s(), note=self.note.text()
        )

    def show_drill(self, drill: Drill) -> None:
        """What the drill has of it."""
        result = drill.inject_result(self.key)
        if result is None:
            self.show_result("", None, "", 0)
        else:
            self.show_result(result.outcome.value, result.at_s, result.note, 0)
