"""The first step: when, where and who."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from riskdesk import formats
from riskdesk.domain.review import Review
from riskdesk.gui.bindings import Binding, day, line
from riskdesk.gui.conflict import ConflictBox
from riskdesk.gui.pages.reviews.drafts import Drafts
from riskdesk.gui.pages.reviews.inplace import InPlace
from riskdesk.gui.pages.reviews.minutes import who_and_when
from riskdesk.gui.pages.reviews.step import Step
from riskdesk.gui.pages.reviews.words import quarter_words
from riskdesk.gui.references import ref, refs
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.facts import Fact, Facts
from riskdesk.gui.widgets.field import Field
from riskdesk.gui.widgets.label import Label, SectionTitle
from riskdesk.i18n import tr


class Prepare(Step):
    """Title, date, place, chair and attendees; what the agenda draws on stands below."""

    def __init__(self, session: Session, drafts: Drafts) -> None:
        super().__init__()
        self.session, self.desk = session, session.desk
        px = theme().px
        column = self.column
        conflict = ConflictBox()
        conflict.hide()
        column.addWidget(conflict)
        self.form = QWidget()
        self._grid = QGridLayout(self.form)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(10))
        for place in (0, 1):
            self._grid.setColumnStretch(place, 1)
        made = {
            "title": self._field(tr("Title"), line()(session), 0, 0, 2),
            "held_on": self._field(tr("Date"), day()(session), 1, 0),
            "place": self._field(tr("Place"), line()(session), 1, 1),
            "chair_id": self._field(tr("Chair"), ref("person")(session), 2, 0),
            "attendee_ids": self._field(tr("Those present"), refs("person")(session), 3, 0, 2),
        }
        column.addWidget(self.form)
        self.facts = Facts([])
        column.addWidget(self.facts)
        column.addWidget(SectionTitle(tr("What the agenda is drawn from")))
        self.since = Label("", wrap=True)
        column.addWidget(self.since)
        self.sources = Label("", "body", "second", wrap=True)
        column.addWidget(self.sources)
        column.addStretch(1)
        self.inplace = InPlace(session, drafts, made, conflict, self)

    def _field(self, label: str, binding: Binding, row: int, place: int, span: int = 1) -> tuple[Binding, Field]:
        field = Field(label, binding.widget)
        self._grid.addWidget(field, row, place, 1, span)
        return binding, field

    def show_review(self, review: Review) -> None:
        """Show a meeting."""
        self.inplace.show_review(review)
        # What cannot be changed any more is a page to read, not a form that is greyed out.
        self.form.setVisible(not review.is_signed)
        self.facts.setVisible(review.is_signed)
        self.facts.set_facts([Fact(tr("Title"), review.title), *who_and_when(self.desk, review)])
        since = formats.day(self.desk.reviews.since(review.period))
        held = any(m.held_on for m in self.desk.reviews.meetings() if m.period < review.period)
        last = tr("Since the last meeting on {day}.", day=since)
        self.since.setText(last if held else tr("No meeting was held before: it looks back to {day}.", day=since))
        words = tr(
            "Complaint hot spots and seasonal rises, regulations that are new, risks that are acute in {quarter}, "
            "overdue reviews, red risks that lack something, new cases, incidents and overdue measures.",
            quarter=quarter_words(review.period.next),
        )
        self.sources.setText(words)
