"""An open case, to read."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QScrollArea, QWidget

from riskdesk.desk import Desk
from riskdesk.domain.case import Case, CaseOrigin, CaseState, Privacy
from riskdesk.gui.attachments import RecordAttachments
from riskdesk.gui.links import RelatedList
from riskdesk.gui.pages.cases.blocks import Columns, LessonBlock, flow_of, moments, outcome_facts
from riskdesk.gui.pages.cases.privacy import PrivacyBanner
from riskdesk.gui.pages.detail import Reader
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.button import ActionButton
from riskdesk.gui.widgets.chip import Chip
from riskdesk.gui.widgets.facts import Facts
from riskdesk.gui.widgets.label import Prose, SectionTitle
from riskdesk.gui.widgets.tag import LevelTag
from riskdesk.gui.widgets.timeline import Timeline
from riskdesk.i18n import language, tr


class CaseReader(Reader):
    """Reads from the top: what it is, what happened, how it ended, what is learned, and what it belongs to."""

    shown = Signal(object)
    """This case is read now."""
    search_wanted = Signal(str)
    """A tag was clicked: search for it."""

    def __init__(self, session: Session, actions: list[ActionButton]) -> None:
        super().__init__(session, actions)
        px = theme().px
        self.setContentsMargins(px(12), px(6), px(12), px(6))
        self.privacy = PrivacyBanner(session)

    def show_record(self, case: Case) -> None:
        self.privacy.setParent(None)
        self.clear_column()
        self.column.addWidget(self.privacy)
        self.privacy.show_case(case)
        self._head(case)
        if case.summary:
            self.column.addWidget(Prose(case.summary))
        self.column.addWidget(self._parts(case))
        self.column.addWidget(RecordAttachments(self.session, case))
        self.column.addWidget(RelatedList(self.session, case))
        self.shown.emit(case)

    def ask_privacy(self) -> None:
        """Tell why the case is not published, and offer the way."""
        self.privacy.ask()
        viewport = self.parentWidget()
        area = viewport.parentWidget() if viewport is not None else None
        if isinstance(area, QScrollArea):
            area.verticalScrollBar().setValue(0)

    def _head(self, case: Case) -> None:
        self.column.addWidget(Prose(" · ".join(head_facts(case, self.desk)), "small", "second"))
        title = Prose(case.title, "title")
        title.setProperty("bold", True)
        self.column.addWidget(title)
        chips: list[QWidget] = [LevelTag(case.level.value, tr(case.level.label))] if case.level else []
        family = self.desk.policy.named("families", case.family, language())
        for word in dict.fromkeys(filter(None, (family, case.case_type, *case.tags))):
            chip = Chip(word, checkable=False)
            chip.setToolTip(tr("Search for “{word}”", word=word))
            chip.clicked.connect(self._chip_clicked)
            chips.append(chip)
        self.column.addWidget(flow_of(chips))

    def _parts(self, case: Case) -> QWidget:
        columns = Columns(520, (37, 25))
        boxed, written = outcome_facts(case.outcome)
        if case.course:
            columns.left.addWidget(SectionTitle(tr("Course of events")))
            columns.left.addWidget(Timeline(moments(case)))
        columns.left.addStretch(1)
        side = columns.right
        if boxed or written or case.outcome.text:
            side.addWidget(SectionTitle(tr("Outcome")))
        if boxed:
            side.addWidget(Facts(boxed, 2, "boxed"))
        if written:
            side.addWidget(Facts(written, 1, "above"))
        if case.outcome.text:
            side.addWidget(Prose(case.outcome.text, tone="second"))
        if case.lessons:
            side.addSpacing(theme().px(6))
            side.addWidget(SectionTitle(tr("Lessons")))
            for lesson in case.lessons:
                side.addWidget(LessonBlock(lesson))
        if case.comment:
            side.addSpacing(theme().px(6))
            side.addWidget(SectionTitle(tr("Expert comment")))
            side.addWidget(Prose(case.comment, tone="second"))
        side.addStretch(1)
        return columns

    @Slot()
    def _chip_clicked(self) -> None:
        chip = self.sender()
        assert isinstance(chip, Chip)
        self.search_wanted.emit(chip.text())


def head_facts(case: Case, desk: Desk) -> list[str]:
    """Number, state, origin, when and where: what one asks of a case first."""
    place = " ".join(filter(None, (desk.name(case.site_id), case.place)))
    happened = case.happened_on.isoformat() if case.happened_on else str(case.year or "")
    told = (
        case.number, tr(CaseState(case.state).label), tr(CaseOrigin(case.origin).label),
        tr(Privacy(case.privacy).label), happened, place, case.origin_note,
    )  # fmt: skip
    return [text for text in told if text]
