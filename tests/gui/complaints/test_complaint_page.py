"""Complaints as a person uses them: figures first, what stands out, and the risk that is raised from it."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from riskdesk.domain.complaint import Complaint
from riskdesk.domain.directory import Site
from riskdesk.domain.risk import Risk, RiskSource, RiskStatus
from riskdesk.gui.pages.complaints import ComplaintPage
from riskdesk.gui.pages.complaints import figures as figures_module
from riskdesk.gui.pages.complaints.columns import conditions
from riskdesk.gui.pages.complaints.standing import Unread
from riskdesk.gui.pages.filters import Sight
from riskdesk.gui.pages.settings import SettingsPage
from riskdesk.gui.window import MainWindow
from riskdesk.store import Query
from tests.gui.keys import commit

DAY = dt.timedelta(days=1)


@pytest.fixture
def site(window: MainWindow) -> Site:
    buildings = tuple(f"{number}栋" for number in range(1, 13))
    return window.session.desk.directory.add(Site(code="JX", name="锦绣花园", buildings=buildings)).value


@pytest.fixture
def page(window: MainWindow, site: Site) -> ComplaintPage:
    """Fourteen complaints about the lift at one building, one at each of the others, and two of another type."""
    desk = window.session.desk
    places = ["3栋502"] * 14 + [f"{number}栋" for number in range(1, 13) if number != 3]
    with desk.store.write("", "test", desk.clock()) as write:
        for number, place in enumerate(places):
            write.create(Complaint(
                title=f"电梯停运 {number}", complaint_type="电梯", site_id=site.id, place=place,
                received_on=desk.today - number * 3 * DAY, closed_on=None if number < 2 else desk.today,
            ))  # fmt: skip
        for title, days in (("装修噪音", 0), ("广场舞", 200)):
            received = desk.today - days * DAY
            write.create(Complaint(title=title, complaint_type="噪音", received_on=received, closed_on=desk.today))
    window.go_to("complaint")
    page = window.current
    assert isinstance(page, ComplaintPage)
    return page


def titles(page: ComplaintPage) -> list[str]:
    column = next(n for n, column in enumerate(page.model.columns) if column.key == "title")
    return [page.model.index(row, column).data() for row in range(page.model.rowCount())]


def bar(page: ComplaintPage, name: str, row: int, qtbot: QtBot) -> None:
    """Click the row of a bar chart."""
    chart = getattr(page.figures, name)
    height = chart.height() / len(chart._bars)
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPointF(60, (row + 0.5) * height).toPoint())


def test_it_opens_under_the_risk_page_with_the_figures(window: MainWindow, page: ComplaintPage) -> None:
    assert page.figures.isVisible()
    assert not page.table.isVisible()
    assert "2 not settled" in page.head.sub.text()
    assert sum(page.figures.told.by_month) == 27
    assert page.figures.told.by_type == [("电梯", 25), ("噪音", 2)]
    assert [count for _, count in page.figures.told.by_place][:2] == [14, 2]
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.current is not None
    assert window.current.KEY == "risk"


def test_the_hot_spot_tells_its_reason(page: ComplaintPage) -> None:
    (row,) = page.figures.standing.rows
    assert row.title.text() == "锦绣花园 3栋 · 电梯"
    assert row.reason.text().startswith("14 complaints of this type in 90 days.")
    assert "1 would be usual" in row.reason.text()


def test_raising_a_risk_and_undoing_it(page: ComplaintPage, window: MainWindow, qtbot: QtBot) -> None:
    desk = page.desk
    before = desk.store.count("risk")
    qtbot.mouseClick(page.figures.standing.rows[0].raise_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.figures.standing.rows[0].found.risk is not None)
    risk = page.figures.standing.rows[0].found.risk
    assert risk is not None
    assert (risk.status, risk.source, risk.place) == (RiskStatus.DRAFT, RiskSource.COMPLAINT, "3栋")
    assert risk.title == "锦绣花园 3栋: complaints about 电梯 pile up"
    assert risk.source_note == page.figures.standing.rows[0].reason.text()
    assert desk.store.count("complaint", desk.complaints.of_risk(risk.id)) == 14
    assert any("14 complaints" in text for text in window.overlays.notices.texts())
    page.session.undo()
    assert desk.store.count("risk") == before
    assert page.figures.standing.rows[0].found.risk is None
    assert desk.store.count("complaint", desk.complaints.of_risk(risk.id)) == 0


def test_the_link_of_a_raised_risk_opens_it(page: ComplaintPage, window: MainWindow, qtbot: QtBot) -> None:
    page.figures.standing.rows[0].raise_button.click()
    qtbot.waitUntil(lambda: page.figures.standing.rows[0].found.risk is not None)
    row = page.figures.standing.rows[0]
    risk = row.found.risk
    qtbot.mouseClick(row.risk, Qt.MouseButton.LeftButton)
    assert window.current is not None
    assert window.current.KEY == "risk"
    assert window.current.detail.record == risk  # type: ignore[attr-defined]


def test_linking_with_a_risk_that_exists(page: ComplaintPage, qtbot: QtBot) -> None:
    row = page.figures.standing.rows[0]
    row._menu.aboutToShow.emit()
    offered = {action.text(): action for action in row._menu.actions()}
    wanted = next(text for text in offered if "电梯" in text)
    offered[wanted].trigger()
    qtbot.waitUntil(lambda: page.figures.standing.rows[0].found.risk is not None)
    risk = page.figures.standing.rows[0].found.risk
    assert risk is not None
    assert wanted == f"{risk.number}  {risk.title}"


def test_a_type_that_no_risk_speaks_of_offers_none(page: ComplaintPage) -> None:
    desk = page.desk
    for risk in desk.store.records(Risk):
        desk.risks.delete(risk.id)
    row = page.figures.standing.rows[0]
    row._menu.aboutToShow.emit()
    (nothing,) = row._menu.actions()
    assert nothing.text() == "No risk speaks of 电梯"
    assert not nothing.isEnabled()


def test_the_title_opens_the_complaints_that_were_counted(page: ComplaintPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.figures.standing.rows[0].title, Qt.MouseButton.LeftButton)
    assert page.table.isVisible()
    assert page.model.total == 14


def test_every_bar_opens_the_list_behind_it(page: ComplaintPage, qtbot: QtBot) -> None:
    bar(page, "types", 1, qtbot)
    assert titles(page) == ["装修噪音", "广场舞"]
    page.show_figures()
    assert page.figures.told.total == 2
    page.bar.clear()
    bar(page, "places", 0, qtbot)
    assert page.model.total == 14
    page.bar.clear()
    page.show_figures()
    page.figures.months.clicked.emit(11)
    first = page.desk.today.replace(day=1)
    wanted = [c for c in page.desk.store.records(Complaint) if c.received_on >= first]
    assert page.model.total == len(wanted) == page.figures.told.by_month[-1]


def test_the_keyboard_reaches_the_bars(page: ComplaintPage, qtbot: QtBot) -> None:
    page.figures.types.setFocus()
    QTest.keyClick(page.figures.types, Qt.Key.Key_Down)
    QTest.keyClick(page.figures.types, Qt.Key.Key_Return)
    assert titles(page) == ["装修噪音", "广场舞"]
    QTest.keyClick(page.table, Qt.Key.Key_Escape)
    assert page.figures.isVisible()


def test_figures_follow_the_filters_but_the_months_not_the_time(page: ComplaintPage) -> None:
    page.bar.set_sight(Sight(filters=(("type", ("噪音",)), ("recent", ("on",)))))
    assert page.figures.told.total == 1
    assert sum(page.figures.told.by_month) == 2
    assert len(page.figures.standing.rows) == 1


def test_figures_follow_the_list_that_was_imported(page: ComplaintPage) -> None:
    whole = sum(page.figures.told.by_month)
    page.bar.set_sight(Sight("", (("imported", ("1-3",)),)))
    assert page.model.total == 3 < whole
    assert sum(count for _, count in page.figures.told.by_type) == 3
    assert sum(page.figures.told.by_month) == 3


def test_searching_while_the_figures_show(page: ComplaintPage) -> None:
    commit(page.bar.search, "广场舞")
    assert page.figures.told.total == 1
    assert page.figures.isVisible()


def test_many_complaints_are_counted_off_the_thread(
    page: ComplaintPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(figures_module, "AT_ONCE", 3)
    page.bar.set_sight(Sight(filters=(("type", ("噪音",)),)))
    page.bar.set_sight(Sight(filters=(("type", ("电梯",)),)))
    qtbot.waitUntil(lambda: page.figures.told.total == 25)
    page.desk.complaints.delete([page.model.id_at(0)])
    qtbot.waitUntil(lambda: page.figures.told.total == 24)


def test_settling_the_selected_ones(page: ComplaintPage, qtbot: QtBot) -> None:
    page.show_list({"open": ("on",)})
    assert page.model.total == 2
    page.table.setFocus()
    page.table.selectAll()
    qtbot.waitUntil(page.strip.isVisible)
    assert page.strip.words.text() == "2 rows selected"
    ctrl, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(page.table, Qt.Key.Key_D, ctrl)
    assert page.desk.complaints.count_open() == 2  # elsewhere it fills down: here it does nothing
    QTest.keyClick(page.table, Qt.Key.Key_D, ctrl | shift)
    assert page.desk.complaints.count_open() == 0
    page.session.undo()
    assert page.desk.complaints.count_open() == 2


def test_only_those_that_were_open_are_told_as_settled(page: ComplaintPage, window: MainWindow) -> None:
    page.show_list({"type": ("电梯",)})
    page.table.setFocus()
    page.table.selectAll()
    page.commands["complaints.settle"].trigger()
    assert window.overlays.notices.texts()[-1] == "2 settled today."
    told: list[str] = []
    page.session.refused.connect(lambda text, *rest: told.append(text))
    page.table.selectAll()
    page.commands["complaints.settle"].trigger()
    assert told == ["What is selected was settled already."]


def test_a_place_is_counted_at_its_own_site(page: ComplaintPage, site: Site) -> None:
    """`3-1-502` is stage, building and room where no list of buildings says otherwise."""
    desk = page.desk
    other = desk.directory.add(Site(code="CH", name="翠湖")).value
    for place in ("3栋101", "3-1-502"):
        told = Complaint(title=place, complaint_type="漏水", received_on=desk.today, site_id=other.id, place=place)
        desk.complaints.add(told)
    told = Complaint(title="3-1-502", complaint_type="漏水", received_on=desk.today, site_id=site.id, place="3-1-502")
    desk.complaints.add(told)
    counts = dict(desk.complaints.by_place(Query(where=conditions(desk, {"type": ("漏水",)}))))
    page.show_list({"type": ("漏水",), "site": (other.id,), "place": ("3栋",)})
    assert page.model.total == counts[other.id, "3栋"] == 1
    page.show_list({"type": ("漏水",), "site": (site.id,), "place": ("3栋",)})
    assert page.model.total == counts[site.id, "3栋"] == 1


def test_raising_a_risk_from_the_open_complaint(page: ComplaintPage, window: MainWindow, qtbot: QtBot) -> None:
    page.show_list({"type": ("噪音",)})
    page.commands["complaints.raise_risk"].trigger()
    qtbot.waitUntil(lambda: window.current is not None and window.current.KEY == "risk")
    risk = window.current.detail.record  # type: ignore[union-attr]
    assert (risk.title, risk.source_note, risk.status) == ("装修噪音", "装修噪音", RiskStatus.DRAFT)
    window.go_to("complaint")
    page.show_list({"risk": (risk.id,)})
    assert titles(page) == ["装修噪音"]


def test_nothing_is_done_to_a_complaint_while_the_figures_show(page: ComplaintPage) -> None:
    for key in ("complaints.settle", "complaints.delete", "complaints.raise_risk"):
        page.commands[key].trigger()
    assert page.desk.store.count("complaint") == 27
    assert page.desk.complaints.count_open() == 2


def test_a_new_complaint_with_a_type_of_its_own(page: ComplaintPage, qtbot: QtBot) -> None:
    page.commands["complaints.add"].trigger()
    assert page.table.isVisible()
    editor = page.detail.editor
    assert editor is not None
    editor.save()
    assert editor.fields["title"].error()
    commit(editor.bindings["title"].widget, "泳池水浑")
    commit(editor.bindings["complaint_type"].widget, "泳池")
    editor.bindings["place"].widget.setFocus()
    commit(editor.bindings["place"].widget, "会所")
    commit(editor.bindings["closed_on"].widget, "昨天")
    qtbot.mouseClick(editor.ok, Qt.MouseButton.LeftButton)
    assert editor.fields["closed_on"].error() == "It was settled before it came in."
    editor.bindings["closed_on"].set_value(None)
    qtbot.mouseClick(editor.ok, Qt.MouseButton.LeftButton)
    record = page.detail.record
    assert isinstance(record, Complaint)
    assert (record.title, record.complaint_type, record.place) == ("泳池水浑", "泳池", "会所")
    assert record.received_on == page.desk.today
    assert "泳池" in page.desk.complaints.types()


def test_the_types_in_use_are_offered(page: ComplaintPage) -> None:
    page.new_record()
    assert page.detail.editor is not None
    widget = page.detail.editor.bindings["complaint_type"].widget
    assert [option.text for option in widget._found("")] == ["噪音", "电梯"]  # type: ignore[attr-defined]


def test_an_empty_register_says_what_it_is_for(window: MainWindow) -> None:
    window.go_to("complaint")
    page = window.current
    assert isinstance(page, ComplaintPage)
    assert page.empty.isVisible()
    assert page.empty.title.text() == "No complaints yet"
    assert not page.view.isVisible()
    asked: list[tuple[str, str]] = []
    page.session.import_wanted.disconnect()
    page.session.import_wanted.connect(lambda kind, path: asked.append((kind, path)))
    assert page.empty.link.text() == "Import list…"
    page.empty.second.emit()
    assert asked == [("complaint", "")]


def test_too_few_complaints_say_so(window: MainWindow) -> None:
    desk = window.session.desk
    desk.complaints.add(Complaint(title="一件", received_on=desk.today))
    window.go_to("complaint")
    page = window.current
    assert isinstance(page, ComplaintPage)
    assert page.figures.standing.rows == []
    desk.complaints.delete(desk.complaints.ids(page.query()))
    assert page.empty.isVisible()


def test_rooms_that_count_singly_are_told_and_their_buildings_can_be_listed(window: MainWindow, qtbot: QtBot) -> None:
    desk = window.session.desk
    site = desk.directory.add(Site(code="BJ", name="滨江壹号")).value
    for number in range(30):
        building = "3" if number < 20 else f"{number % 4 + 4}"
        desk.complaints.add(Complaint(
            title="电梯停运", complaint_type="电梯", site_id=site.id, place=f"{building}-1-{number + 1}01",
            received_on=desk.today - number * DAY,
        ))  # fmt: skip
    window.go_to("complaint")
    page = window.current
    assert isinstance(page, ComplaintPage)
    assert page.figures.standing.rows == []
    (unread,) = page.figures.standing.findChildren(Unread)
    qtbot.mouseClick(unread.enter, Qt.MouseButton.LeftButton)
    settings = window.current
    assert isinstance(settings, SettingsPage)
    editor = settings._directory().shown.detail.editor
    assert editor is not None
    editor.bindings["buildings"].set_value(tuple(f"{number}栋" for number in range(1, 9)))
    editor.save()
    window.go_to("complaint")
    qtbot.waitUntil(lambda: [row.found.place for row in page.figures.standing.rows] == ["3栋"])
    qtbot.waitUntil(lambda: page.figures.standing.findChildren(Unread) == [])
