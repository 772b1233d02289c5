"""The words of the console that depend on a step, a limit or an entry."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from riskdesk import formats
from riskdesk.desk.phones import TELEPHONE
from riskdesk.domain.incident import EntryKind, LogEntry
from riskdesk.domain.playbook import Step
from riskdesk.domain.policy import Duty
from riskdesk.domain.urgency import Urgency
from riskdesk.domain.words import N_
from riskdesk.gui.pages.incidents.console.situation import Situation
from riskdesk.i18n import tr

SHAPES = {Urgency.CALM: "blue", Urgency.WARNING: "yellow", Urgency.OVER: "red"}
"""The level whose shape and colour stand for the state of a limit."""


@dataclass(frozen=True)
class Phrase:
    """A line for the log on a function key. With a `duty` it also settles or repeats the step that has it."""

    key: str
    text: str
    duty: Duty | None = None


PHRASES = (
    Phrase("F2", N_("Now on site"), Duty.ON_SITE),
    Phrase("F3", N_("Rescued")),
    Phrase("F4", N_("Progress told"), Duty.REPORT_EVERY),
    Phrase("F5", N_("120 needed")),
    Phrase("F6", N_("110 needed")),
    Phrase("F7", N_("Under control")),
)
"""Quick phrases; single letters belong to the input method."""

_DONE = {Duty.ON_SITE: N_("Arrived"), Duty.ACTIVATE: N_("Activated"), Duty.REPORT_EVERY: N_("Progress told")}


def done_word(step: Step) -> str:
    """What the button says that settles a step: 'Arrived', 'Called', 'Done'."""
    if step.duty in _DONE:
        return tr(_DONE[step.duty])
    if step.contact is not None and step.contact.by in TELEPHONE:
        return tr("Called")
    return tr("Done")


def limit_words(urgent: Urgency) -> str:
    """The word beside a countdown."""
    return {Urgency.CALM: tr("Time left"), Urgency.WARNING: tr("Only left"), Urgency.OVER: tr("Late by")}[urgent]


def roles(step: Step) -> str:
    """`维保、工程部`: who does it."""
    return "、".join(filter(None, (step.role, *step.helpers)))


def limit_sentence(step: Step, situation: Situation) -> str:
    """`启动后 15 分钟内`: from when a limit runs."""
    if step.limit_s is None:
        return ""
    time = formats.duration(step.limit_s)
    origin = situation.state(step.limit_from) if step.limit_from else None
    if origin is not None:
        return tr("within {time} of “{step}”", time=time, step=origin.step.action)
    return tr("within {time} of the start", time=time)


def tier_sentence(step: Step, situation: Situation) -> str:
    """Where the tier asks for less time than the playbook; '' where it does not."""
    looser = situation.looser.get(step.id)
    if looser is None:
        return ""
    asked = {"tier": situation.tier_name, "time": formats.duration(looser.tier_s)}
    if situation.confirmed_by:
        return tr("{tier} asks for {time}; {who} confirmed the difference.", who=situation.confirmed_by, **asked)
    return tr("{tier} asks for {time}; nobody has confirmed the difference yet.", **asked)


def entry_text(entry: LogEntry, situation: Situation) -> str:
    """What an entry of the log says."""
    if entry.entry_kind is EntryKind.STEP_FAILED:
        return tr("Not possible: {what}", what=entry.text)
    label = tr(entry.entry_kind.label)
    if entry.entry_kind in _WITH_LABEL:
        return f"{label} · {entry.text}" if entry.text else label
    if entry.entry_kind is EntryKind.NOTIFIED:
        told = entry.text or tr("Told {who}", who=entry.who)
        return f"{told} · {tr('receipt {n}', n=entry.receipt)}" if entry.receipt else told
    state = situation.told_of(entry)
    return entry.text or (state.step.action if state else label)


_WITH_LABEL = {
    EntryKind.TIER, EntryKind.PLAYBOOK, EntryKind.HANDOVER, EntryKind.PAUSED, EntryKind.RESUMED, EntryKind.CLOSED,
}  # fmt: skip


def entry_clock(moment: dt.datetime, today: dt.date) -> str:
    """`14:36:31`, with the day where it is another one."""
    day = moment.astimezone().date()
    return formats.clock(moment) if day == today else f"{formats.day(day, today)} {formats.clock(moment)}"
