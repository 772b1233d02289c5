"""What a file really is, judged by its content and never by its name."""

from __future__ import annotations

import io
import re
import zipfile

from riskdesk.domain.errors import RiskdeskError
from riskdesk.domain.words import N_, Choice, labelled
from riskdesk.exchange.ole import OleError, OleFile

OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BYTE_ORDER_MARKS = {
    b"\xef\xbb\xbf": "utf-8", b"\xff\xfe\x00\x00": "utf-32", b"\x00\x00\xfe\xff": "utf-32", b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16", b"\x84\x31\x95\x33": "gb18030",
}  # fmt: skip
"""Longer marks first, since one begins like another."""


@labelled(
    xlsx=N_("Excel workbook"), xlsb=N_("binary Excel workbook"), xls=N_("Excel 97-2003 workbook"),
    ods=N_("OpenDocument spreadsheet"), text=N_("text table"), html=N_("web page"), xml2003=N_("XML spreadsheet 2003"),
    mhtml=N_("web archive"), word=N_("Word document"), pdf=N_("PDF file"), locked=N_("workbook with a password"),
    lock_file=N_("Office's lock file"), slides=N_("presentation"), archive=N_("packed archive"), picture=N_("picture"),
    numbers=N_("Numbers document"), ofd=N_("OFD document"), mail=N_("e-mail"), old_excel=N_("workbook of Excel 4"),
    database=N_("database"), broken=N_("incomplete file"), empty=N_("empty file"), unknown=N_("unknown kind of file"),
)  # fmt: skip
class FileKind(Choice):
    """Kinds of file that people drop on an import."""

    XLSX = "xlsx"
    XLSB = "xlsb"
    XLS = "xls"
    ODS = "ods"
    TEXT = "text"
    HTML = "html"
    XML2003 = "xml2003"
    MHTML = "mhtml"
    WORD = "word"
    PDF = "pdf"
    LOCKED = "locked"
    LOCK_FILE = "lock_file"
    SLIDES = "slides"
    ARCHIVE = "archive"
    PICTURE = "picture"
    NUMBERS = "numbers"
    OFD = "ofd"
    MAIL = "mail"
    OLD_EXCEL = "old_excel"
    DATABASE = "database"
    BROKEN = "broken"
    EMPTY = "empty"
    UNKNOWN = "unknown"


REFUSALS: dict[FileKind, str] = {
    FileKind.WORD: N_("This is a Word document. Copy its table into a new workbook, save that and choose it here."),
    FileKind.PDF: N_("This is a PDF file, which holds no table that can be read. Ask for the workbook it was made of."),
    FileKind.LOCKED: N_("This workbook has a password. Open it, save a copy without the password and choose the copy."),
    FileKind.LOCK_FILE: N_(
        "This is the lock file that Office keeps while a workbook is open. Choose the workbook without ~$ in its name."
    ),
    FileKind.SLIDES: N_("This is a presentation. Copy its table into a new workbook, save that and choose it here."),
    FileKind.ARCHIVE: N_("This is a packed archive. Unpack it first and choose the workbook inside."),
    FileKind.PICTURE: N_("This is a picture. Type its table into a workbook, or let another program recognise it."),
    FileKind.NUMBERS: N_("This is a document of Apple Numbers. Export it there as Excel and choose that file."),
    FileKind.OFD: N_("This is an OFD document. Ask for the workbook it was made of."),
    FileKind.MAIL: N_("This is an e-mail. Save the workbook that is attached to it and choose that file."),
    FileKind.OLD_EXCEL: N_("This workbook was written by Excel 4 or older. Open it and save it as .xlsx."),
    FileKind.DATABASE: N_("This is a database, not a table. Backups are restored on the settings page."),
    FileKind.BROKEN: N_("The file is incomplete, perhaps not wholly copied or downloaded. Fetch it once more."),
    FileKind.EMPTY: N_("The file is empty, perhaps not wholly copied or downloaded. Fetch it once more."),
    FileKind.UNKNOWN: N_("No table can be read from this kind of file. Save it as .xlsx or CSV and choose that."),
}
"""Why a kind is not read, and the way out."""


class Unreadable(RiskdeskError):
    """A file that is no table this program reads; `kind` is what it is."""

    def __init__(self, kind: FileKind) -> None:
        self.kind = kind
        super().__init__(REFUSALS[kind])


_STARTS = (
    (b"%PDF", FileKind.PDF), (b"{\\rtf", FileKind.WORD), (b"7z\xbc\xaf\x27\x1c", FileKind.ARCHIVE),
    (b"Rar!", FileKind.ARCHIVE), (b"\x1f\x8b", FileKind.ARCHIVE), (b"\x89PNG", FileKind.PICTURE),
    (b"\xff\xd8\xff", FileKind.PICTURE), (b"GIF8", FileKind.PICTURE), (b"II*\x00", FileKind.PICTURE),
    (b"MM\x00*", FileKind.PICTURE), (b"SQLite format 3", FileKind.DATABASE), (b"\x09\x00\x04\x00", FileKind.OLD_EXCEL),
    (b"\x09\x02\x06\x00", FileKind.OLD_EXCEL), (b"\x09\x04\x06\x00", FileKind.OLD_EXCEL),
    (b"\x09\x08\x08\x00", FileKind.OLD_EXCEL),
)  # fmt: skip


_STREAMS = (
    ("Workbook", FileKind.XLS), ("Book", FileKind.XLS), ("WordDocument", FileKind.WORD),
    ("PowerPoint Document", FileKind.SLIDES), ("__properties_version1.0", FileKind.MAIL),
)  # fmt: skip


def kind_of(data: bytes) -> FileKind:
    """What a file with this content is."""
    if not data:
        return FileKind.EMPTY
    for start, kind in _STARTS:
        if data.startswith(start):
            return kind
    if data.startswith(b"PK"):
        return _zip_kind(data)
    if data.startswith(OLE_MAGIC):
        return _ole_kind(data)
    if data[4:12] in (b"ftypheic", b"ftypmif1") or (data.startswith(b"RIFF") and data[8:12] == b"WEBP"):
        return FileKind.PICTURE
    if _is_lock_file(data):
        return FileKind.LOCK_FILE
    if b"%PDF-" in data[:1024]:
        return FileKind.PDF
    return _text_kind(data)


def _zip_kind(data: bytes) -> FileKind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            told = archive.read("mimetype") if "mimetype" in names else b""
            manifest = archive.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in names else b""
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError):
        return FileKind.BROKEN
    if b"opendocument" in told:
        if b"encryption-data" in manifest:
            return FileKind.LOCKED
        if b"spreadsheet" in told:
            return FileKind.ODS
        return FileKind.SLIDES if b"presentation" in told else FileKind.WORD
    if any(name.startswith("xl/workbook") and name.endswith(".bin") for name in names):
        return FileKind.XLSB
    for start, kind in (("xl/", FileKind.XLSX), ("word/", FileKind.WORD), ("ppt/", FileKind.SLIDES),
                        ("Index/", FileKind.NUMBERS), ("OFD.xml", FileKind.OFD)):  # fmt: skip
        if any(name.startswith(start) for name in names):
            return kind
    return FileKind.ARCHIVE


def _ole_kind(data: bytes) -> FileKind:
    try:
        names = OleFile(data).names
    except OleError:
        return FileKind.BROKEN
    if "EncryptedPackage" in names:
        return FileKind.LOCKED
    return next((kind for name, kind in _STREAMS if name in names), FileKind.UNKNOWN)


def _is_lock_file(data: bytes) -> bool:
    """Office's owner file: the length of a name, the name filled up to 54 bytes, and the name again in UTF-16."""
    if not 54 <= len(data) <= 200 or not 1 <= data[0] <= 53:
        return False
    return not data[1 + data[0] : 54].strip(b" \x00") and b"\x00" in data


def _text_kind(data: bytes) -> FileKind:
    marked = any(data.startswith(mark) for mark in BYTE_ORDER_MARKS)
    head = data[:65536]
    if b"\x00" in head:
        if not marked:
            return FileKind.UNKNOWN
        head = head.replace(b"\x00", b"")
    for mark in BYTE_ORDER_MARKS:
        head = head.removeprefix(mark)
    start = head[:4096].lstrip().lower()
    if re.search(rb"^mime-version:", start, re.M):
        return FileKind.MAIL if re.search(rb"^(received|to|delivered-to):", start, re.M) else FileKind.MHTML
    if not start.startswith(b"<"):
        return FileKind.TEXT
    if b"urn:schemas-microsoft-com:office:spreadsheet" in head and b"<html" not in start:
        return FileKind.XML2003
    if b"schemas.microsoft.com/office/word" in head and b"<html" not in start:
        return FileKind.WORD
    if re.search(rb"<(html|table|!doctype html|meta|style|head|body|div|tr)\b", head.lower()):
        return FileKind.HTML
    return FileKind.UNKNOWN if start.startswith(b"<?xml") else FileKind.TEXT
