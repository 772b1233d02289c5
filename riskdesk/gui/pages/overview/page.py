"""The page of the overview."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QAction, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from riskdesk.desk.verb import Changed
from riskdesk.domain.words import N_
from riskdesk.gui import sample
from riskdesk.gui.pages.overview import words
from riskdesk.gui.pages.overview.charts import Charts
from riskdesk.gui.pages.overview.figures import Figures
from riskdesk.gui.pages.overview.who import WhoBar
from riskdesk.gui.pages.page import Page
from riskdesk.gui.reasons import sentence
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.banner import Banner, Tone
from riskdesk.gui.widgets.empty import EmptyState
from riskdesk.gui.work import Task
from riskdesk.i18n import tr

if TYPE_CHECKING:
    from riskdesk.desk.overview import Overview

TICK_MS = 20_000
"""What counts down is told to the minute."""


class OverviewPage(Page):
    """概览."""

    KEY = "overview"
    ICON = "overview"
    TITLE = N_("Overview")
    KINDS: ClassVar[frozenset[str]] = frozenset(
        {
            "risk",
            "action",
            "drill",
            "incident",
            "log_entry",
            "case",
            "playbook",
            "policy",
            "site",
            "person",
            "contract",
            "complaint",
        }
    )

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._found: Overview | None = None
        self._reading = self._again = self._waits = False
        self._day: dt.date | None = None
        self.banner = Banner()
        self._does: Callable[[], None] = self._read_again
        self.banner.acted.connect(self._banner_acted)
        self.body.addWidget(self.banner)
        self.who = WhoBar(session)
        self.body.addWidget(self.who)
        self.figures, self.charts = Figures(session), Charts(session)
        self.empty = EmptyState(
            "overview", tr("Nothing is in this file yet"),
            tr("The overview shows what is red, what is due and who is late. Begin with the shipped playbooks, cases "
               "and risks, and change them to fit your office."),
            tr("Load the starter content"), tr("Look at a sample office"),
        )  # fmt: skip
        self.empty.primary.connect(self.load_starter)
        self.empty.second.connect(self.open_sample)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._make_scroll())
        self.stack.addWidget(self._centred(self.empty))
        self.body.addWidget(self.stack, 1)
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._ticked)

    def _centred(self, widget: QWidget) -> QWidget:
        """Words that wrap ask for the height that they need in their own width, not in that of the page."""
        widget.setFixedWidth(theme().px(420))
        place = QWidget()
        row = QHBoxLayout(place)
        row.addWidget(widget)
        return place

    def _make_scroll(self) -> QScrollArea:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(12))
        column.addWidget(self.figures)
        column.addWidget(self.charts, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inner)
        return scroll

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if "palette" not in self.commands and (palette := self._of_window("palette")) is not None:
            self.head.add_action(palette)
            if (report := self._of_window("incidents.report")) is not None:
                self.head.add_action(report, "danger")
            self.commands["palette"] = palette
        self._tick.start()

    def hideEvent(self, event: object) -> None:
        self._tick.stop()
        super().hideEvent(event)  # type: ignore[arg-type]

    def _of_window(self, name: str) -> QAction | None:
        """An action of the window: these two stand everywhere and show here."""
        return next((action for action in self.window().actions() if action.objectName() == name), None)

    # reading

    def enter(self) -> None:
        if self._day is not None and self._day != self.desk.today:
            self._stale = True
        super().enter()

    def refresh(self, changed: Changed) -> None:
        self.head.set_sub(words.day_line(self.desk.today))
        is_empty = self.desk.starter.is_empty
        self.stack.setCurrentIndex(1 if is_empty else 0)
        self._show_banner(is_empty)
        if is_empty:
            return
        if self._reading:
            self._again = True
            return
        self._reading, self._again = True, False
        if self.isVisible():
            QTimer.singleShot(0, self, self._read)
        else:
            self._waits = True

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._waits:
            # After the page is painted: reading takes turns with painting, and both would come late.
            self._waits = False
            QTimer.singleShot(0, self, self._read)

    @Slot()
    def _read(self) -> None:
        if self.session.is_open:
            self.session.worker.run(tr("Reading the figures"), self._work, self._came, self._failed)

    def _work(self, task: Task) -> Overview:
        with closing(self.desk.another()) as other:
            return other.overview.read()

    def _came(self, found: Overview) -> None:
        self._reading = False
        self._found, self._day = found, self.desk.today
        self.figures.show_figures(found)
        self.charts.show_figures(found, self.desk.policy)
        self._show_banner(is_empty=False)
        self._show_time()
        if self._again:
            self.refresh({})

    def _failed(self, error: Exception) -> None:
        """The old figures stay."""
        self._reading = False
        text = tr("The figures could not be read: {reason}", reason=sentence(error))
        self._say(text, "error", tr("Try again"), self._read_again)

    @Slot()
    def _ticked(self) -> None:
        if self._day is not None and self._day != self.desk.today:
            self.refresh({})
        else:
            self._show_time()

    def _show_time(self) -> None:
        if self._found is not None:
            self.charts.show_time(self.desk.clock(), self.desk.today, self.desk.policy.report_seconds)

    # the banner

    def _show_banner(self, is_empty: bool) -> None:
        is_sample = sample.came_from(self.desk) is not None
        self.who.look(not is_sample)
        if is_sample:
            text = tr("This is a made-up office to look around in. Your own file is not touched.")
            self._say(text, "info", tr("Back to your own file"), self._leave_sample)
        elif not is_empty and not self.who.is_open and not self.desk.store.count("person"):
            text = tr("Nobody is entered yet. Enter sites and people, so that risks get owners and cards get phones.")
            self._say(text, "info", tr("Open the directory"), self._open_directory)
        elif not is_empty and self._found is not None and self._found.standing_out:
            text = tr("{n} kinds of complaint stand out, and no risk was raised for them.", n=self._found.standing_out)
            self._say(text, "warn", tr("Look at the complaints"), self._open_complaints)
        else:
            self.banner.say("")

    def _say(self, text: str, tone: Tone, link: str, does: Callable[[], None]) -> None:
        self._does = does
        self.banner.say(text, tone, link)

    @Slot()
    def _banner_acted(self) -> None:
        self._does()

    def _read_again(self) -> None:
        self.refresh({})

    def _leave_sample(self) -> None:
        sample.go_back(self.session)

    def _open_directory(self) -> None:
        self.session.list_wanted.emit("settings", {"section": ("directory",)})

    def _open_complaints(self) -> None:
        self.session.list_wanted.emit("complaint", {})

    # an empty file

    @Slot()
    def load_starter(self) -> None:
        """Put what the program ships into this file."""
        sample.load_starter(self.session)

    @Slot()
    def open_sample(self) -> None:
        """Make a file with a made-up office and open it."""
        sample.open_sample(self.session)
