"""The filter of what was brought in with one file."""

from __future__ import annotations

from collections.abc import Sequence

from riskdesk import formats
from riskdesk.desk import Desk
from riskdesk.desk.imported import among, imported_lists
from riskdesk.domain.words import N_
from riskdesk.gui.pages.filters import Filter, Values
from riskdesk.i18n import tr
from riskdesk.store.query import Condition

IMPORTABLE = frozenset({"risk", "action", "complaint", "person"})
"""Kinds of record of which lists can be brought in."""
KEY = "imported"
_MOST = 20


def imported_filter(kind: str) -> Filter:
    """The filter for a list of records of that kind."""

    def options(desk: Desk) -> Sequence[tuple[str, str]]:
        return [
            (one.key, tr("{day} {file}", day=formats.day(one.day, desk.today), file=one.name))
            for one in imported_lists(desk.store, kind)[:_MOST]
        ]

    return Filter(KEY, N_("Imported from"), _conditions, options, more=True)


def _conditions(desk: Desk, values: Values) -> tuple[Condition, ...]:
    return among(values)
