"""The editor of the post-incident report, with the 24 hours it is due in counting down."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout

from riskdesk.domain.incident import Incident, ReportState
from riskdesk.domain.record import Record
from riskdesk.domain.words import N_
from riskdesk.gui.bindings import Make, money, optional_number, text
from riskdesk.gui.editor import RecordEditor
from riskdesk.gui.entries import Entry, Group
from riskdesk.gui.pages.incidents.columns import report_due_text
from riskdesk.gui.pages.incidents.editor import warn_of_next_version
from riskdesk.gui.references import LinesBinding
from riskdesk.gui.session import Session
from riskdesk.gui.widgets.label import Label
from riskdesk.gui.widgets.lines import LinesEdit
from riskdesk.i18n import tr


class ReportDraft(Incident):
    """Gives half-typed reports a place of their own beside the half-typed facts of the same incident."""

    KIND: ClassVar[str] = "incident_report"


class WhysBinding(LinesBinding):
    """The five whys, numbered: each asks why of the one before."""

    def __init__(self) -> None:
        super().__init__()
        self.widget.changed.disconnect(self._took)
        self.widget = LinesEdit(tr("Ask why once more"), numbered=True)
        self.widget.changed.connect(self._took)


def whys() -> Make:
    """The five whys."""
    return lambda session: WhysBinding()


GROUPS = (
    Group(N_("What happened"), (
        Entry("report.summary", N_("Summary"), text(3), N_("What, where, how many, how it ended, in three sentences.")),
        Entry("affected", N_("People affected"), optional_number(), half=True),
        Entry("injured", N_("Injured"), optional_number(), half=True),
    )),
    Group(N_("How the response went"), (
        Entry("report.went_well", N_("What went well"), text()),
        Entry("report.went_badly", N_("What went badly"), text(), N_("Late steps stand in the log.")),
    )),
    Group(N_("Cause"), (
        Entry("report.whys", N_("Five whys"), whys(), N_("Question and answer in one line: Why …? Because …")),
        Entry("report.root_cause", N_("Root cause"), text()),
    )),
    Group(N_("Losses and lessons"), (
        Entry("loss_cents", N_("Loss"), money(), half=True),
        Entry("report.losses", N_("Losses and claims"), text()),
        Entry("report.lessons", N_("Lessons"), text()),
    )),
)  # fmt: skip

_OF_REPORT = "report."


class ReportEditor(RecordEditor):
    """Edits the words of the report; its times and measures come from the log and the list of actions."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, ReportDraft, GROUPS, session.desk.incidents.report, session.desk.incidents.save)
        self._incident: Incident | None = None
        self.setFocusProxy(self.fields["report.summary"])
        self.due = Label("", "small", "second", bold=True)
        # Beside the title, in the head that the editor made.
        for row in self.findChildren(QHBoxLayout):
            if row.indexOf(self.title) == 0:
                row.insertWidget(1, self.due)

    def open(self, record: Record) -> None:
        assert isinstance(record, Incident)
        self._base, self._given, self._incident = record, {}, record
        self.title.setText(tr("Report"))
        self._fill({name: self._value(record, name) for name in self.bindings})
        warn_of_next_version(self.banner, record)
        self.tick()

    @staticmethod
    def _value(record: Incident, name: str) -> Any:
        if name.startswith(_OF_REPORT):
            return getattr(record.report, name.removeprefix(_OF_REPORT))
        return getattr(record, name)

    def build(self, values: dict[str, Any]) -> Record:
        assert isinstance(self._base, Incident)
        words = {name.removeprefix(_OF_REPORT): value for name, value in values.items() if name.startswith(_OF_REPORT)}
        rest = {name: value for name, value in values.items() if not name.startswith(_OF_REPORT)}
        return self._base.changed(report=self._base.report.model_dump() | words, **rest)

    @Slot()
    def tick(self) -> None:
        """The time that is left, or by which it is late."""
        if self._incident is None or self._incident.report.state is ReportState.APPROVED:
            self.due.setText("")
            return
        text, late = report_due_text(self._incident.report_due(self.desk.policy.report_seconds), self.desk.clock())
        self.due.setText(text)
        self.due.set_tone("red" if late else "second")

    def _again(self, base: Record | None, typed: dict[str, Any]) -> None:
        if base is not None:
            self.desk.store.keep_draft(self.desk.person, self._cls.KIND, base.id, self.desk.clock(), typed)
            self.session.record_wanted.emit("incident", base.id)
