"""Which state of a record an editor holds: known without comparing it field by field."""

from __future__ import annotations

from riskdesk.domain.record import Record

MOST = 256


class Opened:
    """The records that were read or saved here last, each with its last entry in the log at that time.

    A record whose last entry is still the same has not been changed by anybody, so that an edit of it merges with
    nothing and conflicts with nothing.
    """

    def __init__(self) -> None:
        self._kept: dict[str, tuple[Record, int]] = {}

    def keep(self, record: Record, entry: int) -> None:
        """Note that `record` is what the entry in that row of the log left."""
        self._kept.pop(record.id, None)
        self._kept[record.id] = (record, entry)
        if len(self._kept) > MOST:
            del self._kept[next(iter(self._kept))]

    def entry_of(self, record: Record) -> int:
        """The entry that left this very object as it is; 0 when that is not known."""
        kept, entry = self._kept.get(record.id, (None, 0))
        return entry if kept is record else 0
