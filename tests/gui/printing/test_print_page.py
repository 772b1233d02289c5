"""The print centre as a person uses it."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from riskdesk.domain.case import Case
from riskdesk.domain.directory import Person, Role, Site
from riskdesk.domain.drill import Drill
from riskdesk.domain.playbook import Inject
from riskdesk.domain.risk import Risk
from riskdesk.gui.pages.drills import DrillPage
from riskdesk.gui.pages.printing import PrintPage
from riskdesk.gui.pages.printing.paper import PrintJob, wanted_pages
from riskdesk.gui.window import MainWindow
from riskdesk.store import Query
from riskdesk.store.query import Condition
from tests.gui.keys import commit


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> PrintPage:
    window.go_to("print")
    page = window.current
    assert isinstance(page, PrintPage)
    shown(page, qtbot)
    return page


def shown(page: PrintPage, qtbot: QtBot) -> None:
    """Wait for the preview of what is asked for."""

    def is_shown() -> bool:
        return page.document is not None and page._task is None and not page._wait.isActive()

    qtbot.waitUntil(is_shown, timeout=15000)


def text(page: PrintPage) -> str:
    assert page.document is not None
    return pdf_text(BytesIO(page.document.printed.pdf))


def pdf_text(pdf: BytesIO | Path) -> str:
    return "\n".join(sheet.extract_text() for sheet in PdfReader(pdf).pages)


def drills(page: PrintPage, count: int = 3) -> list[Drill]:
    desk = page.desk
    playbook = next(p for p in desk.playbooks.all() if "电梯" in p.title)
    inject = Inject(id="panic", at_s=300, what="被困人员拍门", giver="观察员")
    given = {"playbook_id": playbook.id, "planned_on": desk.today, "injects": (inject,)}
    return [desk.drills.add(Drill.of(title=f"电梯困人 {n}", **given)).value for n in range(count)]


def test_it_begins_with_the_risk_list(page: PrintPage) -> None:
    first = page.desk.store.records(Risk)[0]
    assert first.number in text(page)
    assert page.viewer.document.pageCount() == page.document.printed.pages  # type: ignore[union-attr]
    assert page.choices.records.isHidden() or not page.choices.records.isVisible()


def test_the_window_asks_for_the_list_as_shown(page: PrintPage, window: MainWindow, qtbot: QtBot) -> None:
    red = Query(where=(Condition("level", "in", ("red",)),))
    window.open_print("risk_list", "", red, "红色风险")
    shown(page, qtbot)
    risks = page.desk.store.records(Risk)
    printed = text(page)
    assert "红色风险" in printed
    assert all((risk.number in printed) == (risk.level == "red") for risk in risks)
    page.options.part.removed.emit()
    page._make()
    shown(page, qtbot)
    assert all(risk.number in text(page) for risk in risks)


def test_a_form_of_a_record_takes_the_first_and_then_the_chosen_one(page: PrintPage, qtbot: QtBot) -> None:
    page.choices.forms.choose([])
    page._form_chosen(["risk_card"])
    shown(page, qtbot)
    records = page.choices.records
    assert records.isVisible()
    chosen = page.desk.store.get(Risk, page.wanted.ids[0])
    assert chosen.title in text(page).replace("\n", "")
    commit(records.search, "电梯")
    option = records.list.options.options[0]
    qtbot.mouseClick(
        records.list.viewport(), Qt.MouseButton.LeftButton,
        pos=records.list.visualRect(records.list.options.index(0, 0)).center(),
    )  # fmt: skip
    shown(page, qtbot)
    assert page.wanted.ids == (option.key,)
    assert option.text in text(page).replace("\n", "")


def test_a_participant_gets_no_injects(page: PrintPage, window: MainWindow, qtbot: QtBot) -> None:
    drill = drills(page, 1)[0]
    window.open_print("drill_checklist", drill.id, Query(), "")
    shown(page, qtbot)
    assert "被困人员拍门" in text(page)
    box = page.options.box
    role = drill.plan.steps[0].role
    box.setCurrentIndex(box.findData(role))
    box.activated.emit(box.currentIndex())
    page._make()
    shown(page, qtbot)
    assert page.wanted.role == role
    assert "被困人员拍门" not in text(page)
    assert "DRILL" in text(page)


def test_all_checklists_of_the_quarter_in_one_file(page: PrintPage, qtbot: QtBot) -> None:
    made = drills(page, 3)
    old = page.desk.drills.get(made[0].id)
    page.desk.drills.save(old.changed(planned_on=page.desk.today - dt.timedelta(days=200)), old)
    page._form_chosen(["drill_checklist"])
    shown(page, qtbot)
    records = page.choices.records
    qtbot.mouseClick(records.quarter, Qt.MouseButton.LeftButton)
    assert records.all.text() == "All 2"
    qtbot.mouseClick(records.all, Qt.MouseButton.LeftButton)
    shown(page, qtbot)
    assert set(page.wanted.ids) == {made[1].id, made[2].id}
    printed = text(page)
    assert made[1].number in printed
    assert made[2].number in printed
    assert made[0].number not in printed


def test_every_drill_selected_in_the_list_is_printed(page: PrintPage, window: MainWindow, qtbot: QtBot) -> None:
    made = drills(page, 4)
    window.go_to("drill")
    drill_page = window.current
    assert isinstance(drill_page, DrillPage)
    drill_page._choose_sight("list")
    table = drill_page.table
    qtbot.waitUntil(lambda: table.model().rowCount() == 4)
    for row, keys in ((0, Qt.KeyboardModifier.NoModifier), (2, Qt.KeyboardModifier.ShiftModifier)):
        place = table.visualRect(table.model().index(row, 0)).center()
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, keys, place)
    chosen = tuple(drill_page.model.id_at(row) for row in (0, 1, 2))
    qtbot.keyClick(table, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert window.current is page
    assert page.wanted.ids == chosen
    assert set(page.choices.records.list.chosen_keys()) == set(chosen)
    qtbot.waitUntil(lambda: page._wait.isActive() is False)
    shown(page, qtbot)
    printed = text(page)
    assert all((drill.number in printed) == (drill.id in chosen) for drill in made)


def test_the_chosen_form_is_in_sight(page: PrintPage, window: MainWindow, qtbot: QtBot) -> None:
    window.open_print("incident_report", "", Query(), "")
    forms = page.choices.forms
    qtbot.waitUntil(lambda: page.choices.records.isVisible())
    assert forms.chosen_keys() == ["incident_report"]
    qtbot.waitUntil(lambda: forms.viewport().rect().contains(forms.visualRect(forms.currentIndex())))


def test_the_card_has_the_phones_of_the_chosen_site(page: PrintPage, qtbot: QtBot) -> None:
    site = page.desk.directory.add(Site(code="YT", name="云庭")).value
    page._form_chosen(["action_card"])
    shown(page, qtbot)
    box = page.options.box
    box.setCurrentIndex(box.findData(site.id))
    box.activated.emit(box.currentIndex())
    page._make()
    shown(page, qtbot)
    assert page.wanted.site_id == site.id
    assert "云庭" in text(page)


def test_saving_remembers_the_folder(page: PrintPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "打印 件"
    folder.mkdir()
    asked: list[str] = []

    def ask(parent: object, title: str, start: str, kinds: str) -> tuple[str, str]:
        asked.append(start)
        return str(folder / "清单"), kinds

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    page.commands["print.pdf"].trigger()
    assert (folder / "清单.pdf").read_bytes() == page.document.printed.pdf  # type: ignore[union-attr]
    page.commands["print.pdf"].trigger()
    assert Path(asked[1]).parent == folder
    assert Path(asked[1]).name == "Risk list.pdf"


def test_the_name_of_a_file_is_one_that_every_file_system_takes(
    page: PrintPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def ask(parent: object, title: str, start: str, kinds: str) -> tuple[str, str]:
        asked.append(start)
        return "", kinds

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    risk = page.desk.risks.add(Risk(title="地下车库/充电桩：" + "火" * 150, family="operational")).value
    page.preview("risk_card", (risk.id,), Query(), "")
    qtbot.waitUntil(lambda: page.document is not None and page.commands["print.pdf"].isEnabled(), timeout=10_000)
    page.commands["print.pdf"].trigger()
    name = Path(asked[0]).name
    assert len(name.encode()) < 255
    assert "地下车库 充电桩" in name
    assert name.endswith(".pdf")


def test_a_folder_that_is_gone_is_told(page: PrintPage, tmp_path: Path) -> None:
    assert page.document is not None
    page.write_pdf(page.document, tmp_path / "nowhere" / "a.pdf")
    assert "could not be saved" in page.banners.failure.words.text()


def test_without_a_printer_it_offers_the_other_ways(page: PrintPage, monkeypatch: pytest.MonkeyPatch) -> None:
    from PySide6.QtPrintSupport import QPrinterInfo

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(lambda: []))
    page.commands["print.print"].trigger()
    assert "No printer is set up" in page.banners.failure.words.text()
    assert page.banners.failure.link.text() == "Open in the system viewer"


def to_file(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_printing_goes_page_by_page_on_the_paper_of_the_form(page: PrintPage, tmp_path: Path, qtbot: QtBot) -> None:
    out = tmp_path / "printed.pdf"
    job = PrintJob(page.document.printed.pdf, to_file(out), page)
    with qtbot.waitSignal(job.finished, timeout=20000) as done:
        job.start()
    assert done.args == [True]
    sheets = PdfReader(out).pages
    assert len(sheets) == page.viewer.document.pageCount()
    assert float(sheets[0].mediabox.width) > float(sheets[0].mediabox.height)


def test_printing_can_be_stopped(page: PrintPage, tmp_path: Path, qtbot: QtBot) -> None:
    job = PrintJob(page.document.printed.pdf, to_file(tmp_path / "stopped.pdf"), page)
    job.cancel()
    with qtbot.waitSignal(job.finished) as done:
        job.start()
    assert done.args == [False]


def test_a_range_of_pages(qtbot: QtBot, tmp_path: Path) -> None:
    printer = to_file(tmp_path / "x.pdf")
    assert wanted_pages(printer, 4) == [0, 1, 2, 3]
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert wanted_pages(printer, 4) == [1, 2]


def test_zoom_stays_between_half_and_three_times(page: PrintPage) -> None:
    for _ in range(12):
        page.viewer.larger()
    assert page.viewer.percent.text() == "300%"
    for _ in range(20):
        page.viewer.smaller()
    assert page.viewer.percent.text() == "50%"


def test_a_broken_form_of_the_office_is_named_with_its_line(page: PrintPage, qtbot: QtBot) -> None:
    own = page.desk.prints.adapt("risk_list")
    lines = own.read_text(encoding="utf-8").splitlines()
    place = next(n for n, line in enumerate(lines) if line.startswith("paper"))
    lines[place] = 'paper = "A9"'
    own.write_text("\n".join(lines), encoding="utf-8")
    page.commands["print.again"].trigger()
    told = page.banners.problems.words.text()
    assert f"risk_list.toml, line {place + 1}, paper" in told
    shown(page, qtbot)
    assert page.desk.store.records(Risk)[0].number in text(page)


def test_an_own_form_takes_the_place_of_the_shipped_one(page: PrintPage, qtbot: QtBot) -> None:
    own = page.desk.prints.adapt("risk_list")
    own.write_text(own.read_text(encoding="utf-8").replace('en = "Risk"', 'en = "Peril"'), encoding="utf-8")
    page.commands["print.again"].trigger()
    page._make()
    shown(page, qtbot)
    assert "Peril" in text(page)


def test_a_character_without_a_glyph_is_listed(page: PrintPage, qtbot: QtBot) -> None:
    risk = page.desk.store.records(Risk)[0]
    page.desk.risks.save(risk.changed(title="火灾 \U0001f525"), risk)
    page._make()
    shown(page, qtbot)
    assert "\U0001f525" in page.banners.missing.words.text()


def a_case(page: PrintPage) -> Case:
    made = Case.of(title="3栋502室漏水", family="operational", summary="业主电话 13800138000")
    return page.desk.cases.add(made).value


def test_personal_data_leave_masked_and_nobody_without_the_right_may_choose(
    page: PrintPage, window: MainWindow, qtbot: QtBot
) -> None:
    window.open_print("case_sheet", a_case(page).id, Query(), "")
    shown(page, qtbot)
    assert "138****8000" in text(page)
    assert "502" not in page.file_name()
    assert page.options.as_written.isVisible()
    assert not page.options.as_written.isEnabled()
    assert "safety officer" in page.options.as_written.toolTip()


def test_an_officer_says_why_before_personal_data_leave(
    page: PrintPage, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = a_case(page)
    page.desk.person = page.desk.directory.add(Person(name="沈敏", role=Role.OFFICER)).value.id
    window.open_print("case_sheet", made.id, Query(), "")
    shown(page, qtbot)
    options = page.options
    qtbot.mouseClick(options.as_written, Qt.MouseButton.LeftButton, pos=QPoint(8, options.as_written.height() // 2))
    shown(page, qtbot)
    assert "13800138000" in text(page)
    target = tmp_path / "sheet.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page.save_pdf()
    assert not target.exists()
    assert "Say why" in page.banners.failure.words.text()
    commit(options.reason, "法院调取")
    page.save_pdf()
    assert target.exists()
    assert "法院调取" in page.desk.privacy.entries()[0].text
    window.open_print("case_sheet", made.id, Query(), "")
    shown(page, qtbot)
    assert not options.as_written.isChecked()
    assert "13800138000" not in text(page)
    page._form_chosen(["action_card"])
    assert not options.as_written.isVisible()


def cards(page: PrintPage, qtbot: QtBot) -> tuple[Risk, Risk]:
    """Two risks, the card of the first in sight."""
    first, second = page.desk.store.records(Risk)[:2]
    page.preview("risk_card", (first.id,), Query(), "")
    shown(page, qtbot)
    assert first.number in text(page)
    return first, second


def raise_while_printing(page: PrintPage, key: str) -> Path:
    """An own form that can be read, and not be printed."""
    own = page.desk.prints.adapt(key)
    head = own.read_text(encoding="utf-8").partition("[[block]]")[0]
    own.write_text(f'{head}[[block]]\ntype = "text"\ntext = "{{{{ risk.next_review + 1 }}}}"\n', encoding="utf-8")
    return own


def outlets(page: PrintPage) -> set[bool]:
    return {page.commands[key].isEnabled() for key in ("print.pdf", "print.viewer", "print.print")}


def test_nothing_goes_out_until_the_pages_of_the_chosen_record_have_come(
    page: PrintPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = cards(page, qtbot)
    target = tmp_path / "card.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page._records_chosen((second.id,))
    assert second.number in page.file_name()
    assert outlets(page) == {False}
    assert page.commands["print.pdf"].toolTip() == "Preparing the pages"
    page.commands["print.pdf"].trigger()
    page.save_pdf()
    page.open_in_viewer()
    assert not target.exists()
    shown(page, qtbot)
    assert outlets(page) == {True}
    assert page.commands["print.pdf"].toolTip() == "Save as PDF"
    page.commands["print.pdf"].trigger()
    assert second.number in pdf_text(target)
    assert first.number not in pdf_text(target)


def test_pages_of_what_was_wanted_before_come_to_nothing(page: PrintPage, qtbot: QtBot) -> None:
    _, second = cards(page, qtbot)
    page._make()
    page._records_chosen((second.id,))
    qtbot.wait(50)
    assert page.document is None
    shown(page, qtbot)
    assert second.number in text(page)


def test_a_form_that_cannot_be_printed_leaves_nothing_to_let_out(page: PrintPage, qtbot: QtBot) -> None:
    raise_while_printing(page, "risk_card")
    page._form_chosen(["risk_card"])
    qtbot.waitUntil(lambda: "risk_card.toml" in page.banners.failure.words.text(), timeout=15000)
    assert outlets(page) == {False}
    assert "risk_card.toml" in page.commands["print.pdf"].toolTip()
    assert page.viewer.document.pageCount() == 0
    page._form_chosen(["risk_list"])
    shown(page, qtbot)
    assert outlets(page) == {True}
    assert page.banners.failure.words.text() == ""


def test_a_form_without_a_record_leaves_nothing_to_let_out(page: PrintPage, qtbot: QtBot) -> None:
    page._form_chosen(["drill_checklist"])
    qtbot.waitUntil(lambda: "no record" in page.banners.failure.words.text())
    assert outlets(page) == {False}
    assert "no record" in page.commands["print.print"].toolTip()


def test_an_own_form_that_is_gone_gives_way_to_the_risk_list(page: PrintPage, qtbot: QtBot) -> None:
    own = page.desk.prints.adapt("risk_card")
    mine = own.rename(own.with_name("my_card.toml"))
    mine.write_text(mine.read_text(encoding="utf-8").replace("risk_card", "my_card"), encoding="utf-8")
    page.preview("my_card", (), Query(), "")
    shown(page, qtbot)
    mine.unlink()
    page.commands["print.again"].trigger()
    shown(page, qtbot)
    assert page.wanted.form == "risk_list"


def test_what_was_in_sight_is_saved_whatever_comes_while_the_place_is_chosen(
    page: PrintPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, _ = cards(page, qtbot)
    target = tmp_path / "card.pdf"

    def ask(*_: object) -> tuple[str, str]:
        # Another program writes to the file.
        page.refresh({"risk": frozenset()})
        return str(target), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    page.save_pdf()
    assert first.number in pdf_text(target)


def test_printing_goes_on_with_what_was_sent_whatever_is_chosen_meanwhile(
    page: PrintPage, qtbot: QtBot, tmp_path: Path
) -> None:
    out = tmp_path / "printed.pdf"
    document = page.document
    assert document is not None
    assert document.printed.pages > 1
    page.print_to(document, to_file(out))
    # What the preview does when the pages of another choice come.
    page.viewer.show_pdf(page.desk.prints.record("risk_card", page.desk.store.records(Risk)[0].id).pdf)
    qtbot.waitUntil(lambda: page._job is None, timeout=20000)
    sheets = PdfReader(out).pages
    assert len(sheets) == document.printed.pages
    assert all(sheet.mediabox.width > sheet.mediabox.height for sheet in sheets)


def test_no_other_record_goes_out_as_written_without_a_note(
    page: PrintPage, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = a_case(page), a_case(page)
    page.desk.person = page.desk.directory.add(Person(name="沈敏", role=Role.OFFICER)).value.id
    window.open_print("case_sheet", first.id, Query(), "")
    shown(page, qtbot)
    page.options.as_written.setChecked(True)
    shown(page, qtbot)
    assert "13800138000" in text(page)
    target = tmp_path / "sheet.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page._records_chosen((second.id,))
    page.save_pdf()
    assert not target.exists()
    shown(page, qtbot)
    page.save_pdf()
    assert "13800138000" not in pdf_text(target)
    assert page.desk.privacy.entries() == []


def test_a_riskdesk_file_is_no_place_for_a_pdf(page: PrintPage, tmp_path: Path) -> None:
    path = tmp_path / "list.pdf"
    path.symlink_to(page.desk.store.path)
    assert page.document is not None
    page.write_pdf(page.document, path)
    assert "list.pdf is a riskdesk file" in page.banners.failure.words.text()
    assert page.desk.store.path.read_bytes().startswith(b"SQLite")


@pytest.mark.parametrize("command", ["print.adapt", "print.forms"])
def test_a_folder_of_own_forms_that_cannot_be_made_is_told(page: PrintPage, command: str) -> None:
    page.desk.prints.own_folder.write_text("a file", encoding="utf-8")
    page.commands[command].trigger()
    told = page.banners.failure.words.text()
    assert told.startswith(f"Own forms cannot be kept in {page.desk.prints.own_folder}: ")
