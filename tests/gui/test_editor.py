"""The editor at 1280 by 800: what is edited, whether it is saved, and both sides of a conflict."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from riskdesk import i18n
from riskdesk.domain.risk import Risk
from riskdesk.gui.editor import RecordEditor
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.label import ElidedLabel, Prose
from riskdesk.gui.window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
LONG = "他们写的很长一段话，占了好几行，要看得全。"


@pytest.fixture(params=["zh", "en"])
def language(request: pytest.FixtureRequest) -> str:
    i18n.set_language(request.param)
    return str(request.param)


@pytest.fixture
def record(session: Session) -> Iterator[Risk]:
    yield session.desk.risks.add(Risk(title="漏水", family="equipment", description="旧", place="旧地点")).value
    theme().set_scale(100)


def settle() -> None:
    for _ in range(6):
        QApplication.processEvents()


def editing(window: MainWindow, record: Risk) -> RecordEditor:
    window.session.editor_wanted.emit("risk", record.id, {})
    settle()
    return next(editor for editor in window.findChildren(RecordEditor) if editor.isVisible())


def title_of(editor: RecordEditor) -> QLineEdit:
    widget = editor.bindings["title"].widget
    assert isinstance(widget, QLineEdit)
    return widget


def is_whole(label: ElidedLabel) -> bool:
    return label.fontMetrics().horizontalAdvance(label.text()) <= label.width()


@pytest.mark.usefixtures("language")
def test_the_number_stands_whole_beside_the_buttons(window: MainWindow, record: Risk, qtbot: QtBot) -> None:
    editor = editing(window, record)
    assert editor.title.text() == record.number
    assert is_whole(editor.title)
    qtbot.keyClicks(title_of(editor), "x")
    settle()
    assert is_whole(editor.title)
    assert editor.head.state.width() >= editor.head.state.sizeHint().width()


@pytest.mark.usefixtures("language")
def test_a_new_record_is_called_by_its_kind(window: MainWindow) -> None:
    for kind in ("risk", "playbook", "action", "complaint", "regulation", "contract", "case", "drill", "person"):
        window.session.editor_wanted.emit(kind, "", {})
        settle()
        editor = next(editor for editor in window.findChildren(RecordEditor) if editor.isVisible())
        assert is_whole(editor.title), (kind, editor.title.text())


def test_what_is_typed_and_not_saved_is_told_until_it_is(window: MainWindow, record: Risk, qtbot: QtBot) -> None:
    editor = editing(window, record)
    state, line = editor.head.state, title_of(editor)
    assert (state.text(), editor.ok.kind) == ("Editing, nothing changed", "plain")
    qtbot.keyClicks(line, "2")
    assert (state.text(), editor.ok.kind) == ("• Not saved", "primary")
    qtbot.keyClick(line, Qt.Key.Key_Z, CTRL)
    assert line.text() == "漏水"
    assert (state.text(), editor.ok.kind) == ("Editing, nothing changed", "plain")
    qtbot.keyClicks(line, "3")
    qtbot.keyClick(line, Qt.Key.Key_S, CTRL)
    assert window.session.desk.risks.get(record.id).title == "漏水3"
    editor = editing(window, record)
    assert editor.head.state.text() == "Editing, nothing changed"


def test_a_restored_draft_is_told_to_be_unsaved(window: MainWindow, record: Risk, qtbot: QtBot) -> None:
    editor = editing(window, record)
    qtbot.keyClicks(title_of(editor), "2")
    qtbot.keyClick(title_of(editor), Qt.Key.Key_Escape)
    editor = editing(window, record)
    assert editor.head.state.text() == "• Not saved"
    qtbot.mouseClick(editor.banner.link, Qt.MouseButton.LeftButton)
    assert editor.head.state.text() == "Editing, nothing changed"


def test_ctrl_s_saves_also_where_nothing_changed(window: MainWindow, record: Risk, qtbot: QtBot) -> None:
    editor = editing(window, record)
    qtbot.keyClick(title_of(editor), Qt.Key.Key_S, CTRL)
    assert not editor.isVisible()
    assert window.session.desk.risks.get(record.id) == record


def in_conflict(window: MainWindow, record: Risk, qtbot: QtBot, mine: str, theirs: str) -> RecordEditor:
    editor = editing(window, record)
    other = window.session.desk.another()
    other.risks.save(record.changed(description=theirs, place="别人的地点"), record)
    other.close()
    editor.bindings["description"].widget.setPlainText(mine)  # type: ignore[attr-defined]
    editor.bindings["place"].widget.setText("我的地点")  # type: ignore[attr-defined]
    qtbot.keyClick(title_of(editor), Qt.Key.Key_S, CTRL)
    settle()
    assert editor.conflict.isVisible()
    return editor


def lies_inside(widget: QWidget, outer: QWidget) -> bool:
    return outer.rect().contains(widget.rect().translated(widget.mapTo(outer, widget.rect().topLeft())))


@pytest.mark.usefixtures("language")
@pytest.mark.parametrize("scale", [100, 150])
def test_both_values_of_a_conflict_can_be_read_whole(
    window: MainWindow, record: Risk, qtbot: QtBot, scale: int
) -> None:
    theme().set_scale(scale)
    editor = in_conflict(window, record, qtbot, "我写的。" * 40, LONG * 60)
    form = editor._scroll.widget()
    assert form.width() <= editor._scroll.viewport().width()
    texts = editor.conflict.findChildren(Prose)
    assert [text.toPlainText() for text in texts] == [LONG * 60, "我写的。" * 40, "别人的地点", "我的地点"]
    assert all(lies_inside(text, editor.conflict) for text in texts)
    long = texts[0]
    assert long.height() < editor._scroll.viewport().height()
    bar = long.verticalScrollBar()
    assert (bar.value(), bar.isVisible()) == (0, True)
    assert bar.maximum() + long.viewport().height() >= int(long.document().size().height())
    assert not texts[2].verticalScrollBar().isVisible()
    long.selectAll()
    assert long.textCursor().selectedText() == LONG * 60


def test_a_conflict_is_settled_by_keyboard(window: MainWindow, record: Risk, qtbot: QtBot) -> None:
    editor = in_conflict(window, record, qtbot, "我的", "别人的")
    mine = QApplication.focusWidget()
    assert mine.accessibleName() == "Description · Mine"
    qtbot.keyClick(mine, Qt.Key.Key_Up)
    assert QApplication.focusWidget().accessibleName() == "Description · Theirs"
    # A second Ctrl+S asks again, and forgets nothing.
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, CTRL)
    assert window.session.desk.risks.get(record.id).place == "别人的地点"
    assert QApplication.focusWidget().accessibleName() == "Description · Theirs"
    editor.conflict.take.setFocus()
    qtbot.keyClick(editor.conflict.take, Qt.Key.Key_Space)
    now = window.session.desk.risks.get(record.id)
    assert (now.description, now.place) == ("别人的", "我的地点")
