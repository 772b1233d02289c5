"""What was typed and not saved meets what somebody else saved since: it is told, never written over."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from riskdesk.domain.risk import Risk
from riskdesk.gui.editor import RecordEditor
from riskdesk.gui.pages.risks import RiskPage
from tests.gui.keys import commit
from tests.gui.risks.helpers import go, line, press, risk


@pytest.fixture
def record(page: RiskPage) -> Risk:
    """The open risk."""
    record = page.detail.record
    assert isinstance(record, Risk)
    return record


def edit(page: RiskPage) -> RecordEditor:
    page.edit_record()
    editor = page.detail.editor
    assert editor is not None
    return editor


def somebody_saves(page: RiskPage, id: str, **fields: str) -> None:
    other = page.desk.another()
    record = other.risks.get(id)
    other.risks.save(record.changed(**fields), record)
    other.close()


def type_and_leave(page: RiskPage, qtbot: QtBot, **fields: str) -> RecordEditor:
    editor = edit(page)
    for name, text in fields.items():
        widget = editor.bindings[name].widget
        widget.selectAll()  # type: ignore[attr-defined]
        commit(widget, text)
    qtbot.keyClick(editor.bindings["title"].widget, Qt.Key.Key_Escape)
    assert page.detail.is_reading
    return editor


def press_save(qtbot: QtBot, editor: RecordEditor) -> None:
    qtbot.keyClick(editor.bindings["title"].widget, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)


def test_a_draft_does_not_go_over_what_was_saved_since(page: RiskPage, record: Risk, qtbot: QtBot) -> None:
    type_and_leave(page, qtbot, description="我的描述", place="我的地点")
    somebody_saves(page, record.id, description="别人的新描述", cause="别人的原因")
    qtbot.waitUntil(lambda: page.detail.record == page.desk.risks.get(record.id), timeout=3000)
    editor = edit(page)
    assert editor.bindings["description"].value() == "我的描述"
    assert editor.bindings["cause"].value() == "别人的原因"
    press_save(qtbot, editor)
    assert page.desk.risks.get(record.id).description == "别人的新描述"
    assert editor.conflict.isVisible()
    assert list(editor.conflict._choices) == ["description"]
    qtbot.mouseClick(editor.conflict.take, Qt.MouseButton.LeftButton)
    now = page.desk.risks.get(record.id)
    assert (now.description, now.place, now.cause) == ("我的描述", "我的地点", "别人的原因")


def test_a_draft_that_meets_nothing_newer_is_saved_at_once(page: RiskPage, record: Risk, qtbot: QtBot) -> None:
    type_and_leave(page, qtbot, description="我的描述")
    somebody_saves(page, record.id, cause="别人的原因")
    press_save(qtbot, edit(page))
    now = page.desk.risks.get(record.id)
    assert (now.description, now.cause) == ("我的描述", "别人的原因")
    assert page.desk.store.draft(page.desk.person, "risk", record.id) is None


def test_the_base_lives_as_long_as_the_draft(page: RiskPage, record: Risk, qtbot: QtBot) -> None:
    """Opened, typed on and left again, a draft still goes back to what it was begun on."""
    type_and_leave(page, qtbot, description="我的描述")
    somebody_saves(page, record.id, description="别人的新描述")
    type_and_leave(page, qtbot, description="我的描述，又写了一句")
    editor = edit(page)
    press_save(qtbot, editor)
    assert editor.conflict.isVisible()
    assert page.desk.risks.get(record.id).description == "别人的新描述"


def test_what_is_brought_back_after_cancel_keeps_its_base(page: RiskPage, record: Risk, qtbot: QtBot) -> None:
    offered = []
    page.session.noticed.connect(lambda text, word, act: offered.append(act))
    editor = edit(page)
    commit(editor.bindings["description"].widget, "我的描述")
    somebody_saves(page, record.id, description="别人的新描述")
    editor.give_up()
    offered[-1]()
    press_save(qtbot, editor)
    assert editor.conflict.isVisible()
    assert page.desk.risks.get(record.id).description == "别人的新描述"


def test_throwing_a_draft_away_shows_what_stands_in_the_file(page: RiskPage, record: Risk, qtbot: QtBot) -> None:
    type_and_leave(page, qtbot, description="我的描述")
    somebody_saves(page, record.id, description="别人的新描述")
    qtbot.waitUntil(lambda: page.detail.record == page.desk.risks.get(record.id), timeout=3000)
    editor = edit(page)
    qtbot.mouseClick(editor.banner.link, Qt.MouseButton.LeftButton)
    assert editor.bindings["description"].value() == "别人的新描述"
    assert not editor.is_dirty
    press_save(qtbot, editor)
    assert not editor.conflict.isVisible()
    assert page.desk.risks.get(record.id).description == "别人的新描述"


def test_a_draft_of_an_earlier_version_still_opens(page: RiskPage, record: Risk, qtbot: QtBot) -> None:
    desk = page.desk
    desk.store.keep_draft(desk.person, "risk", record.id, desk.clock(), {"description": "早先的描述"})
    editor = edit(page)
    assert editor.bindings["description"].value() == "早先的描述"
    press_save(qtbot, editor)
    assert desk.risks.get(record.id).description == "早先的描述"


def test_a_base_that_no_field_takes_any_more_is_left_alone(page: RiskPage, record: Risk) -> None:
    desk = page.desk
    kept = {"next_review": "改天"}
    desk.store.keep_draft(desk.person, "risk", record.id, desk.clock(), kept, {"next_review": "no day", "gone": 1})
    assert edit(page).base == record


def test_half_typed_text_of_a_cell_does_not_go_over_what_was_saved_since(page: RiskPage, qtbot: QtBot) -> None:
    first = risk(page, 0)
    go(page, 0, "title")
    press(qtbot, page, Qt.Key.Key_F4)
    commit(line(page), "写到一半")
    page.cells.keep_draft()
    somebody_saves(page, first.id, title="别人的新标题")
    again = RiskPage(page.session)
    qtbot.addWidget(again)
    again.show()
    again.enter()
    go(again, next(n for n in range(again.model.rowCount()) if again.model.id_at(n) == first.id), "title")
    again.edit_cell()
    assert line(again).text() == "写到一半"
    press(qtbot, again, Qt.Key.Key_Return)
    assert page.desk.risks.get(first.id).title == "别人的新标题"
    assert again.cells.is_open
    press(qtbot, again, Qt.Key.Key_Return)
    assert page.desk.risks.get(first.id).title == "写到一半"
