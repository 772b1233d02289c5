"""How the figures of the overview read."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from riskdesk import formats
from riskdesk.domain.calendar import Quarter
from riskdesk.domain.level import Level
from riskdesk.domain.urgency import Urgency, urgency
from riskdesk.domain.words import N_
from riskdesk.i18n import tr

if TYPE_CHECKING:
    from riskdesk.desk.due import Due
    from riskdesk.desk.overview import Overview

GAP = "　"
WHAT = {
    "report": N_("Post-incident report"), "action": N_("Corrective action"), "review": N_("Risk review"),
    "acceptance": N_("Acceptance lapses"), "drill": N_("Drill"), "playbook": N_("Playbook review"),
    "insurance": N_("Insurance"), "contract": N_("Contract"),
}  # fmt: skip
SHORT = {
    "report": N_("Reports"), "action": N_("Actions"), "review": N_("Reviews"), "drill": N_("Drills"),
    "playbook": N_("Playbooks due"), "contract": N_("Contracts"),
}  # fmt: skip
WHEN = (N_("today"), N_("tomorrow"), N_("this week"), N_("next week"), N_("later"))
QUARTERS = (N_("first quarter"), N_("second quarter"), N_("third quarter"), N_("fourth quarter"))
_TONES = {Urgency.CALM: "text", Urgency.WARNING: "yellow", Urgency.OVER: "red"}
Stat = tuple[str, str, str]
"""Number, what stands under it, tone of the number."""


def day_line(today: dt.date) -> str:
    """`11 月 25 日 星期三 · 第四季度第 9 周`."""
    quarter = Quarter.of(today)
    words = tr("{quarter}, week {week}", quarter=tr(QUARTERS[quarter.number - 1]), week=quarter.week_of(today))
    return f"{formats.long_day(today)} · {words}"


def red(found: Overview) -> Stat:
    """Red risks, how they changed, and how many lack something."""
    parts = []
    if found.red_before is not None:
        change = found.red - found.red_before
        sign = "+" if change > 0 else "−" if change < 0 else "±"
        parts.append(tr("{change} since last month", change=f"{sign}{abs(change)}"))
    if found.flagged:
        parts.append(tr("{n} need someone", n=found.flagged) if found.flagged > 1 else tr("1 needs someone"))
    return str(found.red), GAP.join(parts), "red" if found.red else "text"


def overdue(found: Overview) -> Stat:
    """How much is overdue, by kind."""
    parts = [f"{tr(SHORT[what])} {count}" for what, count in overdue_counts(found) if count]
    return str(found.overdue), GAP.join(parts) or tr("Nothing is overdue"), "red" if found.overdue else "text"


def overdue_counts(found: Overview) -> list[tuple[str, int]]:
    """Kind of duty and how many of it are overdue."""
    return [
        ("report", found.overdue_reports), ("action", found.overdue_actions), ("review", found.overdue_reviews),
        ("drill", found.overdue_drills), ("playbook", found.overdue_playbooks), ("contract", found.overdue_contracts),
    ]  # fmt: skip


def drills(found: Overview) -> Stat:
    """Drilled pairs of playbook and site out of those wanted."""
    left = found.drills_wanted - found.drills_done
    if not found.drills_wanted:
        lacking = tr("No site yet") if found.drills_lack == "site" else tr("No approved playbook yet")
        return "—", lacking, "text"
    words = tr("{n} to go, {planned} planned", n=left, planned=found.drills_planned) if left else tr("All drilled")
    return f"{found.drills_done} / {found.drills_wanted}", words, "text"


def cases(found: Overview) -> Stat:
    """Cases added this month against the target."""
    left = found.cases_target - found.cases_added
    words = tr("{n} more to reach the target", n=left) if left > 0 else tr("Target reached")
    return f"{found.cases_added} / {found.cases_target}", words, "text"


def arrival(found: Overview) -> Stat:
    """Mean time of arrival against its target."""
    if found.arrival_s is None:
        return "—", tr("No arrival in 30 days"), "text"
    target = found.arrival_target_s
    parts = [tr("Target {time}", time=formats.duration(target))] if target is not None else []
    parts.append(tr("{n} in 30 days", n=found.arrivals))
    late = target is not None and found.arrival_s > target
    return formats.duration(round(found.arrival_s)), GAP.join(parts), "red" if late else "text"


def when(due: Due, today: dt.date) -> str:
    """`今天`, `明天`, `本周`, `下周`; what is overdue is for today."""
    days = (due.day - today).days
    if days <= 1:
        return tr(WHEN[max(0, days)])
    weeks = (due.day - today + dt.timedelta(days=today.weekday())).days // 7
    return tr(WHEN[2 + min(weeks, 2)])


def until(due: Due, now: dt.datetime, today: dt.date, report_seconds: int) -> tuple[str, str]:
    """When a thing is due in words, and the tone: `还剩 3 小时 12 分`, `逾期 2 天`, `11-28 20:00`."""
    if due.moment is not None:
        left = (due.moment - now).total_seconds()
        time = formats.duration(max(60, abs(left) // 60 * 60))
        tone = _TONES[urgency(left, report_seconds)]
        return (tr("{time} left", time=time) if left >= 0 else tr("{time} overdue", time=time)), tone
    text, late = formats.due(due.day, today)
    return f"{text} {due.at}".strip() if not late else text, "red" if late else "text"


def title(due: Due) -> str:
    """The title with the sign of the level behind it, and of a contract what is to be done."""
    if due.kind == "contract":
        return tr("{name}: renew", name=due.title)
    return f"{due.title} {Level(due.level).sign}" if due.level else due.title
