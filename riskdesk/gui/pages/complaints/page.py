"""The page of complaints."""

from __future__ import annotations

from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from riskdesk.desk.standing_out import StandsOut
from riskdesk.desk.verb import Changed
from riskdesk.domain.complaint import Complaint
from riskdesk.domain.risk import Risk
from riskdesk.domain.words import N_
from riskdesk.gui.pages.complaints import words
from riskdesk.gui.pages.complaints.columns import COLUMNS, FILTERS, GROUPINGS
from riskdesk.gui.pages.complaints.editor import ComplaintEditor
from riskdesk.gui.pages.complaints.figures import FiguresView
from riskdesk.gui.pages.complaints.reader import ComplaintReader
from riskdesk.gui.pages.detail import DetailPane
from riskdesk.gui.pages.list_page import ListPage
from riskdesk.gui.pages.selection_strip import SelectionStrip
from riskdesk.gui.pages.telling import Telling
from riskdesk.gui.session import Session
from riskdesk.gui.widgets.button import ActionButton
from riskdesk.gui.widgets.segments import Segments
from riskdesk.i18n import tr

FIGURES, TABLE = "figures", "table"


class ComplaintPage(ListPage):
    """投诉: first what they tell, then the list."""

    KEY = "complaint"
    ICON = "complaint"
    TITLE = N_("Complaints")
    UNDER = "risk"
    KIND = "complaint"
    KINDS: ClassVar[frozenset[str]] = frozenset({"complaint", "risk", "site"})
    COLUMNS = COLUMNS
    FILTERS = FILTERS
    GROUPINGS = GROUPINGS
    SEARCH_HINT = N_("Search complaint, type, place")
    DEFAULT_SORT = (("received_on", True),)
    EMPTY = (
        N_("No complaints yet"),
        N_("Complaints from the property system show where and when something builds up, and which risk it points to."),
    )

    def __init__(self, session: Session) -> None:
        self._figures_stale = True
        super().__init__(session)
        segments = [(FIGURES, tr("Figures"), "chart"), (TABLE, tr("Table"), "table")]
        self.view = Segments(tr("View"), segments)
        self.view.changed.connect(self._view_chosen)
        self.head.add_widget(self.view)
        new = self.offered("complaints.add", self.new_record)
        self.head.add_action(new, "primary", "plus")
        self.offered("complaints.figures", self.show_figures)
        self.strip = SelectionStrip(self.table, self.model, [self._settled, self._raised])
        self._card.body.addWidget(self.strip)
        self.head.add_overflow(self.groups.menu(tr("Group by")).menuAction())
        delete = self.command("complaints.delete", tr("Delete complaints"), self.delete, "Ctrl+Delete", "trash")
        self.head.add_overflow(delete)

    def _make_body(self) -> QWidget:
        self.figures = FiguresView(self.session)
        self.figures.wanted.connect(self.show_sight)
        self.figures.standing.risk_wanted.connect(self.raise_found)
        self.figures.standing.link_wanted.connect(self.link_found)
        self.body.addWidget(self.figures, 1)
        splitter = super()._make_body()
        splitter.hide()
        return splitter

    def make_detail(self) -> DetailPane:
        self._settled = self.command("complaints.settle", tr("Settled"), self.settle, "Ctrl+Shift+D", "check")
        self._raised = self.command("complaints.raise_risk", tr("Raise a risk"), self.raise_risk, icon="risk")
        buttons = [
            ActionButton(self.command("complaint.edit", tr("Edit"), self.edit_record, "F2", "edit", palette=False)),
            ActionButton(self._settled),
            ActionButton(self._raised),
            ActionButton(self.command("complaint.history", tr("History"), self.history, icon="history")),
        ]
        reader = ComplaintReader(self.session, buttons)
        return DetailPane(self.session, "complaint", reader, partial(ComplaintEditor, self.session))

    def sub_text(self) -> str:
        n, waiting = f"{self.model.total:,}", f"{self.desk.complaints.count_open():,}"
        return tr("{n} · {open} not settled", n=n, open=waiting)

    # figures and table

    @property
    def _shows_figures(self) -> bool:
        return not self.figures.isHidden()

    def refresh(self, changed: Changed) -> None:
        self._figures_stale = True
        super().refresh(changed)

    def _after_list(self) -> None:
        super()._after_list()
        self.bar.set_count("open", self.desk.complaints.count_open())
        empty = not self.model.total and not self.desk.store.count("complaint")
        self.view.setVisible(not empty)
        if empty and self._shows_figures:
            self.show_table()
        elif self._shows_figures:
            self._look()

    def _look(self) -> None:
        self.figures.look(self.bar.sight, self._figures_stale)
        self._figures_stale = False

    @Slot(str)
    def _view_chosen(self, view: str) -> None:
        if view == FIGURES:
            self.show_figures()
        else:
            self.show_table()

    @Slot()
    def show_figures(self) -> None:
        """What the complaints tell that the filters find."""
        if not self.desk.store.count("complaint") or not self.may_leave():
            self.view.set_current(TABLE)
            return
        self.view.set_current(FIGURES)
        self.splitter.hide()
        self.figures.show()
        self._look()

    @Slot()
    def show_table(self) -> None:
        """The list."""
        self.view.set_current(TABLE)
        if self._shows_figures:
            self.figures.hide()
            self.splitter.show()
            self.table.setFocus()

    def back(self) -> bool:
        if super().back():
            return True
        if not self._shows_figures and self.model.total:
            self.show_figures()
            return True
        return False

    # commands

    def _open(self) -> Complaint | None:
        record = self.detail.record
        return record if isinstance(record, Complaint) else None

    def _chosen(self) -> list[str]:
        """The complaints to act on: the selected ones, else the open one; none while the figures show."""
        if self._shows_figures:
            return []
        ids = [id for id in self.table.selected_ids() if id]
        record = self._open()
        return ids or ([record.id] if record is not None else [])

    @Slot()
    def settle(self) -> None:
        """Note the selected complaints as settled today."""
        chosen = self._chosen()
        waiting = [id for id in chosen if self.desk.complaints.get(id).is_open]
        if waiting:
            self.session.do(self.desk.complaints.settle, waiting, notice=tr("{n} settled today.", n=len(waiting)))
        elif chosen:
            self.session.refused.emit(tr("What is selected was settled already."), "", None)

    @Slot()
    def raise_risk(self) -> None:
        """Raise a draft risk from the selected complaints."""
        ids = self._chosen()
        if not ids:
            self.session.refused.emit(tr("Select the complaints that point to the risk."), "", None)
            return
        first = self.desk.complaints.get(ids[0])
        same_site = {self.desk.complaints.get(id).site_id for id in ids} == {first.site_id}
        note = first.title if len(ids) == 1 else tr("{n} complaints, such as: {title}", n=len(ids), title=first.title)
        fields = {"title": first.title, "source_note": note[: words.LIKE_A_LINE], "description": first.detail}
        place = {"site_id": first.site_id, "place": first.place if len(ids) == 1 else ""} if same_site else {}
        self._do_raise(ids, fields | place, self._open_raised)

    @Slot(object)
    def raise_found(self, found: StandsOut) -> None:
        """Raise a draft risk for what stands out."""
        self._do_raise(self.desk.complaints.ids(found.query), words.risk_fields(self.desk, found), None)

    def _do_raise(self, ids: list[str], fields: dict[str, Any], then: Any) -> None:
        notice = tr("A draft risk was raised and linked with {n} complaints.", n=f"{len(ids):,}")
        self.session.do(
            self.desk.complaints.raise_risk, ids, fields, tell=Telling(self.session.worker), then=then, notice=notice
        )

    def _open_raised(self, risk: Risk) -> None:
        self.session.record_wanted.emit("risk", risk.id)

    @Slot(object, str)
    def link_found(self, found: StandsOut, risk_id: str) -> None:
        """Link the complaints behind what stands out with a risk."""
        ids, risk = self.desk.complaints.ids(found.query), self.desk.risks.get(risk_id)
        notice = tr("{n} complaints are linked with {number}.", n=f"{len(ids):,}", number=risk.number)
        self.session.do(self.desk.complaints.link, ids, risk_id, tell=Telling(self.session.worker), notice=notice)

    @Slot()
    def delete(self) -> None:
        """Move the selected complaints to the trash."""
        if ids := self._chosen():
            self.session.do(self.desk.complaints.delete, ids, notice=tr("{n} complaints were deleted.", n=len(ids)))

    @Slot()
    def history(self) -> None:
        """Every change of the open complaint."""
        self.detail.show_history()
