"""Personal data are marked while they are typed: a quiet line under the field, no error, and nothing in the way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from riskdesk.domain.case import Case, CaseOrigin, Privacy
from riskdesk.domain.incident import Incident
from riskdesk.gui.editor import RecordEditor
from riskdesk.gui.pages.cases.rows import RowsBinding
from riskdesk.gui.pages.list_page import ListPage
from riskdesk.gui.pages.settings import SettingsPage
from riskdesk.gui.window import MainWindow
from tests.gui.keys import commit


def editing(window: MainWindow, kind: str, id: str) -> RecordEditor:
    """The editor of a record, opened as F2 opens it."""
    window.session.editor_wanted.emit(kind, id, {})
    page = window.current
    if isinstance(page, SettingsPage):
        page = page._directory().shown
    assert isinstance(page, ListPage)
    editor = page.detail.editor
    assert page.detail.is_editing
    assert editor is not None
    return editor


@pytest.fixture
def case(window: MainWindow) -> RecordEditor:
    made = window.session.desk.cases.add(Case.of(title="漏水", family="operational"))
    return editing(window, "case", made.value.id)


@pytest.fixture
def incident(window: MainWindow) -> RecordEditor:
    desk = window.session.desk
    made = desk.incidents.report(Incident(title="困人", started_at=desk.clock(), place="3栋502室"))
    return editing(window, "incident", made.value.id)


def test_a_number_is_told_while_it_is_typed_and_the_hint_goes_with_it(incident: RecordEditor, qtbot: QtBot) -> None:
    field = incident.fields["detail"]
    commit(field.editor, "家属电话 1380013800")
    qtbot.waitUntil(lambda: not incident.hints._pause.isActive())
    assert field.hint() == ""
    commit(field.editor, "0，身份证 11010519491231002X")
    qtbot.waitUntil(lambda: bool(field.hint()))
    told = "Phone number 13800138000 · ID card number 11010519491231002X"
    assert field.hint() == f"Masked when it leaves the program: {told}"
    assert field._hint.isVisible()
    assert field.error() == ""
    assert told in field.editor.accessibleDescription()
    for _ in range(30):
        qtbot.keyClick(field.editor, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: field.hint() == "")
    assert not field._hint.isVisible()


def test_what_stands_there_already_is_told_at_once(incident: RecordEditor) -> None:
    place, site = incident.fields["place"], incident.fields["site_id"]
    assert place.hint() == "Masked when it leaves the program: Room number 502"
    assert place.editor.mapToGlobal(QPoint()).y() == site.editor.mapToGlobal(QPoint()).y()  # side by side, still level


def test_a_name_marked_in_one_field_is_told_in_the_others(case: RecordEditor, qtbot: QtBot) -> None:
    commit(case.fields["summary"].editor, "{张三}家漏水")
    commit(case.fields["comment"].editor, "张三等了两天")
    rows = case.bindings["course"]
    assert isinstance(rows, RowsBinding)
    qtbot.mouseClick(rows._box().add, Qt.MouseButton.LeftButton)
    commit(rows.rows[0].bindings["what"].widget, "来电 13800138000")
    qtbot.waitUntil(lambda: bool(case.fields["course"].hint()))
    assert case.fields["summary"].hint().endswith(": Person's name 张三")
    assert case.fields["comment"].hint().endswith(": Person's name 张三")
    assert case.fields["course"].hint().endswith(": Phone number 13800138000")
    assert case.fields["title"].hint() == ""


def test_many_pieces_are_counted(case: RecordEditor, qtbot: QtBot) -> None:
    field = case.fields["summary"]
    commit(field.editor, "、".join(f"{n}栋{n}02室" for n in range(1, 8)))
    qtbot.waitUntil(lambda: bool(field.hint()))
    assert field.hint().endswith("Room number 402 · and 3 more")


def test_where_nothing_is_masked_nothing_is_said(window: MainWindow, case: RecordEditor, qtbot: QtBot) -> None:
    field = case.fields["summary"]
    commit(field.editor, "3栋502室")
    qtbot.waitUntil(lambda: bool(field.hint()))
    case.bindings["origin"].set_value(CaseOrigin.TEACHING)
    case.bindings["privacy"].set_value(Privacy.NONE)
    qtbot.waitUntil(lambda: field.hint() == "")
    case.give_up()
    person = window.session.desk.directory.all("person")
    id = person[0].id if person else ""
    directory = editing(window, "person", id)
    commit(directory.fields["notes"].editor, "13800138000")
    qtbot.wait(300)
    assert directory.fields["notes"].hint() == ""
