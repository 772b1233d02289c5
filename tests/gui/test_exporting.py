"""Lists are taken out as they are shown, safe to open, and change nothing when they come in again."""

from __future__ import annotations

import csv
import datetime as dt
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from riskdesk.domain.action import Action, ActionState
from riskdesk.domain.complaint import Complaint
from riskdesk.domain.directory import Department, Person, Site
from riskdesk.domain.level import Matrix
from riskdesk.domain.risk import Risk, RiskStatus
from riskdesk.gui.pages import exporting
from riskdesk.gui.pages.exporting import QDesktopServices
from riskdesk.gui.pages.filters import Sight
from riskdesk.gui.pages.imports import ImportPage
from riskdesk.gui.window import MainWindow
from riskdesk.i18n import set_language
from riskdesk.store import ALL
from tests.gui.lists import list_page, sheet

HOSTILE = ["=1+1", "+86 13800000000", "-5", "@SUM(A1)", '引号"和,逗号', "00123", "https://example.org/"]
MASKED = {"+86 13800000000": "+86 138****0000"}


@pytest.fixture
def window(window: MainWindow) -> MainWindow:
    """Records of every kind, some with texts that a spreadsheet would take for formulas."""
    desk = window.session.desk
    for kind in ("risk", "action", "complaint"):
        for row in desk.rows(kind, desk.ns(kind, ALL)):
            {"risk": desk.risks.delete, "action": desk.actions.delete}[kind](row["id"])
    site = desk.directory.add(Site(code="YT", name="云庭", buildings=("1栋",))).value
    owner = desk.directory.add(Person(name="陈立", phone="13800138000", post="主管")).value
    department = desk.directory.add(Department(name="客户服务部")).value
    family = desk.policy.families[0].key
    today = desk.today
    for n, text in enumerate(HOSTILE):
        score = Matrix(likelihood=n % 5 + 1, severity=4)
        desk.risks.add(Risk(
            title=text, family=family, place=f"{n}栋", owner_id=owner.id, department_id=department.id, site_id=site.id,
            current=desk.policy.assess(score, today), status=RiskStatus.MONITORED if n % 2 else RiskStatus.OPEN,
            next_review=today + dt.timedelta(days=n - 2),
        ))  # fmt: skip
        desk.actions.add(Action(title=text, due=today + dt.timedelta(days=n - 3), owner_id=owner.id, site_id=site.id,
                                place="1栋", state=ActionState.DOING))  # fmt: skip
        desk.complaints.add(Complaint(title=text, received_on=today - dt.timedelta(days=n), complaint_type="噪音",
                                      site_id=site.id, place="1栋", external=f"T{n}"))  # fmt: skip
    return window


Saver = Callable[[str], Path]


@pytest.fixture
def save(window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Saver:
    """Takes the list in sight out by its command, to a file of that name."""

    def to(name: str) -> Path:
        path = tmp_path / name
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args: (str(path), args[3]))
        before = len(window.overlays.notices.texts())
        page = window.current
        assert page is not None
        page.commands["list.export"].trigger()
        qtbot.waitUntil(lambda: path.exists() or len(window.overlays.notices.texts()) > before)
        qtbot.waitUntil(lambda: any(path.name in text for text in window.overlays.notices.texts()))
        return path

    return to


def test_columns_order_and_filter_are_those_on_screen(window: MainWindow, save: Saver) -> None:
    page = list_page(window, "risk")
    page.table.head.column_toggled.emit(page.table.head.section_of("status"), False)
    page.table.head.column_toggled.emit(page.table.head.section_of("place"), True)
    page.table.head.moveSection(page.table.head.visualIndex(page.table.head.section_of("place")), 0)
    page.bar.set_sight(Sight(filters=(("status", ("monitored",)),)))
    page.table.head.sort_changed.emit([("title", False)])
    rows = sheet(save("risks.xlsx"))
    titles = [page.model.headerData(n, Qt.Orientation.Horizontal) for n in page.table.shown_columns()]
    assert rows[0] == ["Measures done" if title == "Measures" else title for title in titles]
    assert rows[0][0] == "Place"
    assert "Status" not in rows[0]
    at = rows[0].index("Risk")
    column = next(n for n, column in enumerate(page.model.columns) if column.key == "title")
    on_screen = [page.model.index(n, column).data() for n in range(page.model.rowCount())]
    assert [row[at] for row in rows[1:]] == [MASKED.get(text, text) for text in on_screen]
    assert len(rows) == 1 + 3


def test_days_are_days_and_no_text_is_a_formula(window: MainWindow, save: Saver, tmp_path: Path) -> None:
    list_page(window, "risk")
    path = save("risks.xlsx")
    rows = sheet(path)
    at, day = rows[0].index("Risk"), rows[0].index("Next review")
    assert {row[at] for row in rows[1:]} == {MASKED.get(text, text) for text in HOSTILE}
    assert all(isinstance(row[day], dt.date) for row in rows[1:])
    with zipfile.ZipFile(path) as archive:
        content = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in content
    assert "hyperlink" not in content


def test_csv_has_its_mark_and_guards_what_begins_like_a_formula(window: MainWindow, save: Saver) -> None:
    list_page(window, "action")
    path = save("整改.csv")
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(data.decode("utf-8-sig").splitlines()))
    at = rows[0].index("Measure")
    cells = {row[at] for row in rows[1:]}
    assert {"\t=1+1", "\t@SUM(A1)", "-5"} <= cells


def test_the_notice_opens_the_folder_and_the_folder_is_remembered(
    window: MainWindow, save: Saver, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url.toLocalFile()))
    list_page(window, "complaint")
    path = save("complaints.xlsx")
    assert "7 rows were saved as complaints.xlsx. Personal data are masked." in window.overlays.notices.texts()
    notice = list(window.overlays.notices._shown.values())[-1]
    assert notice.button.text() == "Open folder"
    qtbot.mouseClick(notice.button, Qt.MouseButton.LeftButton)
    assert shown == [str(path.parent)]
    asked: list[str] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args: (asked.append(args[2]), ("", ""))[1])
    list_page(window, "risk").export_list()
    assert Path(asked[0]) == path.parent / f"Risk register {window.session.desk.today.isoformat()}.xlsx"


def test_the_ending_follows_the_kind_that_was_chosen(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for kind, ending in (("Excel (*.xlsx)", ".xlsx"), ("CSV (*.csv)", ".csv")):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args, kind=kind: (str(tmp_path / "a"), kind))
        assert exporting.ask_where(window, "", tmp_path) == tmp_path / f"a{ending}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args: ("", ""))
    assert exporting.ask_where(window, "", tmp_path) is None


def test_groups_come_in_their_order(window: MainWindow, save: Saver) -> None:
    page = list_page(window, "risk")
    page.table.head.column_toggled.emit(page.table.head.section_of("status"), True)
    page.groups.group_by("status")
    rows = sheet(save("groups.xlsx"))
    at = rows[0].index("Status")
    words = [row[at] for row in rows[1:]]
    assert sorted(set(words), key=words.index) == ["Open", "Monitored"]
    assert words == sorted(words, key=["Open", "Monitored"].index)


def test_a_list_can_be_cancelled_and_leaves_no_file(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = list_page(window, "risk")
    path = tmp_path / "a.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args: (str(path), args[3]))
    window.session.worker.started.connect(lambda task: task.cancel())
    page.export_list()
    qtbot.waitUntil(lambda: "Stopped. Nothing was changed." in window.overlays.notices.texts())
    assert list(tmp_path.glob("*.xlsx")) == []


def test_a_folder_that_is_gone_is_told(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args: (str(tmp_path / "gone" / "a.csv"), args[3]))
    list_page(window, "risk").export_list()
    qtbot.waitUntil(lambda: any("could not be written" in text for text in window.overlays.notices.texts()))


def test_every_list_has_the_command(window: MainWindow) -> None:
    for key in ("risk", "complaint", "regulation", "contract", "action", "drill", "playbook", "settings"):
        window.go_to(key)
        assert window.current is not None
        assert "list.export" in window.current.commands, key


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("ending", ["xlsx", "csv"])
@pytest.mark.parametrize("key", ["risk", "action", "complaint", "settings"])
def test_what_went_out_and_comes_in_again_changes_nothing(
    window: MainWindow, save: Saver, qtbot: QtBot, key: str, ending: str, language: str
) -> None:
    set_language(language)
    page = list_page(window, key)
    for section in range(page.model.columnCount()):
        page.table.head.column_toggled.emit(section, True)
    page.bar.clear()
    shown = page.model.total
    path = save(f"out.{ending}")
    window.open_import(page.KIND, str(path))
    taken = window.current
    assert isinstance(taken, ImportPage)
    qtbot.waitUntil(lambda: taken.draft.plan is not None and not taken.draft.is_busy)
    assert taken.draft.plan is not None
    assert taken.draft.plan.stop is None
    plan = taken.draft.plan
    assert plan is not None
    assert [(row.number, note.sentence) for row in plan.rows for note in row.errors] == []
    if key == "complaint":
        assert {"closed_on", "site_place"} <= {one.name for _, one in plan.mapping.targets()}
    assert (plan.tally.new, plan.tally.there, plan.tally.changed, plan.open_questions) == (0, shown, 0, [])
