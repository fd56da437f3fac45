"""After the program was killed, every acknowledged answer is there and the window comes back to its place."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit

from app.demo import demo_snapshot
from app.file_memory import FileMemory
from app.own_folders import config_folder
from app.recent import remember
from models.storage import create_file, open_file
from models.values import RegisterName
from tests.ui import kept
from tests.ui.reach import click, find, go_on, words
from ui.dialogs.frame import DialogFrame
from ui.main_window import MainWindow
from ui.widgets.notice import Notice

ROOT = Path(__file__).parents[3]
ROBOT = Path(__file__).with_name("robot.py")
SECRET = "café déjà fourteen moons"
SAID = 60


@pytest.fixture(scope="module", autouse=True)
def cheap_keys() -> None:
    """None here: a program of its own opens the file."""


@pytest.fixture
def config() -> Path:
    """The folder in which the program looks by itself: the one that was killed, and the one after it."""
    return config_folder()


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is not known there")
def test_a_killed_window_comes_back_where_it_was_with_every_answer(
    window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "Secret & Sons.plumbline"
    create_file(path, SECRET, demo_snapshot(), who="Ana").close()
    program = subprocess.Popen(
        [sys.executable, str(ROBOT), str(path)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PLUMBLINE_PASSPHRASE": SECRET},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert program.stdout is not None
    acknowledged = [line.split() for line, _n in zip(program.stdout, range(SAID), strict=False)]
    program.send_signal(signal.SIGKILL)
    acknowledged += [line.split() for line in program.stdout]
    program.wait()
    program.stdout.close()

    window.follow("page:settings")
    window.follow("page:start")
    offered = words(window)
    click(find(window, Notice, "left_open"), "notice_action")
    dialog = find(window, DialogFrame, "unlock")
    find(dialog, QLineEdit, "passphrase").setText(SECRET)
    go_on(dialog, "unlock_go_on")

    assert len(acknowledged) >= SAID
    assert "Plumbline ended while SS was open." in offered
    assert "Secret" not in offered
    assert window.page.place == "question:ACC-05"
    assert "back where you were" in find(window, Notice, "notice").text
    assert not find(window, Notice, "keeping_line").isVisible()
    assert window.bridge is not None
    lines = window.bridge.workspace.store.history("R1", RegisterName.ANSWERS, "ACC-05/P09")[1:]
    on_disk = [str(getattr(line.after, "value", None)) for line in lines]
    assert [value for _n, value in acknowledged] == on_disk[: len(acknowledged)]
    assert len(on_disk) - len(acknowledged) <= 1  # the one that was on its way
    window.close_review()
    assert not find(window, Notice, "left_open").isVisible()
    with open_file(path, SECRET, read_only=True) as store:
        assert store.check() == ()


def test_a_file_that_was_closed_as_it_should_be_opens_without_a_word(
    window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "client.plumbline"
    key = kept.made(path)
    kept.open_in(window, path, key)
    window.follow("question:DAT-03")
    kept.settle(1_200)
    window.close_review()

    kept.open_in(window, path, key)

    assert find(window, Notice, "notice").text == ""
    window.close_review()
    assert not find(window, Notice, "left_open").isVisible()


def test_a_file_that_another_window_has_open_is_not_offered_as_left(
    window: MainWindow, tmp_path: Path, config: Path
) -> None:
    path = tmp_path / "client.plumbline"
    remember(path, config)
    elsewhere = FileMemory("some id", path, config)
    elsewhere.begin()

    window.follow("page:settings")
    window.follow("page:start")
    while_open = find(window, Notice, "left_open").isVisible()
    elsewhere.end()
    window.follow("page:settings")
    window.follow("page:start")

    assert not while_open
    assert not find(window, Notice, "left_open").isVisible()
