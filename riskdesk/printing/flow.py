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
    flow.finish()
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
            self.finish()
            self._turn()
        elif box.keep:
            self._kept.append(box)
        else:
            self._settle(box)
            self._place(box)

    def finish(self) -> None:
        """Place what is still held back."""
        self._settle()

    def _settle(self, box: Box | None = None) -> None:
        """Place what was held back, on a page that has room for it and the beginning of `box`."""
        kept, self._kept = self._kept, []
        if not self._fits(kept, box):
            company = self._company() if any(each.follows for each in kept) else []
            self._turn()
            kept = company + kept
        for each in kept:
            self._place(each)

    def _fits(self, kept: list[Box], box: Box | None) -> bool:
        if not kept:
            return True  # a box alone looks after itself
        used, after = self._used, self._after
        for each in kept:
            used, after = used + self._gap(each, after) + each.height, each.after
        if box is not None:
            used += self._gap(box, after) + box.least
        return used <= self._room + 0.01

    def _company(self) -> list[Box]:
        """Take from this page what goes along to the next: the end of its last box, or all of a small one."""
        page = self.pages[-1]
        if not page:
            return []
        last, top = page[-1]
        if parts := last.split(last.height - 1.0, self._later):
            page[-1] = Placed(parts[0], top)
            return [parts[1]]
        start = len(page) - 1
        while start > 0 and page[start - 1].box.keep:
            start -= 1
        if start == 0 or last.height > self._later / 3:
            return []
        taken, self.pages[-1] = page[start:], page[:start]
        return [placed.box for placed in taken]

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
