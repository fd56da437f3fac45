"""Runs one call beside the window on a thread that nobody waits for: a keychain may never answer."""

from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import ReviewError

LOOK_MS = 25


class Beside(QObject):
    """One call. `done` with its result or `failed` with its ReviewError, once, in the window's thread.

    It ends with its parent: what comes later is heard by nobody. An error that is no ReviewError is raised in
    the window's thread, as a fault of ours.
    """

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, call: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._call = call
        self._came: SimpleQueue[tuple[object, Exception | None]] = SimpleQueue()
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._take)

    def start(self) -> None:
        """Begin; the window goes on."""
        call, came = self._call, self._came

        def run() -> None:
            try:
                came.put((call(), None))
            except Exception as error:  # noqa: BLE001  (told to whoever waits, in the window's thread)
                came.put((None, error))

        Thread(target=run, name="beside the window", daemon=True).start()
        self._look.start()

    def forget(self) -> None:
        """The result is no longer wanted."""
        self._look.stop()
        self.deleteLater()

    def _take(self) -> None:
        try:
            result, error = self._came.get_nowait()
        except Empty:
            return
        self.forget()
        if error is None:
            self.done.emit(result)
        elif isinstance(error, ReviewError):
            self.failed.emit(error)
        else:
            raise error
