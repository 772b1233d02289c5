"""The head of a page: title, what is counted, the actions, and a menu for the rest."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.button import ActionButton, IconButton, Kind
from riskdesk.gui.widgets.label import ElidedLabel
from riskdesk.i18n import tr


@dataclass
class _Item:
    action: QAction
    button: ActionButton
    fixed: bool


class HeadBar(QWidget):
    """Title and sub text left, actions right, primary one last. Plain actions move into the overflow menu (…) where
    there is no room; primary and danger ones always stay."""

    def __init__(self, title: str = "", sub: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = theme().px
        self._items: list[_Item] = []
        self._extra: list[QAction] = []
        self.title = ElidedLabel(title, "title", bold=True, parent=self)
        self.sub = ElidedLabel(sub, "body", "second", parent=self)
        self.sub.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._menu = QMenu(self)
        self._more = IconButton("more", tr("More actions"), 32, self)
        self._more.set_menu(self._menu)
        self._row = QHBoxLayout()
        self._row.setSpacing(px(12))
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(px(12))
        whole.addWidget(self.title)
        whole.addWidget(self.sub, 1)
        whole.addLayout(self._row)
        whole.addWidget(self._more)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._arrange()

    def set_title(self, title: str) -> None:
        """Another title."""
        self.title.setText(title)

    def set_sub(self, sub: str) -> None:
        """Another sub text: '128 条 · 红 3  黄 21  蓝 104'."""
        self.sub.setText(sub)
        self.sub.setAccessibleName(sub)

    def add_action(self, action: QAction, kind: Kind = "plain", icon: str = "") -> ActionButton:
        """A button for the action, right of those before; its shortcut shows as key hint."""
        button = ActionButton(action, kind, icon, self)
        self._row.addWidget(button)
        self._items.append(_Item(action, button, kind in ("primary", "danger")))
        action.changed.connect(self._arrange)
        self._arrange()
        return button

    def add_widget(self, widget: QWidget) -> None:
        """Anything else among the actions (a segmented control)."""
        self._row.addWidget(widget)

    def add_overflow(self, action: QAction | None) -> None:
        """An action that is always in the … menu; None for a separator."""
        if action is None:
            action = QAction(self)
            action.setSeparator(True)
        self._extra.append(action)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        fixed = sum(item.button.sizeHint().width() + theme().px(12) for item in self._items if item.fixed)
        return QSize(fixed + theme().px(160), theme().px(32))

    @Slot()
    def _arrange(self) -> None:
        """Hide plain buttons from the left-most on until the row fits, and list those in the menu."""
        gap = theme().px(12)
        shown = [item for item in self._items if item.action.isVisible()]
        room = self.width() - self.title.sizeHint().width() - theme().px(40)
        width = sum(item.button.sizeHint().width() + gap for item in shown)
        loose = [item for item in shown if not item.fixed]
        hidden: list[_Item] = []
        while loose and self.isVisibleTo(self.window()) and self.width() > 0 and width > room:
            hidden.append(loose.pop(0))
            width -= hidden[-1].button.sizeHint().width() + gap
            if len(hidden) == 1 and not self._extra:
                width += self._more.sizeHint().width() + gap
        for item in shown:
            item.button.setVisible(item not in hidden)
        self._menu.clear()
        for item in hidden:
            self._menu.addAction(item.action)
        if hidden and self._extra:
            self._menu.addSeparator()
        self._menu.addActions(self._extra)
        self._more.setVisible(bool(hidden or self._extra))


PAGE_MARGIN = 20
"""Margin of a page in px at 100 % text."""
