"""Opens a file or its folder with the program that this computer has for it."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_outside(path: Path) -> bool:
    """Whether some program took the file, or the folder."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
