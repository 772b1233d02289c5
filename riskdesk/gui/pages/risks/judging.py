"""One judgement of a risk: the words of each value stand beside the choice, the level follows at once."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from riskdesk.domain.level import CONSEQUENCES, EXPOSURES, FIVE, LIKELIHOODS, Assessment, Lec, Level, Matrix
from riskdesk.domain.scale import Grade as Words
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import drop_later
from riskdesk.gui.widgets.button import LinkButton
from riskdesk.gui.widgets.edits import LineEdit
from riskdesk.gui.widgets.field import Field
from riskdesk.gui.widgets.flow import FlowLayout
from riskdesk.gui.widgets.grade import Grade, GradePicker
from riskdesk.gui.widgets.label import Label
from riskdesk.gui.widgets.segments import Segments
from riskdesk.gui.widgets.tag import LevelTag
from riskdesk.i18n import language, tr

MATRIX, LEC, HAND = "matrix", "lec", "hand"


class Judging(QWidget):
    """Scores by the matrix or LEC, or sets a level by hand.

    `beside` stands left of the choice of the method. An `optional` one may stay empty: it can be cleared, and asks for
    a reason only where a rule wants one.
    """

    changed = Signal()

    def __init__(self, session: Session, beside: QWidget | None = None, optional: bool = False) -> None:
        super().__init__()
        self.desk = session.desk
        self._optional = optional
        self._judged = Assessment()
        self._ceiling: tuple[Level | None, str] = (None, "")
        self.pickers: dict[str, GradePicker] = {}
        px = theme().px
        self.method = Segments(tr("Method"), [(MATRIX, "5 × 5"), (LEC, "LEC"), (HAND, tr("By hand"))])
        self.method.changed.connect(self._choose_method)
        self.result = LevelTag()
        self.formula = Label("", "lead", bold=True)
        self.before = Label("", "small", "second")
        self.clear = LinkButton(tr("Clear"), "text")
        self.clear.clicked.connect(self._clear)
        self._picks = QVBoxLayout()
        self._picks.setSpacing(px(8) if optional else px(14))
        self.reason = LineEdit()
        self.reason.textChanged.connect(self._show_result)
        self.reason_field = Field(tr("Reason"), self.reason)
        # Longer words than the Chinese ones have no room for both side by side.
        head: QLayout = FlowLayout(gap=px(16)) if beside is not None else QHBoxLayout()
        if beside is not None:
            head.addWidget(beside)
        elif isinstance(head, QHBoxLayout):
            head.addStretch(1)
        head.addWidget(self.method)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._picks.spacing())
        column.addLayout(head)
        column.addLayout(self._picks)
        result = QHBoxLayout()
        result.addWidget(self.result)
        result.addWidget(self.formula)
        result.addStretch(1)
        result.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(result)
        # Beside the formula of LEC there is no room for it.
        column.addWidget(self.before)
        column.addWidget(self.reason_field)
        self.show_judgement(self._judged)

    def show_judgement(self, judged: Assessment) -> None:
        """Start from the judgement as it stands; one without a score keeps the method that was used last."""
        self._judged = judged
        if judged.by_hand:
            self.method.set_current(HAND)
        elif judged.score or not self._optional:
            self.method.set_current(judged.score.method if judged.score else MATRIX)
        self.reason.setText(judged.reason)
        self.reason_field.set_error("")
        self._fill_picks()
        self._show_result()

    def put(self, method: str, values: dict[str, Any], reason: str) -> None:
        """Put back what was chosen, also where a part of it is missing."""
        self.method.set_current(method)
        self._fill_picks()
        for key, picker in self.pickers.items():
            picker.set_value(values.get(key))
        self.reason.setText(reason)
        self._show_result()

    def set_ceiling(self, ceiling: Level | None, why: str) -> None:
        """A level above `ceiling` needs a reason; `why` says so."""
        self._ceiling = (ceiling, why)
        self._show_result()

    @Slot(str)
    def _choose_method(self, method: str) -> None:
        self._fill_picks()
        self._show_result()
        self.changed.emit()

    @Slot()
    def _clear(self) -> None:
        self.show_judgement(Assessment())
        self.changed.emit()

    # the choices

    def _fill_picks(self) -> None:
        while (item := self._picks.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                drop_later(widget)
        self.pickers.clear()
        policy, score = self.desk.policy, self._judged.score
        if self.method.current() == MATRIX:
            at = score if isinstance(score, Matrix) else None
            self._pick("likelihood", tr("Likelihood"), policy.likelihood_words, at and at.likelihood, FIVE)
            self._pick("severity", tr("Severity"), policy.severity_words, at and at.severity, FIVE)
        elif self.method.current() == LEC:
            lec = score if isinstance(score, Lec) else None
            self._pick(
                "likelihood", tr("Likelihood L"), policy.lec_likelihood_words, lec and lec.likelihood, LIKELIHOODS
            )
            self._pick("exposure", tr("Exposure E"), policy.lec_exposure_words, lec and lec.exposure, EXPOSURES)
            self._pick(
                "consequence", tr("Consequence C"), policy.lec_consequence_words, lec and lec.consequence, CONSEQUENCES
            )
        else:
            levels = [Grade(level, level.sign, tr(level.label), level=level.value) for level in reversed(Level)]
            picker = GradePicker(tr("Level"), levels)
            picker.set_value(self._judged.level)
            self._add_picker("level", tr("Level"), picker)
        self.setFocusProxy(next(iter(self.pickers.values())))

    def _pick(self, key: str, label: str, words: tuple[Words, ...], value: Any, scale: tuple[float, ...]) -> None:
        told = {grade.value: grade.in_language(language()) for grade in words}
        picker = GradePicker(label, [_grade(value, told.get(value, "")) for value in scale])
        picker.set_value(value)
        self._add_picker(key, label, picker)

    def _add_picker(self, key: str, label: str, picker: GradePicker) -> None:
        picker.changed.connect(self._picked)
        self.pickers[key] = picker
        self._picks.addWidget(Field(label, picker))

    @Slot(object)
    def _picked(self, value: object) -> None:
        self._show_result()
        self.changed.emit()

    # the result

    def values(self) -> dict[str, Any]:
        """What is chosen on each scale, None where nothing is."""
        return {key: picker.value() for key, picker in self.pickers.items()}

    def score(self) -> Matrix | Lec | None:
        """What is chosen, None while something is missing or the level is set by hand."""
        values = self.values()
        if None in values.values() or "level" in values:
            return None
        return Matrix(**values) if self.method.current() == MATRIX else Lec(**values)

    def level(self) -> Level | None:
        """The level that follows, None while something is missing."""
        if "level" in self.pickers:
            level: Level | None = self.pickers["level"].value()
            return level
        score = self.score()
        return self.desk.policy.level_of(score) if score else None

    @property
    def by_hand(self) -> bool:
        """Whether the level is set by hand."""
        return self.method.current() == HAND

    def is_empty(self) -> bool:
        """Whether nothing is chosen."""
        return set(self.values().values()) == {None}

    def ask_for_missing(self) -> None:
        """Say that something is still to be chosen, and go there."""
        missing = next((picker for picker in self.pickers.values() if picker.value() is None), None)
        if missing is not None:
            missing.setFocus()
        self.formula.setText(tr("Choose a value on each scale."))

    @Slot()
    def _show_result(self) -> None:
        level, score = self.level(), self.score()
        self.result.set_level(level.value if level else "", tr(level.label) if level else tr("Not scored"))
        self.formula.setText(score.formula if score else "")
        self.before.setText("" if self._optional else _before(self._judged))
        self.before.setVisible(not self._optional)
        self.clear.setVisible(self._optional and not self.is_empty())
        why = self._why_needed(level)
        self.reason_field.set_help(why)
        self.reason_field.set_error("")
        self.reason_field.setVisible(not self._optional or bool(why or self.reason.text()))

    def _why_needed(self, level: Level | None) -> str:
        if level is None:
            return ""
        if self.by_hand:
            return tr("A level set by hand needs a reason and stays marked.")
        ceiling, why = self._ceiling
        return why if ceiling is not None and level.rank > ceiling.rank else ""


def _before(judged: Assessment) -> str:
    was = f"{judged.level.sign} {tr(judged.level.label)}" if judged.level else tr("Not scored")
    formula = judged.score.formula if judged.score else ""
    return tr("before: {level}", level=" ".join(filter(None, (was, formula))))


def _grade(value: float, words: str) -> Grade:
    """`罕见：…` is a word and what it means; words without a colon are all word."""
    word, _, detail = words.replace(":", "：").partition("：")
    return Grade(value, f"{value:g}", word.strip(), detail.strip())
