"""Texts as values of columns: what people paste, and what is refused in words."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from riskdesk.desk import Desk
from riskdesk.domain.directory import Person, Site
from riskdesk.domain.risk import RiskStatus
from riskdesk.gui.models.fields import Names, Unclear
from riskdesk.gui.pages.risks.columns import FIELDS


@pytest.fixture
def names(desk: Desk) -> Names:
    desk.starter.load()
    desk.directory.add(Person(name="沈敏"))
    desk.directory.add(Site(code="JX", name="锦绣花园"))
    return Names(desk)


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("title", "  电梯\n 困人  ", "电梯 困人"),
        ("status", "监控中", RiskStatus.MONITORED),
        ("status", "ｃｌｏｓｅｄ", RiskStatus.CLOSED),
        ("status", "Draft", RiskStatus.DRAFT),
        ("family", "舆情", "opinion"),
        ("family", "operational", "operational"),
        ("review", "2026-12-08", dt.date(2026, 12, 8)),
        ("review", "2026/12/8 0:00", dt.date(2026, 12, 8)),
        ("review", "２０２６年１２月８日", dt.date(2026, 12, 8)),
        ("review", "20261208", dt.date(2026, 12, 8)),
        ("review", "12月8日", dt.date(2026, 12, 8)),
        ("review", "+7", dt.date(2026, 12, 2)),
        ("review", "", None),
        ("review", "—", None),
        ("interval", " ３０ ", 30),
        ("interval", "90.0", 90),
        ("owner", "", ""),
        ("place", "", ""),
    ],
)
def test_what_people_write_is_understood(names: Names, key: str, text: str, value: Any) -> None:
    assert FIELDS[key].parse(text, names) == value


def test_names_are_looked_up_exactly(names: Names) -> None:
    assert names.desk.name(FIELDS["owner"].parse(" 沈敏 ", names)) == "沈敏"
    assert names.desk.name(FIELDS["site"].parse("锦绣花园", names)) == "锦绣花园"
    assert names.desk.name(FIELDS["site"].parse("jx", names)) == "锦绣花园"


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("title", " "), ("title", "长" * 201), ("status", "结束了"), ("status", ""), ("family", "别的"),
        ("review", "某天"), ("review", "1899-01-01"), ("interval", "0"), ("interval", "三十"), ("owner", "沈"),
        ("department", "没有这个部"),
    ],
)  # fmt: skip
def test_what_is_no_value_is_refused_in_words(names: Names, key: str, text: str) -> None:
    with pytest.raises(Unclear) as refused:
        FIELDS[key].parse(text, names)
    assert str(refused.value)


@pytest.mark.parametrize("key", list(FIELDS))
def test_what_is_told_is_understood_again(names: Names, key: str) -> None:
    day = dt.date(2026, 12, 8)
    values = {"title": "一", "family": "legal", "review": day, "status": RiskStatus.OPEN, "interval": 90}
    value = values.get(key, "")
    field = FIELDS[key]
    assert field.parse(field.told(names.desk, value), names) == value
