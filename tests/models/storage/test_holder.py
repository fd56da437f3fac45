"""One window writes to a file, the others hear who it is; what a crash leaves behind holds nobody up."""

import json
import os
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from models.storage.holder import FRESH_SECONDS, Hold

ROOT = Path(__file__).parents[3]
HOLD_A_FILE = Path(__file__).with_name("hold_a_file.py")


@pytest.fixture
def other(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another program that holds the file."""
    command = [sys.executable, str(HOLD_A_FILE), str(path), "Ana"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "ours\n"
        yield running
        running.kill()


def test_the_first_holds_the_file_and_the_second_hears_who_does(
    path: Path, other: subprocess.Popen[str]
) -> None:
    second = Hold(path, "Ben")

    assert not second.is_ours
    assert second.holder is not None
    assert second.holder.who == "Ana"
    assert second.holder.computer
    assert other.poll() is None


def test_by_a_link_it_is_the_same_file(tmp_path: Path, path: Path, other: subprocess.Popen[str]) -> None:
    path.touch()
    link = tmp_path / "link.plumbline"
    link.symlink_to(path)

    assert not Hold(link, "Ben").is_ours
    assert other.poll() is None


def test_a_window_that_was_killed_holds_nobody_up(path: Path, other: subprocess.Popen[str]) -> None:
    other.kill()
    other.wait()

    second = Hold(path, "Ben")

    assert second.is_ours
    second.release()


def test_nothing_is_left_beside_the_file_after_it_is_let_go(path: Path) -> None:
    hold = Hold(path, "Ana")
    modes = {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}

    hold.release()
    hold.release()

    assert modes == {0o600}
    assert list(path.parent.iterdir()) == []
    again = Hold(path, "Ben")
    assert again.is_ours
    again.release()


def note_of_another_laptop(path: Path) -> Path:
    note = path.with_name(f".{path.name}.holder")
    since = datetime(2026, 11, 28, 9, 0, tzinfo=UTC)
    note.write_text(json.dumps({"who": "Ana", "computer": "another laptop", "since": since.isoformat()}))
    return note


def test_a_fresh_note_from_another_laptop_counts_where_no_lock_reaches(path: Path) -> None:
    note_of_another_laptop(path)

    hold = Hold(path, "Ben")

    assert hold.holder is not None
    assert (hold.holder.who, hold.holder.computer) == ("Ana", "another laptop")
    assert len(list(path.parent.iterdir())) == 1


def test_an_old_note_from_another_laptop_is_stale(path: Path) -> None:
    note_of_another_laptop(path)

    hold = Hold(path, "Ben", now=lambda: time.time() + FRESH_SECONDS + 1)

    assert hold.is_ours
    hold.release()


def test_a_note_stays_fresh_while_it_is_touched(path: Path) -> None:
    hold = Hold(path, "Ana")
    note = path.with_name(f".{path.name}.holder")
    os.utime(note, (0, 0))

    hold.touch()

    assert time.time() - note.stat().st_mtime < FRESH_SECONDS
    hold.release()


def test_a_note_that_makes_no_sense_is_nobody(path: Path) -> None:
    path.with_name(f".{path.name}.holder").write_text("{not json")

    hold = Hold(path, "Ben")

    assert hold.is_ours
    hold.release()


def test_where_no_lock_can_be_made_nobody_is_held_up(tmp_path: Path) -> None:
    hold = Hold(tmp_path / "no such folder" / "client.plumbline", "Ben")

    assert hold.is_ours
    hold.release()
