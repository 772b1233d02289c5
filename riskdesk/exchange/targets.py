"""What a column of a spreadsheet can become: the fields of each kind that is imported."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from riskdesk.domain.words import N_
from riskdesk.exchange.cells import fold
from riskdesk.exchange.headings import HEADINGS
from riskdesk.i18n import tr

NOTE, NOT_KEPT, COUNTER, SHOWN = "note", "not_kept", "counter", "shown"
"""Targets that are no field: kept as a line of text under its heading; personal data that is left out; the running
number of a list; what a list shows of other records."""

SCORES = {
    "matrix.likelihood": (N_("Matrix"), N_("Likelihood")), "matrix.severity": (N_("Matrix"), N_("Severity")),
    "lec.likelihood": (N_("LEC"), N_("Likelihood (L)")), "lec.exposure": (N_("LEC"), N_("Exposure (E)")),
    "lec.consequence": (N_("LEC"), N_("Consequence (C)")), "points": (N_("Points, recomputed"),),
}  # fmt: skip
JUDGEMENTS = {"current": N_("Current"), "inherent": N_("Inherent"), "target": N_("Target")}


@dataclass(frozen=True)
class Target:
    """A field that a column can be matched to.

    `sort` says how its cells are read (values.py); `of` which list a choice or a name comes from.
    """

    name: str
    labels: tuple[str, ...]
    sort: str
    of: str = ""
    required: bool = False

    @property
    def label(self) -> str:
        """What people call it, in the language in use."""
        return " · ".join(tr(text) for text in self.labels)


def _target(name: str, label: str, sort: str, of: str = "", required: bool = False) -> Target:
    return Target(name, (label,), sort, of, required)


_SITE = _target("site_id", N_("Site"), "name", "site")
_PLACE = _target("place", N_("Place"), "room")
_SITE_PLACE = _target("site_place", N_("Site and place"), "spot")
"""Both in one cell, as this program's own lists show them."""
_DEPARTMENT = _target("department_id", N_("Department"), "name", "department")
_OWNER = _target("owner_id", N_("Owner"), "name", "person")
_NUMBER = _target("number", N_("Number"), "number")
_TITLE = _target("title", N_("Title"), "title", required=True)
_DETAIL = _target("detail", N_("Details"), "text")
_OTHERS = (
    _target(NOTE, N_("Keep as text under its heading"), "note"),
    _target(COUNTER, N_("Running number, not imported"), "skip"),
    _target(NOT_KEPT, N_("Not kept: personal data that is not needed"), "skip"),
    _target(SHOWN, N_("Only shown in lists, not imported"), "skip"),
)


def _levels() -> tuple[Target, ...]:
    found = []
    for judgement, label in JUDGEMENTS.items():
        found.append(Target(f"{judgement}.level", (label, N_("Level")), "choice", "level"))
        for part, labels in SCORES.items():
            sort = "points" if part == "points" else part.split(".")[0]
            found.append(Target(f"{judgement}.{part}", (label, *labels), sort))
        found.append(Target(f"{judgement}.reason", (label, N_("Reason")), "line"))
    return tuple(found)


TARGETS: Mapping[str, tuple[Target, ...]] = {
    "risk": (
        _TITLE, _NUMBER,
        _target("family", N_("Family"), "choice", "family", True),
        _target("description", N_("Description"), "text"),
        _target("cause", N_("Cause"), "text"),
        _target("consequence", N_("Consequence"), "text"),
        _SITE, _PLACE, _SITE_PLACE,
        _target("source", N_("Recognised from"), "choice", "source"),
        _target("source_note", N_("Source, more exactly"), "line"),
        _target("season", N_("Acute in"), "months"),
        _target("controls", N_("Existing controls"), "text"),
        _DEPARTMENT, _OWNER,
        _target("status", N_("Status"), "choice", "status"),
        _target("review_days", N_("Review interval (days)"), "days"),
        _target("next_review", N_("Next review"), "date"),
        *_levels(), *_OTHERS,
    ),
    "action": (
        _TITLE, _NUMBER, _DETAIL,
        _target("origin", N_("Origin"), "choice", "origin"),
        _target("strand", N_("Strand"), "choice", "strand"),
        _SITE, _PLACE, _SITE_PLACE, _DEPARTMENT, _OWNER,
        _target("priority", N_("Priority"), "choice", "priority"),
        _target("due", N_("Due"), "date"),
        _target("state", N_("State"), "choice", "state"),
        _target("waits_for", N_("Waits for"), "line"),
        _target("proof", N_("Proof"), "text"),
        _target("done_on", N_("Done on"), "date"),
        _target("verified_by_id", N_("Confirmed by"), "name", "person"),
        _target("verified_on", N_("Confirmed on"), "date"),
        _target("found_on", N_("Found on"), "date"),
        _target("grade", N_("Hazard grade"), "choice", "grade"),
        *_OTHERS,
    ),
    "complaint": (
        _TITLE,
        _target("received_on", N_("Received on"), "date", required=True),
        _target("complaint_type", N_("Type of complaint"), "line"),
        _SITE, _PLACE, _SITE_PLACE, _DETAIL,
        _target("channel", N_("Channel"), "line"),
        _target("closed_on", N_("Closed on"), "date"),
        _target("external", N_("Number there"), "code"),
        *_OTHERS,
    ),
    "person": (
        _target("name", N_("Name"), "title", required=True),
        _target("post", N_("Post"), "line"),
        _target("phone", N_("Phone"), "phone"),
        _DEPARTMENT, _SITE,
        _target("duties", N_("Roles in playbooks"), "list"),
        _target("role", N_("Role in the program"), "choice", "role"),
        _target("active", N_("Works here"), "flag"),
        _target("notes", N_("Notes"), "text"),
        *_OTHERS,
    ),
}  # fmt: skip
"""Kind of record to what its columns can become."""

NOTES_FIELD = {"risk": "description", "action": "detail", "complaint": "detail", "person": "notes"}
"""Where a kind keeps text that has no field of its own, each line under its heading."""

TITLE_FIELD = {"risk": "title", "action": "title", "complaint": "title", "person": "name"}


def target(kind: str, name: str) -> Target:
    """The target of that name."""
    return next(one for one in TARGETS[kind] if one.name == name)


@cache
def headings(kind: str) -> Mapping[str, str]:
    """Folded heading to the name of its target; the first that claims a heading has it."""
    found: dict[str, str] = {}
    for one in TARGETS[kind]:
        for texts in (HEADINGS[kind], HEADINGS[""]):
            for text in texts.get(one.name, "").split():
                found.setdefault(fold(text), one.name)
    return found


@cache
def all_headings() -> frozenset[str]:
    """Every folded heading of every kind: a row with several of them is a head."""
    return frozenset(text for kind in TARGETS for text in headings(kind))
