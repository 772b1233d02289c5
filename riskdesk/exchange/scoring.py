"""Which columns of a risk list are scores: 5 x 5, LEC, or another method whose letters mean something else."""

from __future__ import annotations

import re

from riskdesk.domain.words import N_
from riskdesk.exchange.cells import Fault, fold, is_empty, text_of
from riskdesk.exchange.heads import Head, Heads
from riskdesk.exchange.headtext import HeadText, judgement_of, parts_of, taken_apart
from riskdesk.exchange.sheets import Sheet

_OTHER = N_(
    "Columns {columns} belong to another scoring method. They are not taken for the L, E and C of LEC or for a matrix."
)
_FIGURE = re.compile(r"[-+]?\d+(?:\.\d+)?")
_LETTERS = {"L": "likelihood", "P": "likelihood", "E": "exposure", "C": "consequence", "S": "severity"}
_OURS = frozenset("LECDSRP")
_ALONE = {"现状": "current", "固有": "inherent", "目标": "target", "current": "current", "inherent": "inherent"}


def score_columns(heads: Heads, sheet: Sheet) -> tuple[dict[int, str], list[Fault]]:
    """Column to target for levels, scores and points of the three judgements, and what to say about other methods."""
    groups: dict[str, list[tuple[Head, HeadText]]] = {}
    for head in heads.heads:
        if head.name:
            band, leaf = head.leaf
            told = taken_apart(head.name)
            if not parts_of(told.base) and leaf != head.name:
                told = taken_apart(leaf)
            judgement = told.judgement or judgement_of(band) or "current"
            groups.setdefault(judgement, []).append((head, told))
    found: dict[int, str] = {}
    notes: list[Fault] = []
    for judgement, members in groups.items():
        foreign = _foreign(members)
        if foreign:
            columns = ", ".join(f"{head.label} ({head.letter})" for head in foreign)
            notes.append(Fault(_OTHER, {"columns": columns}))
        rest = [(head, told) for head, told in members if head not in foreign]
        for column, part in _parts(rest, heads, sheet).items():
            name = f"{judgement}.{part}"
            if name not in found.values():
                found[column] = name
    for head in heads.heads:
        if fold(head.name) in _ALONE and f"{_ALONE[fold(head.name)]}.level" not in found.values():
            found[head.column] = f"{_ALONE[fold(head.name)]}.level"
    return found, notes


def _foreign(members: list[tuple[Head, HeadText]]) -> list[Head]:
    """Columns named by letters of another method: with A, B, F or G among them, C and E are not those of LEC."""
    lettered = [(head, told) for head, told in members if told.letter and _is_bare(told)]
    letters = {told.letter for _, told in lettered}
    if len(letters) >= 2 and (letters - _OURS or ({"E", "C"} & letters and "L" not in letters)):
        return [head for head, _ in lettered]
    return []


def _is_bare(told: HeadText) -> bool:
    """Whether a heading is a mere letter, `A值` or `A`, without a word for what it measures."""
    return re.fullmatch(r"[a-z](?:值|分值|得分|评分)?", told.base) is not None


def _parts(members: list[tuple[Head, HeadText]], heads: Heads, sheet: Sheet) -> dict[int, str]:
    figures = {head.column for head, _ in members if _has_figures(sheet, heads, head.column)}
    able = {head.column: _able(told) for head, told in members}
    scored = {column for column in able if column in figures}
    method = _method([able[column] for column in scored])
    found: dict[int, str] = {}
    for column, parts in able.items():
        if "level" in parts:
            found[column] = "level"
        elif "reason" in parts and len(parts) == 1:
            found[column] = "reason"
        elif method and column in scored:
            part = _chosen(parts, method)
            if part and part not in found.values():
                found[column] = part
    if not method:  # words in place of figures can only be a matrix
        worded = {c: p for c, p in able.items() if c not in figures and {"likelihood", "severity"} & set(p)}
        if any("likelihood" in p for p in worded.values()) and any("severity" in p for p in worded.values()):
            for column, parts in worded.items():
                part = _chosen(parts, "matrix")
                if part and part not in found.values():
                    found[column] = part
    return found


def _able(told: HeadText) -> tuple[str, ...]:
    by_word = parts_of(told.base)
    by_letter = (_LETTERS[told.letter],) if told.letter in _LETTERS else ()
    if told.letter in "DR" and told.letter:
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
