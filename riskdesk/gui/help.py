"""F1: the keys and commands of the page in sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QGridLayout, QWidget

from riskdesk.gui.pages.page import Page
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import drop_later
from riskdesk.gui.widgets.button import IconButton
from riskdesk.gui.widgets.card import Card
from riskdesk.gui.widgets.label import KeyPill, Label
from riskdesk.i18n import tr


class HelpPanel(Card):
    """A card at the right edge of the window, a child of it, that lists what can be done here."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(parent=window)
        self._window = window
        self._inner: QWidget | None = None
        window.installEventFilter(self)
        close = IconButton("x", tr("Close"), 28, self)
        close.clicked.connect(self.hide)
        self._close = close
        self.hide()

    def show_page(self, page: Page | None) -> None:
        """List the commands of a page and those of the window."""
        if self._inner is not None:
            drop_later(self._inner)
        self._inner = QWidget()
        grid = QGridLayout(self._inner)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme().px(16))
        grid.setVerticalSpacing(theme().px(8))
        grid.addWidget(Label(tr("Keys here"), "lead", bold=True), 0, 0, 1, 2)
        own = page.actions() if page is not None else []
        self._list(grid, [*own, *self._window.actions()])
        self.body.addWidget(self._inner)
        self.show()
        self._place()
        self.raise_()

    def _list(self, grid: QGridLayout, actions: list[QAction]) -> None:
        seen: set[str] = set()
        for action in actions:
            key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            if not key or key in seen:
                continue
            seen.add(key)
            _line(grid, key, action.text())
        for key, words in (
            ("Esc", tr("Back")),
            ("Alt+1 … 9", tr("Go to a page")),
            ("↑ ↓ Home End", tr("Move in a list")),
            ("Shift+← ↑ ↓ →", tr("Select cells, or drag over them")),
            ("Shift+Space", tr("Select their rows")),
        ):
            _line(grid, key, words)

    def _place(self) -> None:
        self.adjustSize()
        px = theme().px
        around = self._window.rect()
        self.resize(max(self.sizeHint().width(), px(320)), min(self.sizeHint().height(), around.height() - px(80)))
        self.move(around.width() - self.width() - px(20), px(20))
        self._close.adjustSize()
        self._close.move(self.width() - self._close.width() - px(8), px(8))
        self._close.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)


def _line(grid: QGridLayout, key: str, words: str) -> None:
    """Key and words from the top of their row, so that they stand on one line however high the row is."""
    row = grid.rowCount()
    grid.addWidget(KeyPill(key), row, 0, Qt.AlignmentFlag.AlignTop)
    grid.addWidget(Label(words), row, 1, Qt.AlignmentFlag.AlignTop)
