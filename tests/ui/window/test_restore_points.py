"""Any earlier state can be looked at and gone back to, and going back can be taken back."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.review_files import open_with_file_key
from models.storage import FileKey
from models.storage.opening import open_with_key
from models.storage.replacing import change_passphrase
from tests.ui import kept
from tests.ui.reach import choose, click, find, words
from tests.ui.window.test_review_in_window import answer_a_question, snapshot_of
from ui.main_window import MainWindow
from ui.pages.restore_page import RestorePage
from ui.widgets.notice import Notice
from ui.widgets.word_table import WordTable


@pytest.fixture
def opened(window: MainWindow, path: Path, key: FileKey) -> MainWindow:
    kept.open_in(window, path, key)
    return window


def rows(window: MainWindow) -> list[str]:
    model = find(window.page, WordTable, "restore_points").rows
    return [
        " | ".join(model.index(row, column).data() for column in range(4)) for row in range(model.rowCount())
    ]


def show(qtbot: QtBot, window: MainWindow, at_least: int = 1) -> None:
    choose(window, "show_restore_points")
    qtbot.waitUntil(lambda: len(rows(window)) >= at_least)


def level(window: MainWindow) -> object:
    return snapshot_of(window).answers["ACC-05/P09"].value


def test_a_named_point_is_made_and_listed_with_where_it_lies_and_what_came_since(
    qtbot: QtBot, opened: MainWindow
) -> None:
    show(qtbot, opened)
    find(opened.page, QLineEdit, "point_name").setText("  Before the\tsecond workshop ")

    click(opened.page, "make_point")
    qtbot.waitUntil(lambda: len(rows(opened)) == 2)
    answer_a_question(opened, 3)
    qtbot.waitUntil(lambda: "1 change since" in rows(opened)[0])

    assert "“Before the second workshop”\nRestore point" in rows(opened)[0]
    assert "Beside the file, in Plumbline's own folder" in rows(opened)[0]
    assert "When the file was opened" in rows(opened)[1]
    assert find(opened.page, QLineEdit, "point_name").text() == ""


def test_what_is_other_in_a_point_is_said_before_anything_is_done(qtbot: QtBot, opened: MainWindow) -> None:
    answer_a_question(opened, 4)
    show(qtbot, opened)

    click(opened.page, "look_at_point")
    qtbot.waitUntil(lambda: "answered differently" in words(opened.page))

    assert "1 question was answered differently then: ACC-05" in words(opened.page)
    assert level(opened) == 4


def test_going_back_shows_the_earlier_state_and_can_be_undone(
    qtbot: QtBot, opened: MainWindow, path: Path, key: FileKey
) -> None:
    answer_a_question(opened, 4)
    show(qtbot, opened)

    click(opened.page, "restore_point")
    qtbot.waitUntil(lambda: level(opened) == 1)
    told = find(opened, Notice, "notice").text
    with open_with_key(path, key, read_only=True) as store:
        on_disk, faults = store.load("R1"), store.check()
    assert on_disk == snapshot_of(opened)
    click(find(opened, Notice, "notice"), "notice_action")
    qtbot.waitUntil(lambda: level(opened) == 4)

    assert "The file is again as it was" in told
    assert faults == ()
    answer_a_question(opened, 2)
    qtbot.waitUntil(lambda: len(rows(opened)) >= 3)
    assert level(opened) == 2
    assert any("From before the file was restored" in row for row in rows(opened))
    opened.close_review()
    with open_with_key(path, key, read_only=True) as store:
        assert store.load("R1").answers["ACC-05/P09"].value == 2
        assert store.check() == ()


def test_copies_under_an_earlier_passphrase_are_listed_and_said_to_be_so(
    qtbot: QtBot, window: MainWindow, path: Path, key: FileKey
) -> None:
    open_with_file_key(path, key, who="Ana").close()
    with open_with_key(path, key) as store:
        changed = change_passphrase(store, "another four calm owls", kept.QUICK)
        new_key = changed.key
        changed.close()
    kept.open_in(window, path, new_key)

    show(qtbot, window)
    table = find(window.page, WordTable, "restore_points")
    table.choose(len(rows(window)) - 1)

    assert "Under an earlier passphrase" in rows(window)[-1]
    assert not find(window.page, QPushButton, "restore_point").isEnabled()
    assert "open the copy as a file of its own" in words(window.page)


def test_where_somebody_else_holds_the_file_nothing_can_be_restored(
    qtbot: QtBot, window: MainWindow, path: Path, key: FileKey
) -> None:
    first = open_with_file_key(path, key, who="Zoë")
    kept.open_in(window, path, key)

    show(qtbot, window)

    assert not find(window.page, QPushButton, "restore_point").isEnabled()
    assert "can only be read here" in words(window.page)
    window.close_review()
    first.close()


def test_what_was_said_of_a_new_point_is_over_once_the_page_is_left(qtbot: QtBot, opened: MainWindow) -> None:
    choose(opened, "show_restore_points")
    page = opened.page
    assert isinstance(page, RestorePage)
    page.show_made()
    said = page.notice.text

    opened.follow("page:scene")
    choose(opened, "show_restore_points")

    assert said == "The restore point is made."
    assert page.notice.text == ""
