"""Saved views of a list: what was searched and filtered, its columns, order and groups, under a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QMenu

from riskdesk.gui.pages.filters import Sight
from riskdesk.gui.widgets.button import Button
from riskdesk.i18n import tr

if TYPE_CHECKING:
    from riskdesk.gui.pages.list_page import ListPage

Layout = dict[str, Any]
"""Columns, their widths and order, sort keys and groups, as plain values (JSON)."""


class ViewsButton(Button):
    """Chooses, keeps and removes views of one page. They belong to the person at this computer.

    A view is as it was kept, whatever is done to the list in it; the layout of the list without a view is remembered.
    """

    def __init__(self, page: ListPage) -> None:
        super().__init__(tr("View"), kind="quiet", parent=page)
        self._list, self._page, self._session = page, page.KEY, page.session
        self._name = ""
        self._views = QMenu(self)
        self._views.aboutToShow.connect(self._fill)
        self.set_menu(self._views)

    def _saved(self) -> list[dict[str, Any]]:
        return self._session.settings.views.setdefault(self._page, [])

    @Slot()
    def _fill(self) -> None:
        self._views.clear()
        everything = self._views.addAction(tr("Everything"))
        everything.triggered.connect(self._everything)
        for view in self._saved():
            action = self._views.addAction(view["name"])
            action.setData(view)
            action.triggered.connect(self._chosen)
        self._views.addSeparator()
        self._views.addAction(tr("Keep this view…")).triggered.connect(self._keep)
        if self._saved():
            remove = self._views.addMenu(tr("Remove view"))
            for view in self._saved():
                action = remove.addAction(view["name"])
                action.setData(view)
                action.triggered.connect(self._remove)

    @Slot()
    def _everything(self) -> None:
        # Chosen once more it gives up the order, too.
        order: Layout = {} if self._name else {"sort": []}
        self._show_view(Sight(), self._everyday | order)
        self._use("")

    @property
    def _everyday(self) -> Layout:
        return self._session.settings.tables.get(self._page, {})

    @Slot()
    def _chosen(self) -> None:
        view = self._data()
        filters = tuple((key, tuple(values)) for key, values in view["filters"])
        # A view of an earlier version knows its order alone.
        self._show_view(Sight(view["text"], filters), view.get("table", self._everyday | {"sort": view["sort"]}))
        self._use(view["name"])

    def _use(self, name: str) -> None:
        self._name = name
        self.set_words(tr("View: {name}", name=name) if name else tr("View"))

    def _layout(self) -> Layout:
        return self._list.table.layout_state() | self._list.groups.state()

    def _show_view(self, sight: Sight, layout: Layout) -> None:
        self._list.table.restore_layout(layout)
        self._list.groups.restore(layout)
        self._list.bar.set_sight(sight)

    @Slot()
    def keep_layout(self) -> None:
        """Remember columns, order and groups of the list without a view."""
        if not self._name:
            self._session.settings.tables[self._page] = self._layout()
            self._session.save_settings()

    @Slot()
    def _keep(self) -> None:
        name, agreed = QInputDialog.getText(self.window(), tr("Keep this view"), tr("Name"), text=self._name)
        if agreed and name.strip():
            self.keep(name.strip())

    def keep(self, name: str) -> None:
        """Keep what is shown now under `name`."""
        sight, layout = self._list.bar.sight, self._layout()
        view = {"name": name, "text": sight.text, "filters": [[k, list(v)] for k, v in sight.filters],
                "sort": layout["sort"], "table": layout}  # fmt: skip
        self._session.settings.views[self._page] = [v for v in self._saved() if v["name"] != name] + [view]
        self._session.save_settings()
        self._use(name)

    @Slot()
    def _remove(self) -> None:
        name = self._data()["name"]
        self._session.settings.views[self._page] = [view for view in self._saved() if view["name"] != name]
        self._session.save_settings()
        if name == self._name:
            self._use("")

    def _data(self) -> dict[str, Any]:
        action = self.sender()
        assert isinstance(action, QAction)
        view: dict[str, Any] = action.data()
        return view
