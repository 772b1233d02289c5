"""What stands above the preview: broken forms of the office, characters without a glyph, no printer, failures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.banner import Banner
from riskdesk.i18n import tr

if TYPE_CHECKING:
    from riskdesk.printing import Problem

SHOWN = 3


class Banners(QWidget):
    """Three banners, each hidden while it has nothing to say."""

    viewer_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.problems, self.missing, self.failure = Banner(), Banner(), Banner()
        self.problems.acted.connect(self.folder_wanted)
        self.failure.acted.connect(self.viewer_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(8))
        for banner in (self.failure, self.problems, self.missing):
            column.addWidget(banner)
        self._fit()

    def _fit(self) -> None:
        banners = (self.problems, self.missing, self.failure)
        self.setVisible(any(banner.words.text() for banner in banners))

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say which line of which own form is wrong; the shipped form is used in its place."""
        lines = [_told(problem) for problem in problems[:SHOWN]]
        if len(problems) > SHOWN:
            lines.append(tr("and {n} more", n=len(problems) - SHOWN))
        head = tr("Own forms that cannot be used; the shipped ones stand in for them:")
        self.problems.say("\n".join([head, *lines]) if lines else "", "warn", tr("Open the folder"))
        self._fit()

    def show_missing(self, characters: str) -> None:
        """Say which characters print as 〓."""
        text = tr("No font has these characters, they print as 〓: {characters}", characters=" ".join(characters))
        self.missing.say(text if characters else "", "warn")
        self._fit()

    def say(self, text: str) -> None:
        """A failure; '' takes it away."""
        self.failure.say(text, "error")
        self._fit()

    def say_no_printer(self) -> None:
        """No printer is set up."""
        text = tr("No printer is set up on this computer. You can save the PDF, or print it from another program.")
        self.failure.say(text, "warn", tr("Open in the system viewer"))
        self._fit()


def _told(problem: Problem) -> str:
    reason = tr(problem.text, **problem.params)
    if problem.field:
        values = {"file": problem.file.name, "line": problem.line, "field": problem.field, "reason": reason}
        return tr("{file}, line {line}, {field}: {reason}", **values)
    return tr("{file}, line {line}: {reason}", file=problem.file.name, line=problem.line, reason=reason)
