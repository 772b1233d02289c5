"""Every value that people see has a word, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

import riskdesk.domain
from riskdesk import i18n
from riskdesk.domain import kinds
from riskdesk.domain.drill import CRITERIA
from riskdesk.domain.words import Choice, labelled

CHOICES = sorted(Choice.__subclasses__(), key=lambda cls: cls.__name__)


@pytest.mark.parametrize("choice", CHOICES, ids=lambda cls: cls.__name__)
def test_every_value_has_a_label_of_its_own_in_both_languages(choice: type[Choice]) -> None:
    labels = [member.label for member in choice]
    assert all(labels)
    assert len(set(labels)) == len(labels)
    assert not [label for label in labels if not i18n.catalogue("zh").get(label)]


def test_choices_are_told_apart_by_their_names() -> None:
    ours = [cls.__name__ for cls in CHOICES if cls.__module__.startswith("riskdesk.")]
    assert len(ours) == len(set(ours))


@pytest.mark.parametrize("labels", [{"a": "A"}, {"a": "A", "b": "B", "c": "C"}])
def test_labels_fit_the_values_exactly(labels: dict[str, str]) -> None:
    with pytest.raises(TypeError, match="labels do not fit"):

        @labelled(**labels)
        class _Letter(Choice):
            A = "a"
            B = "b"


def test_every_sentence_of_the_domain_is_there_in_chinese() -> None:
    texts = i18n.source_texts(Path(riskdesk.domain.__file__).parent)
    assert not sorted(text for text in texts if not i18n.catalogue("zh").get(text))


def test_every_kind_has_a_name_and_a_letter_of_its_own() -> None:
    assert set(kinds.KIND_NAMES) == set(kinds.KINDS)
    letters = [cls.LETTER for cls in kinds.KINDS.values() if cls.LETTER]
    assert len(letters) == len(set(letters))
    assert all(len(letter) == 1 and letter.isupper() for letter in letters)


def test_what_is_searched_are_fields_of_the_record() -> None:
    for cls in kinds.KINDS.values():
        assert set(cls.SEARCHED) <= set(cls.model_fields)


def test_the_criteria_of_a_drill_have_chinese_names() -> None:
    assert all(i18n.catalogue("zh").get(name) for _, name, _ in CRITERIA)
