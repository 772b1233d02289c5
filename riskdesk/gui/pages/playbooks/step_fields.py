"""The fields of one step, and what is typed in them as the record takes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from riskdesk.desk import Desk
from riskdesk.domain.playbook import StepMode
from riskdesk.domain.policy import Duty
from riskdesk.domain.words import N_
from riskdesk.gui.bindings import NOT_A_DURATION, Binding, Make, TextBinding, choice, duration, line, options, text
from riskdesk.gui.entries import Entry
from riskdesk.gui.pages.cases.cells import Cell
from riskdesk.gui.pages.cases.parts import part
from riskdesk.gui.pages.cases.rows import rows
from riskdesk.gui.pages.cases.words import word, words
from riskdesk.gui.session import Session
from riskdesk.gui.widgets.amounts import parse_duration

Raw = dict[str, Any]
"""What was typed in the fields of a step, its id and its origin."""

DURATIONS = ("limit_s", "repeat_s")
SHOWN = 3
"""So many of the office's words fit into an empty field."""


def _roles(desk: Desk) -> Sequence[str]:
    return desk.playbooks.roles_in_use()


def _bodies(desk: Desk) -> Sequence[str]:
    return [body.name for body in desk.directory.all("body")]


def _no_steps(desk: Desk) -> Sequence[tuple[str, str]]:
    return []


def _words(field: str) -> Make:
    """What is said or not said; while it is empty it shows the office's own words, which then hold."""

    def make(session: Session) -> Binding:
        binding = TextBinding(1)
        binding.widget.setPlaceholderText("／".join(getattr(session.desk.policy, field)[:SHOWN]))
        return binding

    return make


_CONTACT = (
    Entry("who", N_("Call"), word(_bodies), half=True),
    Entry("by", N_("By what means"), line(N_("Such as: telephone, lift intercom")), half=True),
)
_MATERIALS = (
    Cell("what", N_("Material"), line(N_("What"))),
    Cell("where", N_("Where it lies"), line(N_("Where it lies"))),
)

ENTRIES = (
    Entry("action", N_("What to do"), line(N_("In a few words, such as: call 119")), required=True),
    Entry("detail", N_("Details"), text(1)),
    Entry("role", N_("Role"), word(_roles), half=True),
    Entry("helpers", N_("Helpers"), words(_roles), half=True),
    Entry("limit_s", N_("Limit"), duration(), half=True),
    Entry("limit_from", N_("Counted from"), options(_no_steps), half=True),
    Entry("repeat_s", N_("Repeated every"), duration(), half=True),
    Entry("duty", N_("Duty of the response tier"), choice(Duty, optional=True), half=True),
    Entry("mode", N_("Order"), choice(StepMode), half=True),
    Entry("condition", N_("Only if"), line(N_("Always, if left empty")), half=True),
    Entry("contact", N_("Contact"), part(_CONTACT)),
    Entry("say", N_("Say"), _words("empathy_phrases")),
    Entry("never_say", N_("Never say"), _words("taboo_phrases")),
    Entry("materials", N_("Materials"), rows(_MATERIALS, N_("Add material"))),
    Entry("evidence", N_("To record"), line(N_("Such as: time of arrival, photos"))),
)
"""The fields in the order in which one writes a step: what, who, by when, with which words."""


def step_value(raw: Raw) -> dict[str, Any]:
    """The step that `raw` means, as the record takes it."""
    contact = raw.get("contact") or {}
    return {
        **raw,
        **{name: parse_duration(raw.get(name) or "") for name in DURATIONS},
        "duty": raw.get("duty") or None,
        "limit_from": raw.get("limit_from") or "",
        "contact": contact if any(contact.values()) else None,
    }


def step_problems(raw: Raw) -> list[tuple[str, str]]:
    """Fields of a step that are not understood."""
    typed: Callable[[str], str] = lambda name: (raw.get(name) or "").strip()  # noqa: E731
    return [(name, NOT_A_DURATION) for name in DURATIONS if typed(name) and parse_duration(typed(name)) is None]


def new_id(taken: set[str]) -> str:
    """An id that no other step of the playbook has."""
    number = len(taken) + 1
    while f"step-{number}" in taken:
        number += 1
    return f"step-{number}"
