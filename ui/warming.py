"""Loads what the next pages need, a part at a time, while nobody waits for it."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer

PAUSE_MS = 20


def warm_up(steps: Iterator[str], parent: QObject) -> None:
    """Take one step after the other, each in a pause of the window; `parent` ends it when it goes."""
    timer = QTimer(parent)

    def step() -> None:
        if next(steps, None) is None:
            timer.stop()
            timer.deleteLater()

    timer.timeout.connect(step)
    timer.start(PAUSE_MS)
