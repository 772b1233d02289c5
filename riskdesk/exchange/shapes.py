"""Sheets that are no list of records, and rows of a list that are none."""

from __future__ import annotations

import re
from collections import Counter

from riskdesk.domain.words import N_
from riskdesk.exchange.cells import Fault, Row, clean, fold, is_empty, text_of
from riskdesk.exchange.heads import Heads
from riskdesk.exchange.headtext import is_known, taken_apart
from riskdesk.exchange.sheets import Sheet
from riskdesk.exchange.targets import all_headings

FORM = N_("This is a form for one record, with labels beside their values, not a list. Type it in, or import the list.")
PAIRS = N_("This is a list of pairs, one label and one value a line, not a list of records. Type it in.")
STATISTICS = N_("These are statistics, counted figures, not a list of records. Import the list they were counted from.")
NOTHING = N_("There is no table in this sheet. Choose another sheet.")

_MONTH = re.compile(r"(?:\d{4}年)?(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份)?|第?[一二三四1-4]季度|\d{4}年")
_COUNT_WORDS = "合计 总计 小计 占比 比例 同比 环比 数量 件数 起数 次数 增幅 完成率 整改率"
_COUNTS = tuple(_COUNT_WORDS.split())
_FOOT_WORDS = """
    注 备注 说明 填表说明 填写说明 填表人 填表 填报人 填报单位 制表人 制表 审核人 审核 审批 审批人 编制人 编制 批准
    批准人 签字 签名 负责人签字 合计 总计 小计 统计 以上 以下 单位负责人 主要负责人 note notes total
"""
_FOOT = re.compile(rf"(?:{'|'.join(_FOOT_WORDS.split())})(?:[:：、，,\s\d(（]|$)", re.I)
_SUM = re.compile(r"\s*(?:合\s*计|总\s*计|小\s*计|total)\s*[:：]?\s*", re.I)
_COUNTER = re.compile(r"\d{1,6}[.、．]?")


def shape_of(sheet: Sheet, heads: Heads) -> Fault | None:
    """Why a sheet is no list of records; None where it may be one, or where a person chose its head row."""
    if not sheet.rows:
        return Fault(NOTHING)
    if heads.chosen:
        return None
    labels, best = _labels(sheet)
    total = len({text for text, _, _ in labels})
    lines = len({row for _, row, _ in labels})
    if total >= 4 and lines >= 3 and total >= 2 * best:
        if _used_columns(sheet) > 2:
            return Fault(FORM)
        columns = Counter(column for _, _, column in labels)
        if max(columns.values()) > 2 * min(columns.get(column, 0) for column in range(sheet.width)):
            return Fault(PAIRS)
    if _is_pairs_of_text(sheet):
        return Fault(PAIRS)
    if _is_statistics(sheet, heads):
        return Fault(STATISTICS)
    return None


def _labels(sheet: Sheet) -> tuple[list[tuple[str, int, int]], int]:
    """(known heading, row, column) of the first rows, and how many different ones the richest row has."""
    found = []
    by_row: Counter[int] = Counter()
    known = all_headings()
    for row, cells in enumerate(sheet.rows[:60]):
        here = set()
        for column, value in enumerate(cells):
            if column in sheet.filled.get(row, ()) or not isinstance(value, str) or len(value) > 30:
                continue
            head = taken_apart(value)
            if (head.base in known or head.text in known) and (head.base not in here):
                here.add(head.base)
                found.append((head.base, row, column))
        by_row[row] = len(here)
    return found, max(by_row.values(), default=0)


def _used_columns(sheet: Sheet) -> int:
    return sum(any(not is_empty(row[column]) for row in sheet.rows[:60]) for column in range(sheet.width))


def _is_pairs_of_text(sheet: Sheet) -> bool:
    """`风险名称：电梯困人` in one cell, line after line."""
    found = set()
    for row in sheet.rows[:60]:
        for value in row:
            label, sign, _ = fold(value).partition(":") if isinstance(value, str) else ("", "", "")
            if sign and 2 <= len(label) <= 12 and is_known(label):
                found.add(label)
    return len(found) >= 3 and _used_columns(sheet) <= 2


def _is_statistics(sheet: Sheet, heads: Heads) -> bool:
    """Heads of months or counts over a body of figures with hardly a word in it."""
    names = [fold(head.name) for head in heads.heads if head.name]
    counted = sum(bool(_MONTH.fullmatch(name)) or any(word in name for word in _COUNTS) for name in names)
    known = sum(is_known(name) for name in names if not taken_apart(name).letter)
    figures = words = 0
    for row in sheet.rows[heads.first_data : heads.first_data + 50]:
        for value in row:
            if is_empty(value):
                continue
            figures += _is_figure(value)
            words += not _is_figure(value)
    if counted >= 2 and counted >= known:
        return figures > words
    return known <= 1 and len(names) >= 3 and figures > 2 * words and not heads.sure


def _is_figure(value: object) -> bool:
    if isinstance(value, str):
        return bool(re.fullmatch(r"[-+]?[\d,.]+%?", clean(value)))
    return isinstance(value, (int, float))


class RowJudge:
    """Tells rows that are records from empty ones, foot notes, repeated heads and rows that hold only a number."""

    def __init__(self, sheet: Sheet, heads: Heads, counters: frozenset[int], title: int | None) -> None:
        self._sheet, self._counters, self._title = sheet, counters, title
        self._wide = max(2, len(heads.heads) // 2)
        self._head: Row = sheet.rows[heads.last] if 0 <= heads.last < len(sheet.rows) else []
        self._across = {
            top for top, left, _, right in sheet.merged if right - left + 1 >= max(3, self._wide) and top > heads.last
        }

    def why_skipped(self, number: int) -> str | None:
        """None for a record; else '' for an empty row, or a source text saying what the row is."""
        row: Row = self._sheet.rows[number]
        title = self._title
        full = [column for column, value in enumerate(row) if value is not None and value != ""]
        if title is not None and title in full and len(full) >= 3 and number not in self._across:
            first = row[full[0]]
            if isinstance(first, str) and _SUM.fullmatch(first):
                return FOOT_NOTE
            return REPEATED if self._head and row[title] == self._head[title] and self._repeats(row) else None
        filled = self._sheet.filled.get(number, set())
        own = [column for column in full if column not in filled and not is_empty(row[column])]
        if not own:
            return ""
        first = text_of(row[own[0]])
        if (set(own) <= self._counters or (own == [0] and self._title != 0)) and _COUNTER.fullmatch(first):
            return ONLY_NUMBER
        if len(own) <= 3 and (_FOOT.match(first) or (number in self._across and len(own) == 1)):
            return FOOT_NOTE
        if _FOOT.match(first) and (title is None or title not in own):
            return FOOT_NOTE
        return REPEATED if self._repeats(row) else None

    def _repeats(self, row: Row) -> bool:
        return bool(self._head) and all(
            fold(text_of(value)) == fold(text_of(head)) for value, head in zip(row, self._head, strict=True)
        )


FOOT_NOTE = N_("Notes, sums and signatures below the table")
ONLY_NUMBER = N_("Rows that hold only a number")
REPEATED = N_("The head once more")
