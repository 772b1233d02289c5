"""Lists taken out: what a query finds, in the columns that the caller shows, as an XLSX or CSV file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from riskdesk.desk.verb import Noun
from riskdesk.domain import privacy
from riskdesk.domain.case import tells_of_nobody
from riskdesk.domain.letting_out import is_masked
from riskdesk.exchange.tables import Plain, Written, write_table
from riskdesk.long_work import Tell, quiet
from riskdesk.store import Query
from riskdesk.store.codec import from_column

_BLOCK = 500

Row = Mapping[str, Any]


@dataclass(frozen=True)
class ExportColumn:
    """One column: its heading, in the language in use, and what it shows of a row.

    Days are given as dates and figures as numbers, so that they can be sorted and reckoned with in a spreadsheet.
    """

    title: str
    value: Callable[[Row], Plain]


class Exports(Noun):
    """Changes nothing, so that nothing of it is in the log or can be undone."""

    def write(
        self, path: Path, kind: str, what: Query | Sequence[int], columns: Sequence[ExportColumn], *, sheet: str = "",
        as_written: bool = False, tell: Tell = quiet,
    ) -> Written:  # fmt: skip
        """Write what a query finds, or the rows of these numbers, in that order, to `path` (.xlsx or .csv).

        `sheet` names the sheet. Personal data are masked unless `as_written`, for which it takes the right.

        `tell(done, total)` is called between blocks; when it raises, a file that was there before stays as it was.

        Raises:
            NotAllowed: `as_written` without the right.
            RiskdeskError: the file cannot be written.
        """
        self.desk.privacy.check(as_written)
        numbers = self.store.ns(kind, what) if isinstance(what, Query) else what
        heads = [column.title for column in columns]
        rows = self._rows(kind, numbers, columns, as_written)
        return write_table(path, heads, rows, sheet=sheet, total=len(numbers), tell=tell)

    def write_held(
        self, path: Path, kind: str, heads: Sequence[str], rows: Sequence[Sequence[Plain]], *, sheet: str = "",
        as_written: bool = False, tell: Tell = quiet,
    ) -> Written:  # fmt: skip
        """`write` for rows that are kept as they were, such as those of a signed list; `kind` is what they tell of."""
        self.desk.privacy.check(as_written)
        out = (_out(kind, list(row), as_written) for row in rows)
        return write_table(path, heads, out, sheet=sheet, total=len(rows), tell=tell)

    def _rows(
        self, kind: str, numbers: Sequence[int], columns: Sequence[ExportColumn], as_written: bool
    ) -> Iterator[list[Plain]]:  # fmt: skip
        values = [column.value for column in columns]
        for start in range(0, len(numbers), _BLOCK):
            for row in self.store.rows(kind, numbers[start : start + _BLOCK]):
                nobody = kind == "case" and tells_of_nobody(row["origin"], row["privacy"])
                yield _out(kind, [value(row) for value in values], as_written or nobody, _marked(kind, row))


def _out(kind: str, cells: list[Plain], as_written: bool, marked: Iterable[str] = ()) -> list[Plain]:
    """The cells of a row as they may leave the program; names are also those marked in the `marked` texts."""
    if not is_masked(kind):
        return cells
    found: list[Plain] = privacy.as_written(cells) if as_written else privacy.masked(cells, marked)
    return found


def _marked(kind: str, row: Row) -> Iterator[str]:
    """The texts of a row in which names may be marked."""
    for name, value in row.items():
        if isinstance(value, str) and ("{" in value or "｛" in value):
            yield from privacy.texts_of(from_column(kind, name, value))
