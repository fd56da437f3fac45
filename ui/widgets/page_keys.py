"""Keys that mean something on one page alone, wherever on it the keyboard is."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def on_key(page: QWidget, key: str, slot: Callable[[], object]) -> None:
    """Call `slot` when a key is pressed on the page or a part of it; a text field keeps what it types."""
    shortcut = QShortcut(QKeySequence(key), page)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(slot)
