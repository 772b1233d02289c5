"""The filter bar of a list: search box, chips for filters, saved views."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from riskdesk.desk import Desk
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.chip import Chip
from riskdesk.gui.widgets.search import SearchBox
from riskdesk.i18n import tr
from riskdesk.store.query import Condition

Values = tuple[str, ...]
Options = Callable[[Desk], Sequence[tuple[str, str]]]
Conditions = Callable[[Desk, Values], tuple[Condition, ...]]


@dataclass(frozen=True)
class Filter:
    """A filter: a choice among `options` (value, words), or a switch where there are none."""

    key: str
    label: str
    conditions: Conditions
    options: Options | None = None
    counted: bool = False
    """Whether the chip shows how many records a switch would find."""
    more: bool = False
    """Behind the chip 'More' until it is used."""


def by_field(field: str) -> Conditions:
    """Conditions that hold where `field` is one of the chosen values."""
    return lambda desk, values: (Condition(field, "in", values),)


@dataclass(frozen=True)
class Sight:
    """What a list shows: searched text and the values of its filters."""

    text: str = ""
    filters: tuple[tuple[str, Values], ...] = ()

    def values(self, key: str) -> Values:
        """The chosen values of a filter."""
        return dict(self.filters).get(key, ())

    def with_values(self, key: str, values: Values) -> Sight:
        """This sight with other values for one filter; none switch it off."""
        kept = [(k, v) for k, v in self.filters if k != key]
        return replace(self, filters=(*kept, (key, values)) if values else tuple(kept))


class FilterBar(QWidget):
    """Emits `changed` when the person searches or filters."""

    changed = Signal()

    def __init__(self, desk: Desk, hint: str, filters: Sequence[Filter], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.filters = desk, tuple(filters)
        self.sight = Sight()
        px = theme().px
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        self.search = SearchBox(hint, parent=self)
        row.addWidget(self.search)
        self._chips: dict[str, Chip] = {}
        for spec in self.filters:
            chip = Chip(tr(spec.label), checkable=spec.options is None, parent=self)
            chip.setObjectName(f"filter-{spec.key}")
            chip.removed.connect(self._removed)
            if spec.options is None:
                chip.clicked.connect(self._switched)
            else:
                menu = QMenu(chip)
                menu.setObjectName(spec.key)
                menu.aboutToShow.connect(self._fill_menu)
                chip.set_menu(menu)
            self._chips[spec.key] = chip
            row.addWidget(chip)
        self._more = Chip(tr("More"), checkable=False, parent=self)
        self._more_menu = QMenu(self._more)
        self._more_menu.aboutToShow.connect(self._fill_more)
        self._more.set_menu(self._more_menu)
        row.addWidget(self._more)
        self.clear_chip = Chip(tr("Clear"), checkable=False, parent=self)
        self.clear_chip.clicked.connect(self.clear)
        row.addWidget(self.clear_chip)
        row.addStretch(1)
        self.row = row
        self.search.searched.connect(self._searched)
        self._show()

    def conditions(self) -> tuple[Condition, ...]:
        """What must hold for a record to be shown."""
        chosen = dict(self.sight.filters)
        return tuple(c for f in self.filters if f.key in chosen for c in f.conditions(self.desk, chosen[f.key]))

    def set_sight(self, sight: Sight) -> None:
        """Show another sight and tell so."""
        self.sight = sight
        self._show()
        self.changed.emit()

    def set_count(self, key: str, count: int) -> None:
        """How many records a switch would find."""
        spec = next(f for f in self.filters if f.key == key)
        self._chips[key].set_words(tr(spec.label), count)

    @Slot()
    def clear(self) -> None:
        """No search, no filter."""
        self.set_sight(Sight())

    @Slot(str)
    def _searched(self, text: str) -> None:
        if text != self.sight.text:
            self.sight = replace(self.sight, text=text)
            self._show()
            self.changed.emit()

    @Slot()
    def _removed(self) -> None:
        self.set_sight(self.sight.with_values(self._key_of(self.sender()), ()))

    @Slot()
    def _switched(self) -> None:
        key = self._key_of(self.sender())
        self.set_sight(self.sight.with_values(key, () if self.sight.values(key) else ("on",)))

    @Slot()
    def _fill_menu(self) -> None:
        menu = self.sender()
        assert isinstance(menu, QMenu)
        self._fill(menu)

    def _fill(self, menu: QMenu) -> None:
        spec = next(f for f in self.filters if f.key == menu.objectName())
        assert spec.options is not None
        chosen = self.sight.values(spec.key)
        menu.clear()
        for value, words in spec.options(self.desk):
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(value in chosen)
            action.setData((spec.key, value))
            action.toggled.connect(self._chosen)

    @Slot()
    def _fill_more(self) -> None:
        self._more_menu.clear()
        for spec in self.filters:
            if not spec.more or self.sight.values(spec.key):
                continue
            if spec.options is None:
                action = self._more_menu.addAction(tr(spec.label))
                action.setData((spec.key, "on"))
                action.setCheckable(True)
                action.toggled.connect(self._chosen)
            else:
                menu = self._more_menu.addMenu(tr(spec.label))
                menu.setObjectName(spec.key)
                self._fill(menu)

    @Slot(bool)
    def _chosen(self, on: bool) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        key, value = action.data()
        kept = tuple(v for v in self.sight.values(key) if v != value)
        self.set_sight(self.sight.with_values(key, (*kept, value) if on else kept))

    def _key_of(self, chip: Any) -> str:
        return next(key for key, known in self._chips.items() if known is chip)

    def _show(self) -> None:
        if self.search.text() != self.sight.text:
            self.search.blockSignals(True)
            self.search.setText(self.sight.text)
            self.search.blockSignals(False)
        for spec in self.filters:
            chip, values = self._chips[spec.key], self.sight.values(spec.key)
            chip.setVisible(bool(values) or not spec.more)
            if spec.options is None:
                chip.setChecked(bool(values))
                continue
            words = dict(spec.options(self.desk)) if values else {}
            named = "、".join(words.get(value, value) for value in values)
            chip.set_words(tr("{filter}: {values}", filter=tr(spec.label), values=named) if values else tr(spec.label))
            chip.set_active(bool(values), bool(values))
        self._more.setVisible(any(spec.more and not self.sight.values(spec.key) for spec in self.filters))
        self.clear_chip.setVisible(bool(self.sight.text or len(self.sight.filters) > 1))
