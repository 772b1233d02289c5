"""A heading taken apart: its name, what stands in brackets, the letter of a scoring method, the judgement it is of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from riskdesk.exchange.cells import fold
from riskdesk.exchange.headings import JUDGEMENT_PARTS
from riskdesk.exchange.targets import all_headings

_BRACKETS = re.compile(r"[(\[{【〔〖<《]([^)\]}】〕〗>》]*)[)\]}】〕〗>》]?")
_NUMBERING = re.compile(r"^(?:\d{1,2}[.、)]|[(]?[一二三四五六七八九十]{1,2}[)、])(?=\D)")
_LETTER = re.compile(r"([a-z])(?:值|分值|得分|评分)?")
_JUDGEMENT_WORDS = {
    "inherent": ("固有", "初始", "原始", "控制前", "inherent", "gross", "raw", "initial"),
    "current": ("现状", "现有", "当前", "剩余", "残余", "控制后", "residual", "current", "net"),
    "target": ("目标", "预期", "target"),
}
PARTS = {part: frozenset(words.split()) for part, words in JUDGEMENT_PARTS.items()}


@dataclass(frozen=True)
class HeadText:
    """`text` is folded whole, `base` without brackets, `inner` what stood in them, `letter` of a scoring method."""

    text: str
    base: str
    inner: str = ""
    letter: str = ""
    judgement: str = ""


@lru_cache(maxsize=4096)
def taken_apart(text: str) -> HeadText:
    """The heading `text` in its parts."""
    folded = _NUMBERING.sub("", fold(text).strip("*※★☆●:;,.、_ "))
    inner = "".join(_BRACKETS.findall(folded))
    base = _BRACKETS.sub("", folded).strip("*※★☆●:;,.、_") or folded
    letter = _letter(base) or (_letter(inner) if inner else "")
    for judgement, words in _JUDGEMENT_WORDS.items():
        for word in words:
            if base.startswith(word) and len(base) > len(word):
                return HeadText(folded, base, inner, letter, judgement)
    return HeadText(folded, base, inner, letter)


def _letter(text: str) -> str:
    found = _LETTER.fullmatch(text)
    if found is None and len(text) > 2 and not text.isascii() and text[-1].isascii() and text[-1].isalpha():
        return text[-1].upper() if not text[-2].isascii() else ""
    return found.group(1).upper() if found else ""


def judgement_of(text: str) -> str:
    """Which judgement a heading or a band speaks of; '' for none."""
    folded = fold(text)
    return next((name for name, words in _JUDGEMENT_WORDS.items() if any(word in folded for word in words)), "")


def without_judgement(base: str) -> str:
    """A heading without the word that says of which judgement it is: 固有风险等级 -> 风险等级."""
    for words in _JUDGEMENT_WORDS.values():
        for word in words:
            if base.startswith(word) and len(base) > len(word):
                rest = base.removeprefix(word)
                return rest.removeprefix("风险的").removeprefix("的") or base
    return base


def parts_of(base: str) -> tuple[str, ...]:
    """The parts of a judgement that a folded heading can mean."""
    rest = without_judgement(base)
    names = {rest, rest.removeprefix("风险")} if len(rest) > 2 else {rest}
    return tuple(part for part, known in PARTS.items() if not names.isdisjoint(known))


def is_known(text: str) -> bool:
    """Whether the text is a heading that some kind of list has."""
    if len(text) > 60:
        return False
    head = taken_apart(text)
    known = all_headings()
    return head.base in known or head.text in known or bool(parts_of(head.base)) or bool(_LETTER.fullmatch(head.base))
