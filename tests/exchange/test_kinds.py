"""A file is judged by its content: read, or refused by what it truly is, with the way out."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from riskdesk.domain.errors import RiskdeskError
from riskdesk.exchange.file_kinds import REFUSALS, FileKind, Unreadable, kind_of
from riskdesk.exchange.sheets import open_book
from tests.exchange.makers import compound, csv_text, ods, text, xls, xlsb, xlsx, zipped

ROWS = [["编号", "标题", "地点"], ["1", "电梯困人", "3号楼"]]


def test_every_kind_that_is_read_goes_about_as_xls(tmp_path: Path) -> None:
    name = tmp_path / "隐患.xls"
    html = "<html><table><tr><td>编号<td>标题<td>地点</tr><tr><td>1<td>电梯困人<td>3号楼</tr></table></html>"
    xml = (
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook '
        'xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
        '<Worksheet ss:Name="一"><Table>'
        + "".join(
            "<Row>" + "".join(f'<Cell><Data ss:Type="String">{cell}</Data></Cell>' for cell in row) + "</Row>"
            for row in ROWS
        )
        + "</Table></Worksheet></Workbook>"
    )
    archive = (
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n'
        "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + html + "\r\n--x--\r\n"
    )
    makers = {
        FileKind.XLSX: lambda: xlsx(name, ROWS),
        FileKind.XLS: lambda: xls(name, ROWS),
        FileKind.ODS: lambda: ods(name, ROWS),
        FileKind.TEXT: lambda: text(name, csv_text(ROWS, "\t")),
        FileKind.HTML: lambda: text(name, html),
        FileKind.XML2003: lambda: text(name, xml, "utf-8"),
        FileKind.MHTML: lambda: text(name, archive, "utf-8"),
    }
    for kind, make in makers.items():
        make()
        book = open_book(name)
        assert book.kind is kind
        assert [[str(cell) for cell in row] for row in book.read(book.default).rows] == ROWS, kind


LOCK_FILE = bytes([4]) + b"Shen" + b" " * 50 + b"\x04\x00" + "Shen".encode("utf-16-le") + b" \x00" * 50


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n...", FileKind.PDF),
        (b"{\\rtf1 ...}", FileKind.WORD),
        (compound({"WordDocument": b"x"}), FileKind.WORD),
        (compound({"EncryptionInfo": b"x", "EncryptedPackage": b"x"}), FileKind.LOCKED),
        (compound({"PowerPoint Document": b"x"}), FileKind.SLIDES),
        (compound({"__properties_version1.0": b"x"}), FileKind.MAIL),
        (compound({"Something": b"x"}), FileKind.UNKNOWN),
        (compound({"Workbook": b"x"})[:700], FileKind.BROKEN),
        (LOCK_FILE, FileKind.LOCK_FILE),
        (b"PK\x03\x04 cut off", FileKind.BROKEN),
        (b"\x89PNG\r\n\x1a\n", FileKind.PICTURE),
        (b"\xff\xd8\xff\xe0", FileKind.PICTURE),
        (b"Rar!\x1a\x07", FileKind.ARCHIVE),
        (b"SQLite format 3\x00", FileKind.DATABASE),
        (b"\x09\x02\x06\x00\x00\x00", FileKind.OLD_EXCEL),
        (b"", FileKind.EMPTY),
        (b"\x01\x02\x00\x03 binary", FileKind.UNKNOWN),
        (b"Received: from x\r\nMIME-Version: 1.0\r\nSubject: list\r\n\r\nhello", FileKind.MAIL),
        (b'<?xml version="1.0"?><feed/>', FileKind.UNKNOWN),
    ],
)
def test_others_are_named_for_what_they_are(tmp_path: Path, content: bytes, kind: FileKind) -> None:
    path = tmp_path / "台账.xlsx"
    path.write_bytes(content)
    with pytest.raises(Unreadable) as refused:
        open_book(path)
    assert refused.value.kind is kind
    assert refused.value.text == REFUSALS[kind]


@pytest.mark.parametrize(
    ("parts", "kind"),
    [
        ({"word/document.xml": ""}, FileKind.WORD),
        ({"ppt/presentation.xml": ""}, FileKind.SLIDES),
        ({"Index/Document.iwa": ""}, FileKind.NUMBERS),
        ({"OFD.xml": ""}, FileKind.OFD),
        ({"台账.xlsx": ""}, FileKind.ARCHIVE),
        ({"mimetype": "application/vnd.oasis.opendocument.text"}, FileKind.WORD),
        (
            {
                "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
                "META-INF/manifest.xml": "<encryption-data/>",
            },
            FileKind.LOCKED,
        ),
    ],
)
def test_packed_kinds(tmp_path: Path, parts: dict[str, str], kind: FileKind) -> None:
    assert kind_of(zipped(tmp_path / "a.xlsx", parts).read_bytes()) is kind


def test_an_xls_with_a_password(tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as refused:
        open_book(xls(tmp_path / "a.xls", ROWS, password=True))
    assert refused.value.kind is FileKind.LOCKED


def test_a_workbook_that_is_cut_off_inside(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", ROWS)
    path.write_bytes(path.read_bytes()[:-300])
    with pytest.raises(Unreadable) as refused:
        open_book(path)
    assert refused.value.kind is FileKind.BROKEN


def test_a_folder_and_a_file_that_is_gone(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "gone.xlsx"):
        with pytest.raises(RiskdeskError):
            open_book(path)


def test_every_refused_kind_has_a_sentence() -> None:
    read = {"xlsx", "xlsb", "xls", "ods", "text", "html", "xml2003", "mhtml"}
    assert {kind.value for kind in FileKind} - {kind.value for kind in REFUSALS} == read


def _is_told(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with suppress(RiskdeskError):
        book = open_book(path)
        for sheet in book.sheets:
            book.read(sheet.name)


SHARE = st.floats(0, 1)


@given(st.binary(max_size=400))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_a_table_or_refused_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    _is_told(tmp_path / "a.xls", content)


@pytest.mark.parametrize("maker", [xlsx, xls, xlsb])
@given(data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_a_damaged_workbook_is_read_or_refused_in_a_sentence(
    tmp_path: Path, maker: Callable[..., Path], data: st.DataObject
) -> None:
    content = bytearray(maker(tmp_path / "whole", ROWS).read_bytes())
    for place, byte in data.draw(st.lists(st.tuples(SHARE, st.integers(0, 255)), min_size=1, max_size=6)):
        content[int(place * (len(content) - 1))] = byte
    end = data.draw(st.just(1.0) | SHARE)
    _is_told(tmp_path / "a.xls", bytes(content[: int(end * len(content))]))
