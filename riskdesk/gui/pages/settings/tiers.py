"""Response tiers with their times, and the intervals and targets of the office."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QVBoxLayout

from riskdesk.domain.policy import Duty, Limit, Policy, Tier
from riskdesk.domain.words import N_
from riskdesk.gui.pages.settings.section import PolicySection
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import drop_later
from riskdesk.gui.widgets.button import Button
from riskdesk.gui.widgets.card import Card
from riskdesk.gui.widgets.field import Field
from riskdesk.gui.widgets.label import ElidedLabel
from riskdesk.gui.widgets.lines import LinesEdit
from riskdesk.gui.widgets.number import NumberBox
from riskdesk.gui.widgets.valueedits import DurationEdit
from riskdesk.i18n import language, tr

NUMBERS = {
    "review_days": (N_("Review of a risk every"), 1, 3660, N_(" days")),
    "drill_days": (N_("Drill of a playbook every"), 1, 3660, N_(" days")),
    "cases_per_month": (N_("New cases a month"), 0, 1000, ""),
    "study_cases": (N_("Cases to study a quarter"), 0, 1000, ""),
    "exam_pass": (N_("Assessment passed with"), 0, 100, N_(" points")),
    "drill_pass": (N_("Drill passed with"), 0, 100, N_(" points")),
}
"""Field of the policy: label, least, most, unit."""


class TierSection(PolicySection):
    """A number is saved when it is left; undo takes it back."""

    KEY = "tiers"
    TITLE = N_("Tiers and intervals")
    ICON = "timer"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.numbers: dict[str, NumberBox] = {}
        self.report = DurationEdit()
        self.report.editingFinished.connect(self._save_report)
        self._make_intervals()
        self._tiers = QVBoxLayout()
        self._tiers.setSpacing(theme().px(12))
        self.column.addLayout(self._tiers)
        self.cards: dict[str, TierCard] = {}
        self.done()

    def _make_intervals(self) -> None:
        card = self.card(tr("Intervals and targets"), tr("Saved at once"))
        grid = _grid()
        for place, (name, (label, low, high, unit)) in enumerate(NUMBERS.items()):
            box = NumberBox(low, high, tr(unit) if unit else "")
            box.setObjectName(name)
            box.editingFinished.connect(self.save)
            self.numbers[name] = box
            grid.addWidget(Field(tr(label), box), place // 3, place % 3)
        self.report_field = Field(tr("Post-incident report due after"), self.report)
        grid.addWidget(self.report_field, len(NUMBERS) // 3, 0)
        card.body.addLayout(grid)

    def typed(self) -> dict[str, Any]:
        base = self.base
        typed: dict[str, Any] = {
            name: box.value() for name, box in self.numbers.items() if box.value() != getattr(base, name)
        }
        if (report := self.report.value()) != base.report_seconds:
            typed["report_seconds"] = report
        if any(card.is_typed_in for card in self.cards.values()):
            tiers = tuple(card.tier() for card in self.cards.values())
            typed["tiers"] = tiers if tiers != base.tiers else None
        return typed

    def still_shown(self, now: Policy, typed: Collection[str]) -> Policy:
        """Somebody else may write another tier."""
        shown = super().still_shown(now, typed)
        if "tiers" not in typed or [tier.key for tier in now.tiers] != list(self.cards):
            return shown
        cards = self.cards
        return shown.held(tiers=[cards[t.key].shown if cards[t.key].is_typed_in else t for t in now.tiers])

    def show_policy(self, now: Policy, typed: Collection[str]) -> None:
        for name, box in self.numbers.items():
            if name not in typed:
                box.setValue(getattr(now, name))
        if "report_seconds" not in typed:
            self.report.set_value(now.report_seconds)
        same = [tier.key for tier in now.tiers] == list(self.cards)
        if not same and "tiers" not in typed:
            for card in self.cards.values():
                drop_later(card)
            self.cards = {tier.key: TierCard(tier) for tier in now.tiers}
            for card in self.cards.values():
                card.wanted.connect(self.save)
                self._tiers.addWidget(card)
        for tier in now.tiers:
            if "tiers" not in typed or (same and not self.cards[tier.key].is_typed_in):
                self.cards[tier.key].show_tier(tier)

    @Slot()
    def _save_report(self) -> None:
        text = "" if self.report.value() else tr("Not a duration. Write 15 min, 1:30 or 2 h.")
        self.report_field.set_error(text)
        self.save()


class TierCard(Card):
    """The times that one tier sets; an emptied one goes away, a menu offers those that it does not set."""

    wanted = Signal()
    """Save it."""

    def __init__(self, tier: Tier) -> None:
        super().__init__(tier.in_language(language()))
        self.shown = tier
        """The tier as it is shown."""
        self.edits: dict[Duty, DurationEdit] = {}
        self.fields: dict[Duty, Field] = {}
        self.examples = ElidedLabel("", "small", "second")
        self._grid = _grid()
        self._menu = QMenu(self)
        self.add = Button(tr("Add a time"), kind="quiet", icon="plus")
        self.add.set_menu(self._menu)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        self.body.addWidget(self.examples)
        self.body.addLayout(self._grid)
        self.body.addLayout(foot)
        self.tasks = LinesEdit(tr("Add a task"))
        self.tasks.settled.connect(self._tell)
        self.body.addWidget(Field(tr("What it asks for besides"), self.tasks))

    def show_tier(self, tier: Tier) -> None:
        """Show these times and tasks."""
        self.shown = tier
        told = [tr("Led by {who}", who=tier.lead)] if tier.lead else []
        self.examples.setText(" · ".join(filter(None, (*told, tier.examples))))
        self.examples.setVisible(bool(self.examples.text()))
        wanted = [limit.duty for limit in tier.limits]
        if wanted != list(self.edits):
            self._make(wanted)
        for limit in tier.limits:
            if self.edits[limit.duty].value() != limit.seconds:
                self.edits[limit.duty].set_value(limit.seconds)
        self.tasks.follow(tier.tasks)

    def _make(self, duties: list[Duty]) -> None:
        for field in self.fields.values():
            drop_later(field)
        self.edits, self.fields = {}, {}
        for place, duty in enumerate(duties):
            self._place(duty, place)
        self._fill_menu()

    def _place(self, duty: Duty, place: int) -> None:
        edit = DurationEdit()
        edit.setObjectName(duty.value)
        edit.editingFinished.connect(self._edited)
        self.edits[duty] = edit
        self.fields[duty] = Field(tr(duty.label), edit)
        self._grid.addWidget(self.fields[duty], place // 3, place % 3)

    def _fill_menu(self) -> None:
        self._menu.clear()
        for duty in Duty:
            if duty not in self.edits:
                action = QAction(tr(duty.label), self._menu)
                action.setData(duty.value)
                action.triggered.connect(self._add)
                self._menu.addAction(action)
        self.add.setVisible(bool(self._menu.actions()))

    @Slot()
    def _add(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        duty = Duty(action.data())
        self._place(duty, len(self.edits))
        self._fill_menu()
        self.edits[duty].setFocus()

    @Slot()
    def _edited(self) -> None:
        duty = Duty(self.sender().objectName())
        edit = self.edits[duty]
        self.fields[duty].set_error("" if edit.is_valid() else tr("Not a duration. Write 15 min, 1:30 or 2 h."))
        if edit.is_valid():
            self._tell()

    @Slot()
    def _tell(self) -> None:
        self.wanted.emit()

    @property
    def is_typed_in(self) -> bool:
        """Whether something else is typed than is shown, a time that is not understood or still empty too."""
        times = [limit.duty for limit in self.shown.limits]
        understood = all(edit.is_valid() for edit in self.edits.values())
        return self.tier() != self.shown or times != list(self.edits) or not understood

    def tier(self) -> Tier:
        """The tier as typed; a time that is empty it does not set, one that is not understood it sets as before."""
        limits = []
        for duty, edit in self.edits.items():
            value = edit.value() if edit.is_valid() else self.shown.limit(duty)
            if value is not None:
                limits.append(Limit(duty=duty, seconds=int(str(value))))
        return self.shown.model_copy(update={"limits": tuple(limits), "tasks": tuple(self.tasks.lines())})


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme().px(12))
    grid.setVerticalSpacing(theme().px(10))
    for column in range(3):
        grid.setColumnStretch(column, 1)
    return grid
