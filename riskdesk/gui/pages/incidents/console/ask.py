"""Questions asked in place: one line, one of a few, or a person. Never a dialog over the console."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from riskdesk.gui.pages.incidents.when import parse_when
from riskdesk.gui.references import options_of
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import drop_later
from riskdesk.gui.widgets.button import Button
from riskdesk.gui.widgets.chooser import Chooser
from riskdesk.gui.widgets.edits import LineEdit, mark_invalid
from riskdesk.gui.widgets.flow import FlowLayout
from riskdesk.gui.widgets.label import Label
from riskdesk.gui.widgets.options import Option
from riskdesk.i18n import tr

LEAST_DIGITS = 3
"""Of a telephone number: 119."""


class TallLine(LineEdit):
    """A line as high as every control of the console."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme().px(44))


class TallChooser(Chooser):
    """The same for a line that chooses."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme().px(44))


class Ask(QWidget):
    """A question with its answer. `answered` brings the answer, `left` says that it was given up."""

    answered = Signal(object)
    left = Signal()

    def __init__(self, question: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = theme().px
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(px(6))
        self.question = Label(question, "body", "second", wrap=True)
        self.column.addWidget(self.question)
        self.error = Label("", "small", "red", wrap=True)
        self.error.hide()
        self.setAccessibleName(question)

    def refuse(self, text: str) -> None:
        """Say why an answer is not taken."""
        self.error.setText(text)
        self.error.setVisible(bool(text))

    @Slot()
    def give_up(self) -> None:
        """No answer."""
        self.left.emit()


class AskLine(Ask):
    """One line. An answer is wanted unless `empty_ok`; `say` words the button, `stacked` puts it below the line."""

    def __init__(
        self, question: str, say: str, placeholder: str = "", empty_ok: bool = False, stacked: bool = False,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(question, parent)
        self._empty_ok = empty_ok
        self.line = self.make_line(placeholder)
        self.line.setAccessibleName(question)
        self.line.returnPressed.connect(self.answer)
        self.ok = Button(say, "primary", key="Enter", large=True)
        self.ok.clicked.connect(self.answer)
        cancel = Button(tr("Cancel"), key="Esc", large=True)
        cancel.clicked.connect(self.give_up)
        row = QHBoxLayout()
        row.setSpacing(theme().px(8))
        if stacked:
            self.column.addWidget(self.line)
        else:
            row.addWidget(self.line, 1)
        row.addWidget(self.ok, int(stacked))
        row.addWidget(cancel)
        self.column.addLayout(row)
        self.column.addWidget(self.error)
        self.setFocusProxy(self.line)

    def make_line(self, placeholder: str) -> LineEdit:
        """The editor of the answer."""
        return TallLine(placeholder)

    def value(self) -> object:
        """The answer, None for one that is not understood."""
        return self.line.text().strip()

    def unclear(self) -> str:
        """What to say of an answer that is not understood."""
        return tr("Please fill this in.")

    @Slot()
    def answer(self) -> None:
        """Give the answer."""
        # Half-typed pinyin is no part of the line's text yet.
        QGuiApplication.inputMethod().commit()
        value = self.value()
        if value is None or (value == "" and not self._empty_ok):
            mark_invalid(self.line, True)
            self.refuse(self.unclear())
            self.line.setFocus()
            return
        self.answered.emit(value)


class AskTime(AskLine):
    """A moment in the past: '14:37', '5 分钟前'."""

    def __init__(
        self, question: str, say: str, clock: Callable[[], dt.datetime], parent: QWidget | None = None
    ) -> None:
        self._clock = clock
        super().__init__(question, say, tr("14:37, or 5 for 5 minutes ago"), parent=parent)
        self.line.textChanged.connect(self._tell)

    def value(self) -> object:
        return parse_when(self.line.text(), self._clock())

    def unclear(self) -> str:
        return tr("Not a time. Write 14:37, 14:37:52 or 5 for 5 minutes ago.")

    @Slot()
    def _tell(self) -> None:
        moment = parse_when(self.line.text(), self._clock())
        self.line.set_hint(f"{moment.astimezone():%H:%M:%S}" if moment else "")


class AskNumber(AskLine):
    """A telephone number."""

    def value(self) -> object:
        text = self.line.text().strip()
        return text if sum(character.isdigit() for character in text) >= LEAST_DIGITS else None

    def unclear(self) -> str:
        return tr("Not a telephone number. Write it with its digits.")


class AskRecord(AskLine):
    """A record of a kind, searched while typing."""

    line: Chooser

    def __init__(
        self, session: Session, kind: str, question: str, say: str, placeholder: str, parent: QWidget | None = None
    ) -> None:
        self._session, self._kind = session, kind
        super().__init__(question, say, placeholder, parent=parent)

    def make_line(self, placeholder: str) -> LineEdit:
        made = TallChooser(placeholder)
        made.set_source(self._find)
        return made

    def _find(self, text: str) -> list[Option]:
        return options_of(self._session, self._kind, text)

    def value(self) -> object:
        return self.line.value()


class AskPerson(AskRecord):
    """Somebody of the directory."""

    def __init__(self, session: Session, question: str, say: str, parent: QWidget | None = None) -> None:
        super().__init__(session, "person", question, say, tr("Name"), parent)

    def unclear(self) -> str:
        return tr("Choose somebody of the directory.")


class AskPlaybook(AskRecord):
    """A playbook."""

    def __init__(self, session: Session, question: str, say: str, parent: QWidget | None = None) -> None:
        super().__init__(session, "playbook", question, say, tr("Playbook"), parent)

    def unclear(self) -> str:
        return tr("Choose a playbook.")


class AskChoice(Ask):
    """One of a few, each a button; `marked` is where things stand now, `likely` what is probably wanted."""

    def __init__(
        self, question: str, choices: Sequence[tuple[str, str]], marked: str = "", likely: str = "",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(question, parent)
        row = FlowLayout(None, theme().px(8))
        first: Button | None = None
        for key, words in choices:
            button = Button(words, "primary" if key == likely else "plain", large=True)
            button.setObjectName(key)
            button.setEnabled(key != marked)
            button.clicked.connect(self._chosen)
            row.addWidget(button)
            if key == likely or (first is None and key != marked):
                first = button
        cancel = Button(tr("Cancel"), "quiet", key="Esc", large=True)
        cancel.clicked.connect(self.give_up)
        row.addWidget(cancel)
        self.column.addLayout(row)
        self.setFocusProxy(first or cancel)

    @Slot()
    def _chosen(self) -> None:
        self.answered.emit(self.sender().objectName())


class AskPlace(QWidget):
    """Where a question stands while it is open; hidden without one."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ask: Ask | None = None
        self._then: Callable[[object], None] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def open(self, ask: Ask, then: Callable[[object], None]) -> None:
        """Ask; `then(answer)` follows. A question still open is given up."""
        self._drop()
        self.ask, self._then = ask, then
        ask.answered.connect(self._answered)
        ask.left.connect(self.close_ask)
        self._column.addWidget(ask)
        self.show()
        ask.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _answered(self, answer: object) -> None:
        then = self._then
        self.close_ask()
        if then is not None:
            then(answer)

    @Slot()
    def close_ask(self) -> None:
        """The question is over."""
        if self.ask is not None:
            self._drop()
            self.hide()
            self.closed.emit()

    def _drop(self) -> None:
        if self.ask is not None:
            drop_later(self.ask)
        self.ask, self._then = None, None
