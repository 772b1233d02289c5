"""Lists taken out as they are shown: where to, what with, and the notice that it is done."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from riskdesk.desk import Desk
from riskdesk.domain.errors import RiskdeskError
from riskdesk.gui.models.order import Flat, Grouped, Grouping, numbers_in
from riskdesk.gui.models.records import Column, Row
from riskdesk.gui.session import Session
from riskdesk.gui.work import Task
from riskdesk.i18n import tr
from riskdesk.store import Query

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NO_NAME = re.compile(r'[\\/:*?"<>|\s]+')
KINDS = "Excel (*.xlsx);;CSV (*.csv)"


def ask_where(parent: QWidget, title: str, start: Path) -> Path | None:
    """Ask for a file to write, .xlsx or .csv."""
    chosen, kind = QFileDialog.getSaveFileName(parent, title, str(start), KINDS)
    if not chosen:
        return None
    if chosen.lower().endswith((".xlsx", ".csv")):
        return Path(chosen)
    return Path(f"{chosen}.csv" if "csv" in kind.lower() else f"{chosen}.xlsx")


class Saved(QObject):
    """Writes a file off the GUI thread and says where it lies."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._path = Path()

    def write(self, label: str, work: Callable[[Task], Any]) -> None:
        """Run `work`, which returns what was written."""
        self._session.worker.run(label, work, self._done, self._failed)

    def _done(self, written: Any) -> None:
        self._path = written.path
        text = tr("{n} rows were saved as {file}.", n=f"{written.rows:,}", file=written.path.name)
        if written.cut:
            text += " " + tr("Some texts were too long for a cell and were cut: {cells}",
                             cells=tr(", ").join(written.cut[:3]))  # fmt: skip
        self._session.noticed.emit(text, tr("Open folder"), self.open_folder)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, RiskdeskError):
            raise error
        self._session.failed.emit(tr(error.text, **error.params))

    @Slot()
    def open_folder(self) -> None:
        """Show the folder in which the file lies."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))


def plain_of(column: Column, row: Row, desk: Desk) -> str | int | dt.date:
    """What a column shows of a row, in full: a day as a day, a figure as a figure, else its words."""
    cell = column.cell(row, desk)
    text = cell.text if cell.plain is None else cell.plain
    value = row[column.sort] if column.sort in row.keys() else None  # noqa: SIM118
    if isinstance(value, str) and _DAY.fullmatch(value):
        return dt.date.fromisoformat(value)
    if isinstance(value, int) and text == str(value):
        return value
    return text


def in_order(desk: Desk, kind: str, query: Query, grouping: Grouping | None) -> Sequence[int]:
    """Row numbers as a list shows them; those of closed groups as well."""
    if grouping is None:
        return Flat(desk, kind, query).numbers
    order = Grouped(desk, kind, query, grouping, _opened)
    return numbers_in(order, range(len(order)))


def _opened(value: str) -> bool:
    return True


class Exporting(QObject):
    """Takes the list of a page out."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._parent = session, parent
        self._saved = Saved(session, self)

    def ask(
        self, title: str, kind: str, query: Query, columns: Sequence[Column], grouping: Grouping | None = None
    ) -> None:  # fmt: skip
        """Ask where, and write what `query` finds in these columns."""
        settings, today = self._session.settings, self._session.desk.today
        folder = Path(settings.export_folder) if settings.export_folder else Path.home()
        name = _NO_NAME.sub(" ", f"{title} {today.isoformat()}").strip()
        path = ask_where(self._parent, tr("Export list"), folder / f"{name}.xlsx")
        if path is None:
            return
        settings.export_folder = str(path.parent)
        self._saved.write(tr("Exporting {list}", list=title), partial(self._write, path, title, kind, query, columns,
                                                                      grouping))  # fmt: skip

    def _write(
        self, path: Path, title: str, kind: str, query: Query, columns: Sequence[Column], grouping: Grouping | None,
        task: Task,
    ) -> Any:  # fmt: skip
        from riskdesk.desk.exports import ExportColumn

        other = self._session.desk.another()
        try:
            wanted = [ExportColumn(tr(c.out or c.title), partial(_shown, c, other)) for c in columns]
            numbers = in_order(other, kind, query, grouping)
            return other.exports.write(path, kind, numbers, wanted, sheet=title, tell=task.tell)
        finally:
            other.close()


def _shown(column: Column, desk: Desk, row: Row) -> str | int | dt.date:
    return plain_of(column, row, desk)
