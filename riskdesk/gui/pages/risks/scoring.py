"""Judging a risk: the words of each value stand beside the choice, the level follows at once."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from riskdesk.domain.errors import Invalid
from riskdesk.domain.level import CONSEQUENCES, EXPOSURES, LIKELIHOODS, Assessment, Lec, Level, Matrix
from riskdesk.domain.policy import Grade as Words
from riskdesk.domain.risk import JUDGEMENT_NAMES, Risk
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import drop_later
from riskdesk.gui.widgets.button import Button
from riskdesk.gui.widgets.edits import LineEdit
from riskdesk.gui.widgets.field import Field
from riskdesk.gui.widgets.grade import Grade, GradePicker
from riskdesk.gui.widgets.label import ElidedLabel, Label
from riskdesk.gui.widgets.segments import Segments
from riskdesk.gui.widgets.tag import LevelTag
from riskdesk.i18n import language, tr


class ScorePane(QWidget):
    """Scores one judgement of a risk by the matrix or LEC, or sets its level by hand with a reason."""

    closed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session, self.desk = session, session.desk
        self._risk: Risk | None = None
        self._which = "current"
        self._pickers: dict[str, GradePicker] = {}
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
        whole.addWidget(scroll, 1)
        self.which = Segments(tr("Judgement"), [(key, tr(name)) for key, name in JUDGEMENT_NAMES.items()])
        self.which.changed.connect(self._choose_which)
        self.method = Segments(tr("Method"), [("matrix", "5 × 5"), ("lec", "LEC"), ("hand", tr("By hand"))])
        self.method.changed.connect(self._choose_method)
        self.result = LevelTag()
        self.formula = Label("", "lead", bold=True)
        self.before = Label("", "small", "second")
        self._picks = QVBoxLayout()
        self._picks.setSpacing(px(14))
        self._measures = QVBoxLayout()
        self.reason = LineEdit()
        self.reason.textChanged.connect(self._show_result)
        self.reason_field = Field(tr("Reason"), self.reason)
        row = QHBoxLayout()
        row.addWidget(self.which)
        row.addStretch(1)
        row.addWidget(self.method)
        self._column.addLayout(row)
        self._column.addLayout(self._picks)
        result = QHBoxLayout()
        for widget in (self.result, self.formula, self.before):
            result.addWidget(widget)
        result.addStretch(1)
        self._column.addLayout(result)
        self._column.addWidget(self.reason_field)
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

    def show_risk(self, risk: Risk, which: str) -> None:
        """Start from the judgement as it stands."""
        self._risk, self._which = risk, which
        self.title.setText(risk.title)
        self.which.set_current(which)
        judged = self._judged()
        self.method.set_current("hand" if judged.by_hand else judged.score.method if judged.score else "matrix")
        self.reason.setText(judged.reason)
        self.reason_field.set_error("")
        self._fill_picks()
        self._fill_measures()
        self._show_result()
        next(iter(self._pickers.values())).setFocus()

    def _judged(self) -> Assessment:
        assert self._risk is not None
        judged: Assessment = getattr(self._risk, self._which)
        return judged

    @Slot(str)
    def _choose_which(self, which: str) -> None:
        if self._risk is not None:
            self.show_risk(self._risk, which)

    @Slot(str)
    def _choose_method(self, method: str) -> None:
        self._fill_picks()
        self._show_result()

    # the choices

    def _fill_picks(self) -> None:
        while (item := self._picks.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                drop_later(widget)
        self._pickers.clear()
        policy, judged = self.desk.policy, self._judged()
        score = judged.score
        if self.method.current() == "matrix":
            start = score if isinstance(score, Matrix) else None
            self._pick(
                "likelihood", tr("Likelihood"), policy.likelihood_words, start and start.likelihood, (1, 2, 3, 4, 5)
            )
            self._pick("severity", tr("Severity"), policy.severity_words, start and start.severity, (1, 2, 3, 4, 5))
        elif self.method.current() == "lec":
            lec = score if isinstance(score, Lec) else None
            self._pick("likelihood", "L", policy.lec_likelihood_words, lec and lec.likelihood, LIKELIHOODS)
            self._pick("exposure", "E", policy.lec_exposure_words, lec and lec.exposure, EXPOSURES)
            self._pick("consequence", "C", policy.lec_consequence_words, lec and lec.consequence, CONSEQUENCES)
        else:
            grades = [Grade(level, level.sign, tr(level.label), level=level.value) for level in reversed(Level)]
            picker = GradePicker(tr("Level"), grades)
            picker.set_value(judged.level)
            self._add_picker("level", tr("Level"), picker)

    def _pick(self, key: str, label: str, words: tuple[Words, ...], value: Any, scale: tuple[float, ...]) -> None:
        told = {grade.value: grade.in_language(language()) for grade in words}
        grades = [_grade(value, told.get(value, "")) for value in scale]
        picker = GradePicker(label, grades)
        picker.set_value(value)
        self._add_picker(key, label, picker)

    def _add_picker(self, key: str, label: str, picker: GradePicker) -> None:
        picker.changed.connect(self._show_result)
        self._pickers[key] = picker
        self._picks.addWidget(Field(label, picker))

    def _fill_measures(self) -> None:
        while (item := self._measures.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                drop_later(widget)
        self._counted.clear()
        assert self._risk is not None
        if self._which == "inherent":
            return
        measures = [m for m in self.desk.risks.measures(self._risk.id) if m.in_hand]
        if not measures:
            return
        self._measures.addWidget(Label(tr("Measures that this score counts"), "small", "second", bold=True))
        for measure in measures:
            box = QCheckBox(f"{measure.title} · {tr(measure.state.label)}")
            counted = measure.id in self._judged().counted
            box.setChecked(counted or (measure.is_done if self._which == "current" else True))
            self._counted[measure.id] = box
            self._measures.addWidget(box)

    # the result

    def score(self) -> Matrix | Lec | None:
        """What is chosen, None while something is missing or the level is set by hand."""
        values = {key: picker.value() for key, picker in self._pickers.items()}
        if None in values.values() or "level" in values:
            return None
        return Matrix(**values) if self.method.current() == "matrix" else Lec(**values)

    def _level(self) -> Level | None:
        if "level" in self._pickers:
            level: Level | None = self._pickers["level"].value()
            return level
        score = self.score()
        return self.desk.policy.level_of(score) if score else None

    @Slot()
    def _show_result(self) -> None:
        level, score = self._level(), self.score()
        self.result.set_level(level.value if level else "", tr(level.label) if level else tr("Not scored"))
        self.formula.setText(score.formula if score else "")
        judged = self._judged()
        was = f"{judged.level.sign} {tr(judged.level.label)}" if judged.level else tr("Not scored")
        self.before.setText(
            tr("before: {level}", level=" ".join(filter(None, (was, judged.score.formula if judged.score else ""))))
        )
        self.reason_field.set_help(self._why_needed(level))
        self.reason_field.set_error("")

    def _why_needed(self, level: Level | None) -> str:
        if self._risk is None or level is None:
            return ""
        if "level" in self._pickers:
            return tr("A level set by hand needs a reason and stays marked.")
        if self._which == "current" and self._risk.inherent.rank and level.rank > self._risk.inherent.rank:
            return tr("Current is above inherent: say why.")
        if self._which == "target" and self._risk.current.rank and level.rank > self._risk.current.rank:
            return tr("Target is above current: say why.")
        return ""

    @Slot()
    def save(self) -> None:
        """Save the judgement; the reason is asked for where a rule wants one."""
        QGuiApplication.inputMethod().commit()
        level = self._level()
        if self._risk is None or level is None:
            missing = next((picker for picker in self._pickers.values() if picker.value() is None), None)
            if missing is not None:
                missing.setFocus()
            self.formula.setText(tr("Choose a value on each scale."))
            return
        reason = self.reason.text().strip()
        done = tr("{which}: {level}", which=tr(JUDGEMENT_NAMES[self._which]), level=f"{level.sign} {tr(level.label)}")
        if "level" in self._pickers:
            self.session.do(self.desk.risks.set_level, self._risk.id, self._which, level, reason,
                            then=self._saved, failed=self._refused, notice=done)  # fmt: skip
            return
        counted = tuple(id for id, box in self._counted.items() if box.isChecked())
        self.session.do(self.desk.risks.rescore, self._risk.id, self._which, self.score(), counted, reason,
                        then=self._saved, failed=self._refused, notice=done)  # fmt: skip

    def _saved(self, risk: Risk) -> None:
        self.closed.emit()

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Invalid):
            self.session.failed.emit(str(error))
            return
        self.reason_field.set_error(" ".join(tr(e.text, **e.params) for e in error.errors))
        self.reason.setFocus()


def _grade(value: float, words: str) -> Grade:
    """`罕见：…` is a word and what it means; words without a colon are all word."""
    word, _, detail = words.replace(":", "：").partition("：")
    return Grade(value, f"{value:g}", word.strip(), detail.strip() or word.strip())
