"""Progress of a long verb: joins its `tell` to the task that runs it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from riskdesk.gui.work import Task, Worker


class Telling(QObject):
    """Give one to a long verb as `tell`, made right before `session.do`: it tells, and stops, the task begun there."""

    def __init__(self, worker: Worker) -> None:
        super().__init__(worker)
        self._worker, self._task = worker, None  # type: tuple[Worker, Task | None]
        worker.started.connect(self._took)
        worker.ended.connect(self._over)

    @property
    def task(self) -> Task | None:
        """The task that it tells of."""
        return self._task

    @Slot(object)
    def _took(self, task: Task) -> None:
        if self._task is None:
            self._task = task

    @Slot(object)
    def _over(self, task: Task) -> None:
        if task is self._task:
            self._worker.started.disconnect(self._took)
            self._worker.ended.disconnect(self._over)
            self.deleteLater()

    def __call__(self, done: int, total: int) -> None:
        if self._task is not None:
            self._task.tell(done, total)
