"""A new file takes its place whole, or it is said that it did not; opening it changes nothing of it."""

import errno
import os
import stat
from pathlib import Path

import pytest

from models.snapshot import Snapshot
from models.storage import Store, create_file
from models.storage.errors import FileNotCreatedError
from models.storage.key import file_key, new_salt
from models.storage.new_file import in_place_of, new_file
from models.storage.opening import open_with_key
from tests.models.storage.conftest import PASSPHRASE, QUICK, WHO


@pytest.fixture
def no_folder_is_forced_down(monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.fsync

    def fsync(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EIO, "no such disk any more")
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)


@pytest.fixture
def placed(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """What files are when they take their place."""
    real, seen = Path.hardlink_to, list[bytes]()

    def hardlink_to(path: Path, target: Path) -> None:
        real(path, target)
        seen.append(path.read_bytes())

    monkeypatch.setattr(Path, "hardlink_to", hardlink_to)
    return seen


def test_a_new_file_is_not_changed_by_being_opened_for_a_full_disk_would_leave_that_half_done(
    path: Path, empty: Snapshot, placed: list[bytes]
) -> None:
    with create_file(path, PASSPHRASE, empty, who=WHO, cost=QUICK):
        assert path.read_bytes() == placed[0]


def test_nor_is_a_file_under_a_new_key(tmp_path: Path, store: Store) -> None:
    other = file_key("another one", new_salt(), QUICK)
    draft = tmp_path / "draft"
    draft.touch()

    store.copy_with_key(draft, other)

    as_it_was = draft.read_bytes()
    with open_with_key(draft, other) as opened:
        assert draft.read_bytes() == as_it_was
        assert opened.load("R1") == store.load("R1")


def test_a_file_that_takes_anothers_place_is_on_disk_before_it_does_and_its_name_afterwards(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_bytes(b"old")
    real, forced = os.fsync, list[tuple[str, bytes]]()

    def fsync(handle: int) -> None:
        real(handle)
        is_folder = stat.S_ISDIR(os.fstat(handle).st_mode)
        forced.append(("folder" if is_folder else "file", path.read_bytes()))

    monkeypatch.setattr(os, "fsync", fsync)

    with in_place_of(path) as draft:
        draft.write_bytes(b"new")

    assert forced == [("file", b"old"), ("folder", b"new")]


@pytest.mark.usefixtures("no_folder_is_forced_down")
def test_a_file_whose_name_may_not_last_is_taken_away_again(path: Path) -> None:
    with pytest.raises(FileNotCreatedError), new_file(path) as draft:
        draft.write_bytes(b"whole")

    assert list(path.parent.iterdir()) == []


@pytest.mark.usefixtures("no_folder_is_forced_down")
def test_where_it_cannot_be_taken_away_it_is_there_whole_and_nobody_says_otherwise(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.unlink

    def unlink(file: Path, missing_ok: bool = False) -> None:
        if file == path:
            raise OSError(errno.EROFS, "only to be read")
        real(file, missing_ok)

    monkeypatch.setattr(Path, "unlink", unlink)

    with new_file(path) as draft:
        draft.write_bytes(b"whole")

    assert path.read_bytes() == b"whole"
