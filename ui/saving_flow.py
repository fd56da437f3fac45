"""Asks where a file shall go, writes it whole or not at all, and tells the page what came of it."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtWidgets import QWidget

from app.atomic_file import write_whole
from app.errors import ReviewError
from ui.file_chooser import FileChooser


class TellsOfFiles(Protocol):
    """A page that says in place whether its file was saved."""

    def show_saved(self, path: str) -> None:
        """Say where the file is."""

    def show_failed(self, title: str, advice: str) -> None:
        """Say why it was not saved, and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedFile:
    """What the dialog says, the name and kinds it offers, and the purpose whose last folder it begins in."""

    title: str
    name: str
    kinds: str
    purpose: str


class SavingFlow:
    """`window` is the parent of the dialogs."""

    def __init__(self, chooser: FileChooser, window: QWidget) -> None:
        self._chooser = chooser
        self._window = window

    def save(self, page: TellsOfFiles, data: bytes, wanted: WantedFile) -> bool:
        """Ask for a place and write there; nothing happens if the person changes their mind.

        Gives whether it was written.
        """
        suggested = self._chooser.folder(wanted.purpose) / wanted.name
        path = self._chooser.file_to_make(self._window, wanted.title, suggested, wanted.kinds, wanted.purpose)
        if path is None:
            return False
        try:
            write_whole(path, data)
        except ReviewError as error:
            page.show_failed(error.title, error.advice)
            return False
        page.show_saved(str(path))
        return True
