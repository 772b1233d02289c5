"""The register of regulations as a person uses it."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from riskdesk.domain.regulation import Regulation, RegulationKind
from riskdesk.gui.pages.regulations import RegulationPage
from riskdesk.gui.widgets.banner import Banner
from riskdesk.gui.widgets.linkrow import LinkRow
from riskdesk.gui.window import MainWindow
from tests.gui.keys import commit

DAY = dt.timedelta(days=1)


@pytest.fixture
def page(window: MainWindow) -> RegulationPage:
    window.go_to("regulation")
    page = window.current
    assert isinstance(page, RegulationPage)
    return page


def banners(page: RegulationPage) -> list[Banner]:
    return page.detail.reader.findChildren(Banner)


def open_clause(page: RegulationPage, clause: str) -> Regulation:
    found = next(r for r in page.desk.store.records(Regulation) if r.clause == clause)
    page.open_record("regulation", found.id)
    return found


def test_the_starter_set_stands_there(page: RegulationPage) -> None:
    assert page.head.sub.text() == "61 clauses of 19 texts"
    assert page.model.index(0, 1).data() == "中华人民共和国民法典"


def test_finding_a_clause_by_its_words(page: RegulationPage) -> None:
    commit(page.bar.search, "共用消防设施")
    clauses = [page.model.index(row, 2).data() for row in range(page.model.rowCount())]
    assert "第18条" in clauses
    commit(page.bar.search, " 一栋楼")
    assert page.model.total == 1


def test_a_clause_leads_to_its_risk_and_back(page: RegulationPage, window: MainWindow, qtbot: QtBot) -> None:
    regulation = open_clause(page, "第1034条")
    (row,) = page.detail.findChildren(LinkRow)
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    risk_page = window.current
    assert risk_page is not None
    assert risk_page.KEY == "risk"
    rows = risk_page.detail.findChildren(LinkRow)  # type: ignore[attr-defined]
    back = next(row for row in rows if "第1034条" in row.toolTip())
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert window.current is page
    assert page.detail.record == regulation


def test_what_takes_effect_later_says_so_and_counts_as_new(page: RegulationPage) -> None:
    desk = page.desk
    made = desk.regulations.add(Regulation(title="新规", effective_on=desk.today + 30 * DAY)).value
    desk.regulations.add(Regulation(title="刚施行", effective_on=desk.today - 30 * DAY))
    page.open_record("regulation", made.id)
    assert any("in 30 days" in banner.accessibleName() for banner in banners(page))
    page.show_list({"new": ("on",)})
    titles = {page.model.index(row, 1).data() for row in range(page.model.rowCount())}
    assert {"新规", "刚施行"} <= titles
    assert "中华人民共和国民法典" not in titles


def test_without_a_risk_it_asks_for_one(page: RegulationPage) -> None:
    page.show_list({"unlinked": ("on",)})
    assert page.model.total == 2
    (banner,) = banners(page)
    banner.acted.emit()
    assert page.detail.is_editing


def test_the_link_that_asks_for_risks_begins_where_they_are_chosen(page: RegulationPage, qtbot: QtBot) -> None:
    clause = page.desk.regulations.add(Regulation(title="某条例", clause="第1条")).value
    page.open_record("regulation", clause.id)
    banner = next(b for b in banners(page) if b.link.text() == "Choose risks")
    qtbot.mouseClick(banner.link, Qt.MouseButton.LeftButton)
    editor = page.detail.editor
    assert editor is not None
    assert page.window().focusWidget() is editor.bindings["risk_ids"].widget.line


def test_another_clause_of_the_same_text(page: RegulationPage, qtbot: QtBot) -> None:
    open_clause(page, "第1034条")
    page.commands["regulation.another"].trigger()
    editor = page.detail.editor
    assert editor is not None
    assert editor.bindings["title"].value() == "中华人民共和国民法典"
    commit(editor.bindings["clause"].widget, "第1036条")
    commit(editor.bindings["says"].widget, "在同意的范围内合理处理的，不承担民事责任。")
    QTest.keyClick(editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    record = page.detail.record
    assert isinstance(record, Regulation)
    assert (record.clause, record.regulation_kind) == ("第1036条", RegulationKind.LAW)
    assert record.effective_on == dt.date(2021, 1, 1)
    assert record.risk_ids == ()


def test_f2_edits_what_it_changes_for_us(page: RegulationPage, qtbot: QtBot) -> None:
    regulation = open_clause(page, "第944条")
    page.table.setFocus()
    QTest.keyClick(page, Qt.Key.Key_F2)
    assert page.detail.is_editing
    editor = page.detail.editor
    assert editor is not None
    commit(editor.bindings["changes"].widget, "催费不得停水停电")
    qtbot.mouseClick(editor.ok, Qt.MouseButton.LeftButton)
    assert page.desk.regulations.get(regulation.id).changes == "催费不得停水停电"


def test_deleting_can_be_undone(page: RegulationPage) -> None:
    open_clause(page, "第944条")
    page.commands["regulations.delete"].trigger()
    assert page.desk.store.count("regulation") == 60
    page.session.undo()
    assert page.desk.store.count("regulation") == 61


def test_grouping_by_text(page: RegulationPage) -> None:
    page.show_list({"kind": ("judicial",)})
    assert page.model.total == 2
    page.groups.group_by("title")
    assert len(page.model.heads()) == 2


def test_an_empty_register_says_what_it_is_for(page: RegulationPage) -> None:
    for regulation in page.desk.store.records(Regulation):
        page.desk.regulations.delete(regulation.id)
    assert page.empty.title.text() == "No regulations yet"
    assert not page.empty.link.isVisible()  # the starter content brings back nothing that was deleted


def test_an_empty_file_offers_the_starter_content(page: RegulationPage, qtbot: QtBot) -> None:
    page.session.undo()  # the load of it
    assert page.desk.starter.is_empty
    assert page.empty.link.text() == "Load the starter content"
    page.empty.second.emit()
    qtbot.waitUntil(lambda: page.model.total > 0, timeout=10_000)
