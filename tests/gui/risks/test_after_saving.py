"""Where a saved record stands: the list shows it, or says that it is hidden."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from riskdesk.domain.risk import Risk
from riskdesk.gui.pages.actions import ActionPage
from riskdesk.gui.pages.filters import Sight
from riskdesk.gui.pages.risks import RiskPage
from riskdesk.gui.widgets.notice import Notice
from riskdesk.gui.window import MainWindow
from tests.gui.keys import commit


def enter(page: RiskPage, title: str) -> Risk:
    """A new risk, typed and saved."""
    page.new_record()
    editor = page.detail.editor
    assert editor is not None
    commit(editor.bindings["title"].widget, title)
    editor.bindings["family"].set_value("fire")
    editor.save()
    risk = page.detail.record
    assert isinstance(risk, Risk)
    return risk


def in_sight(page: RiskPage) -> str:
    """The id of the row that is current, selected and in sight."""
    index = page.table.currentIndex()
    assert index.isValid()
    assert page.table.selected_rows() == [index.row()]
    assert page.table.viewport().rect().contains(page.table.visualRect(index).center())
    return page.model.id_at(index.row())


def notices(window: MainWindow) -> list[Notice]:
    """What is told, the oldest first."""
    return list(window.overlays.notices._shown.values())


def test_the_list_goes_to_a_new_record(page: RiskPage) -> None:
    for number in range(40):
        page.desk.risks.add(Risk(title=f"风险 {number}", family="legal"))
    risk = enter(page, "充电桩过热")
    assert in_sight(page) == risk.id
    assert page._open_id == risk.id
    page.refresh({"risk": frozenset({risk.id})})
    assert in_sight(page) == risk.id


def test_a_record_that_the_filter_hides_says_so_and_can_be_shown(page: RiskPage, window: MainWindow) -> None:
    page.bar.set_sight(Sight().with_values("level", ("red",)))
    risk = enter(page, "充电桩过热")
    assert page.detail.record is not None
    assert page.detail.record.id == risk.id
    assert page.table.selected_rows() == []
    told = notices(window)[-1]
    assert f"{risk.number} is saved" in told.words.text()
    page.desk.risks.save(risk.changed(place="B1"), risk)
    assert page.detail.record.id == risk.id
    told.button.click()
    assert page.bar.sight == Sight()
    assert in_sight(page) == risk.id


def test_a_hidden_new_record_that_is_undone_gives_way_to_the_first(page: RiskPage, window: MainWindow) -> None:
    page.bar.set_sight(Sight().with_values("level", ("red",)))
    risk = enter(page, "充电桩过热")
    window.session.undo()
    assert page.detail.record is not None
    assert page.detail.record.id != risk.id
    assert in_sight(page) == page.detail.record.id


def test_its_group_is_opened(page: RiskPage) -> None:
    page.groups.group_by("family")
    page.groups.close_all()
    risk = enter(page, "充电桩过热")
    assert in_sight(page) == risk.id
    assert [head.value for head in page.model.heads() if head.opened] == ["fire"]


def test_a_new_measure_from_the_risk_is_shown_in_its_list(page: RiskPage, window: MainWindow, qtbot: QtBot) -> None:
    page.detail.reader._new_measure()  # type: ignore[attr-defined]
    actions = window.current
    assert isinstance(actions, ActionPage)
    editor = actions.detail.editor
    assert editor is not None
    commit(editor.bindings["title"].widget, "加装烟感")
    editor.save()
    record = actions.detail.record
    assert record is not None
    assert record.name_text == "加装烟感"
    assert actions.model.id_at(actions.table.currentIndex().row()) == record.id
