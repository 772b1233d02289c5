"""An incident as a page to read: times against limits, the log, the report, and what follows from it."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from riskdesk import formats
from riskdesk.domain.action import Action
from riskdesk.domain.fitting import tier_grade
from riskdesk.domain.incident import Incident, IncidentState, LogEntry, ReportState
from riskdesk.gui.attachments import RecordAttachments
from riskdesk.gui.links import RelatedList
from riskdesk.gui.pages.detail import Reader
from riskdesk.gui.pages.incidents.columns import report_due_text
from riskdesk.gui.pages.incidents.console.situation import Situation
from riskdesk.gui.pages.incidents.console.words import entry_clock, entry_text
from riskdesk.gui.pages.incidents.steptimes import StepTimes
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.banner import Banner
from riskdesk.gui.widgets.button import ActionButton, Button, LinkButton
from riskdesk.gui.widgets.facts import Fact, Facts
from riskdesk.gui.widgets.label import ElidedLabel, Label, Prose, SectionTitle
from riskdesk.gui.widgets.tag import Tag
from riskdesk.gui.widgets.timeline import Moment, Timeline
from riskdesk.i18n import tr


class IncidentReader(Reader):
    """Reads from the top: what and where, whether it runs or its report is due, times, log, report, measures."""

    console_wanted = Signal(str)
    report_wanted = Signal()
    action_wanted = Signal()

    def __init__(self, session: Session, buttons: list[ActionButton]) -> None:
        super().__init__(session, buttons)
        self._incident: Incident | None = None

    def show_record(self, incident: Incident) -> None:
        self._incident = incident
        situation = Situation.read(self.desk, incident.id)
        self.clear_column()
        self._head(incident, situation)
        self._warnings(incident)
        self._facts(incident)
        if any(state.due_s is not None or state.settled for state in situation.states):
            late = sum(state.late_s > 0 for state in situation.states)
            note = tr("{n} late", n=late) if late else tr("all noted times in time")
            self.column.addWidget(SectionTitle(tr("Times and limits"), note))
            self.column.addWidget(StepTimes(situation.states))
        self._log(situation)
        if incident.state is IncidentState.CLOSED:
            self._report(incident)
        self._actions(self.desk.incidents.actions(incident.id))
        self.column.addWidget(RecordAttachments(self.session, incident))
        self.column.addWidget(RelatedList(self.session, incident))

    def _head(self, incident: Incident, situation: Situation) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme().px(8))
        grade = tier_grade(incident.tier)
        if situation.tier_name:
            row.addWidget(Tag(situation.tier_name, grade.value if grade else "neutral"))
        facts = (incident.number, tr(incident.state.label))
        row.addWidget(ElidedLabel(" · ".join(facts), "small", "second"), 1)
        self.column.addLayout(row)
        self.column.addWidget(Label(incident.title, "lead", bold=True, wrap=True))

    def _warnings(self, incident: Incident) -> None:
        if incident.state is not IncidentState.CLOSED:
            button = Button(tr("Open the console"), "primary", "incident", "Enter")
            button.clicked.connect(self._open_console)
            self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            return
        if incident.report.state is ReportState.APPROVED:
            return
        due = incident.report_due(self.desk.policy.report_seconds)
        text, late = report_due_text(due, self.desk.clock())
        begun = bool(incident.report.summary)
        words = tr("Post-incident report: {when}.", when=text)
        left = (due - self.desk.clock()).total_seconds() if due else 0.0
        soon = left < self.desk.policy.report_seconds / 5
        link = tr("Go on writing") if begun else tr("Write the report")
        banner = Banner(words, "error" if late else "limit" if soon else "info", link, "timer")
        banner.setObjectName("report-due")
        banner.acted.connect(self.report_wanted)
        self.column.addWidget(banner)

    def _facts(self, incident: Incident) -> None:
        name, today = self.desk.name, self.desk.today
        plan = incident.plan
        playbook: str | QWidget = ""
        if plan.playbook_id:
            link = LinkButton(tr("{title} version {n}", title=plan.title, n=plan.version), "text")
            link.clicked.connect(self._open_playbook)
            playbook = link
        length = ((incident.closed_at or self.desk.clock()) - incident.started_at).total_seconds()
        facts = [
            Fact(tr("Place"), " ".join(filter(None, (name(incident.site_id), incident.place)))),
            Fact(tr("Started"), formats.moment(incident.started_at, today, seconds=True)),
            Fact(tr("Closed"), formats.moment(incident.closed_at, today, seconds=True)),
            Fact(tr("Lasted"), formats.duration(max(0.0, length)) if incident.closed_at else ""),
            Fact(tr("Lead"), name(incident.lead_id)),
            Fact(tr("Playbook"), playbook),
            Fact(tr("People affected"), "" if incident.affected is None else str(incident.affected)),
            Fact(tr("Injured"), "" if incident.injured is None else str(incident.injured)),
            Fact(tr("Loss"), formats.yuan(incident.loss_cents)),
            Fact(tr("Details"), incident.detail),
            Fact(tr("Outcome"), incident.outcome),
        ]
        self.column.addWidget(Facts([fact for fact in facts if fact.value]))

    def _log(self, situation: Situation) -> None:
        today = self.desk.today
        day = situation.incident.started_at.astimezone().date()
        moments = [self._moment(entry, situation, day, today) for entry in situation.entries]
        struck = sum(entry.struck is not None for entry in situation.entries)
        note = tr("{n} entries", n=len(moments)) + ("  " + tr("{n} struck", n=struck) if struck else "")
        self.column.addWidget(SectionTitle(tr("Log"), note))
        self.column.addWidget(Timeline(moments))

    def _moment(self, entry: LogEntry, situation: Situation, day: dt.date, today: dt.date) -> Moment:
        text = entry_text(entry, situation)
        if entry.is_late:
            text += " " + tr("(entered {time})", time=entry_clock(entry.written_at, day))
        note = ""
        if entry.struck is not None:
            who = self.desk.name(entry.struck.by_id)
            note = tr("Struck by {who}: {reason}", who=who or "—", reason=entry.struck.reason)
        state = situation.told_of(entry)
        late = state is not None and state.late_s > 0 and state.done_s == self._seconds(entry, situation)
        tone = "third" if entry.struck else "red" if late else "accent"
        return Moment(
            entry_clock(entry.at, day), self.desk.incidents.signer(entry), text, tone, entry.struck is not None, note
        )

    @staticmethod
    def _seconds(entry: LogEntry, situation: Situation) -> float:
        return (entry.at - situation.incident.started_at).total_seconds()

    def _report(self, incident: Incident) -> None:
        report = incident.report
        note = tr("version {n}", n=report.version) + " · " + tr(report.state.label)
        if report.approved_at:
            who = self.desk.name(report.approved_by_id)
            note += f" · {who} {formats.moment(report.approved_at, self.desk.today)}"
        self.column.addWidget(SectionTitle(tr("Post-incident report"), note))
        whys = "\n".join(f"{n}. {why}" for n, why in enumerate(report.whys, 1))
        parts = (
            (tr("Summary"), report.summary), (tr("What went well"), report.went_well),
            (tr("What went badly"), report.went_badly), (tr("Five whys"), whys), (tr("Root cause"), report.root_cause),
            (tr("Losses and claims"), report.losses), (tr("Lessons"), report.lessons),
        )  # fmt: skip
        if not any(text for _, text in parts):
            self.column.addWidget(Label(tr("Nothing is written yet."), tone="second"))
        for title, text in parts:
            if text:
                self.column.addWidget(Label(title, "small", "second", bold=True))
                self.column.addWidget(Prose(text))

    def _actions(self, actions: list[Action]) -> None:
        head = QHBoxLayout()
        head.addWidget(SectionTitle(tr("Corrective actions")), 1)
        add = LinkButton(tr("Add a corrective action"))
        add.clicked.connect(self.action_wanted)
        head.addWidget(add)
        self.column.addLayout(head)
        if not actions:
            return
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().px(10))
        grid.setColumnStretch(0, 1)
        for row, action in enumerate(actions):
            title = LinkButton(action.title, "text")
            title.setObjectName(action.id)
            title.clicked.connect(self._open_action)
            text, late = formats.due(action.due, self.desk.today) if action.is_open else (tr(action.state.label), False)
            grid.addWidget(title, row, 0)
            grid.addWidget(Label(self.desk.name(action.owner_id), "small", "second"), row, 1)
            state = Label(text or tr(action.state.label), "small", "red" if late else "second", bold=late)
            grid.addWidget(state, row, 2, Qt.AlignmentFlag.AlignRight)
        self.column.addLayout(grid)

    @Slot()
    def _open_console(self) -> None:
        if self._incident is not None:
            self.console_wanted.emit(self._incident.id)

    @Slot()
    def _open_playbook(self) -> None:
        if self._incident is not None:
            self.session.record_wanted.emit("playbook", self._incident.plan.playbook_id)

    @Slot()
    def _open_action(self) -> None:
        self.session.record_wanted.emit("action", self.sender().objectName())
