"""The kinds of blocks, above all those that no shipped form uses yet."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from riskdesk.printing.blocks.pictures import qr_bars
from riskdesk.printing.form import Form, parse_form

HEAD = 'number = "T-1"\nversion = 1\nkey = "t"\ntitle = "试"\nrecord = "case"\n'


def form(body: str, head: str = "") -> Form:
    return parse_form(HEAD + head + body, Path("t.toml"))


def picture(width: int, height: int) -> bytes:
    out = BytesIO()
    Image.new("RGB", (width, height), "#888888").save(out, "PNG")
    return out.getvalue()


def test_list_with_check_boxes_in_columns(show: Any) -> None:
    body = """
[[block]]
type = "list"
mark = "check"
columns = 2
items = [{ text = "对讲机" }, { text = "手电" }, { text = "不印", when = "case.title" }]
"""
    page = show(form(body), {})
    assert "对讲机手电" in page.text
    assert "不印" not in page.text


def test_numbered_list_and_its_empty_state(show: Any) -> None:
    body = '[[block]]\ntype = "list"\nmark = "number"\nrows = "case.tags"\ntext = "{{ row }}"\nempty = "没有"\n'
    assert "1.甲2.乙" in show(form(body), {"case": {"tags": ["甲", "乙"]}}).text
    assert "没有" in show(form(body), {"case": {"tags": []}}).text


def test_each_on_a_page_of_its_own(show: Any) -> None:
    body = """
[[block]]
type = "each"
rows = "lessons"
as = "lesson"
page = true
  [[block.block]]
  type = "section"
  title = "{{ index }} {{ lesson.method }}"
  [[block.block]]
  type = "list"
  rows = "lesson.points"
  text = "{{ row }}"
"""
    page = show(form(body), {"lessons": [{"method": "一法", "points": ["甲"]}, {"method": "二法", "points": []}]})
    assert page.printed.pages == 2
    assert "1一法" in page.texts[0].replace(" ", "")
    assert "2二法" in page.texts[1].replace(" ", "")


def test_page_break_and_space(show: Any) -> None:
    body = '[[block]]\ntype = "space"\nmm = 40\n[[block]]\ntype = "page"\n[[block]]\ntype = "text"\ntext = "后"\n'
    assert "后" in show(form(body), {}).texts[1]


@pytest.mark.parametrize("size", [(40, 20), (5000, 10), (10, 5000)])
def test_pictures_from_bytes_fit_their_room(size: tuple[int, int], show: Any) -> None:
    body = '[[block]]\ntype = "image"\nvalue = "case.comment"\nwidth = 300\nheight = 90\ncaption = "图一"\n'
    page = show(form(body), {"case": {"comment": picture(*size)}})
    assert page.printed.pages == 1
    assert "图一" in page.text
    assert len(page.reader.pages[0].images) == 1


@pytest.mark.parametrize("value", [None, b"", b"no picture", "/etc/passwd", "http://example.com/a.png", 7])
def test_what_is_no_picture_is_left_out(value: Any, show: Any) -> None:
    page = show(form('[[block]]\ntype = "image"\nvalue = "case.comment"\n'), {"case": {"comment": value}})
    assert not page.reader.pages[0].images


def test_qr_code_holds_its_text() -> None:
    count, bars = qr_bars("JX-D-2026-0026")
    assert count == 21
    assert (0, 0, 7) in bars
    assert all(0 <= column < column + length <= count and row < count for column, row, length in bars)
    assert qr_bars("编号")[0] >= 21


def test_qr_block(show: Any) -> None:
    page = show(
        form('[[block]]\ntype = "qr"\nvalue = "{{ case.number }}"\ncaption = "扫码"\n'), {"case": {"number": "X-1"}}
    )
    assert "扫码" in page.text


def test_fields_with_values_and_blanks(show: Any) -> None:
    body = """
[[block]]
type = "fields"
items = [
  { label = "签收", value = "{{ case.title }}" }, { label = "日期", blank = 400 },
  { label = "略", when = "false" },
]
"""
    page = show(form(body), {"case": {"title": "周颖"}})
    assert "签收周颖" in page.text
    assert "日期" in page.text
    assert "略" not in page.text


def test_table_wider_than_the_paper_is_narrowed(show: Any) -> None:
    columns = "".join(
        f'[[block.column]]\nhead = "第{n}列"\nvalue = "{{{{ row.label }}}}"\nwidth = 60\n' for n in range(5)
    )
    page = show(form('[[block]]\ntype = "table"\nrows = "outcome"\n' + columns), {"outcome": [{"label": "值"}]})
    assert page.text.count("值") == 5


def test_columns_can_be_left_out(show: Any) -> None:
    body = """
[[block]]
type = "table"
rows = "outcome"
[[block.column]]
head = "有"
value = "{{ row.label }}"
[[block.column]]
head = "无"
value = "{{ row.value }}"
when = "case.tags"
"""
    page = show(form(body), {"outcome": [{"label": "甲", "value": "乙"}]})
    assert "有甲" in page.text
    assert "乙" not in page.text


@pytest.mark.parametrize("paper", ["A3", "A3 landscape", "A5", "A5 landscape", "A4 landscape"])
def test_every_paper(paper: str, show: Any) -> None:
    body = '[[block]]\ntype = "text"\ntext = "' + "很长的一段文字，" * 300 + '"\n'
    page = show(form(body, f'paper = "{paper}"\n'), {})
    box = page.reader.pages[0].mediabox
    assert (box.width > box.height) == ("landscape" in paper)
    lost = page.text.count("很长的一段文字")
    assert 300 - lost <= page.printed.pages


def test_chart_without_any_time(show: Any) -> None:
    body = '[[block]]\ntype = "chart"\nrows = "outcome"\nlabel = "{{ row.label }}"\nactual = "none"\ntarget = "none"\n'
    assert "甲未记录" in show(form(body), {"outcome": [{"label": "甲"}]}).text
