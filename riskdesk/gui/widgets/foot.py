"""The foot of the window: who and where, saved or saving, last backup, and the running incidents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from riskdesk.gui.theme.icons import paint_icon
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import Painted, PaintedButton, drop_later
from riskdesk.gui.widgets.label import ElidedLabel
from riskdesk.gui.widgets.paint import focus_ring, level_shape, line, put_text, rounded, shows_focus
from riskdesk.i18n import tr

SaveState = Literal["saved", "saving", "failed"]
Limit = Literal["calm", "warning", "over"]
_SHAPES = {"calm": "blue", "warning": "yellow", "over": "red"}
"""The level whose shape stands for a limit state."""


_SAVE_LOOK = {"saved": ("check", "text2"), "saving": ("refresh", "text2"), "failed": ("alert", "red")}


@dataclass(frozen=True)
class Running:
    """A running incident as the strip shows it: ready-made texts, and the state of the next step's limit."""

    key: str
    title: str
    clock: str
    next: str = ""
    limit: Limit = "calm"
    drill: bool = False


class FootBar(Painted):
    """The bar. Give it texts; it keeps the strip of running incidents whole and elides the rest."""

    incident_opened = Signal(str)
    """The key of a running incident that was clicked."""
    backup_clicked = Signal()
    person_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = theme().px
        self._strips: dict[str, IncidentStrip] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.person = _FootText(self)
        self.person.clicked.connect(self.person_clicked)
        self.site = ElidedLabel("", "small", "second", parent=self)
        self.saved = _SaveMark(self)
        self.backup = _FootText(self)
        self.backup.clicked.connect(self.backup_clicked)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(px(14), 1, px(14), 0)
        self._row.setSpacing(px(18))
        for widget in (self.person, self.site, self.saved, self.backup):
            self._row.addWidget(widget)
        self._row.addStretch(1)

    def set_person(self, text: str) -> None:
        """'沈敏 · 安全主管'."""
        self.person.set_words(text)

    def set_site(self, text: str) -> None:
        """'锦绣花园 JX'."""
        self.site.setText(text)

    def set_saved(self, state: SaveState, time: str = "", reason: str = "") -> None:
        """The state of saving; `time` as shown, `reason` when it failed."""
        self.saved.set_state(state, time, reason)

    def set_backup(self, text: str, alert: bool = False) -> None:
        """'备份 今天 06:00，已验证'; `alert` when it is late or failed."""
        self.backup.set_words(text, "red" if alert else "text2")

    def set_running(self, running: list[Running]) -> None:
        """Show these incidents, most urgent first; called each second, widgets are kept."""
        wanted = {item.key: item for item in running}
        for key in [key for key in self._strips if key not in wanted]:
            drop_later(self._strips.pop(key))
        for item in running:
            if item.key not in self._strips:
                strip = IncidentStrip(item, self)
                strip.opened.connect(self.incident_opened)
                self._strips[item.key] = strip
                self._row.addWidget(strip)
            self._strips[item.key].show_state(item, brief=len(running) > 2)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(600), theme().px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.colours["surface"])
        line(painter, 0, 0, self.width(), 0, self.colours["border"])


class _FootText(PaintedButton):
    """Small words in the foot that can be clicked."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._tone = "text2"
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_words(self, text: str, tone: str = "text2") -> None:
        self._tone = tone
        self.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(theme().font("small"))
        return QSize(round(metrics.horizontalAdvance(self.text())) + 3, theme().px(24))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(40), theme().px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = theme().font("small")
        font.setUnderline(self.underMouse())
        box = QRectF(self.rect())
        put_text(painter, box.adjusted(1, 0, 0, 0), self.text(), font, self.colours[self._tone])
        if shows_focus(self):
            focus_ring(painter, box, 4, self.colours)


class _SaveMark(Painted):
    """Saved, saving or failed, with a sign and a word."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._state: SaveState = "saved"
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_state(self, state: SaveState, time: str, reason: str) -> None:
        self._state = state
        self._text = {
            "saved": tr("Saved {time}", time=time).strip(),
            "saving": tr("Saving"),
            "failed": reason or tr("Not saved"),
        }[state]
        self.setAccessibleName(self._text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        if not self._text:
            return QSize(0, theme().px(20))
        width = QFontMetricsF(theme().font("small")).horizontalAdvance(self._text)
        return QSize(round(width) + theme().px(18) + 2, theme().px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._text:
            return
        painter = QPainter(self)
        sign, tone = _SAVE_LOOK[self._state]
        side = theme().px(14)
        paint_icon(painter, sign, QRectF(0, 0, side, self.height()), self.colours[tone])
        words = QRectF(self.rect()).adjusted(theme().px(17), 0, 0, 0)
        put_text(painter, words, self._text, theme().font("small"), self.colours[tone])


class IncidentStrip(PaintedButton):
    """One running incident: shape, title, clock, and how long until the next step is due. Click to go there."""

    opened = Signal(str)

    def __init__(self, running: Running, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._running, self._brief = running, False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open)

    def show_state(self, running: Running, brief: bool = False) -> None:
        """Take new times; `brief` leaves the words out where several run."""
        wide = len(self._words())
        self._running, self._brief = running, brief
        self.setAccessibleName("  ".join(self._words()))
        if len(self._words()) != wide or self.width() != self.sizeHint().width():
            self.updateGeometry()
        self.update()

    @Slot()
    def _open(self) -> None:
        self.opened.emit(self._running.key)

    def _words(self) -> list[str]:
        run = self._running
        lead = tr("Drill in progress") if run.drill else tr("Incident in progress")
        due = tr("Next step {time}", time=run.next) if run.next and run.limit != "over" else ""
        if run.next and run.limit == "over":
            due = tr("Overdue {time}", time=run.next)
        parts = (
            [run.title, run.clock, due if run.limit == "over" else run.next]
            if self._brief
            else [lead, run.title, run.clock, due]
        )
        return [part for part in parts if part]

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(theme().font("small", bold=True))
        px = theme().px
        words = sum(metrics.horizontalAdvance(word) + px(12) for word in self._words())
        return QSize(round(words) + px(24), px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        px = theme().px
        c = self.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        tone = "accent" if self._running.drill and self._running.limit == "calm" else "red"
        rounded(painter, box, 4, c[f"{tone}_soft"], c[tone] if self.underMouse() else None)
        side = px(11)
        level_shape(painter, _SHAPES[self._running.limit], QRectF(px(10), 0, side, box.height()), c[tone])
        font = theme().font("small", bold=True)
        metrics = QFontMetricsF(font)
        x = float(px(10) + side + px(4))
        for word in self._words():
            width = metrics.horizontalAdvance(word)
            put_text(painter, QRectF(x, 0, width + 1, box.height()), word, font, c[tone])
            x += width + px(12)
        if shows_focus(self):
            focus_ring(painter, box, 4, c)
