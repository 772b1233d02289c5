"""The steps of a playbook, to read: one below the other along a line, what to say on a ground of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from riskdesk.domain.playbook import Difference, Step, StepMode
from riskdesk.gui.pages.playbooks.limits import limit_words, repeat_words
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import Painted
from riskdesk.gui.widgets.label import Label, Prose
from riskdesk.gui.widgets.paint import put_text, rounded
from riskdesk.gui.widgets.tag import Tag
from riskdesk.i18n import tr

BADGE = 24
"""Px at 100 % of the disc with the number of a step."""


class StepSequence(QWidget):
    """All steps. `phones` tells the number of an outside body by its name."""

    def __init__(self, steps: Sequence[Step], differences: Sequence[Difference], phones: Mapping[str, str]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        numbers = {step.id: number for number, step in enumerate(steps, 1)}
        loose = {difference.step_id for difference in differences}
        for number, step in enumerate(steps, 1):
            column.addWidget(StepBlock(step, numbers, number == len(steps), step.id in loose, phones))


class StepBlock(QWidget):
    """One step."""

    def __init__(
        self, step: Step, numbers: dict[str, int], last: bool, loose: bool, phones: Mapping[str, str],
    ) -> None:  # fmt: skip
        super().__init__()
        px = theme().px
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(10))
        row.addWidget(_Badge(numbers[step.id], last, step.mode is StepMode.PARALLEL))
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, px(2), 0, px(6 if last else 16))
        self._column.setSpacing(px(4))
        row.addLayout(self._column, 1)
        self._head(step, numbers, loose)
        self._who(step, phones)
        if step.detail:
            self._column.addWidget(Prose(step.detail, tone="second"))
        if step.say:
            self._column.addWidget(SayBlock(step.say))
        self._facts(step)
        self.setAccessibleName(f"{numbers[step.id]} {step.action}")

    def _head(self, step: Step, numbers: dict[str, int], loose: bool) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme().px(8))
        action = Prose(step.action)
        action.setProperty("bold", True)
        row.addWidget(action, 1)
        limit = limit_words(step, numbers)
        if limit:
            row.addWidget(Tag(limit, "yellow" if loose else "neutral"), 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(row)

    def _who(self, step: Step, phones: Mapping[str, str]) -> None:
        if step.condition:
            self._column.addWidget(Prose(tr("Only if: {condition}", condition=step.condition), tone="accent"))
        words = "、".join(filter(None, (step.role, *step.helpers)))
        if step.contact and (step.contact.who or step.contact.by):
            called = (step.contact.who, step.contact.by, phones.get(step.contact.who, ""))
            words = f"{words} → {' '.join(filter(None, called))}".strip()
        row = QHBoxLayout()
        row.setSpacing(theme().px(8))
        together = tr(step.mode.label) if step.mode is StepMode.PARALLEL else ""
        for mark, tone in ((together, "neutral"), (repeat_words(step), "accent")):
            if mark:
                row.addWidget(Tag(mark, tone), 0, Qt.AlignmentFlag.AlignTop)
        if words:
            row.addWidget(Prose(words, "small"), 1)
        else:
            row.addStretch(1)
        if row.count() > 1 or words:
            self._column.addLayout(row)

    def _facts(self, step: Step) -> None:
        materials = "；".join(m.what + (tr(" ({where})", where=m.where) if m.where else "") for m in step.materials)
        facts = [
            (tr("Never say"), step.never_say), (tr("Materials"), materials), (tr("To record"), step.evidence),
        ]  # fmt: skip
        shown = [(label, text) for label, text in facts if text]
        if not shown:
            return
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().px(8))
        grid.setVerticalSpacing(theme().px(2))
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, theme().px(44))
        for row, (label, text) in enumerate(shown):
            grid.addWidget(Label(label, "small", "second"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Prose(text, "small"), row, 1)
        self._column.addLayout(grid)


class SayBlock(Painted):
    """The words to say, on the soft accent."""

    def __init__(self, text: str) -> None:
        super().__init__()
        px = theme().px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(10), px(6), px(10), px(6))
        row.setSpacing(px(10))
        row.addWidget(Label(tr("Say"), "small", "accent", bold=True), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Prose(text), 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        rounded(QPainter(self), QRectF(self.rect()), 6, self.colours["accent_soft"])


class _Badge(Painted):
    """The number on a disc, and the line to the next step; beside the line a second one while steps run together."""

    def __init__(self, number: int, last: bool, parallel: bool) -> None:
        super().__init__()
        self._number, self._last, self._parallel = number, last, parallel
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(BADGE), theme().px(BADGE))

    def paintEvent(self, event: QPaintEvent) -> None:
        px, c = theme().px, self.colours
        painter = QPainter(self)
        side = px(BADGE)
        if not self._last:
            middle = side / 2
            for x in (middle - px(2), middle + px(2)) if self._parallel else (middle,):
                painter.fillRect(QRectF(x - 0.5, side + px(3), 1, self.height() - side - px(3)), c["border_strong"])
        disc = QRectF(0, 0, side, side)
        rounded(painter, disc, side / 2, c["surface2"])
        font = theme().font("small", bold=True)
        wide = QFontMetricsF(font).horizontalAdvance(str(self._number))
        put_text(painter, QRectF((side - wide) / 2, 0, wide + 2, side), str(self._number), font, c["text"])
