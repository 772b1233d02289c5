"""The card of what stands out: each with its reason, and the risk that was or can be raised for it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea, QVBoxLayout, QWidget

from riskdesk.desk.standing_out import StandsOut
from riskdesk.domain.kinds import KIND_NAMES
from riskdesk.domain.risk import LIVE, RiskStatus
from riskdesk.gui.pages.complaints import words
from riskdesk.gui.session import Session
from riskdesk.gui.theme.icons import keep_icon
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import drop_later
from riskdesk.gui.widgets.button import Button, LinkButton
from riskdesk.gui.widgets.card import Card, Divider
from riskdesk.gui.widgets.flow import FlowLayout
from riskdesk.gui.widgets.label import Label
from riskdesk.gui.widgets.linkrow import LinkRow
from riskdesk.i18n import tr
from riskdesk.store import Query
from riskdesk.store.query import Condition

OFFERED = 8
"""So many risks are offered to link with."""


class StandingCard(Card):
    """Lists what stands out, the most conspicuous first."""

    list_wanted = Signal(object)
    """The complaints behind this `StandsOut`."""
    risk_wanted = Signal(object)
    """Raise a risk for this `StandsOut`."""
    link_wanted = Signal(object, str)
    """Link the complaints of this `StandsOut` with the risk of that id."""

    def __init__(self, session: Session) -> None:
        super().__init__(tr("What stands out"))
        self._session = session
        self._inner = QWidget()
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, 0, theme().px(6), 0)
        self._column.setSpacing(theme().px(12))
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._inner)
        self.body.addWidget(self._scroll, 1)
        self.rows: list[StandingRow] = []

    def show_found(self, found: Sequence[StandsOut], enough: bool, unread_at: str = "") -> None:
        """Show these; `enough` tells whether there are complaints enough to say anything.

        `unread_at` is the id of a site where rooms count singly until its buildings are listed.
        """
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                drop_later(widget)
        self.rows = []
        assert self.title is not None
        self.title.set_note(str(len(found)) if found else "")
        for place, standing in enumerate(found):
            if place:
                self._column.addWidget(Divider())
            row = StandingRow(self._session, standing)
            row.list_wanted.connect(self.list_wanted)
            row.risk_wanted.connect(self.risk_wanted)
            row.link_wanted.connect(self.link_wanted)
            self._column.addWidget(row)
            self.rows.append(row)
        if not found:
            nothing = tr("No place and no month has more complaints than chance explains.")
            few = tr("There are too few complaints to tell chance from a hot spot.")
            self._column.addWidget(Label(nothing if enough else few, tone="second", wrap=True))
        if unread_at and enough:
            self._column.addWidget(Divider())
            self._column.addWidget(Unread(self._session, unread_at))
        self._column.addStretch(1)


class Unread(QWidget):
    """Says that rooms of a site are counted singly, and offers to list its buildings."""

    def __init__(self, session: Session, site_id: str) -> None:
        super().__init__()
        self._session, self._site_id = session, site_id
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(4))
        words = tr("At {site} the building cannot be read from many rooms; each counts for itself. List the buildings, "
                   "and they are counted together.", site=session.desk.name(site_id))  # fmt: skip
        self.enter = LinkButton(tr("List the buildings"))
        self.enter.clicked.connect(self._enter)
        column.addWidget(Label(words, "small", "second", wrap=True))
        column.addWidget(self.enter, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def _enter(self) -> None:
        self._session.editor_wanted.emit("site", self._site_id, {"buildings": None})


class StandingRow(QWidget):
    """One hot spot or seasonal rise."""

    list_wanted = Signal(object)
    risk_wanted = Signal(object)
    link_wanted = Signal(object, str)

    def __init__(self, session: Session, found: StandsOut) -> None:
        super().__init__()
        self._session, self.found = session, found
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        self.title = LinkButton(words.title(session.desk, found), "text")
        self.title.setToolTip(tr("Show {n} in the list", n=f"{found.found.count:,}"))
        self.title.clicked.connect(self._list)
        self.reason = Label(words.reason(found), "small", "second", wrap=True)
        column.addWidget(self.title, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.reason)
        if found.risk is not None:
            risk = found.risk
            self.risk = LinkRow(risk.id, "risk", tr(KIND_NAMES["risk"]), risk.number, risk.title)
            self.risk.opened.connect(self._open_risk)
            column.addWidget(self.risk)
        else:
            column.addWidget(self._buttons())

    def _buttons(self) -> QWidget:
        place = QWidget()
        row = FlowLayout(place, theme().px(8))
        self.raise_button = Button(tr("Raise a risk"), icon="plus")
        self.raise_button.clicked.connect(self._raise)
        self.link_button = Button(tr("Link with a risk"), "quiet", "link")
        self._menu = QMenu(self.link_button)
        self._menu.aboutToShow.connect(self._fill)
        self.link_button.set_menu(self._menu)
        row.addWidget(self.raise_button)
        row.addWidget(self.link_button)
        return place

    @Slot()
    def _fill(self) -> None:
        """Risks that are not closed and speak of this type of complaint."""
        desk = self._session.desk
        self._menu.clear()
        live = Condition("status", "in", (*LIVE, RiskStatus.DRAFT.value))
        query = Query(self.found.complaint_type, (live,))
        for row in desk.rows("risk", desk.ns("risk", query)[:OFFERED]):
            action = self._menu.addAction(f"{row['number']}  {row['title']}")
            action.setData(row["id"])
            keep_icon(action, "risk")
            action.triggered.connect(self._link)
        if self._menu.isEmpty():
            nothing = self._menu.addAction(tr("No risk speaks of {kind}", kind=self.found.complaint_type))
            nothing.setEnabled(False)

    @Slot()
    def _link(self) -> None:
        self.link_wanted.emit(self.found, self.sender().data())  # type: ignore[attr-defined]

    @Slot()
    def _raise(self) -> None:
        self.risk_wanted.emit(self.found)

    @Slot()
    def _list(self) -> None:
        self.list_wanted.emit(self.found)

    @Slot(str)
    def _open_risk(self, id: str) -> None:
        self._session.record_wanted.emit("risk", id)
