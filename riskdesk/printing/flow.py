"""Fills pages with boxes from top to bottom."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from riskdesk.printing.box import Box, PageBreak


class Placed(NamedTuple):
    """A box and how far below the top of the room its upper edge is, in points."""

    box: Box
    top: float


def paginate(boxes: Iterable[Box], first: float, later: float) -> list[list[Placed]]:
    """The boxes on pages that hold `first` points, then `later` points each. There is always a page."""
    flow = _Flow(first, later)
    for box in boxes:
        flow.add(box)
    flow.settle()
    return flow.pages


class _Flow:
    def __init__(self, first: float, later: float) -> None:
        self.pages: list[list[Placed]] = [[]]
        self._room, self._later = first, later
        self._used = self._after = 0.0
        self._kept: list[Box] = []

    def add(self, box: Box) -> None:
        """Place a box, or hold it back if it must stay with the next."""
        if isinstance(box, PageBreak):
            self.settle()
            self._turn()
        elif box.keep:
            self._kept.append(box)
        else:
            if not self._fits_with_kept(box):
                self._turn()
            self.settle()
            self._place(box)

    def settle(self) -> None:
        """Place what was held back."""
        kept, self._kept = self._kept, []
        for box in kept:
            self._place(box)

    def _fits_with_kept(self, box: Box) -> bool:
        if not self._kept:
            return True  # a box alone looks after itself
        used, after = self._used, self._after
        for each in self._kept:
            used, after = used + self._gap(each, after) + each.height, each.after
        return used + self._gap(box, after) + box.least <= self._room + 0.01

    def _gap(self, box: Box, after: float) -> float:
        return max(after, box.before) if self._used or after else 0.0

    def _place(self, box: Box | None) -> None:
        while box is not None:
            box = self._place_part(box)

    def _place_part(self, box: Box) -> Box | None:
        """Place a box or its first piece on this page; returns what is left for the next."""
        top = self._used + self._gap(box, self._after)
        room = self._room - top
        if box.height <= room + 0.01:
            self._put(box, top)
            return None
        parts = box.split(room, self._later)
        if parts:
            self._put(parts[0], top)
            self._turn()
            return parts[1]
        if self._used:
            self._turn()
            return box
        self._put(box, top)  # higher than a page and in one piece: it runs into the foot rather than vanish
        return None

    def _put(self, box: Box, top: float) -> None:
        self.pages[-1].append(Placed(box, top))
        self._used, self._after = top + box.height, box.after

    def _turn(self) -> None:
        if self.pages[-1]:
            self.pages.append([])
            self._room, self._used, self._after = self._later, 0.0, 0.0
