"""The grades of LEC stand whole and say what they are, in both languages."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QSplitter
from pytestqt.qtbot import QtBot

from riskdesk import i18n
from riskdesk.domain.level import LIKELIHOODS, Lec
from riskdesk.domain.risk import Risk
from riskdesk.gui.pages.risks import RiskPage
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.grade import GradePicker
from riskdesk.gui.widgets.paint import WRAP, breakable
from riskdesk.gui.window import MainWindow


@pytest.fixture(params=["zh", "en"])
def scoring(request: pytest.FixtureRequest, window: MainWindow, qtbot: QtBot) -> RiskPage:
    i18n.set_language(request.param)
    window.resize(1280, 800)
    window.go_to("risk")
    page = window.current
    assert isinstance(page, RiskPage)
    page.score("current")
    judging = page.scoring.judging
    judging.method.set_current("lec")
    judging.method.changed.emit("lec")
    for _ in range(4):
        QApplication.processEvents()
    return page


def whole(picker: GradePicker) -> bool:
    """Whether every word has its place inside its cell, and every cell inside the picker."""
    small = QFontMetricsF(theme().font("small"))
    for place, grade in enumerate(picker._grades):
        cell = picker._cell(place)
        room = QRectF(0, 0, cell.width() - 8, 1e6)
        needed = small.boundingRect(room, WRAP, breakable(grade.word))
        if needed.width() > room.width() or needed.height() > cell.height() - theme().px(29) + 1:
            return False
        if cell.right() > picker.width() + 1 or cell.bottom() > picker.height() + 1:
            return False
    return True


def test_every_word_stands_whole(scoring: RiskPage) -> None:
    pickers = scoring.scoring.judging.pickers
    assert list(pickers) == ["likelihood", "exposure", "consequence"]
    for picker in pickers.values():
        assert picker.isVisible()
        assert whole(picker)
    area = scoring.scoring.findChild(QScrollArea)
    assert area is not None
    assert area.horizontalScrollBar().maximum() == 0


def test_a_risk_scored_so_before_opens_at_its_top_and_fits_the_width(scoring: RiskPage) -> None:
    pane, risk = scoring.scoring, scoring.detail.record
    assert isinstance(risk, Risk)
    scoring.desk.risks.rescore(risk.id, "current", Lec(likelihood=0.5, exposure=0.5, consequence=100))
    scoring.score("current")
    area = pane.findChild(QScrollArea)
    assert area is not None
    for _ in range(4):
        QApplication.processEvents()
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    pane.closed.emit()
    scoring.score("current")
    for _ in range(4):
        QApplication.processEvents()
    assert area.verticalScrollBar().value() == 0
    assert area.horizontalScrollBar().maximum() == 0
    assert pane.judging.before.text()
    assert all(map(whole, pane.judging.pickers.values()))
    told = pane.judging.before
    assert told.mapTo(area.viewport(), told.rect().topRight()).x() <= area.viewport().width()


def test_the_letters_are_told_in_words(scoring: RiskPage) -> None:
    told = {label.text() for label in scoring.scoring.judging.findChildren(QLabel)}
    if i18n.language() == "en":
        assert {"Likelihood L", "Exposure E", "Consequence C"} <= told
    else:
        assert {i18n.tr("Likelihood L"), i18n.tr("Exposure E"), i18n.tr("Consequence C")} <= told


def test_a_grade_in_the_second_row_is_clicked_and_the_keys_go_through_both(scoring: RiskPage, qtbot: QtBot) -> None:
    pickers = scoring.scoring.judging.pickers
    likelihood = pickers["likelihood"]
    place = len(LIKELIHOODS) - 1
    assert likelihood._cell(place).y() > likelihood._cell(0).y()
    qtbot.mouseClick(likelihood, Qt.MouseButton.LeftButton, pos=likelihood._cell(place).center().toPoint())
    assert likelihood.value() == 10
    qtbot.keyClick(likelihood, Qt.Key.Key_Left)
    assert likelihood.value() == 6
    pickers["exposure"].set_value(3)
    pickers["consequence"].set_value(15)
    assert scoring.scoring.judging.score() == Lec(likelihood=6, exposure=3, consequence=15)


def test_at_a_generous_width_they_stand_in_one_row(scoring: RiskPage, window: MainWindow) -> None:
    window.resize(2400, 1000)
    splitter = scoring.splitter
    assert isinstance(splitter, QSplitter)
    splitter.setSizes([600, 1500])
    for _ in range(4):
        QApplication.processEvents()
    likelihood = scoring.scoring.judging.pickers["likelihood"]
    assert likelihood._cell(6).y() == 0
    assert whole(likelihood)
