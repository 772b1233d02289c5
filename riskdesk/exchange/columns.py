"""Which column becomes which field: guessed from headings, corrected by a person, remembered for the next file."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from rapidfuzz import fuzz, process

from riskdesk.domain.words import N_
from riskdesk.exchange import scoring
from riskdesk.exchange.cells import Fault, fold
from riskdesk.exchange.heads import Head, Heads
from riskdesk.exchange.headtext import HeadText, taken_apart
from riskdesk.exchange.sheets import Sheet
from riskdesk.exchange.targets import COUNTER, NOT_KEPT, NOTE, SHOWN, TARGETS, Target, headings, target
from riskdesk.i18n import language

MANY = frozenset({"", NOTE, NOT_KEPT, COUNTER, SHOWN})
"""Targets that several columns may have; '' is a column that is not imported."""

_ALIKE = 75
"""rapidfuzz ratio from which a heading is proposed, to be looked at."""
_TWICE = N_("The same heading stands in columns {columns}. Say which one this is.")
_GUESSED = N_("Guessed from a similar heading. Please check.")
_TAKEN = N_("Another column gives {field} already; this one is kept as text.")
_TEXTS = frozenset({"title", "line", "text", "room"})
REMEMBERED = N_("As in the last file with these headings.")


@dataclass(frozen=True)
class Match:
    """What a column becomes; `sure` is False for a guess that a person should look at, `why` tells more."""

    target: str = ""
    sure: bool = True
    why: Fault | None = None


@dataclass(frozen=True)
class Matching:
    """Column to match, for one kind of record."""

    kind: str
    heads: Heads
    matches: Mapping[int, Match]
    notes: tuple[Fault, ...] = ()
    remembered: bool = False

    def columns(self, name: str) -> list[int]:
        """The columns that become `name`."""
        return [column for column, match in self.matches.items() if match.target == name]

    def column(self, name: str) -> int | None:
        """The column that becomes `name`; None for none."""
        return next(iter(self.columns(name)), None)

    def head(self, column: int) -> Head:
        """The head of a column."""
        return _head(self.heads, column)

    def targets(self) -> list[tuple[Head, Target]]:
        """The columns that are imported with what they become."""
        return [
            (head, target(self.kind, match.target))
            for head in self.heads.heads
            if (match := self.matches.get(head.column, Match())).target
        ]

    def missing(self) -> list[Target]:
        """Required fields that no column gives."""
        return [one for one in TARGETS[self.kind] if one.required and self.column(one.name) is None]

    def with_match(self, column: int, name: str) -> Matching:
        """This mapping with a column that a person matched; another column gives the field up."""
        matches = dict(self.matches)
        if not may_share(self.kind, name):
            for other in self.columns(name):
                matches[other] = Match()
        matches[column] = Match(name)
        return replace(self, matches=matches)

    def memory(self) -> dict[str, str]:
        """Heading to field, as plain data for the next file."""
        return {head.key: self.matches.get(head.column, Match()).target for head in self.heads.heads}


def fingerprint(kind: str, heads: Heads) -> str:
    """A short name for this set of headings, without running numbers and the reasons in a file of rejected rows."""
    keys = [head.key for head in heads.heads if not _is_counter(kind, head)]
    return hashlib.sha256("\n".join([kind, *keys]).encode()).hexdigest()[:24]


def _is_counter(kind: str, head: Head) -> bool:
    return headings(kind).get(fold(head.name)) == COUNTER and not head.twice


def match_columns(
    kind: str, heads: Heads, sheet: Sheet, remembered: Mapping[str, str] | None = None
) -> Matching:  # fmt: skip
    """Match the columns of a sheet to the fields of `kind`, each field once; the best match first."""
    matches: dict[int, Match] = {head.column: Match() for head in heads.heads}
    if remembered and all(head.key in remembered or _is_counter(kind, head) for head in heads.heads):
        known = {one.name for one in TARGETS[kind]}
        for head in heads.heads:
            name = remembered.get(head.key, COUNTER)
            matches[head.column] = Match(name if name in known else "", True, Fault(REMEMBERED))
        return Matching(kind, heads, matches, remembered=True)
    scores = scoring.score_columns(heads, sheet) if kind == "risk" else scoring.Scores()
    ranked: list[tuple[float, int, str]] = []
    for head in heads.heads:
        if head.column in scores.targets:
            ranked.append((101, head.column, scores.targets[head.column]))
        elif head.name:
            score, name = _best(kind, head)
            ranked.append((score, head.column, name))
    taken: set[str] = set()
    for score, column, name in sorted(ranked, key=lambda item: (-item[0], item[1])):
        if not name:
            continue
        if name in taken and not (may_share(kind, name) and score >= 100):
            if score >= 100 and target(kind, name).sort in _TEXTS and not _head(heads, column).twice:
                matches[column] = Match(NOTE, False, Fault(_TAKEN, {"field": target(kind, name).label}))
            continue
        taken.add(name)
        matches[column] = Match(name, score >= 100, None if score >= 100 else Fault(_GUESSED))
    for column, why in scores.doubts.items():
        matches[column] = Match(matches[column].target, False, why)
    return Matching(kind, heads, _twice(heads, matches), tuple(scores.notes))


def may_share(kind: str, name: str) -> bool:
    """Whether several columns may become `name`: those that are no field, and long texts, each under its heading."""
    return name in MANY or target(kind, name).sort == "text"


def _head(heads: Heads, column: int) -> Head:
    return next(head for head in heads.heads if head.column == column)


def _twice(heads: Heads, matches: dict[int, Match]) -> dict[int, Match]:
    """Columns under the same heading: none of them is sure."""
    by_name: dict[tuple[str, str], list[Head]] = {}
    for head in heads.heads:
        if head.twice:
            by_name.setdefault((fold(head.band), fold(head.name)), []).append(head)
    for same in by_name.values():
        why = Fault(_TWICE, {"columns": ", ".join(head.letter for head in same)})
        if all(matches[head.column].target in MANY - {""} for head in same):
            continue
        for head in same:
            matches[head.column] = Match(matches[head.column].target, False, why)
    return matches


def _best(kind: str, head: Head) -> tuple[float, str]:
    """(score, target) of the field that a heading fits best; from 100 on it is sure."""
    known = _names(kind, language())
    band, leaf = head.leaf
    tries = [taken_apart(text) for text in dict.fromkeys((head.name, band + leaf, leaf)) if text]
    if head.band:
        tries = [tries[1], tries[0], *tries[2:]]
    for told in tries:
        for text in (told.text, told.base):
            if text in known:
                return 100, known[text]
    over = known.get(taken_apart(band).base, "") if band else ""
    if over and target(kind, over).sort == "text":
        return 100, over
    return max((_alike(kind, told, known) for told in tries), key=lambda item: item[0])


def _alike(kind: str, told: HeadText, known: Mapping[str, str]) -> tuple[float, str]:
    if len(told.base) < 2 or told.letter == told.base.upper():
        return 0, ""
    ends = [text for text in known if len(text) >= 3 and not text.isascii() and told.base.endswith(text)]
    if ends:
        return 95, known[max(ends, key=len)]
    found = process.extractOne(told.base, list(known), scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return (found[1] * 0.95, known[found[0]]) if found else (0, "")


@lru_cache(maxsize=8)
def _names(kind: str, language: str) -> Mapping[str, str]:
    """Folded heading to target, with what this program calls the fields in the language in use."""
    found = dict(headings(kind))
    for one in TARGETS[kind]:
        found.setdefault(fold(one.label), one.name)
        found.setdefault(fold(" · ".join(one.labels)), one.name)
    return found


@dataclass(frozen=True)
class KindGuess:
    """How well a sheet fits a kind of record: the number of headings that are its fields for sure."""

    kind: str
    fits: int
    fields: tuple[str, ...] = field(default=())


_TELLING = {
    "risk": ("风险", "危险源", "risk"),
    "action": ("隐患", "整改", "措施", "hazard", "action"),
    "complaint": ("投诉", "工单", "诉求", "complaint"),
    "person": ("姓名", "人员", "通讯录", "花名册", "contact", "people"),
}


def guess_kinds(heads: Heads, sheet: Sheet, file_name: str = "") -> list[KindGuess]:
    """The kinds that a sheet may be a list of, the best first."""
    above = " ".join(str(v) for row in sheet.rows[: max(0, heads.first)] for v in row if isinstance(v, str))
    said = fold(f"{file_name} {sheet.name} {above} {' '.join(head.name for head in heads.heads)}")
    found = []
    for kind in TARGETS:
        mapping = match_columns(kind, heads, sheet)
        sure = [match.target for match in mapping.matches.values() if match.target not in MANY and match.sure]
        title = next(one.name for one in TARGETS[kind] if one.required)
        fits = len(sure) * 2 + 3 * (title in sure) + 2 * sum(said.count(word) > 0 for word in _TELLING[kind])
        found.append(KindGuess(kind, fits, tuple(sure)))
    return sorted(found, key=lambda guess: -guess.fits)
