"""The risk register as a person uses it."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from riskdesk.domain.action import Action
from riskdesk.domain.calendar import Quarter
from riskdesk.domain.complaint import Complaint
from riskdesk.domain.contract import Contract
from riskdesk.domain.level import Level, Matrix
from riskdesk.domain.risk import Risk, RiskStatus
from riskdesk.gui.pages.filters import Sight
from riskdesk.gui.pages.risks import RiskPage
from riskdesk.gui.widgets.banner import Banner
from riskdesk.gui.widgets.button import LinkButton
from riskdesk.gui.widgets.label import Label
from riskdesk.gui.widgets.linkrow import LinkRow
from riskdesk.gui.window import MainWindow
from tests.gui.keys import commit


def titles(page: RiskPage) -> list[str]:
    return [page.model.index(row, 2).data() for row in range(page.model.rowCount())]


def levels(page: RiskPage) -> list[str]:
    return [page.model.index(row, 1).data() for row in range(page.model.rowCount())]


def banners(page: RiskPage) -> list[str]:
    """What stands in the banners over the open risk."""
    return [banner.words.text() for banner in page.detail.findChildren(Banner) if banner.isVisible()]


def test_the_register_opens_on_the_gravest_risk(page: RiskPage) -> None:
    ranks = [{"Red": 3, "Yellow": 2, "Blue": 1}.get(level, 0) for level in levels(page)]
    assert ranks == sorted(ranks, reverse=True)
    assert isinstance(page.detail.record, Risk)
    assert page.detail.record.level is Level.RED


def test_typing_finds_and_esc_clears(page: RiskPage, qtbot: QtBot) -> None:
    everything = page.model.rowCount()
    page.focus_search()
    commit(page.bar.search, "电梯困人")
    assert titles(page)
    assert all("困人" in title or "电梯" in title for title in titles(page)[:1])
    assert 0 < page.model.rowCount() < everything
    qtbot.keyClick(page.bar.search, Qt.Key.Key_Escape)
    assert page.model.rowCount() == everything


def test_nothing_found_offers_the_way_back(page: RiskPage, qtbot: QtBot) -> None:
    commit(page.bar.search, "根本没有这个词")
    assert page.model.rowCount() == 0
    assert page._list_stack.currentWidget() is page.empty
    page.empty.second.emit()
    assert page.model.rowCount() > 0


def test_filters_narrow_the_list(page: RiskPage) -> None:
    page.bar.set_sight(Sight().with_values("level", ("red",)))
    assert set(levels(page)) == {"Red"}
    page.bar.set_sight(page.bar.sight.with_values("status", ("closed",)))
    assert page.model.rowCount() == 0


def test_a_new_risk_by_keyboard_alone(page: RiskPage, qtbot: QtBot) -> None:
    before = page.model.rowCount()
    qtbot.keyClick(page.table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    editor = page.detail.editor
    assert editor is not None
    assert page.detail.is_editing
    title, family = editor.bindings["title"].widget, editor.bindings["family"].widget
    commit(title, "连廊玻璃松动")
    qtbot.keyClick(title, Qt.Key.Key_Tab)
    assert family.hasFocus()
    qtbot.keyClick(family, Qt.Key.Key_Down)
    qtbot.keyClick(family, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert page.model.rowCount() == before + 1
    assert page.detail.record is not None
    assert page.detail.record.name_text == "连廊玻璃松动"
    assert page.desk.risks.get(page.detail.record.id).next_review is not None


def test_an_error_stands_at_its_field_and_nothing_typed_is_lost(page: RiskPage, qtbot: QtBot) -> None:
    page.new_record()
    editor = page.detail.editor
    assert editor is not None
    editor.bindings["place"].set_value("3 栋")
    editor.bindings["next_review"].set_raw("某天")
    editor.save()
    assert editor.fields["next_review"].error().startswith("Not a date.")
    assert editor.fields["title"].error() == "Please fill this in."
    editor.bindings["next_review"].set_raw("+7")
    editor.save()
    assert editor.fields["next_review"].error() == ""
    assert editor.fields["title"].error() == "Please fill this in."
    assert editor.bindings["place"].value() == "3 栋"
    assert page.detail.is_editing


def test_edit_save_undo_redo(page: RiskPage, window: MainWindow, qtbot: QtBot) -> None:
    record = page.detail.record
    assert isinstance(record, Risk)
    page.edit_record()
    editor = page.detail.editor
    assert editor is not None
    editor.bindings["title"].set_value("改过的标题")
    editor.bindings["status"].set_value(RiskStatus.MONITORED)
    editor.save()
    assert page.desk.risks.get(record.id).title == "改过的标题"
    window.session.undo()
    assert page.desk.risks.get(record.id) == record
    assert page.detail.record == record
    window.session.redo()
    assert page.desk.risks.get(record.id).title == "改过的标题"


def test_a_draft_comes_back_after_a_crash(page: RiskPage, qtbot: QtBot) -> None:
    record = page.detail.record
    assert isinstance(record, Risk)
    page.edit_record()
    editor = page.detail.editor
    assert editor is not None
    commit(editor.bindings["place"].widget, "地下室")
    qtbot.waitUntil(lambda: page.desk.store.draft(page.desk.person, "risk", record.id) is not None)
    # As after a crash: a new window that knows nothing of the old one.
    again = RiskPage(page.session)
    qtbot.addWidget(again)
    again.show()
    again.enter()
    again.open_editor("risk", record.id, {})
    assert again.detail.editor is not None
    assert again.detail.editor.bindings["place"].value().endswith("地下室")
    assert again.detail.editor.banner.isVisible()
    assert page.desk.risks.get(record.id).place == record.place


def test_somebody_else_changed_the_same_field(page: RiskPage) -> None:
    record = page.detail.record
    assert isinstance(record, Risk)
    page.edit_record()
    editor = page.detail.editor
    assert editor is not None
    editor.bindings["place"].set_value("我的地点")
    other = page.desk.another()
    other.risks.save(record.changed(place="别人的地点", consequence="别人的后果"), record)
    other.close()
    editor.save()
    assert editor.conflict.isVisible()
    assert page.desk.risks.get(record.id).place == "别人的地点"
    editor.conflict.take.click()
    assert page.desk.risks.get(record.id).place == "我的地点"
    assert page.desk.risks.get(record.id).consequence == "别人的后果"


def test_rescoring_follows_the_matrix(page: RiskPage, window: MainWindow) -> None:
    record = page.detail.record
    assert isinstance(record, Risk)
    page.score("current")
    page.scoring.judging.pickers["likelihood"].set_value(1)
    page.scoring.judging.pickers["severity"].set_value(2)
    page.scoring.save()
    current = page.desk.risks.get(record.id).current
    assert (current.level, current.score and current.score.points) == (Level.BLUE, 2)
    assert page.detail.is_reading
    assert any("Blue" in text for text in window.overlays.notices.texts())


def test_a_level_by_hand_asks_for_a_reason(page: RiskPage) -> None:
    record = page.detail.record
    assert isinstance(record, Risk)
    page.score("current")
    page.scoring.judging.method.set_current("hand")
    page.scoring.judging._choose_method("hand")
    page.scoring.judging.pickers["level"].set_value(Level.YELLOW)
    page.scoring.save()
    assert "reason" in page.scoring.judging.reason_field.error()
    page.scoring.judging.reason.setText("上级要求")
    page.scoring.save()
    assert page.desk.risks.get(record.id).current.by_hand


def test_a_level_by_hand_keeps_the_measures_that_are_ticked(page: RiskPage, qtbot: QtBot) -> None:
    record = page.detail.record
    assert isinstance(record, Risk)
    page.desk.risks.rescore(record.id, "current", Matrix(likelihood=4, severity=5))
    measure = page.desk.actions.add(Action(title="换门机", risk_ids=(record.id,))).value
    page.desk.actions.finish(measure.id)
    page.open_record("risk", record.id)
    qtbot.waitUntil(lambda: "Measures done since this score: 1. Please look at it again." in banners(page))
    page.score("current")
    judging = page.scoring.judging
    judging.method.set_current("hand")
    judging._choose_method("hand")
    judging.pickers["level"].set_value(Level.BLUE)
    judging.reason.setText("已现场复核")
    page.scoring.save()
    current = page.desk.risks.get(record.id).current
    assert measure.id in current.counted
    assert (current.level, current.score) == (Level.BLUE, Matrix(likelihood=4, severity=5))
    qtbot.waitUntil(lambda: page.detail.is_reading and not any("at it again" in text for text in banners(page)))


def test_deleting_offers_undo(page: RiskPage, window: MainWindow) -> None:
    before = page.model.rowCount()
    page.delete()
    assert page.model.rowCount() == before - 1
    assert any("was deleted" in text for text in window.overlays.notices.texts())
    window.session.undo()
    assert page.model.rowCount() == before


def test_copy_gives_tab_separated_text(page: RiskPage, qtbot: QtBot) -> None:
    page.table.setFocus()
    page.table.go_to_row(0)
    qtbot.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text().split("\t")[0].startswith("JX-R-")


def test_history_shows_who_changed_what(page: RiskPage) -> None:
    record = page.detail.record
    assert isinstance(record, Risk)
    page.desk.risks.save(record.changed(place="四层"), record)
    page.history()
    assert not page.detail.is_reading
    from riskdesk.gui.widgets.label import Prose

    assert any("四层" in prose.toPlainText() for prose in page.detail.findChildren(Prose))
    assert page.back()
    assert page.detail.is_reading


def test_a_saved_view_comes_back(page: RiskPage) -> None:
    page.bar.set_sight(Sight().with_values("level", ("red",)))
    page.views.keep("红色")
    page.bar.clear()
    assert len(set(levels(page))) > 1
    assert page.session.settings.views["risk"][0]["filters"] == [["level", ["red"]]]


def test_contracts_stand_in_the_transfer_strand(page: RiskPage, window: MainWindow, qtbot: QtBot) -> None:
    risk = page.detail.record
    assert isinstance(risk, Risk)
    ends = page.desk.today + dt.timedelta(days=200)
    contract = page.desk.contracts.add(Contract(title="物业责任险", ends_on=ends, risk_ids=(risk.id,))).value
    page.open_record("risk", risk.id)
    reader = page.detail.reader
    row = reader.findChild(LinkButton, f"contract:{contract.id}")
    assert row.text() == "物业责任险"
    assert f"until {ends}" in [label.text() for label in reader.findChildren(Label)]
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert window.current is not None
    assert window.current.KEY == "contract"


def test_the_complaints_behind_a_risk_open_as_a_list(page: RiskPage, window: MainWindow, qtbot: QtBot) -> None:
    risk = page.detail.record
    assert isinstance(risk, Risk)
    for n in range(2):
        page.desk.complaints.add(Complaint(title=f"投诉 {n}", received_on=page.desk.today, risk_ids=(risk.id,)))
    page.desk.complaints.add(Complaint(title="别的", received_on=page.desk.today))
    page.open_record("risk", risk.id)
    row = next(row for row in page.detail.findChildren(LinkRow) if row.accessibleName().startswith("Complaint 2"))
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    there = window.current
    assert there is not None
    assert there.KEY == "complaint"
    assert there.model.total == 2


def test_the_meeting_of_the_quarter_is_one_click_away(page: RiskPage, window: MainWindow, qtbot: QtBot) -> None:
    action = page._meeting
    assert action.text() == f"Q{Quarter.of(page.desk.today).number} meeting"
    action.trigger()
    assert window.current is not None
    assert window.current.KEY == "review"
