"""Locking closes the file without losing a word, shows nothing, and comes back to the very place."""

import gc
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.assessment.trace import Trace
from app.audience import AudienceBlank, AudienceQuestion
from app.settings import Settings
from models.storage import open_file
from models.storage.key import FileKey
from tests.ui.reach import choose, click, find, press, rest, words
from tests.ui.window.files import PASSPHRASE, give, is_open, open_ferrowick
from tests.ui.window.test_every_page import faults
from ui import page as pages
from ui.idle_watch import Clocks, IdleWatch
from ui.main_window import MainWindow
from ui.pages.lock_page import LockPage
from ui.presenter.window import AudienceWindow
from ui.widgets.notice import Notice

CTRL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def audience() -> AudienceWindow:
    (room,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, AudienceWindow))
    return room


def unlock(window: MainWindow, qtbot: QtBot, passphrase: str = PASSPHRASE) -> None:
    page = lock_page(window)
    give(window, "passphrase", passphrase)
    QTest.keyClick(find(page, QLineEdit, "passphrase"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.bridge is not None or bool(page.notice.text), timeout=20_000)


def place_of(window: MainWindow) -> str:
    return window.page.place or f"page:{window.page.page_id}"


def lock_page(window: MainWindow) -> LockPage:
    page = window.page
    assert isinstance(page, LockPage)
    return page


def test_ctrl_alt_l_closes_the_file_and_shows_initials_alone(window: MainWindow, tmp_path: Path) -> None:
    path = open_ferrowick(window, tmp_path)
    window.follow("question:ACC-05")

    press(window, Qt.Key.Key_L, CTRL_ALT)

    assert window.bridge is None
    assert "FGP is locked" in words(window)
    assert window.windowTitle() == "Plumbline"
    shown = words(window)
    assert "Ferrowick" not in shown
    assert str(tmp_path) not in shown
    open_file(path, PASSPHRASE).close()  # anybody may have it now
    assert [file.name for file in tmp_path.iterdir() if "holder" in file.name or "-wal" in file.name] == []


@pytest.mark.parametrize(
    "place",
    [
        "question:ACC-05", "risk:EX-T13", "entry:ai_tools/T01", "register:vendors", "entry:participants/P01",
        "entry:action_plan/N1", "page:fix_first", "page:report", "page:settings", "help:places",
    ],
)  # fmt: skip
def test_unlocking_comes_back_to_the_very_place(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, place: str
) -> None:
    open_ferrowick(window, tmp_path)
    window.follow(place)
    before, shown = place_of(window), window.page.page_id

    choose(window, "lock")
    unlock(window, qtbot)

    assert window.page.page_id == shown
    assert place_of(window) == before == place


def test_the_review_that_was_in_view_and_the_clocks_come_back_too(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    open_ferrowick(window, tmp_path)
    assert window.bridge is not None
    window.bridge.begin_review("Second")
    window.bridge.open_review("R1")
    window.follow("question:ACC-05")
    sitting = window.page.sitting  # type: ignore[attr-defined]  # the section page's
    sitting.answered("ACC")

    choose(window, "lock")
    unlock(window, qtbot)

    assert window.bridge is not None
    assert window.bridge.workspace.snapshot.header.id == "R1"
    assert window.page.sitting is sitting  # type: ignore[attr-defined]  # as above


def test_a_wrong_passphrase_is_said_on_the_lock_page_and_the_right_one_opens(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    open_ferrowick(window, tmp_path)
    choose(window, "lock")

    unlock(window, qtbot, "a guess")
    refused = lock_page(window).notice.text
    unlock(window, qtbot)

    assert "does not open this file" in refused
    assert window.bridge is not None


def test_what_is_being_typed_is_on_disk_before_the_file_is_closed(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = open_ferrowick(window, tmp_path)
    window.follow("page:scene")
    field = next(each for each in window.page.findChildren(QLineEdit) if each.isVisible())
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "Ferrowick Harbour")

    press(window, Qt.Key.Key_L, CTRL_ALT)

    assert window.page.page_id == "lock"
    with open_file(path, PASSPHRASE, read_only=True) as store:
        assert store.load("R1").engagement.client == "Ferrowick Harbour"


def test_a_text_that_cannot_be_saved_is_kept_and_the_file_stays_open(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = open_ferrowick(window, tmp_path)
    choose(window, "show_room")
    window.follow("question:ACC-05")
    press(window, Qt.Key.Key_N)
    field = QApplication.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    field.setPlainText("said in the workshop")
    path.rename(tmp_path / "moved away")

    choose(window, "lock")

    assert window.bridge is not None
    assert window.page.page_id == "section"
    assert any(
        "said in the workshop" in each.toPlainText() for each in window.page.findChildren(QPlainTextEdit)
    )
    assert "Not locked" in find(window, Notice, "notice").text
    room = audience()
    assert isinstance(room.view, AudienceBlank)
    room.close()
    (tmp_path / "moved away").rename(path)


def test_the_room_sees_nothing_once_the_consultant_is_locked_out(window: MainWindow, tmp_path: Path) -> None:
    open_ferrowick(window, tmp_path)
    choose(window, "show_room")
    window.follow("question:ACC-05")
    room = audience()
    seen = room.view

    choose(window, "lock")

    assert isinstance(seen, AudienceQuestion)
    assert isinstance(room.view, AudienceBlank)
    assert room.isVisible()
    room.close()


def test_dialogs_are_closed_before_locking(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    open_ferrowick(window, tmp_path)
    choose(window, "begin_review")
    assert is_open(window, "begin_review")

    window.keys.locking.lock_by_itself()
    qtbot.waitUntil(lambda: window.page.page_id == "lock", timeout=5_000)

    assert not any(dialog.isVisible() for dialog in window.findChildren(QDialog))


def test_what_was_copied_from_here_leaves_the_clipboard(window: MainWindow, tmp_path: Path) -> None:
    open_ferrowick(window, tmp_path)
    window.follow("page:scene")
    field = next(each for each in window.page.findChildren(QLineEdit) if each.isVisible())
    field.setFocus()
    field.selectAll()
    field.copy()
    copied = QGuiApplication.clipboard().text()

    choose(window, "lock")

    assert copied == "Ferrowick Group plc"
    assert QGuiApplication.clipboard().text() == ""


def test_what_another_program_copied_stays_on_the_clipboard(
    qapp: QApplication, window: MainWindow, tmp_path: Path
) -> None:
    window.hide()
    QApplication.processEvents()
    QGuiApplication.clipboard().setText("somebody else's")
    window.show()
    open_ferrowick(window, tmp_path)

    choose(window, "lock")

    assert QGuiApplication.clipboard().text() == "somebody else's"
    QGuiApplication.clipboard().clear()


def test_no_key_is_left_in_the_program_after_locking(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    others = _keys()  # of other tests in this process
    open_ferrowick(window, tmp_path)
    for place in ("question:ACC-05", "risk:EX-T13", "page:report", "page:sign_off", "page:scene"):
        window.follow(place)
        QApplication.processEvents()
    assert len(_keys()) > len(others)

    choose(window, "lock")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()

    qtbot.waitUntil(lambda: all(any(key is other for other in others) for key in _keys()), timeout=20_000)


def test_nothing_that_was_being_worked_out_is_left_after_locking(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "QUICK_UP_TO", 10)
    others = _traces()
    open_ferrowick(window, tmp_path)
    window.follow("question:ACC-05")
    qtbot.waitUntil(lambda: bool(_traces(others)), timeout=20_000)
    press(window, Qt.Key.Key_3)

    choose(window, "lock")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()

    qtbot.waitUntil(lambda: not _traces(others), timeout=5_000)


def _traces(others: Sequence[Trace] = ()) -> list[Trace]:
    """What was worked out and is in the program's memory, but for `others`."""
    gc.collect()
    known = {id(each) for each in others}
    return [each for each in gc.get_objects() if isinstance(each, Trace) and id(each) not in known]


def _keys() -> list[FileKey]:
    """Every key of a file in the program's memory; one without a salt is nobody's."""
    gc.collect()
    return [each for each in gc.get_objects() if isinstance(each, FileKey) and each.salt]


def test_closing_from_the_lock_page_goes_to_the_start_page(window: MainWindow, tmp_path: Path) -> None:
    open_ferrowick(window, tmp_path)
    choose(window, "lock")

    click(window, "close_locked")

    assert window.page.page_id == "start"
    assert window.bridge is None


def test_another_look_keeps_the_page_locked_and_working(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    open_ferrowick(window, tmp_path)
    window.follow("question:ACC-05")
    choose(window, "lock")

    choose(window, "larger_text")
    rest(window)
    unlock(window, qtbot)

    assert place_of(window) == "question:ACC-05"


def test_the_demo_is_locked_by_hand_alone_and_its_passphrase_is_said(demo: MainWindow, qtbot: QtBot) -> None:
    demo.keys.locking.lock_by_itself()
    by_itself = demo.bridge is None

    choose(demo, "lock")

    assert not by_itself
    assert "plumbline-demo" in words(demo)
    unlock(demo, qtbot, "plumbline-demo")
    assert demo.bridge is not None


def test_an_open_file_is_locked_after_the_minutes_of_the_settings(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    open_ferrowick(window, tmp_path)
    (idle,) = window.findChildren(IdleWatch)

    window.follow("page:settings")
    minutes = find(window.page, QWidget, "lock_after")
    minutes.setValue(30)  # type: ignore[attr-defined]  # a spin box
    idle._clocks = _later(29)
    idle.look()
    early = window.page.page_id
    idle._clocks = _later(31)
    idle.look()

    assert early == "settings"
    assert window.page.page_id == "lock"


@pytest.mark.parametrize("size", [100, 200])
def test_the_lock_page_is_shown_whole_and_named(window: MainWindow, tmp_path: Path, size: int) -> None:
    window.take_settings(replace(Settings(), text_size=size))
    window.resize(1366, 768)
    open_ferrowick(window, tmp_path)

    choose(window, "lock")
    found = faults(window, "lock")
    click(window, "use_recovery_key")
    found += faults(window, "lock with lines")

    assert not found


def _later(minutes: int) -> Clocks:
    now = (time.monotonic() + minutes * 60, time.time() + minutes * 60)
    return lambda: now
