"""What is not drilled yet this quarter, with a button that plans it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from riskdesk import formats
from riskdesk.desk.drills import Gap
from riskdesk.domain.calendar import Quarter
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import drop_later
from riskdesk.gui.widgets.button import LinkButton
from riskdesk.gui.widgets.card import Card
from riskdesk.gui.widgets.label import ElidedLabel, Label
from riskdesk.i18n import tr


class CoverageCard(Card):
    """Gaps of the quarter, unplanned ones first. Hidden when every playbook has been drilled at every site."""

    plan_wanted = Signal(str, str)
    """Playbook and site."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(tr("Not drilled this quarter"), parent=parent)
        self._session = session
        self._gaps: list[Gap] = []
        self._said = Label("", tone="second", wrap=True)
        self.body.addWidget(self._said)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(self._scroll, 1)

    def gaps(self) -> list[Gap]:
        """What is shown."""
        return list(self._gaps)

    def look(self) -> None:
        """Read the gaps again."""
        desk = self._session.desk
        gaps = desk.drills.gaps(Quarter.of(desk.today))
        if gaps == self._gaps and self._scroll.widget() is not None:
            return
        self._gaps = gaps
        unplanned = sum(gap.planned is None for gap in gaps)
        assert self.title is not None
        self.title.set_note(tr("{n}, of these {open} without a date", n=len(gaps), open=unplanned) if gaps else "")
        self._said.setText("" if gaps else self._why_none())
        self._said.setVisible(not gaps)
        self._scroll.setVisible(bool(gaps))
        inner = QWidget()
        grid = QGridLayout(inner)
        px = theme().px
        grid.setContentsMargins(0, 0, px(6), 0)
        grid.setHorizontalSpacing(px(10))
        grid.setVerticalSpacing(px(4))
        grid.setColumnStretch(0, 1)
        for row, gap in enumerate(gaps):
            words = " · ".join((desk.name(gap.site_id), desk.name(gap.playbook_id)))
            grid.addWidget(ElidedLabel(words, "body"), row, 0)
            self._add_end(grid, row, gap)
        grid.setRowStretch(len(gaps), 1)
        if (old := self._scroll.takeWidget()) is not None:
            drop_later(old)
        self._scroll.setWidget(inner)

    def _why_none(self) -> str:
        desk = self._session.desk
        if desk.drills.coverage(Quarter.of(desk.today)):
            return tr("Every playbook has been drilled at every site.")
        if desk.drills.lacks() == "site":
            return tr("Playbooks are approved, but no site is entered yet.")
        return tr("There is no approved playbook yet, so nothing has to be drilled.")

    def _add_end(self, grid: QGridLayout, row: int, gap: Gap) -> None:
        if gap.planned is None:
            plan = LinkButton(tr("Plan"))
            plan.setObjectName(str(row))
            plan.setAccessibleName(tr("Plan a drill of {what}", what=self._session.desk.name(gap.playbook_id)))
            plan.clicked.connect(self._plan)
            grid.addWidget(plan, row, 1, Qt.AlignmentFlag.AlignRight)
            return
        day = formats.day(gap.planned.planned_on, self._session.desk.today)
        late = gap.planned.overdue_on(self._session.desk.today)
        text = tr("overdue since {day}", day=day) if late else tr("planned {day}", day=day)
        link = LinkButton(text, "red" if late else "second", "small")
        link.setObjectName(gap.planned.id)
        link.clicked.connect(self._open)
        grid.addWidget(link, row, 1, Qt.AlignmentFlag.AlignRight)

    @Slot()
    def _plan(self) -> None:
        gap = self._gaps[int(self.sender().objectName())]
        self.plan_wanted.emit(gap.playbook_id, gap.site_id)

    @Slot()
    def _open(self) -> None:
        self._session.record_wanted.emit("drill", self.sender().objectName())
