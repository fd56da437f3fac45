"""An earlier copy is put back, and a passphrase changed: whole, said in the log, or not at all."""

from pathlib import Path

import pytest

from models.snapshot import Snapshot
from models.storage import NoPassphraseError, Store, WrongPassphraseError, new_file, open_file
from models.storage.copy_names import CopyReason
from models.storage.errors import CopyNotReadableError, DiskFullError
from models.storage.replacing import change_passphrase, put_back
from tests.models.storage.conftest import PASSPHRASE, QUICK, WHO, scene_change

NEW = "seven calm owls at the old harbour"


def edit(store: Store, text: str) -> None:
    store.record("R1", [scene_change(store.load("R1"), text)], who=WHO, label="Edit")


def test_a_copy_put_back_is_the_review_of_then_and_the_log_says_so(
    tmp_path: Path, store: Store, ferrowick: Snapshot
) -> None:
    copy = tmp_path / "copy.plumbline"
    store.copy_to(copy, CopyReason.NAMED, "Monday")
    edit(store, "A mistake")

    with put_back(store, copy, who="Ana") as restored:
        assert restored.load("R1") == ferrowick
        newest = restored.history("R1")[-1]
        assert (newest.who, newest.label[:16]) == ("Ana", "Restore the copy")
        assert restored.check() == ()
        edit(restored, "Going on")
    assert copy.exists()


def test_a_file_that_was_opened_by_a_link_is_changed_itself_and_the_link_stays(
    tmp_path: Path, store: Store
) -> None:
    (tmp_path / "links").mkdir()
    link = tmp_path / "links" / "link.plumbline"
    link.symlink_to(store.path)
    store.close()

    change_passphrase(open_file(link, PASSPHRASE, cost=QUICK), NEW, QUICK).close()

    assert [file.name for file in link.parent.iterdir()] == [link.name]
    assert link.is_symlink()
    with pytest.raises(WrongPassphraseError):
        open_file(store.path, PASSPHRASE, cost=QUICK)
    open_file(store.path, NEW, cost=QUICK).close()


def test_putting_back_can_itself_be_taken_back(tmp_path: Path, store: Store) -> None:
    store.copy_to(tmp_path / "monday.plumbline", CopyReason.NAMED)
    edit(store, "Tuesday's work")
    store.copy_to(tmp_path / "tuesday.plumbline", CopyReason.BEFORE_RESTORE)

    monday = put_back(store, tmp_path / "monday.plumbline", who=WHO)
    with put_back(monday, tmp_path / "tuesday.plumbline", who=WHO) as tuesday:
        assert tuesday.load("R1").engagement.background == "Tuesday's work"
        assert tuesday.check() == ()


def test_a_damaged_copy_is_not_put_back(tmp_path: Path, store: Store) -> None:
    copy = tmp_path / "copy.plumbline"
    store.copy_to(copy, CopyReason.NAMED)
    content = bytearray(copy.read_bytes())
    content[-100] ^= 1
    copy.write_bytes(content)
    edit(store, "Today's work")

    with pytest.raises(CopyNotReadableError):
        put_back(store, copy, who=WHO)

    assert store.load("R1").engagement.background == "Today's work"
    edit(store, "More of today's work")


def test_a_new_passphrase_opens_the_file_and_the_old_one_no_longer_does(
    path: Path, store: Store, ferrowick: Snapshot
) -> None:
    history, before = store.history("R1"), path.read_bytes()

    with change_passphrase(store, NEW, QUICK) as changed:
        assert changed.load("R1") == ferrowick
        assert changed.history("R1") == history
        assert changed.check() == ()
        edit(changed, "Going on")

    with pytest.raises(WrongPassphraseError):
        open_file(path, PASSPHRASE, cost=QUICK)
    with open_file(path, NEW, cost=QUICK) as opened:
        assert opened.load("R1").engagement.background == "Going on"
    assert path.read_bytes()[:16] != before[:16]
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_an_empty_passphrase_changes_nothing(path: Path, store: Store) -> None:
    with pytest.raises(NoPassphraseError):
        change_passphrase(store, "")

    edit(store, "Still the same file")
    store.close()
    open_file(path, PASSPHRASE, cost=QUICK).close()


def test_a_disk_that_is_full_at_the_last_moment_leaves_the_file_as_it_was(
    path: Path, store: Store, ferrowick: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(new_file, "flush", full)

    with pytest.raises(DiskFullError):
        change_passphrase(store, NEW, QUICK)

    with open_file(path, PASSPHRASE, cost=QUICK) as opened:
        assert opened.load("R1") == ferrowick
    assert [file.name for file in path.parent.iterdir()] == [path.name]
