"""Makes review files with passphrases of their own, open in the window."""

from pathlib import Path

from PySide6.QtWidgets import QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

import resources
from tests.ui.reach import find
from ui.dialogs.new_review import NewReview
from ui.main_window import MainWindow

PASSPHRASE = "seven calm owls harbour"
FERROWICK = resources.path("demo", "ferrowick.review.json")


def open_ferrowick(window: MainWindow, folder: Path) -> Path:
    """A whole review, which is no demo; gives where its file is."""
    path = folder / "ferrowick.plumbline"
    bridge, _lines = window._desk.make_file(NewReview(path, PASSPHRASE, source=FERROWICK))
    window.files.opened.emit(bridge)
    return path


def dialog_of(window: MainWindow, name: str) -> QDialog:
    """The dialog that a person sees."""
    dialog = find(window, QDialog, name)
    assert dialog.isVisible(), f"{name} is not open"
    return dialog


def is_open(window: MainWindow, name: str) -> bool:
    return any(dialog.isVisible() for dialog in window.findChildren(QDialog, name))


def give(parent: QWidget, name: str, words: str) -> None:
    """Type into a field, in place of what is there."""
    field = find(parent, QLineEdit, name)
    field.setText(words)
    field.textEdited.emit(words)


def wait_for(qtbot: QtBot, window: MainWindow, name: str) -> QDialog:
    """The dialog, once it is open."""
    qtbot.waitUntil(lambda: is_open(window, name), timeout=20_000)
    return dialog_of(window, name)
