"""The tour: every page as a picture and every form as a PDF, from the sample office, without a display."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from riskdesk.desk import Desk
from riskdesk.desk.prints import Prints
from riskdesk.domain.directory import Person, Role
from riskdesk.domain.kinds import KINDS

SIZE = (1280, 800)
SETTLE_SECONDS = 1.5
LIST = """\
锦绣花园安全风险清单,,,,,,,,
序号,风险名称,风险类别,风险部位,责任部门,责任人,L,S,下次评审
1,电梯困人处置超时,设备,3号楼电梯,工程部,陈立,4,4,2026.12.1
2,地下车库暴雨进水,自然灾害,地下一层,工程部,陈立,５,4,2026.12.5
3,外墙饰面脱落,设备,南立面,工程部,陈立,2,5,24:00
4,装修垃圾占通道,消防,1栋,客服部,周颖,9,4,2026年12月8日
5,电动自行车楼道充电,消防,各栋楼道,工程部,宋涛,3,5,2026-12-15
6,,消防,2栋,工程部,宋涛,2,3,2026-12-15
注：本表每季度更新一次。,,,,,,,,
"""
"""A list as it really comes, with a day that is none, a score off the scale and a row without a title."""


def make_tour(out: Path) -> Iterator[Path]:
    """Write the pictures and PDFs into `out` and yield each file as it is made; the last one lists them all."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk.open(Path(folder) / "sample.riskdesk", site="JX")
        made = []
        try:
            desk.starter.load_sample()
            desk.person = _officer(desk)
            desk.backups.make()
            for file in (*make_forms(desk.prints, out), *_pages(desk, out, Path(folder))):
                made.append(file)
                yield file
        finally:
            desk.close()
        index = out / "list.txt"
        index.write_text("".join(f"{file.name}\n" for file in made), encoding="utf-8")
        yield index


def _officer(desk: Desk) -> str:
    people = desk.store.select(Person)
    return next((person.id for person in people if person.role is Role.OFFICER), "")


def make_forms(prints: Prints, out: Path) -> Iterator[Path]:
    """Print every form that has something to print, into `out`."""
    for form in prints.forms.values():
        if prints.is_list(form.key):
            printed = prints.list(form.key)
        else:
            records = prints.store.select(KINDS[prints.kind_of(form.key)])
            if not records:
                continue
            # The one with most to print shows the form best.
            fullest = max(records, key=lambda record: len(record.model_dump_json()))
            printed = prints.record(form.key, fullest.id)
        file = out / f"form-{form.key}.pdf"
        file.write_bytes(printed.pdf)
        yield file


def _pages(desk: Desk, out: Path, folder: Path) -> Iterator[Path]:
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from riskdesk.app import make_application
    from riskdesk.gui.pages.all import PAGES
    from riskdesk.gui.session import Session
    from riskdesk.gui.settings import SettingsFile
    from riskdesk.gui.theme.theme import theme
    from riskdesk.gui.window import MainWindow
    from riskdesk.i18n import language

    settings = SettingsFile(folder / "settings.json")
    settings.values.language = "en" if language() == "en" else "zh"
    settings.values.theme = "light"
    app = make_application(settings)
    session = Session(desk, settings)
    window = MainWindow(session)
    window.resize(*SIZE)
    window.show()

    def picture(name: str) -> Path:
        end = time.monotonic() + SETTLE_SECONDS
        while time.monotonic() < end:
            app.processEvents()
            time.sleep(0.01)
        file = out / f"page-{name}.png"
        window.grab().save(str(file))
        return file

    try:
        brought = folder / "风险清单.csv"
        brought.write_text(LIST, encoding="gbk")
        for cls in PAGES:
            window.go_to(cls.KEY)
            if cls.KEY == "import":
                window.open_import("risk", str(brought))
            yield picture(cls.KEY)
        window.go_to("review")
        window.page("review").commands["review.compare"].trigger()
        yield picture("review-compare")
        running = desk.incidents.running()
        if running:
            window.open_record("incident", running[0].id)
            yield picture("console")
        theme().choose("dark")
        window.go_to("risk")
        yield picture("risk-dark")
    finally:
        theme().choose("light")
        window.hide()
        window.deleteLater()
        app.processEvents()
        session.close()
