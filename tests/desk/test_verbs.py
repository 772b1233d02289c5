"""Every verb has its words, and what can be undone is undone exactly, by a table of real calls."""

from __future__ import annotations

import datetime as dt
import pkgutil
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from riskdesk import desk as nouns
from riskdesk import i18n
from riskdesk.desk import VERBS, Desk, Done
from riskdesk.desk.phones import Phone
from riskdesk.desk.verb import verb_named, verb_of
from riskdesk.domain.action import Action
from riskdesk.domain.case import Case, Privacy
from riskdesk.domain.complaint import Complaint
from riskdesk.domain.contract import Contract
from riskdesk.domain.directory import Body, Department, Person, Site
from riskdesk.domain.drill import Drill, Evaluation, InjectResult, StepResult
from riskdesk.domain.errors import Conflict, NotFound
from riskdesk.domain.incident import Incident
from riskdesk.domain.kinds import KINDS
from riskdesk.domain.level import Lec, Level, Matrix
from riskdesk.domain.playbook import Contact, Inject, Playbook, Step
from riskdesk.domain.policy import Office
from riskdesk.domain.record import Attachment
from riskdesk.domain.regulation import Regulation
from riskdesk.domain.review import Review, Topic, TopicKind
from riskdesk.domain.risk import Acceptance, Risk

for module in pkgutil.iter_modules(nouns.__path__):  # its verbs are known once a noun is read
    import_module(f"{nouns.__name__}.{module.name}")

NOON = dt.datetime(2026, 11, 25, 4, 0, tzinfo=dt.UTC)
PHOTO, SCAN = (Attachment(sha256=digit * 64, name="照片.jpg", size=1) for digit in "ab")
TODAY, DAY = dt.date(2026, 11, 25), dt.date(2026, 12, 24)
ALL_BLUE = ((Level.BLUE,) * 5,) * 5


@dataclass
class Filled:
    """An office with one record of everything, and a measure that serves a red risk."""

    site: Site
    person: Person
    body: Body
    playbook: Playbook
    risk: Risk
    closed: Risk
    case: Case
    reviewed: Case
    action: Action
    done: Action
    drill: Drill
    running: Drill
    incident: Incident
    officer: Person
    accepted: Risk
    complaint: Complaint
    contract: Contract
    regulation: Regulation
    review: Review
    deleted: Risk


def fill(desk: Desk) -> Filled:
    site = desk.directory.add(Site(code="JX", name="锦绣花园")).value
    person = desk.directory.add(Person(name="刘洋", duties=("客服",), site_id=site.id)).value
    body = desk.directory.add(Body(name="消防救援", phone="119")).value
    steps = (Step(id="call", action="拨打 119", role="客服", limit_s=60, contact=Contact(who="消防救援")),)
    playbook = desk.playbooks.add(Playbook(title="电梯困人", scenario_class="equipment", steps=steps)).value
    playbook = desk.playbooks.approve(playbook.id, person.id).value
    risk = desk.risks.add(Risk(title="电梯困人", family="operational", playbook_ids=(playbook.id,))).value
    risk = desk.risks.rescore(risk.id, "current", Matrix(likelihood=5, severity=5)).value
    closed = desk.risks.add(Risk.of(title="旧隐患", family="operational", status="closed")).value
    case = desk.cases.add(Case(title="工单错误", family="operational", attachments=(PHOTO,))).value
    reviewed = desk.cases.review(desk.cases.add(Case(title="漏水七天", family="operational")).value.id).value
    action = desk.actions.add(Action(title="换锁", risk_ids=(risk.id,), owner_id=person.id)).value
    done = desk.actions.finish(
        desk.actions.add(Action(title="巡检", owner_id="o", risk_ids=(risk.id,))).value.id, "照片"
    ).value
    drills = [desk.drills.add(Drill(title=title, playbook_id=playbook.id, site_id=site.id)).value for title in "甲乙"]
    running = desk.drills.start(drills[1].id).value
    marks = Evaluation(evaluator="沈敏", procedure=40, communication=30, efficiency=30)
    running = desk.drills.evaluate(running.id, marks).value
    incident = desk.incidents.report(Incident(title="停水", started_at=desk.clock())).value
    officer = desk.directory.add(Person.of(name="沈敏", role="officer")).value
    accepted = desk.risks.accept(
        desk.risks.add(Risk(title="围墙", family="legal")).value.id, officer.id, "拆迁", DAY
    ).value
    complaint = desk.complaints.add(Complaint(title="漏水", received_on=TODAY)).value
    contract = desk.contracts.add(Contract(title="物业责任险")).value
    regulation = desk.regulations.add(Regulation(title="民法典", clause="第1034条")).value
    review = desk.reviews.prepare(2026, 4).value
    topics = (
        Topic(topic_kind=TopicKind.OTHER, text="雨棚"),
        Topic(topic_kind=TopicKind.OTHER, text=risk.title, kind="risk", record=risk.id),
    )
    review = desk.reviews.save(review.changed(topics=topics), review).value
    deleted = desk.risks.add(Risk(title="误删", family="legal")).value
    desk.risks.delete(deleted.id)
    return Filled(
        site, person, body, playbook, risk, closed, case, reviewed, action, done, drills[0], running, incident,
        officer, accepted, complaint, contract, regulation, review, deleted,
    )  # fmt: skip


def number(desk: Desk, risk: Risk) -> int:
    """The row number by which a table knows a risk."""
    found = desk.store.row_number("risk", risk.id)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Filled]:
    """The filled office as a file that every test copies."""
    made = Desk.open(tmp_path_factory.mktemp("verbs") / "office.riskdesk", site="JX")
    made.clock = lambda: NOON
    filled = fill(made)
    made.close()
    return made.store.path, filled


@pytest.fixture
def filled(kept: tuple[Path, Filled]) -> Filled:
    return kept[1]


@pytest.fixture
def desk(kept: tuple[Path, Filled], tmp_path: Path) -> Iterator[Desk]:
    made = Desk.open(shutil.copy(kept[0], tmp_path / "office.riskdesk"))
    made.clock = lambda: NOON + dt.timedelta(minutes=5)
    yield made
    made.close()


CALLS: list[tuple[str, Callable[[Desk, Filled], Done[Any]]]] = [
    ("risks.add", lambda desk, f: desk.risks.add(Risk(title="暴雨内涝", family="operational"))),
    ("risks.save", lambda desk, f: desk.risks.save(f.risk.changed(title="困人", season=(6, 7), owner_id="p"), f.risk)),
    ("risks.save", lambda desk, f: desk.risks.save(f.risk.changed(next_review=None, playbook_ids=()), f.risk)),
    ("risks.save", lambda desk, f: desk.risks.save(
        f.risk.changed(acceptance=Acceptance(by_id="p", why="无法消除", until=DAY)), f.risk)),
    ("risks.rescore", lambda desk, f: desk.risks.rescore(f.risk.id, "current", Matrix(likelihood=1, severity=2))),
    ("risks.rescore", lambda desk, f: desk.risks.rescore(
        f.closed.id, "inherent", Lec(likelihood=3, exposure=6, consequence=7), (f.action.id,))),
    ("risks.set_level", lambda desk, f: desk.risks.set_level(f.risk.id, "current", Level.BLUE, "专家意见")),
    ("risks.review", lambda desk, f: desk.risks.review(f.risk.id, DAY)),
    ("risks.review", lambda desk, f: desk.risks.review(f.closed.id)),
    ("risks.save_many", lambda desk, f: desk.risks.save_many(desk.store.ns("risk"), {"status": "monitored"}, ("x",))),
    ("risks.save_cells", lambda desk, f: desk.risks.save_cells({number(desk, f.risk): {"place": ("", "3栋")}})),
    ("risks.save_many_cells", lambda desk, f: desk.risks.save_many_cells(
        {number(desk, f.closed): {"next_review": (None, DAY), "title": ("旧隐患", "老隐患")}})),
    ("risks.duplicate", lambda desk, f: desk.risks.duplicate(f.risk.id, f.risk.changed(id="", number=""), True)),
    ("risks.accept", lambda desk, f: desk.risks.accept(f.risk.id, f.officer.id, "无法消除", DAY)),
    ("risks.withdraw_acceptance", lambda desk, f: desk.risks.withdraw_acceptance(f.accepted.id)),
    ("risks.delete", lambda desk, f: desk.risks.delete(f.risk.id)),
    ("actions.add", lambda desk, f: desk.actions.add(Action(title="加装监控", risk_ids=(f.risk.id, f.closed.id)))),
    ("actions.save", lambda desk, f: desk.actions.save(f.action.changed(risk_ids=(f.closed.id,)), f.action)),
    ("actions.save", lambda desk, f: desk.actions.save(f.action.changed(due=DAY), f.action)),
    ("actions.finish", lambda desk, f: desk.actions.finish(f.action.id, "照片")),
    ("actions.confirm", lambda desk, f: desk.actions.confirm(f.done.id, f.person.id)),
    ("actions.delete", lambda desk, f: desk.actions.delete(f.action.id)),
    ("cases.add", lambda desk, f: desk.cases.add(Case(title="隐私泄露", family="legal"))),
    ("cases.save", lambda desk, f: desk.cases.save(f.case.changed(happened_on=DAY, tags=("工单",)), f.case)),
    ("cases.review", lambda desk, f: desk.cases.review(f.case.id)),
    ("cases.publish", lambda desk, f: desk.cases.publish(f.case.id, Privacy.NONE)),
    ("cases.withdraw", lambda desk, f: desk.cases.withdraw(f.reviewed.id)),
    ("cases.delete", lambda desk, f: desk.cases.delete(f.case.id)),
    ("attachments.attach", lambda desk, f: desk.attachments.attach("risk", f.risk.id, [SCAN])),
    ("attachments.remove", lambda desk, f: desk.attachments.remove("case", f.case.id, PHOTO.sha256)),
    ("directory.add", lambda desk, f: desk.directory.add(Department(name="工程部"))),
    ("directory.add_named", lambda desk, f: desk.directory.add_named("site", "云庭")),
    ("directory.save", lambda desk, f: desk.directory.save(f.person.changed(name="陈立", active=False), f.person)),
    ("directory.enter_number", lambda desk, f: desk.directory.enter_number(Phone("", "", role="维保"), "400 1")),
    ("directory.enter_number", lambda desk, f: desk.directory.enter_number(Phone("维保单位", ""), "400 1", f.site.id)),
    ("directory.enter_number", lambda desk, f: desk.directory.enter_number(
        Phone("刘洋", "", kind="person", id=f.person.id), "138 0000 0000")),
    ("directory.delete", lambda desk, f: desk.directory.delete("body", f.body.id)),
    ("trash.restore", lambda desk, f: desk.trash.restore("risk", f.deleted.id)),
    ("directory.set_office", lambda desk, f: desk.directory.set_office(office=Office(name="锦绣物业"))),
    ("drills.add", lambda desk, f: desk.drills.add(Drill(title="丙", playbook_id=f.playbook.id))),
    ("drills.save", lambda desk, f: desk.drills.save(
        f.drill.changed(injects=(Inject(id="i", at_s=60, what="恐慌"),)), f.drill)),
    ("drills.save", lambda desk, f: desk.drills.save(f.drill.changed(playbook_id=""), f.drill)),
    ("drills.move", lambda desk, f: desk.drills.move(f.drill.id, DAY)),
    ("drills.repeat", lambda desk, f: desk.drills.repeat(f.drill.id, [DAY, TODAY], [f.site.id])),
    ("drills.make_ready", lambda desk, f: desk.drills.make_ready(f.drill.id)),
    ("drills.call_off", lambda desk, f: desk.drills.call_off(f.drill.id)),
    ("drills.start", lambda desk, f: desk.drills.start(f.drill.id)),
    ("drills.finish", lambda desk, f: desk.drills.finish(f.running.id)),
    ("drills.note_step", lambda desk, f: desk.drills.note_step(
        f.running.id, StepResult.model_validate({"step_id": "call", "outcome": "done", "at_s": 50}))),
    ("drills.note_inject", lambda desk, f: desk.drills.note_inject(
        f.running.id, InjectResult.model_validate({"inject_id": "i", "outcome": "seen"}))),
    ("drills.evaluate", lambda desk, f: desk.drills.evaluate(
        f.running.id, Evaluation(evaluator="沈敏", procedure=1, communication=1, efficiency=1))),
    ("drills.drop_evaluation", lambda desk, f: desk.drills.drop_evaluation(f.running.id, "沈敏")),
    ("drills.note_words", lambda desk, f: desk.drills.note_words(f.running.id, "到场快", "通报迟")),
    ("drills.delete", lambda desk, f: desk.drills.delete(f.drill.id)),
    ("playbooks.add", lambda desk, f: desk.playbooks.add(Playbook(title="暴雨", scenario_class="nature"))),
    ("playbooks.save", lambda desk, f: desk.playbooks.save(f.playbook.changed(steps=(), review_due=DAY), f.playbook)),
    ("playbooks.approve", lambda desk, f: desk.playbooks.approve(f.playbook.id, "p")),
    ("playbooks.confirm_differences", lambda desk, f: desk.playbooks.confirm_differences(f.playbook.id, "p", "合同")),
    ("playbooks.delete", lambda desk, f: desk.playbooks.delete(f.playbook.id)),
    ("incidents.save", lambda desk, f: desk.incidents.save(
        f.incident.changed(affected=2, place="3栋", risk_ids=(f.risk.id,)), f.incident)),
    ("complaints.add", lambda desk, f: desk.complaints.add(Complaint(title="噪声", received_on=TODAY))),
    ("complaints.save", lambda desk, f: desk.complaints.save(f.complaint.changed(detail="三天了"), f.complaint)),
    ("complaints.settle", lambda desk, f: desk.complaints.settle([f.complaint.id])),
    ("complaints.delete", lambda desk, f: desk.complaints.delete([f.complaint.id])),
    ("complaints.raise_risk", lambda desk, f: desk.complaints.raise_risk([f.complaint.id], {"title": "漏水"})),
    ("complaints.link", lambda desk, f: desk.complaints.link([f.complaint.id], f.risk.id)),
    ("contracts.add", lambda desk, f: desk.contracts.add(Contract(title="责任险续保", renews_id=f.contract.id))),
    ("contracts.save", lambda desk, f: desk.contracts.save(f.contract.changed(ends_on=DAY), f.contract)),
    ("contracts.drop", lambda desk, f: desk.contracts.drop(f.contract.id)),
    ("contracts.delete", lambda desk, f: desk.contracts.delete(f.contract.id)),
    ("regulations.add", lambda desk, f: desk.regulations.add(Regulation(title="消防法"))),
    ("regulations.save", lambda desk, f: desk.regulations.save(f.regulation.changed(effective_on=DAY), f.regulation)),
    ("regulations.link", lambda desk, f: desk.regulations.link(f.regulation.id, [f.risk.id])),
    ("regulations.delete", lambda desk, f: desk.regulations.delete(f.regulation.id)),
    ("reviews.prepare", lambda desk, f: desk.reviews.prepare(2027, 1)),
    ("reviews.refill", lambda desk, f: desk.reviews.refill(f.review.id)),
    ("reviews.add_topic", lambda desk, f: desk.reviews.add_topic(f.review.id, "冬季供暖")),
    ("reviews.drop_topic", lambda desk, f: desk.reviews.drop_topic(f.review.id, f.review.topics[0])),
    ("reviews.decide", lambda desk, f: desk.reviews.decide(f.review.id, f.review.topics[0], "加装雨棚", True)),
    ("reviews.set_owner", lambda desk, f: desk.reviews.set_owner(f.review.id, f.risk.id, f.person.id)),
    ("reviews.set_next_review", lambda desk, f: desk.reviews.set_next_review(f.review.id, f.risk.id, DAY)),
    ("reviews.rescore", lambda desk, f: desk.reviews.rescore(
        f.review.id, f.risk.id, "current", Matrix(likelihood=1, severity=2))),
    ("reviews.set_level", lambda desk, f: desk.reviews.set_level(
        f.review.id, f.risk.id, "current", Level.BLUE, "专家意见")),
    ("reviews.save", lambda desk, f: desk.reviews.save(f.review.changed(minutes="到会五人", held_on=TODAY), f.review)),
    ("reviews.hold", lambda desk, f: desk.reviews.hold(f.review.id)),
    ("reviews.delete", lambda desk, f: desk.reviews.delete(f.review.id)),
    ("policies.save", lambda desk, f: desk.policies.save(desk.policy.changed(matrix=ALL_BLUE), desk.policy)),
    ("starter.load", lambda desk, f: desk.starter.load()),
]  # fmt: skip
"""A call of every verb that can be undone; more than one where it works on different fields."""


def everything(desk: Desk) -> dict[str, Any]:
    """Every record that is not deleted, with what is derived from others; the time of the last change left out.

    Of the policy what holds: an office without one has the program's defaults.
    """
    found: dict[str, Any] = {kind: desk.rows(kind, desk.store.ns(kind)) for kind in KINDS if kind != "policy"}
    for row in (row for rows in found.values() for row in rows):
        del row["changed_at"], row["last_change"]
    return found | {"policy": desk.policies.read()}


@pytest.mark.parametrize(("name", "call"), CALLS, ids=[f"{name}-{place}" for place, (name, _) in enumerate(CALLS)])
def test_undo_restores_every_record_exactly(
    desk: Desk, filled: Filled, name: str, call: Callable[[Desk, Filled], Done[Any]]
) -> None:
    before = everything(desk)
    done = call(desk, filled)
    after = everything(desk)
    assert (done.verb.name, desk.undo_stack.undo_label) == (name, done.verb.label)
    assert after != before
    desk.undo_stack.undo()
    assert everything(desk) == before
    desk.undo_stack.redo()
    assert everything(desk) == after
    desk.undo_stack.undo()
    assert everything(desk) == before


def test_a_verb_is_known_by_its_name_before_its_noun_was_used() -> None:
    command = "from riskdesk.desk.verb import verb_named; print(verb_named('reviews.prepare').label)"
    told = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == VERBS["reviews.prepare"].label
    assert [verb_named(name) for name in ("undo", "", "nobody.knows", "risks.nothing", "../x.y", "verb.")] == [None] * 6


def test_every_verb_that_can_be_undone_stands_in_the_table() -> None:
    undoable = {verb.name for verb in VERBS.values() if verb.undoable}
    assert {name for name in undoable if not name.startswith("imports.")} == {name for name, _ in CALLS}


def test_only_deeds_of_an_incident_and_a_signature_cannot_be_undone() -> None:
    deeds = ("report", "choose_playbook", "set_tier", "log", "strike", "pause", "resume", "close", "hand_over")
    lasting = {f"incidents.{deed}" for deed in (*deeds, "approve_report")} | {"reviews.sign"}
    lasting |= {"privacy.let_out"}  # what has left cannot be called back
    lasting |= {"starter.load_sample"}  # it holds incidents, whose logs undo does not reach
    assert {verb.name for verb in VERBS.values() if not verb.undoable} == lasting


def test_every_verb_has_its_words_in_both_languages() -> None:
    labels = {verb.label for verb in VERBS.values()}
    assert "" not in labels
    assert not sorted(label for label in labels if not i18n.catalogue("zh").get(label))


def test_a_verb_is_a_method_of_its_noun_and_needs_a_known_kind(desk: Desk) -> None:
    for name, verb in VERBS.items():
        noun, method = name.split(".")
        assert verb_of(getattr(getattr(desk, noun), method)) is verb
        assert verb.needs in ("", *KINDS)


def test_a_verb_tells_what_changed_and_under_which_batch(desk: Desk, filled: Filled) -> None:
    heard: list[Done[Any]] = []
    desk.listeners.append(heard.append)
    done = desk.actions.finish(filled.action.id)
    assert heard == [done]
    assert done.changed == {"action": {filled.action.id}, "risk": {filled.risk.id}}
    assert [entry.record for entry in desk.store.batch(done.batch)] == [filled.action.id]


def test_what_changes_nothing_is_no_change(desk: Desk, filled: Filled) -> None:
    heard: list[Done[Any]] = []
    desk.listeners.append(heard.append)
    label = desk.undo_stack.undo_label
    done = desk.risks.save(filled.risk, filled.risk)
    assert (heard, done.batch, desk.undo_stack.undo_label) == ([], "", label)


def test_a_verb_that_fails_leaves_nothing(desk: Desk, filled: Filled) -> None:
    before = everything(desk)
    stale = {number(desk, filled.risk): {"place": ("", "3栋")}, number(desk, filled.closed): {"place": ("5栋", "3栋")}}
    with pytest.raises(Conflict):
        desk.risks.save_cells(stale)
    with pytest.raises(NotFound):
        desk.complaints.delete([filled.complaint.id, "nobody"])
    assert everything(desk) == before
