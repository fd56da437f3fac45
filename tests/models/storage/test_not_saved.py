"""When a change cannot be written nothing has changed, and the person hears why and what to do."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.snapshot import Snapshot
from models.storage import (
    FileInUseError,
    FileMovedError,
    FileNotFoundHereError,
    ReadOnlyFileError,
    StaleChangeError,
    Store,
    WrongPassphraseError,
    create_file,
    open_file,
)
from models.storage.errors import FileChangedError
from tests.models.storage.conftest import PASSPHRASE, QUICK, WHO, past_plumbline, scene_change
from tests.small_disk import said_on_a_small_disk

ROOT = Path(__file__).parents[3]
ON_SMALL_DISK = Path(__file__).with_name("on_a_small_disk.py")


def edit(store: Store, text: str = "New") -> None:
    store.record("R1", [scene_change(store.load("R1"), text)], who=WHO, label="Edit")


def test_another_program_is_writing(path: Path, store: Store, ferrowick: Snapshot) -> None:
    other = past_plumbline(path)
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(FileInUseError) as caught:
        edit(store)

    other.execute("ROLLBACK")
    other.close()
    assert store.load("R1") == ferrowick
    assert "Close the file" in caught.value.advice
    edit(store)
    assert store.load("R1").engagement.background == "New"


def test_of_two_windows_the_second_is_told_that_its_text_is_stale(
    path: Path, store: Store, ferrowick: Snapshot
) -> None:
    with open_file(path, PASSPHRASE, cost=QUICK) as second:
        edit(store, "From the first")

        with pytest.raises(StaleChangeError):
            second.record("R1", [scene_change(ferrowick, "From the second")], who=WHO, label="Edit")

        edit(second, "From the second")

    assert store.load("R1").engagement.background == "From the second"
    edit(store, "From the first again")
    assert store.check() == ()


def test_two_windows_of_one_program_do_not_drop_each_others_locks(path: Path, store: Store) -> None:
    edit(store)
    open_file(path, PASSPHRASE, cost=QUICK).close()
    open_file(path, PASSPHRASE, read_only=True, cost=QUICK).close()
    with pytest.raises(WrongPassphraseError):
        open_file(path, "wrong", cost=QUICK)
    # Somebody else who takes this process's lock for gone would fold in and remove the -wal file on closing.
    program = (
        "import sys; from tests.models.storage.test_not_saved import open_and_close as f; f(sys.argv[1])"
    )

    subprocess.run([sys.executable, "-c", program, path], cwd=ROOT, check=True)

    assert path.with_name(f"{path.name}-shm").exists()
    edit(store)
    assert store.check() == ()


def open_and_close(path: str) -> None:
    open_file(Path(path), PASSPHRASE, cost=QUICK).close()


@pytest.mark.parametrize("away", ["moved", "removed", "replaced"])
@pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody move a file that is open")
def test_the_file_is_no_longer_where_it_was(path: Path, store: Store, ferrowick: Snapshot, away: str) -> None:
    if away == "removed":
        path.unlink()
    else:
        path.rename(path.with_name("elsewhere"))
    if away == "replaced":
        shutil.copy(path.with_name("elsewhere"), path)

    with pytest.raises(FileMovedError):
        store.record("R1", [scene_change(ferrowick, "New")], who=WHO, label="Edit")
    with pytest.raises(FileNotFoundHereError):
        store.load("R1")


def test_a_file_opened_to_read_takes_no_edit(path: Path, store: Store, ferrowick: Snapshot) -> None:
    store.close()

    with open_file(path, PASSPHRASE, read_only=True, cost=QUICK) as reader:
        assert reader.read_only
        with pytest.raises(ReadOnlyFileError):
            edit(reader)
        assert reader.load("R1") == ferrowick


@pytest.fixture
def as_somebody_else(tmp_path_factory: pytest.TempPathFactory, empty: Snapshot) -> Iterator[Path]:
    """A closed file of ours; if we are root, whom no right keeps out, we are nobody meanwhile."""
    if os.name == "nt":
        pytest.skip("Windows has no such rights")
    folder = tmp_path_factory.mktemp("rights")
    path = folder / "client.plumbline"
    create_file(path, PASSPHRASE, empty, who=WHO, cost=QUICK).close()
    is_root = os.geteuid() == 0
    outer = [parent for parent in folder.parents if parent.stat().st_mode & 0o005 != 0o005]
    modes = [parent.stat().st_mode for parent in outer]
    if is_root:
        for place in (folder, path):
            os.chown(place, 65534, 65534)
        for parent in outer:
            parent.chmod(0o755)
        os.seteuid(65534)
    try:
        yield path
    finally:
        if is_root:
            os.seteuid(0)
            for parent, mode in zip(outer, modes, strict=True):
                parent.chmod(mode)
        folder.chmod(0o700)


@pytest.mark.parametrize(("file_mode", "folder_mode"), [(0o400, 0o700), (0o400, 0o500), (0o600, 0o500)])
def test_a_file_or_folder_that_may_only_be_read(
    as_somebody_else: Path, empty: Snapshot, file_mode: int, folder_mode: int
) -> None:
    as_somebody_else.chmod(file_mode)
    as_somebody_else.parent.chmod(folder_mode)

    with open_file(as_somebody_else, PASSPHRASE, cost=QUICK) as store:
        assert store.load("R1") == empty
        with pytest.raises(ReadOnlyFileError) as caught:
            edit(store)
        assert store.load("R1") == empty

    assert "copy the file" in caught.value.advice


def test_rights_withdrawn_while_the_file_is_open(as_somebody_else: Path) -> None:
    with open_file(as_somebody_else, PASSPHRASE, cost=QUICK) as store:
        edit(store, "Before")
        as_somebody_else.parent.chmod(0o500)

        edit(store, "After")

        assert store.load("R1").engagement.background == "After"


def test_a_full_disk_and_a_disk_that_turns_read_only(tmp_path: Path) -> None:
    assert said_on_a_small_disk(ON_SMALL_DISK, tmp_path) == [
        "created where there is no room: DiskFullError, left behind: []",
        "edited until the disk was full: DiskFullError",
        "every edit that was acknowledged is there, and no other: True",
        "edited with room again: True, faults: 0",
        "edited on a disk turned read-only: ReadOnlyFileError",
        "opened on a disk that is read-only: True, faults: 0",
    ]


def test_a_file_put_back_to_an_earlier_state_underneath_is_not_written_over(
    path: Path, store: Store, ferrowick: Snapshot
) -> None:
    earlier = path.read_bytes()
    store.record("R1", [scene_change(ferrowick, "Typed here")], who=WHO, label="Edit")
    with past_plumbline(path) as other:
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    other.close()
    with path.open("r+b") as file:  # the same file, as a synchronisation writes it
        file.write(earlier)
        file.truncate()
    put_back = path.read_bytes()

    with pytest.raises(FileChangedError):
        store.record("R1", [scene_change(store.load("R1"), "Typed next")], who=WHO, label="Edit")

    assert path.read_bytes() == put_back


def test_a_file_whose_pages_another_program_damaged_is_not_written_to(
    path: Path, store: Store, ferrowick: Snapshot
) -> None:
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(size - 4096)
        file.write(b"x" * 4096)

    with pytest.raises(FileChangedError):
        store.record("R1", [scene_change(ferrowick, "Typed here")], who=WHO, label="Edit")


def test_a_second_program_that_only_looks_disturbs_nobody(
    path: Path, store: Store, ferrowick: Snapshot
) -> None:
    store.record("R1", [scene_change(ferrowick, "Monday")], who=WHO, label="Edit")
    with past_plumbline(path) as other:
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    other.close()

    store.record("R1", [scene_change(store.load("R1"), "Tuesday")], who=WHO, label="Edit")

    assert store.load("R1").engagement.background == "Tuesday"
    assert store.check() == ()


def test_closing_does_not_write_over_a_state_that_another_program_has_put_there(
    path: Path, store: Store, ferrowick: Snapshot
) -> None:
    earlier = path.read_bytes()
    store.record("R1", [scene_change(ferrowick, "Monday " * 900)], who=WHO, label="Edit")
    with past_plumbline(path) as other:
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    other.close()
    store.record("R1", [scene_change(store.load("R1"), "Tuesday")], who=WHO, label="Edit")
    with path.open("r+b") as file:
        file.write(earlier)
        file.truncate()

    store.close()

    assert path.read_bytes() == earlier
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    with open_file(path, PASSPHRASE, cost=QUICK) as again:
        assert again.check() == ()
        assert again.load("R1") == ferrowick
