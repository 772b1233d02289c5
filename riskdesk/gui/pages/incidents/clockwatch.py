"""Notices that the computer slept or that its clock was set: wall time and steady time move apart."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from dataclasses import dataclass

from riskdesk import formats
from riskdesk.i18n import tr

TOLERANCE_S = 5.0
"""What the two clocks may move apart between two looks: time servers correct by less."""
STILL_S = 30.0
"""No look for so long means that the computer stood still, where its steady clock runs on in sleep (Windows)."""


@dataclass(frozen=True)
class Jump:
    """Between two looks `gap_s` apart the wall clock moved `apart_s` more than it should."""

    apart_s: float
    gap_s: float

    def text(self) -> str:
        """The sentence for the log."""
        if self.apart_s < -TOLERANCE_S:
            return tr("The computer's clock was set back by {time}.", time=formats.duration(-self.apart_s))
        if self.apart_s > TOLERANCE_S:
            return tr(
                "The computer slept or its clock was set forward: {time}. Nothing rang meanwhile.",
                time=formats.duration(self.apart_s),
            )
        return tr("The computer stood still for {time}. Nothing rang meanwhile.", time=formats.duration(self.gap_s))


class ClockWatch:
    """Compares the steps of two clocks from one look to the next."""

    def __init__(self, wall: Callable[[], dt.datetime], steady: Callable[[], float] = time.monotonic) -> None:
        self._wall, self._steady = wall, steady
        self._last: tuple[dt.datetime, float] | None = None

    def forget(self) -> None:
        """Begin anew: nobody looks for a while."""
        self._last = None

    def look(self) -> Jump | None:
        """Look at both clocks; what happened since the last look, None for nothing out of order."""
        now, steady = self._wall(), self._steady()
        last, self._last = self._last, (now, steady)
        if last is None:
            return None
        gap = steady - last[1]
        apart = (now - last[0]).total_seconds() - gap
        return Jump(apart, gap) if abs(apart) > TOLERANCE_S or gap > STILL_S else None
