"""The editor of the post-incident report, with the 24 hours it is due in counting down."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtCore import Slot

from riskdesk.domain.incident import Incident, ReportState
from riskdesk.domain.record import Record
from riskdesk.domain.words import N_
from riskdesk.gui.bindings import Make, money, optional_number, text
from riskdesk.gui.editor import RecordEditor
from riskdesk.gui.entries import Entry, Group
from riskdesk.gui.pages.incidents.columns import report_due_text
from riskdesk.gui.pages.incidents.editor import next_version
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
        self.head.add(self.due)

    def open(self, record: Record) -> None:
        assert isinstance(record, Incident)
        super().open(record)
        self._incident = record
        self.title.setText(tr("Report"))
        if said := next_version(record):
            self.banner.say(said)
        self.tick()

    def values_of(self, record: Record) -> dict[str, Any]:
        assert isinstance(record, Incident)
        return {
            name: getattr(record.report if name.startswith(_OF_REPORT) else record, name.removeprefix(_OF_REPORT))
            for name in self.bindings
        }

    def held(self, record: Record, values: dict[str, Any]) -> Record:
        return record.held(**_fields(record, values))

    def build(self, values: dict[str, Any]) -> Record:
        assert self.base is not None
        return self.base.changed(**_fields(self.base, values))

    @Slot()
    def tick(self) -> None:
        """The time that is left, or by which it is late."""
        if self._incident is None or self._incident.report.state is ReportState.APPROVED:
            self.due.setText("")
            return
        text, late = report_due_text(self._incident.report_due(self.desk.policy.report_seconds), self.desk.clock())
        self.due.setText(text)
        self.due.set_tone("red" if late else "second")

    def open_again(self, base: Record | None) -> None:
        if base is not None:
            self.session.record_wanted.emit("incident", base.id)


def _fields(record: Record, values: dict[str, Any]) -> dict[str, Any]:
    """The fields of an incident that hold these values of the form: the words of the report lie in one of them."""
    assert isinstance(record, Incident)
    words = {name.removeprefix(_OF_REPORT): value for name, value in values.items() if name.startswith(_OF_REPORT)}
    rest = {name: value for name, value in values.items() if not name.startswith(_OF_REPORT)}
    return {"report": record.report.model_dump() | words, **rest}
