"""The register as a heat map."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from riskdesk.domain.level import Assessment, Lec, Level, Matrix
from riskdesk.domain.risk import Risk
from riskdesk.gui.pages.filters import Sight
from riskdesk.gui.pages.risks import RiskPage
from riskdesk.gui.pages.risks.heat_view import HeatView
from riskdesk.gui.session import Session
from riskdesk.gui.window import MainWindow


def at(likelihood: int, severity: int) -> Matrix:
    return Matrix(likelihood=likelihood, severity=severity)


@pytest.fixture
def heat(session: Session, page: RiskPage, qtbot: QtBot) -> HeatView:
    """Five risks of one family that nothing else has: three moved alike, one stayed, one is scored by LEC."""
    desk, assess = session.desk, session.desk.policy.assess
    scores = [(at(5, 4), at(3, 4), at(2, 4))] * 3 + [(at(2, 2), at(2, 2), at(1, 2))]
    for place, (inherent, current, target) in enumerate(scores):
        desk.risks.add(Risk(
            title=f"试验 {place}", family="trial", inherent=assess(inherent, desk.today),
            current=assess(current, desk.today), target=assess(target, desk.today),
        ))  # fmt: skip
    lec = Lec(likelihood=3.0, exposure=6.0, consequence=7.0)
    desk.risks.add(Risk(title="试验 LEC", family="trial", current=assess(lec, desk.today)))
    page.bar.set_sight(Sight().with_values("family", ("trial",)))
    page.view._choose(1)
    assert page._heat is not None
    assert page._heat.isVisible()
    return page._heat


def test_the_map_counts_what_the_filters_find(page: RiskPage, heat: HeatView) -> None:
    assert heat.map._counts[2][3] == 3
    assert heat.map._counts[1][1] == 1
    assert heat.sum.text().startswith("4 of 5")
    assert not page.splitter.isVisible()
    levels = [[level.value for level in row] for row in page.desk.policy.matrix]
    assert heat.map._levels == levels


def test_inherent_and_target_are_one_switch_away(heat: HeatView, qtbot: QtBot) -> None:
    qtbot.keyClick(heat.which, Qt.Key.Key_Left)
    assert heat.which.current() == "inherent"
    assert heat.map._counts[4][3] == 3
    qtbot.keyClick(heat.which, Qt.Key.Key_Right)
    qtbot.keyClick(heat.which, Qt.Key.Key_Right)
    assert heat.map._counts[1][3] == 3


def test_a_click_on_a_count_opens_the_list_behind_it(page: RiskPage, heat: HeatView, qtbot: QtBot) -> None:
    qtbot.mouseClick(heat.map, Qt.MouseButton.LeftButton, pos=heat.map._cell(3, 4).topLeft().toPoint())
    assert page.splitter.isVisible()
    assert page.model.total == 3
    assert page.bar.sight.values("cell") == ("3x4",)


def test_the_list_behind_a_count_holds_what_was_counted(page: RiskPage, heat: HeatView) -> None:
    closed = [risk for risk in page.desk.store.select(Risk) if risk.title in ("试验 0", "试验 1")]
    for risk in closed:
        page.desk.risks.save(risk.changed(status="closed"), risk)
    page.show_heat()
    assert heat.map._counts[2][3] == 1
    heat.map.clicked.emit(3, 4)
    assert page.model.total == 1
    page.bar.set_sight(Sight().with_values("family", ("trial",)).with_values("status", ("closed",)))
    page.show_heat()
    assert heat.map._counts[2][3] == 2
    heat.map.clicked.emit(3, 4)
    assert page.model.total == 2


def test_a_level_set_by_hand_is_no_score(page: RiskPage, heat: HeatView) -> None:
    page.desk.risks.add(
        Risk(title="手定", family="trial", current=Assessment(level=Level.RED, by_hand=True, reason="定"))
    )
    page.show_heat()
    (link,) = [heat._rest.itemAt(place).widget() for place in range(heat._rest.count())][1:]
    assert link.text() == "1 are not scored"  # type: ignore[union-attr]
    link.click()  # type: ignore[union-attr]
    assert page.model.total == 1


def test_acute_next_quarter_means_each_of_its_months(page: RiskPage, heat: HeatView) -> None:
    page.desk.clock = lambda: dt.datetime(2026, 11, 25, 4, tzinfo=dt.UTC)
    page.desk.risks.add(Risk(title="结冰", family="trial", season=(2, 3)))
    page.show_list({"family": ("trial",), "next_season": ("on",)})
    assert page.model.total == 1
    page.show_list({"family": ("trial",), "acute": ("1", "4")})
    assert page.model.total == 0
    page.show_list({"family": ("trial",), "acute": ("1", "3")})
    assert page.model.total == 1


@pytest.mark.parametrize(
    ("which", "filter", "key"), [("inherent", "inherent_cell", "5x4"), ("target", "target_cell", "2x4")]
)
def test_the_lists_behind_inherent_and_target(
    page: RiskPage, heat: HeatView, which: str, filter: str, key: str
) -> None:
    heat.which.set_current(which)
    heat._show()
    heat.map.clicked.emit(int(key[0]), int(key[2]))
    assert page.bar.sight.values(filter) == (key,)
    assert page.model.total == 3


def test_the_keyboard_goes_from_cell_to_cell_and_opens(page: RiskPage, heat: HeatView, qtbot: QtBot) -> None:
    heat.map.setFocus()
    heat.map._current = (2, 4)
    qtbot.keyClick(heat.map, Qt.Key.Key_Up)
    assert "3" in heat.map.accessibleDescription()
    qtbot.keyClick(heat.map, Qt.Key.Key_Return)
    assert page.model.total == 3


def test_with_nothing_to_tell_the_side_stays_at_its_top(page: RiskPage, heat: HeatView, qtbot: QtBot) -> None:
    page.bar.set_sight(Sight(text="nowhere"))
    qtbot.waitUntil(heat.list.isHidden)
    qtbot.waitUntil(lambda: heat.still.y() < heat._side.height() // 4)


def test_an_empty_cell_opens_nothing(page: RiskPage, heat: HeatView) -> None:
    heat.map.clicked.emit(1, 1)
    assert heat.isVisible()


def test_arrows_tell_which_risks_moved_and_open_them(page: RiskPage, heat: HeatView, qtbot: QtBot) -> None:
    move = ((5, 4), (3, 4), 3)
    assert heat.map._moves == [move]
    middle: QPointF = heat.map._path(move).pointAtPercent(0.25)
    qtbot.mouseMove(heat.map, middle.toPoint())
    assert heat.map._marked == move
    shown = [heat._named.itemAt(place).widget().text() for place in range(heat._named.count())]  # type: ignore[union-attr]
    assert [text.split("  ")[1] for text in shown[:3]] == ["试验 0", "试验 1", "试验 2"]
    assert shown[3] == "Show 3 in the table"
    heat._open_move()
    assert page.model.total == 3
    assert page.bar.sight.values("inherent_cell") == ("5x4",)
    assert page.bar.sight.values("cell") == ("3x4",)


def test_the_list_of_movements_is_reached_by_keyboard(page: RiskPage, heat: HeatView, qtbot: QtBot) -> None:
    heat.list.setFocus()
    qtbot.keyClick(heat.list, Qt.Key.Key_Return)
    assert heat._move == ((5, 4), (3, 4), 3)
    assert page.model.total == 3


def test_what_stands_in_no_cell_is_said_in_words(page: RiskPage, heat: HeatView) -> None:
    words = [heat._rest.itemAt(place).widget() for place in range(heat._rest.count())]
    assert [word.text() for word in words if word] == ["1 scored by LEC stand in no cell"]
    words[0].click()  # type: ignore[union-attr]
    assert page.model.total == 1
    assert page.bar.sight.values("lec") == ("on",)


def test_nothing_scored_says_what_to_do(page: RiskPage, heat: HeatView) -> None:
    page.bar.set_sight(Sight("这个词没有"))
    assert heat._stack.currentWidget() is heat.empty
    heat.empty.second.emit()
    assert page.bar.sight == Sight()


def test_a_change_is_counted_at_once_and_esc_goes_back(page: RiskPage, heat: HeatView, qtbot: QtBot) -> None:
    id = page.desk.rows("risk", page.desk.ns("risk", page.query())[:1])[0]["id"]
    page.desk.risks.rescore(id, "current", at(1, 1))
    assert heat.map._counts[0][0] == 1
    page.back()
    assert page.splitter.isVisible()
    assert page.view.current() == "table"


def test_counting_many_risks_leaves_the_window_alone(
    page: RiskPage, heat: HeatView, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr("riskdesk.gui.pages.risks.heat_view.AT_ONCE", 1)
    page.bar.clear()
    everything = page.model.total
    qtbot.waitUntil(lambda: heat._heat.total > 5)
    assert heat._heat.total <= everything


def test_opening_a_record_leaves_the_map(page: RiskPage, heat: HeatView) -> None:
    id = page.desk.rows("risk", page.desk.ns("risk", page.query())[:1])[0]["id"]
    page.session.record_wanted.emit("risk", id)
    assert page.splitter.isVisible()
    assert page.detail.record is not None
    assert page.detail.record.id == id


def test_no_number_of_an_arrow_covers_the_sign_of_a_cell(heat: HeatView, window: MainWindow) -> None:
    heights = (700, 800, 1000)
    pairs = [((a, b), (c, d), 1) for a in (2, 3, 4) for b in (2, 3, 4) for c in (a - 1, a) for d in (b - 1, b)]
    for height in heights:
        window.resize(1280, height)
        QApplication.processEvents()
        heat.map.set_moves(move for move in pairs if move[0] != move[1])
        signs = [heat.map.sign_box((row, column)) for row in range(1, 6) for column in range(1, 6)]
        for move in pairs:
            if move[0] != move[1]:
                assert not any(heat.map.number_box(move).intersects(sign) for sign in signs), (height, move)
