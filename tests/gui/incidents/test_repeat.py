"""What a repeated notice tells to say, and what never to say."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from riskdesk.domain.playbook import Contact, Step
from riskdesk.domain.policy import Policy
from riskdesk.domain.response import StepStatus
from riskdesk.gui.pages.incidents.console.repeat import RepeatCard
from riskdesk.gui.widgets.label import Label

OFFICE = Policy(taboo_phrases=("与我无关", "按规定不能办"), empathy_phrases=("我理解您的焦急", "给您添麻烦了"))


@pytest.mark.parametrize(
    ("words", "told", "untold"),
    [
        ({}, ["我理解您的焦急", "Never say: 与我无关／按规定不能办"], ["给您添麻烦了"]),
        ({"say": "救援在路上。", "never_say": "等着吧"}, ["救援在路上。", "Never say: 等着吧"], ["我理解", "与我无关"]),
        ({"contact": None}, ["Never say: 与我无关／按规定不能办"], ["我理解您的焦急"]),
    ],
)
def test_the_words_of_the_office_stand_where_the_step_has_none(
    qtbot: QtBot, words: dict[str, object], told: list[str], untold: list[str]
) -> None:
    fields = {"id": "tell", "action": "安抚", "repeat_s": 300, "contact": Contact(who="被困人员")} | words
    card = RepeatCard(StepStatus(Step(**fields), 60.0, None, None, 60.0, 360.0), OFFICE)  # type: ignore[arg-type]
    qtbot.addWidget(card)
    shown = "\n".join(label.text() for label in card.findChildren(Label))
    assert [text for text in told if text not in shown] == []
    assert [text for text in untold if text in shown] == []
