"""The pane of the open record: reading first, and the same place turns into the editor."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from riskdesk.domain.errors import NotFound
from riskdesk.domain.kinds import KINDS
from riskdesk.domain.record import Record
from riskdesk.gui.reading_order import stops
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import drop_later
from riskdesk.gui.widgets.button import Button
from riskdesk.gui.widgets.card import Card, Divider
from riskdesk.gui.widgets.empty import EmptyState
from riskdesk.gui.widgets.flow import FlowLayout
from riskdesk.i18n import tr

if TYPE_CHECKING:
    from riskdesk.gui.editor import RecordEditor
    from riskdesk.gui.history import HistoryView


class Reader(QWidget):
    """A record as a page to read. `show_record` fills `column`, a layout from the top.

    `foot` holds the buttons, None for none: it stands below the page and does not scroll away with it.
    """

    def __init__(self, session: Session, buttons: Sequence[QWidget] = ()) -> None:
        super().__init__()
        self.session, self.desk = session, session.desk
        px = theme().px
        whole = QVBoxLayout(self)
        whole.setContentsMargins(px(18), px(16), px(18), px(16))
        whole.setSpacing(px(12))
        self.column = QVBoxLayout()
        self.column.setSpacing(px(12))
        whole.addLayout(self.column)
        whole.addStretch(1)
        self.foot: QWidget | None = None
        if buttons:
            self.foot = QWidget()
            row = FlowLayout(self.foot, px(8))
            row.setContentsMargins(px(14), px(10), px(14), px(12))
            for button in buttons:
                row.addWidget(button)

    def show_record(self, record: Any) -> None:
        """Show this record."""
        raise TypeError(f"{type(self).__name__} shows nothing")

    def minimumSizeHint(self) -> QSize:
        # The height is the one for its width: what wrapping texts would like at another width leaves an empty end.
        return QSize(super().minimumSizeHint().width(), 0)

    def clear_column(self) -> None:
        """Take out what was shown."""
        _empty(self.column)


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            drop_later(widget)
        elif (inner := item.layout()) is not None:
            _empty(inner)


class DetailPane(Card):
    """Shows a record with `reader` and edits it with an editor, which `make_editor` builds when it is first wanted."""

    closed = Signal()
    """The person goes back to the list."""
    read_again = Signal()
    """What took the place of the record is left."""
    stored = Signal(str)
    """The editor saved the record of this id, perhaps a new one: the page shows it."""

    def __init__(
        self, session: Session, kind: str, reader: Reader, make_editor: Callable[[], RecordEditor] | None
    ) -> None:
        super().__init__(flush=True)
        self.session, self.kind, self.reader = session, kind, reader
        self._make_editor = make_editor
        self._editor: RecordEditor | None = None
        self.record: Record | None = None
        self.n: int | None = None
        self._over = False
        self._way_back = self._make_way_back()
        self.body.addWidget(self._way_back)
        self._stack = QStackedLayout()
        self._stack.currentChanged.connect(self._show_way_back)
        self.body.addLayout(self._stack)
        self.nothing = EmptyState("file", tr("Nothing is open"), tr("Choose a row to read it here."))
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(reader)
        self._reading = QWidget()
        page = QVBoxLayout(self._reading)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._scroll, 1)
        if reader.foot is not None:
            page.addWidget(Divider())
            page.addWidget(reader.foot)
        self._stack.addWidget(self.nothing)
        self._stack.addWidget(self._reading)
        self.setFocusProxy(self._scroll)
        self._history: HistoryView | None = None

    def _make_way_back(self) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        px = theme().px
        row.setContentsMargins(px(8), px(6), px(8), 0)
        self.back_button = Button(tr("Back to the list"), "quiet", "arrow-left", "Esc")
        self.back_button.clicked.connect(self.closed)
        row.addWidget(self.back_button)
        row.addStretch(1)
        made.hide()
        return made

    @property
    def editor(self) -> RecordEditor | None:
        """The editor; None for records that are not edited here."""
        if self._editor is None and self._make_editor is not None:
            self._editor = self._make_editor()
            self._stack.addWidget(self._editor)
            self._editor.saved.connect(self._saved)
            self._editor.left.connect(self._left)
        return self._editor

    @property
    def is_editing(self) -> bool:
        """Whether the editor is open."""
        return self._editor is not None and self._stack.currentWidget() is self._editor

    def show_record(self, id: str) -> None:
        """Read the record of that id."""
        try:
            self.record = self.session.desk.store.get(KINDS[self.kind], id)
        except NotFound:
            self.clear()
            return
        self.n = self.session.desk.store.row_number(self.kind, id)
        self.reader.show_record(self.record)
        self._stack.setCurrentWidget(self._reading)
        self._scroll.verticalScrollBar().setValue(0)

    def look_again(self) -> None:
        """The record, or one near it, changed. An open editor is left alone: it is told when it saves."""
        if self.record is None or not self.is_reading:
            return
        place = self._scroll.verticalScrollBar().value()
        self.show_record(self.record.id)
        self._scroll.verticalScrollBar().setValue(place)

    def clear(self) -> None:
        """Nothing is open."""
        self.record, self.n = None, None
        self._stack.setCurrentWidget(self.nothing)

    def edit(self) -> None:
        """Turn the place into the editor (F2)."""
        if self.editor is not None and self.record is not None:
            self.editor.open(self.record)
            self._stack.setCurrentWidget(self.editor)

    def edit_new(self, **fields: Any) -> None:
        """Open the editor for a new record, some fields filled in."""
        if self.editor is not None and self.may_leave():
            self.editor.open_new(**fields)
            self._stack.setCurrentWidget(self.editor)

    def add_place(self, widget: QWidget) -> None:
        """A further widget that may take the place of the reader."""
        self._stack.addWidget(widget)

    def show_place(self, widget: QWidget) -> None:
        """Show a widget given to `add_place`, with the keyboard in its first field."""
        self._stack.setCurrentWidget(widget)
        fields = (stop for stop in stops(widget) if not isinstance(stop, QAbstractButton))
        (widget if widget.focusProxy() else next(fields, widget)).setFocus()

    @property
    def is_reading(self) -> bool:
        """Whether the record is shown to be read."""
        return self._stack.currentWidget() in (self._reading, self.nothing)

    @property
    def is_free(self) -> bool:
        """Whether another record may take the place: this one, or its history, is only read."""
        return self.is_reading or (self._history is not None and self._stack.currentWidget() is self._history)

    @Slot()
    def back_to_reading(self) -> None:
        """From whatever took its place back to the reader."""
        self._left()

    def show_history(self) -> None:
        """Every change of the open record, in its place."""
        if self.record is None:
            return
        if self._history is None:
            from riskdesk.gui.history import HistoryView

            self._history = HistoryView(self.session.desk)
            self._history.closed.connect(self._left)
            self._stack.addWidget(self._history)
        self._history.show_record(self.record)
        self._stack.setCurrentWidget(self._history)

    def leave_editor(self) -> None:
        """Esc: back to reading; what was typed stays as a draft until it is saved or given up."""
        if self.may_leave():
            self._left()

    def may_leave(self) -> bool:
        """Whether another record may be shown: what was typed is kept as a draft first."""
        return self._editor is None or not self.is_editing or self._editor.keep_and_leave()

    def set_over(self, over: bool) -> None:
        """Whether the pane lies over the list: then it shows the way back to it."""
        self._over = over
        self._show_way_back()

    @Slot()
    def _show_way_back(self) -> None:
        # What takes the place of the record has its own way out.
        self._way_back.setVisible(self._over and self.is_reading)

    def _saved(self, record: Record) -> None:
        self.stored.emit(record.id)

    def _left(self) -> None:
        if self.record is not None:
            self.show_record(self.record.id)
            self.read_again.emit()
        else:
            self.clear()
            self.closed.emit()
