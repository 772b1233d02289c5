"""The steps of the plan in a list: what is settled and when, what comes, what is late."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from riskdesk import formats
from riskdesk.desk.prints.playbooks import limit_text
from riskdesk.domain.playbook import Step
from riskdesk.domain.response import StepStatus
from riskdesk.domain.urgency import Urgency
from riskdesk.gui.pages.incidents.console.situation import Situation, step_urgency
from riskdesk.gui.pages.incidents.console.words import SHAPES, roles
from riskdesk.gui.theme.icons import paint_icon
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import PaintedButton, drop_later
from riskdesk.gui.widgets.card import Card
from riskdesk.gui.widgets.paint import breakable, focus_ring, line, put_text, rounded, shows_focus
from riskdesk.i18n import tr


class StepRow(PaintedButton):
    """One step: sign, action, who, time taken, limit. An open one can be taken out of turn."""

    chosen = Signal(str)

    def __init__(self, state: StepStatus, current: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state, self.current = state, current
        self._elapsed = self._limit_width = 0.0
        self._urgency: Urgency | None = None
        self.setEnabled(not state.settled)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if state.settled else Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.ArrowCursor if state.settled else Qt.CursorShape.PointingHandCursor)
        self.setToolTip(state.step.action if state.settled else tr("Do this step now: {step}", step=state.step.action))
        self.clicked.connect(self._choose)
        self._describe()

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self.state.step.id)

    def time(self) -> str:
        """When it was done, or for the current one how long it has been."""
        if self.state.done_s is not None:
            return formats.countdown(self.state.done_s)
        if self.state.failed_s is not None:
            return "—"
        return formats.countdown(self._elapsed) if self.current else ""

    def set_limit_width(self, width: float) -> None:
        """Let the limits of a list end, and the times before them stand, at the same place."""
        self._limit_width = width

    def limit_width(self) -> float:
        """What the limit needs."""
        words = limit_words_of(self.state.step)
        return QFontMetricsF(theme().font()).horizontalAdvance(words) + 1 if words else 0.0

    def tick(self, elapsed_s: float) -> None:
        """One second later."""
        before = (self._urgency, self.time())
        self._elapsed = elapsed_s
        self._urgency = step_urgency(self.state, elapsed_s)
        if before != (self._urgency, self.time()):
            self._describe()
            self.update()

    def _describe(self) -> None:
        state = self.state
        said = tr("done") if state.done_s is not None else tr("not possible") if state.settled else tr("open")
        parts = (state.step.action, roles(state.step), said, self.time(), limit_text(state.step))
        self.setAccessibleName(", ".join(filter(None, parts)))

    def sizeHint(self) -> QSize:
        # What is settled is only read; what is open can be pressed and is 44 px high like every control here.
        return QSize(theme().px(240), theme().px(32 if self.state.settled else 44))

    def _sign(self) -> tuple[str, str]:
        if self.state.done_s is not None:
            return "check", "red" if self.state.late_s else "accent"
        if self.state.failed_s is not None:
            return "x", "text3"
        return ("play", "text") if self.current else ("circle", "text3")

    def paintEvent(self, event: QPaintEvent) -> None:
        px = theme().px
        c = self.colours
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.current:
            rounded(painter, box, 4, c["selected"])
        elif self.underMouse() and self.isEnabled():
            rounded(painter, box, 4, c["surface2"])
        sign, tone = self._sign()
        paint_icon(painter, sign, QRectF(px(6), 0, px(14), box.height()), c[tone], solid=sign == "play")
        limit, time = self._limit_width, px(62)
        right = box.width() - px(8)
        quiet = "text2" if self.state.settled else "text"
        align = Qt.AlignmentFlag.AlignRight
        shown = limit_words_of(self.state.step)
        put_text(painter, QRectF(right - limit, 0, limit, box.height()), shown, theme().font(), c["text2"], align)
        colour = "red" if self.state.late_s or self._urgency is Urgency.OVER else quiet
        if self._urgency is Urgency.WARNING:
            colour = SHAPES[self._urgency]
        x = right - limit - time
        put_text(painter, QRectF(x, 0, time - px(6), box.height()), self.time(), theme().font(), c[colour], align)
        # What is to be done has all the room that the others leave.
        said = roles(self.state.step)
        free = x - px(56) - QFontMetricsF(theme().font(bold=self.current)).horizontalAdvance(self.state.step.action)
        need = QFontMetricsF(theme().font()).horizontalAdvance(said) + 1
        who = min(need, max(box.width() * 0.24, free))
        x -= who + px(12)
        put_text(painter, QRectF(x, 0, who, box.height()), said, theme().font(), c["text2"], align)
        self._paint_action(painter, QRectF(px(34), 0, x - px(44), box.height()), c[quiet])
        line(painter, 0, box.height() - 1, box.width(), box.height() - 1, c["border"])
        if shows_focus(self):
            focus_ring(painter, box, 4, c)

    def _paint_action(self, painter: QPainter, place: QRectF, colour: QColor) -> None:
        """On one line where it fits, else on two where the row is high enough."""
        font, action = theme().font(bold=self.current), self.state.step.action
        metrics = QFontMetricsF(font)
        if metrics.horizontalAdvance(action) <= place.width() or place.height() < 2 * metrics.height():
            put_text(painter, place, action, font, colour)
            return
        first, rest = first_line(action, font, place.width())
        top = (place.height() - 2 * metrics.height()) / 2
        for n, words in enumerate((first, rest)):
            line_place = QRectF(place.x(), top + n * metrics.height(), place.width(), metrics.height())
            put_text(painter, line_place, words, font, colour)


def limit_words_of(step: Step) -> str:
    """`限 15 分`, `同步`, nothing without a limit."""
    words = limit_text(step)
    return tr("limit {time}", time=words) if step.limit_s is not None else words


def first_line(text: str, font: QFont, width: float) -> tuple[str, str]:
    """What of a text fits on a line, broken where Chinese and Latin may be, and the rest."""
    layout = QTextLayout(breakable(text), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    made = layout.createLine()
    made.setLineWidth(width)
    end = made.textStart() + made.textLength()
    layout.endLayout()
    whole = breakable(text)
    return whole[:end].rstrip(), whole[end:].lstrip()


class StepList(Card):
    """All steps; the current one stays in sight."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Steps"), margin=18, parent=parent)
        px = theme().px
        self.body.setContentsMargins(px(18), px(12), px(12), px(8))
        self._rows: list[StepRow] = []
        self._inner = QWidget()
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, 0, px(6), 0)
        self._column.setSpacing(0)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._inner)
        self.body.addWidget(self._scroll, 1)

    def sizeHint(self) -> QSize:
        # It takes what the cards above leave over and scrolls inside.
        return QSize(theme().px(300), theme().px(120))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def rows(self) -> list[StepRow]:
        """The rows shown."""
        return list(self._rows)

    def show_situation(self, situation: Situation, current: str) -> None:
        """Show the steps; `current` is the id of the one in the card above."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                drop_later(widget)
        self._rows = []
        for state in situation.states:
            row = StepRow(state, state.step.id == current)
            row.chosen.connect(self.chosen)
            self._rows.append(row)
            self._column.addWidget(row)
        self._column.addStretch(1)
        widest = max((row.limit_width() for row in self._rows), default=0.0)
        for row in self._rows:
            row.set_limit_width(widest)
        settled = sum(state.settled for state in situation.states)
        assert self.title is not None
        self.title.title.setText(tr("Steps {n} / {total}", n=settled, total=len(situation.states)))
        # The scroll bar knows its range only after the rows are laid out.
        QTimer.singleShot(0, self._keep_in_sight)

    @Slot()
    def _keep_in_sight(self) -> None:
        row = next((row for row in self._rows if row.current), None)
        if row is None:
            return
        top = sum(other.sizeHint().height() for other in self._rows[: self._rows.index(row)])
        self._scroll.verticalScrollBar().setValue(max(0, top - theme().px(33)))

    def resizeEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        super().resizeEvent(event)
        self._keep_in_sight()

    def tick(self, elapsed_s: float) -> None:
        """One second later."""
        for row in self._rows:
            row.tick(elapsed_s)
