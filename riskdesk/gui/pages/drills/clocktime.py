"""A clock time of a plan (`20:00`) and a time on a stopwatch (`12:41`), as people write them."""

from __future__ import annotations

import re
import unicodedata

from riskdesk import formats
from riskdesk.domain.words import N_
from riskdesk.gui.bindings import Binding, Make
from riskdesk.gui.widgets.amounts import parse_duration
from riskdesk.gui.widgets.valueedits import ValueEdit
from riskdesk.i18n import tr

_CLOCK = re.compile(r"(\d{1,2})(?:[:点时.](\d{1,2})分?)?|(\d{1,2})(\d{2})")
NOT_A_CLOCK_TIME = N_("Not a time. Write 20:00, 2000 or 8.")


def parse_clock(text: str) -> str | None:
    """`HH:MM` meant by '20:00', '8', '830', '2000', '20 点', '20点30分'; None for anything else."""
    clean = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
    match = _CLOCK.fullmatch(clean.removesuffix("点").removesuffix("时") if clean[-1:] in "点时" else clean)
    if match is None:
        return None
    hour, minute = int(match.group(1) or match.group(3)), int(match.group(2) or match.group(4) or 0)
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else None


class ClockEdit(ValueEdit):
    """A clock time; its value is `HH:MM`."""

    def parse(self, text: str) -> object:
        return parse_clock(text)

    def format(self, value: object) -> str:
        return str(value)

    def meaning(self, value: object) -> str:
        return "" if value == self.text() else str(value)

    def unclear(self) -> str:
        return tr("Not a time")


class StopwatchEdit(ValueEdit):
    """Seconds since the start, shown as `12:41`; a bare number is minutes."""

    def parse(self, text: str) -> object:
        return parse_duration(text)

    def format(self, value: object) -> str:
        return formats.countdown(int(str(value)))

    def meaning(self, value: object) -> str:
        tidy = self.format(value)
        return "" if tidy == self.text() else tidy

    def unclear(self) -> str:
        return tr("Not a time")


class ClockBinding(Binding):
    """A clock time; '' for none."""

    widget: ClockEdit

    def __init__(self) -> None:
        super().__init__(ClockEdit(tr("20:00")))
        self.widget.textChanged.connect(self.changed)

    def value(self) -> str:
        return str(self.widget.value() or "")

    def set_value(self, value: object) -> None:
        self.widget.set_value(value or None)

    def raw(self) -> str:
        return self.widget.text()

    def set_raw(self, raw: object) -> None:
        self.widget.setText(str(raw or ""))

    def problem(self) -> str:
        return "" if self.widget.is_valid() else NOT_A_CLOCK_TIME


def clock_time() -> Make:
    """A clock time."""
    return lambda session: ClockBinding()
