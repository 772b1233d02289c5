"""Lists taken out as they are shown: where to, personal data masked or not, and the notice that it is done."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from riskdesk.desk import Desk
from riskdesk.domain.letting_out import OFFICERS_ONLY, is_masked
from riskdesk.gui.models.order import Flat, Grouped, Grouping, numbers_in
from riskdesk.gui.models.records import Column, Row
from riskdesk.gui.pages.reason_strip import ReasonStrip
from riskdesk.gui.reasons import reasons
from riskdesk.gui.session import Session
from riskdesk.gui.work import Task
from riskdesk.i18n import tr
from riskdesk.long_work import Tell
from riskdesk.store import Query

if TYPE_CHECKING:
    from riskdesk.exchange.tables import Written

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
        self._path, self._also = Path(), ""

    def write(self, label: str, work: Callable[[Task], Any], also: str = "") -> None:
        """Run `work`, which returns what was written; `also` is a sentence that follows."""
        self._also = also
        self._session.worker.run(label, work, self._done, self._session.tell)

    def _done(self, written: Any) -> None:
        self._path = written.path
        text = tr("{n} rows were saved as {file}.", n=f"{written.rows:,}", file=written.path.name)
        if written.cut:
            text += " " + tr("Some texts were too long for a cell and were cut: {cells}",
                             cells=tr(", ").join(written.cut[:3]))  # fmt: skip
        text = " ".join(filter(None, (text, self._also)))
        self._session.noticed.emit(text, tr("Open folder"), self.open_folder)

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


@dataclass(frozen=True)
class Listing:
    """The list of a page as it is shown: its title, what `query` finds, in these columns and this order."""

    title: str
    kind: str
    query: Query
    columns: Sequence[Column]
    grouping: Grouping | None = None

    def count(self, desk: Desk) -> int:
        """How many records it holds."""
        return len(desk.ns(self.kind, self.query))

    def write(self, desk: Desk, path: Path, as_written: bool, tell: Tell) -> Written:
        """Write it to a file."""
        from riskdesk.desk.exports import ExportColumn

        columns = [ExportColumn(tr(c.out or c.title), partial(_shown, c, desk)) for c in self.columns]
        numbers = in_order(desk, self.kind, self.query, self.grouping)
        return desk.exports.write(path, self.kind, numbers, columns, sheet=self.title, as_written=as_written, tell=tell)


@dataclass(frozen=True)
class Held:
    """A list whose rows are kept as they were: its title, the kind they tell of, headings and what the cells show."""

    title: str
    kind: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str | int | dt.date]]

    def count(self, desk: Desk) -> int:
        """How many rows it holds."""
        return len(self.rows)

    def write(self, desk: Desk, path: Path, as_written: bool, tell: Tell) -> Written:
        """Write it to a file."""
        return desk.exports.write_held(
            path, self.kind, self.heads, self.rows, sheet=self.title, as_written=as_written, tell=tell
        )


class Exporting(QObject):
    """Takes the list of a page out: personal data masked, or as written for who has the right and says why.

    `reason` is the strip that asks why; the page gives it a place.
    """

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._parent = session, parent
        self._saved = Saved(session, self)
        self.reason = ReasonStrip()
        self.reason.given.connect(self._reasoned)
        self._listing: Listing | Held | None = None

    def ask(self, listing: Listing | Held) -> None:
        """Ask where, and write the list."""
        if (path := self._where(listing)) is not None:
            self._run(path, listing, as_written=False)

    def ask_as_written(self, listing: Listing | Held) -> None:
        """Ask why and where, note it, and write the list with personal data as written."""
        if not self._session.desk.privacy.may_let_out:
            self._session.failed.emit(tr(OFFICERS_ONLY))
            return
        self._listing = listing
        self.reason.ask()

    @Slot(str)
    def _reasoned(self, reason: str) -> None:
        listing = self._listing
        if listing is None or (path := self._where(listing)) is None:
            return
        desk = self._session.desk
        told = tr("{list}, {n} records, as {file}", list=listing.title, file=path.name,
                  n=f"{listing.count(desk):,}")  # fmt: skip
        self._session.do(desk.privacy.let_out, told, reason, then=partial(self._noted, path, listing),
                         failed=self._not_noted)  # fmt: skip

    def _noted(self, path: Path, listing: Listing | Held, entry: object) -> None:
        self.reason.leave()
        self._run(path, listing, as_written=True)

    def _not_noted(self, error: Exception) -> None:
        self.reason.refuse(reasons(error))

    def _where(self, listing: Listing | Held) -> Path | None:
        settings, today = self._session.settings, self._session.desk.today
        folder = Path(settings.export_folder) if settings.export_folder else Path.home()
        name = _NO_NAME.sub(" ", f"{listing.title} {today.isoformat()}").strip()
        path = ask_where(self._parent, tr("Export list"), folder / f"{name}.xlsx")
        if path is not None:
            settings.export_folder = str(path.parent)
        return path

    def _run(self, path: Path, listing: Listing | Held, as_written: bool) -> None:
        also = tr("Personal data are masked.") if is_masked(listing.kind) and not as_written else ""
        also = tr("It is noted who took personal data out, and why.") if as_written else also
        work = partial(self._write, path, listing, as_written)
        self._saved.write(tr("Exporting {list}", list=listing.title), work, also)

    def _write(self, path: Path, listing: Listing | Held, as_written: bool, task: Task) -> Any:
        with closing(self._session.desk.another()) as other:
            return listing.write(other, path, as_written, task.tell)


def _shown(column: Column, desk: Desk, row: Row) -> str | int | dt.date:
    return plain_of(column, row, desk)
