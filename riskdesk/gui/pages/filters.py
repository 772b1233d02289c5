"""The filter bar of a list: search box, chips for filters, saved views."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from riskdesk import formats
from riskdesk.desk import Desk
from riskdesk.gui.laid_out import widgets_of
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.chip import Chip
from riskdesk.gui.widgets.search import SearchBox
from riskdesk.gui.widgets.ticks import TickMenu
from riskdesk.i18n import tr
from riskdesk.store.query import Condition

Values = tuple[str, ...]
Options = Callable[[Desk], Sequence[tuple[str, str]]]
Conditions = Callable[[Desk, Values], tuple[Condition, ...]]
SEARCH_SHARE = 0.24
"""Of the width of the bar."""
LEAST, WIDEST = 560, 280
"""The bar takes no less: search, the widest chip, 'More', views. A chip of many values is cut, its tooltip is not."""


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


def months_of_year(desk: Desk) -> Sequence[tuple[str, str]]:
    """The months of a year, to choose from."""
    return [(str(number), formats.month_word(number)) for number in range(1, 13)]


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
        self.row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        self.search = SearchBox(hint, parent=self)
        row.addWidget(self.search)
        self._chips: dict[str, Chip] = {}
        for spec in self.filters:
            chip = Chip(tr(spec.label), checkable=spec.options is None, parent=self)
            chip.setObjectName(f"filter-{spec.key}")
            chip.setMaximumWidth(px(WIDEST))
            chip.removed.connect(self._removed)
            if spec.options is None:
                chip.clicked.connect(self._switched)
            else:
                menu = TickMenu(chip)
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
        self._fit()

    @Slot()
    def clear(self) -> None:
        """No search, no filter."""
        self.set_sight(Sight())

    @Slot()
    def drop_filters(self) -> None:
        """No filter; what is searched for stays."""
        self.set_sight(Sight(self.sight.text))
        self.search.setFocus()

    @Slot(str)
    def _searched(self, text: str) -> None:
        if text != self.sight.text:
            self.sight = replace(self.sight, text=text)
            self._show()
            self.changed.emit()

    @Slot()
    def _removed(self) -> None:
        chip = self.sender()
        assert isinstance(chip, Chip)
        focused = chip.hasFocus()
        self.set_sight(self.sight.with_values(self._key_of(chip), ()))
        if focused and chip.isHidden():
            # It stands behind 'More' again.
            self.search.setFocus()

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
        """Every filter that stands in no chip just now, those in use with their marks."""
        self._more_menu.clear()
        for spec in self.filters:
            if not self._chips[spec.key].isHidden():
                continue
            if spec.options is None:
                self._add_switch(spec)
            else:
                menu = self._more_menu.addMenu(tr(spec.label))
                menu.setObjectName(spec.key)
                self._fill(menu)

    def _add_switch(self, spec: Filter) -> None:
        action = self._more_menu.addAction(tr(spec.label))
        action.setData((spec.key, "on"))
        action.setCheckable(True)
        action.setChecked(bool(self.sight.values(spec.key)))
        action.toggled.connect(self._chosen)

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
            if spec.options is None:
                chip.setChecked(bool(values))
                continue
            words = dict(spec.options(self.desk)) if values else {}
            named = formats.listed(words.get(value, value) for value in values)
            chip.set_words(tr("{filter}: {values}", filter=tr(spec.label), values=named) if values else tr(spec.label))
            chip.set_active(bool(values), bool(values))
            chip.set_tip(named)
        self.clear_chip.setVisible(bool(self.sight.text or len(self.sight.filters) > 1))
        self._fit()

    # room

    def minimumSizeHint(self) -> QSize:
        """Chips that have no room go behind 'More', so that the bar makes no page wider than its window."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), theme().px(LEAST)), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _all_chips(self) -> list[Chip]:
        return list(self._chips.values())

    def _wanted(self) -> list[Chip]:
        """The chips to show where there is room, what is in use first; the rest stands behind 'More'."""
        in_use = [key for key, values in self.sight.filters if values]
        keys = [spec.key for spec in self.filters if spec.key in in_use or not spec.more]
        return [self._chips[key] for key in sorted(keys, key=lambda key: key not in in_use)]

    def _has_more(self) -> bool:
        """Whether something stands behind 'More' at any width."""
        return any(spec.more and not self.sight.values(spec.key) for spec in self.filters)

    def _fit(self) -> None:
        """Show what there is room for."""
        gap = self.row.spacing()
        known = {*self._all_chips(), self._more, self.search}
        rest = widgets_of(self.row)
        # 'Clear' comes with the first letter: its room is kept, so that no chip gives way to it.
        shows = {widget for widget in rest if not widget.isHidden() or widget is self.clear_chip}
        taken = sum(widget.sizeHint().width() + gap for widget in shows if widget not in known)
        # The bar as it is shown first is as wide as a widget without a place.
        whole = self.width() if self.isVisible() or self.testAttribute(Qt.WidgetAttribute.WA_Resized) else 1 << 20
        self.search.set_room(whole * SEARCH_SHARE)
        room = whole - taken - gap - self.search.minimumWidth()
        wanted = self._wanted()
        width = {
            chip: max(chip.minimumWidth(), min(chip.sizeHint().width(), chip.maximumWidth())) + gap for chip in wanted
        }
        if self._has_more() or sum(width.values()) > room:
            room -= self._more.sizeHint().width() + gap
        shown = set()
        for chip in wanted:
            room -= width[chip]
            if room < 0:
                break
            shown.add(chip)
        for chip in self._all_chips():
            chip.setVisible(chip in shown)
        self._more.setVisible(self._has_more() or len(shown) < len(wanted))
