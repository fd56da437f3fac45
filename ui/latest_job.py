"""Runs one slow job at a time beside the window; a newer one takes the place of the one before."""

from PySide6.QtCore import QObject, QThreadPool, Signal

from ui.tasks import Job, Task


class LatestJob(QObject):
    """`done` carries the result of the job that was started last; of earlier ones nothing is heard."""

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
        """Run a job; the one before is given up."""
        self.stop()
        task = Task(job, self)
        self._task = task
        task.progressed.connect(lambda share: self._on_progress(task, share))
        task.done.connect(lambda result: self._on_done(task, result))
        task.failed.connect(lambda error: self._on_failed(task, error))
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

    def _on_progress(self, task: Task, share: float) -> None:
        if task is self._task:
            self.progressed.emit(share)

    def _on_done(self, task: Task, result: object) -> None:
        if task is self._task:
            self._task = None
            self.done.emit(result)

    def _on_failed(self, task: Task, error: Exception) -> None:
        if task is self._task:
            self._task = None
            raise error  # a fault of ours, for the crash report
