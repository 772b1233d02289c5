"""The playbooks as a person uses them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from riskdesk import i18n
from riskdesk.domain.directory import Body, Person, Site
from riskdesk.domain.playbook import Contact, Material, Playbook, PlaybookState, Step, StepMode
from riskdesk.domain.policy import Duty
from riskdesk.gui.attachments import RecordAttachments
from riskdesk.gui.pages.playbooks import PlaybookPage
from riskdesk.gui.pages.playbooks.differences import DifferenceBox
from riskdesk.gui.pages.playbooks.editor import PlaybookEditor
from riskdesk.gui.pages.playbooks.sequence import StepBlock
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.banner import Banner
from riskdesk.gui.widgets.button import ActionButton
from riskdesk.gui.widgets.label import Prose
from riskdesk.gui.window import MainWindow
from tests.gui.keys import commit

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> PlaybookPage:
    window.go_to("playbook")
    page = window.current
    assert isinstance(page, PlaybookPage)
    page.table.setFocus()
    qtbot.waitUntil(page.table.hasFocus)
    return page


def lift(page: PlaybookPage) -> Playbook:
    return next(playbook for playbook in page.desk.playbooks.all() if playbook.title == "电梯困人")


def editor_of(page: PlaybookPage) -> PlaybookEditor:
    editor = page.detail.editor
    assert isinstance(editor, PlaybookEditor)
    return editor


def edit_lift(page: PlaybookPage) -> PlaybookEditor:
    page.open_record("playbook", lift(page).id)
    page.edit_record()
    return editor_of(page)


def text_of(page: PlaybookPage) -> str:
    return "\n".join(prose.toPlainText() for prose in page.detail.reader.findChildren(Prose))


def actions(editor: PlaybookEditor) -> list[str]:
    return [raw["action"] for raw in editor.steps.steps]


def cut(reader: QWidget) -> list[str]:
    """The beginnings of the texts that do not stand there whole."""
    prose = reader.findChildren(Prose)
    return [p.toPlainText()[:20] for p in prose if p.heightForWidth(p.width()) > p.height() + 1]


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QtBot.keyClick(QApplication.focusWidget(), key, modifier)


def test_the_list_tells_class_tier_version_state_and_steps(page: PlaybookPage) -> None:
    row = next(r for r in range(page.model.rowCount()) if page.model.index(r, 1).data() == "电梯困人")
    cells = {c.key: page.model.index(row, n).data() for n, c in enumerate(page.model.columns)}
    assert cells["class"] == "Equipment failure"
    assert cells["tier"] == "Tier II"
    assert (cells["version"], cells["state"], cells["steps"]) == ("1", "Approved", "7")


def test_a_playbook_is_read_step_by_step(page: PlaybookPage) -> None:
    page.open_record("playbook", lift(page).id)
    text = text_of(page)
    assert len(page.detail.reader.findChildren(StepBlock)) == 7
    for words in ("轿厢内有人被困", "通过电梯对讲安抚", "我理解您的焦急", "等着吧", "电梯对讲 (值班室)", "客服"):
        assert words in text


def test_people_and_phones_of_today_stand_beside_their_roles(page: PlaybookPage) -> None:
    desk = page.desk
    site = desk.directory.add(Site(code="JX", name="锦绣花园")).value
    desk.directory.add(Person(name="刘洋", phone="138 0000 0013", duties=("客服",), site_id=site.id))
    desk.directory.add(Body(name="被困人员", phone="0"))
    page.open_record("playbook", lift(page).id)
    text = text_of(page)
    assert "刘洋" in text
    assert "138 0000 0013" in text
    assert "消防救援 电话 119" in text
    other = desk.directory.add(Site(code="BH", name="滨河苑")).value
    desk.directory.add(Person(name="周颖", phone="138 0000 0099", duties=("客服",), site_id=other.id))
    reader = page.detail.reader
    choice = reader._site  # type: ignore[attr-defined]
    assert choice.needed
    choice._fill()
    next(action for action in choice._menu.actions() if action.text() == "滨河苑").trigger()
    assert "周颖" in text_of(page)


def test_looser_limits_are_told_until_somebody_confirms(page: PlaybookPage, qtbot: QtBot) -> None:
    page.open_record("playbook", lift(page).id)
    box = page.detail.reader.findChild(DifferenceBox)
    assert box is not None
    banner = box.findChild(Banner)
    assert banner is not None
    assert "allows 15 min, Tier II 5 min" in banner.words.text()
    commit(box.reason, "维保合同约定")
    qtbot.keyClick(box.reason, Qt.Key.Key_Return)
    confirmed = lift(page).difference_confirmed
    assert confirmed is not None
    assert confirmed.why == "维保合同约定"
    assert confirmed.on == page.desk.today
    assert "维保合同约定" in text_of(page)
    assert page.detail.reader.findChild(DifferenceBox).findChild(Banner) is None


def test_a_step_edit_makes_the_next_version_a_draft_and_approval_ends_it(page: PlaybookPage) -> None:
    editor = edit_lift(page)
    assert "becomes draft 2" in editor.version_note.words.text()
    editor.steps.open_step(4)
    widget = editor.steps.part.bindings["limit_s"].widget
    widget.setText("10 分")  # type: ignore[attr-defined]
    editor.save()
    changed = lift(page)
    assert (changed.version, changed.state) == (2, PlaybookState.DRAFT)
    assert changed.steps[4].limit_s == 600
    assert [s.model_dump() for n, s in enumerate(changed.steps) if n != 4] == [
        s.model_dump() for n, s in enumerate(page.desk.playbooks.get(changed.id).steps) if n != 4
    ]
    approve = page.commands["playbooks.approve"]
    assert approve.isVisible()
    approve.trigger()
    assert lift(page).state is PlaybookState.APPROVED
    assert not approve.isVisible()


def test_opening_the_editor_and_walking_through_the_steps_changes_nothing(page: PlaybookPage) -> None:
    before = lift(page)
    editor = edit_lift(page)
    editor.steps.widget.setFocus()
    for _ in range(8):
        press(Qt.Key.Key_Down)
    assert editor.steps.open_at == 6
    assert not editor.is_dirty
    editor.save()
    assert lift(page) == before


def test_steps_are_reordered_duplicated_removed_by_keyboard(page: PlaybookPage, qtbot: QtBot) -> None:
    editor = edit_lift(page)
    steps = editor.steps
    first, second, *_ = actions(editor)
    steps.widget.setFocus()
    press(Qt.Key.Key_Down, CTRL)
    assert actions(editor)[:2] == [second, first]
    press(Qt.Key.Key_Return)
    field = steps.part.bindings["action"].widget
    assert QApplication.focusWidget() is field
    press(Qt.Key.Key_Up, CTRL)
    assert actions(editor)[:2] == [first, second]
    assert QApplication.focusWidget() is field
    steps.part.bindings["say"].widget.setFocus()
    press(Qt.Key.Key_Down, CTRL)
    press(Qt.Key.Key_Up, CTRL)
    assert actions(editor)[:2] == [first, second]
    press(Qt.Key.Key_D, CTRL)
    assert actions(editor)[:2] == [first, first]
    ids = [raw["id"] for raw in steps.steps]
    assert len(ids) == len(set(ids)) == 8
    press(Qt.Key.Key_PageDown, CTRL)
    assert steps.open_at == 2
    steps.box.list.setFocus()
    press(Qt.Key.Key_Delete)
    assert second not in actions(editor)
    steps.bring_back()
    assert actions(editor)[2] == second


def test_a_new_playbook_by_keyboard_alone(page: PlaybookPage, qtbot: QtBot) -> None:
    page.commands["playbooks.add"].trigger()
    editor = editor_of(page)
    commit(editor.bindings["title"].widget, "外墙坠物")
    steps = editor.steps
    steps.box.buttons["add"].setFocus()
    press(Qt.Key.Key_Space)
    commit(QApplication.focusWidget(), "拉警戒线")
    press(Qt.Key.Key_Insert, ALT)
    commit(QApplication.focusWidget(), "通知业主")
    for name, text in (("role", "客服"), ("limit_s", "5分"), ("say", "请绕行。"), ("evidence", "照片")):
        commit(steps.part.bindings[name].widget, text)
    commit(steps.part.bindings["helpers"].widget.line, "工程部，保安")  # type: ignore[attr-defined]
    press(Qt.Key.Key_S, CTRL)
    playbook = page.detail.record
    assert isinstance(playbook, Playbook)
    assert [step.action for step in playbook.steps] == ["拉警戒线", "通知业主"]
    step = playbook.steps[1]
    assert (step.role, step.helpers, step.limit_s, step.say, step.evidence) == (
        "客服", ("工程部", "保安"), 300, "请绕行。", "照片",
    )  # fmt: skip
    assert step.contact is None
    assert playbook.steps[0].mode is StepMode.BLOCKING


def test_everything_in_a_step_survives_the_editor(page: PlaybookPage) -> None:
    whole = Step(
        id="call", action="拨打 120", detail="说清楼栋。\n说清症状。", role="客服", helpers=("工程部",), limit_s=90,
        limit_from="activate", repeat_s=300, duty=Duty.REPORT_EVERY, contact=Contact(who="急救", by="电话"),
        say="这里是锦绣花园。", never_say="没事的。",
        materials=(Material(what="急救包", where="值班室"), Material(what="毯子")),
        evidence="时间", mode=StepMode.PARALLEL, condition="有人受伤", origin="bank.call_120",
    )  # fmt: skip
    kept = lift(page)
    page.desk.playbooks.save(kept.changed(steps=(*kept.steps, whole)), kept)
    editor = edit_lift(page)
    editor.steps.open_step(7)
    editor.steps.move_up()
    editor.steps.open_step(0)
    editor.save()
    assert lift(page).step("call") == whole


def test_errors_stand_at_the_step_and_its_field(page: PlaybookPage, qtbot: QtBot) -> None:
    editor = edit_lift(page)
    steps = editor.steps
    steps.open_step(2)
    steps.part.bindings["action"].widget.clear()  # type: ignore[attr-defined]
    steps.open_step(6)
    # The report runs from a step that now comes after it.
    for _ in range(3):
        steps.move_up()
    steps.open_step(0)
    editor.save()
    lines = steps.box.list.lines.lines
    assert [line.number for line in lines if line.wrong] == [3]
    assert steps.open_at == 2
    assert steps.part.fields["action"].error() == "Please fill this in."
    commit(steps.part.bindings["action"].widget, "联系维保单位")
    assert steps.part.fields["action"].error() == ""
    editor.save()
    assert [line.number for line in steps.box.list.lines.lines if line.wrong] == [4]
    assert steps.open_at == 3
    assert "earlier step" in steps.part.fields["limit_from"].error()
    steps.part.bindings["limit_from"].set_value("")
    steps.part.bindings["limit_s"].widget.setText("很快")  # type: ignore[attr-defined]
    editor.save()
    assert steps.part.fields["limit_s"].error().startswith("Not a duration")
    steps.part.bindings["limit_s"].widget.setText("24 h")  # type: ignore[attr-defined]
    editor.save()
    assert page.detail.is_reading
    assert lift(page).steps[3].limit_s == 86400


def test_the_editor_says_what_the_tier_allows(page: PlaybookPage) -> None:
    editor = edit_lift(page)
    steps = editor.steps
    steps.open_step(4)
    assert "which says 5 min" in steps.part.fields["limit_s"]._help.text()
    assert steps.box.list.lines.lines[4].loose
    steps.part.bindings["limit_s"].widget.setText("4 min")  # type: ignore[attr-defined]
    assert steps.part.fields["limit_s"]._help.text() == "The response tier says 5 min."
    assert not steps.box.list.lines.lines[4].loose
    editor.bindings["tier"].set_value("")
    assert steps.part.fields["limit_s"]._help.text() == ""


def test_typed_steps_survive_as_a_draft(page: PlaybookPage) -> None:
    editor = edit_lift(page)
    editor.steps.open_step(1)
    commit(editor.steps.part.bindings["evidence"].widget, "录音")
    editor.steps.part.bindings["limit_s"].widget.setText("很快")  # type: ignore[attr-defined]
    assert page.back()
    page.edit_record()
    editor.steps.open_step(1)
    assert "录音" in editor.steps.part.bindings["evidence"].value()
    assert editor.steps.part.bindings["limit_s"].raw() == "很快"
    assert editor.steps.part.bindings["mode"].value() == StepMode.PARALLEL


def test_notifications_are_rows(page: PlaybookPage) -> None:
    editor = edit_lift(page)
    told = editor.bindings["notifications"]
    told._append()  # type: ignore[attr-defined]
    row = told.rows[-1]  # type: ignore[attr-defined]
    for name, text in (("body", "街道办"), ("by", "电话"), ("within_s", "2 h")):
        commit(row.bindings[name].widget, text)
    editor.save()
    assert [(n.body, n.within_s) for n in lift(page).notifications] == [("消防救援", 60), ("街道办", 7200)]


def test_printing_goes_to_the_print_centre(page: PlaybookPage, window: MainWindow, qtbot: QtBot) -> None:
    page.session.print_wanted.disconnect(window.open_print)
    page.open_record("playbook", lift(page).id)
    with qtbot.waitSignal(page.session.print_wanted) as asked:
        page.commands["playbook.print"].trigger()
    assert asked.args[:2] == ["action_card", lift(page).id]


def test_what_can_be_done_stays_in_sight(page: PlaybookPage, qtbot: QtBot) -> None:
    page.open_record("playbook", lift(page).id)
    reader = page.detail.reader
    bar = page.detail._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0 and reader.hasHeightForWidth())
    pane = page.detail.rect()
    for place in (0, bar.maximum()):
        bar.setValue(place)
        for button in reader.foot.findChildren(ActionButton):
            if not button.isHidden():
                box = QRect(button.mapTo(page.detail, QPoint(0, 0)), button.size())
                assert pane.contains(box), button.text()
    # The text goes to the end of the page.
    assert 0 <= reader.height() - reader.heightForWidth(reader.width()) < theme().px(48)


def test_deleting_offers_undo(page: PlaybookPage) -> None:
    before = page.model.rowCount()
    page.commands["playbooks.delete"].trigger()
    assert page.model.rowCount() == before - 1
    page.session.undo()
    assert page.model.rowCount() == before


def test_a_playbook_without_steps_is_not_approved(page: PlaybookPage, qtbot: QtBot) -> None:
    empty = page.desk.playbooks.add(Playbook(title="空预案", scenario_class="equipment")).value
    page.open_record("playbook", empty.id)
    with qtbot.waitSignal(page.session.failed) as said:
        page.commands["playbooks.approve"].trigger()
    assert "without steps" in said.args[0]


def test_long_words_are_not_cut(page: PlaybookPage, window: MainWindow, qtbot: QtBot) -> None:
    kept = lift(page)
    long = Step(
        id="long", action="很长的动作" * 40, role="很长的岗位" * 40, helpers=("很长的协助" * 40,), limit_s=5400,
        limit_from="activate", repeat_s=90, condition="很长的条件" * 60, say="很长的话" * 100, evidence="很长" * 100,
        contact=Contact(who="很长的单位" * 40, by="电话"), mode=StepMode.PARALLEL,
    )  # fmt: skip
    page.desk.playbooks.save(kept.changed(steps=(*kept.steps, long), title="很长的标题" * 40), kept)
    page.open_record("playbook", kept.id)
    reader = page.detail.reader
    qtbot.waitUntil(lambda: cut(reader) == [])
    assert reader.width() <= reader.parentWidget().width()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_two_fields_are_called_the_same(page: PlaybookPage, language: str) -> None:
    i18n.set_language(language)
    editor = PlaybookEditor(page.session)
    labels = [field.label for field in editor.fields.values()]
    assert len(set(labels)) == len(labels)
    editor.deleteLater()


def test_a_paper_is_attached_in_the_editor_and_stands_on_the_page(
    page: PlaybookPage, qtbot: QtBot, tmp_path: Path
) -> None:
    paper = tmp_path / "平面图.pdf"
    paper.write_bytes(b"%PDF-1.7 plan")
    editor = edit_lift(page)
    box = editor.file_box()
    assert box is not None
    box.take([paper])
    qtbot.waitUntil(lambda: len(box.files) == 1)
    assert editor.is_dirty
    editor.save()
    assert [file.name for file in lift(page).attachments] == ["平面图.pdf"]
    assert lift(page).version == 1
    shown = page.detail.reader.findChild(RecordAttachments)
    assert [file.name for file in shown.files] == ["平面图.pdf"]


def test_a_playbook_shows_what_its_tier_asks_for_and_keeps_its_injects(page: PlaybookPage) -> None:
    lift = next(p for p in page.desk.playbooks.all() if p.title == "电梯困人")
    page.open_record("playbook", lift.id)
    assert [words for words in ("联系维修人员", "被困人员恐慌", "业主情绪激动") if words not in text_of(page)] == []
    page.edit_record()
    editor = editor_of(page)
    editor.bindings["injects"].widget.filled()[0].what.setText("被困人员恐慌、拍门")  # type: ignore[attr-defined]
    editor.save()
    saved = page.desk.playbooks.get(lift.id)
    assert [inject.what for inject in saved.injects] == ["被困人员恐慌、拍门", "业主情绪激动"]
    # What an approval covers is left alone.
    assert saved.state is lift.state
