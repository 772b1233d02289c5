"""An open risk, to read."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from riskdesk import formats
from riskdesk.domain.action import Action, Strand
from riskdesk.domain.contract import Contract
from riskdesk.domain.level import Assessment, Matrix
from riskdesk.domain.risk import JUDGEMENT_NAMES, Flag, Risk, RiskStatus, needs_another_look
from riskdesk.gui.attachments import RecordAttachments
from riskdesk.gui.links import RelatedList
from riskdesk.gui.pages.detail import Reader
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.banner import Banner
from riskdesk.gui.widgets.button import ActionButton, LinkButton
from riskdesk.gui.widgets.facts import Fact, Facts
from riskdesk.gui.widgets.label import ElidedLabel, Label, Prose, SectionTitle
from riskdesk.gui.widgets.linkrow import LinkRow
from riskdesk.gui.widgets.score import ScoreCard
from riskdesk.i18n import language, tr


class RiskReader(Reader):
    """Reads from the top: what is missing, how grave it is, why, what is done about it, what it is linked with."""

    score_wanted = Signal(str)
    """'inherent', 'current' or 'target': its card was clicked."""
    accept_wanted = Signal()
    """The risk is to be accepted, or its acceptance to be looked at."""

    def __init__(self, session: Session, actions: list[ActionButton]) -> None:
        super().__init__(session, actions)
        self._risk: Risk | None = None
        self._place = self.column
        self._shown = QWidget(self)
        self._place.addWidget(self._shown)

    def show_record(self, risk: Risk) -> None:
        self._risk = risk
        measures = self.desk.risks.measures(risk.id)
        self.clear_column()
        self._head(risk)
        self._warnings(risk, measures)
        self._scores(risk, measures)
        self._happened(risk)
        self._words(risk)
        self._measures(risk, measures)
        self.column.addWidget(RecordAttachments(self.session, risk))
        self._decisions(risk)
        self.column.addWidget(RelatedList(self.session, risk, ("action", "contract", "review")))
        self._place.addWidget(self._shown)

    def clear_column(self) -> None:
        """Begin a new page and drop the old one as a whole: a tenth of the time that it takes piece by piece."""
        old, self._shown = self._shown, QWidget()
        self.column = QVBoxLayout(self._shown)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme().px(12))
        self._place.removeWidget(old)
        old.hide()
        old.deleteLater()

    def _head(self, risk: Risk) -> None:
        policy = self.desk.policy
        facts = (
            risk.number, policy.named("families", risk.family, language()), self.desk.name(risk.department_id),
            tr(RiskStatus(risk.status).label),
        )  # fmt: skip
        self.column.addWidget(ElidedLabel(" · ".join(filter(None, facts)), "small", "second"))
        self.column.addWidget(Label(risk.title, "lead", bold=True, wrap=True))

    def _warnings(self, risk: Risk, measures: list[Action]) -> None:
        for flag in self.desk.risks.flags(risk.id):
            text, link, slot = self._warning(flag)
            banner = Banner(text, "error", link, "flag")
            banner.acted.connect(slot)
            self.column.addWidget(banner)
        undone = needs_another_look(risk, measures)
        if undone:
            banner = Banner(
                tr("Measures done since this score: {n}. Please look at it again.", n=len(undone)),
                "warn",
                tr("Rescore"),
            )
            banner.acted.connect(self._rescore)
            self.column.addWidget(banner)
        if risk.acceptance and not risk.accepted_on(self.desk.today):
            self._decide_anew(tr("The acceptance lapsed on {day}.", day=risk.acceptance.until))
        elif risk.acceptance and not risk.acceptance.covers(risk.level):
            self._decide_anew(tr("It was accepted before it became red."))

    def _decide_anew(self, text: str) -> None:
        banner = Banner(text, "warn", tr("Decide anew"))
        banner.acted.connect(self.accept_wanted)
        self.column.addWidget(banner)

    def _warning(self, flag: Flag) -> tuple[str, str, object]:
        at = partial(partial, self._edit)
        return {
            Flag.NO_OWNER: (tr("This red risk has no owner."), tr("Choose an owner"), at("owner_id")),
            Flag.NO_PLAYBOOK: (tr("This red risk has no playbook."), tr("Choose a playbook"), at("playbook_ids")),
            Flag.NO_REVIEW: (tr("This red risk has no review date."), tr("Set a date"), at("next_review")),
            Flag.NO_MEASURE: (tr("This red risk has no measure in hand."), tr("Add a measure"), self._new_measure),
            Flag.MEASURES_DONE: (
                tr("All measures of this red risk are done: judge it anew, or add another one."),
                tr("Add a measure"),
                self._new_measure,
            ),
        }[flag]

    def _scores(self, risk: Risk, measures: list[Action]) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme().px(8))
        for which, name in JUDGEMENT_NAMES.items():
            judged: Assessment = getattr(risk, which)
            card = ScoreCard(tr(name), clickable=True)
            card.setObjectName(which)
            level = judged.level
            mark = tr("by hand") if judged.by_hand else ""
            card.set_score(
                level.value if level else "", judged.score.formula if judged.score else "",
                self._note(which, judged, risk, measures), mark, tr(level.label) if level else tr("Not scored"),
            )  # fmt: skip
            card.setToolTip(judged.reason)
            card.clicked.connect(self._card_clicked)
            row.addWidget(card, 1)
        self.column.addLayout(row)

    def _happened(self, risk: Risk) -> None:
        """What the likelihood says, beside how often it really came to it."""
        times, score = self.desk.risks.happened(risk.id), risk.current.score
        if not times and not isinstance(score, Matrix):
            return
        said = ""
        if isinstance(score, Matrix):
            grade = next((g for g in self.desk.policy.likelihood_words if g.value == score.likelihood), None)
            words = grade.in_language(language()).rstrip("。.") if grade else ""
            said = tr("Likelihood {value}: {words}.", value=score.likelihood, words=words) if words else ""
        really = (
            tr("Really happened in the last 12 months: {n}.", n=times) if times
            else tr("It did not happen in the last 12 months.")
        )  # fmt: skip
        self.column.addWidget(Label(" ".join(filter(None, (said, really))), "small", "second", wrap=True))

    def _note(self, which: str, judged: Assessment, risk: Risk, measures: list[Action]) -> str:
        if judged.reason:
            return judged.reason
        if judged.level is None:
            return tr("Click to score")
        if which == "inherent":
            return tr("before controls")
        if which == "target":
            open_ones = sum(measure.is_open for measure in measures)
            return tr("with {n} more done", n=open_ones) if open_ones else ""
        return tr("scored {day}", day=judged.on.isoformat()) if judged.on else ""

    def _words(self, risk: Risk) -> None:
        reasons = "\n".join(filter(None, (risk.description, risk.cause, risk.consequence)))
        if reasons:
            self.column.addWidget(SectionTitle(tr("Consequence and cause")))
            self.column.addWidget(Prose(reasons))
        if risk.controls:
            self.column.addWidget(SectionTitle(tr("Existing controls")))
            self.column.addWidget(Prose(risk.controls))
        text, late = formats.due(risk.next_review, self.desk.today)
        facts = [
            Fact(tr("Owner"), self.desk.name(risk.owner_id)),
            Fact(tr("Site and place"), " ".join(filter(None, (self.desk.name(risk.site_id), risk.place)))),
            Fact(tr("Next review"), text, "red" if late else "text"),
            Fact(
                tr("Acute in"),
                tr("months {months}", months=formats.listed(map(str, risk.season))) if risk.season else "",
            ),
            Fact(tr("Accepted"), self._accepted(risk)),
            Fact(tr("Source"), risk.source_note or tr(risk.source.label)),
        ]
        self.column.addWidget(Facts([fact for fact in facts if fact.value]))

    def _accepted(self, risk: Risk) -> str:
        taken = risk.acceptance
        if taken is None or not risk.accepted_on(self.desk.today):
            return ""
        by = self.desk.name(taken.by_id)
        return tr("until {day} by {person}: {why}", day=taken.until, person=by, why=taken.why)

    def _measures(self, risk: Risk, measures: list[Action]) -> None:
        contracts = self.desk.contracts.of_risk(risk.id)
        counts = [(strand, sum(m.strand is strand for m in measures)) for strand in Strand]
        counts[-1] = (Strand.TRANSFER, counts[-1][1] + len(contracts))
        note = "  ".join(f"{tr(strand.label)} {count}" for strand, count in counts if count)
        head = QHBoxLayout()
        head.addWidget(SectionTitle(tr("Measures"), note), 1)
        add = LinkButton(tr("Add a measure"))
        add.clicked.connect(self._new_measure)
        head.addWidget(add)
        self.column.addLayout(head)
        if measures or contracts:
            self.column.addWidget(_MeasureTable(self.session, measures, contracts))
        else:
            self.column.addWidget(Label(tr("Nothing is done about it yet."), "body", "second"))

    def _decisions(self, risk: Risk) -> None:
        """What review meetings decided on it."""
        told = self.desk.reviews.about(risk.id)
        if told:
            self.column.addWidget(SectionTitle(tr("Review meetings")))
        for meeting, topic in told:
            row = LinkRow(meeting.id, "clipboard", str(meeting.held_on or tr(meeting.state.label)), meeting.title)
            row.opened.connect(self._open_meeting)
            self.column.addWidget(row)
            tone = "text" if topic.decision else "second"
            self.column.addWidget(Prose(topic.decision or tr(topic.without_words), tone=tone))

    @Slot(str)
    def _open_meeting(self, review_id: str) -> None:
        self.session.record_wanted.emit("review", review_id)

    @Slot()
    def _card_clicked(self) -> None:
        self.score_wanted.emit(self.sender().objectName())

    @Slot()
    def _rescore(self) -> None:
        self.score_wanted.emit("current")

    def _edit(self, field: str) -> None:
        if self._risk is not None:
            self.session.editor_wanted.emit("risk", self._risk.id, {field: None})

    @Slot()
    def _new_measure(self) -> None:
        if self._risk is not None:
            given = {
                "risk_ids": (self._risk.id,),
                "site_id": self._risk.site_id,
                "department_id": self._risk.department_id,
            }
            self.session.editor_wanted.emit("action", "", given)


class _MeasureTable(QWidget):
    """The measures of a risk, then the contracts that transfer it: strand, what, who, state. A click opens one."""

    def __init__(self, session: Session, measures: list[Action], contracts: list[Contract]) -> None:
        super().__init__()
        self._session = session
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(4))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme().px(10))
        self._grid.setVerticalSpacing(theme().px(5))
        self._grid.setColumnStretch(1, 1)
        for measure in measures:
            self._add_measure(measure)
        for contract in contracts:
            self._add_contract(contract)
        column.addLayout(self._grid)

    def _add_measure(self, measure: Action) -> None:
        text, late = formats.due(measure.due, self._session.desk.today) if measure.is_open else ("", False)
        strand = tr(measure.strand.label) if measure.strand else ""
        self._add(measure, strand, measure.owner_id, text or tr(measure.state.label), late)

    def _add_contract(self, contract: Contract) -> None:
        late = contract.reminds_on(self._session.desk.today)
        state = tr("until {day}", day=contract.ends_on) if contract.ends_on else tr("no end")
        self._add(contract, tr(Strand.TRANSFER.label), contract.owner_id, state, late)

    def _add(self, record: Action | Contract, strand: str, owner_id: str, state: str, late: bool) -> None:
        row = self._grid.rowCount()
        title = LinkButton(record.title, "text", "body")
        title.setObjectName(f"{record.KIND}:{record.id}")
        title.setToolTip(record.title)
        title.clicked.connect(self._open)
        self._grid.addWidget(Label(strand, "small", "second"), row, 0)
        self._grid.addWidget(title, row, 1)
        self._grid.addWidget(Label(self._session.desk.name(owner_id), "small", "second"), row, 2)
        told = Label(state, "small", "red" if late else "second", bold=late)
        self._grid.addWidget(told, row, 3, Qt.AlignmentFlag.AlignRight)

    @Slot()
    def _open(self) -> None:
        self._session.record_wanted.emit(*self.sender().objectName().split(":", 1))
