"""The editor of a case: its four parts in the order in which one learns the facts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from riskdesk.desk import Desk
from riskdesk.domain.case import Case, CaseOrigin, Privacy, Turn, tells_of_nobody
from riskdesk.domain.level import Level
from riskdesk.domain.words import N_
from riskdesk.gui.attachments import attachments
from riskdesk.gui.bindings import choice, day, line, money, optional_number, options, text
from riskdesk.gui.entries import Entry, Group
from riskdesk.gui.pages.cases.cells import Cell, enter_text, points
from riskdesk.gui.pages.cases.parts import PartsEditor, part
from riskdesk.gui.pages.cases.rows import rows
from riskdesk.gui.pages.cases.words import word, words
from riskdesk.gui.references import ref, refs
from riskdesk.gui.session import Session
from riskdesk.i18n import language, tr


def _families(desk: Desk) -> Sequence[tuple[str, str]]:
    return [(family.key, family.in_language(language())) for family in desk.policy.families]


def _apologies(desk: Desk) -> Sequence[tuple[Any, str]]:
    return [(None, "—"), (True, tr("yes")), (False, tr("no"))]


def _types(desk: Desk) -> Sequence[str]:
    return desk.cases.types_in_use()


def _tags(desk: Desk) -> Sequence[str]:
    return desk.cases.tags_in_use()


_COURSE = (
    Cell("at", N_("Time"), line(N_("09-14 21:06")), 112),
    Cell("who", N_("Who"), line(N_("Who")), 96),
    Cell("what", N_("What happened"), enter_text(N_("What happened"))),
    Cell("turn", N_("Turn"), choice(Turn), 120, counts=False, start=Turn.PLAIN),
)
_LESSONS = (
    Cell("method", N_("Method"), line(N_("Name of the method")), 200),
    Cell("points", N_("Points"), points(N_("One point per line"))),
)
_OUTCOME = (
    Entry("compensation_cents", N_("Compensation"), money(), half=True),
    Entry("penalty_cents", N_("Penalty"), money(), half=True),
    Entry("apology", N_("Public apology"), options(_apologies), half=True),
    Entry("injuries", N_("Injured"), optional_number(), half=True),
    Entry("days_open", N_("Days open"), optional_number(), half=True),
    Entry("reach", N_("Reach"), line(N_("Such as: local media, 10,000 views")), half=True),
    Entry("text", N_("More on the outcome"), text(1)),
)
_KEYS = N_("Enter begins the next row, Alt+Up and Alt+Down move it, Alt+Delete removes it.")
_ORIGIN_HELP = N_("A teaching scenario is never passed off as something that happened.")

GROUPS = (
    Group(N_("Type"), (
        Entry("title", N_("Title"), line(N_("In a few words: what went wrong, and what came of it")), required=True),
        Entry("family", N_("Family"), options(_families, asked=True), required=True, half=True),
        Entry("case_type", N_("Type of event"), word(_types), half=True),
        Entry("origin", N_("Origin"), choice(CaseOrigin), _ORIGIN_HELP, half=True),
        Entry("level", N_("Level"), choice(Level, optional=True), half=True),
        Entry("origin_note", N_("Where it comes from"), line()),
        Entry("tags", N_("Tags"), words(_tags), N_("Enter or a comma ends a word.")),
    )),
    Group(N_("Course of events"), (
        Entry("happened_on", N_("Happened on"), day(), half=True),
        Entry("year", N_("Year"), optional_number(), N_("Where only the year is known."), half=True),
        Entry("site_id", N_("Site"), ref("site"), half=True),
        Entry("place", N_("Place"), line(), half=True),
        Entry("summary", N_("Summary"), text()),
        Entry("course", N_("What happened, one after the other"), rows(_COURSE, N_("Add an event"), 560), _KEYS),
    )),
    Group(N_("Outcome"), (Entry("outcome", N_("What is known of it"), part(_OUTCOME)),)),
    Group(N_("Lessons"), (
        Entry("lessons", N_("Methods and their points"), rows(_LESSONS, N_("Add a lesson"), 480), _KEYS),
        Entry("comment", N_("Expert comment"), text()),
        Entry("playbook_ids", N_("Playbooks"), refs("playbook")),
        Entry("attachments", N_("Attachments"), attachments()),
        Entry("privacy", N_("Personal data"), choice(Privacy),
              N_("Phone, ID card, bank, plate and room numbers are masked on paper by themselves. Write a name once "
                 "as {张三}: on paper it is 张某.")),
    )),
)  # fmt: skip


class CaseEditor(PartsEditor):
    """F2 on an open case, Ctrl+N for a new one."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, Case, GROUPS, session.desk.cases.add, session.desk.cases.save)

    def masks(self) -> bool:
        """An invented case in which there is nobody leaves as it is written."""
        return not tells_of_nobody(self.bindings["origin"].value(), self.bindings["privacy"].value())
