"""Notices when nobody has touched the program for a while."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QWindow

LOOK_MS = 5_000
AGAIN_SECONDS = 60.0
Clocks = Callable[[], tuple[float, ...]]
_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
    }
)


def _clocks() -> tuple[float, ...]:
    """One clock stands still while a laptop sleeps, the other may be set: the longer time counts."""
    return time.monotonic(), time.time()


class IdleWatch(QObject):
    """`left` when nothing came to our windows for as many minutes as `minutes` gives, 0 for never.

    It listens to windows, not to widgets: a filter for every event would be paid for with every one. While
    nothing is done about it, `left` comes again a minute later. `clocks` give seconds, of any kind.
    """

    left = Signal()

    def __init__(self, minutes: Callable[[], int], parent: QObject, clocks: Clocks = _clocks) -> None:
        super().__init__(parent)
        self._minutes = minutes
        self._clocks = clocks
        self._since = clocks()
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self.look)
        self._look.start()

    def watch(self, window: QWindow | None) -> None:
        """Count what comes to this window, from now on."""
        if window is not None:
            window.removeEventFilter(self)  # never twice
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            # The first touch after a long sleep comes before the timer, and is no sign of having been here.
            self.look()
            self._since = self._clocks()
        return False

    def look(self) -> None:
        """Say it if the time is up."""
        minutes = self._minutes()
        if not minutes:
            return
        now = self._clocks()
        if max(after - before for before, after in zip(self._since, now, strict=True)) >= minutes * 60:
            later = minutes * 60 - AGAIN_SECONDS
            self._since = tuple(clock - later for clock in now)
            self.left.emit()
