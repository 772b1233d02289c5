"""Editing several risks together."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from riskdesk.domain.risk import RiskStatus
from riskdesk.gui.pages.risks import RiskPage
from riskdesk.gui.pages.risks.together import TogetherPane
from riskdesk.gui.window import MainWindow
from tests.gui.risks.helpers import SHIFT, risk


def opened(page: RiskPage, qtbot: QtBot, rows: list[int]) -> TogetherPane:
    page.table.select_rows(rows)
    qtbot.keyClick(page.table, Qt.Key.Key_F2, SHIFT)
    pane = page._together
    assert pane is not None
    assert pane.isVisible()
    return pane


def test_only_what_is_ticked_changes_and_the_count_is_said_before(
    page: RiskPage, window: MainWindow, people: dict[str, str], qtbot: QtBot
) -> None:
    before = [risk(page, row) for row in range(5)]
    pane = opened(page, qtbot, [0, 1, 2, 3])
    assert not pane.head.ok.isEnabled()
    pane.bindings["owner_id"].set_value(people["林岚"])
    pane.bindings["owner_id"].changed.emit()
    pane.bindings["review_days"].widget.setText("30")
    assert {name for name, tick in pane.ticks.items() if tick.isChecked()} == {"owner_id", "review_days"}
    qtbot.waitUntil(lambda: pane.sum.text() == "4 of 4 risks change.")
    assert [risk(page, row) for row in range(5)] == before
    qtbot.keyClick(pane, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.desk.risks.get(before[3].id).review_days == 30)
    qtbot.waitUntil(lambda: page.detail.is_reading)
    after = [page.desk.risks.get(one.id) for one in before]
    for one, old in zip(after, before, strict=True):
        assert one.changed(owner_id=old.owner_id, review_days=old.review_days) == old
    assert {one.owner_id for one in after[:4]} == {people["林岚"]}
    assert after[4] == before[4]
    assert any("4 risks were changed" in text for text in window.overlays.notices.texts())
    window.session.undo()
    assert [page.desk.risks.get(one.id) for one in before] == before


def test_the_same_risks_stay_selected_after_the_edit(page: RiskPage, qtbot: QtBot) -> None:
    pane = opened(page, qtbot, [1, 3])
    ids = set(page.table.selected_ids())
    pane.bindings["next_review"].set_raw("2029-01-01")
    pane.save()
    qtbot.waitUntil(lambda: all(page.desk.risks.get(id).next_review for id in ids) and page.detail.is_reading)
    qtbot.waitUntil(lambda: set(page.table.selected_ids()) == ids)


def test_playbooks_are_added_and_taken_away(page: RiskPage, qtbot: QtBot) -> None:
    books = [row["id"] for row in page.desk.rows("playbook", page.desk.ns("playbook", page.query().__class__())[:2])]
    first = risk(page, 0)
    page.desk.risks.save(first.changed(playbook_ids=(books[0],)), first)
    row = page.model.row_of(page.desk.store.row_number("risk", first.id) or 0)
    pane = opened(page, qtbot, [row])
    pane.bindings["add"].set_value([books[1]])
    pane.bindings["drop"].set_value([books[0]])
    pane.ticks["add"].setChecked(True)
    pane.ticks["drop"].setChecked(True)
    pane.save()
    qtbot.waitUntil(lambda: page.desk.risks.get(first.id).playbook_ids == (books[1],))


def test_what_all_have_in_common_is_shown(page: RiskPage, qtbot: QtBot) -> None:
    for row in range(3):
        one = risk(page, row)
        page.desk.risks.save(one.changed(status=RiskStatus.MONITORED, review_days=90 + row), one)
    pane = opened(page, qtbot, [0, 1, 2])
    assert pane.bindings["status"].value() == RiskStatus.MONITORED
    assert pane.bindings["review_days"].raw() == ""


def test_a_wrong_value_is_told_and_nothing_is_written(page: RiskPage, qtbot: QtBot) -> None:
    before = risk(page, 0)
    pane = opened(page, qtbot, [0, 1])
    pane.bindings["next_review"].set_raw("改天")
    pane.save()
    assert pane.problem.isVisible()
    pane.ticks["next_review"].setChecked(False)
    pane.bindings["review_days"].widget.setText("0")
    pane.save()
    qtbot.waitUntil(lambda: "at least 1" in pane.problem.words.text())
    assert risk(page, 0) == before


def test_the_pane_follows_the_selection(page: RiskPage, qtbot: QtBot) -> None:
    pane = opened(page, qtbot, [0, 1])
    page.table.select_rows([0, 1, 2, 3, 4])
    qtbot.waitUntil(lambda: "5 risks" in pane.head.title.text())
    assert pane.isVisible()


def test_many_risks_are_read_off_the_gui_thread(page: RiskPage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    monkeypatch.setattr("riskdesk.gui.pages.risks.together.AT_ONCE", 2)
    pane = opened(page, qtbot, [0, 1, 2, 3])
    pane.ticks["status"].setChecked(True)
    pane.bindings["status"].set_value(RiskStatus.CLOSED)
    qtbot.waitUntil(lambda: pane.sum.text() == "4 of 4 risks change.")


def test_esc_leaves_everything_as_it_was(page: RiskPage, qtbot: QtBot) -> None:
    before = risk(page, 0)
    pane = opened(page, qtbot, [0, 1])
    pane.bindings["review_days"].widget.setText("7")
    qtbot.keyClick(pane.ticks["owner_id"], Qt.Key.Key_Escape)
    assert page.detail.is_reading
    assert risk(page, 0) == before


def test_what_would_be_emptied_is_said_before(page: RiskPage, people: dict[str, str], qtbot: QtBot) -> None:
    numbers = [page.model.n_of(row) for row in (0, 1)]
    page.desk.risks.save_many(numbers, {"owner_id": people["林岚"]})
    pane = opened(page, qtbot, [0, 1])
    pane.bindings["owner_id"].set_value("")
    pane.ticks["owner_id"].setChecked(True)
    qtbot.waitUntil(lambda: pane.sum.text() == "2 of 2 risks change. Emptied in all of them: Owner.")
