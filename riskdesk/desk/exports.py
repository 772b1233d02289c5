"""Lists taken out: what a query finds, in the columns that the caller shows, as an XLSX or CSV file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from riskdesk.desk.verb import Noun
from riskdesk.exchange.tables import Plain, Written, write_table
from riskdesk.long_work import Tell, quiet
from riskdesk.store import Query

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
        tell: Tell = quiet,
    ) -> Written:  # fmt: skip
        """Write what a query finds, or the rows of these numbers, in that order, to `path` (.xlsx or .csv).

        `sheet` names the sheet.

        `tell(done, total)` is called between blocks; when it raises, a file that was there before stays as it was.

        Raises:
            RiskdeskError: the file cannot be written.
        """
        numbers = self.store.ns(kind, what) if isinstance(what, Query) else what
        heads = [column.title for column in columns]
        rows = self._rows(kind, numbers, columns)
        return write_table(path, heads, rows, sheet=sheet, total=len(numbers), tell=tell)

    def _rows(
        self, kind: str, numbers: Sequence[int], columns: Sequence[ExportColumn]
    ) -> Iterator[list[Plain]]:  # fmt: skip
        values = [column.value for column in columns]
        for start in range(0, len(numbers), _BLOCK):
            for row in self.store.rows(kind, numbers[start : start + _BLOCK]):
                yield [value(row) for value in values]
