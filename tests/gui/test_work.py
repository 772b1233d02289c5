"""Long work: off the GUI thread, with progress and cancel."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QObject, QPoint
from pytestqt.qtbot import QtBot

from riskdesk.domain.errors import Cancelled, RiskdeskError
from riskdesk.domain.level import Level
from riskdesk.domain.risk import Risk
from riskdesk.gui.give_way import LONGEST_S, first
from riskdesk.gui.session import Session
from riskdesk.gui.window import MainWindow
from riskdesk.gui.work import Task, Worker
from riskdesk.printing import fonts


@pytest.fixture
def worker(qtbot: QtBot) -> Iterator[Worker]:
    made = Worker()
    yield made
    made.close()


def test_work_runs_elsewhere_and_its_result_comes_back_here(worker: Worker, qtbot: QtBot) -> None:
    came: list[tuple[bool, bool]] = []
    here = threading.get_ident()
    worker.run(
        "work",
        lambda task: threading.get_ident(),
        lambda where: came.append((where != here, threading.get_ident() == here)),
    )
    qtbot.waitUntil(lambda: bool(came))
    assert came == [(True, True)]


def test_progress_and_cancel(worker: Worker, qtbot: QtBot) -> None:
    seen: list[int] = []
    failed: list[Exception] = []
    worker.progressed.connect(lambda task, done, total: seen.append(done))
    started = threading.Event()

    def count(task: Task) -> None:
        for number in range(1_000_000):
            task.tell(number, 1_000_000)
            started.set()

    task = worker.run("count", count, failed=failed.append)
    started.wait(5)
    task.cancel()
    qtbot.waitUntil(lambda: bool(failed))
    assert isinstance(failed[0], Cancelled)
    assert seen
    assert max(seen) < 999_999


def test_an_error_for_people_reaches_who_asked(worker: Worker, qtbot: QtBot) -> None:
    def refuse(task: Task) -> None:
        raise RiskdeskError("no")

    failed: list[Exception] = []
    worker.run("refuse", refuse, failed=failed.append)
    qtbot.waitUntil(lambda: bool(failed))
    assert str(failed[0]) == "no"


def test_a_long_verb_runs_over_its_own_connection_and_can_be_undone(session: Session, qtbot: QtBot) -> None:
    desk = session.desk
    policy = desk.policy
    before = {risk.id: risk.current.level for risk in desk.store.select(Risk)}
    strict = policy.changed(matrix=((Level.RED,) * 5,) * 5)
    session.do(desk.policies.save, strict, policy)
    qtbot.waitUntil(lambda: desk.policy.matrix[0][0] is Level.RED)
    assert {risk.current.level for risk in desk.store.select(Risk) if risk.current.score} == {Level.RED}
    session.undo()
    assert {risk.id: risk.current.level for risk in desk.store.select(Risk)} == before
    assert desk.policy == policy


@pytest.mark.parametrize("can_wait", [True, False])
def test_only_work_that_can_wait_is_given_up_at_the_end(qtbot: QtBot, can_wait: bool) -> None:
    made = Worker()
    begun, ended = threading.Event(), list[str]()
    came: list[object] = []

    def count(task: Task) -> None:
        until = time.monotonic() + 1
        try:
            while time.monotonic() < until:
                task.tell(0, 1)
                begun.set()
            ended.append("whole")
        except Cancelled:
            ended.append("given up")
            raise

    made.run("count", count, then=came.append, failed=came.append, can_wait=can_wait)
    assert begun.wait(5)
    made.close()
    assert ended == ["given up" if can_wait else "whole"]
    qtbot.wait(10)
    assert came == []  # whoever asked is gone


def test_a_paint_goes_before_the_work_of_others(worker: Worker, qtbot: QtBot) -> None:
    steps: list[int] = []
    failed: list[Exception] = []

    def count(task: Task) -> None:
        while True:
            task.tell(0, 1)
            steps.append(1)

    task = worker.run("count", count, failed=failed.append)
    qtbot.waitUntil(lambda: bool(steps))
    with first():
        time.sleep(LONGEST_S / 4)
        before = len(steps)
        time.sleep(LONGEST_S / 4)
        assert len(steps) == before
    qtbot.waitUntil(lambda: len(steps) > before)
    task.cancel()
    qtbot.waitUntil(lambda: bool(failed))


@pytest.mark.parametrize("end", ["result", "failure"])
def test_nothing_more_is_heard_of_what_was_given_up(worker: Worker, qtbot: QtBot, end: str) -> None:
    heard: list[object] = []
    go_on = threading.Event()

    def work(task: Task) -> str:
        go_on.wait(5)
        if end == "failure":
            raise RiskdeskError("failed")
        return end

    task = worker.run("work", work, heard.append, heard.append)
    task.give_up()
    go_on.set()
    after: list[object] = []
    worker.run("next", lambda task: "next", after.append)
    qtbot.waitUntil(lambda: after == ["next"])
    assert heard == []


def test_nothing_moves_while_work_shows_its_progress(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    window.go_to("print")
    qtbot.waitUntil(lambda: window.page("print").document is not None)  # type: ignore[attr-defined]
    before, busy = window.stack.geometry(), window.overlays.busy
    go_on = threading.Event()
    session.worker.run("Preparing the pages", lambda task: go_on.wait(5), lambda result: None)
    qtbot.waitUntil(busy.isVisible)
    assert window.stack.geometry() == before
    # It lies above the foot, which stays in sight.
    assert busy.geometry().bottom() < window.foot.mapTo(window, QPoint(0, 0)).y() + 1
    window.resize(1100, 700)
    assert busy.width() == window.width()
    go_on.set()
    qtbot.waitUntil(lambda: not busy.isVisible())


def test_what_the_first_print_needs_is_read_beforehand(session: Session, qtbot: QtBot) -> None:
    shown: list[object] = []
    session.worker.started.connect(shown.append)
    session.warm()
    qtbot.waitUntil(lambda: fonts._family.cache_info().currsize == 1)
    assert shown == []
    session.failed.connect(shown.append)
    session.close()
    session.warm()  # too late, and nobody need know
    assert shown == []


class Page(QObject):
    """Takes what comes back."""

    def __init__(self) -> None:
        super().__init__()
        self.came: list[int] = []

    def take(self, found: int) -> None:
        self.came.append(found)


def test_what_comes_back_for_a_page_that_is_gone_is_dropped(qtbot: QtBot, worker: Worker) -> None:
    here, gone = Page(), Page()
    asked = threading.Event()
    worker.run("", lambda task: asked.wait(5) and 1, gone.take)
    worker.run("", lambda task: 2, here.take)
    shiboken6.delete(gone)
    asked.set()
    qtbot.waitUntil(lambda: here.came == [2])
    assert gone.came == []
