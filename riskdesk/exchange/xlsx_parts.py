"""What a reader of .xlsx files keeps to itself: the epoch of dates, cells that hold an error, colours of cells.

Values themselves are read by python-calamine; this looks at the XML of the parts beside it. Source: ECMA-376 part 1.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from dataclasses import dataclass, field

from riskdesk.exchange.biff import Faults
from riskdesk.exchange.cells import column_of

_TAG = r"<(?:\w+:)?"
_SHEET = re.compile(_TAG + r"sheet\b[^>]*>")
_RELATION = re.compile(_TAG + r"Relationship\b[^>]*>")
_ATTRIBUTE = re.compile(r'([\w:]+)\s*=\s*"([^"]*)"')
_TRUE = r'"(?:1|true|on)"'
_1904 = re.compile(_TAG + r"workbookPr\b[^>]*\bdate1904=" + _TRUE)
_ON_LOAD = re.compile(_TAG + r"calcPr\b[^>]*\bfullCalcOnLoad=" + _TRUE)
_ERROR_CELL = re.compile(rb'<(?:\w+:)?c\b([^>]*\bt="e"[^>]*)>.*?<(?:\w+:)?v>([^<]*)<', re.S)
_FORMULA_CELL = re.compile(
    rb"<(?:\w+:)?c\b([^>]*[^/>])>\s*<(?:\w+:)?f\b[^>]*?(?:/>|>[^<]*</(?:\w+:)?f>)\s*(?:<(?:\w+:)?v(?:\s*/>|>([^<]*)<))?"
)
_PLACE = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_FILLED_CELL = re.compile(rb'<(?:\w+:)?c\b[^>]*\br="([A-Z]{1,3})(\d{1,7})"[^>]*(?<!/)>')
_DIMENSION = re.compile(rb'<(?:\w+:)?dimension\b[^>]*\bref="([^"]*)"')


@dataclass(frozen=True)
class XlsxParts:
    """Facts of a workbook: its epoch, whether its formulas wait to be calculated, and where each sheet lies."""

    date1904: bool = False
    calculated: bool = True
    paths: dict[str, str] = field(default_factory=dict)


def parts_of(archive: zipfile.ZipFile) -> XlsxParts:
    """Look into the workbook's own part."""
    workbook = next((name for name in archive.namelist() if re.fullmatch(r"xl/workbook\w*\.xml", name)), "")
    if not workbook:
        return XlsxParts()
    text = archive.read(workbook).decode("utf-8", "replace")
    folder, name = posixpath.split(workbook)
    try:
        relations = archive.read(f"{folder}/_rels/{name}.rels").decode("utf-8", "replace")
    except KeyError:
        relations = ""
    targets = {told.get("Id", ""): told.get("Target", "") for told in map(_attributes, _RELATION.findall(relations))}
    paths = {}
    for told in map(_attributes, _SHEET.findall(text)):
        target = targets.get(next((v for k, v in told.items() if k.endswith(":id")), ""), "")
        if target:
            paths[_unescaped(told.get("name", ""))] = posixpath.normpath(posixpath.join("/" + folder, target))[1:]
    return XlsxParts(bool(_1904.search(text)), not _ON_LOAD.search(text), paths)


def _attributes(tag: str) -> dict[str, str]:
    return dict(_ATTRIBUTE.findall(tag))


def _unescaped(text: str) -> str:
    for sign, plain in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&")):
        text = text.replace(sign, plain)
    return text


def area_of(archive: zipfile.ZipFile, path: str) -> int:
    """How many cells lie between A1 and the last cell of a sheet that holds something.

    A reader keeps room for all of them, so a stray cell at XFD1048576 asks for more memory than there is.
    """
    with archive.open(path) as part:
        told = _DIMENSION.search(part.read(8192))
    last = told.group(1).rsplit(b":", 1)[-1] if told else b""
    place = _PLACE.search(b'r="' + last + b'"')
    if place and last != b"A1":
        area = (column_of(place.group(1).decode()) + 1) * int(place.group(2))
        if area <= 20_000_000:
            return area
    columns = rows = 1
    for column, row in _FILLED_CELL.findall(archive.read(path)):
        columns, rows = max(columns, column_of(column.decode()) + 1), max(rows, int(row))
    return columns * rows


def faults_of(archive: zipfile.ZipFile, path: str, calculated: bool) -> Faults:
    """Cells of a sheet that show an error, and formulas that were never calculated ('')."""
    errors, formulas = _holds(archive, path)
    xml = archive.read(path) if errors or formulas else b""
    faults: Faults = {}
    if errors:
        for attributes, word in _ERROR_CELL.findall(xml):
            if place := _PLACE.search(attributes):
                faults[_row_column(place)] = word.decode("utf-8", "replace")
    if formulas:
        for found in _FORMULA_CELL.finditer(xml):
            attributes, value = found.group(1), found.group(2)
            empty = not value and b't="str"' not in attributes
            if (empty or (value == b"0" and not calculated)) and (place := _PLACE.search(attributes)):
                faults.setdefault(_row_column(place), "")
    return faults


def _holds(archive: zipfile.ZipFile, path: str) -> tuple[bool, bool]:
    """Whether a sheet has cells with errors, and formulas; found piece by piece, since most sheets have neither."""
    errors = formulas = False
    closing, before = b"</f>", b""
    with archive.open(path) as part:
        while piece := part.read(1 << 20):
            if not before and b"<worksheet" not in piece[:4096]:
                closing = b":f>"  # names carry a prefix
            piece, before = before + piece, piece[-8:]
            errors = errors or b't="e"' in piece
            formulas = formulas or closing in piece
    return errors, formulas


def _row_column(place: re.Match[bytes]) -> tuple[int, int]:
    return int(place.group(2)) - 1, column_of(place.group(1).decode())


def fills_of(archive: zipfile.ZipFile, path: str, column: int) -> dict[int, str]:
    """Row to the colour of the cell in `column`, as `#FF0000`; only cells that have one."""
    try:
        styles = archive.read("xl/styles.xml").decode("utf-8", "replace")
    except KeyError:
        return {}
    colours = _style_colours(styles)
    if not any(colours):
        return {}
    found = {}
    for attributes in re.findall(rb"<(?:\w+:)?c\b([^>]*)>", archive.read(path)):
        place, style = _PLACE.search(attributes), re.search(rb'\bs="(\d+)"', attributes)
        if place and style and column_of(place.group(1).decode()) == column:
            number = int(style.group(1))
            if number < len(colours) and colours[number]:
                found[int(place.group(2)) - 1] = colours[number]
    return found


def _style_colours(styles: str) -> list[str]:
    """The colour of each cell style, '' for none."""
    fills = re.search(_TAG + r"fills\b.*?</(?:\w+:)?fills>", styles, re.S)
    formats = re.search(_TAG + r"cellXfs\b.*?</(?:\w+:)?cellXfs>", styles, re.S)
    if not fills or not formats:
        return []
    colours = [_colour(fill) for fill in re.findall(_TAG + r"fill>.*?</(?:\w+:)?fill>", fills.group(), re.S)]
    chosen = [int(number) for number in re.findall(_TAG + r'xf\b[^>]*?\bfillId="(\d+)"', formats.group())]
    return [colours[number] if number < len(colours) else "" for number in chosen]


_INDEXED = {
    "2": "#FF0000", "3": "#00FF00", "4": "#0000FF", "5": "#FFFF00", "10": "#FF0000", "11": "#00FF00", "12": "#0000FF",
    "13": "#FFFF00", "17": "#008000", "40": "#00CCFF", "43": "#FFFF99", "44": "#99CCFF", "48": "#3366FF",
    "51": "#FFCC00", "52": "#FF9900", "53": "#FF6600",
}  # fmt: skip


def _colour(fill: str) -> str:
    told = re.search(_TAG + r"fgColor\b[^>]*>", fill)
    if not told or 'patternType="none"' in fill:
        return ""
    attributes = _attributes(told.group())
    if rgb := attributes.get("rgb"):
        return f"#{rgb[-6:].upper()}"
    return _INDEXED.get(attributes.get("indexed", ""), "")
