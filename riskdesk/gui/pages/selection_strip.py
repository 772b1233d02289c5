"""A quiet line under a list that says what is selected and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QTimer, Slot
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from riskdesk.gui.models.records import RecordModel
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import Painted
from riskdesk.gui.widgets.button import ActionButton
from riskdesk.gui.widgets.label import ElidedLabel
from riskdesk.gui.widgets.paint import line
from riskdesk.gui.widgets.table import RecordTable
from riskdesk.i18n import tr


class SelectionStrip(Painted):
    """Shows once more than one row, or a block of cells, is selected."""

    def __init__(self, table: RecordTable, model: RecordModel, actions: list[QAction]) -> None:
        super().__init__()
        self._table, self._model = table, model
        px = theme().px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(6), px(12), px(6))
        row.setSpacing(px(8))
        self.words = ElidedLabel("", "small", "second")
        row.addWidget(self.words, 1)
        for action in actions:
            row.addWidget(ActionButton(action))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.look)
        table.chosen.connect(self._later.start)
        table.model().modelReset.connect(self._later.start)
        self.hide()

    @Slot()
    def look(self) -> None:
        """Say what is selected now."""
        block, rows = self._table.block, self._table.selected_rows()
        columns = block.columns()
        if block.active and len(block.rows()) * len(columns) > 1:
            words = tr("{rows} × {columns} cells · Shift+Space: their rows", rows=len(rows), columns=len(columns))
            self.words.setText(words)
            self.show()
        elif not block.active and (count := self._model.records_in(rows)) > 1:
            self.words.setText(tr("{n} rows selected", n=f"{count:,}"))
            self.show()
        else:
            self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        box = QRectF(self.rect())
        line(QPainter(self), box.left(), 0, box.right(), 0, self.colours["border"])
