"""Limits as people read them, and where a playbook allows more time than its response tier."""

from __future__ import annotations

from riskdesk import formats
from riskdesk.domain.playbook import Difference, Step
from riskdesk.i18n import tr


def limit_words(step: Step, numbers: dict[str, int]) -> str:
    """`15 分`, `第 6 步后 24 小时`; empty for a step without a limit. `numbers` tells the order of each step."""
    if step.limit_s is None:
        return ""
    if step.limit_from:
        return tr("{time} after step {n}", time=formats.duration(step.limit_s), n=numbers.get(step.limit_from, "?"))
    return tr("within {time}", time=formats.duration(step.limit_s))


def repeat_words(step: Step) -> str:
    """`每 5 分`; empty for a step that is done once."""
    return "" if step.repeat_s is None else tr("every {time}", time=formats.duration(step.repeat_s))


def difference_words(difference: Difference, tier: str) -> str:
    """`“到达现场” 允许 15 分，二级响应 5 分`."""
    return tr(
        "“{step}” allows {own}, {tier} {allowed}", step=difference.action, tier=tier,
        own=formats.duration(difference.playbook_s), allowed=formats.duration(difference.tier_s),
    )  # fmt: skip
