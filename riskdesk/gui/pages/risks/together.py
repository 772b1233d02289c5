"""Editing several risks together: only what is ticked changes, and how many risks that are is said before."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from riskdesk import formats
from riskdesk.domain.errors import Cancelled
from riskdesk.domain.risk import RiskStatus
from riskdesk.domain.words import N_
from riskdesk.gui.bindings import Binding, ComboBinding, Make, choice, day, optional_number, options
from riskdesk.gui.models.block import stored
from riskdesk.gui.pages.panel_head import PanelHead
from riskdesk.gui.pages.risks.editor import families
from riskdesk.gui.pages.telling import Telling
from riskdesk.gui.reasons import reasons
from riskdesk.gui.references import months, ref, refs
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.banner import Banner
from riskdesk.gui.widgets.check import CheckBox
from riskdesk.gui.widgets.label import Label
from riskdesk.gui.work import Task
from riskdesk.i18n import tr

AT_ONCE = 300
"""More risks than this are read off the GUI thread."""
ADD, DROP = "add", "drop"
LISTS = ("season", "playbook_ids")


@dataclass(frozen=True)
class _Entry:
    name: str
    label: str
    make: Make


ENTRIES = (
    _Entry("owner_id", N_("Owner"), ref("person")),
    _Entry("department_id", N_("Department"), ref("department")),
    _Entry("status", N_("Status"), choice(RiskStatus)),
    _Entry("family", N_("Family"), options(families)),
    _Entry("review_days", N_("Review interval (days)"), optional_number()),
    _Entry("next_review", N_("Next review"), day()),
    _Entry("season", N_("Acute in"), months()),
    _Entry(ADD, N_("Add playbooks"), refs("playbook")),
    _Entry(DROP, N_("Take playbooks away"), refs("playbook")),
)


class TogetherPane(QWidget):
    """Stands in the place of the open record."""

    closed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session, self.desk = session, session.desk
        self._numbers: list[int] = []
        self._rows: list[dict[str, Any]] = []
        self._filling = False
        self.ticks: dict[str, CheckBox] = {}
        self.bindings: dict[str, Binding] = {}
        px = theme().px
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.head = PanelHead("", tr("Apply"))
        self.head.closed.connect(self.closed)
        self.head.agreed.connect(self.save)
        whole.addWidget(self.head)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(px(18), 0, px(18), px(18))
        column.setSpacing(px(8))
        self.sum = Label("", wrap=True)
        self.problem = Banner("", "error")
        self.problem.hide()
        column.addWidget(self.problem)
        column.addWidget(self.sum)
        for entry in ENTRIES:
            self._add(column, entry)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(inner)
        whole.addWidget(scroll, 1)
        for keys in ("Ctrl+S", "Ctrl+Return"):
            QShortcut(QKeySequence(keys), self, self.save)
        self._count = QTimer(self)
        self._count.setSingleShot(True)
        self._count.setInterval(80)
        self._count.timeout.connect(self._tell)
        self.setFocusProxy(self.ticks["owner_id"])

    def _add(self, column: QVBoxLayout, entry: _Entry) -> None:
        tick = CheckBox(tr(entry.label))
        binding = entry.make(self.session)
        binding.setParent(self)
        binding.widget.setAccessibleName(tr(entry.label))
        binding.changed.connect(self._edited)
        tick.toggled.connect(self._ticked)
        self.ticks[entry.name], self.bindings[entry.name] = tick, binding
        column.addSpacing(theme().px(4))
        column.addWidget(tick)
        column.addWidget(binding.widget)

    # which risks

    def show_risks(self, numbers: Sequence[int]) -> None:
        """Begin with nothing ticked; `numbers` are the row numbers of the risks."""
        for tick in self.ticks.values():
            tick.setChecked(False)
        self._fill({})
        self.problem.hide()
        self.set_risks(numbers)

    def set_risks(self, numbers: Sequence[int]) -> None:
        """Other risks are selected; what is ticked stays."""
        self._numbers, self._rows = list(numbers), []
        self.head.title.setText(tr("Edit {n} risks together", n=f"{len(numbers):,}"))
        self._tell()
        if len(numbers) <= AT_ONCE:
            self._came(_read(self.session, self._numbers))
        else:
            self.session.worker.run(tr("Reading the selected risks"), self._read, self._came, self._not_read)

    def _read(self, task: Task) -> list[dict[str, Any]]:
        return _read(self.session, self._numbers, task)

    def _not_read(self, error: Exception) -> None:
        # Stopped by the person: then it is only not known how many of them change.
        if not isinstance(error, Cancelled):
            raise error

    def _came(self, rows: list[dict[str, Any]]) -> None:
        if len(rows) > len(self._numbers):
            return
        self._rows = rows
        first = rows[0] if rows else {}
        self._fill({name: value for name, value in first.items() if all(row[name] == value for row in rows)})
        self._tell()

    def _fill(self, common: dict[str, Any]) -> None:
        """Show what all of them have in common in the fields that are not ticked."""
        self._filling = True
        for name, binding in self.bindings.items():
            if not self.ticks[name].isChecked():
                raw = common.get(name)
                binding.set_raw(str(raw) if isinstance(raw, int) else raw)
                if name not in common and isinstance(binding, ComboBinding):
                    binding.widget.setCurrentIndex(-1)
        self._filling = False

    # what changes

    @Slot()
    def _edited(self) -> None:
        if not self._filling:
            name = next(name for name, binding in self.bindings.items() if binding is self.sender())
            self.ticks[name].setChecked(True)
            self._count.start()

    @Slot()
    def _ticked(self) -> None:
        self._count.start()

    def wanted(self) -> tuple[dict[str, Any], tuple[str, ...], tuple[str, ...]]:
        """The ticked fields, the playbooks to add and those to take away."""
        on = {name: self.bindings[name].value() for name, tick in self.ticks.items() if tick.isChecked()}
        add, drop = tuple(on.pop(ADD, ())), tuple(on.pop(DROP, ()))
        return on, add, drop

    def count(self) -> int | None:
        """How many risks would change, None while that is not known."""
        if len(self._rows) != len(self._numbers):
            return None
        fields, add, drop = self.wanted()
        plain = {name: list(value) if name in LISTS else stored(value) for name, value in fields.items()}
        changed = 0
        for row in self._rows:
            kept = [id for id in dict.fromkeys((*row["playbook_ids"], *add)) if id not in drop]
            changed += kept != row["playbook_ids"] or any(plain[name] != row[name] for name in plain)
        return changed

    def _emptied(self) -> list[str]:
        """The words of the ticked fields in which nothing stands."""
        fields, _, _ = self.wanted()
        return [self.ticks[name].text() for name, value in fields.items() if value in (None, "", ())]

    @Slot()
    def _tell(self) -> None:
        ticked = any(tick.isChecked() for tick in self.ticks.values())
        count, total = self.count() if ticked else None, len(self._numbers)
        if not ticked:
            self.sum.setText(tr("Tick what is to be the same for all of them. What is not ticked stays."))
        elif count is None:
            self.sum.setText(tr("Up to {total} risks change.", total=f"{total:,}"))
        else:
            told = [tr("{n} of {total} risks change.", n=f"{count:,}", total=f"{total:,}")]
            if emptied := self._emptied():
                told.append(tr("Emptied in all of them: {fields}.", fields=formats.listed(emptied)))
            self.sum.setText(" ".join(told))
        self.head.set_agree(ticked and count != 0)

    @Slot()
    def save(self) -> None:
        """Change them all, in one step that can be undone."""
        QGuiApplication.inputMethod().commit()
        unclear = [b.problem() for name, b in self.bindings.items() if b.problem() and self.ticks[name].isChecked()]
        if unclear:
            self._say(" ".join(map(tr, unclear)))
            return
        fields, add, drop = self.wanted()
        if fields or add or drop:
            self.session.do(self.desk.risks.save_many, self._numbers, fields, add, drop, then=self._saved,
                            failed=self._refused, tell=Telling(self.session.worker))  # fmt: skip

    def _saved(self, changed: int) -> None:
        self.closed.emit()
        told = tr("{n} risks were changed.", n=f"{changed:,}")
        self.session.noticed.emit(told, tr("Undo"), self.session.offer_undo())

    def _refused(self, error: Exception) -> None:
        self._say(reasons(error))

    def _say(self, text: str) -> None:
        self.problem.say(text, "error")
        self.problem.show()


def _read(session: Session, numbers: Sequence[int], task: Task | None = None) -> list[dict[str, Any]]:
    """The fields that can be edited together, as they are stored."""
    desk = session.desk if task is None else session.desk.another()
    names = [entry.name for entry in ENTRIES if entry.name not in (ADD, DROP)]
    found = []
    try:
        for start in range(0, len(numbers), 500):
            if task is not None:
                task.tell(start, len(numbers))
            for row in desk.rows("risk", numbers[start : start + 500]):
                plain = {name: row[name] or "" for name in names if name not in LISTS}
                found.append(plain | {name: json.loads(row[name]) for name in LISTS})
    finally:
        if task is not None:
            desk.close()
    return found
