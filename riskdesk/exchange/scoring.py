"""Which columns of a risk list are scores: 5 x 5, LEC, or another method whose letters mean something else."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from riskdesk.domain.words import N_
from riskdesk.exchange.cells import Fault, fold, is_empty, text_of
from riskdesk.exchange.heads import Head, Heads
from riskdesk.exchange.headtext import HeadText, parts_of, spoken_in, taken_apart
from riskdesk.exchange.sheets import Sheet

_OTHER = N_(
    "Columns {columns} belong to another scoring method. They are not taken for the L, E and C of LEC or for a matrix."
)
_MORE_THAN_ONCE = N_("Columns {columns} judge the same risk more than once. Say which is inherent, current or target.")
_OTHER_WORD = N_("“{word}” may be of another judgement. Please check.")
_FIGURE = re.compile(r"[-+]?\d+(?:\.\d+)?")
_LETTERS = {"L": "likelihood", "P": "likelihood", "E": "exposure", "C": "consequence", "S": "severity"}
_OURS = frozenset("LECDSRP")
_MATRIX = frozenset({"likelihood", "severity"})
_NEVER_ASKED = frozenset({"points", "reason"})
"""Parts of a judgement that do not tell its level."""
_ALONE = {"现状": "current", "固有": "inherent", "目标": "target", "current": "current", "inherent": "inherent"}


Members = list[tuple[Head, HeadText]]


@dataclass
class Scores:
    """Column to target for levels, scores and points, and to why a person should look; what to say of other methods."""

    targets: dict[int, str] = field(default_factory=dict)
    doubts: dict[int, Fault] = field(default_factory=dict)
    notes: list[Fault] = field(default_factory=list)

    def ask(self, heads: list[Head]) -> None:
        """Have a person look at columns that are told apart by nothing."""
        columns = ", ".join(head.letter for head in heads)
        self.doubts |= {head.column: Fault(_MORE_THAN_ONCE, {"columns": columns}) for head in heads}


def score_columns(heads: Heads, sheet: Sheet) -> Scores:
    """Which columns are the three judgements of a risk."""
    found = Scores()
    for judgement, members in _groups(heads, sheet, found).items():
        foreign = _foreign(members)
        if foreign:
            columns = ", ".join(f"{head.label} ({head.letter})" for head in foreign)
            found.notes.append(Fault(_OTHER, {"columns": columns}))
        claims: dict[str, list[Head]] = {}
        for head, part in _parts(members, heads, sheet):
            claims.setdefault(part, []).append(head)
        for part, own in claims.items():
            found.targets[own[0].column] = f"{judgement}.{part}"
            if len(own) > 1 and part not in _NEVER_ASKED:
                found.ask(own)
    for head in heads.heads:
        if fold(head.name) in _ALONE and f"{_ALONE[fold(head.name)]}.level" not in found.targets.values():
            found.targets[head.column] = f"{_ALONE[fold(head.name)]}.level"
    return found


def _groups(heads: Heads, sheet: Sheet, found: Scores) -> dict[str, Members]:
    """The columns by the judgement that they speak of; those that speak of none are of the current one.

    Where others are the current one already, those are probably the risk before its measures: a person is asked.
    """
    groups: dict[str, Members] = {"current": []}
    silent: Members = []
    for head in heads.heads:
        band, leaf = head.leaf
        told = taken_apart(head.name)
        if not parts_of(told.base) and leaf != head.name:
            told = taken_apart(leaf)
        spoken = told.spoken or spoken_in(band)
        if spoken is None:
            silent.append((head, told))
            continue
        groups.setdefault(spoken.judgement, []).append((head, told))
        if not spoken.sure and _able(told):
            found.doubts[head.column] = Fault(_OTHER_WORD, {"word": spoken.word})
    mine, said = _parts(silent, heads, sheet), _parts(groups["current"], heads, sheet)
    both = {part for _, part in mine} & {part for _, part in said} - _NEVER_ASKED
    if both:
        found.ask([head for head, part in (*mine, *said) if part in both])
        groups.setdefault("inherent", silent)
    else:
        groups["current"] += silent
    return groups


def _foreign(members: Members) -> list[Head]:
    """Columns named by letters of another method: with A, B, F or G among them, C and E are not those of LEC."""
    lettered = [(head, told) for head, told in members if told.letter and _is_bare(told)]
    letters = {told.letter for _, told in lettered}
    if len(letters) >= 2 and (letters - _OURS or ({"E", "C"} & letters and "L" not in letters)):
        return [head for head, _ in lettered]
    return []


def _is_bare(told: HeadText) -> bool:
    """Whether a heading is a mere letter, `A值` or `A`, without a word for what it measures."""
    return re.fullmatch(r"[a-z](?:值|分值|得分|评分)?", told.base) is not None


def _parts(members: Members, heads: Heads, sheet: Sheet) -> list[tuple[Head, str]]:
    """The columns of one judgement with the part of it that each may be, without those of another method."""
    foreign = _foreign(members)
    able = [(head, parts) for head, told in members if head not in foreign and (parts := _able(told))]
    figures = {head.column for head, _ in able if _has_figures(sheet, heads, head.column)}
    method = _method([parts for head, parts in able if head.column in figures])
    found: list[tuple[Head, str]] = []
    for head, parts in able:
        if "level" in parts:
            found.append((head, "level"))
        elif parts == ("reason",):
            found.append((head, "reason"))
        elif method and head.column in figures and (part := _chosen(parts, method)):
            found.append((head, part))
    if not method:  # words in place of figures can only be a matrix
        worded = [(head, parts) for head, parts in able if head.column not in figures and _MATRIX & set(parts)]
        if {"likelihood", "severity"} <= {part for _, parts in worded for part in parts}:
            found += [(head, part) for head, parts in worded if (part := _chosen(parts, "matrix"))]
    return found


def _able(told: HeadText) -> tuple[str, ...]:
    by_word = parts_of(told.base)
    by_letter = (_LETTERS[told.letter],) if told.letter in _LETTERS else ()
    if told.letter and told.letter in "DR":
        by_letter = ("points",)
    both = tuple(part for part in by_word if part in by_letter)
    return both or (*by_word, *(part for part in by_letter if part not in by_word))


def _method(members: list[tuple[str, ...]]) -> str:
    parts = {part for able in members for part in able}
    if "likelihood" not in parts:
        return ""
    if "exposure" in parts and "consequence" in parts:
        return "lec"
    return "matrix" if "severity" in parts or "consequence" in parts else ""


def _chosen(parts: tuple[str, ...], method: str) -> str:
    if "points" in parts:
        return "points"
    wanted = ("likelihood", "exposure", "consequence") if method == "lec" else ("likelihood", "severity")
    for part in wanted:
        if part in parts:
            return f"{method}.{part}"
    return "matrix.severity" if method == "matrix" and "consequence" in parts else ""


def _has_figures(sheet: Sheet, heads: Heads, column: int) -> bool:
    """Whether most cells of a column are figures."""
    texts = [text_of(row[column]) for row in sheet.rows[heads.first_data : heads.first_data + 60]
             if not is_empty(row[column])]  # fmt: skip
    return bool(texts) and sum(bool(_FIGURE.fullmatch(fold(text))) for text in texts) >= 0.6 * len(texts)
