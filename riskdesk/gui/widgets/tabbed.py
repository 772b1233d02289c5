"""Blocks of cells as text between programs: lines of tab-separated cells, quoted the way Excel and WPS quote them."""

from __future__ import annotations

from collections.abc import Iterable


def tabbed(rows: Iterable[Iterable[str]]) -> str:
    """The text of a block."""
    return "\n".join("\t".join(_quoted(cell) for cell in row) for row in rows)


def _quoted(cell: str) -> str:
    if "\t" in cell or "\n" in cell or "\r" in cell or cell.startswith('"'):
        return '"' + cell.replace('"', '""') + '"'
    return cell


def cells_of(text: str) -> list[list[str]]:
    """The cells of a text that was copied from a spreadsheet program; the line end after the last row is none of it."""
    rows: list[list[str]] = [[]]
    place, end = 0, len(text)
    while place <= end:
        cell, place = _cell(text, place)
        rows[-1].append(cell)
        if place >= end:
            break
        if text[place] == "\t":
            place += 1
            continue
        place += 2 if text.startswith("\r\n", place) else 1
        if place >= end:
            break
        rows.append([])
    return rows if any(any(row) for row in rows) else []


def _cell(text: str, place: int) -> tuple[str, int]:
    """A cell that begins at `place`, and where its separator stands."""
    if text.startswith('"', place) and (quoted := _quoted_cell(text, place)) is not None:
        return quoted
    stop = place
    while stop < len(text) and text[stop] not in "\t\r\n":
        stop += 1
    return text[place:stop], stop


def _quoted_cell(text: str, place: int) -> tuple[str, int] | None:
    """A cell in quotation marks; None where they are simply part of the text."""
    parts, stop = [], place + 1
    while (found := text.find('"', stop)) >= 0:
        parts.append(text[stop:found])
        if not text.startswith('""', found):
            after = found + 1
            return ("".join(parts), after) if after >= len(text) or text[after] in "\t\r\n" else None
        parts.append('"')
        stop = found + 2
    return None


def plain(value: object, shown: object) -> str:
    """The text of a cell on one line: what it holds, or where it says nothing of that, what it shows."""
    text = shown if value is None else value
    return "" if text is None else " ".join(str(text).split())
