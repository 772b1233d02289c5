"""The head of a table: sorts by several columns, lets columns be chosen, sized and moved, and paints itself."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QContextMenuEvent, QFontMetricsF, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from riskdesk.gui.theme.icons import paint_icon
from riskdesk.gui.theme.theme import colours_of, theme
from riskdesk.gui.widgets.paint import line, put_text
from riskdesk.gui.widgets.roles import ColumnRole
from riskdesk.i18n import tr

SortKey = tuple[str, bool]
"""Column key and whether ascending."""

_PADDING = 10


class TableHeader(QHeaderView):
    """Click sorts by a column alone and turns the direction; Shift-click adds a further key or turns it."""

    sort_changed = Signal(list)
    """The new list of SortKey, most important first."""
    column_toggled = Signal(int, bool)
    """The user chose to show or hide a column."""
    reset_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._sort: list[SortKey] = []
        self._pressed = QPoint()
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(theme().px(44))
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)

    def key(self, section: int) -> str:
        """The key of a column; its number where the model names none."""
        return str(self._ask(section, ColumnRole.KEY) or section)

    def section_of(self, key: str) -> int:
        """The column with this key, -1 if there is none."""
        return next((n for n in range(self.count()) if self.key(n) == key), -1)

    def sort_keys(self) -> list[SortKey]:
        """What is sorted by, most important first."""
        return list(self._sort)

    def set_sort_keys(self, keys: list[SortKey]) -> None:
        """Show this order; emits nothing."""
        self._sort = [(str(key), bool(ascending)) for key, ascending in keys]
        self.viewport().update()

    def _ask(self, section: int, role: int) -> object:
        model = self.model()
        return model.headerData(section, Qt.Orientation.Horizontal, role) if model else None

    def _sort_by(self, section: int, add: bool) -> None:
        if self._ask(section, ColumnRole.SORTABLE) is False:
            return
        key = self.key(section)
        directions = dict(self._sort)
        first = (key, not self._ask(section, ColumnRole.DOWN_FIRST))
        turned = (key, not directions[key]) if key in directions else first
        if add:
            kept = [turned if old == key else (old, up) for old, up in self._sort]
            self._sort = kept if key in directions else [*kept, turned]
        else:
            self._sort = [turned] if len(self._sort) == 1 or key not in directions else [first]
        self.viewport().update()
        self.sort_changed.emit(list(self._sort))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        sizing = self.cursor().shape() == Qt.CursorShape.SplitHCursor
        super().mouseReleaseEvent(event)
        moved = (at - self._pressed).manhattanLength() > 4
        if event.button() == Qt.MouseButton.LeftButton and not moved and not sizing:
            section = self.logicalIndexAt(at)
            if section >= 0:
                self._sort_by(section, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.column_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def column_menu(self) -> QMenu:
        """A menu of all columns, ticked where shown, and 'as delivered'."""
        menu = QMenu(self)
        for section in range(self.count()):
            action = menu.addAction(str(self._ask(section, Qt.ItemDataRole.DisplayRole) or self.key(section)))
            action.setCheckable(True)
            action.setChecked(not self.isSectionHidden(section))
            action.setData(section)
            action.setEnabled(self.isSectionHidden(section) or self.count() - self.hiddenSectionCount() > 1)
        menu.addSeparator()
        menu.addAction(tr("Columns as delivered")).setData(-1)
        menu.triggered.connect(self._menu_chosen)
        return menu

    @Slot(QAction)
    def _menu_chosen(self, action: QAction) -> None:
        section = int(action.data())
        if section < 0:
            self.reset_wanted.emit()
        else:
            self.column_toggled.emit(section, action.isChecked())

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme().px(36))

    def sectionSizeFromContents(self, section: int) -> QSize:
        text = str(self._ask(section, Qt.ItemDataRole.DisplayRole) or "")
        width = QFontMetricsF(theme().font("small", bold=True)).horizontalAdvance(text)
        return QSize(round(width) + theme().px(2 * _PADDING + 16), theme().px(36))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        px = theme().px
        c = colours_of(self)
        box = QRectF(rect)
        painter.fillRect(box, c["surface2"])
        line(painter, box.left(), box.bottom() - 1, box.right(), box.bottom() - 1, c["border"])
        font = theme().font("small", bold=True)
        text = str(self._ask(section, Qt.ItemDataRole.DisplayRole) or "")
        align = self._ask(section, Qt.ItemDataRole.TextAlignmentRole)
        right = align is not None and bool(int(align) & int(Qt.AlignmentFlag.AlignRight))  # type: ignore[call-overload]
        place = next((n for n, (key, _) in enumerate(self._sort) if key == self.key(section)), -1)
        inside = box.adjusted(px(_PADDING), 0, -px(_PADDING) - (px(14) if place >= 0 and right else 0), 0)
        room = inside.adjusted(0, 0, -px(14) if place >= 0 and not right else 0, 0)
        flag = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        width = put_text(painter, room, text, font, c["text2"], flag)
        if place >= 0:
            x = room.right() if right else room.left() + width
            self._paint_arrow(painter, QRectF(x + px(2), box.y(), px(12), box.height()), place)
        if self.underMouse() and self.visualIndex(section) < self.count() - 1:
            line(painter, box.right() - 1, box.top() + px(9), box.right() - 1, box.bottom() - px(9), c["border_strong"])

    def _paint_arrow(self, painter: QPainter, rect: QRectF, place: int) -> None:
        c = colours_of(self)
        up = self._sort[place][1]
        paint_icon(painter, "chevron-up" if up else "chevron-down", rect, c["text2"])
        if len(self._sort) > 1:
            small = theme().font("small")
            small.setPointSizeF(small.pointSizeF() * 0.8)
            put_text(painter, rect.translated(rect.width(), -theme().px(4)), str(place + 1), small, c["text2"])
