"""Signed lists compared with each other and with the register."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from riskdesk.desk.prints.reviews import comparison
from riskdesk.domain.calendar import Quarter
from riskdesk.domain.level import Matrix
from riskdesk.domain.risk import Risk
from riskdesk.gui.pages.reviews import ReviewPage
from riskdesk.gui.pages.reviews.words import SIGN
from tests.gui.lists import sheet
from tests.gui.reviews.helpers import prepared, risk_of, signed


def test_a_snapshot_compared_with_the_register_now(page: ReviewPage, qtbot: QtBot) -> None:
    review = signed(page, qtbot)
    desk = page.desk
    desk.risks.rescore(risk_of(desk).id, "current", Matrix(likelihood=1, severity=2))
    desk.risks.add(Risk(title="新风险", family="operational"))
    page.commands["review.compare"].trigger()
    comparing = page.comparing
    qtbot.waitUntil(lambda: comparing.found is not None, timeout=10_000)
    model = comparing.model
    told = [[model.index(n, c).data() for c in (0, 2, 3, 4)] for n in range(model.rowCount())]
    assert told == [["Fallen", "电梯困人", "Red 20", "Blue 2"], ["Newly listed", "新风险", "—", "Not scored"]]
    assert comparing.kinds is not None
    comparing.kinds.changed.emit("opened")
    assert model.rowCount() == 1
    asked: list[Any] = []
    page.session.print_wanted.disconnect()
    page.session.print_wanted.connect(lambda form, id, query, heading: asked.append((form, query.where[0].value)))
    page.commands["review.print"].trigger()
    assert asked == [("snapshot_comparison", (review.id,))]
    assert page.back()
    assert page.guide.isVisible()


def saved(page: ReviewPage, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> list[list[Any]]:
    """The list in sight, taken out by its command."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args: (str(path), args[3]))
    export = page.commands["review.export"]
    qtbot.waitUntil(export.isEnabled, timeout=10_000)
    export.trigger()
    qtbot.waitUntil(path.exists, timeout=10_000)
    return sheet(path) if path.suffix == ".xlsx" else list(csv.reader(path.open(encoding="utf-8-sig")))


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_a_comparison_and_the_signed_list_are_taken_out(
    page: ReviewPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    desk = page.desk
    risk = risk_of(desk)
    desk.risks.save(risk.changed(title="=1+1 13800138000"), risk)
    prepared(page, qtbot)
    assert not page.commands["review.export"].isEnabled()
    signed(page, qtbot, page.guide.review)
    page.guide.go_to(SIGN)
    heads, *rows = saved(page, tmp_path / f"list.{ending}", qtbot, monkeypatch)
    assert heads[:4] == ["Number", "Level", "Risk", "Owner"]
    assert len(rows) == 1
    assert rows[0][1:4] == ["Red 20", "=1+1 138****8000" if ending == "xlsx" else "\t=1+1 138****8000", "沈敏"]
    desk.risks.rescore(risk.id, "current", Matrix(likelihood=1, severity=2))
    page.commands["review.compare"].trigger()
    heads, *rows = saved(page, tmp_path / f"compared.{ending}", qtbot, monkeypatch)
    assert heads[:5] == ["Change", "Number", "Risk", "Before", "After"]
    assert [(row[0], row[3], row[4]) for row in rows] == [("Fallen", "Red 20", "Blue 2")]


def test_comparing_before_anything_was_signed_says_what_makes_a_snapshot(page: ReviewPage, qtbot: QtBot) -> None:
    prepared(page, qtbot)
    page.commands["review.compare"].trigger()
    assert page.comparing.empty.isVisible()
    assert "signed" in page.comparing.empty.sentence.text()


def test_a_change_of_the_register_shows_in_the_comparison(page: ReviewPage, qtbot: QtBot) -> None:
    signed(page, qtbot)
    page.commands["review.compare"].trigger()
    qtbot.waitUntil(lambda: page.comparing.found is not None, timeout=10_000)
    assert page.comparing.empty.title.text() == "No risk changed"
    page.desk.risks.add(Risk(title="新风险", family="operational"))
    qtbot.waitUntil(lambda: page.comparing.model.rowCount() == 1, timeout=10_000)


def test_two_snapshots_are_compared_from_the_earlier_to_the_later(page: ReviewPage, qtbot: QtBot) -> None:
    first = signed(page, qtbot)
    desk = page.desk
    desk.risks.rescore(risk_of(desk).id, "current", Matrix(likelihood=1, severity=2))
    following = Quarter.of(desk.today).next
    second = desk.reviews.prepare(following.year, following.number).value
    desk.reviews.save(second.changed(attendee_ids=(desk.person,)), second)
    desk.reviews.hold(second.id)
    desk.reviews.sign(second.id)
    page.commands["review.compare"].trigger()
    comparing = page.comparing
    comparing.choose(second.id, first.id)
    assert (comparing.before.currentData(), comparing.after.currentData()) == (first.id, second.id)
    assert comparing.before.currentText().endswith(str(desk.today))
    qtbot.waitUntil(lambda: comparing.found is not None and bool(comparing.found.down), timeout=10_000)
    asked: list[Any] = []
    page.session.print_wanted.disconnect()
    page.session.print_wanted.connect(lambda form, id, query, heading: asked.append(query))
    page.commands["review.print"].trigger()
    data = comparison(desk, asked[0], "")
    assert (data["before"]["number"], data["after"]["number"]) == (first.number, second.number)
    assert [row["number"] for row in data["down"]] == [risk_of(desk).number]
