"""What is asked of a list: names, words of levels, families."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from riskdesk.domain.risk import Risk
from riskdesk.gui.pages.imports import ImportPage
from riskdesk.gui.pages.imports.preview_model import WRONG
from riskdesk.gui.widgets.chip import Chip
from riskdesk.store import ALL
from tests.exchange.makers import xlsx
from tests.gui.imports.conftest import Opener
from tests.gui.imports.helpers import bring_in, cell, pick, row_of, settled


class Repaints(QObject):
    """What a chip said each time it was painted."""

    def __init__(self, chip: Chip) -> None:
        super().__init__(chip)
        self.seen: list[str] = []
        chip.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, Chip):
            self.seen.append(watched.accessibleName())
        return False


def test_an_unknown_name_is_made_taken_from_the_directory_or_left(page: ImportPage, qtbot: QtBot) -> None:
    questions = page.steps.questions
    assert [questions.model.index(row, 0).data() for row in range(2)] == ["秩序维护部", "李雷"]
    assert questions.model.look(questions.model.index(1, 2)).text == "Create “李雷”?"
    questions.table.go_to_row(1)
    assert questions.sentence.text() == "“李雷” is not in the directory. Match, create or leave?"
    pick(questions.table, 1, "沈敏")
    pick(questions.table, 0, "Create")
    settled(page, qtbot)
    assert page.draft.plan is not None
    row = page.draft.plan.rows[0]
    assert page.desk.name(row.record.owner_id) == "沈敏"  # type: ignore[union-attr]
    pick(questions.table, 1, "Leave")
    settled(page, qtbot)
    record = page.draft.plan.rows[0].record
    assert isinstance(record, Risk)
    assert (record.owner_id, "责任人：李雷" in record.description) == ("", True)
    assert page.steps.fold(questions).head.state == "done"


def test_many_questions_can_be_answered_together(opened: Opener, tmp_path: Path, qtbot: QtBot) -> None:
    people = [f"新人{sign}" for sign in "甲乙丙丁"]
    page = opened(xlsx(tmp_path / "a.xlsx", [["风险名称", "类别", "责任人"], *(["x" + p, "消防", p] for p in people)]))
    questions = page.steps.questions
    assert questions.take.text() == "Take 4 proposals"
    qtbot.mouseClick(questions.take, Qt.MouseButton.LeftButton)
    settled(page, qtbot)
    assert not questions.together.isVisible()
    assert page.rows.tally.text() == "4 new"
    bring_in(page, qtbot)
    assert {person.name for person in page.desk.directory.all("person")} >= set(people)


def test_a_word_of_a_level_is_asked_once(opened: Opener, tmp_path: Path, qtbot: QtBot) -> None:
    rows = [["风险名称", "类别", "风险等级"], ["甲", "消防", "特级"], ["乙", "消防", "特级"], ["丙", "消防", "蓝"]]
    page = opened(xlsx(tmp_path / "a.xlsx", rows))
    table = page.steps.questions.table
    assert cell(table, 0, "Word") == "特级"
    assert cell(table, 0, "Rows") == "2"
    pick(table, 0, "Red")
    settled(page, qtbot)
    looks = page.rows.model._row(0)
    assert looks[4].level == "red"


def test_the_chips_follow_an_answer_on_the_screen(opened: Opener, tmp_path: Path, qtbot: QtBot) -> None:
    days = ["不知道", "不知道", "说不准", "2027-01-05"]
    rows = [["风险名称", "类别", "下次评审"], *([f"甲{n}", "消防", day] for n, day in enumerate(days))]
    page = opened(xlsx(tmp_path / "a.xlsx", rows))
    chip, questions = page.rows.chip(WRONG), page.steps.questions
    assert chip.accessibleName() == "Errors 3"
    QApplication.processEvents()
    watch = Repaints(chip)
    pick(questions.table, row_of(questions.table, "说不准"), "Leave")
    settled(page, qtbot)
    assert chip.accessibleName() == "Errors 2"
    assert page.rows.tally.text() == "2 new, 2 with errors"
    qtbot.waitUntil(lambda: "Errors 2" in watch.seen)


def test_without_a_family_one_is_asked_for_all(opened: Opener, tmp_path: Path, qtbot: QtBot) -> None:
    page = opened(xlsx(tmp_path / "a.xlsx", [["风险名称", "地点"], ["甲", "北门"], ["乙", "南门"]]))
    questions = page.steps.questions
    assert questions.sentence.text() == "No column gives Family. Which one for all rows?"
    pick(questions.table, 0, "Fire")
    settled(page, qtbot)
    assert page.rows.tally.text() == "2 new"
    assert page.desk.store.count("risk", ALL) > 0
