"""Exported lists: text stays text in every spreadsheet program, days are days, and all of it is read back."""

from __future__ import annotations

import csv
import datetime as dt
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from riskdesk.desk import Desk
from riskdesk.domain.errors import Cancelled, FileRefused, RiskdeskError
from riskdesk.exchange.guards import GUARDED, guarded, unguarded
from riskdesk.exchange.sheets import open_book
from riskdesk.exchange.tables import LONGEST_CELL, sheet_name, write_table

HEADS = ["编号", "标题", "日期", "数", "时间"]
ROW = ["HQ-R-2026-0001", "电梯困人", dt.date(2026, 5, 1), 12, dt.datetime(2026, 5, 1, 9, 30)]
FORMULAS = [
    "=1+1",
    "+1-1",
    "-cmd|' /C calc'!A0",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1",
    '=HYPERLINK("http://x")',
    "＝1+1",
    "+8613800000000-1",
]
HARMLESS = ["-5", "+3.5", "-0.5e3", "-12%", "+86 13800000000", "+8613800000000", "1-3号楼", "a=b", "3@例", ""]
SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n")
NUMBER_OR_PHONE = re.compile(r"[-+]?(\d+(\.\d+)?|\.\d+)([eE][-+]?\d+)?%?|\+\d{1,3} ?\d{4,14}")


def read_csv(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


# CSV


def test_csv_has_a_mark_and_quotes(tmp_path: Path) -> None:
    path = write_table(tmp_path / "a.csv", HEADS, [ROW]).path
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert (
        raw.decode("utf-8-sig").splitlines()[1] == '"HQ-R-2026-0001","电梯困人","2026-05-01",12,"2026-05-01 09:30:00"'
    )


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_of_a_csv_is_a_formula(tmp_path: Path, text: str) -> None:
    path = write_table(tmp_path / "a.csv", [text], [[text]]).path
    assert all(cell == "\t" + text for row in read_csv(path) for cell in row)


@pytest.mark.parametrize("text", HARMLESS)
def test_numbers_and_phones_are_left_alone(text: str) -> None:
    assert guarded(text) == text


@given(
    st.lists(
        st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=20), min_size=1, max_size=4), max_size=5
    )
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_whatever_begins_a_formula(tmp_path: Path, rows: list[list[str]]) -> None:
    path = write_table(tmp_path / "a.csv", ["x"], rows).path
    found = read_csv(path)[1:]
    for cells, given_cells in zip(found, (row for row in rows), strict=True):
        for cell, text in zip(cells, given_cells, strict=True):
            assert not cell.startswith(("=", "@", "\r", "\n", "＝", "＠"))
            if cell[:1] in ("+", "-", "＋", "－"):
                assert NUMBER_OR_PHONE.fullmatch(cell)
            if cell.startswith("\t"):
                assert cell == "\t" + text
            assert unguarded(cell) == text


@given(st.text(max_size=20))
def test_the_guard_is_taken_off_again(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert guarded(text)[:1] not in set(GUARDED) - set("+-\t") or text == ""


# XLSX


def cells_of(path: Path) -> list[list[Any]]:
    return CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()


def test_xlsx_keeps_types_and_makes_no_formula_and_no_link(tmp_path: Path) -> None:
    texts = [*FORMULAS, "http://example.org", "mailto:a@b.c", "00123", "13800000000", "1e5"]
    path = write_table(tmp_path / "a.xlsx", HEADS, [ROW, *([text] for text in texts)]).path
    rows = cells_of(path)
    assert rows[1] == ["HQ-R-2026-0001", "电梯困人", dt.date(2026, 5, 1), 12.0, dt.datetime(2026, 5, 1, 9, 30)]
    assert [row[0] for row in rows[2:]] == texts
    import zipfile

    with zipfile.ZipFile(path) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in sheet
    assert b"hyperlink" not in sheet


def test_times_with_a_zone_are_written_where_this_computer_stands(tmp_path: Path) -> None:
    moment = dt.datetime(2026, 5, 1, 9, 30, tzinfo=dt.UTC)
    local = moment.astimezone().replace(tzinfo=None)
    assert cells_of(write_table(tmp_path / "a.xlsx", ["x"], [[moment]]).path)[1] == [local]
    assert read_csv(write_table(tmp_path / "a.csv", ["x"], [[moment]]).path)[1] == [local.isoformat(" ", "seconds")]


def test_odd_values(tmp_path: Path) -> None:
    values: list[Any] = [float("inf"), 10**18, dt.date(1899, 1, 1), True, None, "\ud800x", "a\x00b\x1fc", 0]
    rows = cells_of(write_table(tmp_path / "a.xlsx", ["x"] * 8, [values]).path)
    assert rows[1][:4] == ["inf", "1000000000000000000", "1899-01-01", True]
    assert rows[1][7] == 0
    assert len(read_csv(write_table(tmp_path / "a.csv", ["x"] * 8, [values]).path)[1]) == 8


def test_a_text_that_no_cell_holds_is_cut_and_told(tmp_path: Path) -> None:
    for long in ("风" * 40_000, "𬭊" * 20_000):
        written = write_table(tmp_path / "a.xlsx", ["x", "y"], [["", long]])
        assert written.cut == ["B2"]
        found = cells_of(written.path)[1][1]
        assert len(found.encode("utf-16-le")) // 2 <= LONGEST_CELL
        assert found.endswith("…")
    assert write_table(tmp_path / "a.csv", ["x"], [["风" * 40_000]]).cut == []


@pytest.mark.parametrize(
    ("text", "name"),
    [("3/5 清单", "3 5 清单"), ("[a]:b*c?d\\e", "a  b c d e"), ("", "Sheet1"), ("'x'", "x"), ("History", "History_"),
     ("很" * 40, "很" * 31), ("///", "Sheet1")],
)  # fmt: skip
def test_names_of_sheets(tmp_path: Path, text: str, name: str) -> None:
    assert sheet_name(text) == name
    book = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    book.add_worksheet(sheet_name(text))
    book.close()


@given(st.text(max_size=40))
def test_every_name_is_one_that_a_sheet_may_have(text: str) -> None:
    name = sheet_name(text)
    assert 1 <= len(name) <= 31
    assert not set(name) & set("[]:*?/\\")
    assert not name.startswith("'")
    assert not name.endswith("'")


# the file


def test_the_ending_says_how(tmp_path: Path) -> None:
    with pytest.raises(RiskdeskError, match="xlsx or"):
        write_table(tmp_path / "a.doc", HEADS, [ROW])


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv"])
def test_a_stopped_export_leaves_the_old_file(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"old")

    def rows() -> Iterator[list[Any]]:
        yield ROW
        raise Cancelled

    with pytest.raises(Cancelled):
        write_table(path, HEADS, rows())
    assert path.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(RiskdeskError, match="could not be written"):
        write_table(tmp_path / "gone" / "a.csv", HEADS, [ROW])


def test_a_list_does_not_take_the_place_of_a_riskdesk_file(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.symlink_to(desk.store.path)
    with pytest.raises(FileRefused):
        write_table(path, HEADS, [ROW])


def test_it_tells_how_far_it_is(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    rows = ([str(n)] for n in range(1200))
    write_table(tmp_path / "a.csv", ["x"], rows, total=1200, tell=lambda done, total: told.append((done, total)))
    assert told == [(0, 1200), (500, 1200), (1000, 1200)]


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv"])
def test_what_was_written_is_read_back(tmp_path: Path, name: str) -> None:
    rows = [
        ["=1+1", "第一行\n第二行"],
        ["-5", '引号"和,逗号;分号\t制表'],
        ["+86 13800000000", "𬭊㙓"],
        ["\t@x", "普通"],
    ]
    path = write_table(tmp_path / name, ["标题", "内容"], rows).path
    book = open_book(path)
    assert book.read(book.default).rows[1:] == rows


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_colleagues_can_read_what_was_written(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_text("")
    path = write_table(tmp_path / "a.csv", ["甲"], [["x"]]).path
    assert path.stat().st_mode == other.stat().st_mode
    path.chmod(0o640)
    write_table(path, ["甲"], [["y"]])
    assert path.stat().st_mode & 0o777 == 0o640
