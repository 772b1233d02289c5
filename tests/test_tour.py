"""The tour: every form as a PDF, with something on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from riskdesk import i18n
from riskdesk.desk import Desk
from riskdesk.tour import make_forms


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    before = i18n.language()
    i18n.set_language("zh")
    out = tmp_path_factory.mktemp("tour")
    desk = Desk.open(out / "sample.riskdesk", site="JX")
    desk.starter.load_sample()
    assert {file.stem.removeprefix("form-") for file in make_forms(desk.prints, out)} == set(desk.prints.forms)
    yield out
    desk.close()
    i18n.set_language(before)


def text(folder: Path, form: str) -> str:
    pages = PdfReader(folder / f"form-{form}.pdf").pages
    return "".join("".join(page.extract_text() for page in pages).split())


def test_minutes_of_a_signed_meeting_are_among_them(folder: Path) -> None:
    printed = text(folder, "review_minutes")
    for words in ("风险排查会纪要", "签字冻结", "参加高峰", "下次会议", "议程与决定"):
        assert words in printed, words
    assert "未签字" not in printed
    assert "未决" not in printed


def test_the_frozen_list_and_the_comparison_tell_of_real_risks(folder: Path) -> None:
    frozen = text(folder, "risk_snapshot")
    assert "冻结于" in frozen
    assert frozen.count("-R-") > 30
    compared = text(folder, "snapshot_comparison")
    for words in ("上升", "下降", "新增", "按快照中保存的评分比较"):
        assert words in compared, words
    assert compared.count("-R-") > 8
