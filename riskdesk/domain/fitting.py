"""Which playbook fits what somebody reports, by the words they use."""

from __future__ import annotations

import re
from collections.abc import Iterable

from riskdesk.domain.level import Level
from riskdesk.domain.playbook import Playbook, PlaybookState

_RUN = re.compile(r"[\u3400-\u9fff\U00020000-\U000323af]+|[a-z]{3,}")
TITLE_WEIGHT = 3
"""A word of the title counts as much as this many of the trigger conditions."""


def terms(text: str) -> set[str]:
    """Pairs of Chinese characters and whole Latin words: what two texts are compared by."""
    found: set[str] = set()
    for run in _RUN.findall(text.lower()):
        if run.isascii() or len(run) == 1:
            found.add(run)
        else:
            found.update(run[i : i + 2] for i in range(len(run) - 1))
    return found


def fitting(text: str, playbooks: Iterable[Playbook], site_id: str = "") -> list[Playbook]:
    """Playbooks that share words with `text`, the best first; superseded ones and those of other sites left out."""
    wanted = terms(text)
    scored = []
    for playbook in playbooks:
        if playbook.state is PlaybookState.SUPERSEDED:
            continue
        if site_id and playbook.site_ids and site_id not in playbook.site_ids:
            continue
        score = TITLE_WEIGHT * len(wanted & terms(playbook.title)) + len(wanted & terms(playbook.triggers))
        if score:
            scored.append((-score, playbook.state is not PlaybookState.APPROVED, playbook.title, playbook))
    return [entry[-1] for entry in sorted(scored, key=lambda entry: entry[:3])]


def is_sure(text: str, playbook: Playbook) -> bool:
    """Whether a playbook fits so well that it is taken unless somebody objects: a word of its title was used."""
    return bool(terms(text) & terms(playbook.title))


_GRADES = {"1": Level.RED, "2": Level.YELLOW, "3": Level.BLUE}


def tier_grade(tier: str | None) -> Level | None:
    """The colour a response tier is shown in: tier I red, II yellow, III blue, by the figure its key ends with."""
    return _GRADES.get((tier or "")[-1:])
