"""The bars of the steps beside their limits."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from riskdesk.domain.playbook import Step
from riskdesk.domain.response import StepStatus
from riskdesk.gui.pages.incidents.steptimes import StepTimes
from riskdesk.gui.theme.theme import theme


def status(done_s: float, due_s: float) -> StepStatus:
    return StepStatus(Step(id="step", action="到达现场"), done_s, None, due_s, None, None)


def accent(bars: StepTimes, row: int) -> int:
    """How many pixels the bar of a row is long."""
    picture, wanted = bars.grab().toImage(), bars.colours["accent"].rgb()
    middle = round((row + 0.5) * bars._row())
    return sum(picture.pixelColor(x, middle).rgb() == wanted for x in range(picture.width()))


def test_bars_stand_on_one_scale_and_no_limit_is_cut(qtbot: QtBot) -> None:
    theme().choose("light")
    bars = StepTimes([status(41, 60), status(30, 60), status(45, 900)])
    qtbot.addWidget(bars)
    bars.resize(900, bars.sizeHint().height())
    long, short, last = (accent(bars, row) for row in range(3))
    assert 0 < short < long < last
    assert abs(last / long - 45 / 41) < 0.1
    assert last < 900 * 0.1
