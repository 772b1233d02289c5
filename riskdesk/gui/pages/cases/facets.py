"""The filters of the case library: what fits is counted, and the families stand beside the search to be clicked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QMenu, QWidget

from riskdesk.desk import Desk
from riskdesk.domain.case import CaseOrigin, CaseState
from riskdesk.domain.level import Level
from riskdesk.domain.words import N_
from riskdesk.gui.pages.filters import Filter, FilterBar, Values, by_field
from riskdesk.gui.widgets.base import drop_later
from riskdesk.gui.widgets.chip import Chip
from riskdesk.gui.widgets.search import SearchBox
from riskdesk.i18n import language, tr
from riskdesk.store import Query
from riskdesk.store.query import Condition

SEARCH_WIDTH = 400
MOST_VALUES = 40
"""Values that a menu offers: the most frequent ones; what is rarer is found by the search."""
LARGE, LARGE_MS = 20_000, 120
"""From so many cases on, counting the hits of every family waits for a pause in typing, as the case beside does."""


def _families(desk: Desk) -> Sequence[tuple[str, str]]:
    return [(family.key, family.in_language(language())) for family in desk.policy.families]


def _levels(desk: Desk) -> Sequence[tuple[str, str]]:
    return [(level.value, f"{level.sign} {tr(level.label)}") for level in Level]


def _sites(desk: Desk) -> Sequence[tuple[str, str]]:
    return [(site.id, site.name) for site in desk.directory.all("site")]


def _origins(desk: Desk) -> Sequence[tuple[str, str]]:
    return [(origin.value, tr(origin.label)) for origin in CaseOrigin]


def _states(desk: Desk) -> Sequence[tuple[str, str]]:
    return [(state.value, tr(state.label)) for state in CaseState]


def _as_written(desk: Desk) -> Sequence[tuple[str, str]]:
    return []


def _years(desk: Desk, values: Values) -> tuple[Condition, ...]:
    return (Condition("happened_year", "in", tuple(int(value) for value in values if value.isdigit())),)


def _added(desk: Desk, values: Values) -> tuple[Condition, ...]:
    return desk.cases.this_month().where


FIELDS = {
    "family": "family", "type": "case_type", "origin": "origin", "year": "happened_year", "level": "level",
    "site": "site_id", "state": "state",
}  # fmt: skip
"""Key of each facet and the field it counts."""

FACETS = (
    Filter("family", N_("Family"), by_field("family"), _families),
    Filter("type", N_("Type"), by_field("case_type"), _as_written),
    Filter("origin", N_("Origin"), by_field("origin"), _origins),
    Filter("year", N_("Year"), _years, _as_written),
    Filter("level", N_("Level"), by_field("level"), _levels),
    Filter("site", N_("Site"), by_field("site_id"), _sites),
    Filter("state", N_("State"), by_field("state"), _states),
    Filter("added", N_("Added this month"), _added, more=True),
)


class FacetBar(FilterBar):
    """Search, one chip per family with its hits, and a menu per facet that counts when it opens."""

    def __init__(self, desk: Desk, hint: str, parent: QWidget | None = None) -> None:
        self._family_chips: list[Chip] = []
        self._totals: dict[str, int] = {}
        self._totals_of: tuple[tuple[str, Values], ...] | None = None
        super().__init__(desk, hint, FACETS, parent)
        old = self.search
        self.large = desk.store.count("case") > LARGE
        """Whether work that follows typing waits for a pause in it."""
        self.search = SearchBox(hint, width=SEARCH_WIDTH, parent=self)
        self.search.searched.connect(self._searched)
        self.row.replaceWidget(old, self.search)
        drop_later(old)
        self._count = QTimer(self)
        self._count.setSingleShot(True)
        self._count.setInterval(LARGE_MS)
        self._count.timeout.connect(self.count_families)
        self.changed.connect(self._count.start if self.large else self.count_families)

    def facet(self, key: str) -> list[tuple[str, int]]:
        """Values of a facet and their hits under the search and the other filters."""
        return self._counted(key, self.sight.text)

    def _counted(self, key: str, text: str) -> list[tuple[str, int]]:
        chosen = dict(self.sight.with_values(key, ()).filters)
        where = tuple(c for f in self.filters if f.key in chosen for c in f.conditions(self.desk, chosen[f.key]))
        return [(str(value), n) for value, n in self.desk.cases.facet(FIELDS[key], Query(text, where))]

    # the families beside the search

    @Slot()
    def count_families(self) -> None:
        """Bring the chips of the families up to date: while one types their figures change, not their places."""
        if not self.desk.is_open:  # typing rested when the file was closed already
            return
        names = dict(_families(self.desk))
        counts, chosen = dict(self.facet("family")), self.sight.values("family")
        totals = self._totals = self._all_in(counts)
        keys = [*totals, *(key for key in (*counts, *chosen) if key not in totals)]
        while len(self._family_chips) < len(keys):
            chip = Chip("", parent=self)
            chip.clicked.connect(self._family_clicked)
            chip.removed.connect(self._family_clicked)
            self._family_chips.append(chip)
            self.row.insertWidget(len(self._family_chips), chip)
        for place, chip in enumerate(self._family_chips):
            key = keys[place] if place < len(keys) else ""
            chip.setObjectName(key)
            chip.setChecked(False)
            chip.set_active(key in chosen, key in chosen)
            chip.set_words(names.get(key, key), max(totals.get(key, 0), counts.get(key, 0)))
            chip.setMinimumWidth(chip.sizeHint().width())
            chip.set_words(names.get(key, key), counts.get(key, 0))
        self._fit()

    def _all_in(self, counts: dict[str, int]) -> dict[str, int]:
        """How many cases of each family there are under the other filters, the most frequent first."""
        others = self.sight.with_values("family", ()).filters
        if not self.sight.text:
            self._totals_of = others
            return counts
        if others == self._totals_of:
            return self._totals
        self._totals_of = others
        return dict(self._counted("family", ""))

    @Slot()
    def _family_clicked(self) -> None:
        chip = self.sender()
        assert isinstance(chip, Chip)
        chip.setChecked(False)
        key, chosen = chip.objectName(), self.sight.values("family")
        kept = tuple(value for value in chosen if value != key)
        self.set_sight(self.sight.with_values("family", kept if key in chosen else (*kept, key)))

    # menus

    @Slot()
    def _fill_more(self) -> None:
        self._more_menu.clear()
        for spec in self.filters:
            chip = self._chips[spec.key]
            if spec.options is None:
                if chip.isHidden():
                    self._add_switch(spec)
                continue
            own = self._family_chips if spec.key == "family" else [chip]
            hidden = any(c.objectName() and c.isHidden() for c in own)
            menu = chip.findChild(QMenu, spec.key)
            if hidden and menu is not None:
                menu.setTitle(tr(spec.label))
                self._more_menu.addMenu(menu)

    def _fill(self, menu: QMenu) -> None:
        key = menu.objectName()
        spec = next(f for f in self.filters if f.key == key)
        assert spec.options is not None
        names, chosen, counts = dict(spec.options(self.desk)), self.sight.values(key), self.facet(key)
        if key == "year":
            counts.sort(reverse=True)
        shown = counts[:MOST_VALUES]
        shown += [(value, dict(counts).get(value, 0)) for value in chosen if value not in dict(shown)]
        menu.clear()
        for value, count in shown:
            action = menu.addAction(f"{names.get(value, value)}  {count:,}".replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(value in chosen)
            action.setData((key, value))
            action.toggled.connect(self._chosen)
        if not shown:
            menu.addAction(tr("Nothing to choose from")).setEnabled(False)

    # room

    def _all_chips(self) -> list[Chip]:
        return [*super()._all_chips(), *self._family_chips]

    def _wanted(self) -> list[Chip]:
        """What is in use, the first families, the menus."""
        families = [chip for chip in self._family_chips if chip.objectName()]
        chosen = self.sight.values("family")
        usual = super()._wanted()
        in_use = [chip for chip in usual if self.sight.values(chip.objectName().removeprefix("filter-"))]
        menus = [chip for chip in usual if chip is not self._chips["family"]]
        wanted = [*families[:3], *menus, *families[3:]]
        return sorted(wanted, key=lambda chip: chip.objectName() not in chosen and chip not in in_use)
