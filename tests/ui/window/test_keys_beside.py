"""Making a key holds up nobody, and no way to another file or key loses what waits to be written."""

from pathlib import Path
from threading import current_thread, main_thread

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from models.storage import key as keys
from tests.ui import kept
from tests.ui.reach import choose, click, find, press, words
from tests.ui.window.files import dialog_of, give, is_open
from ui.main_window import MainWindow
from ui.widgets.notice import Notice


@pytest.fixture
def opened(window: MainWindow, path: Path) -> MainWindow:
    kept.open_in(window, path, kept.made(path))
    return window


def make_something_wait(window: MainWindow, path: Path) -> None:
    """An edit that cannot be written, for the file is elsewhere."""
    path.rename(path.with_name("elsewhere"))
    window.follow("question:ACC-05")
    assert window.bridge is not None
    window.page.setFocus()
    press(window, Qt.Key.Key_1)
    press(window, Qt.Key.Key_2)
    assert window.bridge.waiting


def test_a_file_that_is_open_here_is_not_opened_a_second_time(opened: MainWindow, path: Path) -> None:
    before = opened.bridge
    opened.follow("page:start")

    opened.open_path(path)
    opened.open_path(path.parent / ".." / "work" / path.name)

    assert not is_open(opened, "unlock")
    assert "open here already" in find(opened, Notice, "notice").text
    assert opened.bridge is before
    assert before is not None
    assert not before.workspace.is_read_only


def test_keys_are_made_beside_the_window_which_says_so_and_can_be_told_to_stop(
    window: MainWindow, qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.made(path)
    where, made = list[bool](), list[keys.FileKey]()
    real = keys.file_key

    def watched(passphrase: str, salt: bytes, cost: keys.KeyCost | None = None) -> keys.FileKey:
        where.append(current_thread() is main_thread())
        made.append(real(passphrase, salt, cost))
        return made[-1]

    monkeypatch.setattr("app.file_keys.file_key", watched)
    window.open_path(path)
    dialog = dialog_of(window, "unlock")
    give(dialog, "passphrase", "not the right one")

    click(dialog, "unlock_go_on")
    busy = words(dialog)
    click(dialog, "unlock_cancel")
    qtbot.waitUntil(lambda: bool(made), timeout=20_000)
    qtbot.wait(100)

    assert "One moment" in busy
    assert where == [False]
    assert window.bridge is None
    assert not any(each.isVisible() for each in window.findChildren(QDialog))


def test_the_passphrase_is_not_changed_while_something_waits(opened: MainWindow, path: Path) -> None:
    make_something_wait(opened, path)

    choose(opened, "change_passphrase")

    assert not is_open(opened, "change_passphrase")
    assert "cannot be changed now" in find(opened, Notice, "notice").text
    path.with_name("elsewhere").rename(path)


@pytest.mark.parametrize("way", ["open_demo", "new_file"])
def test_another_file_takes_nothing_that_waits_with_it(opened: MainWindow, path: Path, way: str) -> None:
    make_something_wait(opened, path)
    before = opened.bridge

    choose(opened, way)
    QApplication.processEvents()

    assert opened.bridge is before
    assert before is not None
    assert before.waiting
    assert not is_open(opened, "new_review")
    assert "not saved" in words(opened)
    path.with_name("elsewhere").rename(path)
