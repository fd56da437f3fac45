"""Makes review files with passphrases of their own, open in the window."""

from pathlib import Path

from PySide6.QtWidgets import QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

import resources
from tests.ui.reach import choose, find, go_on
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


def make_meridian(window: MainWindow, folder: Path) -> QDialog:
    """Make a new client's file as a person does; gives the recovery sheet that comes then."""
    choose(window, "new_file")
    dialog = dialog_of(window, "new_review")
    give(dialog, "client", "Meridian")
    give(dialog, "place", str(folder / "m.plumbline"))
    give(dialog, "passphrase", PASSPHRASE)
    give(dialog, "passphrase_again", PASSPHRASE)
    go_on(dialog, "new_review_go_on")
    return dialog_of(window, "recovery_sheet")


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
