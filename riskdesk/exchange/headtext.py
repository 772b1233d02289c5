"""A heading taken apart: its name, what stands in brackets, the letter of a scoring method, the judgement it is of."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from riskdesk.exchange.cells import fold
from riskdesk.exchange.headings import JUDGEMENT_PARTS
from riskdesk.exchange.targets import all_headings

_BRACKETS = re.compile(r"[(\[{【〔〖<《]([^)\]}】〕〗>》]*)[)\]}】〕〗>》]?")
_NUMBERING = re.compile(r"^(?:\d{1,2}[.、)]|[(]?[一二三四五六七八九十]{1,2}[)、])(?=\D)")
_LETTER = re.compile(r"([a-z])(?:值|分值|得分|评分)?")
_DONE = "采取|落实|实施|执行|完成"
_CONTROLS = "(?:控制|管控|防控|防范|管理|预防|应对)(?:措施)?|措施"
_REMEDY = "(?:整改|治理|改进|改善|处置|处理)(?:措施)?"
_JUDGEMENT_WORDS = (
    ("inherent", re.compile("固有|初始|原始|inherent|gross|raw|initial")),
    ("target", re.compile("目标|预期|target")),
    ("", re.compile(
        f"(?:{_DONE})?(?:现有|风险|安全)?(?:{_CONTROLS}|(?P<remedy>{_REMEDY}))(?:{_DONE})?之?"
        "(?:(?P<before>前(?!提))|后(?!果))的?"
        "|(?:(?P<ahead>before|pre-?)|after|post-?)"
        "(?:control|mitigation|(?P<treatment>measure|treatment|action))(?:s(?!everity|core))?"
    )),
    ("current", re.compile("现状|现有|当前|剩余|残余|residual|current|net")),
)  # fmt: skip
"""Without a judgement of their own: 管控前, 采取措施后, after controls. Before its controls a risk is inherent, with
them current; what measures that put something right make of it may still be to come."""
PARTS = {part: frozenset(words.split()) for part, words in JUDGEMENT_PARTS.items()}


@dataclass(frozen=True)
class Spoken:
    """The judgement that a heading speaks of, and by which word; `sure` where that can mean no other."""

    judgement: str
    word: str
    sure: bool = True


@dataclass(frozen=True)
class HeadText:
    """`text` is folded whole, `base` without brackets, `inner` what stood in them, `letter` of a scoring method."""

    text: str
    base: str
    inner: str = ""
    letter: str = ""
    spoken: Spoken | None = None


@lru_cache(maxsize=4096)
def taken_apart(text: str) -> HeadText:
    """The heading `text` in its parts."""
    folded = _NUMBERING.sub("", fold(text).strip("*※★☆●:;,.、_ "))
    inner = "".join(_BRACKETS.findall(folded))
    base = _BRACKETS.sub("", folded).strip("*※★☆●:;,.、_") or folded
    letter = _letter(base) or (_letter(inner) if inner else "")
    return HeadText(folded, base, inner, letter, _begins(base) or spoken_in(inner))


def _letter(text: str) -> str:
    found = _LETTER.fullmatch(text)
    if found is None and len(text) > 2 and not text.isascii() and text[-1].isascii() and text[-1].isalpha():
        return text[-1].upper() if not text[-2].isascii() else ""
    return found.group(1).upper() if found else ""


def spoken_in(text: str) -> Spoken | None:
    """The judgement that a text speaks of, a band for one; None for none."""
    folded = fold(text)
    return next((_spoken(name, found) for name, words in _JUDGEMENT_WORDS if (found := words.search(folded))), None)


def _begins(base: str) -> Spoken | None:
    """The judgement with whose words a heading begins, if it does not end with them."""
    for name, words in _JUDGEMENT_WORDS:
        if (found := words.match(base)) and found.end() < len(base):
            further = None if name else _begins(base[found.end() :])
            return replace(further, word=found[0] + further.word) if further else _spoken(name, found)
    return None


def _spoken(name: str, found: re.Match[str]) -> Spoken:
    if name:
        return Spoken(name, found[0])
    before = found["before"] or found["ahead"]
    return Spoken("inherent" if before else "current", found[0], not (found["remedy"] or found["treatment"]))


def without_judgement(base: str) -> str:
    """A heading without the words that say of which judgement it is: 固有风险等级 -> 风险等级."""
    spoken = _begins(base)
    return base.removeprefix(spoken.word).removeprefix("风险的").removeprefix("的") or base if spoken else base


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
