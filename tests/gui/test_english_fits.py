"""At 1280 by 800 in English: what a column says by itself stands whole, lists and numbers read as English does."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from riskdesk import formats, i18n
from riskdesk.domain.action import Action
from riskdesk.domain.incident import Incident
from riskdesk.domain.level import Matrix
from riskdesk.domain.risk import Risk
from riskdesk.gui.attachments import RecordAttachments
from riskdesk.gui.pages.filters import Sight
from riskdesk.gui.pages.list_page import ListPage
from riskdesk.gui.pages.overview import OverviewPage, words
from riskdesk.gui.pages.overview.todo import TodoTable
from riskdesk.gui.pages.risks import RiskPage
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.cells import PADDING
from riskdesk.gui.widgets.label import Label
from riskdesk.gui.widgets.paint import WRAP
from riskdesk.gui.widgets.score import ScoreCard
from riskdesk.gui.window import MainWindow
from riskdesk.i18n import tr


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


@pytest.fixture
def register(window: MainWindow, qtbot: QtBot) -> RiskPage:
    """The register with a scored red risk, an open measure of it, in a family of a long name, overdue."""
    desk = window.session.desk
    judged = desk.policy.assess(Matrix(likelihood=5, severity=5), desk.today)
    late = desk.today - dt.timedelta(days=14)
    risk = desk.risks.add(
        Risk(title="Lift stops", family="natural", inherent=judged, current=judged, target=judged, next_review=late)
    ).value
    for n in range(3):
        desk.actions.add(Action(title=f"measure {n}", risk_ids=(risk.id,)))
    window.go_to("risk")
    page = window.current
    assert isinstance(page, RiskPage)
    page.open_record("risk", risk.id)
    settle()
    return page


def room(page: ListPage, column: int) -> float:
    return page.table.columnWidth(column) - 2 * theme().px(PADDING)


def test_no_column_of_the_register_is_cut_and_nothing_scrolls_sideways(register: RiskPage) -> None:
    table, body, bold = register.table, theme().font(), theme().font("body", bold=True)
    small = theme().font("small", bold=True)
    assert table.horizontalScrollBar().maximum() == 0
    row = table.currentIndex().row()
    for column in table.shown_columns():
        index = register.model.index(row, column)
        spec = register.model.columns[column]
        assert QFontMetricsF(small).horizontalAdvance(tr(spec.title)) <= room(register, column), spec.key
        if spec.key not in ("title", "level"):
            font = bold if register.model.look(index).tone == "red" else body
            assert QFontMetricsF(font).horizontalAdvance(index.data()) <= room(register, column), spec.key


def test_measures_show_where_there_is_room_for_them(register: RiskPage, window: MainWindow) -> None:
    measures = next(place for place, spec in enumerate(register.model.columns) if spec.key == "measures")
    assert measures in register.table.shown_columns()
    register.splitter.setSizes([620, 440])
    settle()
    assert measures not in register.table.shown_columns()
    i18n.set_language("zh")
    assert register.model.columns[measures].from_width == 0


def test_the_notes_of_the_score_cards_stand_whole(register: RiskPage) -> None:
    cards = [card for card in register.detail.findChildren(ScoreCard) if card.isVisible()]
    small = QFontMetricsF(theme().font("small"))
    assert len({card.height() for card in cards}) == 1
    for card in cards:
        width = card.width() - 2 * theme().px(10)
        needed = small.boundingRect(QRectF(0, 0, width, 1e6), WRAP, card._note)
        assert round(needed.height() / small.lineSpacing()) <= card._note_lines(), card._note


def test_the_sentence_on_the_likelihood_ends(register: RiskPage) -> None:
    said = [label.text() for label in register.detail.findChildren(Label) if "Likelihood 5" in label.text()]
    assert said[0].endswith(". It did not happen in the last 12 months.")


def test_files_are_added_by_a_link_that_is_whole(register: RiskPage) -> None:
    box = register.detail.findChild(RecordAttachments)
    assert box is not None
    assert box.add.width() >= box.add.sizeHint().width()
    small = QFontMetricsF(theme().font("small"))
    assert small.horizontalAdvance(box.hint.text()) <= box.hint.width()


def test_what_a_measure_lacks_is_listed_as_in_english(window: MainWindow) -> None:
    window.session.desk.actions.add(Action(title="Paint the kerb"))
    window.go_to("action")
    page = window.current
    assert isinstance(page, ListPage)
    page.bar.set_sight(Sight("Paint the kerb"))
    title = next(place for place, spec in enumerate(page.model.columns) if spec.key == "title")
    assert page.model.look(page.model.index(0, title)).suffix == "no owner, no due date"
    i18n.set_language("zh")
    assert formats.listed(["甲", "", "乙"]) == "甲、乙"


def test_one_record_is_one(window: MainWindow) -> None:
    now = window.session.desk.clock()
    window.session.desk.incidents.report(Incident(title="Lift stops", tier="general_3", started_at=now))
    window.go_to("incident")
    page = window.current
    assert isinstance(page, ListPage)
    assert page.head.sub.text().startswith("1 record ·")
    assert formats.records(1) == "1 record"
    assert formats.records(1203) == "1,203 records"


def test_what_and_when_stand_whole_in_the_list_of_the_overview(window: MainWindow) -> None:
    window.go_to("overview")
    settle()
    page = window.current
    assert isinstance(page, OverviewPage)
    table = page.findChild(TodoTable)
    assert table is not None
    body = QFontMetricsF(theme().font())
    for column, told in ((0, words.WHEN), (1, tuple(words.WHAT.values()))):
        wide = table.columnWidth(column) - 2 * theme().px(PADDING)
        assert max(body.horizontalAdvance(tr(word)) for word in told) <= wide
