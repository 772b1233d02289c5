"""Personal data: what is found, what is left alone, what is masked."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskdesk.domain.case import Case, CaseOrigin, Privacy
from riskdesk.domain.privacy import (
    PersonalData,
    aliases,
    as_written,
    counts,
    find,
    is_bank_card,
    is_id_card,
    mask,
    masked,
)

AROUND = st.sampled_from(["", "业主", "，", "来电", "拨打 ", "（", "：", "联系 ", "说"])


def digits(count: int) -> st.SearchStrategy[str]:
    return st.text("0123456789", min_size=count, max_size=count)


def id_card(region: str, born: dt.date, order: str) -> str:
    body = f"{region}{born:%Y%m%d}{order}"
    total = sum(int(digit) * (2 ** (17 - place) % 11) for place, digit in enumerate(body))
    return body + "10X98765432"[total % 11]


def bank_card(body: str) -> str:
    return next(body + str(last) for last in range(10) if is_bank_card(body + str(last)))


MOBILES = st.builds(lambda second, rest: f"1{second}{rest}", st.sampled_from("3456789"), digits(9))
ID_CARDS = st.builds(
    id_card, st.sampled_from(["110101", "310115", "440305", "510107"]),
    st.dates(dt.date(1930, 1, 1), dt.date(2026, 12, 31)), digits(3),
)  # fmt: skip
BANK_CARDS = st.builds(lambda rest: bank_card(f"62{rest}"), st.integers(13, 16).flatmap(digits))
PLATES = st.builds(
    lambda place, gap, number: f"{place}{gap}{number}", st.sampled_from(["沪A", "粤B", "京N", "川C"]),
    st.sampled_from(["", "·", " "]), st.one_of(digits(5), digits(5).map(lambda d: f"D{d}")),
)  # fmt: skip
DOORS = st.builds(lambda floor, door: f"{floor}{door:02}", st.integers(1, 33), st.integers(1, 12))
ROOMS = st.builds(
    lambda house, door, word: f"{house}{door}{word}",
    st.sampled_from(["3栋", "12幢", "3号楼2单元", "A座", "5号楼一单元", "三栋"]), DOORS,
    st.sampled_from(["室", "房", " 室", ""]),
)  # fmt: skip


@given(AROUND, MOBILES, AROUND)
def test_every_mobile_number_is_masked(before: str, number: str, after: str) -> None:
    assert mask(before + number + after) == f"{before}{number[:3]}****{number[-4:]}{after}"


@given(AROUND, ID_CARDS, AROUND)
def test_every_identity_card_is_masked(before: str, number: str, after: str) -> None:
    assert is_id_card(number)
    assert mask(before + number + after) == f"{before}{number[:3]}{'*' * 11}{number[-4:]}{after}"


@given(AROUND, BANK_CARDS, AROUND)
def test_every_bank_card_is_masked(before: str, number: str, after: str) -> None:
    assert number[3:-4] not in mask(before + number + after)
    grouped = " ".join(number[place : place + 4] for place in range(0, len(number), 4))
    assert grouped[5:-4] not in mask(before + grouped + after)


@given(AROUND, PLATES, AROUND)
def test_every_plate_is_masked(before: str, plate: str, after: str) -> None:
    shown = mask(before + plate + after)
    assert plate[:-2] not in shown
    assert shown.endswith(f"***{plate[-2:]}{after}")


@given(AROUND, ROOMS)
def test_every_room_is_masked_and_its_building_stays(before: str, room: str) -> None:
    shown = mask(f"{before}{room}，漏水")
    assert "***" in shown
    assert shown.startswith(before + room[:2])
    assert not any(character.isdigit() for character in shown.split("***")[1])


@given(st.lists(st.one_of(MOBILES, ID_CARDS, BANK_CARDS, PLATES, ROOMS, st.text(max_size=12)), max_size=6))
def test_what_is_masked_holds_nothing_more(parts: list[str]) -> None:
    once = mask("，".join(parts))
    assert find(once) == []
    assert mask(once) == once


@given(st.datetimes(dt.datetime(2000, 1, 1), dt.datetime(2100, 1, 1)))
def test_dates_and_times_stay(moment: dt.datetime) -> None:
    for form in ("%Y-%m-%d", "%Y-%m-%d %H:%M:%S", "%Y%m%d", "%Y.%m.%d", "%d-%m-%Y", "%H:%M:%S", "来电时间%Y%m%d %H:%M"):
        text = moment.strftime(form)
        assert mask(text) == text
    text = f"{moment.year} 年 {moment.month} 月 {moment.day} 日"
    assert mask(text) == text
    assert mask(f"3号楼{moment.year}年") == f"3号楼{moment.year}年"


@given(st.integers(0, 10**12), st.sampled_from(["元", " 元", "万元", " 分", "户", "人", "次", " ㎡", "%"]))
def test_amounts_and_durations_stay(amount: int, unit: str) -> None:
    short = f"{amount % 10000}{unit}"
    for text in (f"赔偿 {amount}{unit}", f"{amount:,}{unit}", f"¥{amount}", f"¥{amount:,}.00", short):
        assert mask(text) == text


@given(st.sampled_from(["HQ", "JX", "YT2"]), st.sampled_from("RCPDIA"), st.integers(2000, 2100), st.integers(0, 99_999))
def test_numbers_of_records_stay(site: str, letter: str, year: int, count: int) -> None:
    text = f"{site}-{letter}-{year}-{count:04}"
    assert mask(text) == text
    assert mask(f"见{text}号") == f"见{text}号"


@pytest.mark.parametrize(
    "text",
    ["拨打 119、120、12345，400-820-8820", "国务院令第 591 号", "GB 50016-2014", "GB/T 15834", "3栋 120 户", "3室2厅",
     "FD-CS-01", "消防控制室", "共 300 业主", "24 小时值班室", "1号楼 119 报警", "7栋12楼", "第1201号", "2栋2单元电梯",
     "5x5 = 25", "LEC 160", "20,000 risks", "WO-20261125-0012", "川流不息 12345", "第 3-2024 号文", "温度 25-30 度"],
)  # fmt: skip
def test_what_only_looks_like_it_stays(text: str) -> None:
    assert mask(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [("138-0013-8000", "138****8000"), ("+86 13800138000", "+86 138****8000"),
     ("１３８００１３８０００", "138****8000"),
     ("021-88001234 转 12", "021****1234 转 12"), ("电话：88001234", "电话：88*****"),
     ("身份证号 110101199003071231", "身份证号 110***********1231"), ("卡号 1234 5678 90", "卡号 123***7890"),
     ("沪AD12345", "沪A***45"), ("3栋502写成3栋501", "3栋***写成3栋***"), ("1-2-301", "1-2-***"),
     ("三栋五零二室", "三栋***室"), ("3幢602房、504室", "3幢***房、***室")],
)  # fmt: skip
def test_other_ways_of_writing_it(text: str, shown: str) -> None:
    assert mask(text) == shown


def test_check_digits_tell_personal_numbers_from_others() -> None:
    assert is_id_card("11010519491231002X")
    assert not is_id_card("110105194912310021")
    assert not is_id_card("110105194913310020")
    assert is_bank_card("6222021234567890128") != is_bank_card("6222021234567890129")
    assert find("流水号 110105194912310021") == []
    assert find("订单 6222021234567895") == [] or is_bank_card("6222021234567895")


def test_a_name_marked_once_is_masked_in_the_whole_record() -> None:
    course = [{"who": "张三", "what": "｛李四｝与张三通话"}]
    data = {"title": "{张三}被困", "course": course, "count": 3, "tags": ("张三",)}
    assert masked(data) == {
        "title": "张某被困", "course": [{"who": "张某", "what": "李某与张某通话"}], "count": 3, "tags": ("张某",),
    }  # fmt: skip
    assert as_written(data)["title"] == "张三被困"
    assert mask("{张}先生，张灯结彩") == "张某先生，张灯结彩"


def test_two_of_one_surname_stay_two() -> None:
    assert aliases(["张三", "张四", "欧阳修", "John Smith"]) == {
        "张三": "张某甲", "张四": "张某乙", "欧阳修": "欧阳某", "John Smith": "J.",
    }  # fmt: skip
    assert mask("{张三}推了{张四}，张四倒地") == "张某甲推了张某乙，张某乙倒地"


def test_what_was_found_is_counted_by_kind() -> None:
    assert counts(["{张三} 13800138000", "3栋502室 13800138001"]) == {
        PersonalData.PHONE: 2, PersonalData.ROOM: 1, PersonalData.NAME: 1,
    }  # fmt: skip


def test_an_invented_case_without_personal_data_tells_of_nobody() -> None:
    invented = Case(title="写错房号", family="operational", origin=CaseOrigin.TEACHING, privacy=Privacy.NONE)
    assert invented.tells_of_nobody
    assert not invented.changed(origin=CaseOrigin.OWN).tells_of_nobody
    assert not invented.changed(privacy=Privacy.UNCHECKED).tells_of_nobody
