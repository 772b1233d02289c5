"""What to print: the forms in groups, and for a form of one record the records it can be filled with."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from riskdesk import formats
from riskdesk.domain.calendar import Quarter
from riskdesk.domain.kinds import KINDS
from riskdesk.domain.words import N_
from riskdesk.gui.pages.side_list import SideList, heading
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.button import LinkButton
from riskdesk.gui.widgets.card import Card
from riskdesk.gui.widgets.chip import Chip
from riskdesk.gui.widgets.label import ElidedLabel
from riskdesk.gui.widgets.options import Option
from riskdesk.gui.widgets.search import SearchBox
from riskdesk.i18n import language, tr
from riskdesk.store import Query
from riskdesk.store.query import Condition

GROUPS = (
    (N_("Lists"), ("risks", "actions")), (N_("Review meetings"), ("review", "snapshot", "comparison")),
    (N_("Risks"), ("risk",)), (N_("Cases"), ("case",)),
    (N_("Playbooks"), ("playbook",)), (N_("Drills"), ("drill",)), (N_("Incidents"), ("incident",)),
)  # fmt: skip
ICONS = {"risks": "list", "actions": "list", "review": "clipboard", "snapshot": "lock", "comparison": "split"}
OFFERED = 500
"""Records that the list shows; the search box finds the others."""


class FormList(SideList):
    """The forms in groups."""

    def __init__(self, session: Session) -> None:
        super().__init__(tr("Forms"))
        self._session = session
        self.look_again()

    def look_again(self) -> None:
        """Show what there is now."""
        forms = self._session.desk.prints.forms
        rows: list[Option] = []
        for title, records in GROUPS:
            found = [form for record in records for form in forms.for_record(record)]
            if found:
                rows.append(heading(tr(title)))
                rows += [
                    Option(form.key, form.title.of(language()), icon=ICONS.get(form.record, form.record))
                    for form in found
                ]
        self.set_options(rows)


class RecordChoice(QWidget):
    """Records of one kind to put on a form: one, or several into one file."""

    changed = Signal(tuple)
    """Ids of the chosen records."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._kind = session, ""
        px = theme().px
        self.title = ElidedLabel("", bold=True)
        self.quarter = Chip(tr("This quarter"))
        self.quarter.toggled.connect(self._look)
        self.all = LinkButton(tr("All"), role="small")
        self.search = SearchBox(tr("Search"), width=600)
        self.search.searched.connect(self._look)
        self.list = SideList(tr("Records"), several=True)
        self.list.chosen.connect(self._chosen)
        self.search.moved_down.connect(self.list.setFocus)
        self.all.clicked.connect(self.list.choose_all)
        self.hint = ElidedLabel(tr("Ctrl or Shift and a click: several in one file"), "small", "second")
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(self.title, 1)
        head.addWidget(self.quarter)
        head.addWidget(self.all)
        inner = QVBoxLayout()
        inner.setContentsMargins(px(12), px(10), px(12), px(6))
        inner.setSpacing(px(8))
        inner.addLayout(head)
        inner.addWidget(self.search)
        foot = QVBoxLayout()
        foot.setContentsMargins(px(12), px(4), px(12), px(8))
        foot.addWidget(self.hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inner)
        column.addWidget(self.list, 1)
        column.addLayout(foot)

    @property
    def kind(self) -> str:
        """The kind that is listed."""
        return self._kind

    def show_kind(self, kind: str, title: str) -> None:
        """List records of another kind."""
        self.title.setText(title)
        if kind != self._kind:
            self._kind = kind
            for widget in (self.search, self.quarter):
                widget.blockSignals(True)
            self.search.setText("")
            self.quarter.setChecked(False)
            for widget in (self.search, self.quarter):
                widget.blockSignals(False)
            self.list.choose([])
        self.quarter.setVisible(kind == "drill")
        self.look_again()

    def look_again(self) -> None:
        """Show what there is now."""
        desk = self._session.desk
        numbers = desk.ns(self._kind, self._query())
        title = KINDS[self._kind].SEARCHED[0]
        rows = desk.rows(self._kind, numbers[:OFFERED])
        self.list.set_options([self._option(row, title) for row in rows])
        self.search.set_note(f"{len(numbers):,}")
        self.all.set_words(tr("All {n}", n=len(rows)))
        self.all.setEnabled(bool(rows))

    def choose(self, ids: tuple[str, ...]) -> None:
        """Choose these; what the search hides is shown again. Emits nothing."""
        known = {option.key for option in self.list.options.options}
        if not known.issuperset(ids) and (self.search.text() or self.quarter.isChecked()):
            self.search.setText("")
            self.quarter.setChecked(False)
        self.list.choose(ids)

    def first(self) -> tuple[str, ...]:
        """The id of the record to begin with: the next drill, else the first of the list; nothing where it is empty."""
        desk = self._session.desk
        if self._kind == "drill":
            ahead = Query(where=(Condition("planned_on", ">=", desk.today.isoformat()),), sort=(("planned_on", False),))
            if numbers := desk.ns("drill", ahead):
                return (desk.rows("drill", numbers[:1])[0]["id"],)
        options = self.list.options.options
        return (options[0].key,) if options else ()

    def _query(self) -> Query:
        where: tuple[Condition, ...] = ()
        if self._kind == "drill" and self.quarter.isChecked():
            quarter = Quarter.of(self._session.desk.today)
            first, last = quarter.first.isoformat(), quarter.last.isoformat()
            where = (Condition("planned_on", ">=", first), Condition("planned_on", "<=", last))
        text = self.search.text().strip()
        by_day = "planned_on" if self._kind == "drill" else "number"
        return Query(text, where, () if text else ((by_day, not where),))

    def _option(self, row: dict[str, object], title: str) -> Option:
        level = str(row.get("level") or "") if self._kind in ("risk", "case") else ""
        desk = self._session.desk
        when = formats.day(str(row.get("planned_on") or ""), desk.today) if self._kind == "drill" else ""
        site = desk.name(str(row.get("site_id") or "")) if self._kind in ("drill", "incident") else ""
        return Option(row["id"], str(row[title]), " ".join(filter(None, (site, when))), level=level)

    @Slot()
    def _look(self) -> None:
        self.look_again()

    @Slot(list)
    def _chosen(self, keys: list[str]) -> None:
        if keys:
            self.changed.emit(tuple(keys))


class Choices(QWidget):
    """The left column: a card of forms over a card of records."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.forms, self.records = FormList(session), RecordChoice(session)
        forms = Card(flush=True)
        forms.body.setContentsMargins(1, theme().px(4), 1, theme().px(4))
        forms.body.addWidget(self.forms)
        self._records_card = Card(flush=True)
        self._records_card.body.addWidget(self.records)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(12))
        column.addWidget(forms, 5)
        column.addWidget(self._records_card, 5)

    def show_records(self, shown: bool) -> None:
        """Whether the form is one of a record."""
        self._records_card.setVisible(shown)
