"""What the rows of the register tell where there is little room."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF
from pytestqt.qtbot import QtBot

from riskdesk import i18n
from riskdesk.domain.action import Action
from riskdesk.domain.directory import Person
from riskdesk.domain.level import Matrix
from riskdesk.domain.risk import Risk
from riskdesk.gui.pages.risks import RiskPage
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets import cells
from riskdesk.gui.window import MainWindow
from tests.gui.risks.helpers import at

FLAGGED = "客服突发事件处置能力不足"


@pytest.fixture
def small(window: MainWindow, qtbot: QtBot) -> RiskPage:
    """The register in a window of 1,280 by 800, with a red risk that lacks nearly everything."""
    desk = window.session.desk
    judged = desk.policy.assess(Matrix(likelihood=5, severity=5), desk.today)
    desk.risks.add(Risk(title=FLAGGED, family="fire", inherent=judged, current=judged))
    window.go_to("risk")
    page = window.current
    assert isinstance(page, RiskPage)
    return page


def row_of(page: RiskPage, title: str) -> int:
    return next(row for row in range(page.model.rowCount()) if at(page, row, "title").data() == title)


def test_a_flag_leaves_the_title_readable(small: RiskPage, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: dict[str, float] = {}
    put_text = cells.put_text

    def noted(painter: object, rect: QRectF, text: str, *rest: object) -> float:
        drawn[text] = rect.width()
        return put_text(painter, rect, text, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(cells, "put_text", noted)
    small.table.viewport().grab()
    cell = at(small, row_of(small, FLAGGED), "title")
    room = small.table.visualRect(cell).width() - 2 * theme().px(cells.PADDING)
    whole = QFontMetricsF(theme().font()).horizontalAdvance(FLAGGED)
    assert drawn[FLAGGED] >= min(whole, room - theme().px(18))
    words = small.model.look(cell).suffix
    assert words.startswith("No owner")
    assert words not in drawn
    assert cell.data(Qt.ItemDataRole.ToolTipRole) == f"{FLAGGED}\n{words}"
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == f"{FLAGGED} {words}"


def test_in_a_small_window_the_flag_of_a_short_title_says_its_words(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    i18n.set_language("zh")
    desk = window.session.desk
    judged = desk.policy.assess(Matrix(likelihood=5, severity=5), desk.today)
    owner = desk.directory.add(Person(name="陈立")).value
    risk = Risk(title="电梯困人处置超时", family="fire", owner_id=owner.id, next_review=desk.today, inherent=judged,
                current=judged)  # fmt: skip
    made = desk.risks.add(risk).value
    desk.actions.add(Action(title="检测", owner_id=owner.id, due=desk.today, risk_ids=(made.id,)))
    again = MainWindow(window.session)
    qtbot.addWidget(again)
    again.resize(1280, 800)
    again.show()
    again.go_to("risk")
    page = again.current
    assert isinstance(page, RiskPage)
    drawn: list[str] = []
    put_text = cells.put_text
    monkeypatch.setattr(cells, "put_text", lambda painter, rect, text, *rest: drawn.append(text) or put_text(
        painter, rect, text, *rest))  # fmt: skip
    page.table.viewport().grab()
    assert {"电梯困人处置超时", "缺预案"} <= set(drawn)
    foot = page.detail.reader.foot
    assert foot is not None
    assert foot.height() < theme().px(64)


def test_with_room_the_flag_says_its_words(
    small: RiskPage, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.resize(2200, 1000)
    small.splitter.setSizes([1700, 300])
    drawn: list[str] = []
    put_text = cells.put_text
    monkeypatch.setattr(cells, "put_text", lambda painter, rect, text, *rest: drawn.append(text) or put_text(
        painter, rect, text, *rest))  # fmt: skip
    small.table.viewport().grab()
    assert small.model.look(at(small, row_of(small, FLAGGED), "title")).suffix in drawn


def test_a_day_of_another_year_says_its_year(small: RiskPage) -> None:
    desk = small.desk
    year = desk.today.year
    for title, day in (("明年", dt.date(year + 1, 2, 23)), ("今年", dt.date(year, 12, 31))):
        desk.risks.add(Risk(title=title, family="fire", next_review=day))
    cell = at(small, row_of(small, "明年"), "review")
    assert cell.data() == f"{year + 1}-02-23"
    assert at(small, row_of(small, "今年"), "review").data() in ("12-31", "today")
    room = small.table.visualRect(cell).width() - 2 * theme().px(cells.PADDING)
    assert QFontMetricsF(theme().font()).horizontalAdvance(str(cell.data())) <= room
