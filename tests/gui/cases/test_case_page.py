"""The case library as a person uses it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from riskdesk.domain.case import Case, CaseOrigin, CaseState, CourseEntry, Lesson, Outcome, Privacy, Turn
from riskdesk.gui.pages.cases import CasePage, facets
from riskdesk.gui.pages.cases.hits import Hit, HitRole
from riskdesk.gui.pages.cases.reader import CaseReader
from riskdesk.gui.pages.cases.rows import RowsBinding
from riskdesk.gui.widgets.label import Prose
from riskdesk.gui.widgets.timeline import Timeline
from riskdesk.gui.window import MainWindow
from tests.gui.keys import commit


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> CasePage:
    window.go_to("case")
    page = window.current
    assert isinstance(page, CasePage)
    page.table.setFocus()
    qtbot.waitUntil(page.table.hasFocus)
    return page


def hits(page: CasePage) -> list[Hit]:
    return [page.model.index(row, 0).data(HitRole.HIT) for row in range(page.model.rowCount())]


def cut(reader: QWidget) -> list[str]:
    """The beginnings of the texts that do not stand there whole."""
    prose = reader.findChildren(Prose)
    return [p.toPlainText()[:20] for p in prose if p.heightForWidth(p.width()) > p.height() + 1]


def shown_texts(page: CasePage) -> str:
    page_texts = [prose.toPlainText() for prose in page.detail.reader.findChildren(Prose)]
    return "\n".join(page_texts)


def entrapment() -> Case:
    return Case(
        title="夜间困人四十分钟", family="operational", case_type="电梯困人", origin=CaseOrigin.OWN,
        happened_on="2026-09-14",  # type: ignore[arg-type]
        course=(
            CourseEntry(at="09-14 21:06", who="客服", what="接报后挂断电话", turn=Turn.BAD),
            CourseEntry(at="09-14 21:19", who="业主", what="第二次来电"),
            CourseEntry(at="09-15 17:40", who="公司", what="发布声明", turn=Turn.GOOD),
        ),
        outcome=Outcome(compensation_cents=500_000, apology=True, reach="多家本地媒体转发，播放量破百万次"),
        lessons=(Lesson(method="困人先三件事", points=("启动预案", "对讲不断线")),), tags=("夜间", "对讲"),
    )  # fmt: skip


def test_typing_ranks_marks_and_counts(page: CasePage, qtbot: QtBot) -> None:
    everything = page.model.rowCount()
    page.focus_search()
    commit(page.bar.search, "电梯")
    found = hits(page)
    assert 0 < len(found) < everything
    for hit in found:
        marked = [hit.text[a:b] for a, b in hit.marks] + [hit.piece.text[a:b] for a, b in hit.piece.spans]
        assert "电梯" in "".join(marked)
    assert page.bar.search._note.startswith(f"{len(found)} in ")
    assert page.bar.search._note.endswith("ms")
    qtbot.keyClick(page.bar.search, Qt.Key.Key_Escape)
    assert page.model.rowCount() == everything


def test_in_a_large_library_what_stands_beside_the_hits_waits_for_a_pause(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(facets, "LARGE", 0)
    window.go_to("case")
    page = window.current
    assert isinstance(page, CasePage)
    page.focus_search()
    qtbot.waitUntil(page.bar.search.hasFocus)
    everything = page.model.rowCount()
    before = page.detail.record
    commit(page.bar.search, "装修公司")
    assert page.model.rowCount() < everything
    assert page.bar._count.isActive()  # type: ignore[attr-defined]
    assert page.detail.record is before
    qtbot.waitUntil(lambda: page.detail.record is not None and "装修公司" in page.detail.record.name_text)
    qtbot.waitUntil(lambda: not page.bar._count.isActive())  # type: ignore[attr-defined]


def test_a_family_chip_filters_and_its_cross_lets_go(page: CasePage, qtbot: QtBot) -> None:
    chips = {chip.text(): chip for chip in page.bar._family_chips if not chip.isHidden()}  # type: ignore[attr-defined]
    counts = dict(page.bar.facet("family"))  # type: ignore[attr-defined]
    assert sum(counts.values()) == page.model.rowCount()
    qtbot.mouseClick(chips["Legal"], Qt.MouseButton.LeftButton)
    assert page.model.rowCount() == counts["legal"]
    qtbot.keyClick(chips["Legal"], Qt.Key.Key_Delete)
    assert page.model.rowCount() == sum(counts.values())


@pytest.mark.parametrize("key", ["type", "origin", "year", "state"])
def test_a_facet_menu_counts_what_it_would_find(page: CasePage, key: str) -> None:
    chip = page.bar._chips[key]
    menu = chip.findChild(QMenu, key)
    assert menu is not None
    menu.aboutToShow.emit()
    action = menu.actions()[0]
    words, count = action.text().rsplit(None, 1)
    action.trigger()
    assert page.model.rowCount() == int(count)
    assert words in chip.text()


def test_facets_that_have_no_room_stand_behind_more(page: CasePage, window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1000, 700)
    qtbot.wait(50)
    bar = page.bar
    assert not bar._more.isHidden()
    bar._more_menu.aboutToShow.emit()
    offered = {action.text() for action in bar._more_menu.actions()}
    hidden = {key for key, chip in bar._chips.items() if chip.isHidden() and key != "family"}
    assert len(offered) >= len(hidden) > 0
    assert bar.minimumSizeHint().width() <= bar.width()


def test_a_case_is_read_with_its_four_parts(page: CasePage, qtbot: QtBot) -> None:
    case = page.desk.cases.add(entrapment()).value
    page.open_record("case", case.id)
    timeline = page.detail.reader.findChild(Timeline)
    assert timeline is not None
    assert [m.time for m in timeline._moments] == ["09-14 21:06", "21:19", "09-15 17:40"]
    text = shown_texts(page)
    for words in ("夜间困人四十分钟", "困人先三件事", "对讲不断线", "多家本地媒体转发，播放量破百万次", "Own incident"):
        assert words in text


def test_a_tag_searches(page: CasePage) -> None:
    case = page.desk.cases.add(entrapment()).value
    page.open_record("case", case.id)
    reader = page.detail.reader
    assert isinstance(reader, CaseReader)
    reader.search_wanted.emit("夜间")
    assert [hit.text for hit in hits(page)] == ["夜间困人四十分钟"]


def test_publishing_an_unchecked_case_asks_for_personal_data_first(page: CasePage, qtbot: QtBot) -> None:
    case = page.desk.cases.add(entrapment()).value
    page.open_record("case", case.id)
    page.commands["cases.publish"].trigger()
    reader = page.detail.reader
    assert isinstance(reader, CaseReader)
    assert reader.privacy.isVisible()
    assert page.desk.cases.get(case.id).state is CaseState.DRAFT
    qtbot.mouseClick(reader.privacy._masked, Qt.MouseButton.LeftButton)
    done = page.desk.cases.get(case.id)
    assert (done.state, done.privacy) == (CaseState.PUBLISHED, Privacy.MASKED)
    assert not reader.privacy.isVisible()
    assert not page.commands["cases.publish"].isVisible()
    page.session.undo()
    undone = page.desk.cases.get(case.id)
    assert (undone.state, undone.privacy) == (CaseState.DRAFT, Privacy.UNCHECKED)


def test_the_question_before_publishing_says_what_was_found(page: CasePage) -> None:
    told = Case(title="3栋502室漏水", family="operational", summary="{张三}电话 13800138000、13900139000，沪A12345")
    case = page.desk.cases.add(told).value
    page.open_record("case", case.id)
    page.commands["cases.publish"].trigger()
    reader = page.detail.reader
    assert isinstance(reader, CaseReader)
    words = reader.privacy._banner.words.text()
    assert all(part in words for part in ("Phone number 2×", "Plate number 1×", "Room number 1×", "Person's name 1×"))
    page.open_record("case", page.desk.cases.add(entrapment()).value.id)
    assert reader.privacy.isHidden()
    page.commands["cases.publish"].trigger()
    assert "Found" not in reader.privacy._banner.words.text()


def test_review_and_withdraw(page: CasePage) -> None:
    case = page.desk.cases.add(entrapment()).value
    page.open_record("case", case.id)
    page.commands["cases.review"].trigger()
    assert page.desk.cases.get(case.id).state is CaseState.REVIEWED
    page.commands["cases.withdraw"].trigger()
    assert page.desk.cases.get(case.id).state is CaseState.DRAFT


def test_a_new_case_by_keyboard_alone(page: CasePage, qtbot: QtBot) -> None:
    page.commands["cases.add"].trigger()
    editor = page.detail.editor
    assert editor is not None
    commit(editor.bindings["title"].widget, "扒门自救致伤")
    qtbot.keyClick(editor.bindings["family"].widget, Qt.Key.Key_Down)
    course = editor.bindings["course"]
    assert isinstance(course, RowsBinding)
    course.widget.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    for at, who, what in (("21:06", "客服", "接报"), ("21:19", "业主", "扒门")):
        for text in (at, who, what):
            commit(QApplication.focusWidget(), text)
            if text is not what:
                qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    # Enter in the empty third row makes no fourth one.
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert len(course.rows) == 3
    course.rows[1].bindings["what"].widget.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert QApplication.focusWidget() is course.rows[0].bindings["what"].widget
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    case = page.detail.record
    assert isinstance(case, Case)
    assert [(entry.at, entry.what) for entry in case.course] == [("21:19", "扒门"), ("21:06", "接报")]
    assert page.detail.is_reading


def test_a_removed_row_can_be_brought_back(page: CasePage, qtbot: QtBot) -> None:
    case = page.desk.cases.add(entrapment()).value
    page.open_record("case", case.id)
    page.edit_record()
    course = page.detail.editor.bindings["course"]  # type: ignore[union-attr]
    assert isinstance(course, RowsBinding)
    course.rows[1].bindings["who"].widget.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete, Qt.KeyboardModifier.AltModifier)
    assert [row["who"] for row in course.value()] == ["客服", "公司"]
    course.bring_back()
    assert [row["who"] for row in course.value()] == ["客服", "业主", "公司"]


def test_errors_stand_in_their_rows_and_cells(page: CasePage) -> None:
    case = page.desk.cases.add(entrapment()).value
    page.open_record("case", case.id)
    page.edit_record()
    editor = page.detail.editor
    assert editor is not None
    course, outcome = editor.bindings["course"], editor.bindings["outcome"]
    assert isinstance(course, RowsBinding)
    # An empty row before it does not shift the place of the error.
    course._insert(0)
    course.rows[3].bindings["what"].widget.clear()
    editor.save()
    assert course.rows[3]._error.text() == "What happened：Please fill this in."
    assert [row._error.text() for row in course.rows[:3]] == ["", "", ""]
    outcome.bindings["compensation_cents"].widget.setText("五千块吧")  # type: ignore[attr-defined]
    commit(course.rows[3].bindings["what"].widget, "发布声明并道歉")
    assert course.rows[3]._error.text() == ""
    editor.save()
    assert outcome.fields["compensation_cents"].error() == "Not an amount of money."  # type: ignore[attr-defined]
    assert page.desk.cases.get(case.id) == case
    outcome.bindings["compensation_cents"].widget.setText("6千")  # type: ignore[attr-defined]
    editor.save()
    saved = page.desk.cases.get(case.id)
    assert saved.outcome.compensation_cents == 600_000
    assert saved.course[2].what == "发布声明并道歉"


def test_opening_the_editor_changes_nothing(page: CasePage) -> None:
    case = page.desk.cases.add(entrapment()).value
    page.open_record("case", case.id)
    page.edit_record()
    assert not page.detail.editor.is_dirty  # type: ignore[union-attr]


def test_what_was_typed_survives_as_a_draft(page: CasePage) -> None:
    case = page.desk.cases.add(entrapment()).value
    page.open_record("case", case.id)
    page.edit_record()
    editor = page.detail.editor
    assert editor is not None
    course = editor.bindings["course"]
    assert isinstance(course, RowsBinding)
    commit(course.rows[0].bindings["who"].widget, "夜班")
    commit(editor.bindings["tags"].widget.line, "没有结束的词")  # type: ignore[attr-defined]
    assert page.back()
    page.edit_record()
    assert course.value()[0]["who"] == "客服夜班"
    assert editor.bindings["tags"].value() == ["夜间", "对讲", "没有结束的词"]
    editor.save()
    assert page.desk.cases.get(case.id).tags == ("夜间", "对讲", "没有结束的词")


def test_a_new_editor_offers_what_is_in_use(page: CasePage) -> None:
    page.desk.cases.add(entrapment())
    assert "夜间" in page.desk.cases.tags_in_use()
    assert "电梯困人" in page.desk.cases.types_in_use()


def test_deleting_offers_undo(page: CasePage) -> None:
    before, case = page.model.rowCount(), page.detail.record
    assert case is not None
    page.commands["cases.delete"].trigger()
    assert page.model.rowCount() == before - 1
    page.session.undo()
    assert page.model.rowCount() == before


def test_printing_goes_to_the_print_centre(page: CasePage, window: MainWindow, qtbot: QtBot) -> None:
    page.session.print_wanted.disconnect(window.open_print)
    case = page.detail.record
    assert case is not None
    with qtbot.waitSignal(page.session.print_wanted) as asked:
        page.print_record()
    assert asked.args[:2] == ["case_sheet", case.id]


def test_long_words_are_not_cut(page: CasePage, window: MainWindow, qtbot: QtBot) -> None:
    long = entrapment().changed(
        title="很长的标题" * 40, tags=("很长的标签" * 30,), place="很长的地点" * 50,
        course=({"who": "很长的部门名称" * 10, "what": "很长的经过" * 100},),
        outcome={"reach": "很长的范围" * 60}, lessons=({"method": "很长的方法" * 30, "points": ["很长的要点" * 60]},),
    )  # fmt: skip
    case = page.desk.cases.add(long).value
    page.open_record("case", case.id)
    reader = page.detail.reader
    qtbot.waitUntil(lambda: cut(reader) == [])
    assert reader.width() <= reader.parentWidget().width()
