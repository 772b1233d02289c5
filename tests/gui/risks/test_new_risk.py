"""Entering a new risk: facts and score in one form, saved in one step."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from riskdesk.domain.level import Lec, Level, Matrix
from riskdesk.domain.risk import Risk
from riskdesk.gui.editor import RecordEditor
from riskdesk.gui.pages.risks import RiskPage
from riskdesk.gui.pages.risks.judging import Judging
from riskdesk.gui.widgets.score import ScoreCard
from riskdesk.gui.window import MainWindow
from tests.gui.keys import commit

CTRL = Qt.KeyboardModifier.ControlModifier


def new(page: RiskPage, qtbot: QtBot, title: str = "充电桩过热") -> RecordEditor:
    """Ctrl+N, and what has to be filled in."""
    qtbot.keyClick(page.table, Qt.Key.Key_N, CTRL)
    editor = page.detail.editor
    assert editor is not None
    commit(editor.bindings["title"].widget, title)
    editor.bindings["family"].set_value("fire")
    return editor


def judging(editor: RecordEditor, which: str) -> Judging:
    """How a judgement is made in the editor."""
    found = editor.bindings[which].widget
    assert isinstance(found, Judging)
    return found


def press(qtbot: QtBot, editor: RecordEditor, which: str, **figures: str) -> None:
    """Type a figure on each scale."""
    for key, figure in figures.items():
        qtbot.keyClicks(judging(editor, which).pickers[key], figure)


def test_a_risk_is_entered_and_scored_in_one_undoable_step(page: RiskPage, window: MainWindow, qtbot: QtBot) -> None:
    before = page.model.rowCount()
    editor = new(page, qtbot)
    press(qtbot, editor, "inherent", likelihood="4", severity="4")
    press(qtbot, editor, "current", likelihood="2", severity="4")
    assert judging(editor, "current").level() is Level.YELLOW
    qtbot.keyClick(judging(editor, "current").pickers["severity"], Qt.Key.Key_S, CTRL)
    risk = page.detail.record
    assert isinstance(risk, Risk)
    assert (risk.inherent.score, risk.current.score) == (
        Matrix(likelihood=4, severity=4),
        Matrix(likelihood=2, severity=4),
    )
    assert (risk.inherent.level, risk.level, risk.current.on) == (Level.RED, Level.YELLOW, page.desk.today)
    window.session.undo()
    assert page.model.rowCount() == before


def test_the_family_is_asked_for_and_never_guessed(page: RiskPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.table, Qt.Key.Key_N, CTRL)
    editor = page.detail.editor
    assert editor is not None
    assert editor.bindings["family"].value() is None
    editor.save()
    assert editor.fields["title"].error() == "Please fill this in."
    assert editor.fields["family"].error() == "Please choose one."
    commit(editor.bindings["title"].widget, "充电桩过热")
    editor.save()
    assert page.detail.is_editing
    assert editor.bindings["family"].widget.hasFocus()
    assert editor.bindings["family"].widget.property("invalid")
    editor.bindings["family"].set_value("fire")
    editor.save()
    assert isinstance(page.detail.record, Risk)
    assert page.detail.record.family == "fire"


def test_the_score_may_stay_open(page: RiskPage, qtbot: QtBot) -> None:
    editor = new(page, qtbot)
    press(qtbot, editor, "current", likelihood="3")
    editor.save()
    assert editor.fields["current"].error() == "Choose a value on each scale."
    judging(editor, "current").clear.click()
    editor.save()
    risk = page.detail.record
    assert isinstance(risk, Risk)
    assert risk.title == "充电桩过热"
    assert risk.level is None
    cards = [card for card in page.detail.reader.findChildren(ScoreCard) if card.isVisible()]
    card = next(card for card in cards if card.objectName() == "inherent")
    assert "Click to score" in card.accessibleName()
    card.click()
    assert page.scoring.isVisible()
    assert page.scoring.which.current() == "inherent"


def test_lec_and_a_level_by_hand(page: RiskPage, qtbot: QtBot) -> None:
    editor = new(page, qtbot)
    inherent, current = judging(editor, "inherent"), judging(editor, "current")
    qtbot.keyClick(inherent.method, Qt.Key.Key_Right)
    press(qtbot, editor, "inherent", likelihood="6", exposure="6", consequence="7")
    for _ in range(2):
        qtbot.keyClick(current.method, Qt.Key.Key_Right)
    current.pickers["level"].set_value(Level.BLUE)
    current.pickers["level"].changed.emit(Level.BLUE)
    assert current.reason_field.isVisible()
    editor.save()
    assert "reason" in editor.fields["current"].error()
    current.reason.setText("已停用")
    editor.save()
    risk = page.detail.record
    assert isinstance(risk, Risk)
    assert risk.inherent.score == Lec(likelihood=6, exposure=6, consequence=7)
    assert (risk.current.level, risk.current.by_hand, risk.current.reason) == (Level.BLUE, True, "已停用")


def test_a_current_level_above_the_inherent_one_asks_for_a_reason(page: RiskPage, qtbot: QtBot) -> None:
    editor = new(page, qtbot)
    current = judging(editor, "current")
    press(qtbot, editor, "current", likelihood="4", severity="4")
    assert not current.reason_field.isVisible()
    press(qtbot, editor, "inherent", likelihood="1", severity="2")
    assert current.reason_field.isVisible()
    editor.save()
    assert "above inherent" in editor.fields["current"].error()
    commit(current.reason, "措施本身带来风险")
    editor.save()
    assert isinstance(page.detail.record, Risk)
    assert page.detail.record.level is Level.RED


def test_a_half_chosen_score_survives_a_crash(page: RiskPage, qtbot: QtBot) -> None:
    editor = new(page, qtbot)
    press(qtbot, editor, "current", likelihood="3")
    qtbot.wait(500)
    page.detail.clear()
    page.new_record()
    assert judging(editor, "current").values() == {"likelihood": 3, "severity": None}
    assert editor.banner.isVisible()


def test_an_entered_risk_is_scored_in_its_own_place(page: RiskPage) -> None:
    page.edit_record()
    editor = page.detail.editor
    assert editor is not None
    assert not judging(editor, "current").isVisible()
    before = page.detail.record
    assert isinstance(before, Risk)
    editor.bindings["place"].set_value("5 栋")
    editor.save()
    after = page.desk.risks.get(before.id)
    assert after.place == "5 栋"
    assert after.judgements == before.judgements


def test_a_site_that_does_not_exist_yet_is_made_in_the_form(page: RiskPage, qtbot: QtBot) -> None:
    editor = new(page, qtbot)
    site = editor.bindings["site_id"].widget
    commit(site, "云栖苑")
    qtbot.keyClick(site, Qt.Key.Key_Return)
    editor.save()
    assert isinstance(page.detail.record, Risk)
    assert page.desk.name(page.detail.record.site_id) == "云栖苑"


def test_a_site_that_is_only_half_told_is_neither_lost_nor_guessed(page: RiskPage, qtbot: QtBot) -> None:
    desk = page.desk
    sites = [desk.directory.add_named("site", name).value for name in ("云庭", "云庭二期", "锦绣花园")]
    editor = new(page, qtbot)
    site, field = editor.bindings["site_id"], editor.fields["site_id"]
    commit(site.widget, "云庭")
    editor.bindings["title"].widget.setFocus()
    assert site.widget.text() == "云庭"
    count = desk.store.count("risk")
    qtbot.keyClick(editor, Qt.Key.Key_S, CTRL)
    assert desk.store.count("risk") == count
    assert "Choose one from the list" in field.error()
    assert editor.changed_raw()["site_id"] == {"typed": "云庭"}
    site.widget.selectAll()
    commit(site.widget, "锦绣")
    editor.bindings["title"].widget.setFocus()
    assert site.widget.text() == "锦绣花园"
    qtbot.keyClick(editor, Qt.Key.Key_S, CTRL)
    assert page.detail.record.site_id == sites[2].id  # type: ignore[union-attr]
