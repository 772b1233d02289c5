"""The neighbours of a record in the loop, one click away."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from riskdesk.domain.kinds import KIND_NAMES
from riskdesk.domain.record import Record
from riskdesk.gui.commands import ICONS
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.label import SectionTitle
from riskdesk.gui.widgets.linkrow import LinkRow
from riskdesk.i18n import tr


class RelatedList(QWidget):
    """Links to the records around one; hidden where there are none. `leave_out` names kinds shown elsewhere."""

    def __init__(self, session: Session, record: Record, leave_out: tuple[str, ...] = ("action",)) -> None:
        super().__init__()
        self._session = session
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(2))
        around = session.desk.links.around(record, leave_out)
        self._record, counted = record, session.desk.links.counted(record)
        if not around and not counted:
            self.hide()
            return
        column.addWidget(SectionTitle(tr("Related")))
        for neighbour in around:
            row = LinkRow(
                f"{neighbour.kind}:{neighbour.id}", ICONS.get(neighbour.kind, neighbour.kind),
                tr(KIND_NAMES[neighbour.kind]), neighbour.number,
                neighbour.title,
            )  # fmt: skip
            row.opened.connect(self._open)
            column.addWidget(row)
        for kind, count in counted:
            row = LinkRow(kind, kind, tr(KIND_NAMES[kind]), f"{count:,}")
            row.opened.connect(self._open_list)
            column.addWidget(row)

    @Slot(str)
    def _open_list(self, kind: str) -> None:
        self._session.list_wanted.emit(kind, {self._record.KIND: (self._record.id,)})

    @Slot(str)
    def _open(self, key: str) -> None:
        kind, id = key.split(":", 1)
        self._session.record_wanted.emit(kind, id)
