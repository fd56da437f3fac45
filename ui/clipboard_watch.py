"""Knows whether what is on the clipboard was copied from here, without keeping it."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard, QGuiApplication, QWindow


class ClipboardWatch(QObject):
    """What was put on the clipboard while one of our windows had the keys counts as copied from here."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ours: set[QClipboard.Mode] = set()
        QGuiApplication.clipboard().changed.connect(self._note)

    def clear_ours(self) -> None:
        """Take away what was copied from here; what came from another program stays."""
        clipboard = QGuiApplication.clipboard()
        for mode in self._ours | {mode for mode in _MODES if _is_owned(clipboard, mode)}:
            clipboard.clear(mode)
        self._ours.clear()

    def _note(self, mode: QClipboard.Mode) -> None:
        # Qt's annotations leave out that there may be none.
        window: QWindow | None = QGuiApplication.focusWindow()
        if (window is not None and window.isVisible()) or _is_owned(QGuiApplication.clipboard(), mode):
            self._ours.add(mode)
        else:
            self._ours.discard(mode)


_MODES = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection, QClipboard.Mode.FindBuffer)


def _is_owned(clipboard: QClipboard, mode: QClipboard.Mode) -> bool:
    match mode:
        case QClipboard.Mode.Clipboard:
            return clipboard.ownsClipboard()
        case QClipboard.Mode.Selection:
            return clipboard.supportsSelection() and clipboard.ownsSelection()
        case _:
            return clipboard.supportsFindBuffer() and clipboard.ownsFindBuffer()
