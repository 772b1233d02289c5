"""A drill again on other days: at an interval, or on any days that are written down."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from riskdesk.domain.calendar import Every, series, working_day
from riskdesk.domain.drill import Drill
from riskdesk.gui.pages.panel_head import PanelHead
from riskdesk.gui.reasons import sentence
from riskdesk.gui.references import refs
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.check import CheckBox
from riskdesk.gui.widgets.day import parse_day
from riskdesk.gui.widgets.edits import GrowingText
from riskdesk.gui.widgets.field import Field
from riskdesk.gui.widgets.label import Label
from riskdesk.gui.widgets.number import NumberBox
from riskdesk.gui.widgets.segments import Segments
from riskdesk.gui.widgets.valueedits import weekday_word
from riskdesk.i18n import tr

MOST = 60
"""Times that a drill is repeated in one go: five years of months."""
TIMES = {Every.WEEK: 4, Every.MONTH: 11, Every.QUARTER: 3, Every.YEAR: 1}
"""How often at first: with the drill itself a year of it, or a month of weeks."""


def day_lines(days: Iterable[dt.date]) -> str:
    """A day a line, with its weekday."""
    return "\n".join(f"{day} {weekday_word(day)}" for day in days)


def read_days(text: str, today: dt.date) -> tuple[list[dt.date], str]:
    """The days that lines mean, each once and in order, and the first line that means none ('' for no such line)."""
    found: set[dt.date] = set()
    for line in filter(None, (line.strip() for line in text.splitlines())):
        # The weekday after a date is for the eye.
        day = parse_day(line, today) or parse_day(line.split()[0], today)
        if day is None:
            return sorted(found), line
        found.add(day)
    return sorted(found), ""


class RepeatPane(QWidget):
    """Interval and number write the days down; any line of them can be changed, taken out or added."""

    closed = Signal()
    made = Signal(str)
    """The first of the new drills."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._desk = session, session.desk
        self._drill: Drill | None = None
        self.head = PanelHead(tr("Repeat"), tr("Plan"))
        self.head.closed.connect(self.closed)
        self.head.agreed.connect(self.save)
        inner = QWidget()
        self._fill(QVBoxLayout(inner))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.head)
        whole.addWidget(scroll, 1)
        self.setFocusProxy(self.every)
        for keys in ("Ctrl+S", "Ctrl+Return"):
            QShortcut(QKeySequence(keys), self, self.save)

    def _fill(self, column: QVBoxLayout) -> None:
        px = theme().px
        column.setContentsMargins(px(18), 0, px(18), px(18))
        column.setSpacing(px(12))
        self._what = Label("", tone="second", wrap=True)
        self.every = Segments(tr("How often"), [(every.value, tr(every.label)) for every in Every])
        self.every.changed.connect(self._interval_chosen)
        self.times = NumberBox(1, MOST)
        self.times.setFixedWidth(px(72))
        self.times.valueChanged.connect(self._write_days)
        self.workdays = CheckBox(tr("Not on weekends"))
        self.workdays.setChecked(True)
        self.workdays.toggled.connect(self._write_days)
        row = QHBoxLayout()
        row.setSpacing(px(16))
        row.addWidget(Field(tr("Times"), self.times))
        row.addWidget(self.workdays, 1, Qt.AlignmentFlag.AlignBottom)
        self.days = GrowingText(least=4, most=14)
        self.days.text_edited.connect(self._say)
        self._days_field = Field(
            tr("Days, one a line"), self.days, help_text=tr("Change, take out or add any of them.")
        )
        self.sites = refs("site")(self._session)
        self.sites.changed.connect(self._say)
        self._sum = Label("", bold=True, wrap=True)
        column.addWidget(self._what)
        column.addWidget(Field(tr("How often"), self.every))
        column.addLayout(row)
        column.addWidget(self._days_field)
        column.addWidget(Field(tr("Sites"), self.sites.widget))
        column.addWidget(self._sum)
        along = tr(
            "Playbook, time, scenario, injects, objectives, lead, observers, materials and safety. "
            "Who fills the roles is asked anew."
        )
        behind = tr("Results, marks, what was seen, and attachments.")
        for title, words in ((tr("What comes along"), along), (tr("What stays behind"), behind)):
            column.addWidget(Label(title, "small", "second", bold=True))
            column.addWidget(Label(words, wrap=True))
        column.addStretch(1)

    def show_drill(self, drill: Drill) -> None:
        """Begin with a series that goes on from this drill."""
        self._drill = drill
        self._what.setText(f"{drill.number} {drill.title}")
        self._days_field.set_error("")
        self.sites.set_value((drill.site_id,) if drill.site_id else ())
        self.every.set_current(Every.QUARTER.value)
        self._interval_chosen()

    def wanted(self) -> tuple[list[dt.date], str]:
        """The days as written, and a line that is none."""
        return read_days(self.days.text(), self._desk.today)

    @Slot()
    def _interval_chosen(self) -> None:
        self.times.blockSignals(True)
        self.times.setValue(TIMES[Every(self.every.current())])
        self.times.blockSignals(False)
        self._write_days()

    @Slot()
    def _write_days(self) -> None:
        if self._drill is None:
            return
        first = self._drill.planned_on or self._desk.today
        days = series(first, Every(self.every.current()), self.times.value())
        if self.workdays.isChecked():
            days = [working_day(day) for day in days]
        self.days.set_text(day_lines(days))
        self._say()

    @Slot()
    def _say(self) -> None:
        """How many there will be, and where the same is planned already."""
        days, unclear = self.wanted()
        sites = self.sites.value() or ("",)
        self._days_field.set_error(tr("Not a date: {line}", line=unclear) if unclear else "")
        n = len(days) * len(sites)
        words = [tr("{n} drills will be planned.", n=n)] if n else []
        if taken := self._taken(days, sites):
            words.append(tr("The same is planned already on {days}.", days="、".join(str(day) for day in taken)))
        self._sum.setText("\n".join(words))
        self.head.set_agree(bool(n) and not unclear)

    def _taken(self, days: list[dt.date], sites: tuple[str, ...]) -> list[dt.date]:
        drill = self._drill
        if drill is None or not days:
            return []
        same = {
            other.planned_on
            for other in self._desk.drills.between(days[0], days[-1])
            if other.is_ahead and (other.site_id or "") in sites
            and (other.playbook_id, other.title) == (drill.playbook_id, drill.title)
        }  # fmt: skip
        return [day for day in days if day in same]

    @Slot()
    def save(self) -> None:
        """Plan them all, as one step."""
        QGuiApplication.inputMethod().commit()
        days, unclear = self.wanted()
        if self._drill is None or unclear or not days:
            return
        n = len(days) * max(1, len(self.sites.value()))
        self._session.do(
            self._desk.drills.repeat, self._drill.id, days, self.sites.value(), then=self._made, failed=self._refused,
            notice=tr("{n} drills were planned.", n=n),
        )  # fmt: skip

    def _made(self, drills: list[Drill]) -> None:
        self.made.emit(drills[0].id)

    def _refused(self, error: Exception) -> None:
        self._days_field.set_error(sentence(error))
