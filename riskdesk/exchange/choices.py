"""Words of a list as values of a closed choice: what is clear is proposed, what is not is left to a person."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Callable, Collection
from dataclasses import dataclass

from rapidfuzz import fuzz

from riskdesk.domain.action import ActionOrigin, ActionState, HazardGrade, Priority, Strand
from riskdesk.domain.directory import Role
from riskdesk.domain.level import Level
from riskdesk.domain.policy import Policy
from riskdesk.domain.risk import RiskSource, RiskStatus
from riskdesk.domain.words import Choice
from riskdesk.exchange.cells import fold
from riskdesk.exchange.choice_words import LEVEL_GUESSES, LEVEL_TRIOS, SURE
from riskdesk.i18n import language, tr


@dataclass(frozen=True)
class Proposal:
    """What a word probably means ('' for no idea); only a sure one is taken without asking."""

    value: str = ""
    sure: bool = False


_CHOICES: dict[str, type[Choice]] = {
    "level": Level, "status": RiskStatus, "source": RiskSource, "origin": ActionOrigin, "strand": Strand,
    "priority": Priority, "state": ActionState, "grade": HazardGrade, "role": Role,
}  # fmt: skip


def options_of(of: str, policy: Policy) -> list[tuple[str, str]]:
    """(value, label in the language in use) of a choice, in its order."""
    if of == "family":
        return [(family.key, family.in_language(language())) for family in policy.families]
    if of in _GRADES:
        words = {grade.value: grade.in_language(language()) for grade in getattr(policy, _GRADES[of])}
        return [(str(value), f"{value} {words.get(float(value), '')}".strip()) for value in range(1, 6)]
    return [(member.value, tr(member.label)) for member in _CHOICES[of]]


_GRADES = {"matrix.likelihood": "likelihood_words", "matrix.severity": "severity_words"}


def proposals(of: str, words: Collection[str], policy: Policy) -> dict[str, Proposal]:
    """What each word probably means. The words of a column are looked at together: 高 means more beside 极高."""
    folded = {word: fold(word) for word in words}
    propose = _level_proposer(set(folded.values())) if of == "level" else _family if of == "family" else _none
    found = {}
    for word, text in folded.items():
        exact = _exact(of, text, policy)
        found[word] = Proposal(exact, True) if exact else propose(text, policy)
    return found


def _exact(of: str, text: str, policy: Policy) -> str:
    """The value that has this very name in either language, or goes by it without doubt."""
    if of == "family":
        for family in policy.families:
            if text in (family.key, fold(family.name), fold(family.name_en)):
                return family.key
        return ""
    if of in _GRADES:
        return text.removesuffix(".0") if text.removesuffix(".0") in "12345" and text else ""
    for member in _CHOICES[of]:
        if text in (member.value, fold(member.label), fold(tr(member.label))):
            return member.value
    return next((value for value, known in SURE[of].items() if text in known.split()), "")


def _none(text: str, policy: Policy) -> Proposal:
    return Proposal()


def _family(text: str, policy: Policy) -> Proposal:
    """`消防安全风险` is the family 消防; what is only alike is asked."""
    bare = re.sub(r"(?:安全)?(?:类)?(?:风险)?(?:类)?$", "", text)
    for family in policy.families:
        if bare and bare == fold(family.name):
            return Proposal(family.key, True)
    ranked = [(fuzz.ratio(text, fold(f.name)) + 40 * (fold(f.name) in text), f.key) for f in policy.families]
    best = max(ranked, default=(0.0, ""))
    return Proposal(best[1] if best[0] >= 60 else "")


def _level_proposer(words: set[str]) -> Callable[[str, Policy], Proposal]:
    trio = next((trio for trio in LEVEL_TRIOS if words <= set(trio)), None)

    def propose(text: str, policy: Policy) -> Proposal:
        if trio:
            return Proposal(("red", "yellow", "blue")[trio.index(text)], True)
        colours = [value for sign, value in (("红", "red"), ("黄", "yellow"), ("蓝", "blue")) if sign in text]
        if len(colours) == 1 and "橙" not in text:
            return Proposal(colours[0], len(text) <= 8)
        if re.fullmatch(r"#[0-9a-f]{6}", text):
            return Proposal(_hue(text))
        return Proposal(LEVEL_GUESSES.get(text, ""))

    return propose


def _hue(colour: str) -> str:
    """The level whose colour a fill resembles; '' for grey, white and what lies between."""
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    hue, _, saturation = colorsys.rgb_to_hls(red, green, blue)
    degrees = hue * 360
    if saturation < 0.25:
        return ""
    if degrees <= 15 or degrees >= 345:
        return "red"
    return "yellow" if 45 <= degrees <= 70 else "blue" if 185 <= degrees <= 250 else ""
