"""The starter set of regulations: real texts, dated, each clause once, and linked with the starter's risks."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from riskdesk.data import data_path
from riskdesk.domain.regulation import Regulation, RegulationKind
from riskdesk.domain.risk import Risk
from riskdesk.exchange.casebank import Bank, load_bank


@pytest.fixture(scope="module")
def bank() -> Bank:
    return load_bank(data_path("casebank"), dt.datetime(2026, 11, 25, tzinfo=dt.UTC))


@pytest.fixture(scope="module")
def texts(bank: Bank) -> list[Regulation]:
    return list(bank.of(Regulation).values())


def test_every_clause_once_with_what_it_asks_for(texts: list[Regulation]) -> None:
    named = [(text.title, text.clause) for text in texts]
    assert len(set(named)) == len(named)
    assert all(text.says and text.issuer for text in texts)
    assert all(len(text.says) <= 120 for text in texts)
    assert all(re.fullmatch(r"第\d+条|", text.clause) for text in texts)


def test_one_text_is_called_the_same_everywhere(texts: list[Regulation]) -> None:
    told: dict[str, set[tuple[object, ...]]] = {}
    for text in texts:
        told.setdefault(text.title, set()).add((text.regulation_kind, text.issuer, text.document, text.effective_on))
    assert all(len(found) == 1 for found in told.values())
    assert len(told) == 19


# From when the wording holds, as the texts themselves and the decisions that changed them say.
IN_FORCE = {
    "中华人民共和国民法典": "2021-01-01",
    "物业管理条例": "2018-03-19",
    "中华人民共和国消防法": "2021-04-29",
    "中华人民共和国特种设备安全法": "2014-01-01",
    "特种设备安全监察条例": "2009-05-01",
    "中华人民共和国突发事件应对法": "2024-11-01",
    "生产安全事故应急条例": "2019-04-01",
    "生产安全事故应急预案管理办法": "2019-09-01",
    "中华人民共和国个人信息保护法": "2021-11-01",
    "中华人民共和国安全生产法": "2021-09-01",
    "机关、团体、企业、事业单位消防安全管理规定": "2002-05-01",
    "高层民用建筑消防安全管理规定": "2021-08-01",
    "特种设备使用单位落实使用安全主体责任监督管理规定": "2023-05-05",
    "人脸识别技术应用安全管理办法": "2025-06-01",
    "供水条例": "2026-06-01",
    "住宅室内装饰装修管理办法": "2011-01-26",
}


@pytest.mark.parametrize(("title", "day"), IN_FORCE.items())
def test_days(texts: list[Regulation], title: str, day: str) -> None:
    assert {str(text.effective_on) for text in texts if text.title == title} == {day}


def test_ranks(texts: list[Regulation]) -> None:
    for text in texts:
        if text.title.startswith("中华人民共和国"):
            assert text.regulation_kind is RegulationKind.LAW, text.title
        elif text.title.endswith("条例"):
            assert (text.regulation_kind, text.issuer) == (RegulationKind.REGULATION, "国务院"), text.title
        elif text.title.startswith("最高人民法院"):
            assert text.regulation_kind is RegulationKind.JUDICIAL, text.title
        else:
            assert text.regulation_kind is RegulationKind.RULE, text.title


def test_every_legal_risk_of_the_starter_has_its_regulation(bank: Bank, texts: list[Regulation]) -> None:
    linked = {key for text in texts for key in text.risk_ids}
    assert linked <= set(bank.of(Risk))
    assert {key for key, risk in bank.of(Risk).items() if risk.family == "legal"} <= linked
    assert {"fire_casualties", "lift_entrapment", "owner_privacy_leak", "public_revenue_disclosure"} <= linked
    assert sum(not text.risk_ids for text in texts) == 2


def test_a_repealed_text_is_not_named(texts: list[Regulation]) -> None:
    """供水条例 took the place of 城市供水条例 on 2026-06-01."""
    assert "城市供水条例" not in {text.title for text in texts}
