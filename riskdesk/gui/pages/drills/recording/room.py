"""A drill while it runs, or its results from paper: a frame that says so, a clock, steps, injects, marks."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from riskdesk import formats
from riskdesk.domain.drill import Drill, DrillState
from riskdesk.domain.errors import NotFound
from riskdesk.gui.pages.drills.frame import DrillFrame
from riskdesk.gui.pages.drills.reader import step_statuses
from riskdesk.gui.pages.drills.recording.marks import MarksCard
from riskdesk.gui.pages.drills.recording.rows import InjectRow, StepRow
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import drop_later
from riskdesk.gui.widgets.button import Button
from riskdesk.gui.widgets.card import Card
from riskdesk.gui.widgets.edits import GrowingText
from riskdesk.gui.widgets.field import Field
from riskdesk.gui.widgets.label import ElidedLabel, Label
from riskdesk.i18n import tr

WORDS_MS = 1500
"""Typing pauses this long before strengths and weaknesses are stored."""


class DrillRoom(DrillFrame):
    """Every tick is on disk before it shows."""

    left = Signal()
    action_wanted = Signal()
    next_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.desk = session, session.desk
        self.drill: Drill | None = None
        self.steps: list[StepRow] = []
        self.injects: list[InjectRow] = []
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self.tick)
        self._keep = QTimer(self)
        self._keep.setSingleShot(True)
        self._keep.setInterval(WORDS_MS)
        self._keep.timeout.connect(self.keep_words)
        self.body.addLayout(self._make_head())
        self.body.addWidget(self._make_body(), 1)

    def _make_head(self) -> QHBoxLayout:
        px = theme().px
        self.title = ElidedLabel("", "title", bold=True)
        self.sub = ElidedLabel("", tone="second")
        self.clock = Label("", "figure", bold=True)
        self.start = Button(tr("Start drill"), "primary", "play")
        self.start.clicked.connect(self._start)
        self.finish = Button(tr("Finish drill"), "primary", "stop")
        self.finish.clicked.connect(self.end)
        back = Button(tr("Back"), key="Esc")
        back.clicked.connect(self.left)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.sub)
        head = QHBoxLayout()
        head.setSpacing(px(12))
        head.addLayout(words, 1)
        head.addWidget(self.clock)
        for button in (self.start, self.finish, back):
            head.addWidget(button)
        return head

    def _make_body(self) -> QScrollArea:
        px = theme().px
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, px(4), 0)
        column.setSpacing(px(12))
        self._steps_card, self._injects_card = Card(tr("Steps")), Card(tr("Injects"))
        for card in (self._steps_card, self._injects_card):
            card.body.setSpacing(0)
            column.addWidget(card)
        self.marks = MarksCard(self.desk.policy.drill_pass)
        self.marks.entered.connect(self._evaluate)
        self.marks.removed.connect(self._drop_evaluation)
        column.addWidget(self.marks)
        words = Card()
        self.strengths, self.weaknesses = GrowingText(least=2), GrowingText(least=2)
        row = QHBoxLayout()
        row.setSpacing(px(12))
        for label, edit in ((tr("Strengths"), self.strengths), (tr("Weaknesses"), self.weaknesses)):
            edit.text_edited.connect(self._typed)
            row.addWidget(Field(label, edit))
        words.body.addLayout(row)
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        for text, icon, signal in (
            (tr("Add a corrective action"), "action", self.action_wanted),
            (tr("Plan the next drill"), "calendar", self.next_wanted),
        ):
            button = Button(text, icon=icon)
            button.clicked.connect(signal)
            foot.addWidget(button)
        foot.addStretch(1)
        words.body.addLayout(foot)
        column.addWidget(words)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        return scroll

    # showing

    def show_drill(self, drill_id: str) -> None:
        """Record this drill."""
        drill = self.desk.drills.get(drill_id)
        self.drill = drill
        for row in (*self.steps, *self.injects):
            drop_later(row)
        self.steps = [StepRow(n, step) for n, step in enumerate(drill.plan.steps, 1)]
        self.injects = [InjectRow(inject) for inject in sorted(drill.injects, key=lambda inject: inject.at_s)]
        for row in self.steps:
            row.edited.connect(self._note_step)
            self._steps_card.body.addWidget(row)
        for inject_row in self.injects:
            inject_row.edited.connect(self._note_inject)
            self._injects_card.body.addWidget(inject_row)
        self._injects_card.setVisible(bool(self.injects))
        self.strengths.set_text(drill.strengths)
        self.weaknesses.set_text(drill.weaknesses)
        self._show(drill)

    def reload(self) -> None:
        """Look again after a change; what is being typed is left alone."""
        if self.drill is None:
            return
        try:
            self.drill = self.desk.drills.get(self.drill.id)
        except NotFound:
            self.left.emit()
            return
        for edit, text in ((self.strengths, self.drill.strengths), (self.weaknesses, self.drill.weaknesses)):
            if not edit.hasFocus() and not self._keep.isActive():
                edit.set_text(text)
        self._show(self.drill)

    def _show(self, drill: Drill) -> None:
        self.title.setText(drill.title)
        name = self.desk.name
        where = " ".join(filter(None, (name(drill.site_id), drill.place)))
        self.sub.setText(
            " · ".join(filter(None, (drill.number, where, drill.plan.title, tr(DrillState(drill.state).label))))
        )
        late = {state.step.id: state.late_s for state in step_statuses(drill)}
        for row in self.steps:
            row.show_drill(drill, late.get(row.key, 0.0))
        for inject_row in self.injects:
            inject_row.show_drill(drill)
        noted = len(drill.results)
        assert self._steps_card.title is not None
        self._steps_card.title.set_note(tr("{n} of {total} noted", n=noted, total=len(drill.plan.steps)))
        self.marks.show_drill(drill)
        self.start.setVisible(drill.is_ahead)
        self.finish.setVisible(drill.state is not DrillState.DONE and drill.state is not DrillState.CANCELLED)
        self.finish.set_words(tr("Finish drill") if drill.state is DrillState.RUNNING else tr("It was held"))
        self.finish.set_kind("primary" if drill.state is DrillState.RUNNING else "plain")
        if drill.state is DrillState.RUNNING:
            self._second.start()
        else:
            self._second.stop()
        self.tick()

    def elapsed(self) -> float | None:
        """Seconds on the drill's clock, None before it began."""
        if self.drill is None or self.drill.started_at is None:
            return None
        return max(0.0, self.drill.elapsed_s(self.desk.clock()))

    @Slot()
    def tick(self) -> None:
        """One second later."""
        elapsed = self.elapsed()
        running = self.drill is not None and self.drill.state is DrillState.RUNNING
        self.clock.setText(formats.running(elapsed) if elapsed is not None else "")
        for row in (*self.steps, *self.injects):
            row.set_now(elapsed if running else None)
        if self.drill is None:
            return
        for inject, inject_row in zip(sorted(self.drill.injects, key=lambda i: i.at_s), self.injects, strict=False):
            due = running and elapsed is not None and elapsed >= inject.at_s
            inject_row.set_due(due and self.drill.inject_result(inject.id) is None)

    # deeds

    def _do(self, verb, *args, **kwargs) -> None:  # type: ignore[no-untyped-def]
        if self.drill is not None:
            self.session.do(verb, self.drill.id, *args, **kwargs)

    @Slot()
    def _start(self) -> None:
        self._do(self.desk.drills.start)

    @Slot()
    def end(self) -> None:
        """The drill is over."""
        self.keep_words()
        self._do(self.desk.drills.finish, notice=tr("The drill is over. Marks can still be entered."))

    @Slot(str)
    def _note_step(self, key: str) -> None:
        row = next(row for row in self.steps if row.key == key)
        self._do(self.desk.drills.note_step, row.result())

    @Slot(str)
    def _note_inject(self, key: str) -> None:
        row = next(row for row in self.injects if row.key == key)
        self._do(self.desk.drills.note_inject, row.result())

    @Slot(object)
    def _evaluate(self, evaluation: object) -> None:
        self._do(self.desk.drills.evaluate, evaluation, then=self._evaluated)

    def _evaluated(self, drill: Drill) -> None:
        self.marks.entered_stored()

    @Slot(str)
    def _drop_evaluation(self, evaluator: str) -> None:
        text = tr("The marks of {name} were removed.", name=evaluator)
        self._do(self.desk.drills.drop_evaluation, evaluator, notice=text)

    @Slot()
    def _typed(self) -> None:
        self._keep.start()

    @Slot()
    def keep_words(self) -> None:
        """Store strengths and weaknesses."""
        self._keep.stop()
        if self.drill is None or not self.session.is_open:
            return
        QGuiApplication.inputMethod().commit()
        strengths, weaknesses = self.strengths.text(), self.weaknesses.text()
        if (strengths, weaknesses) != (self.drill.strengths, self.drill.weaknesses):
            self._do(self.desk.drills.note_words, strengths, weaknesses)

    def hideEvent(self, event: QHideEvent) -> None:
        if self._keep.isActive():
            self.keep_words()
        self._second.stop()
        super().hideEvent(event)
