"""From a form and its data to a PDF."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any
from zoneinfo import ZoneInfo

from riskdesk.domain.errors import Cancelled
from riskdesk.printing import fonts
from riskdesk.printing.blocks import lay_all, shown
from riskdesk.printing.flow import Placed, paginate
from riskdesk.printing.form import Form
from riskdesk.printing.page import Frame, margins, paper_size
from riskdesk.printing.problems import FormError
from riskdesk.printing.setting import Setting
from riskdesk.printing.template import Evaluator, TemplateFailed, evaluator

Progress = Callable[[int, int], None]
Asked = Callable[[], bool]

_SMALLEST, _LARGEST, _TRIALS = 0.62, 1.7, 7
_TELL_EVERY = 50


@dataclass(frozen=True)
class Printed:
    """A finished print: the file, its number of pages, and the characters no font had, drawn as 〓."""

    pdf: bytes
    pages: int
    missing: str


def render(
    form: Form, data: Mapping[str, Any], *, office: Mapping[str, Any], printed_at: dt.datetime,
    language: str = "zh", progress: Progress | None = None, cancelled: Asked | None = None,
) -> Printed:  # fmt: skip
    """Print `data` on `form`. The same arguments give the same bytes.

    Args:
        data: the names that the form's kind of record has (`printing.records`).
        office: name, department, site; also zone (an IANA name) and logo (bytes of a picture), which may be missing.
        printed_at: the time in the foot. Times are shown in the office's zone, or else in the zone of this time.
        language: "zh" or "en".
        progress: called with (done, total) now and then.
        cancelled: asked now and then; if it says True, Cancelled is raised.

    Raises:
        FormError: if an expression of the form fails on these data; the problem names its line.
        Cancelled: if `cancelled` said so.
    """
    return render_many(
        [(form, data)], office=office, printed_at=printed_at, language=language, progress=progress, cancelled=cancelled
    )


def render_many(
    prints: Sequence[tuple[Form, Mapping[str, Any]]], *, office: Mapping[str, Any], printed_at: dt.datetime,
    language: str = "zh", progress: Progress | None = None, cancelled: Asked | None = None,
) -> Printed:  # fmt: skip
    """Several prints one after another in one file, each with page numbers of its own. Otherwise like `render`."""
    zone = ZoneInfo(office["zone"]) if office.get("zone") else printed_at.tzinfo
    words = evaluator(language, zone)
    at = words.text("{{ printed_at|datetime }}", {"printed_at": printed_at})[0].text
    missing: set[str] = set()
    settings = [_setting(form, data, office, printed_at, words, missing) for form, data in prints]
    meter = _Meter(progress, cancelled)
    for (form, _), setting in zip(prints, settings, strict=True):
        with _naming_the_line(form):
            meter.total += 2 * _units(form, setting)
    sheets = []
    for (form, _), setting in zip(prints, settings, strict=True):
        with _naming_the_line(form):
            sheets.append(_lay(form, setting, at, meter))
    pdf = _draw(sheets, office, printed_at, language, meter)
    return Printed(pdf, sum(len(sheet.pages) for sheet in sheets), "".join(sorted(missing)))


@dataclass
class _Sheet:
    """A print laid out on pages."""

    frame: Frame
    pages: list[list[Placed]]


class _Meter:
    """Counts rows laid out and then drawn, tells the caller, and stops when asked to."""

    def __init__(self, progress: Progress | None, cancelled: Asked | None) -> None:
        self._progress, self._cancelled = progress, cancelled
        self.done = self.total = self._told = 0

    def tick(self, rows: int) -> None:
        self.done += rows
        if self.done - self._told >= _TELL_EVERY:
            self.tell()

    def tell(self) -> None:
        self._told = self.done
        if self._cancelled and self._cancelled():
            raise Cancelled
        if self._progress:
            self._progress(min(self.done, self.total), self.total)


def _setting(
    form: Form, data: Mapping[str, Any], office: Mapping[str, Any], printed_at: dt.datetime, words: Evaluator,
    missing: set[str],
) -> Setting:  # fmt: skip
    itself = {"number": form.number, "version": form.version, "key": form.key, "title": form.title.of(words.language)}
    names = {**data, "office": office, "form": itself, "printed_at": printed_at}
    width = paper_size(form)[0] - sum(margins(form))
    return Setting(words, names, width, missing=missing, numbered=form.numbered)


def _units(form: Form, setting: Setting) -> int:
    return sum(block.units(setting) for block in form.block if shown(block, setting))


@contextmanager
def _naming_the_line(form: Form) -> Iterator[None]:
    """Turn a failing expression into a FormError that says where in the form it stands."""
    try:
        yield
    except TemplateFailed as failed:
        raise FormError(form.problem_at(failed.source, "{reason}", reason=failed.reason)) from failed


def _lay(form: Form, setting: Setting, at: str, meter: _Meter) -> _Sheet:
    if form.fit:
        setting = replace(setting, scale=_best_scale(form, setting, at))
    return _paginate(form, replace(setting, tick=meter.tick, sections=[]), at)


def _paginate(form: Form, setting: Setting, at: str) -> _Sheet:
    frame = Frame(form, setting, at)
    pages = paginate(lay_all(form.block, setting), frame.room(1), frame.room(2))
    return _Sheet(frame, pages)


def _best_scale(form: Form, setting: Setting, at: str) -> float:
    """The largest type with which all stands on one page; the ordinary one if even the smallest needs more."""

    def fits(scale: float) -> bool:
        return len(_paginate(form, replace(setting, scale=scale, sections=[], missing=set()), at).pages) == 1

    low, high = _SMALLEST, _LARGEST
    if not fits(low):
        return 1.0
    for _ in range(_TRIALS):
        middle = (low + high) / 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return low


def _draw(
    sheets: Iterable[_Sheet], office: Mapping[str, Any], printed_at: dt.datetime, language: str, meter: _Meter
) -> bytes:
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    from riskdesk.printing.pen import Pen

    rl_config.useA85 = 0  # pages as bytes and not as text: a fifth smaller, and faster
    out, sheets = BytesIO(), list(sheets)
    lang = {"zh": "zh-CN", "en": "en"}[language]
    canvas = Canvas(out, sheets[0].frame.size, pageCompression=1, invariant=1, initialFontName="riskdesk", lang=lang)
    title = "".join(span.text for span in sheets[0].frame.title)
    canvas.setTitle(f"{title} {sheets[0].frame.code}".strip())
    canvas.setAuthor(str(office.get("name") or ""))
    canvas.setCreator("riskdesk")
    canvas.setDateFormatter(lambda *_: f"D:{printed_at:%Y%m%d%H%M%S}")
    pen = Pen(canvas)
    drawn, pages = 0, sum(len(sheet.pages) for sheet in sheets)
    for sheet in sheets:
        for number, boxes in enumerate(sheet.pages, 1):
            pen.page(*sheet.frame.size)
            sheet.frame.draw(pen, number, len(sheet.pages))
            for box, top in boxes:
                box.draw(pen, sheet.frame.x, sheet.frame.top(number) + top)
            pen.end_page()
            drawn += 1
            meter.done = meter.total // 2 + meter.total // 2 * drawn // pages
            meter.tell()
    with fonts.lock:
        canvas.save()
    return out.getvalue()
