"""A disk that is full, read-only or pulled at any moment: the old state is whole, and it goes on after.

Two ways lead there. Real disks are mounted in a namespace of their own, where the system allows that. And
every write in turn is made to fail, by a library that is loaded before libc, where there is a compiler.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.faults.faulty_disk import started
from tests.faults.full_at_every_write import ALL
from tests.programs import said_by

TRYING = Path(__file__).with_name("full_at_every_write.py")
ON_REAL_DISKS = Path(__file__).with_name("on_real_disks.py")
# The suite tries the middle and the last write; `python -m tests.faults` tries all of them.
FULL, READ_ONLY, GONE = ASKED = ("full:2:*", "read-only:2:an edit*", "gone:2:an edit*")
# What says that the disk is full, or what was not done for want of room, and nothing else.
SAY_SO = {
    "DiskFullError", "NoCopyMadeError", "UpgradeFailedError", "FileNotWrittenError", "SettingsNotSavedError",
    "done all the same",
}  # fmt: skip
Outcomes = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Outcomes]:
    done = started(TRYING, tmp_path_factory.mktemp("faults"), *ASKED)
    assert done.returncode == 0, done.stderr
    found: dict[str, Outcomes] = json.loads(done.stdout)
    return found


def problems(found: Outcomes) -> dict[str, list[str]]:
    return {name: work["problems"] for name, work in found.items() if work["problems"]}


def test_a_disk_that_is_full_at_the_nth_write_leaves_the_old_state_and_takes_the_new_once_there_is_room(
    outcomes: dict[str, Outcomes],
) -> None:
    found = outcomes[FULL]

    assert problems(found) == {}
    assert set(found) == {kind.name for kind in ALL}
    assert all(work["writes"] >= 4 and work["tried"] == 2 for work in found.values())
    assert {name for name, work in found.items() if work["errors"]} == {
        kind.name for kind in ALL if not kind.may_pass
    }
    assert set(found["an edit"]["errors"]) == {"DiskFullError"}
    assert {error for work in found.values() for error in work["errors"]} <= SAY_SO


@pytest.mark.parametrize(("asked", "error"), [(READ_ONLY, "ReadOnlyFileError"), (GONE, "NotSavedError")])
def test_a_disk_that_turns_read_only_or_is_gone_at_the_nth_write(
    outcomes: dict[str, Outcomes], asked: str, error: str
) -> None:
    found = outcomes[asked]

    assert problems(found) == {}
    assert set(found) == {"an edit", "an edit of many pages"}
    assert all(set(work["errors"]) <= {error, "done all the same"} for work in found.values())
    assert all(work["errors"][error] > 0 for work in found.values())


def on_real_disks(folder: Path, which: str) -> list[str]:
    """What the program says. Skips where this system lets nobody mount such a disk."""
    root = "-m" if os.name == "posix" and os.geteuid() == 0 else "-rm"
    if shutil.which("unshare") is None or subprocess.run(["unshare", root, "true"], check=False).returncode:
        pytest.skip("this system lets nobody mount a disk")
    has_ext4 = shutil.which("mkfs.ext4") and Path("/dev/loop0").exists()
    if which == "read-only" and (root == "-rm" or not has_ext4):
        pytest.skip("to turn a disk read-only needs root, ext4 and a loop device")
    return said_by(ON_REAL_DISKS, folder, which, before=("unshare", root)).splitlines()


def test_a_stick_that_is_pulled_and_put_back_while_the_file_is_open(tmp_path: Path) -> None:
    assert on_real_disks(tmp_path, "pulled") == [
        "before: saved",
        "pulled: Not saved: the file was moved, removed or replaced; 2 wait, Two is shown last",
        "in its place: []",
        "put back: Two, 0 wait, faults: 0",
    ]


def test_a_disk_that_the_system_turns_read_only_while_the_file_is_open(tmp_path: Path) -> None:
    assert on_real_disks(tmp_path, "read-only") == [
        "before: saved",
        "read-only: Not saved: the file can only be read here; 1 waits",
        "repaired: True, saved: After, faults: 0",
    ]


def test_a_disk_with_a_little_more_room_each_time_takes_an_edit_whole_or_not_at_all(tmp_path: Path) -> None:
    assert on_real_disks(tmp_path, "full") == [
        "an edit needs more than a few pages: True, was ever half there or lost: []",
        "left lying about: []",
    ]
