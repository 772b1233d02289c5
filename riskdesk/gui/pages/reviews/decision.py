"""What was decided on a topic: a text edited in place and a tick, or both to read once the meeting is signed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from riskdesk.domain.review import Topic
from riskdesk.gui.pages.reviews.drafts import Drafts
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.banner import Banner
from riskdesk.gui.widgets.check import CheckBox
from riskdesk.gui.widgets.edits import GrowingText
from riskdesk.gui.widgets.label import Label
from riskdesk.gui.widgets.paint import breakable
from riskdesk.i18n import tr


class DecisionEdit(GrowingText):
    """The text: `left` when the keyboard goes elsewhere, `finished` on Ctrl+Enter."""

    left = Signal()
    finished = Signal()

    def __init__(self) -> None:
        super().__init__(tr("What is decided"), least=1, most=8)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.finished.emit()
            return
        super().keyPressEvent(event)


class Decision(QWidget):
    """Holds the decision on one topic. `decided` brings the topic as it was shown, the text and the tick."""

    decided = Signal(object, str, bool)
    passed = Signal()
    """Ctrl+Enter: on to the next."""

    def __init__(self, drafts: Drafts, topic: Topic, frozen: bool) -> None:
        super().__init__()
        self._drafts, self.topic, self._frozen = drafts, topic, frozen
        self._gone = False
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        self._row = QHBoxLayout()
        self._row.setSpacing(px(10))
        column.addLayout(self._row)
        self.edit = DecisionEdit()
        self.words = Label("", wrap=True)
        if frozen:
            self.edit.hide()
            self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        else:
            self.edit.setAccessibleName(tr("Decision on {what}", what=topic.text))
            self.edit.text_edited.connect(self._typed)
            self.edit.left.connect(self.save)
            self.edit.finished.connect(self._finish)
        self._row.addWidget(self.words if frozen else self.edit, 1)
        self.done = CheckBox(tr("Discussed"))
        self.done.setAccessibleName(tr("Discussed: {what}", what=topic.text))
        self.done.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.done.setEnabled(not frozen)
        self.done.clicked.connect(self.save)
        self._row.addWidget(self.done, 0, Qt.AlignmentFlag.AlignTop)
        self.clash: Banner | None = None
        column.addStretch(1)
        draft = None if frozen else drafts.get(self._field)
        self._show(topic)
        if draft is not None:
            self.topic = topic.changed(decision=drafts.over(self._field, topic.decision))
            self.edit.set_text(draft)

    @property
    def _field(self) -> str:
        return "topic:" + ":".join(self.topic.key)

    @property
    def is_dirty(self) -> bool:
        """Whether something is typed that is not saved."""
        return not self._frozen and self.edit.text().strip() != self.topic.decision

    def show_topic(self, topic: Topic) -> None:
        """Show it as it is now; what is being typed is left alone, and what it goes over is remembered."""
        if self.is_dirty:
            self.topic = topic.changed(decision=self.topic.decision)
            self.done.setChecked(topic.done)
        else:
            self._show(topic)

    def _show(self, topic: Topic) -> None:
        self.topic = topic
        self.done.setChecked(topic.done)
        if self._frozen:
            self.words.setText(breakable(topic.decision or tr(topic.without_words)))
        else:
            self.edit.set_text(topic.decision)

    @Slot(str)
    def _typed(self, text: str) -> None:
        self._drafts.typed(self._field, text, self.topic.decision)

    @Slot()
    def save(self) -> None:
        """Save the text and the tick, where one of them is another."""
        if self._frozen or self._gone:
            return
        text = self.edit.text().strip()
        if text != self.topic.decision or self.done.isChecked() != self.topic.done:
            self.decided.emit(self.topic, text, self.done.isChecked())
        else:
            self._drafts.saved(self._field)

    def saved(self, topic: Topic) -> None:
        """It is on disk."""
        self.topic = topic
        if self.clash is not None:
            self.clash.hide()
        self._drafts.saved(self._field)

    @Slot()
    def _finish(self) -> None:
        self.done.setChecked(True)
        self.save()
        self.passed.emit()

    def give_up(self) -> None:
        """Throw away what is typed and not saved."""
        self._show(self.topic)

    def retire(self) -> None:
        """Its topic is gone: losing the keyboard saves nothing any more."""
        self._gone = True

    # somebody else

    def show_clash(self, theirs: Topic) -> None:
        """Somebody else decided meanwhile: what is typed stays, and goes over theirs when it is left again."""
        self.topic = theirs
        if self.clash is None:
            self.clash = Banner("", "warn", parent=self)
            self.clash.acted.connect(self._take_theirs)
            layout = self.layout()
            assert isinstance(layout, QVBoxLayout)
            layout.insertWidget(1, self.clash)
        self.clash.say(tr("Somebody wrote meanwhile: {words}", words=theirs.decision or "—"), "warn", tr("Take theirs"))
        self.clash.show()

    @Slot()
    def _take_theirs(self) -> None:
        self._show(self.topic)
        self.saved(self.topic)
