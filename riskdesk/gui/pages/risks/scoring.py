"""Scoring a risk: one of its three judgements is made anew, in the place of the open risk."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from riskdesk.domain.errors import Invalid
from riskdesk.domain.level import Assessment
from riskdesk.domain.record import Record
from riskdesk.domain.risk import JUDGEMENT_NAMES, Risk
from riskdesk.domain.words import N_
from riskdesk.gui.pages.risks.judging import Judging
from riskdesk.gui.reasons import reasons
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import drop_later
from riskdesk.gui.widgets.button import Button
from riskdesk.gui.widgets.label import ElidedLabel, Label
from riskdesk.gui.widgets.segments import Segments
from riskdesk.i18n import tr

CEILINGS = {
    "current": ("inherent", N_("Current is above inherent: say why.")),
    "target": ("current", N_("Target is above current: say why.")),
}
"""The judgement that another one should not stand above, and what is asked for when it does."""


class ScorePane(QWidget):
    """Scores one judgement of a risk by the matrix or LEC, or sets its level by hand with a reason."""

    closed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session, self.desk = session, session.desk
        self._risk: Risk | None = None
        self._meeting_id = ""
        self._which = "current"
        self._counted: dict[str, QCheckBox] = {}
        px = theme().px
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(self._make_head())
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(px(18), px(4), px(18), px(18))
        self._column.setSpacing(px(14))
        scroll.setWidget(inner)
        self._area = scroll
        whole.addWidget(scroll, 1)
        self.which = Segments(tr("Judgement"), [(key, tr(name)) for key, name in JUDGEMENT_NAMES.items()])
        self.which.changed.connect(self._choose_which)
        self.judging = Judging(session, self.which)
        self._measures = QVBoxLayout()
        self._column.addWidget(self.judging)
        self._column.addLayout(self._measures)
        self._column.addStretch(1)

    def _make_head(self) -> QHBoxLayout:
        px = theme().px
        head = QHBoxLayout()
        head.setContentsMargins(px(18), px(12), px(18), px(12))
        head.setSpacing(px(8))
        self.title = ElidedLabel("", "lead", bold=True)
        cancel = Button(tr("Cancel"), key="Esc")
        cancel.clicked.connect(self.closed)
        self.ok = Button(tr("Save score"), kind="primary", key="Ctrl+S")
        self.ok.clicked.connect(self.save)
        for keys in ("Ctrl+S", "Ctrl+Return"):
            QShortcut(QKeySequence(keys), self, self.save)
        head.addWidget(self.title, 1)
        head.addWidget(cancel)
        head.addWidget(self.ok)
        return head

    def show_risk(self, risk: Risk, which: str, meeting_id: str = "") -> None:
        """Start from the judgement as it stands. What a meeting decides stands among its decisions too."""
        self._risk, self._which, self._meeting_id = risk, which, meeting_id
        self.title.setText(risk.title)
        self.which.set_current(which)
        below, why = CEILINGS.get(which, ("", ""))
        self.judging.set_ceiling(getattr(risk, below).level if below else None, tr(why) if why else "")
        self.judging.show_judgement(self._judged())
        self._fill_measures()
        self.judging.setFocus()
        self._area.verticalScrollBar().setValue(0)

    def _judged(self) -> Assessment:
        assert self._risk is not None
        judged: Assessment = getattr(self._risk, self._which)
        return judged

    @Slot(str)
    def _choose_which(self, which: str) -> None:
        if self._risk is not None:
            self.show_risk(self._risk, which, self._meeting_id)

    def _fill_measures(self) -> None:
        while (item := self._measures.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                drop_later(widget)
        self._counted.clear()
        assert self._risk is not None
        if self._which == "inherent":
            return
        measures = [m for m in self.desk.risks.measures(self._risk.id) if m.counts]
        if not measures:
            return
        self._measures.addWidget(Label(tr("Measures that this score counts"), "small", "second", bold=True))
        for measure in measures:
            box = QCheckBox(f"{measure.title} · {tr(measure.state.label)}")
            counted = measure.id in self._judged().counted
            box.setChecked(counted or (measure.is_done if self._which == "current" else True))
            self._counted[measure.id] = box
            self._measures.addWidget(box)

    @Slot()
    def save(self) -> None:
        """Save the judgement; the reason is asked for where a rule wants one."""
        QGuiApplication.inputMethod().commit()
        judging = self.judging
        level = judging.level()
        if self._risk is None or level is None:
            judging.ask_for_missing()
            return
        reason = judging.reason.text().strip()
        done = tr("{which}: {level}", which=tr(JUDGEMENT_NAMES[self._which]), level=f"{level.sign} {tr(level.label)}")
        counted = tuple(id for id, box in self._counted.items() if box.isChecked())
        noun, where = (self.desk.reviews, (self._meeting_id,)) if self._meeting_id else (self.desk.risks, ())
        if judging.by_hand:
            self.session.do(noun.set_level, *where, self._risk.id, self._which, level, reason, counted,
                            then=self._saved, failed=self._refused, notice=done)  # fmt: skip
            return
        self.session.do(noun.rescore, *where, self._risk.id, self._which, judging.score(), counted, reason,
                        then=self._saved, failed=self._refused, notice=done)  # fmt: skip

    def _saved(self, saved: Record) -> None:
        self.closed.emit()

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Invalid):
            self.session.tell(error)
            return
        self.judging.reason_field.set_error(reasons(error))
        self.judging.reason.setFocus()
