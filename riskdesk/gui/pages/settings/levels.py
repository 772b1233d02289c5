"""Levels and scales: the policy matrix, the LEC bounds with what they move, and the words of each scale."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from riskdesk.desk import Desk
from riskdesk.desk.policies import Move
from riskdesk.desk.verb import Changed
from riskdesk.domain.errors import Invalid
from riskdesk.domain.level import CONSEQUENCES, EXPOSURES, FIVE, LIKELIHOODS
from riskdesk.domain.policy import Policy
from riskdesk.domain.scale import worded, words_of
from riskdesk.domain.words import N_
from riskdesk.gui.pages.settings.matrix import MatrixEdit
from riskdesk.gui.pages.settings.moves import MovesTable
from riskdesk.gui.pages.settings.section import PolicySection
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.button import Button
from riskdesk.gui.widgets.edits import LineEdit
from riskdesk.gui.widgets.field import Field
from riskdesk.gui.widgets.label import Label
from riskdesk.i18n import language, tr

SCALES: dict[str, tuple[str, tuple[float, ...]]] = {
    "likelihood_words": (N_("Likelihood"), FIVE),
    "severity_words": (N_("Severity"), FIVE),
    "lec_likelihood_words": (N_("LEC: likelihood L"), LIKELIHOODS),
    "lec_exposure_words": (N_("LEC: exposure E"), EXPOSURES),
    "lec_consequence_words": (N_("LEC: consequence C"), CONSEQUENCES),
}


class LevelSection(PolicySection):
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
        self.moves = MovesTable()
        self.moves.wanted.connect(self._open)
        self.summary = Label("", bold=True, wrap=True)
        card.body.addWidget(self.summary)
        card.body.addWidget(self.moves)
        buttons = QHBoxLayout()
        self.save_button = Button(tr("Save and rescale"), kind="primary")
        self.save_button.clicked.connect(self.rescale)
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
        for scale, (title, values) in SCALES.items():
            card = self.card(tr(title), tr("These words stand beside the choice while scoring"))
            grid = QGridLayout()
            grid.setHorizontalSpacing(theme().px(10))
            grid.setVerticalSpacing(theme().px(6))
            for row, value in enumerate(values):
                grid.addWidget(Label(f"{value:g}", bold=True), row, 0)
                edit = LineEdit()
                edit.setObjectName(f"{scale}:{value}")
                edit.setAccessibleName(f"{tr(title)} {value:g}")
                edit.editingFinished.connect(self.save)
                self.words[scale, value] = edit
                grid.addWidget(edit, row, 1)
            card.body.addLayout(grid)

    def typed(self) -> dict[str, Any]:
        """What the words of a scale are with those that are typed; one that is emptied is left as it was."""
        typed: dict[str, Any] = {}
        for (scale, value), edit in self.words.items():
            grades, text = typed.get(scale, getattr(self.base, scale)), edit.text().strip()
            if text and text != words_of(grades, value, language()):
                typed[scale] = worded(grades, value, text, language())
        return typed

    def show_policy(self, now: Policy, typed: Collection[str]) -> None:
        for (scale, value), edit in self.words.items():
            text = words_of(getattr(now, scale), value, language())
            if scale not in typed and edit.text().strip() != text:
                edit.setText(text)

    def refresh(self, changed: Changed) -> None:
        super().refresh(changed)
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
        self.moves.show_moves([])
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
            self.moves.show_moves([])
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
        self.moves.show_moves(moves)

    @Slot(str)
    def _open(self, id: str) -> None:
        self.session.record_wanted.emit("risk", id)

    @Slot()
    def rescale(self) -> None:
        """Save the policy and rescale every risk, in one undoable step."""
        policy = self._policy()
        if policy is not None:
            self.session.do(self.desk.policies.save, policy, self._base, then=self._rescaled, failed=self.session.tell,
                            notice=tr("The policy is saved; levels follow it."))  # fmt: skip

    def _rescaled(self, policy: Policy) -> None:
        self._show()
