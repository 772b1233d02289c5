"""A drill as a page to read: what and when, whether it is prepared, what happens, and how it went."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from riskdesk import formats
from riskdesk.desk.prints.playbooks import limit_text
from riskdesk.domain.action import Action
from riskdesk.domain.drill import (
    CRITERIA,
    PREPARATIONS,
    Drill,
    DrillKind,
    DrillState,
    InjectOutcome,
    Purpose,
    StepOutcome,
)
from riskdesk.domain.fitting import tier_grade
from riskdesk.domain.response import StepStatus
from riskdesk.gui.attachments import RecordAttachments
from riskdesk.gui.links import RelatedList
from riskdesk.gui.pages.detail import Reader
from riskdesk.gui.pages.incidents.steptimes import StepTimes
from riskdesk.gui.session import Session
from riskdesk.gui.theme.icons import paint_icon
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.banner import Banner
from riskdesk.gui.widgets.base import Painted
from riskdesk.gui.widgets.button import ActionButton, Button, LinkButton
from riskdesk.gui.widgets.facts import Fact, Facts
from riskdesk.gui.widgets.flow import FlowLayout
from riskdesk.gui.widgets.label import ElidedLabel, Label, Prose, SectionTitle
from riskdesk.gui.widgets.paint import WRAP, breakable, rounded
from riskdesk.gui.widgets.tag import Tag
from riskdesk.gui.widgets.timeline import Moment, Timeline
from riskdesk.gui.widgets.valueedits import weekday_word
from riskdesk.i18n import language, tr


class DrillReader(Reader):
    """Reads from the top: when and where, what is to do now, preparation or results, then the rest of the plan."""

    start_wanted = Signal()
    run_wanted = Signal()
    ready_wanted = Signal()
    action_wanted = Signal()

    def __init__(self, session: Session, buttons: list[ActionButton]) -> None:
        super().__init__(session, buttons)
        self._drill: Drill | None = None

    def show_record(self, drill: Drill) -> None:
        self._drill = drill
        self.clear_column()
        self._head(drill)
        self._to_do(drill)
        if drill.results or drill.evaluations or drill.state is DrillState.DONE:
            self._results(drill)
        if drill.is_ahead:
            self._preparation(drill)
        self._plan(drill)
        self._people(drill)
        self._actions(self.desk.drills.actions(drill.id))
        self.column.addWidget(RecordAttachments(self.session, drill))
        self.column.addWidget(RelatedList(self.session, drill))

    def _head(self, drill: Drill) -> None:
        facts = (
            drill.number, tr(DrillKind(drill.drill_kind).label), tr(Purpose(drill.purpose).label),
            tr(DrillState(drill.state).label),
        )  # fmt: skip
        row = QHBoxLayout()
        row.setSpacing(theme().px(8))
        grade = tier_grade(drill.plan.tier)
        if drill.plan.tier:
            name = self.desk.policy.named("tiers", drill.plan.tier, language())
            row.addWidget(Tag(name, grade.value if grade else "neutral"))
        row.addWidget(ElidedLabel(" · ".join(facts), "small", "second"), 1)
        self.column.addLayout(row)
        self.column.addWidget(Label(drill.title, "lead", bold=True, wrap=True))
        self.column.addWidget(Label("\n".join(filter(None, self._lines(drill))), tone="second", wrap=True))
        if drill.plan.playbook_id:
            words = tr("Playbook {title}, version {n}", title=drill.plan.title, n=drill.plan.version)
            link = LinkButton(words, "text")
            link.clicked.connect(self._open_playbook)
            self.column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def _lines(self, drill: Drill) -> list[str]:
        name = self.desk.name
        when = tr("no date yet")
        if drill.planned_on:
            day = formats.day(drill.planned_on, self.desk.today)
            when = " ".join(filter(None, (day, weekday_word(drill.planned_on), drill.planned_at)))
        where = " ".join(filter(None, (name(drill.site_id), drill.place)))
        who = [tr("lead {name}", name=name(drill.lead_id))] if drill.lead_id else []
        if drill.participants:
            who.append(tr("{n} take part", n=drill.participants))
        if drill.observer_ids:
            who.append(tr("{n} observe", n=len(drill.observer_ids)))
        return [" · ".join(filter(None, (when, where))), "，".join(who) if language() == "zh" else ", ".join(who)]

    def _to_do(self, drill: Drill) -> None:
        if drill.overdue_on(self.desk.today):
            text, _ = formats.due(drill.planned_on, self.desk.today)
            self.column.addWidget(Banner(tr("Not held: {late}. Hold it, move it or call it off.", late=text), "error"))
        holder = QWidget()
        row = FlowLayout(holder, theme().px(8))
        if drill.is_ahead:
            self._button(row, tr("Start drill"), "primary", "play", self.start_wanted)
            if drill.state is DrillState.PLANNED:
                self._button(row, tr("Mark as ready"), "plain", "check", self.ready_wanted)
            self._button(row, tr("Enter from paper"), "plain", "clipboard", self.run_wanted)
        elif drill.state is DrillState.RUNNING:
            self._button(row, tr("Go to the running drill"), "primary", "play", self.run_wanted)
        elif drill.state is DrillState.DONE:
            self._button(row, tr("Results and marks"), "plain", "clipboard", self.run_wanted)
        if row.count():
            self.column.addWidget(holder)

    @staticmethod
    def _button(row: FlowLayout, text: str, kind: str, icon: str, signal: object) -> None:
        button = Button(text, kind, icon)  # type: ignore[arg-type]
        button.clicked.connect(signal)
        row.addWidget(button)

    def _preparation(self, drill: Drill) -> None:
        done = [ready for _, ready in drill.preparation]
        self.column.addWidget(SectionTitle(tr("Preparation"), f"{sum(done)} / {len(done)}"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().px(12))
        grid.setVerticalSpacing(theme().px(2))
        for place, (key, ready) in enumerate(drill.preparation):
            words = tr(PREPARATIONS[key])
            if key == "injects" and drill.injects:
                words = tr("{n} injects", n=len(drill.injects))
            grid.addWidget(_Tick(words, ready), place // 2, place % 2)
        self.column.addLayout(grid)

    def _results(self, drill: Drill) -> None:
        done = sum(result.outcome is StepOutcome.DONE for result in drill.results)
        note = tr("{n} of {total} steps done", n=done, total=len(drill.plan.steps))
        self.column.addWidget(SectionTitle(tr("Times and limits"), note))
        self.column.addWidget(StepTimes(step_statuses(drill)))
        if drill.injects:
            self.column.addWidget(SectionTitle(tr("Injects, how they went")))
            self.column.addWidget(Timeline([self._inject(drill, inject.id) for inject in drill.injects]))
        self._marks(drill)
        for title, text in ((tr("Strengths"), drill.strengths), (tr("Weaknesses"), drill.weaknesses)):
            if text:
                self.column.addWidget(Label(title, "small", "second", bold=True))
                self.column.addWidget(Prose(text))

    def _inject(self, drill: Drill, inject_id: str) -> Moment:
        inject = next(item for item in drill.injects if item.id == inject_id)
        result = drill.inject_result(inject_id)
        outcome = tr(InjectOutcome(result.outcome).label) if result else tr("not noted")
        at = result.at_s if result and result.at_s is not None else inject.at_s
        tone = "accent" if result and result.outcome is InjectOutcome.SEEN else "third"
        return Moment(f"+{formats.countdown(at)}", outcome, inject.what, tone)

    def _marks(self, drill: Drill) -> None:
        score = drill.score
        if score is None:
            return
        passed = score >= self.desk.policy.drill_pass
        words = tr("passed") if passed else tr("not passed")
        note = tr("{n} points, {result} (pass mark {mark})", n=score, result=words, mark=self.desk.policy.drill_pass)
        self.column.addWidget(SectionTitle(tr("Marks"), note))
        facts = []
        for item in drill.evaluations:
            marks = "  ".join(f"{tr(name)} {getattr(item, key)}" for key, name, _ in CRITERIA)
            who = tr("{name} (lead)", name=item.evaluator) if item.lead else item.evaluator
            facts.append(Fact(who, f"{item.total}　{marks}"))
        self.column.addWidget(Facts(facts))

    def _plan(self, drill: Drill) -> None:
        for title, text in ((tr("Scenario"), drill.scenario), (tr("Safety briefing"), drill.briefing)):
            if text:
                self.column.addWidget(SectionTitle(title))
                self.column.addWidget(Prose(text))
        if drill.briefing and drill.stop_word:
            self.column.addWidget(Label(tr("Stop word: “{word}”", word=drill.stop_word), bold=True))
        if drill.objectives:
            self.column.addWidget(SectionTitle(tr("Objectives")))
            self.column.addWidget(Prose("\n".join(f"{n}. {line}" for n, line in enumerate(drill.objectives, 1))))
        if drill.injects and drill.is_ahead:
            self.column.addWidget(SectionTitle(tr("Injects"), tr("for observers only")))
            moments = [
                Moment(f"+{formats.countdown(i.at_s)}", " → ".join(filter(None, (i.giver, i.receiver))),
                       "\n".join(filter(None, (i.what, i.expected and tr("Should follow: {what}", what=i.expected)))))
                for i in drill.injects
            ]  # fmt: skip
            self.column.addWidget(Timeline(moments))
        if drill.plan.steps and not drill.results:
            self.column.addWidget(SectionTitle(tr("Steps"), str(len(drill.plan.steps))))
            rows = [f"{n}. {s.action}　{s.role}　{limit_text(s)}".strip() for n, s in enumerate(drill.plan.steps, 1)]
            self.column.addWidget(Prose("\n".join(rows)))

    def _people(self, drill: Drill) -> None:
        facts = [Fact(a.role, " ".join(filter(None, (a.name or tr("nobody"), a.phone)))) for a in drill.assignments]
        observers = "、".join(self.desk.name(id) for id in drill.observer_ids)
        if observers:
            facts.append(Fact(tr("Observers"), observers))
        if drill.materials:
            facts.append(Fact(tr("Materials"), "、".join(drill.materials)))
        if facts:
            self.column.addWidget(SectionTitle(tr("Roles and materials")))
            self.column.addWidget(Facts(facts))

    def _actions(self, actions: list[Action]) -> None:
        if self._drill is None or (self._drill.is_ahead and not actions):
            return
        head = QHBoxLayout()
        head.addWidget(SectionTitle(tr("Corrective actions")), 1)
        add = LinkButton(tr("Add a corrective action"))
        add.clicked.connect(self.action_wanted)
        head.addWidget(add)
        self.column.addLayout(head)
        for action in actions:
            link = LinkButton(action.title, "text")
            link.setObjectName(action.id)
            link.clicked.connect(self._open_action)
            self.column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def _open_playbook(self) -> None:
        if self._drill is not None:
            self.session.record_wanted.emit("playbook", self._drill.plan.playbook_id)

    @Slot()
    def _open_action(self) -> None:
        self.session.record_wanted.emit("action", self.sender().objectName())


def step_statuses(drill: Drill) -> list[StepStatus]:
    """The results of a drill as the states of a response, so that both are shown alike."""
    done = {
        r.step_id: float(r.at_s or 0) for r in drill.results if r.outcome is StepOutcome.DONE and r.at_s is not None
    }
    found = []
    for step in drill.plan.steps:
        result = drill.step_result(step.id)
        failed = 0.0 if result is not None and result.outcome is not StepOutcome.DONE else None
        origin = done.get(step.limit_from) if step.limit_from else 0.0
        due = origin + step.limit_s if step.limit_s is not None and origin is not None else None
        found.append(StepStatus(step, done.get(step.id), failed, due, None, None))
    return found


class _Tick(Painted):
    """A box that is ticked or not, to read."""

    def __init__(self, text: str, ticked: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._ticked = text, ticked
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(f"{text}: {tr('done') if ticked else tr('open')}")

    def _words(self, width: int) -> QRectF:
        """Where the words stand in a tick of this width; they wrap."""
        px = theme().px
        room = QRectF(0, 0, max(px(40), width - px(22)), 1e6)
        need = QFontMetricsF(theme().font()).boundingRect(room, WRAP, breakable(self._text)).height()
        return QRectF(px(22), px(3), room.width(), need)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._words(width).bottom()) + theme().px(3)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(120), self.heightForWidth(theme().px(240)))

    def paintEvent(self, event: QPaintEvent) -> None:
        px = theme().px
        c = self.colours
        painter = QPainter(self)
        words = self._words(self.width())
        first = QFontMetricsF(theme().font()).height()
        box = QRectF(0, words.y() + (first - px(14)) / 2, px(14), px(14))
        edge = c["accent" if self._ticked else "border_strong"]
        rounded(painter, box, 3, c["accent_soft"] if self._ticked else None, edge)
        if self._ticked:
            paint_icon(painter, "check", box.adjusted(1, 1, -1, -1), c["accent"])
        painter.setFont(theme().font())
        painter.setPen(c["text" if self._ticked else "text2"])
        painter.drawText(words, WRAP, breakable(self._text))
