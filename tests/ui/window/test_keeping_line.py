"""One calm line says what there is to say about the open file, and offers what can be done about it."""

import os
import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from app.backups import BackupPlan, plan_of
from app.edits import answer
from app.restore_points import restore_points
from app.review_files import open_with_file_key
from models.storage import FileKey
from models.storage.opening import open_with_key
from tests.ui import kept
from tests.ui.conftest import Choosing
from tests.ui.reach import click, find
from tests.ui.window.test_review_in_window import answer_a_question, at_level, snapshot_of
from ui.keeping_flow import KeepingFlow
from ui.main_window import MainWindow
from ui.widgets.notice import Notice


def line(window: MainWindow) -> Notice:
    return find(window, Notice, "keeping_line")


def tick(window: MainWindow) -> None:
    """A minute goes by."""
    flow = window.findChild(KeepingFlow)
    assert flow is not None
    flow.tick()
    kept.settle(50)


def test_a_file_in_an_ordinary_place_has_nothing_to_say(window: MainWindow, path: Path, key: FileKey) -> None:
    kept.open_in(window, path, key)

    assert not line(window).isVisible()


def test_a_file_that_somebody_holds_is_read_and_taken_over_once_it_is_free(
    window: MainWindow, path: Path, key: FileKey
) -> None:
    first = open_with_file_key(path, key, who="Zoë")
    kept.open_in(window, path, key)
    told = line(window).text
    assert window.bridge is not None

    click(line(window), "notice_action")
    refused = (find(window, Notice, "notice").text, window.bridge.workspace.is_read_only)
    first.apply(answer(first.snapshot, at_level(first.snapshot, 4)))
    first.close()
    click(line(window), "notice_action")

    assert told.startswith("Zoë has this file open on ")
    assert "can only be read" in told
    assert "Another window has this file open" in refused[0]
    assert refused[1]
    assert not window.bridge.workspace.is_read_only
    assert not line(window).isVisible()
    assert snapshot_of(window).answers["ACC-05/P09"].value == 4
    answer_a_question(window, 3)
    with open_with_key(path, key, read_only=True) as store:
        assert store.load("R1").answers["ACC-05/P09"].value == 3


def test_a_review_that_somebody_holds_is_not_called_sealed(
    window: MainWindow, path: Path, key: FileKey
) -> None:
    first = open_with_file_key(path, key, who="Zoë")
    kept.open_in(window, path, key)

    assert not find(window, Notice, "sealed_banner").isVisible()
    first.close()


def test_an_odd_place_is_said_once_and_remembered_as_seen_for_this_file(
    window: MainWindow, tmp_path: Path, config: Path
) -> None:
    path = tmp_path / "Dropbox" / "client.plumbline"
    key = kept.made(path)
    kept.open_in(window, path, key)
    told = line(window).text

    click(line(window), "notice_action")
    gone = not line(window).isVisible()
    window.close_review()
    kept.open_in(window, path, key)

    assert "Dropbox keeps in step" in told
    assert "Pause it" in told
    assert gone
    assert not line(window).isVisible()
    kept_words = "".join(file.read_text() for file in (config / "files").glob("*.json"))
    assert "client" not in kept_words
    assert "Ferrowick" not in kept_words


def test_a_copy_that_failed_is_said_and_can_be_made_again(
    qtbot: QtBot, window: MainWindow, path: Path, key: FileKey
) -> None:
    bridge = kept.open_in(window, path, key)
    keeping = bridge.workspace.keeping
    assert keeping is not None
    blocked = [keeping.plan.folder, path.with_name(f"{path.name}.backups")]
    for folder in blocked:
        shutil.rmtree(folder, ignore_errors=True)
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.write_text("in the way")
    answer_a_question(window, 3)

    keeping._last = keeping._last.replace(year=2020)
    tick(window)
    qtbot.waitUntil(line(window).isVisible)
    told = line(window).text
    for folder in blocked:
        folder.unlink()
    click(line(window), "notice_action")
    qtbot.waitUntil(lambda: not line(window).isVisible())

    assert "backup copy could not be made" in told
    assert restore_points(bridge.workspace.store, plan_of())


def test_a_file_changed_underneath_is_noticed_and_what_is_on_the_screen_is_saved_as_a_new_file(
    window: MainWindow, choosing: Choosing, path: Path, key: FileKey, tmp_path: Path
) -> None:
    earlier = path.read_bytes()
    kept.open_in(window, path, key)
    answer_a_question(window, 4)
    with path.open("r+b") as file:
        file.write(earlier[:4096] + bytes(4096) + earlier[8192:])
    other_state = path.read_bytes()

    tick(window)
    told = line(window).text
    choosing.answer = tmp_path / "kept.plumbline"
    click(line(window), "notice_action")

    assert "Another program has changed this file" in told
    assert window.bridge is not None
    assert window.bridge.workspace.path == tmp_path / "kept.plumbline"
    assert not line(window).isVisible()
    window.close_review()
    assert path.read_bytes() == other_state
    with open_with_key(tmp_path / "kept.plumbline", key, read_only=True) as store:
        assert store.load("R1").answers["ACC-05/P09"].value == 4
        assert store.check() == ()


@pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody move a file that is open")
def test_a_file_that_was_moved_is_noticed_and_goes_on_when_it_is_back(
    window: MainWindow, path: Path, key: FileKey
) -> None:
    kept.open_in(window, path, key)
    elsewhere = path.rename(path.with_name("elsewhere"))
    tick(window)
    told = line(window).text

    elsewhere.rename(path)
    tick(window)

    assert "no longer where it was" in told
    assert not line(window).isVisible()


def test_the_choices_for_copies_hold_at_once(window: MainWindow, path: Path, key: FileKey) -> None:
    bridge = kept.open_in(window, path, key)
    window.follow("page:settings")

    find(window, QCheckBox, "copies_beside").click()
    tick(window)

    assert bridge.workspace.keeping is not None
    plan = bridge.workspace.keeping.plan
    assert plan == BackupPlan(beside=False, folder=plan.folder)
