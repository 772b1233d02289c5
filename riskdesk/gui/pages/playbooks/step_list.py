"""The steps of a playbook under edit, one line each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from riskdesk.gui.models.records import Index
from riskdesk.gui.theme.icons import paint_icon
from riskdesk.gui.theme.theme import colours_of, theme
from riskdesk.gui.widgets.paint import put_text, rounded, shows_focus
from riskdesk.i18n import tr

LINE = int(Qt.ItemDataRole.UserRole) + 1
MOST = 9
"""Lines that are shown before the list scrolls."""


@dataclass(frozen=True)
class StepLine:
    """What the list shows of a step. `loose`: it allows more than the response tier."""

    number: int
    action: str
    role: str = ""
    limit: str = ""
    parallel: bool = False
    loose: bool = False
    wrong: bool = False


class StepModel(QAbstractListModel):
    """The lines."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[StepLine] = []

    def show(self, lines: Sequence[StepLine]) -> None:
        """Other lines; as many as before only change what they say."""
        if len(lines) == len(self.lines):
            self.lines = list(lines)
            if lines:
                self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
            return
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return " · ".join(filter(None, (f"{line.number} {line.action}", line.role, line.limit)))
        return None


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme().px(120), theme().px(34))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        px, view = theme().px, option.widget
        c = colours_of(view)
        line: StepLine = index.data(LINE)
        rect = QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            rounded(painter, rect.adjusted(1, 1, -1, -1), 6, c["selected"])
        inside = rect.adjusted(px(8), 0, -px(8), 0)
        small, body = theme().font("small"), theme().font()
        number = QRectF(inside.x(), inside.y(), px(20), inside.height())
        put_text(painter, number, str(line.number), theme().font("small", bold=True), c["text2"])
        inside.adjust(px(24), 0, 0, 0)
        if line.wrong:
            paint_icon(painter, "alert", QRectF(inside.x(), inside.y(), px(14), inside.height()), c["red"])
            inside.adjust(px(20), 0, 0, 0)
        for text, colour in ((line.limit, c["yellow" if line.loose else "text2"]), (line.role, c["text2"])):
            if text:
                wide = min(QFontMetricsF(small).horizontalAdvance(text) + 1, inside.width() * 0.4)
                place = QRectF(inside.right() - wide, inside.y(), wide, inside.height())
                put_text(painter, place, text, small, colour)
                inside.adjust(0, 0, -wide - px(12), 0)
        if line.parallel:
            paint_icon(painter, "split", QRectF(inside.x(), inside.y(), px(14), inside.height()), c["text2"])
            inside.adjust(px(20), 0, 0, 0)
        put_text(painter, inside, line.action or tr("(no action yet)"), body, c["text" if line.action else "text3"])
        if option.state & QStyle.StateFlag.State_HasFocus and shows_focus(view):
            rounded(painter, rect.adjusted(1, 1, -1, -1), 6, None, c["accent"], 2)
        painter.restore()


class StepList(QListView):
    """Arrows choose; Enter goes to the fields, Insert adds, Delete removes. The editor has the other keys."""

    chosen = Signal(int)
    entered_step = Signal()
    added = Signal()
    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = StepModel()
        self.setModel(self.lines)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(tr("Steps"))
        self.setUniformItemSizes(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def show_lines(self, lines: Sequence[StepLine], current: int) -> None:
        """Show these, one of them chosen; emits nothing."""
        self.blockSignals(True)
        before = self.lines.rowCount()
        self.lines.show(lines)
        if 0 <= current < len(lines):
            index = self.lines.index(current)
            self.setCurrentIndex(index)
            self.scrollTo(index)
        self.blockSignals(False)
        if before != len(lines):
            self.updateGeometry()

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        super().currentChanged(current, previous)
        if current.isValid() and not self.signalsBlocked():
            self.chosen.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_step.emit()
        elif key == Qt.Key.Key_Insert:
            self.added.emit()
        elif key == Qt.Key.Key_Delete:
            self.removed.emit()
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are no command here."""

    def sizeHint(self) -> QSize:
        lines = max(1, min(MOST, self.lines.rowCount()))
        return QSize(theme().px(240), lines * theme().px(34) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(120), self.sizeHint().height())
