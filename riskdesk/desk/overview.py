"""What stands out today: the numbers of the overview, each with the list behind it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field
from statistics import mean

from riskdesk.desk.actions import OPEN_STATES
from riskdesk.desk.due import WAITING, Due, due
from riskdesk.desk.verb import Noun
from riskdesk.domain.calendar import Quarter, end_of_month, last_months
from riskdesk.domain.drill import Drill, DrillState
from riskdesk.domain.incident import Incident
from riskdesk.domain.playbook import PlaybookState
from riskdesk.domain.policy import Duty
from riskdesk.domain.record import iso_millis
from riskdesk.domain.response import next_deadline
from riskdesk.domain.risk import LIVE
from riskdesk.store import Query
from riskdesk.store.query import Condition


@dataclass
class Overview:
    """The numbers of the overview."""

    red: int = 0
    red_before: int | None = None
    """Red risks at the end of last month; None when the register did not exist then."""
    flagged: int = 0
    """Red risks that lack something."""
    overdue_actions: int = 0
    overdue_reviews: int = 0
    overdue_drills: int = 0
    overdue_reports: int = 0
    overdue_playbooks: int = 0
    """Approved playbooks whose own review date has passed."""
    overdue_contracts: int = 0
    """Contracts to be renewed that have run out."""
    standing_out: int = 0
    """Hot spots and seasonal rises of complaints for which no risk was raised."""
    drills_done: int = 0
    drills_wanted: int = 0
    drills_planned: int = 0
    """Pairs still to be drilled this quarter for which a drill is planned."""
    drills_lack: str = ""
    """Why no drill is wanted: 'playbook', none is approved, or 'site', there is none; '' where some are."""
    cases_added: int = 0
    cases_target: int = 0
    arrival_s: float | None = None
    arrival_target_s: int | None = None
    arrivals: int = 0
    """Incidents of the last 30 days with a time of arrival."""
    heat: list[list[int]] = field(default_factory=list)
    """heat[likelihood-1][severity-1]: live risks by their current score."""
    months: list[dt.date] = field(default_factory=list)
    red_by_month: list[int] = field(default_factory=list)
    yellow_by_month: list[int] = field(default_factory=list)
    coverage: list[tuple[str, str, int, int]] = field(default_factory=list)
    """(site id, site name, drilled, wanted) for this quarter."""
    due: list[Due] = field(default_factory=list)

    @property
    def overdue(self) -> int:
        """Everything overdue."""
        drills_and_reports = self.overdue_drills + self.overdue_reports
        papers = self.overdue_playbooks + self.overdue_contracts
        return self.overdue_actions + self.overdue_reviews + papers + drills_and_reports


@dataclass
class Around:
    """What stands around every page."""

    counts: dict[str, tuple[int, bool]] = field(default_factory=dict)
    """The number beside a page, and whether someone is needed there."""
    person: str = ""
    """Who works at this computer."""
    site: str = ""
    backup: dt.datetime | None = None
    """When the last backup was made."""
    incidents: list[Incident] = field(default_factory=list)
    drills: list[Drill] = field(default_factory=list)
    """Those that run."""
    limits: dict[str, float | None] = field(default_factory=dict)
    """Incident to the seconds from its start at which its next limit ends."""


class Overviews(Noun):
    """Questions that span the nouns."""

    def read(self) -> Overview:
        """All numbers of the overview, as of now. 0.3 s on 20,000 risks: run it off the GUI thread."""
        found = Overview(cases_target=self.desk.policy.cases_per_month, cases_added=self.desk.cases.added_this_month())
        levels = self.desk.risks.level_counts(live())
        found.red = levels.get("red", 0)
        found.flagged = self.store.count("risk", self.desk.risks.flagged())
        found.overdue_actions = self.store.count("action", self.desk.actions.overdue())
        found.overdue_reviews = self.store.count("risk", self.overdue_reviews())
        found.overdue_drills = self.store.count("drill", self.overdue_drills())
        found.overdue_playbooks = self.store.count("playbook", self.overdue_playbooks())
        found.overdue_reports = len(self.overdue_reports())
        found.overdue_contracts = self.store.count("contract", self.desk.contracts.expired())
        found.standing_out = sum(spot.risk is None for spot in self.desk.complaints.stands_out())
        found.heat = self.heat()
        self._coverage(found)
        self._arrivals(found)
        self._trend(found)
        found.due = self.due(limit=40)
        return found

    def around(self) -> Around:
        """What rail and foot show, as of now."""
        found = Around(person=self.desk.person and self.desk.directory.person_line(self.desk.person))
        found.site, found.backup = self.desk.directory.site_line(), self.desk.backups.last()
        found.incidents, found.drills = self.desk.incidents.running(), self.desk.drills.running()
        found.limits = {one.id: next_deadline(self.desk.incidents.statuses(one)) for one in found.incidents}
        running = len(found.incidents)
        overdue_actions = self.store.count("action", self.desk.actions.overdue())
        open_actions = self.store.count("action", Query(where=(Condition("state", "in", OPEN_STATES),)))
        ahead = Condition("state", "in", (DrillState.PLANNED.value, DrillState.READY.value, DrillState.RUNNING.value))
        found.counts = {
            "risk": (self.store.count("risk"), False),
            "case": (self.store.count("case"), False),
            "playbook": (self.store.count("playbook"), False),
            "drill": (self.store.count("drill", Query(where=(ahead,))), False),
            "incident": (running, running > 0),
            "action": (open_actions, overdue_actions > 0),
        }
        return found

    def heat(self) -> list[list[int]]:
        """Live risks counted by the likelihood and severity of their current score: heat[likelihood-1][severity-1]."""
        cells = [[0] * 5 for _ in range(5)]
        for likelihood, severity, count in self.store.matrix_counts("current", LIVE):
            cells[likelihood - 1][severity - 1] = count
        return cells

    def overdue_reviews(self) -> Query:
        """The query for live risks whose review date has passed."""
        today = self.desk.today.isoformat()
        return Query(where=(Condition("status", "in", LIVE), Condition("next_review", "<", today)))

    def overdue_drills(self) -> Query:
        """The query for drills whose day has passed without their being held."""
        today = self.desk.today.isoformat()
        return Query(where=(Condition("state", "in", WAITING), Condition("planned_on", "<", today)))

    def overdue_playbooks(self) -> Query:
        """The query for approved playbooks whose review date has passed."""
        approved = Condition("state", "in", (PlaybookState.APPROVED.value,))
        return Query(where=(approved, Condition("review_due", "<", self.desk.today.isoformat())))

    def overdue_reports(self) -> list[Incident]:
        """Closed incidents whose report is not approved although its 24 hours are over."""
        now, seconds = self.desk.clock(), self.desk.policy.report_seconds
        waiting = [(incident, incident.report_due(seconds)) for incident in self.desk.incidents.reports_due()]
        return [incident for incident, moment in waiting if moment is not None and moment < now]

    def due(self, limit: int) -> list[Due]:
        """What is due within two weeks or overdue, the most pressing first."""
        return due(self.desk, limit)

    def _coverage(self, found: Overview) -> None:
        quarter = Quarter.of(self.desk.today)
        covered = self.desk.drills.coverage(quarter)
        found.drills_wanted, found.drills_done = len(covered), sum(covered.values())
        found.drills_lack = "" if covered else self.desk.drills.lacks()
        planned = {
            (drill.playbook_id, drill.site_id)
            for drill in self.desk.drills.between(quarter.first, quarter.last)
            if drill.state in (DrillState.PLANNED, DrillState.READY)
        }
        found.drills_planned = sum(pair in planned for pair, done in covered.items() if not done)
        wanted = Counter(site for _, site in covered)
        done = Counter(site for (_, site), held in covered.items() if held)
        found.coverage = [
            (site.id, site.name, done[site.id], wanted[site.id])
            for site in self.desk.directory.all("site")
            if wanted[site.id]
        ]

    def _arrivals(self, found: Overview) -> None:
        since = self.desk.clock() - dt.timedelta(days=30)
        times, targets = [], []
        for incident in self.desk.incidents.since(since):
            for status in self.desk.incidents.statuses(incident):
                if status.step.duty is Duty.ON_SITE and status.done_s is not None:
                    times.append(status.done_s)
                    targets.append(status.due_s)
        found.arrivals = len(times)
        found.arrival_s = mean(times) if times else None
        known = [target for target in targets if target is not None]
        found.arrival_target_s = int(max(known)) if known else None

    def _trend(self, found: Overview) -> None:
        found.months = last_months(self.desk.today, 12)
        ends = [min(end_of_month(first), self.desk.today) for first in found.months]
        counts = self.levels_at([self.desk.midnight(day + dt.timedelta(days=1)) for day in ends])
        found.red_by_month = [count["red"] for count in counts]
        found.yellow_by_month = [count["yellow"] for count in counts]
        found.red_before = counts[-2]["red"] if counts[-2].total() else None

    def levels_at(self, moments: list[dt.datetime]) -> list[Counter[str]]:
        """Live risks by current level as they stood at each of `moments`, oldest first, from the change log."""
        ends = [iso_millis(moment) for moment in moments]
        states: dict[str, tuple[str, str, bool]] = {}
        now: Counter[str] = Counter()
        counts: list[Counter[str]] = []
        for at, id, new_level, new_status, deleted in self.store.level_changes():
            while len(counts) < len(ends) and at >= ends[len(counts)]:
                counts.append(now.copy())
            level, status, gone = states.get(id, ("", "", False))
            if status in LIVE and not gone:
                now[level] -= 1
            level = level if new_level is None else new_level
            status = status if new_status is None else new_status
            gone = gone if deleted is None else bool(deleted)
            if status in LIVE and not gone:
                now[level] += 1
            states[id] = level, status, gone
        counts += [now.copy() for _ in range(len(ends) - len(counts))]
        for count in counts:
            del count[""]
        return counts


def live() -> Query:
    """The query for open and monitored risks."""
    return Query(where=(Condition("status", "in", LIVE),))
