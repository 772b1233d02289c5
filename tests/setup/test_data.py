"""Shipped files are found from a checkout (test_wheel.py: from a wheel); the fonts can be printed."""

from __future__ import annotations

import io
import struct
from pathlib import Path

import pypdf
import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from riskdesk.data import data_path

TEXT = "风险清单：可能性、严重度；整改（复盘）「应急预案」℃㎡ RISK-2026"


@pytest.mark.parametrize("name", ["fonts", "icons", "translations", "forms", "casebank"])
def test_every_kind_is_found(name: str) -> None:
    folder = data_path(name)
    assert folder.is_absolute()
    assert folder.name == name
    assert any(folder.iterdir())


def test_a_missing_kind_is_named() -> None:
    with pytest.raises(FileNotFoundError, match="'tunes' are missing; looked in"):
        data_path("tunes")


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_font_has_truetype_outlines_and_chinese(weight: str) -> None:
    path = data_path("fonts") / f"NotoSansSC-{weight}.ttf"
    assert "glyf" in tables(path)  # reportlab embeds no other outlines
    font = TTFont(f"Test {weight}", str(path))
    assert [letter for letter in TEXT if ord(letter) not in font.face.charToGlyph] == []
    pdfmetrics.registerFont(font)
    page = io.BytesIO()
    canvas = Canvas(page)
    canvas.setFont(font.fontName, 12)
    canvas.drawString(72, 720, TEXT)
    canvas.save()
    assert len(page.getvalue()) < 100_000  # a subset, not the whole 10 MB
    assert pypdf.PdfReader(page).pages[0].extract_text().strip() == TEXT


def test_font_licence_is_shipped() -> None:
    assert "SIL OPEN FONT LICENSE Version 1.1" in (data_path("fonts") / "OFL.txt").read_text(encoding="utf-8")


def tables(font: Path) -> set[str]:
    head = font.read_bytes()[:1024]
    (count,) = struct.unpack(">H", head[4:6])
    return {head[12 + 16 * i : 16 + 16 * i].decode("ascii") for i in range(count)}
