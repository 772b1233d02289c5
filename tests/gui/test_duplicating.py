"""A copy of the open record, on every page with a list: what comes along is there to edit, what does not is said."""

from __future__ import annotations

import datetime as dt

import pytest
from pytestqt.qtbot import QtBot

from riskdesk.domain.action import Action, ActionState
from riskdesk.domain.case import Case, CaseState
from riskdesk.domain.complaint import Complaint
from riskdesk.domain.contract import Contract
from riskdesk.domain.directory import Body
from riskdesk.domain.drill import Drill
from riskdesk.domain.playbook import Playbook, PlaybookState
from riskdesk.domain.record import Record
from riskdesk.domain.regulation import Regulation
from riskdesk.gui.pages.list_page import ListPage
from riskdesk.gui.window import MainWindow
from tests.gui.keys import commit
from tests.gui.lists import list_page

DAY = dt.date(2026, 12, 1)
COPIES: list[tuple[Record, dict[str, object], str]] = [
    (Action(title="加装对讲", place="3 栋", state=ActionState.DONE, proof="照片", done_on=DAY),
     {"place": "3 栋", "state": ActionState.OPEN, "proof": "", "done_on": None}, "State, Proof, Done on"),
    (Regulation(title="消防法", clause="第 17 条"), {"clause": "第 17 条"}, ""),
    (Contract(title="财产险", document="B-7", covers="楼宇"), {"covers": "楼宇", "document": ""}, "Its own number"),
    (Complaint(title="漏水", received_on=DAY, external="TS-1", place="5 栋"),
     {"place": "5 栋", "received_on": DAY, "external": ""}, "Number in the property system"),
    (Case(title="电梯困人", family="equipment", summary="困人", state=CaseState.REVIEWED),
     {"family": "equipment", "summary": "困人", "state": CaseState.DRAFT}, "State"),
    (Playbook(title="停水", scenario_class="equipment", triggers="停水 2 时", state=PlaybookState.APPROVED, version=3),
     {"triggers": "停水 2 时", "state": PlaybookState.DRAFT, "version": 1}, "Version, State"),
    (Drill(title="停水演练", place="大堂", planned_on=DAY), {"place": "大堂", "planned_on": None}, "Date"),
]  # fmt: skip


@pytest.mark.parametrize(("original", "kept", "behind"), COPIES, ids=[record.KIND for record, *_ in COPIES])
def test_a_copy_is_begun_from_the_menu_of_the_page(
    window: MainWindow, qtbot: QtBot, original: Record, kept: dict[str, object], behind: str
) -> None:
    desk = window.session.desk
    with desk.store.write("", "starter.load", desk.clock()) as write:
        made = write.create(original)
    page = list_page(window, original.KIND)
    copy = duplicated(page, made, behind)
    assert copy.id not in ("", made.id)
    assert copy.number != made.number or not type(original).LETTER
    assert {name: getattr(copy, name) for name in kept} == kept
    assert desk.store.get(type(made), made.id) == made


def duplicated(page: ListPage, made: Record, behind: str) -> Record:
    """Begin a copy, change its title and save it."""
    page.open_record(made.KIND, made.id)
    page.commands["list.duplicate"].trigger()
    editor = page.detail.editor
    assert editor is not None
    assert page.detail.is_editing
    said = editor.banner.words.text()
    assert said.startswith(f"A copy of {made.number or made.name_text},")
    assert said.endswith(f"What stays behind: {behind}." if behind else "Everything comes along.")
    first = "title" if "title" in editor.bindings else "name"
    commit(editor.bindings[first].widget, "（二）")
    editor.save()
    copy = page.detail.record
    assert copy is not None
    assert page.detail.is_reading
    assert "（二）" in copy.name_text
    return copy


def test_entries_of_the_directory_too(window: MainWindow) -> None:
    list_page(window, "settings")
    directory = window.current._directory()  # type: ignore[union-attr]
    directory._show("body")
    page = directory.shown
    made = window.session.desk.directory.add(Body(name="电梯维保", phone="13800138000")).value
    copy = duplicated(page, made, "")
    assert isinstance(copy, Body)
    assert copy.phone == "13800138000"


def test_what_happened_once_is_not_duplicated(window: MainWindow) -> None:
    assert "list.duplicate" not in list_page(window, "incident").commands
