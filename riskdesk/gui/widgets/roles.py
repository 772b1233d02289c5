"""The roles beyond Qt's own that a table model may answer, all with plain values.

Cells (`data`): LEVEL, SUFFIX, SUFFIX_TONE, TONE, BOLD, ICON, GROUP, ID. Columns (`headerData`, horizontal):
KEY, WIDTH, FROM_WIDTH, FLEXIBLE, SORTABLE. Numbers answer Qt's TextAlignmentRole with AlignRight.
"""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import Qt

_FIRST = int(Qt.ItemDataRole.UserRole) + 100


class CellRole(IntEnum):
    """Roles of `data(index, role)`."""

    LEVEL = _FIRST
    """'red', 'yellow' or 'blue': the cell is a level tag, with the DisplayRole text as its word."""
    SUFFIX = _FIRST + 1
    """str: words after the text, smaller ('当季', '缺预案')."""
    SUFFIX_TONE = _FIRST + 2
    """Tone of the suffix, 'third' if none; 'red' comes bold and with a flag."""
    TONE = _FIRST + 3
    """Tone of the text: 'text', 'second', 'third', 'accent', 'red', 'yellow', 'blue'; 'red' comes bold."""
    BOLD = _FIRST + 4
    """bool: bold text."""
    ICON = _FIRST + 5
    """str: name of an icon before the text."""
    GROUP = _FIRST + 6
    """str, asked of column 0: this row is the head of a group, with this text across all columns."""
    ID = _FIRST + 7
    """The id of the record of this row, asked of column 0; selection is kept by it."""


class ColumnRole(IntEnum):
    """Roles of `headerData(section, Horizontal, role)`."""

    KEY = _FIRST + 50
    """str: name of the column that never changes; widths, order and sort keys are saved by it."""
    WIDTH = _FIRST + 51
    """int: width in px at 100 % text."""
    FROM_WIDTH = _FIRST + 52
    """int: width of the table from which the column shows by itself; 0 always (default), -1 only when chosen."""
    FLEXIBLE = _FIRST + 53
    """bool: this column takes what width is left (at most one; WIDTH is its least)."""
    SORTABLE = _FIRST + 54
    """bool: may be sorted by; True if not answered."""
    DOWN_FIRST = _FIRST + 55
    """bool: the first click sorts downwards; False if not answered."""
