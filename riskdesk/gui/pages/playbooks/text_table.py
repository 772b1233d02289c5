"""A small table of texts inside a record: heads in small type, cells that wrap and can be copied."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.card import Divider
from riskdesk.gui.widgets.label import Label, Prose


class TextTable(QWidget):
    """`heads` over `rows`; `shares` are the widths of the columns to each other. Empty cells show —."""

    def __init__(self, heads: Sequence[str], rows: Sequence[Sequence[str]], shares: Sequence[int]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme().px(12))
        grid.setVerticalSpacing(theme().px(4))
        for column, (head, share) in enumerate(zip(heads, shares, strict=True)):
            grid.addWidget(Label(head, "small", "second", bold=True), 0, column, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(column, share)
        for number, cells in enumerate(rows):
            grid.addWidget(Divider(), 2 * number + 1, 0, 1, len(heads))
            for column, text in enumerate(cells):
                cell = Prose(text or "—", tone="text" if text else "third")
                cell.setAccessibleName(f"{heads[column]} {text}")
                grid.addWidget(cell, 2 * number + 2, column, Qt.AlignmentFlag.AlignTop)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
