"""Runs one slow job at a time beside the window; a newer one takes the place of the one before."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThreadPool, Signal

from ui.tasks import Job, Task


class LatestJob(QObject):
    """`done` carries the result of the job that was started last; of earlier ones nothing is heard.

    What is to be heard by whoever started it alone is run with functions of its own.
    """

    done = Signal(object)
    progressed = Signal(float)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._task: Task | None = None

    @property
    def is_running(self) -> bool:
        """Whether a result is still to come."""
        return self._task is not None

    def start(self, job: Job) -> None:
        """Run a job; the one before is given up. An error is a fault of ours, for the crash report."""
        self.run(job, self.done.emit, _raise, self.progressed.emit)

    def run(
        self,
        job: Job,
        done: Callable[[Any], object],
        failed: Callable[[Exception], object],
        progressed: Callable[[float], object] | None = None,
    ) -> None:
        """Run a job; the one before is given up. `done` hears its result (Any: its kind), `failed` its error.

        Neither hears of a job that was stopped; nothing runs any more when they are called.
        """
        self.stop()
        task = Task(job, self)
        self._task = task
        if progressed is not None:
            task.progressed.connect(lambda share: progressed(share) if task is self._task else None)
        task.done.connect(lambda result: self._end(task, done, result))
        task.failed.connect(lambda error: self._end(task, failed, error))
        task.start(self._pool)

    def stop(self) -> None:
        """Give up what is running; its result is not told."""
        if self._task is not None:
            self._task.stop()
            self._task = None

    def leave(self) -> None:
        """Give up what is running, and wait until it has noticed: whoever asked goes away."""
        self.stop()
        self._pool.waitForDone()

    def _end(self, task: Task, tell: Callable[[Any], object], what: object) -> None:
        if task is self._task:
            self._task = None
            tell(what)


def _raise(error: Exception) -> None:
    raise error
