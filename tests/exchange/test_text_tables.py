"""CSV and other text: encodings, the sign between the cells, quotes that are none."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskdesk.domain.errors import RiskdeskError
from riskdesk.exchange.sheets import open_book
from riskdesk.exchange.text_tables import decoded, delimiter_of, rows_of
from tests.exchange.makers import csv_text, text

ROWS = [["* 风险名称", " 地点（楼栋） ", "等级(红/黄/蓝)"], ["电梯困人", "3号楼", "红"], ["联通", "北门", "蓝"]]


@pytest.mark.parametrize(
    ("encoding", "found"),
    [("gb18030", "gb18030"), ("gbk", "gb18030"), ("utf-8", "utf-8"), ("utf-8-sig", "utf-8"), ("utf-16", "utf-16")],
)
@pytest.mark.parametrize("sign", [",", "\t", ";", "|"])
def test_encoding_and_sign_are_found(tmp_path: Path, encoding: str, found: str, sign: str) -> None:
    book = open_book(text(tmp_path / "a.csv", csv_text(ROWS, sign), encoding))
    assert (book.encoding, book.delimiter) == (found, sign)
    assert book.read(book.default).rows == ROWS


def test_short_gbk_texts_are_not_taken_for_korean() -> None:
    for sample in ("物业", "客服,投诉", "隐患\t整改"):
        assert decoded(sample.encode("gbk")).text == sample


def test_a_rare_character_of_gb18030(tmp_path: Path) -> None:
    assert decoded("𬭊䶮㙓".encode("gb18030")).text == "𬭊䶮㙓"


def test_utf_16_without_a_mark_is_no_text(tmp_path: Path) -> None:
    with pytest.raises(RiskdeskError):
        open_book(text(tmp_path / "a.csv", csv_text(ROWS), "utf-16-le"))


def test_the_encoding_can_be_changed(tmp_path: Path) -> None:
    path = text(tmp_path / "a.csv", "標題,地點\r\n電梯,北門\r\n", "big5")
    book = open_book(path, encoding="big5")
    assert book.read(book.default).rows[0] == ["標題", "地點"]
    wrong = open_book(text(tmp_path / "b.csv", csv_text(ROWS)), encoding="utf-8")
    assert wrong.notes[0].params["n"] > 0


def test_neither_encoding_fits(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"\xff\x81\xff,\xfe\xff\r\n")
    with pytest.raises(RiskdeskError, match="encoding"):
        decoded(path.read_bytes()[1:])


def test_the_sign_can_be_changed(tmp_path: Path) -> None:
    path = text(tmp_path / "a.csv", "标题;地点\r\n甲,乙;丙\r\n")
    assert open_book(path).delimiter == ";"
    assert open_book(path, delimiter=",").read("a").rows[1] == ["甲", "乙;丙"]


def test_commas_inside_quotes_are_no_sign() -> None:
    assert delimiter_of('"甲,乙,丙"\t"丁,戊"\r\n"己,庚"\t"辛,壬,癸"\r\n') == "\t"


def test_excels_own_first_line() -> None:
    assert delimiter_of("sep=|\r\na,b|c\r\n") == "|"
    assert rows_of("sep=|\r\na,b|c\r\n", "|") == [["a,b", "c"]]


def test_line_breaks_inside_quotes() -> None:
    assert rows_of('标题,内容\r\n甲,"第一行\r\n第二行"\r\n', ",") == [["标题", "内容"], ["甲", "第一行\r\n第二行"]]


def test_a_formula_that_only_keeps_a_number_as_text_is_that_text() -> None:
    content = '编号,电话,备注\r\n="00123","=""13900000000""",="他说""好"""\r\n1,2,=A1\r\n'
    assert rows_of(content, ",") == [["编号", "电话", "备注"], ["00123", "13900000000", '他说"好"'], ["1", "2", "=A1"]]


def test_a_quote_that_is_only_a_sign_swallows_nothing() -> None:
    content = '标题\t规格\r\n水管\t"3寸\r\n电线\t2.5\r\n'
    assert rows_of(content, "\t") == [["标题", "规格"], ["水管", '"3寸'], ["电线", "2.5"]]


def test_short_rows_are_filled_up(tmp_path: Path) -> None:
    sheet = open_book(text(tmp_path / "a.csv", "标题,地点,等级\r\n甲\r\n\r\n乙,丙,丁\r\n")).read("a")
    assert sheet.rows[1:] == [["甲", "", ""], ["", "", ""], ["乙", "丙", "丁"]]


@given(st.lists(st.lists(st.text(st.characters(codec="gb18030", exclude_characters="\r\n\0"), max_size=8), min_size=2,
                         max_size=4), min_size=1, max_size=6))  # fmt: skip
def test_any_text_in_gb18030_is_read_back(rows: list[list[str]]) -> None:
    raw = "\r\n".join("\t".join(row) for row in rows).encode("gb18030")
    assert isinstance(decoded(raw, "gb18030").text, str)
