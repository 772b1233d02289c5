"""An open playbook, to read."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from riskdesk import formats
from riskdesk.domain.playbook import Playbook, PlaybookState
from riskdesk.gui.attachments import RecordAttachments
from riskdesk.gui.links import RelatedList
from riskdesk.gui.pages.cases.blocks import flow_of
from riskdesk.gui.pages.detail import Reader
from riskdesk.gui.pages.playbooks.differences import DifferenceBox
from riskdesk.gui.pages.playbooks.sequence import StepSequence
from riskdesk.gui.pages.playbooks.site_choice import SiteChoice
from riskdesk.gui.pages.playbooks.text_table import TextTable
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.button import ActionButton
from riskdesk.gui.widgets.facts import Fact, Facts
from riskdesk.gui.widgets.label import Label, Prose, SectionTitle
from riskdesk.gui.widgets.tag import Tag
from riskdesk.i18n import language, tr

_STATE_TONES = {PlaybookState.APPROVED: "accent", PlaybookState.DRAFT: "neutral", PlaybookState.SUPERSEDED: "neutral"}


class PlaybookReader(Reader):
    """Reads from the top: what it is for, when it starts, what is done by whom, who is told, whom to call."""

    shown = Signal(object)
    """This playbook is read now."""

    def __init__(self, session: Session, actions: list[ActionButton]) -> None:
        super().__init__(session, actions)
        px = theme().px
        self.setContentsMargins(px(6), px(4), px(6), px(4))
        self._playbook: Playbook | None = None
        self._site = SiteChoice(session)
        self._site.chosen.connect(self._site_chosen)

    def show_record(self, playbook: Playbook) -> None:
        self._playbook = playbook
        self._site.setParent(None)
        self.clear_column()
        self._site.show_playbook(playbook)
        self._head(playbook)
        differences = self.desk.playbooks.differences(playbook)
        if differences:
            self.column.addWidget(DifferenceBox(self.session, playbook, differences))
        self._section(tr("Trigger conditions"), playbook.triggers)
        assigned, bodies = self.desk.playbooks.contacts(playbook, self._site.site_id)
        phones = {body.name: body.phone for body in bodies}
        self.column.addWidget(SectionTitle(tr("Steps"), tr("{n} steps", n=len(playbook.steps))))
        if playbook.steps:
            unconfirmed = () if playbook.difference_confirmed else differences
            self.column.addWidget(StepSequence(playbook.steps, unconfirmed, phones))
        else:
            nothing = tr("No steps yet. Edit the playbook to add the first.")
            self.column.addWidget(Label(nothing, tone="second", wrap=True))
        self._notifications(playbook, phones)
        self._contacts(
            [(a.role, a.name if a.name != a.role else "", a.phone) for a in assigned],
            [(b.name, b.contact, b.phone) for b in bodies if b.id not in {a.person_id for a in assigned}],
        )
        self._section(tr("Coordination"), playbook.coordination)
        self._injects(playbook)
        self._facts(playbook)
        self.column.addWidget(RecordAttachments(self.session, playbook))
        self.column.addWidget(RelatedList(self.session, playbook))
        self.shown.emit(playbook)

    def _head(self, playbook: Playbook) -> None:
        policy, state = self.desk.policy, PlaybookState(playbook.state)
        family = policy.named("families", playbook.family, language()) if playbook.family else ""
        kind = policy.named("scenario_classes", playbook.scenario_class, language())
        # 设备故障 and 设备 say the same thing twice.
        words = [playbook.number, kind, "" if family in kind else family]
        self.column.addWidget(Prose(" · ".join(filter(None, words)), "small", "second"))
        title = Prose(playbook.title, "title")
        title.setProperty("bold", True)
        self.column.addWidget(title)
        tier = policy.named("tiers", playbook.tier, language()) if playbook.tier else tr("No response tier")
        asks = policy.tier(playbook.tier or "")
        tags: list[QWidget] = [
            Tag(tier, "accent" if playbook.tier else "neutral"), Tag(tr(state.label), _STATE_TONES[state]),
            Tag(tr("Version {n}", n=playbook.version)),
        ]  # fmt: skip
        self.column.addWidget(flow_of(tags))
        if asks is not None and asks.tasks:
            self.column.addWidget(Prose(tr("{tier}: {what}", tier=tier, what="；".join(asks.tasks)), "small", "second"))

    def _section(self, title: str, text: str) -> None:
        if text:
            self.column.addWidget(SectionTitle(title))
            self.column.addWidget(Prose(text))

    def _notifications(self, playbook: Playbook, phones: dict[str, str]) -> None:
        if not playbook.notifications:
            return
        self.column.addWidget(SectionTitle(tr("Who must be told")))
        heads = (tr("Body"), tr("By"), tr("Within"), tr("Basis"))
        rows = [
            (
                " ".join(filter(None, (item.body, phones.get(item.body, "")))), item.by,
                formats.duration(item.within_s), item.basis,
            )
            for item in playbook.notifications
        ]  # fmt: skip
        self.column.addWidget(TextTable(heads, rows, (4, 3, 2, 6)))

    def _injects(self, playbook: Playbook) -> None:
        if playbook.injects:
            self.column.addWidget(SectionTitle(tr("Injects"), tr("what a drill begins with")))
            heads = (tr("Time"), tr("What happens"), tr("What should follow"))
            rows = [(formats.stopwatch(item.at_s), item.what, item.expected) for item in playbook.injects]
            self.column.addWidget(TextTable(heads, rows, (2, 5, 7)))

    def _contacts(self, people: list[tuple[str, str, str]], bodies: list[tuple[str, str, str]]) -> None:
        if not people and not bodies:
            return
        self.column.addWidget(SectionTitle(tr("Contacts today")))
        self.column.addWidget(self._site)
        self._site.setVisible(self._site.needed)
        heads = (tr("Role or body"), tr("Who"), tr("Phone"))
        self.column.addWidget(TextTable(heads, [*people, *bodies], (5, 4, 5)))
        if any(not phone for _, _, phone in people):
            hint = tr("Who fills a role and their phones stand in the directory, under Settings.")
            self.column.addWidget(Prose(hint, "small", "second"))

    def _facts(self, playbook: Playbook) -> None:
        text, late = formats.due(playbook.review_due, self.desk.today)
        on = playbook.approved_on.isoformat() if playbook.approved_on else ""
        approved = " ".join(filter(None, (self.desk.name(playbook.approved_by_id), on)))
        sites = "、".join(filter(None, map(self.desk.name, playbook.site_ids))) or tr("All sites")
        facts = [
            Fact(tr("Sites"), sites),
            Fact(tr("Drilled"), tr("every {n} days at each site", n=playbook.drill_days)),
            Fact(tr("Approved"), approved),
            Fact(tr("Next review"), text, "red" if late else "text"),
        ]
        self.column.addWidget(Facts([fact for fact in facts if fact.value]))

    def _site_chosen(self) -> None:
        if self._playbook is not None:
            self.show_record(self._playbook)
