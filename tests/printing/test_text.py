from __future__ import annotations

import re
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfbase.pdfmetrics import stringWidth

from riskdesk.printing import fonts
from riskdesk.printing.text import Paragraph, Shaped, Span, Style, plain, shape


@pytest.fixture(autouse=True)
def _no_fallback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "fallback", lambda character: None)


def shaped(text: str, bold: bool = False) -> Shaped:
    return shape(plain(text), bold, set())


def width(text: str) -> int:
    return sum(shaped(text).advances)


@settings(deadline=None)  # the first example loads the fonts
@given(st.text("的一电梯AZaz09 ，。", min_size=1, max_size=30))
def test_widths_are_those_of_the_font(text: str) -> None:
    result = shaped(text)
    plain_width = sum(result.advances) - sum(change for _, change in result.kerns)
    assert plain_width == pytest.approx(stringWidth(text, fonts.family().regular.name, 1000), abs=0.01)


def test_a_thin_space_parts_chinese_and_latin_without_a_character() -> None:
    result = shaped("拨打119联系")
    assert result.text == "拨打119联系"
    assert [position for position, _ in result.kerns] == [1, 4]
    assert not shaped("拨打 119 联系").kerns


def test_the_blank_halves_of_two_signs_close_up() -> None:
    assert width("：“") == 1500
    assert width("。”") == 1500
    assert width("（“") == 1500
    assert width("，甲") == 2000


def test_a_middle_dot_takes_its_own_width_and_no_spaces_beside_it() -> None:
    assert width("甲 · 乙") == width("甲·乙")
    assert shaped("甲 · 乙").text == "甲 · 乙"


def test_quotes_beside_latin_take_no_full_width() -> None:
    assert width("don’t") < width("dont") + 400
    assert width("a “b” c") < width("a b c") + 1100


def test_bold_and_regular_spans_have_their_own_faces() -> None:
    result = shape((Span("甲", True), Span("乙"), Span("丙"), Span("丁", True)), False, set())
    family = fonts.family()
    assert result.faces == [(1, family.bold), (3, family.regular), (4, family.bold)]
    assert shape((Span("甲"), Span("乙", True)), True, set()).faces == [(2, family.bold)]


def test_missing_characters_become_a_geta_and_are_listed() -> None:
    missing: set[str] = set()
    assert shape(plain("张𠮷☐"), False, missing).text == "张〓〓"
    assert missing == {"𠮷", "☐"}


def test_a_fallback_face_is_used_where_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    other = fonts.Face("other", {"𠮷": 1000})
    monkeypatch.setattr(fonts, "fallback", lambda character: other if character in other.advances else None)
    missing: set[str] = set()
    result = shape(plain("张𠮷☐"), False, missing)
    assert result.text == "张𠮷〓"
    assert [face.name for _, face in result.faces] == ["riskdesk", "other", "riskdesk"]
    assert missing == {"☐"}


def test_characters_without_a_shape_are_left_out_and_tabs_are_spaces() -> None:
    missing: set[str] = set()
    assert shape(plain("\ufeff甲\u200b乙\x07\t丙\ufe0f"), False, missing).text == "甲乙    丙"
    assert not missing


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.floats(10, 200))
def test_splitting_a_paragraph_loses_no_line(text: str, room: float) -> None:
    paragraph = Paragraph(shape(plain(text), False, set()), Style(10, 14), 60)
    parts = paragraph.split(room)
    if parts is None:
        assert room < 14 or room >= paragraph.height - 0.01
    else:
        assert parts[0].height <= room + 0.01
        assert [*parts[0].lines, *parts[1].lines] == paragraph.lines


def test_characters_beyond_the_basic_plane_can_be_copied() -> None:
    from pypdf import PdfReader
    from reportlab.pdfgen.canvas import Canvas

    from riskdesk.printing.pen import Pen

    beyond = next(c for c in fonts.family().regular.advances if ord(c) > 0xFFFF)
    out = BytesIO()
    canvas = Canvas(out, (200, 200), initialFontName="riskdesk", invariant=1)
    pen = Pen(canvas)
    pen.page(200, 200)
    Paragraph(shaped("前" + beyond + "后"), Style(10, 14), 150).draw(pen, 10, 10)
    pen.end_page()
    canvas.save()
    text = PdfReader(BytesIO(out.getvalue())).pages[0].extract_text()
    assert re.sub(r"\s", "", text) == "前" + beyond + "后"


def test_the_faces_have_every_sign_that_forms_draw() -> None:
    for face in fonts.family():
        assert set("▲◆●→·×①②③〓“”—…％°℃㎡").issubset(face.advances)
