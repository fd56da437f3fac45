"""Remembers where the window was and how its room was shared, and where one was in each file."""

import time
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow, QWidget

from app.demo_client import DEMO_NAME
from app.place_memory import GROUP, place_name

FIRST_SIZE = (1280, 800)
ROOM_AROUND = 0.92
MOST_PLACES = 50
MOST_PIXELS = 20_000


class WindowMemory:
    """Keeps all of it in an INI file; `memory` is that file. No word of a client is ever in it."""

    def __init__(self, memory: QSettings) -> None:
        self._memory = memory

    def restore(self, window: QMainWindow) -> None:
        """Put the window where it was on these screens, or in a good size where it was never shown."""
        kept = self._memory.value(_screens())
        if isinstance(kept, QByteArray) and window.restoreGeometry(kept):
            return
        screen = QGuiApplication.primaryScreen().availableGeometry()
        width = min(FIRST_SIZE[0], round(screen.width() * ROOM_AROUND))
        height = min(FIRST_SIZE[1], round(screen.height() * ROOM_AROUND))
        window.resize(width, height)

    def keep(self, window: QMainWindow) -> None:
        """Remember where the window is."""
        self._memory.setValue(_screens(), window.saveGeometry())

    def restore_other(self, window: QWidget, name: str) -> bool:
        """Put another window where it was on these screens; False where it was never shown."""
        kept = self._memory.value(f"{_screens()} {name}")
        return isinstance(kept, QByteArray) and window.restoreGeometry(kept)

    def keep_other(self, window: QWidget, name: str) -> None:
        """Remember where another window is."""
        self._memory.setValue(f"{_screens()} {name}", window.saveGeometry())

    def length(self, name: str) -> float | None:
        """A length kept for these screens, or None."""
        return _number(self._memory.value(f"{_screens()} {name}"))

    def keep_length(self, name: str, length: float) -> None:
        """Remember a length for these screens."""
        self._memory.setValue(f"{_screens()} {name}", f"{length:.1f}")

    def place(self, path: Path) -> str:
        """The link to where one was last in a file, or nothing."""
        kept = str(self._memory.value(_file(path), ""))
        return kept.partition(" ")[2]

    def keep_place(self, path: Path, link: str) -> None:
        """Remember where one was in a file; the files left longest ago are forgotten.

        The demo begins at the same place every time.
        """
        if not link or path.stem.startswith(DEMO_NAME):
            return
        self._memory.setValue(_file(path), f"{time.time():.0f} {link}")
        self._memory.beginGroup(GROUP)
        kept = sorted(self._memory.allKeys(), key=lambda name: str(self._memory.value(name)))
        for name in kept[:-MOST_PLACES]:
            self._memory.remove(name)
        self._memory.endGroup()

    def forget_place(self, path: Path) -> None:
        """Forget where one was in a file."""
        self._memory.remove(_file(path))


def _screens() -> str:
    sizes = sorted(
        f"{screen.geometry().width()}x{screen.geometry().height()}" for screen in QGuiApplication.screens()
    )
    return f"window/{'+'.join(sizes)}"


def _file(path: Path) -> str:
    """A name for a file that says nothing about it."""
    return f"{GROUP}/{place_name(path)}"


def _number(kept: object) -> float | None:
    try:
        number = float(str(kept))
    except ValueError:
        return None
    return number if 0 <= number <= MOST_PIXELS else None  # nor inf or nan
