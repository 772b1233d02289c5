"""A value that turns into its editor when it is clicked, and back when it is chosen."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from riskdesk import formats
from riskdesk.gui.references import ReferenceBinding
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import drop_later
from riskdesk.gui.widgets.button import LinkButton
from riskdesk.gui.widgets.valueedits import DayEdit
from riskdesk.i18n import tr

_POPUP, _WINDOW = Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason


class Quick(QWidget):
    """The words, or in their place the editor."""

    def __init__(self, words: str, tone: str = "accent") -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.button = LinkButton(words, tone, "small")
        self.button.clicked.connect(self.start)
        self._row.addWidget(self.button)
        self._editor: QWidget | None = None

    @property
    def is_open(self) -> bool:
        """Whether the editor shows."""
        return self._editor is not None

    def make(self) -> QWidget:
        """The editor, with the value in it."""
        raise TypeError(type(self).__name__)

    @Slot()
    def start(self) -> None:
        """Show the editor."""
        if self._editor is None:
            self._editor = self.make()
            self._editor.setFixedWidth(theme().px(190))
            self._row.addWidget(self._editor)
            self.button.hide()
            self._editor.show()  # now, as it is given the keyboard at once
            self._editor.setFocus(Qt.FocusReason.OtherFocusReason)
            self.updateGeometry()

    @Slot()
    def stop(self) -> None:
        """Show the words again."""
        if self._editor is not None:
            editor, self._editor = self._editor, None
            had = editor.hasFocus()
            drop_later(editor)
            self.button.show()
            if had:
                self.button.setFocus(Qt.FocusReason.OtherFocusReason)
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._editor is not None:
            self.stop()
        else:
            super().keyPressEvent(event)


class _Day(DayEdit):
    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class QuickDay(Quick):
    """The next review of a risk. `chosen` brings the day."""

    chosen = Signal(object)

    def __init__(self, session: Session, value: dt.date | None) -> None:
        text, late = formats.due(value, session.desk.today)
        words = tr("Next review {day}", day=text) if text else tr("Set next review")
        super().__init__(words, "red" if late else "accent")
        self._session, self._value = session, value

    def make(self) -> QWidget:
        edit = _Day(today=self._today)
        edit.setAccessibleName(tr("Next review"))
        edit.set_value(self._value)
        edit.returnPressed.connect(self._take)
        edit.left.connect(self._take)
        return edit

    def _today(self) -> dt.date:
        return self._session.desk.today

    @Slot()
    def _take(self) -> None:
        edit = self._editor
        if not isinstance(edit, DayEdit) or not edit.is_valid():
            return
        value = edit.value()
        self.stop()
        if value is not None and value != self._value:
            self.chosen.emit(value)


class QuickPerson(Quick):
    """The owner of a risk. `chosen` brings the id."""

    chosen = Signal(str)

    def __init__(self, session: Session, person_id: str) -> None:
        name = session.desk.name(person_id)
        super().__init__(tr("Owner {name}", name=name) if name else tr("Choose an owner"), "accent" if name else "red")
        self._session, self._value = session, person_id
        self._binding: ReferenceBinding | None = None

    def make(self) -> QWidget:
        self._binding = ReferenceBinding(self._session, "person")
        self._binding.setParent(self)
        self._binding.set_value(self._value)
        chooser = self._binding.widget
        chooser.setAccessibleName(tr("Owner"))
        chooser.taken.connect(self._take)
        chooser.installEventFilter(self)
        self._binding.changed.connect(self._changed)
        return chooser

    @Slot()
    def start(self) -> None:
        super().start()
        if self._binding is not None:
            self._binding.widget.selectAll()
            self._binding.widget.open_all()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.stop()
            return True
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in (_POPUP, _WINDOW):
            # The chooser settles first what was typed.
            QTimer.singleShot(0, self, self._leave)
        return super().eventFilter(watched, event)

    @Slot()
    def _changed(self) -> None:
        """While it is typed nothing is taken; a person that was made of what is typed is."""
        if self._binding is not None and not self._binding.problem() and self._binding.value() not in ("", self._value):
            self._take()

    @Slot()
    def _leave(self) -> None:
        """The keyboard went elsewhere: what chooses nobody stays to be seen."""
        if self._editor is None or self._binding is None or self._editor.hasFocus():
            return
        if not self._binding.problem():
            self.stop()

    @Slot()
    def _take(self) -> None:
        if self._editor is None or self._binding is None:
            return
        value = self._binding.value()
        self.stop()
        if value and value != self._value:
            self.chosen.emit(value)
