"""Where a file is proposed to be kept: always in a folder that is there; and what a real dialog leaves."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from ui.file_chooser import FileChooser, keep_qt_apart

CLIENT = "Ödland und Söhne"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home as it is made for a new person: empty."""
    made = tmp_path / "home"
    made.mkdir()
    monkeypatch.setenv("HOME", str(made))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    return made


def chooser(home: Path) -> FileChooser:
    return FileChooser(QSettings(str(home / "window.ini"), QSettings.Format.IniFormat))


def test_where_there_are_no_documents_it_begins_at_home(home: Path) -> None:
    assert chooser(home).folder("review_file") == home


def test_it_begins_in_the_documents_if_they_are_there(home: Path) -> None:
    (home / "Documents").mkdir()

    assert chooser(home).folder("review_file") == home / "Documents"


def test_it_begins_in_the_folder_used_last_as_long_as_that_is_there(home: Path) -> None:
    last = home / "clients"
    last.mkdir()
    asking = chooser(home)
    asking.memory.setValue("folders/review_file", str(last))

    there = asking.folder("review_file")
    last.rmdir()

    assert (there, asking.folder("review_file")) == (last, home)


@pytest.fixture
def apart(home: Path, tmp_path: Path) -> Iterator[Path]:
    """The folder in which Qt keeps what it remembers; in the home again afterwards."""
    folder = tmp_path / "settings"
    keep_qt_apart(folder)
    yield folder
    keep_qt_apart(home / ".config")


def type_and_accept(name: str, seen: list[str]) -> None:
    """What a person does in the dialog that is open."""
    (dialog,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, QFileDialog))
    line = dialog.findChild(QLineEdit, "fileNameEdit")
    assert line is not None
    line.setText(name)
    seen.append(dialog.directory().path())
    QTest.keyClick(dialog, Qt.Key.Key_Return)


@pytest.mark.usefixtures("styled")
def test_a_dialog_leaves_no_folder_of_a_client_where_qt_keeps_its_own(home: Path, apart: Path) -> None:
    clients = home / "Documents" / CLIENT
    clients.mkdir(parents=True)
    (clients / "a.plumbline").write_text("a file")
    asking = chooser(home)
    seen: list[str] = []
    parent = QWidget()

    QTimer.singleShot(0, parent, lambda: type_and_accept(str(clients / "b.plumbline"), seen))
    made = asking.file_to_make(parent, "Make", clients / "b.plumbline")
    QTimer.singleShot(0, parent, lambda: type_and_accept("a.plumbline", seen))
    opened = asking.file_to_open(parent, "Open", "Review files (*.plumbline)")

    assert (made, opened) == (clients / "b.plumbline", clients / "a.plumbline")
    assert seen == [str(clients)] * 2  # both were really open there
    kept = (apart / "QtProject.conf").read_text("utf-8")
    assert "FileDialog" in kept
    assert "dland" not in kept
    assert not (home / ".config").exists()
