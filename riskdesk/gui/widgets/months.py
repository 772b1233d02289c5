"""Choosing months: the season of a risk."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.chip import Chip
from riskdesk.gui.widgets.flow import FlowLayout
from riskdesk.i18n import tr


class MonthsPicker(QWidget):
    """Twelve chips. None chosen means that it does not depend on the season. Arrows move, Space chooses."""

    changed = Signal(list)
    """The months, 1 to 12."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = FlowLayout(self, gap=theme().px(6))
        self._chips: list[Chip] = []
        for month in range(1, 13):
            chip = Chip(tr("month {n}", n=month), parent=self)
            chip.toggled.connect(self._toggled)
            self._chips.append(chip)
            flow.addWidget(chip)
        self.setFocusProxy(self._chips[0])
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def months(self) -> list[int]:
        """The months chosen."""
        return [month for month, chip in enumerate(self._chips, 1) if chip.isChecked()]

    def set_months(self, months: Iterable[int]) -> None:
        """Show these; emits nothing."""
        wanted = set(months)
        for month, chip in enumerate(self._chips, 1):
            chip.blockSignals(True)
            chip.setChecked(month in wanted)
            chip.blockSignals(False)
            chip.update()

    @Slot()
    def _toggled(self) -> None:
        self.changed.emit(self.months())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        here = next((place for place, chip in enumerate(self._chips) if chip.hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
            return
        self._chips[(here + step) % 12].setFocus(Qt.FocusReason.TabFocusReason)
