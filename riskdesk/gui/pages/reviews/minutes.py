"""The fourth step: the minutes, beside what was decided."""

from __future__ import annotations

from riskdesk.desk import Desk
from riskdesk.domain.review import Review
from riskdesk.gui.bindings import TextBinding
from riskdesk.gui.conflict import ConflictBox
from riskdesk.gui.pages.reviews.drafts import Drafts
from riskdesk.gui.pages.reviews.inplace import InPlace
from riskdesk.gui.pages.reviews.step import Step
from riskdesk.gui.session import Session
from riskdesk.gui.widgets.facts import Fact, Facts
from riskdesk.gui.widgets.field import Field
from riskdesk.gui.widgets.label import Prose, SectionTitle
from riskdesk.i18n import tr

LINES = 12


class Minutes(Step):
    """Who met when, the minutes, and the decisions to look at while writing."""

    def __init__(self, session: Session, drafts: Drafts) -> None:
        super().__init__()
        self.desk = session.desk
        column = self.column
        self.facts = Facts([], columns=2)
        column.addWidget(self.facts)
        conflict = ConflictBox()
        conflict.hide()
        column.addWidget(conflict)
        binding = TextBinding(LINES)
        binding.widget.setPlaceholderText(tr("What was said beyond the decisions below"))
        self.field = field = Field(tr("Minutes"), binding.widget)
        column.addWidget(field)
        self._heading = SectionTitle(tr("Minutes"))
        self.text = Prose("")
        column.addWidget(self._heading)
        column.addWidget(self.text)
        self._title = SectionTitle(tr("Decisions"))
        column.addWidget(self._title)
        self.decisions = Prose("")
        column.addWidget(self.decisions)
        column.addStretch(1)
        self.inplace = InPlace(session, drafts, {"minutes": (binding, field)}, conflict, self)

    def show_review(self, review: Review) -> None:
        """Show a meeting."""
        self.inplace.show_review(review)
        self.facts.set_facts(who_and_when(self.desk, review))
        self.text.set_text(review.minutes or tr("No minutes were written."))
        self.field.setVisible(not review.is_signed)
        for widget in (self._heading, self.text):
            widget.setVisible(review.is_signed)
        decided = [topic for topic in review.topics if topic.is_decided]
        self._title.set_note(tr("{n} of {total} decided", n=len(decided), total=len(review.topics)))
        lines = [
            f"{n}. {topic.text}：{topic.decision or tr('Discussed')}"
            for n, topic in enumerate(review.topics, 1)
            if topic.is_decided
        ]
        self.decisions.set_text("\n".join(lines) or tr("Nothing was decided yet."))


def who_and_when(desk: Desk, review: Review) -> list[Fact]:
    """Date, place, chair and attendees."""
    chair, attendees = desk.reviews.people(review)
    return [
        Fact(tr("Date"), str(review.held_on or "—")), Fact(tr("Place"), review.place or "—"),
        Fact(tr("Chair"), chair or "—"), Fact(tr("Those present"), "、".join(attendees) or "—"),
    ]  # fmt: skip
