from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskdesk.printing.template import Evaluator, TemplateFailed, evaluator, parse_expression, parse_text


@pytest.fixture
def zh() -> Evaluator:
    return evaluator("zh", dt.timezone(dt.timedelta(hours=8)))


def text(zh: Evaluator, source: str, **names: Any) -> str:
    return "".join(span.text for span in zh.text(source, names))


@given(st.text(max_size=60))
def test_a_value_comes_out_as_it_went_in(typed: str) -> None:
    words = evaluator("zh", None)
    for source in ("{{ v }}", "[{{ v }}]", "<b>{{ v }}</b>", "{% if true %}{{ v }}{% endif %}"):
        out = "".join(span.text for span in words.text(source, {"v": typed}))
        assert out.strip("[]") == typed.strip("[]")


def test_marks_count_only_in_the_form(zh: Evaluator) -> None:
    spans = zh.text("一<b>{{ v }}</b><br>三&amp;<i>", {"v": "<b>&amp;</b>"})
    assert [(span.text, span.bold) for span in spans] == [
        ("一", False), ("<b>&amp;</b>", True), ("\n", False), ("三&<i>", False),
    ]  # fmt: skip


def test_plain_values_print_without_a_filter(zh: Evaluator) -> None:
    moment = dt.datetime(2026, 11, 25, 6, 0, tzinfo=dt.UTC)
    assert text(
        zh, "{{ a }} {{ b }} {{ c }} {{ d }} {{ e }}", a=None, b=True, c=dt.date(2026, 1, 2), d=moment, e=7
    ) == (" 是 2026-01-02 2026-11-25 14:00 7")
    assert text(zh, "{{ gone.far.away }}|{{ gone }}") == "|"


def test_mappings_are_read_by_key_and_lists_by_number(zh: Evaluator) -> None:
    assert text(
        zh, "{{ a.items }} {{ a.count }} {{ a['x'] }} {{ b[1] }}", a={"items": 1, "count": 2, "x": 3}, b=[4, 5]
    ) == ("1 2 3 5")


@pytest.mark.parametrize(
    "source",
    ["{{ 'a' * 99999999 }}", "{{ '%999999999d' % 1 }}", "{{ 9 ** 99 }}", "{{ v.format(1) }}", "{{ v.clear() }}",
     "{{ range(99999999) }}", "{{ v.pop() }}", "{{ secret() }}", "{{ v.append(1) }}", "{{ (1).__class__() }}"],
)  # fmt: skip
def test_the_sandbox_refuses(zh: Evaluator, source: str) -> None:
    value: dict[str, Any] = {"v": [1, 2], "secret": lambda: "secret"}
    with pytest.raises(TemplateFailed) as caught:
        zh.text(source, value)
    assert caught.value.source == source
    assert value["v"] == [1, 2]


def test_private_attributes_are_as_if_missing(zh: Evaluator) -> None:
    assert text(zh, "{{ ''.__class__ }}{{ v._hidden }}{{ v.__dict__ }}", v=zh) == ""


@pytest.mark.parametrize(
    "source", ["{{ a", "{% if a %}", "{{ a|nope }}", "{{ a|safe }}", '{% include "x" %}', "{% block a %}{% endblock %}"]
)
def test_wrong_texts_are_refused_with_a_reason(source: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_text(source)


@pytest.mark.parametrize("source", ["", "a ==", "a b", "}} {{ a", "a|safe"])
def test_wrong_expressions_are_refused(source: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_expression(source)


def test_rows_read_together_equal_rows_read_one_by_one(zh: Evaluator) -> None:
    texts = ["{{ row.a }}", "固定", "{{ row.a }}-{{ row.b }}", "{{ row.b|money }}"]
    read = zh.rows(texts, ["row.b > 5", "false"])
    for row in ({"a": "<x>", "b": 3}, {"a": None, "b": 700}):
        rich, values = read({"row": row})
        assert rich == [zh.text(source, {"row": row}) for source in texts]
        assert list(values) == [row["b"] > 5, False]


def test_of_rows_read_together_the_one_that_fails_is_named(zh: Evaluator) -> None:
    read = zh.rows(["{{ row.a }}", "{{ 1 // row.a }}"], [])
    with pytest.raises(TemplateFailed) as caught:
        read({"row": {"a": 0}})
    assert caught.value.source == "{{ 1 // row.a }}"
