"""A drill as it stands in a day of the calendar."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QPainter

from riskdesk.desk import Desk
from riskdesk.domain.drill import Drill, DrillState
from riskdesk.domain.fitting import tier_grade
from riskdesk.gui.theme.colours import Colours
from riskdesk.gui.theme.icons import paint_icon
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.paint import level_shape, put_text, rounded
from riskdesk.i18n import tr


@dataclass(frozen=True)
class Chip:
    """What a chip says. `level` is '' for a drill without a tier."""

    id: str
    day: dt.date
    title: str
    site: str
    level: str
    state: DrillState
    late: bool
    time: str = ""

    @property
    def movable(self) -> bool:
        """Whether it can be dragged to another day."""
        return self.state in (DrillState.PLANNED, DrillState.READY)

    def words(self) -> str:
        """As read out."""
        late = tr("overdue") if self.late else ""
        return " ".join(filter(None, (self.time, self.title, self.site, tr(self.state.label), late)))


def chip_of(drill: Drill, desk: Desk) -> Chip | None:
    """The chip of a drill that has a day."""
    if drill.planned_on is None:
        return None
    grade = tier_grade(drill.plan.tier)
    return Chip(
        drill.id, drill.planned_on, drill.title, desk.name(drill.site_id), grade.value if grade else "",
        DrillState(drill.state), drill.overdue_on(desk.today), drill.planned_at,
    )  # fmt: skip


def chip_height(tall: bool) -> int:
    """Pixels: `tall` chips have a second line for the site."""
    small = QFontMetricsF(theme().font("small")).height()
    return round(small * (2 if tall else 1) + theme().px(6))


def paint_chip(painter: QPainter, box: QRectF, chip: Chip, c: Colours, tall: bool, open_now: bool) -> None:
    """Shape and words on the soft ground of the level; what is over is quiet, what was called off is crossed out."""
    px = theme().px
    over = chip.state in (DrillState.DONE, DrillState.CANCELLED)
    ground = "surface2" if over or not chip.level else f"{chip.level}_soft"
    ink = "text2" if over or not chip.level else chip.level
    marked = open_now or chip.state is DrillState.RUNNING
    border = c["accent"] if marked else c["border"] if ground == "surface2" else None
    rounded(painter, box, 4, c[ground], border, 2 if open_now else 1)
    bold, small = theme().font("small", bold=True), theme().font("small")
    bold.setStrikeOut(chip.state is DrillState.CANCELLED)
    line = QFontMetricsF(bold).height()
    side = px(10)
    sign = QRectF(box.x() + px(6), box.y() + px(3), side, line)
    if chip.state is DrillState.DONE:
        paint_icon(painter, "check", sign.adjusted(-1, 0, 1, 0), c["text2"])
    elif chip.state is DrillState.CANCELLED:
        paint_icon(painter, "x", sign.adjusted(-1, 0, 1, 0), c["text2"])
    elif chip.level:
        level_shape(painter, chip.level, sign, c[chip.level])
    signed = bool(chip.level) or chip.state in (DrillState.DONE, DrillState.CANCELLED)
    left = box.x() + px(6) + (side + px(4) if signed else 0)
    right = box.right() - px(4)
    if chip.late:
        paint_icon(painter, "alert", QRectF(right - px(12), box.y() + px(3), px(12), line), c["red"])
        right -= px(14)
    put_text(painter, QRectF(left, box.y() + px(3), right - left, line), chip.title, bold, c[ink])
    if tall:
        # The time only where it does not cost the name of the site.
        both = " ".join(filter(None, (chip.site, chip.time)))
        where = both if QFontMetricsF(small).horizontalAdvance(both) <= box.right() - px(4) - left else chip.site
        place = QRectF(left, box.y() + px(3) + line, box.right() - px(4) - left, line)
        put_text(painter, place, where, small, c["text2"])
