"""Cells as values of fields, judged strictly: a value, nothing, or what is wrong in a sentence."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

from riskdesk.domain.level import CONSEQUENCES, EXPOSURES, LIKELIHOODS
from riskdesk.domain.words import N_
from riskdesk.exchange.cells import Fault, Value, clean, fold, text_of

_EMPTY = "na n/a n.a. n.a none null nil nan 无 暂无 没有 空 不涉及 不适用 待定 未定 tbd tba"
EMPTY_WORDS = frozenset(_EMPTY.split())
"""Words that stand for an empty cell in dates, figures, choices and names. Text fields keep them as text."""

_DASHES = re.compile(r"[/\\\-—–_~.·*]+")
_ERROR_WORD = re.compile(
    r"#(?:n/a|ref!|div/0!|value!|name\?|num!|null!|spill!|calc!|getting_data|err[a-z0-9:!]*)|#{4,}", re.I
)
_SCIENTIFIC = re.compile(r"\d(?:\.\d+)?e\+?\d{2}", re.I)
_FIGURE = re.compile(r"[-+]?(?:(?:\d+|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d*)?|\.\d+)(?:e[-+]?\d{1,2})?")
"""A comma stands before groups of three alone: `0,1` is a slip of the input method, and nobody knows for what."""
_WHOLE = re.compile(r"(\d+)\.0")
"""A whole figure as a program writes it that takes every number for a fraction."""
_MADE_DATE = re.compile(
    r"\d{1,2}月\d{1,2}日|\d{1,2}-(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:-\d{2,4})?|"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)-\d{2,4}", re.I,
)  # fmt: skip
_PHONE = re.compile(r"[-+\d\s()/、,，;；.*转ext#—–]+", re.I)
_YES_WORDS = "是 yes y true 1 √ ✓ ✔ 在职 在岗 有 对 t 启用"
_NO_WORDS = "否 no n false 0 × x ✗ ✘ 离职 离岗 不在职 不在岗 f 停用 退休"
_YES, _NO = frozenset(_YES_WORDS.split()), frozenset(_NO_WORDS.split())
_SEASONS = {"春": (3, 4, 5), "夏": (6, 7, 8), "秋": (9, 10, 11), "冬": (12, 1, 2)}
_INTERVALS = {"每周": 7, "每月": 30, "月度": 30, "每季度": 90, "每季": 90, "季度": 90, "半年": 180, "每半年": 180,
              "每年": 365, "年度": 365, "一年": 365}  # fmt: skip

SHOWS_ERROR = N_("The cell shows the error {typed}.")
NOT_CALCULATED = N_("The formula here was never calculated. Open the file in a spreadsheet program and save it.")
LOST_DIGITS = N_("{typed}: the spreadsheet has cut off figures. Type the whole number as text.")
MADE_DATE = N_("The spreadsheet has made a date of what was typed: {typed}. Format the cell as text and type it again.")
NOT_PHONE = N_("“{typed}” is not a telephone number.")
NOT_FIGURE = N_("“{typed}” is not a figure.")
NOT_ON_SCALE = N_("{typed} is not on the scale: {expected}")
NOT_MONTHS = N_("“{typed}” tells no months from 1 to 12.")
NOT_INTERVAL = N_("“{typed}” is no number of days from 1 to 3660.")
NOT_YES_NO = N_("“{typed}” is neither yes nor no.")

Parsed = Any
Reader = Callable[[Value], Parsed]


def is_blank(value: Value) -> bool:
    """Whether a cell of dates, figures, choices or names counts as empty: the stated list, dashes and strokes."""
    if value is None:
        return True
    if not isinstance(value, str):
        return False
    text = fold(value)
    return not text or text in EMPTY_WORDS or _DASHES.fullmatch(text) is not None


def error_in(value: Value) -> Fault | None:
    """A cell that says #REF! and the like, or that was too narrow to show its figures."""
    if isinstance(value, str) and value[:1] == "#" and _ERROR_WORD.fullmatch(clean(value)):
        return Fault(SHOWS_ERROR, {"typed": clean(value)})
    return None


PICTURE = "=DISPIMG("
"""What WPS puts into a cell that holds a picture."""


def read_text(value: Value) -> str | Fault:
    """Free text, as it stands; a picture of WPS in a cell is no text."""
    if isinstance(value, str):
        if value.startswith(PICTURE):
            return ""
        return error_in(value) or clean(value) if value[:1] == "#" else clean(value)
    return text_of(value)


def read_line(value: Value) -> str | Fault:
    """Text of one line; what the spreadsheet turned into a date is refused."""
    if isinstance(value, str):
        text = read_text(value)
        return " ".join(text.split()) if isinstance(text, str) and ("\n" in text or "\t" in text) else text
    if isinstance(value, (dt.date, dt.time, dt.timedelta)):
        return Fault(MADE_DATE, {"typed": _as_shown(value)})
    return text_of(value)


def _as_shown(value: dt.date | dt.time | dt.timedelta) -> str:
    if isinstance(value, dt.date):
        return f"{value.year}-{value.month}-{value.day}"
    return text_of(value)


def read_room(value: Value) -> str | Fault:
    """A place or room: 502.0 is 502, and 3月5日 was 3-5 before the spreadsheet mended it."""
    text = read_line(value)
    if isinstance(text, str) and _MADE_DATE.fullmatch(unicodedata.normalize("NFKC", text)):
        return Fault(MADE_DATE, {"typed": text})
    return _whole(text)


def read_code(value: Value) -> str | Fault:
    """A number that is a name, such as 00123 or an ID number; 15 figures are all that a spreadsheet keeps.

    `无` or a stroke is none.
    """
    if is_blank(value):
        return ""
    if isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) >= 1e15:
        return Fault(LOST_DIGITS, {"typed": text_of(value)})
    text = read_line(value)
    if isinstance(text, str) and _SCIENTIFIC.fullmatch(text):
        return Fault(LOST_DIGITS, {"typed": text})
    return _whole(text)


def _whole(text: str | Fault) -> str | Fault:
    """`502.0` in a text file is the figure 502."""
    found = _WHOLE.fullmatch(text) if isinstance(text, str) else None
    return found[1] if found else text


def read_phone(value: Value) -> str | Fault:
    """Telephone numbers, several of them as well."""
    text = read_code(value)
    if isinstance(text, Fault) or not text:
        return text
    text = unicodedata.normalize("NFKC", text)
    if not _PHONE.fullmatch(text) or not 3 <= sum(sign.isdigit() for sign in text) <= 100:
        return Fault(NOT_PHONE, {"typed": text})
    return text


def read_figure(value: Value) -> float | Fault | None:
    """A figure, full width or not."""
    if is_blank(value):
        return None
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value)
    if isinstance(value, (dt.date, dt.time, dt.timedelta)):
        return Fault(MADE_DATE, {"typed": _as_shown(value)})
    text = fold(value) if isinstance(value, str) else ""
    return float(text.replace(",", "")) if _FIGURE.fullmatch(text) else error_in(value) or _no_figure(value)


def _no_figure(value: Value) -> Fault:
    return Fault(NOT_FIGURE, {"typed": text_of(value)})


def read_on_scale(scale: tuple[float, ...]) -> Reader:
    """A reader of figures of one scale, such as the E of LEC."""

    def read(value: Value) -> float | Fault | None:
        figure = read_figure(value)
        if figure is None or isinstance(figure, Fault) or figure in scale:
            return figure
        return Fault(NOT_ON_SCALE, {"typed": text_of(value), "expected": ", ".join(f"{v:g}" for v in scale)})

    return read


def read_points(value: Value) -> float | None:
    """Points of a score, for comparing only: they are computed anew, so nothing here is an error."""
    figure = read_figure(value)
    return None if isinstance(figure, Fault) else figure


def read_days(value: Value) -> int | Fault | None:
    """An interval in days: 90, 90天, 每季度."""
    if is_blank(value):
        return None
    text = fold(text_of(value))
    known = _INTERVALS.get(text) or _INTERVALS.get(text.removesuffix("一次"))
    number = re.fullmatch(r"(\d{1,4})(?:\.0+)?(?:天|日|d|days?)?", text)
    days = known or (int(number.group(1)) if number else 0)
    return days if 1 <= days <= 3660 else error_in(value) or Fault(NOT_INTERVAL, {"typed": text_of(value)})


def read_months(value: Value) -> tuple[int, ...] | Fault | None:
    """Months: 6、7、8月, 6-9月, 夏季, 全年."""
    if is_blank(value):
        return None
    if isinstance(value, (dt.date, dt.time, dt.timedelta)):
        return Fault(MADE_DATE, {"typed": _as_shown(value)})
    wrong = error_in(value) or Fault(NOT_MONTHS, {"typed": text_of(value)})
    text = re.sub(r"月份?|季", "", fold(text_of(value)))
    text = re.sub(r"[~至到—–]", "-", text)
    found: list[int] = []
    if text in ("全年", "常年", "每"):
        return tuple(range(1, 13))
    for piece in re.split(r"[、,，;；/和及]+", text):
        if re.fullmatch(r"[春夏秋冬]+", piece):
            found += [month for sign in piece for month in _SEASONS[sign]]
            continue
        span = re.fullmatch(r"(\d{1,2})(?:-(\d{1,2}))?", piece)
        if not span:
            return wrong
        first, last = int(span.group(1)), int(span.group(2) or span.group(1))
        if not (1 <= first <= 12 and 1 <= last <= 12):
            return wrong
        found += [m % 12 or 12 for m in range(first, last + 1 if last >= first else last + 13)]
    return tuple(sorted(set(found)))


def read_flag(value: Value) -> bool | Fault | None:
    """Yes or no."""
    if is_blank(value):
        return None
    if isinstance(value, bool):
        return value
    text = fold(text_of(value))
    if text in _YES or text in _NO:
        return text in _YES
    return error_in(value) or Fault(NOT_YES_NO, {"typed": text_of(value)})


def read_list(value: Value) -> tuple[str, ...] | Fault:
    """Several words parted by commas, semicolons, strokes or lines."""
    text = read_text(value)
    if isinstance(text, Fault) or is_blank(text):
        return text if isinstance(text, Fault) else ()
    return tuple(dict.fromkeys(piece.strip() for piece in re.split(r"[、,，;；/\n]+", text) if piece.strip()))


READERS: Mapping[str, Reader] = {
    "text": read_text, "note": read_text, "title": read_line, "line": read_line, "room": read_room,
    "code": read_code, "number": read_code, "phone": read_phone, "points": read_points, "days": read_days,
    "months": read_months, "flag": read_flag, "list": read_list,
}  # fmt: skip
"""Reader of each sort of target that needs neither the column's order nor a person's answers."""

LEC_READERS: Mapping[str, Reader] = {
    "likelihood": read_on_scale(LIKELIHOODS), "exposure": read_on_scale(EXPOSURES),
    "consequence": read_on_scale(CONSEQUENCES),
}  # fmt: skip
