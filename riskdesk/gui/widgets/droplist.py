"""The list that opens under an editor: a child of the window, since input methods fail in popups."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QVBoxLayout, QWidget

from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import Painted
from riskdesk.gui.widgets.label import Label
from riskdesk.gui.widgets.options import OPTION, Option, OptionDelegate, OptionModel
from riskdesk.gui.widgets.paint import rounded
from riskdesk.i18n import tr

_ROWS = 9


class OptionView(QListView):
    """A list of options that leaves the keyboard to the line above it; the mouse moves the mark."""

    def __init__(self, parent: QWidget, row_height: int = 32, pill: bool = False) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setItemDelegate(OptionDelegate(self, row_height, pill))
        self.options = OptionModel(self)
        self.setModel(self.options)
        self.entered.connect(self.setCurrentIndex)

    def current(self) -> Option | None:
        """The marked option."""
        index = self.currentIndex()
        return index.data(OPTION) if index.isValid() else None

    def mark(self, row: int) -> None:
        """Mark a row, within the list."""
        count = self.options.rowCount()
        if count:
            index = self.options.index(max(0, min(count - 1, row)), 0)
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def step(self, by: int) -> None:
        """Move the mark; over the end it comes round for single steps."""
        count = self.options.rowCount()
        if count:
            row = self.currentIndex().row() + by
            self.mark(row % count if abs(by) == 1 else row)


class DropList(Painted):
    """Shows options under (or above) `anchor`. `picked` brings the Option that was clicked."""

    picked = Signal(object)

    def __init__(self, anchor: QWidget) -> None:
        super().__init__(anchor)
        self._anchor = anchor
        self._watched: list[QWidget] = []
        self.hide()
        # Once opened the list belongs to the window, which outlives the editor.
        anchor.destroyed.connect(self.deleteLater)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view = OptionView(self)
        self.view.clicked.connect(self._clicked)
        self._none = Label(tr("Nothing found"), tone="second", wrap=True, parent=self)
        self._none.setContentsMargins(theme().px(12), theme().px(6), theme().px(12), theme().px(6))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 4, 1, 4)
        column.addWidget(self._none)
        column.addWidget(self.view)

    def stand_under(self, anchor: QWidget) -> None:
        """Open under this widget instead, which holds the editor."""
        self._anchor = anchor

    def open(self, options: Sequence[Option], mark: int = 0, nothing: str = "") -> None:
        """Show these options; with none it says so, or `nothing`."""
        window = self._anchor.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        self.view.options.show(options)
        self.view.setVisible(bool(options))
        self._none.setText(nothing or tr("Nothing found"))
        self._none.setVisible(not options)
        self.view.mark(mark)
        self._watch()
        self._place(len(options))
        self.show()
        self.raise_()

    def close_list(self) -> None:
        """Hide it."""
        for widget in self._watched:
            widget.removeEventFilter(self)
        self._watched.clear()
        self.hide()

    def _watch(self) -> None:
        """Follow the anchor when what it stands in is laid out anew or scrolled; close when it is out of sight."""
        if self._watched:
            return
        widget: QWidget | None = self._anchor
        while widget is not None and not widget.isWindow():
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = widget.parentWidget()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Hide:
            self.close_list()
        elif event.type() in (QEvent.Type.Move, QEvent.Type.Resize) and not self.isHidden():
            if self._anchor.isVisible() and self._anchor.visibleRegion().isEmpty():
                self.close_list()
            else:
                self._place(self.view.options.rowCount())
        return False

    def _place(self, count: int) -> None:
        window = self._anchor.window()
        px = theme().px
        corner = self._anchor.mapTo(window, QPoint(0, 0))
        below = window.height() - corner.y() - self._anchor.height() - px(8)
        above = corner.y() - px(8)
        width = min(max(self._anchor.width(), px(240)), window.width() - px(16))
        left = max(px(8), min(corner.x(), window.width() - width - px(8)))
        rows = px(32) * min(count, _ROWS) if count else self._none.heightForWidth(width - 2)
        height = max(px(32), rows) + 10
        if below >= min(height, above):
            box = QRect(left, corner.y() + self._anchor.height() + 4, width, min(height, below))
        else:
            high = min(height, above)
            box = QRect(left, corner.y() - high - 4, width, high)
        self.setGeometry(box)

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        self.picked.emit(index.data(OPTION))

    def paintEvent(self, event: QPaintEvent) -> None:
        c = self.colours
        rounded(QPainter(self), QRectF(self.rect()), 8, QColor(c["surface"]), c["border_strong"])
