"""The case: type, course of events, outcome, lessons (source.md 7.4)."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, ClassVar, Self

from pydantic import Field

from riskdesk.domain.level import Level
from riskdesk.domain.record import Attachment, Broken, Cents, Ids, Line, Part, Record, Ref, Text, Title, rule
from riskdesk.domain.scale import Key
from riskdesk.domain.words import N_, Choice, labelled


@labelled(own=N_("Own incident"), industry=N_("Industry"), teaching=N_("Teaching scenario"))
class CaseOrigin(Choice):
    """Whether it really happened, and to whom. A teaching scenario is never passed off as real."""

    OWN = "own"
    INDUSTRY = "industry"
    TEACHING = "teaching"


@labelled(draft=N_("Draft"), reviewed=N_("Reviewed"), published=N_("Published"))
class CaseState(Choice):
    """How far a case is."""

    DRAFT = "draft"
    REVIEWED = "reviewed"
    PUBLISHED = "published"


@labelled(unchecked=N_("Not checked for personal data"), masked=N_("Masked"), none=N_("No personal data"))
class Privacy(Choice):
    """State of personal data in a case (source.md 7.4, three principles of information management)."""

    UNCHECKED = "unchecked"
    MASKED = "masked"
    NONE = "none"


@labelled(good=N_("Turned it for the better"), bad=N_("Turned it for the worse"), plain=N_("Neither"))
class Turn(Choice):
    """What an event did to the course of things."""

    GOOD = "good"
    BAD = "bad"
    PLAIN = "plain"


class CourseEntry(Part):
    """One event: an offset such as `+00:15` or a clock time as written, who, and what happened."""

    at: Annotated[str, Field(max_length=40)] = ""
    who: Line = ""
    what: Annotated[str, Field(min_length=1, max_length=2000)]
    turn: Turn = Turn.PLAIN


class Outcome(Part):
    """How it ended."""

    compensation_cents: Cents | None = None
    penalty_cents: Cents | None = None
    reach: Line = ""
    apology: bool | None = None
    days_open: Annotated[int, Field(ge=0)] | None = None
    injuries: Annotated[int, Field(ge=0)] | None = None
    text: Text = ""


class Lesson(Part):
    """A named method with its points, such as 负面情绪处理四步法."""

    method: Title
    points: tuple[Line, ...] = ()


class Case(Record):
    """A case that is learned from."""

    KIND: ClassVar[str] = "case"
    LETTER: ClassVar[str] = "C"
    SEARCHED: ClassVar[tuple[str, ...]] = (
        "title", "tags", "summary", "course", "outcome", "lessons", "comment", "place", "case_type",
    )  # fmt: skip
    LEFT_BEHIND: ClassVar[tuple[str, ...] | None] = ("state", "privacy", "incident_id", "attachments")

    title: Title
    family: Key
    case_type: Line = ""
    """What kind of event it was, such as 电梯困人 or 隐私泄露."""
    origin: CaseOrigin = CaseOrigin.OWN
    origin_note: Line = ""
    site_id: Annotated[str, Ref("site")] = ""
    place: Line = ""
    happened_on: dt.date | None = None
    year: Annotated[int, Field(ge=1980, le=2100)] | None = None
    """For cases of which only the year is known."""
    level: Level | None = None
    summary: Text = ""
    course: tuple[CourseEntry, ...] = ()
    outcome: Outcome = Outcome()
    lessons: tuple[Lesson, ...] = ()
    comment: Text = ""
    tags: tuple[Line, ...] = ()
    state: CaseState = CaseState.DRAFT
    privacy: Privacy = Privacy.UNCHECKED
    playbook_ids: Annotated[Ids, Ref("playbook")] = ()
    incident_id: Annotated[str, Ref("incident")] = ""
    attachments: tuple[Attachment, ...] = ()

    @rule
    def _one_year(self) -> Self:
        if self.happened_on and self.year and self.happened_on.year != self.year:
            raise Broken("year", N_("The year does not fit the date."))
        return self

    @property
    def happened_year(self) -> int | None:
        """The year it happened, if known."""
        return self.happened_on.year if self.happened_on else self.year

    @property
    def tells_of_nobody(self) -> bool:
        """Whether its rooms and numbers are nobody's."""
        return tells_of_nobody(self.origin, self.privacy)


def tells_of_nobody(origin: str, privacy: str) -> bool:
    """An invented teaching scenario in which somebody looked for personal data: its rooms and numbers are nobody's,
    and often what the lesson is about."""
    return origin == CaseOrigin.TEACHING and privacy == Privacy.NONE
