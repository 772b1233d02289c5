"""Undo and redo of what changed many records: off the GUI thread, with progress and cancel."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from riskdesk.desk import undo
from riskdesk.domain.directory import Person
from riskdesk.domain.risk import Risk
from riskdesk.gui.session import Session
from riskdesk.gui.window import MainWindow
from riskdesk.gui.work import Task
from riskdesk.store import Query
from riskdesk.store.query import Condition

MANY = undo.AT_ONCE + 40


@pytest.fixture
def numbers(session: Session) -> list[int]:
    desk = session.desk
    with desk.store.write("", "risks.add", desk.clock()) as write:
        write.create_many(Risk(title=f"r{n}", family="operational", place="a") for n in range(MANY))
    return list(desk.ns("risk", Query(where=(Condition("place", "in", ("a",)),))))


@pytest.fixture
def where(session: Session) -> Iterator[list[int]]:
    """The thread of each undo that ran."""
    found: list[int] = []
    run = undo.Turn.run

    def seen(self: undo.Turn, *args: object) -> object:
        found.append(threading.get_ident())
        return run(self, *args)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(undo.Turn, "run", seen)
        yield found


def at(session: Session, place: str) -> int:
    return session.desk.store.count("risk", Query(where=(Condition("place", "in", (place,)),)))


def and_more(session: Session, numbers: list[int]) -> str:
    """The first of the edited risks, and how many more there are."""
    (row,) = session.desk.rows("risk", numbers[:1])
    return f"{row['number']} {row['title']} and {MANY - 1} more"


def test_a_large_edit_is_undone_and_done_again_elsewhere(
    session: Session, numbers: list[int], where: list[int], qtbot: QtBot
) -> None:
    session.desk.risks.save_many(numbers, {"place": "b"})
    seen: list[tuple[int, int]] = []
    session.worker.progressed.connect(lambda task, done, total: seen.append((done, total)))
    told: list[str] = []
    session.noticed.connect(lambda text, *rest: told.append(text))
    changed: list[int] = []
    session.changed.connect(lambda kinds: changed.append(len(kinds.get("risk", ()))))
    rest = and_more(session, numbers)
    session.undo()
    qtbot.waitUntil(lambda: at(session, "a") == MANY and told == [f"Undone: Edit several risks {rest}"])
    assert session.desk.undo_stack.redo_label == "Edit several risks"
    session.redo()
    qtbot.waitUntil(lambda: at(session, "b") == MANY and told[1:] == [f"Done again: Edit several risks {rest}"])
    assert session.desk.undo_stack.undo_label == "Edit several risks"
    assert threading.get_ident() not in where
    assert len(where) == 2
    assert changed == [MANY, MANY]
    assert (0, MANY) in seen
    session._look_outside()
    assert len(changed) == 2  # what came back is not taken for another program's


def test_a_small_edit_is_undone_at_once(session: Session, numbers: list[int], where: list[int]) -> None:
    session.desk.risks.save_many(numbers[:10], {"place": "b"})
    session.undo()
    assert (at(session, "b"), where) == (0, [threading.get_ident()])


def test_one_turn_at_a_time(session: Session, numbers: list[int], qtbot: QtBot) -> None:
    desk = session.desk
    desk.risks.save_many(numbers[:1], {"place": "c"})
    desk.risks.save_many(numbers, {"place": "b"})
    go = threading.Event()
    session.worker.run("wait", lambda task: go.wait(10))
    told: list[str] = []
    session.noticed.connect(lambda text, *rest: told.append(text))
    session.refused.connect(lambda text, *rest: told.append(text))
    session.undo()
    session.undo()
    session.redo()
    assert told == ["The last undo or redo is still under way."] * 2
    go.set()
    qtbot.waitUntil(lambda: told[2:] == [f"Undone: Edit several risks {and_more(session, numbers)}"])
    assert (at(session, "a"), at(session, "c")) == (MANY - 1, 1)
    session.undo()
    assert at(session, "a") == MANY


def test_a_cancelled_undo_changes_nothing_and_can_be_tried_again(
    session: Session, numbers: list[int], qtbot: QtBot
) -> None:
    session.desk.risks.save_many(numbers, {"place": "b"})
    tasks: list[Task] = []
    session.worker.started.connect(tasks.append)
    go = threading.Event()
    session.worker.run("wait", lambda task: go.wait(10))
    told: list[str] = []
    session.refused.connect(lambda text, *rest: told.append(text))
    session.undo()
    tasks[-1].cancel()
    go.set()
    qtbot.waitUntil(lambda: bool(told))
    assert (at(session, "b"), session.desk.undo_stack.undo_label) == (MANY, "Edit several risks")
    session.undo()
    qtbot.waitUntil(lambda: at(session, "a") == MANY)


def test_what_somebody_changed_since_is_told_and_nothing_is_undone(
    session: Session, numbers: list[int], qtbot: QtBot
) -> None:
    desk = session.desk
    person = desk.directory.add(Person(name="周颖")).value
    desk.risks.save_many(numbers, {"place": "b"})
    colleague = desk.another()
    colleague.person = person.id
    colleague.risks.save_many(numbers[7:8], {"place": "x"})
    colleague.close()
    failed: list[str] = []
    session.failed.connect(failed.append)
    session.undo()
    qtbot.waitUntil(lambda: bool(failed))
    assert failed[0].startswith("周颖 has changed")
    assert failed[0].endswith("Nothing was undone.")
    assert at(session, "b") == MANY - 1
    assert desk.undo_stack.undo_label != "Edit several risks"


def test_the_window_shows_how_far_it_is(window: MainWindow, session: Session, numbers: list[int], qtbot: QtBot) -> None:
    window.go_to("risk")
    session.desk.risks.save_many(numbers, {"place": "b"})
    words: list[str] = []
    session.worker.started.connect(lambda task: words.append(window.overlays.busy.words.text()))
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: at(session, "a") == MANY and session.desk.undo_stack.turning is None)
    assert words[0] == "Undo: Edit several risks …"
