"""A field of a form: label above, the editor, help below, and the error in words under it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from riskdesk.gui.theme.icons import paint_icon
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import Painted
from riskdesk.gui.widgets.button import IconButton
from riskdesk.gui.widgets.edits import mark_invalid
from riskdesk.gui.widgets.label import Label
from riskdesk.i18n import tr


class Field(QWidget):
    """Wraps an editor. With `history` a clock at the right asks for the history of the field."""

    history_wanted = Signal()

    def __init__(
        self,
        label: str,
        editor: QWidget,
        required: bool = False,
        help_text: str = "",
        history: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        px = theme().px
        self.editor = editor
        self._label = label
        title = Label(label, "small", "second", bold=True, parent=self)
        title.setBuddy(editor)
        mark = Label(tr("required"), "small", "third", parent=self)
        mark.setVisible(required)
        self.history = IconButton("history", tr("History of {field}", field=label), 20, self)
        self.history.setVisible(history)
        self.history.clicked.connect(self.history_wanted)
        head = QHBoxLayout()
        head.setSpacing(px(6))
        head.addStrut(px(20))
        head.addWidget(title)
        head.addWidget(mark)
        head.addStretch(1)
        head.addWidget(self.history)
        self._help = Label(help_text, "small", "second", wrap=True, parent=self)
        self._help.setVisible(bool(help_text))
        self._error = _SignLine("alert", "red", self)
        self._hint = _SignLine("eye-off", "second", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addLayout(head)
        for widget in (editor, self._error, self._hint, self._help):
            column.addWidget(widget)
        editor.setAccessibleName(f"{label}, {tr('required')}" if required else label)
        self._describe()
        self.setFocusProxy(editor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    @property
    def label(self) -> str:
        """The label above."""
        return self._label

    def set_error(self, text: str) -> None:
        """Say under the field what to do; '' takes the error away."""
        self._error.say(text)
        self._describe()
        mark_invalid(self.editor, bool(text))

    def error(self) -> str:
        """The error that shows, '' for none."""
        return self._error.words.text()

    def set_hint(self, text: str) -> None:
        """Say quietly under the field what is known of what stands in it; '' takes it away."""
        if text != self._hint.words.text():
            self._hint.say(text)
            self._describe()

    def hint(self) -> str:
        """The hint that shows, '' for none."""
        return self._hint.words.text()

    def set_help(self, text: str) -> None:
        """Another help text."""
        self._help.setText(text)
        self._help.setVisible(bool(text))

    def _describe(self) -> None:
        told = (self._error.words.text(), self._hint.words.text(), self._help.text())
        self.editor.setAccessibleDescription(told[0] or "\n".join(filter(None, told)))


class _SignLine(Painted):
    """A small sign and the words; hidden without any."""

    def __init__(self, icon: str, tone: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon, self._colour = icon, {"second": "text2"}.get(tone, tone)
        self.words = Label("", "small", tone, wrap=True, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme().px(18), 0, 0, 0)
        row.addWidget(self.words)
        self.hide()

    def say(self, text: str) -> None:
        self.words.setText(text)
        self.setVisible(bool(text))

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(0, theme().px(16)))

    def paintEvent(self, event: QPaintEvent) -> None:
        side = theme().px(13)
        line = self.words.fontMetrics().height()
        paint_icon(QPainter(self), self._icon, QRectF(0, 0, side, line), self.colours[self._colour])
