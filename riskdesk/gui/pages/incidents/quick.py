"""Reporting an incident in under 20 seconds: what, where, tier, playbook, how many. Enter starts."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from riskdesk import formats
from riskdesk.domain.errors import Invalid, RiskdeskError
from riskdesk.domain.fitting import is_sure
from riskdesk.domain.incident import Incident
from riskdesk.domain.playbook import Playbook
from riskdesk.gui.keeping import Keeping
from riskdesk.gui.pages.incidents.choices import Choices
from riskdesk.gui.pages.incidents.when import parse_when
from riskdesk.gui.reasons import sentence
from riskdesk.gui.references import ReferenceBinding
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.button import Button
from riskdesk.gui.widgets.card import Card
from riskdesk.gui.widgets.edits import LineEdit
from riskdesk.gui.widgets.field import Field
from riskdesk.gui.widgets.label import Label
from riskdesk.gui.widgets.scroll import ScrollPlace
from riskdesk.i18n import language, tr

SUGGEST_MS = 150
OFFERED = 4
NONE_YET = "none"


class QuickReport(QWidget):
    """The form. The clock of the incident runs from when it was opened."""

    reported = Signal(str)
    """Id of the new incident."""
    left = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.desk = session, session.desk
        self._opened = self.desk.clock()
        self._tier_by_hand = self._plan_by_hand = False
        self._offered: list[Playbook] = []
        self._draft_id = ""
        self._keeping = Keeping(session, self._keep_draft, self)
        self._keeping.told.connect(self._tell_not_kept)
        self._suggest = QTimer(self)
        self._suggest.setSingleShot(True)
        self._suggest.setInterval(SUGGEST_MS)
        self._suggest.timeout.connect(self.suggest)
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self._tick)
        self._make_fields()
        self._build()

    def _make_fields(self) -> None:
        self.what = LineEdit(tr("Lift of building 3 stuck, people inside"))
        self.what.textChanged.connect(self._typed)
        self.site = ReferenceBinding(self.session, "site")
        self.site.changed.connect(self._typed)
        self.place = LineEdit(tr("Building, floor, lift"))
        self.affected = LineEdit(tr("if known"))
        self.at = LineEdit(tr("now"))
        for line in (self.place, self.affected, self.at):
            line.textChanged.connect(self._changed)
        self.tier = Choices(tr("Response tier"))
        self.tier.chosen.connect(self._tier_chosen)
        self.tasks = Label("", "small", "second", wrap=True)
        self.plan = Choices(tr("Playbook"))
        self.plan.chosen.connect(self._plan_chosen)
        self.other = ReferenceBinding(self.session, "playbook")
        self.other.widget.setPlaceholderText(tr("Some other playbook"))
        self.other.changed.connect(self._other_chosen)

    def _build(self) -> None:
        px = theme().px
        card = Card(margin=24)
        card.setMaximumWidth(px(860))
        head = QHBoxLayout()
        head.addWidget(Label(tr("Report incident"), "title", bold=True))
        head.addStretch(1)
        self.clock = Label("", "lead", bold=True)
        head.addWidget(self.clock)
        card.body.addLayout(head)
        fields = QWidget()
        grid = QGridLayout(fields)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(12))
        self.what_field = Field(tr("What happened"), self.what, required=True)
        self.affected_field = Field(tr("People affected"), self.affected)
        self.at_field = Field(tr("Reported at"), self.at)
        grid.addWidget(self.what_field, 0, 0, 1, 4)
        grid.addWidget(Field(tr("Site"), self.site.widget), 1, 0)
        grid.addWidget(Field(tr("Place"), self.place), 1, 1)
        grid.addWidget(self.affected_field, 1, 2)
        grid.addWidget(self.at_field, 1, 3)
        grid.addWidget(Field(tr("Playbook"), self.plan), 2, 0, 1, 4)
        grid.addWidget(self.other.widget, 3, 0, 1, 2)
        grid.addWidget(Field(tr("Response tier"), self.tier), 4, 0, 1, 4)
        grid.addWidget(self.tasks, 5, 0, 1, 4)
        for column, stretch in enumerate((3, 4, 2, 2)):
            grid.setColumnStretch(column, stretch)
        self._fields = ScrollPlace(fields)
        card.body.addWidget(self._fields)
        self.error = Label("", "small", "red", wrap=True)
        self.error.hide()
        card.body.addWidget(self.error)
        card.body.addLayout(self._make_buttons())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, px(8), 0, px(8))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card, 10)
        row.addStretch(1)
        whole.addLayout(row)
        whole.addStretch(1)

    def _make_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme().px(10))
        self.ok = Button(tr("Start the response"), "primary", "incident", "Enter", large=True)
        self.ok.clicked.connect(self.start)
        cancel = Button(tr("Cancel"), key="Esc", large=True)
        cancel.clicked.connect(self.give_up)
        row.addWidget(self.ok)
        row.addWidget(cancel)
        row.addStretch(1)
        row.addWidget(Label(tr("The rest can be added later."), "small", "second"))
        return row

    # opening

    def open(self) -> None:
        """Begin: what was typed before a crash is back."""
        self._opened = self.desk.clock()
        self._tier_by_hand = self._plan_by_hand = False
        site = next((s.id for s in self.desk.directory.all("site") if s.code == self.desk.store.site), "")
        sites = self.desk.directory.all("site")
        self.site.set_value(site or (sites[0].id if len(sites) == 1 else ""))
        for line in (self.what, self.place, self.affected, self.at):
            line.clear()
        self.other.set_value("")
        self.tier.offer([(t.key, t.in_language(language())) for t in self.desk.policy.tiers])
        self._offer([])
        self._draft_id = self.session.new_drafts.take(Incident.KIND)
        self._put_back(self.desk.store.draft(self.desk.person, Incident.KIND, self._draft_id))
        for field in (self.what_field, self.affected_field, self.at_field):
            field.set_error("")
        self.error.hide()
        self.suggest()
        self._keeping.stop()
        self._tick()
        self._second.start()
        self.what.setFocus()

    def _put_back(self, draft: dict[str, Any] | None) -> None:
        if not draft:
            return
        lines = {"title": self.what, "place": self.place, "affected": self.affected, "at": self.at}
        for name, line in lines.items():
            line.setText(str(draft.get(name, "")))
        if draft.get("site_id"):
            self.site.set_value(draft["site_id"])
        if draft.get("opened"):
            self._opened = dt.datetime.fromisoformat(draft["opened"])

    @Slot()
    def _tick(self) -> None:
        elapsed = (self.desk.clock() - self.started_at()).total_seconds()
        clock = formats.countdown(max(0, elapsed))
        self.clock.setText(tr("reported {time} · {clock}", time=formats.clock(self.started_at()), clock=clock))

    def started_at(self) -> dt.datetime:
        """When it was reported: as typed, else when the form was opened."""
        return parse_when(self.at.text(), self.desk.clock()) or self._opened

    # typing

    @Slot()
    def _typed(self) -> None:
        self.what_field.set_error("")
        self._suggest.start()
        self._changed()

    @Slot()
    def _changed(self) -> None:
        self._keeping.soon()

    @Slot()
    def suggest(self) -> None:
        """Offer the playbooks that fit the words; the best is taken until the person takes another."""
        if not self._plan_by_hand and self.session.is_open:
            self._offer(self.desk.incidents.suggest(self.what.text(), self.site.value())[:OFFERED])

    def _offer(self, playbooks: list[Playbook]) -> None:
        self._offered = playbooks
        rows = [(playbook.id, playbook.title) for playbook in playbooks]
        best = playbooks[0].id if playbooks and is_sure(self.what.text(), playbooks[0]) else NONE_YET
        self.plan.offer([*rows, (NONE_YET, tr("None yet"))], best)
        self._tier_follows()

    def _tier_follows(self) -> None:
        if self._tier_by_hand:
            return
        playbook = next((p for p in self._offered if p.id == self.playbook_id()), None)
        if playbook is None and self.playbook_id():
            playbook = self.desk.playbooks.get(self.playbook_id())
        self.tier.set_current(playbook.tier or "" if playbook else "")
        self._tell_tasks()

    def _tell_tasks(self) -> None:
        """What the tier asks for at once, besides what the playbook says."""
        tier = self.desk.policy.tier(self.tier.current())
        self.tasks.setText("；".join(tier.tasks) if tier is not None else "")
        self.tasks.setVisible(bool(self.tasks.text()))

    def playbook_id(self) -> str:
        """The playbook to run, '' for none yet."""
        chosen = self.other.value() or self.plan.current()
        return "" if chosen == NONE_YET else chosen

    @Slot(str)
    def _tier_chosen(self, key: str) -> None:
        self._tier_by_hand = True
        self._tell_tasks()

    @Slot(str)
    def _plan_chosen(self, key: str) -> None:
        self._plan_by_hand = True
        self.other.set_value("")
        self._tier_follows()

    @Slot()
    def _other_chosen(self) -> None:
        self._plan_by_hand = True
        if self.other.value():
            self.plan.set_current("")
        self._tier_follows()

    # leaving

    @Slot()
    def start(self) -> None:
        """On disk and into the console."""
        # Half-typed pinyin is no part of a line's text yet.
        QGuiApplication.inputMethod().commit()
        if self._suggest.isActive():
            self._suggest.stop()
            self.suggest()
        if not self._is_right():
            return
        affected = self.affected.text().strip()
        person = self.desk.person
        try:
            incident = Incident.of(
                title=self.what.text(), site_id=self.site.value(), place=self.place.text(),
                affected=int(affected) if affected else None, tier=self.tier.current() or None,
                playbook_id=self.playbook_id(), started_at=self.started_at(), reporter_id=person, lead_id=person,
            )  # fmt: skip
        except Invalid as error:
            self._refused(error)
            return
        self.session.do(self.desk.incidents.report, incident, then=self._stored, failed=self._refused)

    def _is_right(self) -> bool:
        wrong = [
            (self.what_field, tr("Please fill this in.") if not self.what.text().strip() else ""),
            (self.affected_field, "" if self.affected.text().strip().isdigit() or not self.affected.text().strip()
             else tr("Must be a whole number.")),
            (self.at_field, "" if not self.at.text().strip() or parse_when(self.at.text(), self.desk.clock())
             else tr("Not a time. Write 14:37, 14:37:52 or 5 for 5 minutes ago.")),
        ]  # fmt: skip
        for field, text in wrong:
            field.set_error(text)
        first = next((field for field, text in wrong if text), None)
        if first is not None:
            first.editor.setFocus()
            self._fields.ensureWidgetVisible(first)
        return first is None

    def _stored(self, incident: Incident) -> None:
        self._close()
        self.reported.emit(incident.id)

    def _refused(self, error: Exception) -> None:
        self.error.setText(sentence(error))
        self.error.show()

    @Slot()
    def give_up(self) -> None:
        """Esc: nothing is reported."""
        self._close()
        self.left.emit()

    def _close(self) -> None:
        for timer in (self._suggest, self._second):
            timer.stop()
        self._keeping.stop()
        # One that cannot be dropped is offered once more.
        with suppress(RiskdeskError):
            self.desk.store.drop_draft(self.desk.person, Incident.KIND, self._draft_id)

    @Slot(str)
    def _tell_not_kept(self, reason: str) -> None:
        self.error.setText(reason)
        self.error.setVisible(bool(reason))

    def _keep_draft(self) -> bool:
        fields = {
            "title": self.what.text(), "place": self.place.text(), "affected": self.affected.text(),
            "at": self.at.text(), "site_id": self.site.value(), "opened": self._opened.isoformat(),
        }  # fmt: skip
        if not (fields["title"] or fields["place"]):
            return False
        self.session.new_drafts.hold()
        self.desk.store.keep_draft(self.desk.person, Incident.KIND, self._draft_id, self.desk.clock(), fields)
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        if self._keeping.is_waiting:
            self._keeping.now()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.start()
        else:
            super().keyPressEvent(event)
