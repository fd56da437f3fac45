"""Remembers where the window was, for each arrangement of screens."""

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow, QWidget

FIRST_SIZE = (1280, 800)
ROOM_AROUND = 0.92


class WindowMemory:
    """Keeps a window's geometry in an INI file; `memory` is that file."""

    def __init__(self, memory: QSettings) -> None:
        self._memory = memory

    def restore(self, window: QMainWindow) -> None:
        """Put the window where it was on these screens, or in a good size where it was never shown."""
        kept = self._memory.value(self._place())
        if isinstance(kept, QByteArray) and window.restoreGeometry(kept):
            return
        screen = QGuiApplication.primaryScreen().availableGeometry()
        width = min(FIRST_SIZE[0], round(screen.width() * ROOM_AROUND))
        height = min(FIRST_SIZE[1], round(screen.height() * ROOM_AROUND))
        window.resize(width, height)

    def keep(self, window: QMainWindow) -> None:
        """Remember where the window is."""
        self._memory.setValue(self._place(), window.saveGeometry())

    def restore_other(self, window: QWidget, name: str) -> bool:
        """Put another window where it was on these screens; False where it was never shown."""
        kept = self._memory.value(f"{self._place()} {name}")
        return isinstance(kept, QByteArray) and window.restoreGeometry(kept)

    def keep_other(self, window: QWidget, name: str) -> None:
        """Remember where another window is."""
        self._memory.setValue(f"{self._place()} {name}", window.saveGeometry())

    @staticmethod
    def _place() -> str:
        sizes = sorted(
            f"{screen.geometry().width()}x{screen.geometry().height()}"
            for screen in QGuiApplication.screens()
        )
        return f"window/{'+'.join(sizes)}"
