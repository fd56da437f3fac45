"""While a file is open it is held, copied when something changed, and let go at the end."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app import review_files
from app.backups import BackupPlan, backups
from app.edits import set_field
from app.keeping_safe import Keeping
from app.packs import built_in_pack
from app.workspace import SealedError, Workspace
from models.snapshot import Snapshot
from models.storage import KeyCost, Store, WrongPassphraseError, create_file
from models.storage.copy_names import CopyReason, folder_beside
from models.storage.holder import Hold
from models.values import Engagement, Mode, RegisterName

QUICK = KeyCost(iterations=1, lanes=1, memory_kib=8)
SECRET = "seven calm owls"


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 11, 28, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def wait(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "work").mkdir()
    return tmp_path / "work" / "client.plumbline"


@pytest.fixture
def plan(tmp_path: Path) -> BackupPlan:
    return BackupPlan(beside=False, folder=tmp_path / "data")


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    snapshot = Snapshot(pack=built_in_pack(), engagement=Engagement(client="Ferrowick"))
    with create_file(path, SECRET, snapshot, who="Ana", cost=QUICK) as opened:
        yield opened


def edit(workspace: Workspace, text: str) -> None:
    key = workspace.snapshot.engagement.key
    workspace.apply(set_field(workspace.snapshot, RegisterName.ENGAGEMENT, key, "background", text))


def reasons(store: Store, plan: BackupPlan) -> list[CopyReason]:
    return [backup.reason for backup in reversed(backups(store, plan))]


def test_copies_are_made_at_the_start_in_between_and_at_the_end_but_only_of_what_changed(
    store: Store, plan: BackupPlan
) -> None:
    clock = Clock()
    keeping = Keeping(store, plan, now=clock)
    workspace = Workspace(store, "R1", "Ana")

    keeping.begin()
    clock.wait(15)
    keeping.tick()
    edit(workspace, "One")
    clock.wait(2)
    keeping.tick()
    clock.wait(9)
    keeping.tick()
    edit(workspace, "Two")
    keeping.close()

    assert reasons(store, plan) == [CopyReason.OPENED, CopyReason.WORKING, CopyReason.CLOSED]


def test_a_copy_that_fails_is_remembered_and_stops_nobody(store: Store, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    keeping = Keeping(store, BackupPlan(beside=False, folder=tmp_path / "data"))

    keeping.begin()

    assert keeping.last_fault is not None
    assert "room on the disk" in keeping.last_fault.advice


def test_the_second_window_only_reads_and_knows_who_has_the_file(path: Path, plan: BackupPlan) -> None:
    first = review_files.new_review_file(path, SECRET, client="Acme", mode=Mode.DEEP, who="Ana")

    second = review_files.open_review_file(path, SECRET, who="Ben", plan=plan)

    assert first.keeping is not None
    assert first.keeping.holder is None
    assert second.is_read_only
    assert second.keeping is not None
    assert second.keeping.holder is not None
    assert second.keeping.holder.who == "Ana"
    with pytest.raises(SealedError):
        edit(second, "Typed in the second window")
    edit(first, "Typed in the first")
    second.close()
    first.close()


def test_once_the_first_window_is_closed_the_next_one_writes(path: Path, plan: BackupPlan) -> None:
    review_files.new_review_file(path, SECRET, client="Acme", mode=Mode.DEEP, who="Ana").close()

    opened = review_files.open_review_file(path, SECRET, who="Ben", plan=plan)

    assert not opened.is_read_only
    edit(opened, "Mine now")
    opened.close()
    assert Hold(path, "Cy").is_ours


def test_what_a_crash_left_half_made_is_cleared_away_by_the_next_who_holds_the_file(
    path: Path, plan: BackupPlan
) -> None:
    review_files.new_review_file(path, SECRET, client="Acme", mode=Mode.DEEP, who="Ana").close()
    opened = review_files.open_review_file(path, SECRET, who="Ben", plan=plan)
    (copy,) = [backup.path for backup in backups(opened.store, plan)]
    opened.close()
    beside = folder_beside(path)
    beside.mkdir(exist_ok=True)
    half = [
        path.with_name(f".{path.name}.1234abcd.part"),
        path.with_name(f".{path.name}.1234abcd.part-journal"),
        copy.with_name(f".{copy.name}.1234abcd.part"),
        beside / f".{copy.name}.1234abcd.part",
    ]
    others = [path.with_name(f".{path.name}.minutes.part"), copy.with_name("minutes.part")]
    for file in (*half, *others):
        file.write_bytes(b"half a copy")

    review_files.open_review_file(path, SECRET, who="Ben", plan=plan).close()

    assert [file for file in half if file.exists()] == []
    assert all(file.exists() for file in (*others, copy))


def test_a_wrong_passphrase_holds_nothing(path: Path, plan: BackupPlan) -> None:
    review_files.new_review_file(path, SECRET, client="Acme", mode=Mode.DEEP, who="Ana").close()

    with pytest.raises(WrongPassphraseError):
        review_files.open_review_file(path, "wrong", who="Ben", plan=plan)

    hold = Hold(path, "Cy")
    assert hold.is_ours
    hold.release()
