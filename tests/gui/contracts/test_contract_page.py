"""Insurance and contracts as a person uses them."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from riskdesk.domain.contract import Contract, ContractKind, Renewal
from riskdesk.domain.directory import Person
from riskdesk.domain.risk import Risk
from riskdesk.gui.pages.contracts import ContractPage
from riskdesk.gui.pages.overview import OverviewPage
from riskdesk.gui.widgets.banner import Banner
from riskdesk.gui.widgets.linkrow import LinkRow
from riskdesk.gui.widgets.roles import CellRole
from riskdesk.gui.window import MainWindow
from tests.gui.keys import commit

DAY = dt.timedelta(days=1)


@pytest.fixture
def page(window: MainWindow) -> ContractPage:
    desk = window.session.desk
    owner = desk.directory.add(Person(name="林岚")).value.id
    risk = desk.store.records(Risk)[0].id
    for title, starts, ends, kind in (
        ("消防维保", -368, -3, "outsourcing"), ("物业责任险", -355, 9, "insurance"), ("法律顾问", -100, 265, "counsel"),
    ):  # fmt: skip
        first, last = desk.today + starts * DAY, desk.today + ends * DAY
        desk.contracts.add(Contract.of(
            title=title, starts_on=first, ends_on=last, contract_kind=kind, owner_id=owner, risk_ids=(risk,),
        ))  # fmt: skip
    old = desk.contracts.add(Contract(title="上一期", ends_on=desk.today - 90 * DAY, renewal=Renewal.RENEWED))
    assert old.value.number
    window.go_to("contract")
    page = window.current
    assert isinstance(page, ContractPage)
    return page


def cells(page: ContractPage, key: str, role: int = Qt.ItemDataRole.DisplayRole) -> list[str]:
    column = next(n for n, column in enumerate(page.model.columns) if column.key == key)
    return [page.model.index(row, column).data(role) for row in range(page.model.rowCount())]


def open_titled(page: ContractPage, title: str) -> Contract:
    found = next(c for c in page.desk.store.records(Contract) if c.title == title)
    page.open_record("contract", found.id)
    return found


def banner(page: ContractPage) -> Banner:
    (found,) = page.detail.reader.findChildren(Banner)
    return found


def test_the_first_to_end_stands_first_and_the_past_is_left_out(page: ContractPage) -> None:
    assert cells(page, "title") == ["消防维保", "物业责任险", "法律顾问"]
    assert cells(page, "ends", CellRole.TONE) == ["red", None, None]
    assert cells(page, "ends")[0] == "3 d overdue"
    assert cells(page, "ends", CellRole.SUFFIX) == [None, "in 9 d", None]
    assert "1 end soon  1 expired" in page.head.sub.text()


def test_the_switch_for_what_is_to_be_renewed(page: ContractPage) -> None:
    page.show_list({"reminding": ("on",)})
    assert cells(page, "title") == ["消防维保", "物业责任险"]
    page.show_list({"standing": ("over",)})
    assert cells(page, "title") == ["上一期"]


def test_renewing_enters_the_next_term(page: ContractPage, qtbot: QtBot) -> None:
    old = open_titled(page, "物业责任险")
    assert old.ends_on is not None
    banner(page).acted.emit()
    editor = page.detail.editor
    assert editor is not None
    assert editor.bindings["starts_on"].value() == old.ends_on + DAY
    commit(editor.bindings["document"].widget, "PZ-2")
    QTest.keyClick(editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    new = page.detail.record
    assert isinstance(new, Contract)
    assert (new.title, new.document, new.renews_id, new.risk_ids) == ("物业责任险", "PZ-2", old.id, old.risk_ids)
    assert page.desk.contracts.get(old.id).renewal is Renewal.RENEWED
    assert not page.detail.reader.findChildren(Banner)
    before = next(row for row in page.detail.findChildren(LinkRow) if old.number in row.toolTip())
    qtbot.mouseClick(before, Qt.MouseButton.LeftButton)
    assert page.detail.record is not None
    assert page.detail.record.id == old.id
    assert not page.commands["contract.renew"].isEnabled()
    page.session.undo()
    assert page.desk.contracts.get(old.id).renewal is Renewal.OPEN


def test_letting_one_end_takes_the_reminder_away(page: ContractPage) -> None:
    open_titled(page, "消防维保")
    assert "3" in banner(page).accessibleName()
    page.commands["contracts.drop"].trigger()
    assert [c.title for c in page.desk.contracts.reminding()] == ["物业责任险"]
    page.session.undo()
    assert len(page.desk.contracts.reminding()) == 2


def test_the_end_before_the_start_is_told_at_the_field(page: ContractPage, qtbot: QtBot) -> None:
    page.commands["contracts.add"].trigger()
    editor = page.detail.editor
    assert editor is not None
    commit(editor.bindings["title"].widget, "公众责任险")
    commit(editor.bindings["starts_on"].widget, "2026-04-01")
    commit(editor.bindings["ends_on"].widget, "2026-03-31")
    qtbot.mouseClick(editor.ok, Qt.MouseButton.LeftButton)
    assert editor.fields["ends_on"].error() == "The end lies before the start."
    editor.bindings["ends_on"].set_value(dt.date(2027, 3, 31))
    commit(editor.bindings["amount_cents"].widget, "12,500")
    qtbot.mouseClick(editor.ok, Qt.MouseButton.LeftButton)
    record = page.detail.record
    assert isinstance(record, Contract)
    assert (record.contract_kind, record.amount_cents, record.remind_days) == (ContractKind.INSURANCE, 1_250_000, 30)


def test_the_number_of_days_can_be_read(page: ContractPage) -> None:
    page.new_record()
    assert page.detail.editor is not None
    box = page.detail.editor.bindings["remind_days"].widget
    assert box.lineEdit().text() == "30"  # type: ignore[attr-defined]
    assert box.lineEdit().width() > box.width() / 2  # type: ignore[attr-defined]


def test_the_overview_reminds_and_leads_there(page: ContractPage, window: MainWindow, qtbot: QtBot) -> None:
    window.go_to("overview")
    overview = window.current
    assert isinstance(overview, OverviewPage)
    todo = overview.charts.todo.todo
    qtbot.waitUntil(lambda: any(due.kind == "contract" for due in todo.dues), timeout=10_000)
    told = [(due.what, due.title) for due in todo.dues if due.kind == "contract"]
    assert told == [("contract", "消防维保"), ("insurance", "物业责任险")]
    row = next(n for n, due in enumerate(todo.dues) if due.kind == "contract")
    assert "消防维保: renew" in [todo.index(row, column).data() for column in range(todo.columnCount())]
    overview.charts.todo.wanted.emit("contract", todo.dues[row].id)
    assert window.current is page
    assert page.detail.record is not None
    assert page.detail.record.id == todo.dues[row].id


def test_an_empty_list_says_what_it_is_for(page: ContractPage) -> None:
    for contract in page.desk.store.records(Contract):
        page.desk.contracts.delete(contract.id)
    assert page.empty.title.text() == "No contracts yet"
