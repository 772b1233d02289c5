"""The history of a record: who changed what, when, from what to what."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from riskdesk import formats
from riskdesk.desk import Desk
from riskdesk.desk.verb import verb_named
from riskdesk.domain.record import Record
from riskdesk.gui.field_names import field_name
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.values import told
from riskdesk.gui.widgets.base import drop_later
from riskdesk.gui.widgets.button import Button
from riskdesk.gui.widgets.label import Label, Prose
from riskdesk.i18n import tr

_WORDS = {"undo": "Undo", "redo": "Redo"}


class HistoryView(QWidget):
    """Every change of one record, the newest first."""

    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        px = theme().px
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(px(18), px(12), px(18), px(12))
        self._title = Label("", "lead", bold=True)
        back = Button(tr("Back"), key="Esc")
        back.clicked.connect(self.closed)
        head.addWidget(self._title, 1)
        head.addWidget(back)
        whole.addLayout(head)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        whole.addWidget(self._scroll, 1)

    def show_record(self, record: Record) -> None:
        """Read the log of a record."""
        self._title.setText(tr("History of {number}", number=record.number or record.name_text))
        inner = QWidget()
        column = QVBoxLayout(inner)
        px = theme().px
        column.setContentsMargins(px(18), 0, px(18), px(18))
        column.setSpacing(px(6))
        for change in reversed(self._desk.store.history(record.id)):
            verb = verb_named(change.verb)
            label = tr(verb.label) if verb else tr(_WORDS.get(change.verb, change.verb))
            when = formats.moment(dt.datetime.fromisoformat(change.at), self._desk.today, seconds=True)
            who = self._desk.name(change.person) or tr("Nobody signed in")
            column.addSpacing(px(6))
            column.addWidget(Label(f"{when} · {who} · {label}", "small", "second"))
            created = all(old is None for old, _ in change.patch.values())
            for field, (old, new) in change.patch.items():
                if field in ("number", "deleted") and created:
                    continue
                name = field_name(change.kind, field)
                now = told(self._desk, new, change.kind, field)
                if created and now == "—":
                    continue
                before = "" if created else f"{told(self._desk, old, change.kind, field)} → "
                text = f"{name}：{before}{now}"
                column.addWidget(Prose(text))
        column.addStretch(1)
        if (old_widget := self._scroll.takeWidget()) is not None:
            drop_later(old_widget)
        self._scroll.setWidget(inner)
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignTop)
