"""The mark in the header never says that all is saved while something is typed that is not on disk."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.reach import find
from ui.main_window import MainWindow
from ui.theme import Theme
from ui.widgets.note_field import NoteField
from ui.widgets.saved_mark import SavedMark


@pytest.fixture
def mark(light: Theme) -> SavedMark:
    return SavedMark(light)


@pytest.fixture
def place(light: Theme, mark: SavedMark, qtbot: QtBot) -> Iterator[QWidget]:
    """A window with the mark and a note in it."""
    window = QWidget()
    column = QVBoxLayout(window)
    column.addWidget(mark)
    column.addWidget(NoteField(light, "note", "Note", window))
    window.show()
    yield window
    window.close()
    window.deleteLater()


def note_of(place: QWidget) -> NoteField:
    return find(place, NoteField, "note")


def test_it_changes_with_the_first_letter_and_back_a_moment_after_the_last(
    place: QWidget, mark: SavedMark, qtbot: QtBot
) -> None:
    note = note_of(place)
    said = [mark.text]

    QTest.keyClicks(note, "ab")
    said.append(mark.text)
    note.flush()
    said.append(mark.text)
    QTest.keyClicks(note, "c")
    said.append(mark.text)
    note.flush()
    qtbot.waitUntil(lambda: mark.text == "All saved")

    assert said == ["All saved", "Writing…", "Writing…", "Writing…"]


def test_what_is_given_up_is_no_longer_being_written(place: QWidget, mark: SavedMark, qtbot: QtBot) -> None:
    note = note_of(place)
    QTest.keyClicks(note, "a")
    note.forget()

    qtbot.waitUntil(lambda: mark.text == "All saved")


def test_that_something_was_not_saved_is_said_at_once_and_stays(place: QWidget, mark: SavedMark) -> None:
    note = note_of(place)
    QTest.keyClicks(note, "a")

    mark.show_not_saved()
    while_typed = mark.text
    note.flush()

    assert (while_typed, mark.text) == ("Not saved", "Not saved")


def test_another_save_does_not_call_saved_what_is_still_being_typed(place: QWidget, mark: SavedMark) -> None:
    QTest.keyClicks(note_of(place), "a")

    mark.show_saved(None)

    assert mark.text == "Writing…"


def test_in_the_window_a_note_and_a_field_are_told_until_they_are_on_disk(
    demo: MainWindow, qtbot: QtBot
) -> None:
    mark = find(demo, SavedMark, "saved_mark")
    bridge = demo.bridge
    assert bridge is not None
    said = []

    demo.follow("question:ACC-03")
    note = find(demo.page, NoteField, "note")
    QTest.keyClicks(note, "seen in the log")
    said.append(mark.text)
    QTest.keyClick(note, Qt.Key.Key_Escape)
    assert "seen in the log" in str(bridge.workspace.snapshot.answers)
    qtbot.waitUntil(lambda: mark.text.startswith("Saved "))

    demo.follow("page:scene")
    line = find(demo.page, QLineEdit, "field_sector")
    QTest.keyClicks(line, "x")
    said.append(mark.text)
    QTest.keyClick(line, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: mark.text.startswith("Saved "))

    assert said == ["Writing…", "Writing…"]
