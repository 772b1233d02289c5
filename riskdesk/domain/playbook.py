"""The emergency playbook: steps with limits, what to say, who is told (source.md 7.3; spec.md section 4)."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, ClassVar, Self

from pydantic import Field

from riskdesk.domain.policy import Duty, Tier
from riskdesk.domain.record import Attachment, Broken, Ids, Line, Part, Record, Ref, Seconds, Text, Title, rule
from riskdesk.domain.scale import Key
from riskdesk.domain.words import N_, Choice, labelled

StepId = Annotated[str, Field(pattern="^[a-z0-9_-]{1,40}$")]


@labelled(blocking=N_("Before the next step"), parallel=N_("At the same time"))
class StepMode(Choice):
    """Whether the next step waits for this one."""

    BLOCKING = "blocking"
    PARALLEL = "parallel"


class Contact(Part):
    """Whom a step calls and by what means."""

    who: Line
    by: Line = ""


class Material(Part):
    """Something a step needs and where it lies."""

    what: Line
    where: Line = ""


class Step(Part):
    """One step. `limit_s` runs from the start of the response, or from the end of step `limit_from`."""

    id: StepId
    action: Title
    detail: Text = ""
    role: Line = ""
    helpers: tuple[Line, ...] = ()
    limit_s: Seconds | None = None
    limit_from: str = ""
    repeat_s: Annotated[int, Field(ge=10)] | None = None
    duty: Duty | None = None
    """Which duty of the tier this step fulfils, so that its limit can be compared with the tier's."""
    contact: Contact | None = None
    say: Text = ""
    never_say: Text = ""
    materials: tuple[Material, ...] = ()
    evidence: Line = ""
    mode: StepMode = StepMode.BLOCKING
    condition: Line = ""
    origin: Line = ""
    """Key of the step of the bank that this is a copy of."""


class Inject(Part):
    """An event fed into the drill `at_s` seconds after its start."""

    id: StepId
    at_s: Seconds
    what: Title
    giver: Line = ""
    receiver: Line = ""
    expected: Line = ""


class Notification(Part):
    """A body that law or policy says must be told, by what means and within what time from the start."""

    body: Line
    by: Line = ""
    within_s: Seconds | None = None
    basis: Line = ""


@labelled(draft=N_("Draft"), approved=N_("Approved"), superseded=N_("Superseded"))
class PlaybookState(Choice):
    """State of a version."""

    DRAFT = "draft"
    APPROVED = "approved"
    SUPERSEDED = "superseded"


class Confirmation(Part):
    """Someone saw that a limit is looser than the tier's and confirmed it."""

    by_id: Annotated[str, Ref("person")]
    on: dt.date
    why: Line = ""


_APPROVED = ("title", "triggers", "tier", "coordination", "steps", "notifications")
"""What the approval of a playbook covers."""


class Playbook(Record):
    """What is done, by whom and by when, once its triggers are met."""

    KIND: ClassVar[str] = "playbook"
    LETTER: ClassVar[str] = "P"
    SEARCHED: ClassVar[tuple[str, ...]] = ("title", "triggers", "coordination", "steps")
    LEFT_BEHIND: ClassVar[tuple[str, ...] | None] = (
        "version", "state", "approved_by_id", "approved_on", "review_due", "difference_confirmed", "attachments",
    )  # fmt: skip
    APPROVED_WITH: ClassVar[tuple[tuple[str, str], ...] | None] = ()

    title: Title
    scenario_class: Key
    family: Key | None = None
    triggers: Text = ""
    tier: Key | None = None
    coordination: Text = ""
    steps: tuple[Step, ...] = ()
    notifications: tuple[Notification, ...] = ()
    injects: tuple[Inject, ...] = ()
    """What a drill of it begins with; its participants never see them."""
    site_ids: Annotated[Ids, Ref("site")] = ()
    """Sites it applies to; empty for all."""
    drill_days: Annotated[int, Field(ge=1, le=3660)] = 90
    version: Annotated[int, Field(ge=1)] = 1
    state: PlaybookState = PlaybookState.DRAFT
    approved_by_id: Annotated[str, Ref("person")] = ""
    approved_on: dt.date | None = None
    review_due: dt.date | None = None
    difference_confirmed: Confirmation | None = None
    attachments: tuple[Attachment, ...] = ()

    @rule
    def _steps_hold_together(self) -> Self:
        seen: set[str] = set()
        for place, step in enumerate(self.steps):
            if step.id in seen:
                raise Broken(f"steps.{place}.id", N_("Two steps have the same id."))
            if step.limit_from and step.limit_from not in seen:
                raise Broken(f"steps.{place}.limit_from", N_("The limit must run from an earlier step."))
            seen.add(step.id)
        return self

    @property
    def is_approved(self) -> bool:
        """Whether this version is approved."""
        return self.state is PlaybookState.APPROVED

    def unsigned_after(self, base: Self) -> Self:
        """As the next version, a draft, where it says otherwise than the approved one of `base`."""
        if not (base.is_approved and self.is_approved):
            return self
        if all(getattr(self, name) == getattr(base, name) for name in _APPROVED):
            return self
        return self.model_copy(update={
            "version": base.version + 1, "state": PlaybookState.DRAFT, "approved_by_id": "", "approved_on": None,
            "difference_confirmed": None,
        })  # fmt: skip

    def step(self, step_id: str) -> Step | None:
        """The step of that id."""
        return next((step for step in self.steps if step.id == step_id), None)

    @property
    def roles(self) -> tuple[str, ...]:
        """Every role that leads or helps in a step, in order of appearance."""
        return tuple(dict.fromkeys(role for step in self.steps for role in (step.role, *step.helpers) if role))


class Difference(Part):
    """A limit of a playbook that is looser than its tier's. The playbook's runs; both in seconds."""

    step_id: str
    action: str
    duty: Duty
    playbook_s: Seconds
    tier_s: Seconds


def differences(playbook: Playbook | Plan, tier: Tier | None) -> tuple[Difference, ...]:
    """Where the playbook allows more time than its response tier (spec.md section 4), step by step."""
    if tier is None:
        return ()
    found = []
    for step in playbook.steps:
        own = step.repeat_s if step.duty is Duty.REPORT_EVERY else step.limit_s
        allowed = tier.limit(step.duty) if step.duty else None
        if step.duty and own is not None and allowed is not None and own > allowed:
            found.append(
                Difference(step_id=step.id, action=step.action, duty=step.duty, playbook_s=own, tier_s=allowed)
            )
    return tuple(found)


class Plan(Part):
    """What a drill or an incident ran: a copy of the playbook's version, which later edits do not change."""

    playbook_id: Annotated[str, Ref("playbook")] = ""
    title: Line = ""
    number: Line = ""
    version: Annotated[int, Field(ge=1)] = 1
    tier: Key | None = None
    steps: tuple[Step, ...] = ()
    notifications: tuple[Notification, ...] = ()


def plan_of(playbook: Playbook) -> Plan:
    """The copy of `playbook` that a drill or an incident keeps."""
    return Plan(
        playbook_id=playbook.id, title=playbook.title, number=playbook.number, version=playbook.version,
        tier=playbook.tier, steps=playbook.steps, notifications=playbook.notifications,
    )  # fmt: skip
