"""What could not be written stays on the screen, is never called saved, and reaches the disk by itself."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit
from pytestqt.qtbot import QtBot
from sqlcipher3 import dbapi2

from app.edits import answer
from models.storage import FileKey, engine
from models.storage.opening import open_with_key
from models.values import RegisterName
from tests.small_disk import said_on_a_small_disk
from tests.ui import kept
from tests.ui.reach import choose, click, find, press
from ui.main_window import MainWindow
from ui.widgets.notice import Notice
from ui.widgets.saved_mark import SavedMark

ROOT = Path(__file__).parents[3]
ON_SMALL_DISK = Path(__file__).with_name("window_on_a_small_disk.py")


@pytest.fixture
def opened(window: MainWindow, path: Path, key: FileKey, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """The file, opened by a window that soon gives up waiting for whoever else is writing to it."""
    first, *others = engine._SETTINGS
    assert "busy_timeout" in first
    monkeypatch.setattr(engine, "_SETTINGS", ("PRAGMA busy_timeout = 100", *others))
    kept.open_in(window, path, key)
    window.follow("question:ACC-05")
    return window


class Elsewhere:
    """Another program that holds the file so that nobody else can write."""

    def __init__(self, path: Path, key: FileKey) -> None:
        # Any: SQLCipher's own connection object has no types to name here.
        self._connection: Any = dbapi2.connect(str(path), isolation_level=None)
        self._connection.execute(f'PRAGMA key = "{key.pragma}"')

    def lock(self) -> None:
        self._connection.execute("BEGIN IMMEDIATE")

    def unlock(self) -> None:
        self._connection.execute("ROLLBACK")

    def close(self) -> None:
        self._connection.close()


@pytest.fixture
def other(opened: MainWindow, path: Path, key: FileKey) -> Iterator[Elsewhere]:
    other = Elsewhere(path, key)
    yield other
    other.close()


def level_on_disk(path: Path, key: FileKey) -> object:
    with open_with_key(path, key, read_only=True) as store:
        return store.load("R1").answers["ACC-05/P09"].value


def mark(window: MainWindow) -> str:
    return find(window, SavedMark, "saved_mark").text


def line(window: MainWindow) -> Notice:
    return find(window, Notice, "not_saved_line")


def chosen(window: MainWindow) -> object:
    assert window.bridge is not None
    return window.bridge.shown.snapshot.answers["ACC-05/P09"].value


def type_note(window: MainWindow, words: str) -> None:
    note = find(window.page, QPlainTextEdit, "note")
    note.setFocus()
    note.setPlainText(words)
    note.clearFocus()


def type_in_field(window: MainWindow, words: str) -> None:
    field = find(window.page, QTextEdit, "field_notes")
    field.setFocus()
    field.setPlainText(words)
    field.clearFocus()


def test_an_answer_that_could_not_be_written_stays_chosen_and_is_written_by_itself(
    qtbot: QtBot, opened: MainWindow, other: Elsewhere, path: Path, key: FileKey
) -> None:
    other.lock()

    opened.page.setFocus()
    press(opened, Qt.Key.Key_4)
    waiting = (mark(opened), line(opened).text, chosen(opened), level_on_disk(path, key))
    other.unlock()
    qtbot.waitUntil(lambda: mark(opened).startswith("Saved "), timeout=20_000)

    assert waiting[0] == "Not saved"
    assert "another program is writing" in waiting[1]
    assert "1 change waits" in waiting[1]
    assert waiting[2:] == (4, 1)
    assert level_on_disk(path, key) == 4
    assert line(opened).text == ""


def test_several_answers_queue_in_their_order_and_the_next_edit_takes_them_along(
    opened: MainWindow, other: Elsewhere, path: Path, key: FileKey
) -> None:
    other.lock()
    opened.page.setFocus()
    press(opened, Qt.Key.Key_4)
    press(opened, Qt.Key.Key_2)
    type_note(opened, "Seen on the screen")
    waiting = line(opened).text
    other.unlock()

    opened.page.setFocus()
    press(opened, Qt.Key.Key_3)

    assert "3 changes wait" in waiting
    with open_with_key(path, key, read_only=True) as store:
        lines = store.history("R1", RegisterName.ANSWERS, "ACC-05/P09")[1:]
        values = [getattr(record.after, "value", None) for record in lines]
        notes = [getattr(record.after, "note", None) for record in lines]
        assert store.check() == ()
    assert values == [4, 2, 2, 3]
    assert notes[-1] == "Seen on the screen"
    assert mark(opened).startswith("Saved ")
    assert opened.bridge is not None
    assert opened.bridge.undo_stack.count() == 4


def test_what_waits_can_be_tried_again_at_once_and_undone(
    opened: MainWindow, other: Elsewhere, path: Path, key: FileKey
) -> None:
    other.lock()
    opened.page.setFocus()
    press(opened, Qt.Key.Key_4)
    press(opened, Qt.Key.Key_2)

    choose(opened, "undo")
    after_undo = (chosen(opened), line(opened).text)
    other.unlock()
    click(line(opened), "notice_action")

    assert after_undo[0] == 4
    assert "1 change waits" in after_undo[1]
    assert level_on_disk(path, key) == 4
    assert mark(opened).startswith("Saved ")


def test_what_was_given_up_is_gone_from_the_screen_and_can_be_had_back(
    opened: MainWindow, other: Elsewhere, path: Path, key: FileKey
) -> None:
    other.lock()
    opened.page.setFocus()
    press(opened, Qt.Key.Key_4)

    click(line(opened), "notice_action_3")
    given_up = (chosen(opened), mark(opened), find(opened, Notice, "notice").text)
    other.unlock()
    click(find(opened, Notice, "notice"), "notice_action")

    assert given_up == (1, "All saved", "1 change was given up.")
    assert level_on_disk(path, key) == 4


def test_closing_asks_once_for_what_waits_and_a_second_time_gives_it_up(
    opened: MainWindow, other: Elsewhere, path: Path, key: FileKey
) -> None:
    other.lock()
    opened.page.setFocus()
    press(opened, Qt.Key.Key_4)

    opened.close_review()
    still_open = (opened.bridge is not None, line(opened).text)
    opened.close_review()
    other.unlock()

    assert still_open[0]
    assert "1 change is not saved" in still_open[1]
    assert opened.bridge is None
    assert level_on_disk(path, key) == 1


def test_a_text_in_a_register_that_could_not_be_written_stays_in_its_field(
    opened: MainWindow, other: Elsewhere, path: Path, key: FileKey
) -> None:
    opened.follow("entry:ai_tools/T01/notes")
    other.lock()

    type_in_field(opened, "Writes subject lines")
    opened.follow("page:risk_map")
    opened.follow("entry:ai_tools/T01/notes")
    shown = find(opened.page, QTextEdit, "field_notes").toPlainText()
    other.unlock()
    click(line(opened), "notice_action")

    assert shown == "Writes subject lines"
    with open_with_key(path, key, read_only=True) as store:
        assert store.load("R1").ai_tools["T01"].notes == "Writes subject lines"


def test_an_edit_that_can_never_be_written_holds_up_none_of_the_others(
    opened: MainWindow, other: Elsewhere, path: Path, key: FileKey
) -> None:
    assert opened.bridge is not None
    snapshot = opened.bridge.workspace.snapshot
    other.lock()
    opened.page.edit_made.emit(answer(snapshot, replace(snapshot.answers["ACC-05/P09"], value=3)))
    other.unlock()

    stale = answer(snapshot, replace(snapshot.answers["ACC-05/P09"], value=0))
    opened.page.edit_made.emit(stale)
    click(line(opened), "notice_action")

    assert level_on_disk(path, key) == 3
    assert mark(opened).startswith("Saved ")


def test_on_a_full_disk_everything_typed_waits_and_is_there_once_there_is_room(tmp_path: Path) -> None:
    assert said_on_a_small_disk(ON_SMALL_DISK, tmp_path) == [
        "answered until the disk was full: Not saved: the disk is full",
        "what the window shows: everything typed, marked: Not saved",
        "what is on disk: what was acknowledged and nothing else",
        "with room again, by itself: everything typed is on disk, marked: Saved",
        "faults: 0",
    ]
