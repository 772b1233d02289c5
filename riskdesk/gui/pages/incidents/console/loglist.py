"""The log as a list, the newest first. Struck entries stay readable with their reason; late ones show both times."""

from __future__ import annotations

from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from riskdesk import formats
from riskdesk.desk import Desk
from riskdesk.domain.incident import EntryKind, LogEntry
from riskdesk.gui.pages.incidents.console.situation import Situation
from riskdesk.gui.pages.incidents.console.words import entry_clock, entry_text
from riskdesk.gui.theme.theme import colours_of, theme
from riskdesk.gui.widgets.paint import WRAP, breakable, line, put_text, rounded
from riskdesk.i18n import tr

LINE = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex


class Line(NamedTuple):
    """One entry as it is shown."""

    id: str
    time: str
    text: str
    note: str
    struck: bool
    quiet: bool


def line_of(entry: LogEntry, situation: Situation, desk: Desk) -> Line:
    """An entry in words."""
    today, notes = desk.today, [desk.incidents.signer(entry)]
    if entry.is_late:
        notes.append(tr("entered later, at {time}", time=entry_clock(entry.written_at, today)))
    if entry.struck is not None:
        who, time = desk.name(entry.struck.by_id), formats.clock(entry.struck.at)
        notes.append(tr("struck {time} {who}: {reason}", time=time, who=who, reason=entry.struck.reason))
    return Line(
        entry.id, entry_clock(entry.at, today), entry_text(entry, situation), " · ".join(filter(None, notes)),
        entry.struck is not None, entry.entry_kind is EntryKind.CLOCK,
    )  # fmt: skip


class LogModel(QAbstractListModel):
    """Prepared lines."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []

    def show(self, lines: list[Line]) -> None:
        """Other lines."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = 0) -> Any:
        shown = self.lines[index.row()]
        if role == LINE:
            return shown
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{shown.time} {shown.text} {shown.note}".strip()
        return None


class LogDelegate(QStyledItemDelegate):
    """Paints time and text, and below them who, late and struck."""

    def _rects(self, shown: Line, width: float) -> tuple[QRectF, QRectF]:
        px = theme().px
        left = QFontMetricsF(theme().font(bold=True)).horizontalAdvance(shown.time) + px(14)
        room = max(40.0, width - left - px(8))
        text = QFontMetricsF(theme().font()).boundingRect(QRectF(0, 0, room, 1e6), WRAP, breakable(shown.text))
        note = QFontMetricsF(theme().font("small")).boundingRect(QRectF(0, 0, room, 1e6), WRAP, breakable(shown.note))
        top = px(6)
        first = QRectF(left, top, room, max(text.height(), QFontMetricsF(theme().font()).height()))
        return first, QRectF(left, first.bottom() + px(1), room, note.height() if shown.note else 0.0)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListView) else 240
        _, note = self._rects(index.data(LINE), width)
        return QSize(width, max(theme().px(44), round(note.bottom()) + theme().px(7)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        px = theme().px
        c = colours_of(option.widget)
        shown: Line = index.data(LINE)
        box = QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            rounded(painter, box.adjusted(0, 1, 0, -1), 4, c["selected"])
        text, note = self._rects(shown, box.width())
        bold, body = theme().font(bold=True), theme().font()
        body.setStrikeOut(shown.struck)
        quiet = c["text2" if shown.struck or shown.quiet else "text"]
        height = QFontMetricsF(bold).height()
        put_text(painter, QRectF(box.x() + px(4), box.y() + text.y(), text.x(), height), shown.time, bold, quiet)
        painter.setFont(body)
        painter.setPen(quiet)
        painter.drawText(text.translated(box.topLeft()), WRAP, breakable(shown.text))
        painter.setFont(theme().font("small"))
        painter.setPen(c["text2"])
        painter.drawText(note.translated(box.topLeft()), WRAP, breakable(shown.note))
        line(painter, box.x(), box.bottom(), box.right(), box.bottom(), c["border"])
        painter.restore()


class LogList(QListView):
    """Choose an entry with the mouse or the arrows; Delete strikes it."""

    strike_wanted = Signal(str)
    picked = Signal(str)
    """Id of the entry chosen, '' for none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = LogModel(self)
        self.setModel(self._model)
        self.setItemDelegate(LogDelegate(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setMinimumHeight(theme().px(44))
        self.setAccessibleName(tr("Log"))
        # Nothing is typed here, so an input method must not open over it.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.selectionModel().currentChanged.connect(self._picked)

    def lines(self) -> list[Line]:
        """What is shown, the newest first."""
        return list(self._model.lines)

    def show_lines(self, lines: list[Line]) -> None:
        """Show these; the chosen entry stays chosen."""
        if lines == self._model.lines:
            return
        kept = self.chosen()
        self._model.show(lines)
        row = next((place for place, shown in enumerate(lines) if shown.id == kept), -1)
        if kept and row >= 0:
            self.setCurrentIndex(self._model.index(row))
        else:
            self.scrollToTop()

    def chosen(self) -> str:
        """Id of the chosen entry, '' for none."""
        index = self.currentIndex()
        return self._model.lines[index.row()].id if index.isValid() else ""

    def choose(self, entry_id: str) -> None:
        """Choose an entry and bring it into sight."""
        row = next((place for place, shown in enumerate(self._model.lines) if shown.id == entry_id), -1)
        self.setCurrentIndex(self._model.index(row))

    def pick_none(self) -> None:
        """Choose none."""
        self.setCurrentIndex(QModelIndex())
        self.clearSelection()

    @Slot()
    def _picked(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.picked.emit(self.chosen())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.chosen():
            self.strike_wanted.emit(self.chosen())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)
