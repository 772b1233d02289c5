"""The frame of every page: office and title above; number, form, department, time and page below."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from riskdesk.printing.blocks.pictures import draw_qr, fit, image_reader
from riskdesk.printing.setting import GREY, SMALL, TITLE, Setting
from riskdesk.printing.text import Paragraph, Rich, Span, is_empty, plain

if TYPE_CHECKING:
    from riskdesk.printing.form import Form
    from riskdesk.printing.pen import Pen

_SIZES = {"A3": (841.89, 1190.55), "A4": (595.28, 841.89), "A5": (419.53, 595.28)}
_TOP, _FOOT, _QR, _FOOT_SIZE, _LINE = 34.0, 70.1, 34.5, 8.0, 11.25
_DRILL = "演练 DRILL"
_WORDS = {
    "zh": {
        "form": "表号 {number}　第 {version} 版",
        "version": "第 {version} 版",
        "printed": "打印 {at}",
        "page": "第 {page} / {pages} 页",
    },
    "en": {
        "form": "Form {number}, version {version}",
        "version": "version {version}",
        "printed": "Printed {at}",
        "page": "Page {page} of {pages}",
    },
}


def paper_size(form: Form) -> tuple[float, float]:
    """Width and height in points."""
    name, _, turned = form.paper.partition(" ")
    width, height = _SIZES[name]
    return (height, width) if turned else (width, height)


def margins(form: Form) -> tuple[float, float]:
    """The space left, where paper is punched, and right, in points."""
    return (40.0, 28.0) if form.paper.startswith("A5") else (48.0, 34.5)


@dataclass
class _Head:
    """The lines above the text of a page: at the left, at the right, and the DRILL mark."""

    left: list[Paragraph]
    right: list[Paragraph]
    mark: Paragraph | None
    logo: Any
    bottom: float


class Frame:
    """The frame of the pages of one print of a form. Lengths in points."""

    def __init__(self, form: Form, setting: Setting, printed_at: str) -> None:
        # The head of a form that fills its page grows with it, but never shrinks.
        setting = replace(setting, scale=max(1.0, min(setting.scale, 1.4)))
        self._form, self._setting = form, setting
        self.size = paper_size(form)
        left, right = margins(form)
        self._left, self._right = left, self.size[0] - right
        self._words = _WORDS[setting.language]
        self._printed_at = printed_at
        office = setting.names.get("office")
        self._office: Mapping[str, Any] = office if isinstance(office, Mapping) else {}
        self.code = _line(setting.text(form.code))
        title = setting.text(form.heading)
        self.title: Rich = setting.text(form.title) if is_empty(title) else title
        self._first, self._later = self._first_head(), self._later_head()
        self._foot_top = self.size[1] - _FOOT

    @property
    def x(self) -> float:
        """Where the text of the page begins from the left."""
        return self._left

    def top(self, page: int) -> float:
        """Where the text of a page (from 1) begins from above."""
        return (self._first if page == 1 else self._later).bottom

    def room(self, page: int) -> float:
        """The height for the text of a page (from 1)."""
        return self._foot_top - 5.0 - self.top(page)

    def draw(self, pen: Pen, page: int, pages: int) -> None:
        """Head and foot of page `page` of `pages`."""
        self._draw_head(pen, self._first if page == 1 else self._later)
        self._draw_foot(pen, page, pages)

    def _first_head(self) -> _Head:
        setting, form = self._setting, self._form
        logo, mark = image_reader(self._office.get("logo")), self._mark(15.0)
        right = self._meta(setting, mark)
        aside = max([p.natural for p in right] + ([mark.natural + 30.0] if mark else []), default=0.0)
        width = self._right - self._left - aside - 18.0 - (44.0 if logo else 0.0)
        title_style = setting.style(TITLE, bold=True)
        title = setting.paragraph(self.title, title_style._replace(leading=title_style.size * 1.3), width)
        left = [setting.paragraph(self._place(form), setting.style(SMALL, colour="#333333"), width), title]
        bottom = _TOP + sum(p.height for p in left) + 4.5
        beside = _TOP + sum(p.height for p in right) + (34.0 if mark else 0.0)
        return _Head(left, right, mark, logo, max(bottom, beside + 2.0, _TOP + 34.0 if logo else 0.0))

    def _later_head(self) -> _Head:
        """One line, so that a page that lies alone can still be told."""
        setting, mark = self._setting, self._mark(10.5)
        style = setting.style(SMALL, colour="#333333")
        place = (*self._place(self._form), Span("　"), *(Span(span.text, True) for span in self.title))
        width = self._right - self._left - (mark.natural + 40.0 if mark else 0.0)
        left = setting.paragraph(place, style, width)
        return _Head([left], [], mark, None, _TOP + max(left.height, 20.0 if mark else 0.0) + 8.0)

    def _mark(self, size: float) -> Paragraph | None:
        if not self._form.drill:
            return None
        return self._setting.paragraph(plain(_DRILL, True), self._fixed(size, bold=True), 300.0)

    def _fixed(self, size: float, **more: Any) -> Any:
        """A style that does not grow with the form: the frame of a page is the same on all."""
        style = self._setting.style(size, **more)
        return style._replace(size=size, leading=size * 1.48)

    def _meta(self, setting: Setting, mark: Paragraph | None) -> list[Paragraph]:
        style = self._fixed(SMALL, align="right", colour="#333333")._replace(leading=_LINE)
        texts = [setting.text(words) for words in self._form.meta]
        width = (self._right - self._left) * 0.45
        return [setting.paragraph(text, style, width) for text in texts if not is_empty(text)]

    def _place(self, form: Form) -> Rich:
        names = [str(self._office.get(key) or "") for key in ("name", "site")]
        note = self._setting.text(form.note)
        place = plain(" · ".join(dict.fromkeys(filter(None, names))))
        gap = () if is_empty(place) else (Span("　"),)
        return place if is_empty(note) else (*place, *gap, *note)

    def _draw_head(self, pen: Pen, head: _Head) -> None:
        x, top = self._left, _TOP
        if head.logo:
            width, height = fit(head.logo, 36.0, 32.0)
            pen.image(head.logo, x, top + 2.0, width, height)
            x += width + 8.0
        for paragraph in head.left:
            paragraph.draw(pen, x, top)
            top += paragraph.height
        top = _TOP + 0.6
        if head.mark:
            size = head.mark.style.size
            width, height = head.mark.natural + 1.6 * size, 1.9 * size
            pen.box(self._right - width, top, width, height, weight=1.5)
            head.mark.draw(pen, self._right - width + 0.8 * size, top + (height - head.mark.height) / 2)
            top += height + 4.0
        for paragraph in head.right:
            paragraph.draw(pen, self._right - paragraph.width, top)
            top += paragraph.height

    def _draw_foot(self, pen: Pen, page: int, pages: int) -> None:
        top, words = self._foot_top, self._words
        pen.line(self._left, top, self._right, top, 0.75, "#999999")
        x = self._left
        if self.code:
            draw_qr(pen, self.code, x, top + 6.0, _QR)
            x += _QR + 10.5
        form = words["form"].format(number=self._form.number, version=self._form.version)
        printed = words["printed"].format(at=self._printed_at)
        department = str(self._office.get("department") or self._office.get("name") or "")
        left = [text for text in (self._numbered(), form) if text]
        right = [f"{department}　{printed}" if department else printed, words["page"].format(page=page, pages=pages)]
        self._foot_lines(pen, left, x, "left")
        self._foot_lines(pen, right, self._left, "right")

    def _numbered(self) -> str:
        version = _line(self._setting.text(self._form.code_version))
        if self.code and version:
            return f"{self.code}　{self._words['version'].format(version=version)}"
        return self.code

    def _foot_lines(self, pen: Pen, lines: list[str], x: float, align: Any) -> None:
        style = self._fixed(_FOOT_SIZE, align=align, colour=GREY)._replace(leading=_LINE)
        top = self._foot_top + 12.0
        for line in lines:
            paragraph = self._setting.paragraph(plain(line), style, self._right - x)
            paragraph.draw(pen, x, top)
            top += paragraph.height


def _line(rich: Rich) -> str:
    return " ".join("".join(span.text for span in rich).split())
