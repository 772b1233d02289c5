"""Sheets of workbooks: sizes, hidden ones, errors, epochs, merged cells, colours."""

from __future__ import annotations

import datetime as dt
import zipfile
from pathlib import Path

import pytest

from riskdesk.domain.errors import RiskdeskError
from riskdesk.exchange.cells import address, column_of, letter, text_of
from riskdesk.exchange.sheets import open_book
from tests.exchange.makers import Error, Fill, Formula, text, xls, xlsb, xlsx

ROWS = [["标题", "日期", "数"], ["甲", dt.date(2023, 7, 16), 13800000000]]


def test_sheets_with_their_sizes_and_the_hidden_ones(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", ROWS, at=(2, 1), more=[("空", [], False), ("旧", ROWS, True)])
    book = open_book(path)
    told = [(sheet.name, sheet.rows, sheet.columns, sheet.hidden) for sheet in book.sheets]
    assert told == [("Sheet1", 4, 4, False), ("空", 0, 0, False), ("旧", 2, 3, True)]
    assert book.default == "Sheet1"


def test_two_sheets_have_to_be_chosen_from(tmp_path: Path) -> None:
    book = open_book(xlsx(tmp_path / "a.xlsx", ROWS, more=[("又", ROWS, False)]))
    assert book.default == ""
    assert len(book.read("又").rows) == 2


def test_a_hidden_sheet_of_an_xls_is_told(tmp_path: Path) -> None:
    book = open_book(xls(tmp_path / "a.xls", ROWS, hidden=ROWS))
    assert [(sheet.name, sheet.hidden) for sheet in book.sheets] == [("Sheet1", False), ("Hidden", True)]


def test_cells_have_an_address_and_their_text(tmp_path: Path) -> None:
    sheet = open_book(xlsx(tmp_path / "a.xlsx", ROWS)).read("Sheet1")
    cells = [sheet.cell(1, column) for column in range(3)]
    assert [(cell.address, cell.text) for cell in cells] == [
        ("A2", "甲"), ("B2", "2023-07-16"), ("C2", "13800000000")
    ]  # fmt: skip
    assert cells[1].value == dt.date(2023, 7, 16)


def test_letters_of_columns() -> None:
    for column, name in ((0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16383, "XFD")):
        assert (letter(column), column_of(name)) == (name, column)
    assert address(6, 2) == "C7"


def test_what_cells_look_like() -> None:
    values = [None, True, 502.0, 0.5, 1e22, dt.time(9, 5), dt.timedelta(hours=24), dt.datetime(2019, 2, 28, 9, 5, 7)]
    assert [text_of(value) for value in values] == [
        "", "TRUE", "502", "0.5", "1E+22", "09:05", "24:00", "2019-02-28 09:05:07"
    ]  # fmt: skip


@pytest.mark.parametrize("date1904", [False, True])
def test_days_in_files_of_either_epoch(tmp_path: Path, date1904: bool) -> None:
    for book in (
        open_book(xlsx(tmp_path / "a.xlsx", ROWS, date1904=date1904)),
        open_book(xls(tmp_path / "a.xls", ROWS, date1904=date1904)),
    ):
        sheet = book.read("Sheet1")
        assert sheet.rows[1][1] == dt.date(2023, 7, 16)
        assert sheet.date1904 is date1904


def test_errors_and_formulas_that_were_never_calculated(tmp_path: Path) -> None:
    rows = [
        ["a", "b", "c", "d", "e"],
        [Formula("=1/0", "#DIV/0!"), Formula("=NA()", "#N/A"), Formula(), Formula('="x"', "x"),
         Formula("=2+3", 5)],
    ]  # fmt: skip
    sheet = open_book(xlsx(tmp_path / "a.xlsx", rows)).read("Sheet1")
    assert sheet.faults == {(1, 0): "#DIV/0!", (1, 1): "#N/A", (1, 2): ""}
    assert sheet.cell(1, 0).text == "#DIV/0!"
    assert sheet.rows[1][3:] == ["x", 5.0]


def test_errors_in_an_xls(tmp_path: Path) -> None:
    rows = [["a", "b", "c"], [Error(0x2A), Error(0x17), Formula()], ["x", True, 5]]
    sheet = open_book(xls(tmp_path / "a.xls", rows)).read("Sheet1")
    assert sheet.faults == {(1, 0): "#N/A", (1, 1): "#REF!", (1, 2): ""}


@pytest.mark.parametrize("date1904", [False, True])
def test_a_binary_workbook(tmp_path: Path, date1904: bool) -> None:
    book = open_book(xlsb(tmp_path / "a.xlsb", [["标题", "数"], ["甲", 5], [Error(0x2A), 45123]], date1904=date1904))
    assert book.kind == "xlsb"
    sheet = book.read("表1")
    assert sheet.rows == [["标题", "数"], ["甲", 5.0], ["", 45123.0]]
    assert (sheet.faults, sheet.date1904) == ({(2, 0): "#N/A"}, date1904)


def test_pictures_are_told_of(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", ROWS)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/media/image1.png", b"x")
    assert open_book(path).notes[0].params == {"n": 1}


def test_merged_values_are_filled_down_inside_the_merge_only(tmp_path: Path) -> None:
    rows = [["地点", "标题"], ["3号楼", "甲"], ["", "乙"], ["", "丙"], ["", "丁"]]
    for maker, name in ((xlsx, "a.xlsx"), (xls, "a.xls")):
        sheet = open_book(maker(tmp_path / name, rows, merged=[(1, 0, 3, 0)])).read("Sheet1")
        assert [row[0] for row in sheet.rows] == ["地点", "3号楼", "3号楼", "3号楼", ""]
        assert sheet.filled == {2: {0}, 3: {0}}


def test_colours_of_a_column(tmp_path: Path) -> None:
    rows = [["标题", "等级"], ["甲", Fill("#FF0000")], ["乙", ""], ["丙", Fill("#FFFF00")]]
    sheet = open_book(xlsx(tmp_path / "a.xlsx", rows)).read("Sheet1")
    assert sheet.fills(1) == {1: "#FF0000", 3: "#FFFF00"}
    assert sheet.fills(0) == {}


def test_a_stray_cell_far_away_is_refused_before_it_takes_all_memory(tmp_path: Path) -> None:
    import xlsxwriter

    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("甲")
    sheet.write(0, 0, "标题")
    sheet.write(1_048_575, 16_383, "x")
    book.close()
    with pytest.raises(RiskdeskError, match="stray cell"):
        open_book(path)


def test_trailing_empty_rows_are_left_out(tmp_path: Path) -> None:
    sheet = open_book(xlsx(tmp_path / "a.xlsx", [*ROWS, ["  "], [" "]])).read("Sheet1")
    assert len(sheet.rows) == 2


HTML = """<html><head><meta charset="gbk"><style>td{mso-number-format:"\\@"}</style></head><body>
<table><tr><td>外框</td><td><table>
<tr><th rowspan=2>编号</th><th colspan="2">风险评价</th></tr><tr><th>L</th><th>S</th></tr>
<tr><td>1</td><td>3</td><td>4<br>（初评）&nbsp;</td></tr>
<tr><td x:num="13800000000">1.38E+10<td>&lt;b&gt;<td></tr></table></td></tr></table></body></html>"""


def test_a_web_page_with_merged_cells(tmp_path: Path) -> None:
    book = open_book(text(tmp_path / "a.xls", HTML, "gbk"))
    assert (book.kind, book.encoding) == ("html", "gb18030")
    sheet = book.read(book.default)
    assert sheet.rows == [
        ["编号", "风险评价", ""],
        ["编号", "L", "S"],
        ["1", "3", "4\n（初评）"],
        ["13800000000", "<b>", ""],
    ]
    assert sheet.merged == [(0, 0, 1, 0), (0, 1, 0, 2)]


XML = """<?xml version="1.0" encoding="utf-8"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<x:ExcelWorkbook><x:Date1904/></x:ExcelWorkbook>
<Worksheet ss:Name="一"><Table>
<Row ss:Index="2"><Cell ss:Index="2" ss:MergeAcross="1"><Data ss:Type="String">标题</Data></Cell>
<Cell><Data ss:Type="String">尾</Data></Cell></Row>
<Row><Cell><Data ss:Type="Number">45123</Data></Cell>
<Cell><Data ss:Type="DateTime">2023-07-16T00:00:00.000</Data></Cell>
<Cell><Data ss:Type="Error">#N/A</Data></Cell><Cell ss:Formula="=1+1"/></Row></Table></Worksheet>
<Worksheet ss:Name="二"><Table/><x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></Worksheet>
</Workbook>"""


def test_an_xml_spreadsheet_of_2003(tmp_path: Path) -> None:
    book = open_book(text(tmp_path / "a.xls", XML, "utf-8"))
    assert [(sheet.name, sheet.hidden) for sheet in book.sheets] == [("一", False), ("二", True)]
    sheet = book.read("一")
    assert sheet.rows[1:] == [["", "标题", "", "尾"], [45123.0, dt.date(2023, 7, 16), "", ""]]
    assert sheet.faults == {(2, 2): "#N/A", (2, 3): ""}
    assert (sheet.merged, sheet.date1904) == ([(1, 1, 1, 2)], True)


def test_xml_that_swells_is_refused(tmp_path: Path) -> None:
    bomb = XML.replace("<Workbook", '<!DOCTYPE x [<!ENTITY a "b">]><Workbook', 1)
    with pytest.raises(RiskdeskError):
        open_book(text(tmp_path / "a.xls", bomb, "utf-8"))
