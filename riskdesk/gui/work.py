"""Long work off the GUI thread: one worker, results and progress come back as signals."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from shiboken6 import isValid

from riskdesk.domain.errors import Cancelled
from riskdesk.gui.give_way import give_way, short_turns

TELL_S = 0.05
"""Progress is reported at most this often."""

Then = Callable[[Any], None]


def is_there(callback: Callable[..., Any]) -> bool:
    """Whether whom a callback belongs to still is there: a page goes with its window, as when the language changes."""
    owner = getattr(callback, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)


@dataclass(eq=False)
class Task:
    """A piece of work under way. `tell(done, total)` reports progress and raises `Cancelled` once it was cancelled."""

    label: str
    then: Then | None = None
    failed: Callable[[Exception], None] | None = None
    given_up: bool = False
    _stop: threading.Event = field(default_factory=threading.Event)
    _report: Callable[[Task, int, int], None] | None = None
    _told: float = 0.0

    def tell(self, done: int, total: int) -> None:
        """Called by the work, on its thread."""
        if self._stop.is_set():
            raise Cancelled
        give_way()
        now = monotonic()
        if self._report and (now - self._told >= TELL_S or done >= total):
            self._told = now
            self._report(self, done, total)

    def cancel(self) -> None:
        """Ask the work to stop; it ends with `Cancelled`."""
        self._stop.set()

    def give_up(self) -> None:
        """Ask it to stop, and hear no more of it: neither its result nor why it failed."""
        self.given_up = True
        self.cancel()


class Worker(QObject):
    """Runs tasks one after the other on one thread."""

    started = Signal(object)
    progressed = Signal(object, int, int)
    """Task, done, total."""
    ended = Signal(object)
    _came_back = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._closed = False
        self._waiting: set[Task] = set()
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="work")
        self._came_back.connect(self._finish)

    def run(
        self, label: str, work: Callable[[Task], Any], then: Then | None = None,
        failed: Callable[[Exception], None] | None = None, can_wait: bool = False,
    ) -> Task:  # fmt: skip
        """Run `work(task)` off the GUI thread; `then(result)` or `failed(error)` is called on it afterwards.

        Work that changes nothing and `can_wait` for another day is given up when the program closes.
        """
        task = Task(label, then, failed, _report=self._report)
        if self._closed:
            return task
        if can_wait:
            self._waiting.add(task)
        self.started.emit(task)
        self._pool.submit(self._run, task, work)
        return task

    def _report(self, task: Task, done: int, total: int) -> None:
        self.progressed.emit(task, done, total)

    def _run(self, task: Task, work: Callable[[Task], Any]) -> None:
        try:
            with short_turns():
                result, error = work(task), None
        except Exception as caught:
            result, error = None, caught
        self._came_back.emit(task, result, error)

    @Slot(object, object, object)
    def _finish(self, task: Task, result: Any, error: Exception | None) -> None:
        self._waiting.discard(task)
        if self._closed:
            return
        self.ended.emit(task)
        if task.given_up:
            return
        if error is None:
            if task.then and is_there(task.then):
                task.then(result)
        elif task.failed is None:
            raise error
        elif is_there(task.failed):
            task.failed(error)

    def close(self) -> None:
        """Wait for the work in hand; take no more, and drop what comes back from now on."""
        self._closed = True
        for task in self._waiting:
            task.cancel()
        self._pool.shutdown(wait=True, cancel_futures=True)
