"""The editor of a playbook."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Slot

from riskdesk.desk import Desk
from riskdesk.domain.playbook import Playbook, PlaybookState
from riskdesk.domain.record import Record
from riskdesk.domain.words import N_
from riskdesk.gui.attachments import attachments
from riskdesk.gui.bindings import day, duration, line, number, options, text
from riskdesk.gui.entries import Entry, Group
from riskdesk.gui.pages.cases.cells import Cell
from riskdesk.gui.pages.cases.parts import PartsEditor
from riskdesk.gui.pages.cases.rows import rows
from riskdesk.gui.pages.cases.words import word
from riskdesk.gui.pages.drills.injects import injects
from riskdesk.gui.pages.playbooks.columns import classes, tiers
from riskdesk.gui.pages.playbooks.steps import StepsBinding, steps
from riskdesk.gui.references import refs
from riskdesk.gui.session import Session
from riskdesk.gui.widgets.banner import Banner
from riskdesk.i18n import language, tr


def _families(desk: Desk) -> Sequence[tuple[str, str]]:
    return [(family.key, family.in_language(language())) for family in desk.policy.families]


def _bodies(desk: Desk) -> Sequence[str]:
    return [body.name for body in desk.directory.all("body")]


_TOLD = (
    Cell("body", N_("Body"), word(_bodies), 150),
    Cell("by", N_("By what means"), line(N_("By what means")), 110),
    Cell("within_s", N_("Within"), duration(), 90),
    Cell("basis", N_("Basis"), line(N_("Law or policy that says so"))),
)

GROUPS = (
    Group(N_("What it is for"), (
        Entry("title", N_("Title"), line(N_("The event: lift entrapment, rainstorm flooding")), required=True),
        Entry("scenario_class", N_("Scenario class"), options(classes), required=True, half=True),
        Entry("tier", N_("Response tier"), options(tiers, optional=True), half=True),
        Entry("family", N_("Risk family"), options(_families, optional=True), half=True),
        Entry("review_due", N_("Next review"), day(), half=True),
        Entry("triggers", N_("Trigger conditions"), text()),
    )),
    Group(N_("Steps"), (Entry("steps", N_("What is done, one after the other"), steps()),)),
    Group(N_("Who must be told"), (
        Entry("notifications", N_("Notifications by law or policy"), rows(_TOLD, N_("Add a body"), 620)),
        Entry("coordination", N_("Coordination"), text()),
    )),
    Group(N_("Where and how often"), (
        Entry("site_ids", N_("Sites"), refs("site"), N_("None chosen: it applies to all sites.")),
        Entry("drill_days", N_("Drill interval (days)"), number(1, 3660), half=True),
        Entry("injects", N_("Injects"), injects(),
              N_("A new drill of this playbook begins with these. Participants never see them.")),
        Entry("attachments", N_("Attachments"), attachments()),
    )),
)  # fmt: skip


class PlaybookEditor(PartsEditor):
    """F2 on an open playbook, Ctrl+N for a new one."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, Playbook, GROUPS, session.desk.playbooks.add, session.desk.playbooks.save)
        self.version_note = Banner()
        self._form.insertWidget(0, self.version_note)
        self.bindings["tier"].changed.connect(self._tier_changed)

    @property
    def steps(self) -> StepsBinding:
        """The editor of the steps."""
        binding = self.bindings["steps"]
        assert isinstance(binding, StepsBinding)
        return binding

    def defaults(self) -> dict[str, Any]:
        policy = self.desk.policy
        classes = policy.scenario_classes
        return {"scenario_class": classes[0].key if classes else "equipment", "drill_days": policy.drill_days}

    def open(self, record: Record) -> None:
        super().open(record)
        assert isinstance(record, Playbook)
        if record.state is PlaybookState.APPROVED:
            note = tr(
                "Version {now} is approved. What you change becomes draft {then}.",
                now=record.version, then=record.version + 1,
            )  # fmt: skip
            self.version_note.say(note)

    def build(self, values: dict[str, Any]) -> Record:
        return super().build({**values, "tier": values["tier"] or None, "family": values["family"] or None})

    def _fill(self, values: dict[str, Any]) -> None:
        self.version_note.say("")
        super()._fill(values)
        self._tier_changed()

    @Slot()
    def _tier_changed(self) -> None:
        self.steps.set_tier(self.desk.policy.tier(self.bindings["tier"].value() or ""))
