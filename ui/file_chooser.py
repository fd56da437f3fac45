"""Asks for files with the system's own dialogs, beginning in the folder used last for the same purpose."""

from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from app.i18n import _
from app.place_memory import FOLDERS

REVIEW_FILE = "review_file"
_QT = "QtProject"
_FOLDERS_THAT_QT_KEEPS = ("FileDialog/history", "FileDialog/lastVisited")


class FileChooser:
    """The system's file dialogs. `memory` remembers the last folder of each purpose."""

    def __init__(self, memory: QSettings) -> None:
        self._memory = memory

    @property
    def memory(self) -> QSettings:
        """Where the person's habits are kept."""
        return self._memory

    def folder(self, purpose: str) -> Path:
        """The folder used last for a purpose; else the person's documents; else their home."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        found = Path(str(self._memory.value(f"{FOLDERS}/{purpose}", documents)))
        return next((place for place in (found, Path(documents)) if place.is_dir()), Path.home())

    def file_to_open(
        self, parent: QWidget, title: str, kinds: str, purpose: str = REVIEW_FILE
    ) -> Path | None:
        """A file that is there, or None; `kinds` such as "Review files (*.plumbline)"."""
        name, _kind = QFileDialog.getOpenFileName(parent, title, str(self.folder(purpose)), kinds)
        _forget_what_qt_kept()
        return self._remembered(name, purpose)

    def file_to_make(
        self, parent: QWidget, title: str, suggested: Path, kinds: str = "", purpose: str = REVIEW_FILE
    ) -> Path | None:
        """A place for a file, or None; the system asks before an old file is given away."""
        kinds = kinds or _("Review files (*.plumbline)")
        name, _kind = QFileDialog.getSaveFileName(parent, title, str(suggested), kinds)
        _forget_what_qt_kept()
        return self._remembered(name, purpose)

    def _remembered(self, name: str, purpose: str) -> Path | None:
        if not name:
            return None
        self._memory.setValue(f"{FOLDERS}/{purpose}", str(Path(name).parent))
        return Path(name)


def keep_qt_apart(folder: Path) -> None:
    """Let Qt keep what it wants to remember of its dialogs in `folder`, and not in the person's home.

    Where the system has a registry, this changes nothing. Qt must not have been asked for a setting before.
    """
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(folder))


def _forget_what_qt_kept() -> None:
    """Take back the folders that Qt writes down whenever a dialog ends: their names may be a client's."""
    kept = QSettings(QSettings.Scope.UserScope, _QT)
    for name in _FOLDERS_THAT_QT_KEEPS:
        kept.remove(name)
    kept.sync()
