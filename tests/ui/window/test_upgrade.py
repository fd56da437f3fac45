"""A file of an earlier format is brought up to date beside the window, which says so and can stop it."""

import shutil
from pathlib import Path
from threading import current_thread, main_thread

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from app.edits import set_field
from models.storage import FileKey
from models.storage.holder import Hold
from models.storage.key import file_key
from models.storage.migrations import upgrade
from models.storage.opening import salt_of
from models.values import RegisterName
from tests.ui.reach import click, find, press, words
from tests.ui.window.files import dialog_of, give, is_open, wait_for
from tests.ui.window.test_review_in_window import snapshot_of
from ui import upgrade_flow
from ui.file_flow import PASSPHRASE_VARIABLE
from ui.main_window import MainWindow
from ui.pages.lock_page import LockPage
from ui.widgets.notice import Notice

FORMAT_1 = Path(__file__).parents[2] / "data" / "formats" / "format_1.plumbline"
PASSPHRASE = "plumbline format 1"
UP_TO_DATE = "The file was brought up to date."


@pytest.fixture(scope="module", autouse=True)
def cheap_keys() -> None:
    """None here: the files in tests/data have real keys."""


@pytest.fixture(scope="module")
def key() -> FileKey:
    return file_key(PASSPHRASE, salt_of(FORMAT_1))


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: FileKey) -> Path:
    """A file of the first format; its key, which takes half a second, is made already."""
    monkeypatch.setattr("app.file_keys.file_key", lambda _typed, _salt: key)
    folder = tmp_path / "work"
    folder.mkdir()
    return Path(shutil.copy(FORMAT_1, folder))


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """An upgrade that takes until somebody stops it; whether it ran beside the window."""
    beside: list[bool] = []
    real = upgrade.run_migrations

    def endless(*arguments: object) -> None:
        beside.append(current_thread() is not main_thread())
        connection = arguments[0]
        forever = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n"
        connection.exec_driver_sql(forever)  # type: ignore[attr-defined]
        real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(upgrade, "run_migrations", endless)
    return beside


def unlock(window: MainWindow, file: Path) -> None:
    window.open_path(file)
    dialog = dialog_of(window, "unlock")
    give(dialog, "passphrase", PASSPHRASE)
    QTest.keyClick(find(dialog, QLineEdit, "passphrase"), Qt.Key.Key_Return)


def copies(file: Path) -> list[Path]:
    return list(file.parent.rglob("*before_upgrade.backup"))


def test_an_older_file_opens_and_a_notice_leads_to_the_copy_as_it_was(
    window: MainWindow, qtbot: QtBot, file: Path
) -> None:
    before = file.read_bytes()

    unlock(window, file)
    qtbot.waitUntil(lambda: window.bridge is not None, timeout=20_000)

    assert not is_open(window, "unlock")
    assert UP_TO_DATE in find(window, Notice, "notice").text
    assert window.bridge is not None
    assert not window.bridge.workspace.is_read_only
    (copy,) = copies(file)
    assert copy.read_bytes() == before
    click(window, "notice_action")
    assert window.page.page_id == "restore_points"


def test_the_copy_of_the_earlier_format_is_compared_and_restored_and_that_can_be_undone(
    window: MainWindow, qtbot: QtBot, file: Path
) -> None:
    unlock(window, file)
    qtbot.waitUntil(lambda: window.bridge is not None, timeout=20_000)
    assert window.bridge is not None
    then = window.bridge.workspace.snapshot
    window.bridge.do(set_field(then, RegisterName.AI_TOOLS, "T01", "notes", "Since then"))
    now = window.bridge.workspace.snapshot
    window.follow("page:restore_points")
    qtbot.waitUntil(lambda: find(window.page, QPushButton, "look_at_point").isVisible(), timeout=20_000)

    click(window.page, "look_at_point")
    qtbot.waitUntil(lambda: "changed since: T01" in words(window.page), timeout=20_000)
    click(window.page, "restore_point")
    qtbot.waitUntil(lambda: snapshot_of(window) == then, timeout=20_000)
    click(find(window, Notice, "notice"), "notice_action")
    qtbot.waitUntil(lambda: snapshot_of(window) == now, timeout=20_000)

    assert len(copies(file)) == 1
    assert not list(file.parent.glob(".*.part*"))


def test_while_it_lasts_it_is_shown_and_can_be_stopped_and_then_the_file_is_as_it_was(
    window: MainWindow, qtbot: QtBot, file: Path, slow: list[bool]
) -> None:
    before = file.read_bytes()
    unlock(window, file)
    dialog = wait_for(qtbot, window, "upgrade")

    assert "Bringing the file up to date" in words(dialog)
    qtbot.waitUntil(lambda: find(dialog, QProgressBar, "upgrade_share").value() >= 65, timeout=20_000)
    assert "Changing how it is kept" in words(dialog)
    qtbot.waitUntil(dialog.isActiveWindow, timeout=20_000)
    press(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not is_open(window, "upgrade"), timeout=20_000)

    assert slow == [True]
    assert window.bridge is None
    assert "the file is as it was before" in words(dialog_of(window, "unlock"))
    assert file.read_bytes() == before
    assert [each.name for each in file.parent.iterdir()] == [file.name]


def test_who_gives_up_opening_it_stops_it_too(
    window: MainWindow, qtbot: QtBot, file: Path, slow: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upgrade_flow, "PATIENCE_MS", 60_000)
    before = file.read_bytes()
    unlock(window, file)
    qtbot.waitUntil(lambda: bool(slow), timeout=20_000)

    press(dialog_of(window, "unlock"), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not copies(file), timeout=20_000)
    window.files.upgrades._pool.waitForDone()

    assert window.bridge is None
    assert file.read_bytes() == before


def test_a_file_that_somebody_else_has_is_not_brought_up_to_date(
    window: MainWindow, qtbot: QtBot, file: Path
) -> None:
    before = file.read_bytes()
    hold = Hold(file, "Zoë")

    unlock(window, file)
    qtbot.waitUntil(lambda: "Another window" in words(dialog_of(window, "unlock")), timeout=20_000)

    hold.release()
    assert file.read_bytes() == before


def test_with_the_passphrase_from_the_surroundings_it_opens_too(
    window: MainWindow, qtbot: QtBot, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PASSPHRASE_VARIABLE, PASSPHRASE)

    window.open_path(file)
    qtbot.waitUntil(lambda: window.bridge is not None, timeout=20_000)

    assert UP_TO_DATE in find(window, Notice, "notice").text
    assert len(copies(file)) == 1


def test_a_locked_file_that_was_put_back_as_it_was_is_brought_up_to_date_when_it_is_unlocked(
    window: MainWindow, qtbot: QtBot, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlock(window, file)
    qtbot.waitUntil(lambda: window.bridge is not None, timeout=20_000)
    window.do_action("lock")
    shutil.copy(FORMAT_1, file)
    page = window.page
    assert isinstance(page, LockPage)

    give(page, "passphrase", PASSPHRASE)
    QTest.keyClick(find(page, QLineEdit, "passphrase"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.bridge is not None, timeout=20_000)

    assert UP_TO_DATE in find(window, Notice, "notice").text
    assert len(copies(file)) == 2
