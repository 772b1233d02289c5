"""Accepting and duplicating a risk in its place, and what the reader says of both."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from riskdesk.domain.action import Action
from riskdesk.domain.directory import Person, Role
from riskdesk.domain.incident import Incident
from riskdesk.domain.level import Level, Matrix
from riskdesk.domain.risk import Risk, RiskStatus
from riskdesk.gui.pages.risks import RiskPage
from riskdesk.gui.pages.risks.accept import AcceptPane
from riskdesk.gui.pages.risks.duplicate import DuplicatePane
from riskdesk.gui.widgets.banner import Banner
from riskdesk.gui.widgets.cells import Look
from riskdesk.gui.widgets.label import Label, Prose
from riskdesk.gui.widgets.linkrow import LinkRow
from riskdesk.i18n import set_language
from riskdesk.store import Store, connection
from tests.gui.risks.helpers import column


@pytest.fixture
def red(page: RiskPage) -> Risk:
    """A red risk, open."""
    desk = page.desk
    score = Matrix(likelihood=4, severity=5)
    judged = {which: desk.policy.assess(score, desk.today) for which in ("inherent", "current")}
    made = desk.risks.add(Risk(title="外墙脱落", family="operational", place="3 栋", **judged)).value
    page.session.record_wanted.emit("risk", made.id)
    return made


def said(page: RiskPage) -> str:
    """Everything that the reader says in labels."""
    shown = page.detail.reader._shown  # type: ignore[attr-defined]
    labels = [label.text() for label in shown.findChildren(Label)]
    return " ".join([*labels, *(prose.toPlainText() for prose in shown.findChildren(Prose))])


def test_accepting_says_at_each_field_what_is_missing(page: RiskPage, red: Risk, people: dict[str, str]) -> None:
    page.accept()
    form = page._forms[AcceptPane]
    assert isinstance(form, AcceptPane)
    assert form.isVisible()
    form.bindings["by_id"].set_value(people["陈立"])
    form.bindings["until"].set_raw("改天")
    form.save()
    assert form.fields["until"].error().startswith("Not a date")
    form.bindings["until"].set_raw("+30")
    form.save()
    assert "safety officer" in form.fields["by_id"].error()
    assert form.fields["why"].error()
    officer = page.desk.directory.add(Person(name="高峰", role=Role.OFFICER)).value
    form.bindings["by_id"].set_value(officer.id)
    form.bindings["why"].set_value("已投保，明年大修")
    form.save()
    assert page.detail.is_reading
    assert page.desk.risks.get(red.id).accepted_on(page.desk.today)
    assert "已投保" in said(page)


def test_a_lapsed_acceptance_flags_the_risk_and_asks_again(page: RiskPage, red: Risk) -> None:
    officer = page.desk.directory.add(Person(name="高峰", role=Role.OFFICER)).value
    taken = page.desk.risks.accept(red.id, officer.id, "已投保", page.desk.today).value
    page.desk.risks.save(
        taken.changed(acceptance=taken.acceptance.changed(until=page.desk.today - dt.timedelta(days=1))), taken
    )
    banners = [b for b in page.detail.reader.findChildren(Banner) if "lapsed" in b.words.text()]
    assert banners
    row = page.model.row_of(page.desk.store.row_number("risk", red.id) or 0)
    suffix = page.model.look(page.model.index(row, column(page, "title"))).suffix
    assert "Acceptance lapsed" in suffix
    assert "No measure" in suffix
    assert any("no measure in hand" in b.words.text() for b in page.detail.reader.findChildren(Banner))
    banners[-1].acted.emit()
    form = page._forms[AcceptPane]
    assert form.isVisible()
    form.withdraw.click()
    assert page.desk.risks.get(red.id).acceptance is None


def test_a_risk_tells_what_meetings_decided_on_it(page: RiskPage, red: Risk) -> None:
    desk = page.desk
    review = desk.reviews.prepare(2026, 4).value
    topic = next(topic for topic in review.topics if topic.record == red.id)
    assert [row.accessibleName() for row in meetings(page)] == [f"In preparation {review.title}"]
    assert "Not decided" in said(page)
    desk.reviews.decide(review.id, topic, "搭设防护棚", done=False)
    (row,) = meetings(page)
    assert "搭设防护棚" in said(page)
    asked: list[tuple[str, str]] = []
    page.session.record_wanted.connect(lambda kind, id: asked.append((kind, id)))
    row.click()
    assert asked == [("review", review.id)]


def meetings(page: RiskPage) -> list[LinkRow]:
    shown = page.detail.reader._shown  # type: ignore[attr-defined]
    return [row for row in shown.findChildren(LinkRow) if "meeting" in row.accessibleName()]


def test_a_level_set_by_hand_is_marked_in_the_table(page: RiskPage, red: Risk) -> None:
    def look() -> tuple[Look, str]:
        row = page.model.row_of(page.desk.store.row_number("risk", red.id) or 0)
        index = page.model.index(row, column(page, "level"))
        return page.model.look(index), index.data(Qt.ItemDataRole.ToolTipRole) or ""

    assert look()[0].icon == ""
    page.desk.risks.set_level(red.id, "current", Level.RED, "专家意见")
    shown, tip = look()
    assert (shown.level, shown.text, shown.icon) == ("red", "Red", "edit")
    assert "专家意见" in tip


def test_a_red_risk_whose_measures_are_done_asks_for_more_or_another_score(page: RiskPage, red: Risk) -> None:
    measure = page.desk.actions.add(Action(title="检测", risk_ids=(red.id,))).value
    page.desk.actions.finish(measure.id)
    told = [b.words.text() for b in page.detail.reader.findChildren(Banner)]
    assert any("All measures of this red risk are done" in text for text in told)
    row = page.model.row_of(page.desk.store.row_number("risk", red.id) or 0)
    assert "Measures done, still red" in page.model.look(page.model.index(row, column(page, "title"))).suffix


def test_duplicating_says_what_comes_along(page: RiskPage, red: Risk, qtbot: QtBot) -> None:
    page.desk.actions.add(Action(title="检测", risk_ids=(red.id,)))
    page.duplicate()
    form = page._forms[DuplicatePane]
    assert isinstance(form, DuplicatePane)
    words = " ".join(label.text() for label in form.findChildren(Label))
    assert "values of the scores" in words
    assert "attachments" in words
    assert not form.measures.isChecked()
    assert "1 open" in form.measures.text()
    form.bindings["place"].set_value("5 栋")
    form.measures.setChecked(True)
    qtbot.keyClick(form.bindings["place"].widget, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    copy = page.detail.record
    assert isinstance(copy, Risk)
    assert (copy.title, copy.place, copy.status) == ("外墙脱落", "5 栋", RiskStatus.DRAFT)
    assert copy.id != red.id
    assert len(page.desk.risks.measures(copy.id)) == 1


def test_a_copy_without_a_title_stays_in_its_form(page: RiskPage, red: Risk) -> None:
    page.duplicate()
    form = page._forms[DuplicatePane]
    form.bindings["title"].set_value("")
    form.save()
    assert form.isVisible()
    assert form.fields["title"].error() == "Please fill this in."
    assert page.back()
    assert page.detail.is_reading


def test_how_often_it_happened_stands_beside_the_likelihood(page: RiskPage, red: Risk) -> None:
    assert "did not happen" in said(page)
    with page.desk.store.write("", "incidents.report", page.desk.clock()) as write:
        started = page.desk.clock() - dt.timedelta(days=20)
        write.create(Incident(title="砖块坠落", started_at=started, risk_ids=(red.id,)))
    page.detail.look_again()
    assert "Really happened in the last 12 months: 1" in said(page)
    assert "Likelihood 4" in said(page)


@pytest.mark.parametrize("form", ["accept", "duplicate", "rescore"])
def test_what_is_wrong_with_no_field_is_told_in_the_language_in_use(
    page: RiskPage, red: Risk, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_language("zh")
    officer = page.desk.directory.add(Person(name="高峰", role=Role.OFFICER)).value
    told: list[str] = []
    page.session.failed.connect(told.append)
    getattr(page, form)()
    if form == "rescore":
        pane: QWidget = page.scoring
        page.scoring.judging.pickers["likelihood"].set_value(2)
    else:
        pane = page._forms[AcceptPane if form == "accept" else DuplicatePane]
    if isinstance(pane, AcceptPane):
        pane.bindings["by_id"].set_value(officer.id)
        pane.bindings["why"].set_value("已投保")
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.1)
    page.desk.store.db.wait(0.1)
    other = Store.open(page.desk.store.path)
    with other.write("colleague", "long", page.desk.clock()):
        QTest.keyClick(pane, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    other.close()
    assert told == ["另一个程序正在写入文件，请稍后再试。"]
    assert pane.isVisible()  # what was typed is still there
    QTest.keyClick(pane, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert not pane.isVisible()
