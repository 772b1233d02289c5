"""Which column of the file becomes which field."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from riskdesk.exchange.cells import text_of
from riskdesk.exchange.columns import Match, Matching
from riskdesk.exchange.plan import ImportPlan
from riskdesk.exchange.sheets import Sheet
from riskdesk.exchange.targets import TARGETS, target
from riskdesk.gui.pages.imports.lazy import Head, one_line
from riskdesk.gui.pages.imports.pick_table import PickModel, PickTable
from riskdesk.gui.pages.imports.words import sentences
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.cells import Look
from riskdesk.gui.widgets.label import Label
from riskdesk.gui.widgets.options import Option
from riskdesk.i18n import tr

SAMPLES, AMONG = 3, 200
"""So many different values of a column are shown, from so many rows."""


class _Columns(PickModel):
    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self.mapping: Matching | None = None
        self._samples: list[str] = []

    def show(self, plan: ImportPlan | None) -> None:
        before = self.mapping
        self.mapping = plan.mapping if plan is not None else None
        if plan is not None and before is not None and before.heads is plan.mapping.heads:
            self.repaint()
            return
        self._samples = [_samples(plan.sheet, head.column, plan.mapping.heads.first_data)
                         for head in plan.mapping.heads.heads] if plan is not None else []  # fmt: skip
        self.renew([Head("column", tr("Column"), 104), Head("samples", tr("Such as"), 90, flexible=True),
                    Head("target", tr("Becomes"), 156)])  # fmt: skip

    def size(self) -> int:
        return len(self.mapping.heads.heads) if self.mapping is not None else 0

    def match_of(self, row: int) -> Match:
        assert self.mapping is not None
        return self.mapping.matches.get(self.key(row), Match())

    def _label(self, row: int) -> str:
        assert self.mapping is not None
        name = self.match_of(row).target
        return target(self.mapping.kind, name).label if name else tr("Not imported")

    def is_imported(self, row: int) -> bool:
        """Whether a column goes into the records."""
        assert self.mapping is not None
        name = self.match_of(row).target
        return bool(name) and target(self.mapping.kind, name).sort != "skip"

    def key(self, row: int) -> Any:
        assert self.mapping is not None
        return self.mapping.heads.heads[row].column

    def looks(self, row: int) -> list[Look]:
        assert self.mapping is not None
        head, match, label = self.mapping.heads.heads[row], self.match_of(row), self._label(row)
        if self.is_imported(row):
            words = Look(label, icon="" if match.sure else "help")
        else:
            words = Look(label, "third", icon="" if match.sure else "help")
        return [Look(head.label, bold=self.is_imported(row)), Look(self._samples[row], "second"), words]

    def tip(self, row: int, column: int) -> str:
        if column == 2:
            return "\n".join(filter(None, (self._label(row), why(self.match_of(row)))))
        return self._samples[row] if column == 1 else ""

    def options(self, row: int) -> Sequence[Option]:
        assert self.mapping is not None
        mapping, here = self.mapping, self.key(row)
        found = [Option("", tr("Not imported"))]
        for one in TARGETS[mapping.kind]:
            other = next(
                (
                    head.label
                    for head in mapping.heads.heads
                    if head.column != here and mapping.matches.get(head.column, Match()).target == one.name
                ),
                "",
            )
            found.append(Option(one.name, one.label, other))  # fmt: skip
        return found

    def chosen(self, row: int) -> Any:
        return self.match_of(row).target

    def about(self, row: int) -> str:
        assert self.mapping is not None
        return tr("What column {column} becomes", column=self.mapping.heads.heads[row].label)


def why(match: Match) -> str:
    """Why a column was matched so, or why a person should look."""
    return tr(match.why.text, **match.why.params) if match.why is not None else ""


def _samples(sheet: Sheet, column: int, first: int) -> str:
    found: dict[str, None] = {}
    for row in sheet.rows[first : first + AMONG]:
        if text := one_line(text_of(row[column]))[:24]:
            found[text] = None
        if len(found) == SAMPLES:
            break
    return tr(", ").join(found)


class ColumnList(QWidget):
    """`matched` brings a column and what it is to become."""

    matched = Signal(int, str)

    def __init__(self) -> None:
        super().__init__()
        self.model = _Columns(self)
        self.table = PickTable(tr("Columns"), self.model)
        self.table.picked.connect(self._picked)
        self.table.row_changed.connect(self._say_why)
        self.why = Label("", "small", "second", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 1, theme().px(10))
        column.setSpacing(theme().px(8))
        column.addWidget(self.table, 1)
        self.why.setContentsMargins(theme().px(14), 0, theme().px(14), 0)
        column.addWidget(self.why)
        self.setFocusProxy(self.table)

    def show_plan(self, plan: ImportPlan | None) -> None:
        """Show the columns of a plan."""
        self.table.close_line()
        self.model.show(plan)
        if plan is not None and self.model.size() and not self.table.currentIndex().isValid():
            unsure = (row for row in range(self.model.size()) if not self.model.match_of(row).sure)
            self.table.go_to_row(next(unsure, 0))
        self._say_why(self.table.currentIndex())

    def unsure(self) -> int:
        """How many columns a person should look at."""
        return sum(not self.model.match_of(row).sure for row in range(self.model.size()))

    def imported(self) -> int:
        """How many columns are imported."""
        return sum(self.model.is_imported(row) for row in range(self.model.size()))

    @Slot(object, object)
    def _picked(self, column: int, name: object) -> None:
        self.matched.emit(column, str(name or ""))

    @Slot(QModelIndex)
    def _say_why(self, index: QModelIndex) -> None:
        mapping = self.model.mapping
        notes = [tr(note.text, **note.params) for note in mapping.notes] if mapping is not None else []
        own = why(self.model.match_of(index.row())) if index.isValid() and index.row() < self.model.size() else ""
        self.why.setText(sentences([own, *notes]))
        self.why.setVisible(bool(own or notes))
