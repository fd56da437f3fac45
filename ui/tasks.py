"""Runs a slow job on values beside the window, with progress and a way to stop it."""

from collections.abc import Callable
from threading import Event
from typing import TypeAlias

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

Report: TypeAlias = Callable[[float], None]
Stopped: TypeAlias = Callable[[], bool]
Job: TypeAlias = Callable[[Report, Stopped], object]


class Task(QObject):
    """One run of a job: one of `done`, `failed`, `stopped` in the window's thread, and then `ended`.

    A job that was asked to stop and ends with an error has stopped; one that had finished before is done. The
    job gets two functions: one to tell how far it is, 0 to 1, and one that says whether it shall stop. It
    works on values only: no widget, no open file of the review.
    """

    progressed = Signal(float)
    done = Signal(object)
    failed = Signal(object)
    stopped = Signal()
    ended = Signal()
    _came = Signal(object, object)

    def __init__(self, job: Job, parent: QObject) -> None:
        super().__init__(parent)
        self._job = job
        self._stop = Event()
        self._came.connect(self._tell)

    def start(self, pool: QThreadPool) -> None:
        """Run the job on one of the pool's threads."""
        pool.start(_Run(self._run))

    def stop(self) -> None:
        """Ask the job to stop; its result is no longer wanted."""
        self._stop.set()

    def _run(self) -> None:
        try:
            result = self._job(self.progressed.emit, self._stop.is_set)
        except Exception as error:  # noqa: BLE001  (told to whoever waits, in the window's thread)
            self._came.emit(None, error)
        else:
            self._came.emit(result, None)

    @Slot(object, object)
    def _tell(self, result: object, error: Exception | None) -> None:
        if error is None:
            self.done.emit(result)
        elif self._stop.is_set():
            self.stopped.emit()
        else:
            self.failed.emit(error)
        self.ended.emit()
        self.deleteLater()


class _Run(QRunnable):
    def __init__(self, work: Callable[[], None]) -> None:
        super().__init__()
        self._work = work

    def run(self) -> None:
        self._work()
