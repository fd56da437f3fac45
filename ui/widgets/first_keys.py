"""Keys that a page gets while nothing on it has the keyboard yet: they lead to what the page is about."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_KEYS = frozenset(
    {
        Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right,
        Qt.Key.Key_Return, Qt.Key.Key_Enter,
    }
)  # fmt: skip
_NONE = Qt.KeyboardModifier.NoModifier | Qt.KeyboardModifier.KeypadModifier


class FirstKeys(QObject):
    """The first arrow or Enter calls `focus`, and does nothing more: a person sees first where they are."""

    def __init__(self, page: QWidget, focus: Callable[[], object]) -> None:
        super().__init__(page)
        self._page = page
        self._focus = focus
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        if not self._page.hasFocus():  # then it comes from a part that did not want it
            return False
        if Qt.Key(event.key()) not in _KEYS or event.modifiers() & ~_NONE:
            return False
        self._focus()
        return True
