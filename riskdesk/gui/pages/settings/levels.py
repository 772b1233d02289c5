"""The policy matrix: which cell is red, yellow or blue, the LEC bounds, and the words of each scale."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from riskdesk.desk import Desk
from riskdesk.desk.policies import Move
from riskdesk.desk.verb import Changed
from riskdesk.domain.errors import Invalid
from riskdesk.domain.level import Level
from riskdesk.domain.policy import Grade, MatrixRows, Policy
from riskdesk.domain.risk import JUDGEMENT_NAMES
from riskdesk.domain.words import N_
from riskdesk.gui.pages.settings.section import FormSection
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import Painted, drop_later
from riskdesk.gui.widgets.button import Button
from riskdesk.gui.widgets.edits import LineEdit
from riskdesk.gui.widgets.field import Field
from riskdesk.gui.widgets.label import Label
from riskdesk.gui.widgets.linkrow import LinkRow
from riskdesk.gui.widgets.paint import focus_ring, level_shape, put_text, rounded, shows_focus
from riskdesk.i18n import language, tr

SHOWN_MOVES = 12
ORDER = (Level.BLUE, Level.YELLOW, Level.RED)
SCALES = {
    "likelihood_words": N_("Likelihood"),
    "severity_words": N_("Severity"),
    "lec_likelihood_words": N_("LEC: likelihood L"),
    "lec_exposure_words": N_("LEC: exposure E"),
    "lec_consequence_words": N_("LEC: consequence C"),
}


class MatrixEdit(Painted):
    """Five by five cells; a click, Space or a figure 1 to 3 changes the level of a cell. Arrows move."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[list[Level]] = [[Level.BLUE] * 5 for _ in range(5)]
        self._current = (0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Policy matrix"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def matrix(self) -> MatrixRows:
        """Levels by likelihood - 1 and severity - 1."""
        return tuple(tuple(row) for row in self._rows)

    def set_matrix(self, rows: MatrixRows) -> None:
        """Show these levels; emits nothing."""
        self._rows = [list(row) for row in rows]
        self._tell()

    def turn(self, likelihood: int, severity: int, level: Level | None = None) -> None:
        """Give a cell (0 to 4 each) a level, or the next one in the order blue, yellow, red."""
        now = self._rows[likelihood][severity]
        self._rows[likelihood][severity] = level or ORDER[(ORDER.index(now) + 1) % 3]
        self._current = (likelihood, severity)
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        likelihood, severity = self._current
        level = tr(self._rows[likelihood][severity].label)
        self.setAccessibleDescription(f"{likelihood + 1} × {severity + 1}: {level}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(24 + 5 * 84), theme().px(5 * 44 + 24))

    def _cell(self, likelihood: int, severity: int) -> QRectF:
        px = theme().px
        return QRectF(px(24) + severity * px(84), (4 - likelihood) * px(44), px(80), px(40))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        for likelihood in range(5):
            for severity in range(5):
                if self._cell(likelihood, severity).contains(event.position()):
                    self.turn(likelihood, severity)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        likelihood, severity = self._current
        steps = {Qt.Key.Key_Up: (1, 0), Qt.Key.Key_Down: (-1, 0), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Left: (0, -1)}
        levels = {Qt.Key.Key_1: Level.BLUE, Qt.Key.Key_2: Level.YELLOW, Qt.Key.Key_3: Level.RED}
        key = Qt.Key(event.key())
        if key in steps:
            up, right = steps[key]
            self._current = (min(4, max(0, likelihood + up)), min(4, max(0, severity + right)))
            self._tell()
        elif key in levels:
            self.turn(likelihood, severity, levels[key])
        elif key == Qt.Key.Key_Space:
            self.turn(likelihood, severity)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, c, px = QPainter(self), self.colours, theme().px
        small, bold = theme().font("small"), theme().font(bold=True)
        centre = Qt.AlignmentFlag.AlignCenter
        for value in range(5):
            row = self._cell(value, 0)
            put_text(painter, QRectF(0, row.y(), px(20), row.height()), str(value + 1), small, c["text2"], centre)
            column = self._cell(0, value)
            below = QRectF(column.x(), column.bottom() + px(4), column.width(), px(20))
            put_text(painter, below, str(value + 1), small, c["text2"], centre)
        for likelihood, row_levels in enumerate(self._rows):
            for severity, level in enumerate(row_levels):
                box = self._cell(likelihood, severity)
                rounded(painter, box, 4, c[f"{level.value}_soft"])
                shape = QRectF(box.x() + px(12), box.y() + px(14), px(12), px(12))
                level_shape(painter, level.value, shape, c[level.value])
                put_text(painter, box.adjusted(px(30), 0, 0, 0), tr(level.label), bold, c[level.value])
                if shows_focus(self) and self._current == (likelihood, severity):
                    focus_ring(painter, box, 4, c)


class LevelSection(FormSection):
    """What is changed here is shown first with the risks that move, and saved in one step that can be undone."""

    KEY = "levels"
    TITLE = N_("Levels and scales")
    ICON = "table"
    KINDS: ClassVar[frozenset[str]] = frozenset({"policy", "risk"})

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._base: Policy = self.desk.policy
        self.matrix = MatrixEdit()
        self.matrix.changed.connect(self._edited)
        card = self.card(
            tr("Policy matrix"), tr("Likelihood upwards, severity to the right; click a cell to change it")
        )
        card.body.addWidget(self.matrix)
        bounds = QHBoxLayout()
        self.red, self.yellow = LineEdit(), LineEdit()
        self.red_field = Field(tr("LEC: red from D ="), self.red)
        self.yellow_field = Field(tr("LEC: yellow from D ="), self.yellow)
        for edit, field in ((self.yellow, self.yellow_field), (self.red, self.red_field)):
            edit.textEdited.connect(self._edited)
            bounds.addWidget(field)
        card.body.addLayout(bounds)
        self._moves = QVBoxLayout()
        self._moves.setSpacing(theme().px(2))
        self.summary = Label("", bold=True, wrap=True)
        card.body.addWidget(self.summary)
        card.body.addLayout(self._moves)
        buttons = QHBoxLayout()
        self.save_button = Button(tr("Save and rescale"), kind="primary")
        self.save_button.clicked.connect(self.save)
        self.reset_button = Button(tr("Take back"))
        self.reset_button.clicked.connect(self._show)
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.reset_button)
        buttons.addStretch(1)
        card.body.addLayout(buttons)
        self.words: dict[tuple[str, float], LineEdit] = {}
        self._make_scales()
        self.done()
        self._show()

    def _make_scales(self) -> None:
        for scale, title in SCALES.items():
            card = self.card(tr(title), tr("These words stand beside the choice while scoring"))
            grid = QGridLayout()
            grid.setHorizontalSpacing(theme().px(10))
            grid.setVerticalSpacing(theme().px(6))
            for row, grade in enumerate(getattr(self._base, scale)):
                grid.addWidget(Label(f"{grade.value:g}", bold=True), row, 0)
                edit = LineEdit()
                edit.setObjectName(f"{scale}:{grade.value}")
                edit.setAccessibleName(f"{tr(title)} {grade.value:g}")
                edit.editingFinished.connect(self._save_words)
                self.words[scale, grade.value] = edit
                grid.addWidget(edit, row, 1)
            card.body.addLayout(grid)

    def refresh(self, changed: Changed) -> None:
        if not self._is_edited():
            self._show()

    def _is_edited(self) -> bool:
        bounds = (self.red.text(), self.yellow.text())
        kept = (f"{self._base.lec_red:g}", f"{self._base.lec_yellow:g}")
        return self.matrix.matrix() != self._base.matrix or bounds != kept

    @Slot()
    def _show(self) -> None:
        self._base = self.desk.policy
        self.matrix.set_matrix(self._base.matrix)
        self.red.setText(f"{self._base.lec_red:g}")
        self.yellow.setText(f"{self._base.lec_yellow:g}")
        for (scale, value), edit in self.words.items():
            grade = next((g for g in getattr(self._base, scale) if g.value == value), None)
            if grade is not None and not edit.hasFocus():
                edit.setText(grade.in_language(language()))
        self._show_moves([])
        self._edited()

    def _policy(self) -> Policy | None:
        """The policy as edited, None while something is not right (and says so at its field)."""
        for field in (self.red_field, self.yellow_field):
            field.set_error("")
        try:
            return self._base.changed(
                matrix=self.matrix.matrix(), lec_red=self.red.text().strip(), lec_yellow=self.yellow.text().strip()
            )
        except Invalid as error:
            for item in error.errors:
                field = self.red_field if item.field == "lec_red" else self.yellow_field
                field.set_error(tr(item.text, **item.params))
            return None

    @Slot()
    def _edited(self) -> None:
        edited = self._is_edited()
        self.save_button.setEnabled(edited)
        self.reset_button.setEnabled(edited)
        policy = self._policy() if edited else None
        if policy is None:
            self._show_moves([])
            self.summary.setText("")
            return

        def work(desk: Desk) -> list[Move]:
            return desk.policies.moves(policy)

        self.aside(tr("Looking which risks move"), work, self._came)

    def _came(self, moves: list[Move]) -> None:
        risks = len({move.risk.id for move in moves if move.is_level})
        self.summary.setText(
            tr("{n} risks change their level.", n=risks) if risks else tr("No risk changes its level.")
        )
        self._show_moves(moves)

    def _show_moves(self, moves: list[Move]) -> None:
        while (item := self._moves.takeAt(0)) is not None:
            if isinstance(widget := item.widget(), QWidget):
                drop_later(widget)
        for move in moves[:SHOWN_MOVES]:
            turn = _turn(move)
            which = tr(JUDGEMENT_NAMES[move.which])
            row = LinkRow(move.risk.id, "risk", which, move.risk.number, f"{move.risk.title}  {turn}")
            row.opened.connect(self._open)
            self._moves.addWidget(row)
        if len(moves) > SHOWN_MOVES:
            self._moves.addWidget(Label(tr("and {n} more", n=len(moves) - SHOWN_MOVES), "small", "second"))

    @Slot(str)
    def _open(self, id: str) -> None:
        self.session.record_wanted.emit("risk", id)

    @Slot()
    def save(self) -> None:
        """Save the policy and rescale every risk, in one undoable step."""
        policy = self._policy()
        if policy is not None:
            self.session.do(self.desk.policies.save, policy, self._base, then=self._saved, failed=self.fail,
                            notice=tr("The policy is saved; levels follow it."))  # fmt: skip

    def _saved(self, policy: Policy) -> None:
        self._show()

    @Slot()
    def _save_words(self) -> None:
        edit = self.sender()
        assert isinstance(edit, LineEdit)
        scale, value = edit.objectName().split(":")
        field = "words_en" if language() == "en" else "words"
        grades: tuple[Grade, ...] = getattr(self.desk.policy, scale)
        text = edit.text().strip()
        changed = tuple(g.changed(**{field: text}) if g.value == float(value) and text else g for g in grades)
        if changed != grades:
            fields: dict[str, Any] = {scale: changed}
            self.session.do(self.desk.directory.set_office, failed=self.fail, **fields)


def _turn(move: Move) -> str:
    """`▲ 红 → ◆ 黄`, or that the level stays."""
    after = _level(move.after.level)
    if move.is_level:
        return f"{_level(move.before.level)} → {after}"
    ceiling = tr(JUDGEMENT_NAMES["inherent" if move.which == "current" else "current"]).lower()
    return tr("stays {level}, now above {ceiling}: the reason is noted", level=after, ceiling=ceiling)


def _level(level: Level | None) -> str:
    return f"{level.sign} {tr(level.label)}" if level else tr("Not scored")
