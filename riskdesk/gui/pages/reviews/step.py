"""A step of a meeting: a column that scrolls."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from riskdesk.gui.theme.theme import theme


class Step(QScrollArea):
    """Widgets go into `column`."""

    def __init__(self) -> None:
        super().__init__()
        px = theme().px
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        inner = QWidget()
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(px(18), px(14), px(18), px(18))
        self.column.setSpacing(px(12))
        self.setWidget(inner)
