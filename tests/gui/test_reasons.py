"""Why something could not be done, in words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from riskdesk.domain.errors import FieldError, Invalid, NotAllowed
from riskdesk.gui.reasons import reasons, sentence

BROKEN = Invalid([FieldError("title", "Needs a {what}.", {"what": "title"}), FieldError("reason", "Say why.")])


def test_an_error_for_people_is_a_sentence_with_its_values() -> None:
    assert sentence(NotAllowed("{name} is locked.", name="{x}")) == "{x} is locked."
    assert sentence(BROKEN).endswith("title, reason")


def test_every_broken_rule_is_told() -> None:
    assert reasons(BROKEN) == "Needs a title. Say why."
    assert reasons(NotAllowed("No.")) == "No."


@pytest.mark.parametrize("words", [sentence, reasons])
def test_what_is_no_error_for_people_goes_on(words: Callable[[Exception], str]) -> None:
    with pytest.raises(KeyError):
        words(KeyError("x"))
