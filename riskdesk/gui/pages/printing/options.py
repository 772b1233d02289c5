"""The options of a form: the role of a drill checklist, the site of an action card, the part of a list, and whether
personal data are masked."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from riskdesk.gui.pages.printing.wanted import EACH_ROLE, WHOLE, Wanted, roles_of
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.check import CheckBox
from riskdesk.gui.widgets.chip import Chip
from riskdesk.gui.widgets.edits import LineEdit
from riskdesk.gui.widgets.label import Label
from riskdesk.i18n import tr
from riskdesk.store import ALL


class FormOptions(QWidget):
    """Shows the options that the form in sight has; `changed` when one was chosen."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._all = False
        self.words = Label("", "small", "second")
        self.box = QComboBox()
        self.box.setMinimumWidth(theme().px(150))
        self.box.activated.connect(self._chosen)
        self.part = Chip(tr("Only what the list showed"), checkable=False, removable=True)
        self.part.removed.connect(self._whole_list)
        self.as_written = CheckBox(tr("Personal data as written"))
        self.as_written.toggled.connect(self._written)
        self.reason = LineEdit(tr("Why are they needed?"))
        self.reason.setAccessibleName(tr("Reason"))
        self.reason.setMinimumWidth(theme().px(180))
        self.reason.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(8))
        for widget in (self.words, self.box, self.part, self.as_written, self.reason):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._kind = ""

    def show_wanted(self, wanted: Wanted, kind: str) -> Wanted:
        """Show the options of a form; returns `wanted` with what is still chosen and possible."""
        self._all = False
        choices = self._choices(wanted, kind)
        before = self.box.currentData() if kind == self._kind else None
        self._kind = kind
        self.box.clear()
        for value, words in choices:
            self.box.addItem(words, value)
        chosen = before if before is not None else self._default(kind)
        self.box.setCurrentIndex(max(0, self.box.findData(chosen)))
        self.words.setText({"drill": tr("For"), "playbook": tr("Phones of")}.get(kind, ""))
        for widget in (self.words, self.box):
            widget.setVisible(bool(choices))
        self.box.setAccessibleName(self.words.text())
        self.part.setVisible(not kind and wanted.query != ALL)
        self._offer_as_written(wanted.form)
        return self.of(wanted)

    def _offer_as_written(self, form: str) -> None:
        """Every form and record begins masked; only who has the right may choose otherwise."""
        desk = self._session.desk
        may = desk.privacy.may_let_out
        self.as_written.blockSignals(True)
        self.as_written.setChecked(False)
        self.as_written.blockSignals(False)
        self.as_written.setVisible(desk.prints.masks(form))
        self.as_written.setEnabled(may)
        self.as_written.setToolTip("" if may else tr("A safety officer or an administrator may do this."))
        self.reason.hide()
        self.reason.clear()

    def _choices(self, wanted: Wanted, kind: str) -> list[tuple[str, str]]:
        desk = self._session.desk
        if kind == "drill":
            roles = roles_of(desk, wanted.ids)
            each = [(EACH_ROLE, tr("Every role, one copy each"))] if len(roles) > 1 else []
            return [(WHOLE, tr("Lead and observers, with injects")), *each, *((role, role) for role in roles)]
        if kind == "playbook":
            return [("", tr("The office")), *((site.id, site.name) for site in desk.directory.all("site"))]
        return []

    def _default(self, kind: str) -> str:
        """At first the site that writes here."""
        if kind != "playbook":
            return WHOLE
        desk = self._session.desk
        return next((site.id for site in desk.directory.all("site") if site.code == desk.store.site), "")

    def of(self, wanted: Wanted) -> Wanted:
        """`wanted` with the options as chosen."""
        chosen = self.box.currentData() or ""
        if self._all:
            wanted = replace(wanted, query=ALL, heading="")
        wanted = replace(wanted, as_written=self.as_written.isChecked())
        if self._kind == "drill":
            return replace(wanted, role=chosen)
        return replace(wanted, site_id=chosen) if self._kind == "playbook" else wanted

    @Slot()
    def _chosen(self) -> None:
        self.changed.emit()

    @Slot()
    def _written(self) -> None:
        self.reason.setVisible(self.as_written.isChecked())
        if self.as_written.isChecked():
            self.reason.setFocus()
        self.changed.emit()

    @Slot()
    def _whole_list(self) -> None:
        self._all = True
        self.part.hide()
        self.changed.emit()
