"""A complaint as a page to read."""

from __future__ import annotations

from riskdesk import formats
from riskdesk.domain.complaint import Complaint
from riskdesk.gui.links import RelatedList
from riskdesk.gui.pages.detail import Reader
from riskdesk.gui.widgets.facts import Fact, Facts
from riskdesk.gui.widgets.label import ElidedLabel, Label, Prose, SectionTitle
from riskdesk.i18n import tr


class ComplaintReader(Reader):
    """Reads from the top: what, whether it is settled, where and when, and the risks that it stands for."""

    def show_record(self, complaint: Complaint) -> None:
        self.clear_column()
        facts = (complaint.external, complaint.complaint_type, complaint.channel)
        self.column.addWidget(ElidedLabel(" · ".join(filter(None, facts)), "small", "second"))
        self.column.addWidget(Label(complaint.title, "lead", bold=True, wrap=True))
        self._facts(complaint)
        if complaint.detail:
            self.column.addWidget(SectionTitle(tr("Details")))
            self.column.addWidget(Prose(complaint.detail))
        self.column.addWidget(RelatedList(self.session, complaint))

    def _facts(self, complaint: Complaint) -> None:
        today = self.desk.today
        days = tr("{n} d", n=complaint.days_open(today))
        if complaint.is_open:
            state = tr("Not settled · {days}", days=days)
        else:
            state = f"{formats.day(complaint.closed_on, today)} · {days}"
        facts = [
            Fact(tr("Received"), formats.day(complaint.received_on, today)),
            Fact(tr("Settled"), state),
            Fact(tr("Site and place"), " ".join(filter(None, (self.desk.name(complaint.site_id), complaint.place)))),
            Fact(tr("Type"), complaint.complaint_type),
            Fact(tr("Channel"), complaint.channel),
            Fact(tr("Number in the property system"), complaint.external),
        ]
        self.column.addWidget(Facts([fact for fact in facts if fact.value]))
