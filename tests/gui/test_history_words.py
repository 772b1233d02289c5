"""The history says values in the words of the forms, never by the keys under which they are stored."""

from __future__ import annotations

import re

import pytest

from riskdesk.domain.action import Action, ActionState, Priority
from riskdesk.domain.contract import Contract, ContractKind
from riskdesk.domain.incident import Incident
from riskdesk.domain.kinds import KINDS
from riskdesk.domain.playbook import Playbook, Step, StepMode
from riskdesk.domain.risk import Risk
from riskdesk.domain.words import Choice
from riskdesk.gui.pages.list_page import ListPage
from riskdesk.gui.session import Session
from riskdesk.gui.values import _classes, told
from riskdesk.gui.widgets.label import Prose
from riskdesk.gui.window import MainWindow
from riskdesk.i18n import set_language, tr

CHOICES = [
    (kind, name, cls)
    for kind, record in KINDS.items()
    for name, info in record.model_fields.items()
    for cls in _classes(info.annotation)
    if issubclass(cls, Choice)
]


def history(window: MainWindow, kind: str, id: str) -> list[str]:
    """What the history of a record says, the newest change first, as a person reads it."""
    window.session.record_wanted.emit(kind, id)
    page = window.current
    assert isinstance(page, ListPage)
    command = next(command for key, command in page.commands.items() if key.endswith("history"))
    command.trigger()
    assert page.detail._history is not None
    assert page.detail._history.isVisible()
    return [prose.toPlainText() for prose in page.detail._history.findChildren(Prose)]


def test_a_state_is_said_as_in_the_form(window: MainWindow) -> None:
    desk = window.session.desk
    action = desk.actions.add(Action(title="检测", priority=Priority.HIGH)).value
    desk.actions.save(action.changed(state=ActionState.DOING), action)
    lines = history(window, "action", action.id)
    assert lines[0] == f"State：{tr(ActionState.OPEN.label)} → {tr(ActionState.DOING.label)}"
    assert f"Priority：{tr(Priority.HIGH.label)}" in lines
    assert not any(re.search(r"[a-z]_[a-z]", line) for line in lines)


def test_families_tiers_moments_money_and_records_are_said(window: MainWindow) -> None:
    desk = window.session.desk
    risk = desk.risks.add(Risk(title="电梯老化", family="operational")).value
    lift = next(p for p in desk.playbooks.all() if p.title == "电梯困人")
    known = {"family": "operational", "tier": "general_2", "risk_ids": (risk.id,), "loss_cents": 123400}
    made = Incident.of(title="困人", started_at=desk.clock(), playbook_id=lift.id, **known)
    incident = desk.incidents.report(made).value
    desk.incidents.close(incident.id, "已救出")
    lines = history(window, "incident", incident.id)
    assert f"Family：{desk.policy.named('families', 'operational', 'en')}" in lines
    assert f"Response tier：{desk.policy.named('tiers', 'general_2', 'en')}" in lines
    assert f"Risks：{risk.number} 电梯老化" in lines
    assert "Loss：1,234 yuan" in lines
    assert "State：Running → Closed" in lines
    started = next(line for line in lines if line.startswith("Started："))
    assert re.fullmatch(r"Started：\d\d-\d\d \d\d:\d\d:\d\d", started)


def test_what_lies_inside_a_field_is_said_too(window: MainWindow) -> None:
    desk = window.session.desk
    step = Step(id="call_119", action="拨打 119", limit_s=60, mode=StepMode.PARALLEL)
    playbook = desk.playbooks.add(Playbook(title="火灾", scenario_class="nature", steps=(step,))).value
    lines = history(window, "playbook", playbook.id)
    assert f"Steps：拨打 119，1 min，{tr(StepMode.PARALLEL.label)}" in lines
    assert f"Scenario class：{desk.policy.named('scenario_classes', 'nature', 'en')}" in lines


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(("kind", "field", "cls"), CHOICES, ids=[f"{kind}.{name}" for kind, name, _ in CHOICES])
def test_every_choice_has_its_words(session: Session, language: str, kind: str, field: str, cls: type[Choice]) -> None:
    set_language(language)
    for member in cls:
        assert told(session.desk, member.value, kind, field) == tr(member.label)


def test_a_conflict_says_both_values_in_words(window: MainWindow) -> None:
    desk = window.session.desk
    contract = desk.contracts.add(Contract(title="责任险", contract_kind=ContractKind.INSURANCE)).value
    window.session.editor_wanted.emit("contract", contract.id, {})
    page = window.current
    assert isinstance(page, ListPage)
    editor = page.detail.editor
    assert editor is not None
    editor.bindings["contract_kind"].set_value(ContractKind.COUNSEL)
    desk.contracts.save(contract.changed(contract_kind=ContractKind.OUTSOURCING), contract)
    editor.save()
    words = [value.toPlainText() for value in editor.conflict.findChildren(Prose)]
    assert words == ["Outsourcing", "Legal counsel"]
