"""What is only read, or clicked to go on: facts, scores, links, timeline, charts, figures."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.barchart import BarChart, Series, nice_step
from riskdesk.gui.widgets.bars import Bar, CoverageBars
from riskdesk.gui.widgets.facts import Fact, Facts
from riskdesk.gui.widgets.heatmap import HeatMap
from riskdesk.gui.widgets.label import ElidedLabel, Label, Prose
from riskdesk.gui.widgets.linkrow import LinkRow
from riskdesk.gui.widgets.score import ScoreCard
from riskdesk.gui.widgets.stat import StatCard, number_parts
from riskdesk.gui.widgets.tag import LevelTag, Tag
from riskdesk.gui.widgets.timeline import Moment, Timeline

LEVELS = [["blue"] * 5, ["blue"] * 5, ["blue", "blue", "yellow", "yellow", "red"], ["yellow"] * 5, ["red"] * 5]


def counts() -> list[list[int]]:
    made = [[0] * 5 for _ in range(5)]
    made[3][4] = 7
    return made


def show(widget: QWidget, qtbot: QtBot, width: int = 300, height: int = 240) -> None:
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    qtbot.waitUntil(widget.isActiveWindow)


def test_the_heat_map_opens_a_cell(qtbot: QtBot) -> None:
    heat = HeatMap("Likelihood", "Severity")
    heat.set_cells(counts(), LEVELS)
    show(heat, qtbot)
    with qtbot.waitSignal(heat.clicked) as clicked:
        qtbot.mouseClick(heat, Qt.MouseButton.LeftButton, pos=heat._cell(4, 5).center().toPoint())
    assert clicked.args == [4, 5]
    assert heat.accessibleName() == "Likelihood 4, Severity 5, Yellow: 7"


def test_the_heat_map_is_walked_by_keyboard(qtbot: QtBot) -> None:
    heat = HeatMap("Likelihood", "Severity")
    heat.set_cells(counts(), LEVELS)
    show(heat, qtbot)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(heat, key)
    with qtbot.waitSignal(heat.clicked) as clicked:
        qtbot.keyClick(heat, Qt.Key.Key_Return)
    assert clicked.args == [2, 2]


def test_likelihood_grows_upwards(qtbot: QtBot) -> None:
    heat = HeatMap("Likelihood", "Severity")
    show(heat, qtbot)
    assert heat._cell(5, 1).top() < heat._cell(1, 1).top()
    assert heat._cell(1, 5).right() <= heat.width()


def test_bars_are_clicked_and_told(qtbot: QtBot) -> None:
    bars = CoverageBars("Drills", [Bar("North", 7, 7), Bar("South", 2, 7, True), Bar("None", 0, 0)])
    show(bars, qtbot)
    with qtbot.waitSignal(bars.clicked) as clicked:
        qtbot.mouseClick(bars, Qt.MouseButton.LeftButton, pos=QPoint(20, theme().px(27) + 5))
    assert clicked.args == [1]
    with qtbot.waitSignal(bars.clicked) as clicked:
        qtbot.keyClick(bars, Qt.Key.Key_Down)
        qtbot.keyClick(bars, Qt.Key.Key_Return)
    assert clicked.args == [2]
    assert "South 2 / 7" in bars.accessibleName()


def test_the_chart_opens_a_month(qtbot: QtBot) -> None:
    chart = BarChart("Risks")
    chart.set_data(
        ["Jan", "Feb", "Mar"], [Series("Yellow", "chart_yellow", [3, 0, 5]), Series("Red", "red", [1, 1, 0])]
    )
    show(chart, qtbot, 400)
    with qtbot.waitSignal(chart.clicked) as clicked:
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(390, 100))
    assert clicked.args == [2]
    assert chart.accessibleName() == "Risks: Jan Yellow 3, Red 1; Feb Yellow 0, Red 1; Mar Yellow 5, Red 0"


def test_an_empty_chart_paints(qtbot: QtBot) -> None:
    chart = BarChart("Risks")
    show(chart, qtbot)
    chart.set_data(["Jan"], [Series("Red", "red", [0])])
    chart.grab()


@pytest.mark.parametrize(("top", "step"), [(0, 1), (3, 1), (6, 2), (27, 10), (100, 50), (410, 200)])
def test_grid_steps(top: float, step: int) -> None:
    assert nice_step(top) == step
    assert top / step <= 5


@pytest.mark.parametrize(
    ("number", "parts"),
    [("11 分 40 秒", "11|分|40|秒"), ("26 / 35", "26 / 35"), ("3", "3"), ("92 %", "92 %"), ("—", "—"), ("", "")],
)
def test_figures_and_units_are_told_apart(number: str, parts: str) -> None:
    assert "|".join(number_parts(number)) == parts


def test_a_figure_opens_what_is_behind(qtbot: QtBot) -> None:
    card = StatCard("Red risks")
    card.set_stat("3", "1 needs work", "red")
    show(card, qtbot, 200, 90)
    with qtbot.waitSignal(card.clicked):
        qtbot.keyClick(card, Qt.Key.Key_Space)
    assert card.accessibleName() == "Red risks 3 1 needs work"


def test_the_timeline_wraps_and_copies(qtbot: QtBot) -> None:
    moments = [
        Moment("21:06", "Desk", "A call that goes on for rather longer than one line can hold"),
        Moment("21:19", "Owner", "x"),
    ]
    timeline = Timeline(moments)
    show(timeline, qtbot, 260, 400)
    assert timeline.heightForWidth(260) > timeline.heightForWidth(900)
    qtbot.keyClick(timeline, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().splitlines()[1] == "21:19\tOwner\tx"


def test_a_link_row_opens_what_it_names(qtbot: QtBot) -> None:
    row = LinkRow("i9", "incident", "Incident", "JX-I-2026-0009", "Lift stuck")
    show(row, qtbot, 300, 24)
    with qtbot.waitSignal(row.opened) as opened:
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert opened.args == ["i9"]
    assert row.accessibleName() == "Incident JX-I-2026-0009 Lift stuck"


def test_levels_are_told_in_words(qtbot: QtBot) -> None:
    tag = LevelTag("red")
    score = ScoreCard("Current")
    score.set_score("yellow", "2 × 4 = 8", "after 3 measures", "by hand")
    for widget in (tag, score):
        qtbot.addWidget(widget)
    assert tag.accessibleName() == "Red"
    assert score.accessibleName() == "Current Yellow by hand 2 × 4 = 8 after 3 measures"
    tag.set_level("")
    assert tag.accessibleName() == "—"


def test_long_words_wrap_in_facts_and_nothing_is_cut(qtbot: QtBot) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    facts = Facts(
        [Fact("Note", "Longunbreakableword" * 12), Fact("Loss", ""), Fact("State", Tag("Draft"))], parent=window
    )
    column.addWidget(facts)
    column.addStretch(1)
    show(window, qtbot, 260, 400)
    prose = facts.findChild(Prose)
    qtbot.waitUntil(lambda: prose.height() >= prose.heightForWidth(prose.width()))
    assert prose.width() < 240
    assert prose.height() > 3 * prose.fontMetrics().height()


def test_text_that_is_cut_tells_itself_as_a_tooltip(qtbot: QtBot) -> None:
    label = ElidedLabel("A title that is far too long for its place")
    show(label, qtbot, 80, 20)
    assert label.toolTip() == label.text()
    label.resize(600, 20)
    assert label.toolTip() == ""


def test_labels_never_read_markup(qtbot: QtBot) -> None:
    label = Label("<b>x</b>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_links_in_markup_are_handed_on(qtbot: QtBot) -> None:
    prose = Prose()
    prose.set_markup('<a href="risk:1">Open</a>')
    show(prose, qtbot, 200, 40)
    with qtbot.waitSignal(prose.link_opened) as opened:
        prose.anchorClicked.emit("risk:1")
    assert opened.args == ["risk:1"]
