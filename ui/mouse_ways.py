"""Lets the side buttons of a mouse go back and forward in the window."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent, QWindow


class MouseWays(QObject):
    """Watches the system's window, where every press comes by first, whatever lies under the mouse."""

    def __init__(
        self, watched: QWindow, back: Callable[[], object], forward: Callable[[], object], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._ways = {Qt.MouseButton.BackButton: back, Qt.MouseButton.ForwardButton: forward}
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.MouseButtonPress or not isinstance(event, QMouseEvent):
            return False
        way = self._ways.get(event.button())
        if way is None:
            return False
        way()
        return True
