"""Cells as text, rooms, numbers, figures, months: kept whole, or refused with what was typed."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskdesk.exchange.cells import Fault
from riskdesk.exchange.values import (
    LEC_READERS,
    LOST_DIGITS,
    MADE_DATE,
    NOT_FIGURE,
    READERS,
    SHOWS_ERROR,
    is_blank,
    read_code,
    read_days,
    read_figure,
    read_flag,
    read_line,
    read_list,
    read_months,
    read_phone,
    read_points,
    read_room,
    read_text,
)  # fmt: skip

ANYTHING = st.one_of(
    st.none(), st.text(max_size=30), st.floats(), st.integers(), st.booleans(), st.dates(), st.datetimes(), st.times(),
    st.timedeltas(),
)  # fmt: skip


def fault(value: Any) -> str:
    assert isinstance(value, Fault), value
    return value.text


@pytest.mark.parametrize(
    "value", ["NA", "n/a", "无", "/", "///", "-", "--", "——", "None", "null", "暂无", " ", "　", None, "\u200b"]
)
def test_the_stated_list_of_empty_words(value: Any) -> None:
    assert is_blank(value)
    assert read_figure(value) is None
    assert read_phone(value) in ("", None)


@pytest.mark.parametrize("value", ["无证上岗", "0", 0, "无人机", False, "a/b"])
def test_words_that_are_not_empty(value: Any) -> None:
    assert not is_blank(value)


@pytest.mark.parametrize("value", ["无", "/", "N/A", "-"])
def test_text_keeps_them(value: str) -> None:
    assert read_text(value) == value
    assert read_line(value) == value


@pytest.mark.parametrize("value", ["#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "########", " #n/a"])
def test_errors_are_errors_in_every_field(value: str) -> None:
    for sort in READERS:
        if sort not in ("points", "skip"):
            assert fault(READERS[sort](value.strip())) == SHOWS_ERROR, sort


def test_a_hash_in_text_is_no_error() -> None:
    assert read_line("#3楼漏水") == "#3楼漏水"


def test_whole_figures_are_kept() -> None:
    assert [read_room(value) for value in (502.0, "00123", 12, 3.5)] == ["502", "00123", "12", "3.5"]
    assert [read_room(value) for value in ("502.0", "502.00", "V2.0", "3.50")] == ["502", "502.00", "V2.0", "3.50"]
    assert [read_code(value) for value in ("00123.0", "13800000000.0")] == ["00123", "13800000000"]
    assert read_phone("13800000000.0") == "13800000000"
    phones = (13800000000.0, "１３８００００００００", "010-5558 0000转8", "+86 13800000000")
    assert [read_phone(value) for value in phones] == ["13800000000", "13800000000", *phones[2:]]


@pytest.mark.parametrize("value", ["4.40981E+17", 4.40981e17, 440981199001011234.0, "1.38E+10"])
def test_figures_that_the_sheet_lost(value: Any) -> None:
    assert fault(read_code(value)) == LOST_DIGITS
    assert fault(read_phone(value)) == LOST_DIGITS


@pytest.mark.parametrize(
    "value", [dt.date(2026, 3, 5), dt.datetime(2026, 3, 5), "3月5日", "5-Mar", "Mar-02", "3月2日", dt.time(3, 5)]
)
def test_a_room_that_became_a_date(value: Any) -> None:
    assert fault(read_room(value)) == MADE_DATE


def test_rooms_that_only_look_like_it() -> None:
    rooms = ["3-502", "3栋2单元502", "B2-车库", "Mar Plaza", "三月花园"]
    assert [read_room(room) for room in rooms] == rooms


def test_a_word_for_none_is_no_number() -> None:
    assert [read_code(value) for value in ("无", "/", "—", "", None, "0")] == ["", "", "", "", "", "0"]


def test_what_a_telephone_number_is_not() -> None:
    for value in ("沈敏", "1", "13800000000沈", dt.date(2026, 1, 1)):
        assert isinstance(read_phone(value), Fault)


def test_figures() -> None:
    assert [read_figure(value) for value in (3, "3", "３", " 0.5 ", "1,200", 0)] == [3, 3, 3, 0.5, 1200, 0]
    assert [read_figure(value) for value in ("1,200.5", "12，345，678", "+3", "-1.", ".5", "1e3")] == [
        1200.5, 12_345_678, 3, -1, 0.5, 1000
    ]  # fmt: skip
    for value in ("三", "3分", dt.date(2026, 1, 1), True, "1_0", "inf", "1e999"):
        assert isinstance(read_figure(value), Fault)


@pytest.mark.parametrize("value", ["0,1", "0，1", "1,0", "1,00", "0,100", "1,2345", "1234,567", ",5", "1,200,5"])
def test_a_comma_in_place_of_a_point_is_an_error(value: str) -> None:
    assert fault(read_figure(value)) == NOT_FIGURE
    assert fault(LEC_READERS["likelihood"](value)) == NOT_FIGURE


def test_lec_has_scales() -> None:
    assert LEC_READERS["likelihood"]("0.5") == 0.5
    assert LEC_READERS["exposure"](6.0) == 6
    assert isinstance(LEC_READERS["consequence"](6), Fault)
    assert LEC_READERS["exposure"]("/") is None


def test_points_are_never_an_error() -> None:
    assert [read_points(value) for value in (126, "#REF!", "高", None)] == [126, None, None, None]


def test_months() -> None:
    told = {
        "6、7、8月": (6, 7, 8), "6-9月": (6, 7, 8, 9), "夏季": (6, 7, 8), "全年": tuple(range(1, 13)), 6: (6,),
        "11月-2月": (1, 2, 11, 12), "春、冬": (1, 2, 3, 4, 5, 12), "夏秋季": (6, 7, 8, 9, 10, 11), "1月,12月": (1, 12),
        "/": None,
    }  # fmt: skip
    assert {value: read_months(value) for value in told} == told
    for value in ("13月", "雨季", "0", dt.date(2026, 6, 9)):
        assert isinstance(read_months(value), Fault)


def test_intervals() -> None:
    assert [read_days(value) for value in (90, "90天", "每季度", "每月一次", "半年", "")] == [90, 90, 90, 30, 180, None]
    for value in (0, "很久", 5000, 1.5):
        assert isinstance(read_days(value), Fault)


def test_yes_and_no() -> None:
    assert [read_flag(value) for value in ("是", "否", True, 0, "在职", "离职", "Y", "√", "×", "")] == [
        True, False, True, False, True, False, True, True, False, None
    ]  # fmt: skip
    assert isinstance(read_flag("也许"), Fault)


def test_lists() -> None:
    assert read_list("客服、总指挥，客服；\n维修") == ("客服", "总指挥", "维修")
    assert read_list("无") == ()


def test_lines_are_one_line_and_texts_keep_theirs() -> None:
    assert read_line("消防\n通道\t堵塞") == "消防 通道 堵塞"
    assert read_text("\ufeff第一行\r\n第二行 ") == "第一行\n第二行"
    assert read_text(dt.date(2026, 5, 1)) == "2026-05-01"
    assert read_text('=DISPIMG("ID_1",1)') == ""


@given(ANYTHING)
def test_no_value_breaks_a_reader_and_nothing_is_put_in(value: Any) -> None:
    for sort, read in [*READERS.items(), *LEC_READERS.items()]:
        found = read(value)
        if value is None or (isinstance(value, str) and not value.strip()):
            assert not found, sort
        if isinstance(found, (int, float)) and not isinstance(found, bool) and found == 0 and sort != "points":
            assert is_blank(value) or "0" in str(value) or value == 0


@given(st.integers(0, 10**14))
def test_whole_numbers_come_back_as_typed(number: int) -> None:
    assert read_code(float(number)) == str(number)
