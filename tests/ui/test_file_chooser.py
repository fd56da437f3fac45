"""Where a file is proposed to be kept: always in a folder that is there."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from ui.file_chooser import FileChooser


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


def test_what_others_sent_is_not_looked_for_among_the_review_files(home: Path) -> None:
    for name in ("Documents", "Downloads"):
        (home / name).mkdir()

    asking = chooser(home)

    assert asking.folder("evidence") == asking.folder("inventory") == home / "Downloads"
    assert asking.folder("review_file") == home / "Documents"
