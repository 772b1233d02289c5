"""What a case is read in: outcome boxes, lessons behind an accent rule, and columns that lie below each other."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from riskdesk import formats
from riskdesk.domain.case import Case, Lesson, Outcome, Turn
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import Painted
from riskdesk.gui.widgets.facts import Fact
from riskdesk.gui.widgets.flow import FlowLayout
from riskdesk.gui.widgets.label import Label, Prose
from riskdesk.gui.widgets.paint import rounded
from riskdesk.gui.widgets.timeline import Moment
from riskdesk.i18n import tr

TURN_TONES = {Turn.GOOD: "accent", Turn.BAD: "red", Turn.PLAIN: "third"}
SHORT = 10
"""Characters that a box holds; longer values are written below the boxes."""


def moments(case: Case) -> list[Moment]:
    """The course of events for a timeline; the date is told where it changes."""
    told: list[Moment] = []
    day = ""
    for entry in case.course:
        at = entry.at
        head, _, rest = at.partition(" ")
        if rest and "-" in head:
            at, day = (rest if head == day else at), head
        told.append(Moment(at, entry.who, entry.what, TURN_TONES[entry.turn]))
    return told


def outcome_facts(outcome: Outcome) -> tuple[list[Fact], list[Fact]]:
    """What is known of the outcome: short values for boxes, and long ones."""
    known = [
        (tr("Compensation"), formats.yuan(outcome.compensation_cents)),
        (tr("Penalty"), formats.yuan(outcome.penalty_cents)),
        (tr("Public apology"), "" if outcome.apology is None else tr("yes") if outcome.apology else tr("no")),
        (tr("Injured"), "" if outcome.injuries is None else tr("{n} people", n=outcome.injuries)),
        (tr("Days open"), "" if outcome.days_open is None else tr("{n} days", n=outcome.days_open)),
        (tr("Reach"), outcome.reach),
    ]
    facts = [Fact(label, value) for label, value in known if value]
    return [f for f in facts if len(str(f.value)) <= SHORT], [f for f in facts if len(str(f.value)) > SHORT]


class Ruled(Painted):
    """A piece of text behind an accent rule, with a layout `column`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(theme().px(15), theme().px(1), 0, theme().px(1))
        self.column.setSpacing(theme().px(2))

    def paintEvent(self, event: QPaintEvent) -> None:
        rounded(QPainter(self), QRectF(0, 0, theme().px(3), self.height()), 1, self.colours["accent"])


class LessonBlock(Ruled):
    """A named method and its points, numbered."""

    def __init__(self, lesson: Lesson) -> None:
        super().__init__()
        method = Prose(lesson.method)
        method.setProperty("bold", True)
        self.column.addWidget(method)
        points = QGridLayout()
        points.setHorizontalSpacing(theme().px(6))
        points.setVerticalSpacing(theme().px(2))
        points.setColumnStretch(1, 1)
        for number, point in enumerate(lesson.points, 1):
            points.addWidget(Label(str(number), tone="second"), number, 0, Qt.AlignmentFlag.AlignTop)
            points.addWidget(Prose(point, tone="second"), number, 1)
        self.column.addLayout(points)


class Columns(QWidget):
    """Two columns where there is room for them, else one under the other."""

    def __init__(self, narrow: int, shares: tuple[int, int]) -> None:
        super().__init__()
        self._narrow, self._shares = narrow, shares
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme().px(28))
        self.left, self.right = self._column(shares[0]), self._column(shares[1])

    def _column(self, share: int) -> QVBoxLayout:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(8))
        self._row.addWidget(holder, share)
        return column

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        below = event.size().width() < theme().px(self._narrow)
        way = QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight
        if self._row.direction() != way:
            self._row.setDirection(way)
            self._row.setSpacing(theme().px(16 if below else 28))
            for place, share in enumerate(self._shares):
                self._row.setStretch(place, 0 if below else share)


def flow_of(widgets: list[QWidget]) -> QWidget:
    """A widget that holds `widgets` in rows; one wider than the row is cut to it, so give it a tooltip."""
    box = QWidget()
    layout = FlowLayout(box, theme().px(8))
    for widget in widgets:
        widget.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        layout.addWidget(widget)
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    box.setSizePolicy(policy)
    return box
