"""A copy of an open file is the same file: whole, under the same key, and knows why it was made."""

import stat
from pathlib import Path

import pytest

from models.snapshot import Snapshot
from models.storage import FileAlreadyThereError, Store, open_file
from models.storage.copy_names import CopyReason
from models.storage.errors import CopyNotReadableError
from models.storage.key import file_key, new_salt
from models.storage.opening import open_with_key
from tests.models.storage.conftest import PASSPHRASE, QUICK, WHO, scene_change


def test_a_copy_holds_what_the_file_holds_and_opens_with_the_same_passphrase(
    tmp_path: Path, store: Store, ferrowick: Snapshot
) -> None:
    store.record("R1", [scene_change(ferrowick, "Seen on Monday.")], who=WHO, label="Change the scene")

    note = store.copy_to(tmp_path / "copy.plumbline", CopyReason.NAMED, "Before the workshop")

    with open_file(tmp_path / "copy.plumbline", PASSPHRASE, cost=QUICK) as copy:
        assert copy.load("R1") == store.load("R1")
        assert copy.history("R1") == store.history("R1")
        assert copy.file_id == store.file_id
        assert copy.check() == ()
    assert (note.reason, note.name) == (CopyReason.NAMED, "Before the workshop")
    assert note.newest_line == store.newest_line
    assert store.note_of(tmp_path / "copy.plumbline") == note


def test_a_copy_is_for_its_owner_only_and_leaves_nothing_beside_it(tmp_path: Path, store: Store) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()

    store.copy_to(folder / "copy.plumbline", CopyReason.WORKING)

    assert [file.name for file in folder.iterdir()] == ["copy.plumbline"]
    assert stat.S_IMODE((folder / "copy.plumbline").stat().st_mode) == 0o600


def test_the_file_goes_on_as_before_while_and_after_it_is_copied(
    tmp_path: Path, store: Store, ferrowick: Snapshot
) -> None:
    for number in range(5):
        store.copy_to(tmp_path / f"{number}.plumbline", CopyReason.WORKING)
        store.record("R1", [scene_change(store.load("R1"), f"Day {number}")], who=WHO, label="Edit")

    assert store.load("R1").engagement.background == "Day 4"
    assert store.check() == ()


def test_a_copy_never_takes_the_place_of_another_file(tmp_path: Path, store: Store) -> None:
    (tmp_path / "notes.txt").write_text("mine")

    with pytest.raises(FileAlreadyThereError):
        store.copy_to(tmp_path / "notes.txt", CopyReason.NAMED)

    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_a_damaged_copy_is_told_from_a_good_one(tmp_path: Path, store: Store) -> None:
    copy = tmp_path / "copy.plumbline"
    store.copy_to(copy, CopyReason.CLOSED)
    content = bytearray(copy.read_bytes())
    content[200] ^= 1
    copy.write_bytes(content)

    with pytest.raises(CopyNotReadableError):
        store.note_of(copy)

    assert store.check() == ()


def test_a_copy_under_another_key_opens_with_that_key_alone(
    tmp_path: Path, store: Store, ferrowick: Snapshot
) -> None:
    key = file_key("another passphrase", new_salt(), QUICK)

    (tmp_path / "other.plumbline").touch()
    store.copy_with_key(tmp_path / "other.plumbline", key)

    assert (tmp_path / "other.plumbline").read_bytes().startswith(key.salt)
    with open_with_key(tmp_path / "other.plumbline", key) as copy:
        assert copy.load("R1") == ferrowick
        assert copy.check() == ()
    with pytest.raises(CopyNotReadableError):
        store.note_of(tmp_path / "other.plumbline")
