"""Remembers where each window was, for each arrangement of screens."""

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

FIRST_SIZE = (1280, 800)
ROOM_AROUND = 0.92


class WindowMemory:
    """Keeps a window's geometry in an INI file; `memory` is that file, `name` the window's name in it."""

    def __init__(self, memory: QSettings, name: str = "window") -> None:
        self._memory = memory
        self._name = name

    def of(self, name: str) -> "WindowMemory":
        """The memory of another window, in the same file."""
        return WindowMemory(self._memory, name)

    def restore(self, window: QWidget) -> None:
        """Put the window where it was on these screens, or in a good size where it was never shown."""
        if self.bring_back(window):
            return
        screen = QGuiApplication.primaryScreen().availableGeometry()
        width = min(FIRST_SIZE[0], round(screen.width() * ROOM_AROUND))
        height = min(FIRST_SIZE[1], round(screen.height() * ROOM_AROUND))
        window.resize(width, height)

    def bring_back(self, window: QWidget) -> bool:
        """Put the window where it was on these screens; False where it was never shown."""
        kept = self._memory.value(self._place())
        return isinstance(kept, QByteArray) and window.restoreGeometry(kept)

    def keep(self, window: QWidget) -> None:
        """Remember where the window is."""
        self._memory.setValue(self._place(), window.saveGeometry())

    def _place(self) -> str:
        sizes = sorted(
            f"{screen.geometry().width()}x{screen.geometry().height()}"
            for screen in QGuiApplication.screens()
        )
        return f"{self._name}/{'+'.join(sizes)}"
