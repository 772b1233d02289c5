"""Words of the page: quarters, states, steps."""

from __future__ import annotations

from riskdesk.desk.prints.reviews import points_text
from riskdesk.desk.reviews import Meeting
from riskdesk.domain.calendar import Quarter
from riskdesk.domain.review import MEETINGS, Review, ReviewState, SnapshotRow
from riskdesk.domain.words import N_
from riskdesk.i18n import tr

_QUARTERS = {1: N_("{year} Q1"), 2: N_("{year} Q2"), 3: N_("{year} Q3"), 4: N_("{year} Q4")}

PREPARE, AGENDA, DECIDE, MINUTES, SIGN = "prepare", "agenda", "decide", "minutes", "sign"
STEPS = (PREPARE, AGENDA, DECIDE, MINUTES, SIGN)
STEP_WORDS = {
    PREPARE: N_("Prepare"), AGENDA: N_("Agenda"), DECIDE: N_("Decide"), MINUTES: N_("Minutes"),
    SIGN: N_("Sign and freeze"),
}  # fmt: skip


def quarter_words(period: Quarter) -> str:
    """`2026 年第四季度`."""
    return tr(_QUARTERS[period.number], year=period.year)


def meeting_words(meeting: Meeting) -> str:
    """`第四季度排查会`: in a list under its year."""
    return tr(MEETINGS[meeting.period.number])


def state_words(state: ReviewState, held_on: object = None) -> str:
    """`已召开 2026-12-20`."""
    return " ".join(filter(None, (tr(state.label), str(held_on or ""))))


def level_text(row: SnapshotRow) -> str:
    """The level and the points behind it."""
    return " ".join(filter(None, (tr(row.level.label) if row.level else tr("Not scored"), points_text(row))))


def first_step(review: Review) -> str:
    """Where a meeting opens: what is to be done next."""
    if review.is_signed:
        return SIGN
    if review.state is ReviewState.HELD:
        return MINUTES
    if review.decided:
        return DECIDE
    return AGENDA if review.topics and review.attendee_ids else PREPARE
