"""Lets Ctrl+Z reach the review when the text field that has the cursor has nothing of its own to undo."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit


class UndoKeys(QObject):
    """An event filter for the application: text fields claim these keys even when they can do nothing.

    Ctrl+K goes to the window from any field; some systems delete the rest of the line with it.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_K and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            return True
        if event.matches(QKeySequence.StandardKey.Undo):
            return not _can_undo(watched)
        if event.matches(QKeySequence.StandardKey.Redo):
            return not _can_redo(watched)
        return False


def _can_undo(widget: QObject) -> bool:
    match widget:
        case QLineEdit():
            return widget.isUndoAvailable()
        case QPlainTextEdit() | QTextEdit():
            return widget.document().isUndoAvailable()
        case _:
            return True


def _can_redo(widget: QObject) -> bool:
    match widget:
        case QLineEdit():
            return widget.isRedoAvailable()
        case QPlainTextEdit() | QTextEdit():
            return widget.document().isRedoAvailable()
        case _:
            return True
