"""Backup copies are made where they should be, thinned out without losing a day, and put back."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.backups import (
    BackupPlan,
    NoCopyMadeError,
    PlaceKind,
    all_copies,
    back_up,
    backups,
    is_due,
    restore,
)
from app.packs import built_in_pack
from models.change import Change
from models.snapshot import Snapshot
from models.storage import KeyCost, Store, create_file, open_file
from models.storage.copy_names import CopyReason
from models.storage.replacing import change_passphrase
from models.values import Engagement, RegisterName

QUICK = KeyCost(iterations=1, lanes=1, memory_kib=8)
MORNING = datetime(2026, 11, 28, 9, 0, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "work").mkdir()
    return tmp_path / "work" / "client.plumbline"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    snapshot = Snapshot(pack=built_in_pack(), engagement=Engagement(client="Ferrowick"))
    with create_file(path, "words", snapshot, who="Ana", cost=QUICK) as opened:
        yield opened


@pytest.fixture
def plan(tmp_path: Path) -> BackupPlan:
    return BackupPlan(kept=3, folder=tmp_path / "data")


def edit(store: Store, text: str) -> None:
    before = store.load("R1").engagement
    change = Change(
        register=RegisterName.ENGAGEMENT,
        key="engagement",
        before=before,
        after=before.with_values(background=text),
    )
    store.record("R1", [change], who="Ana", label="Edit")


def background(store: Store) -> str | None:
    return store.load("R1").engagement.background


def test_a_copy_lies_beside_the_file_and_in_the_data_folder_and_names_nobody_there(
    path: Path, store: Store, plan: BackupPlan
) -> None:
    made = back_up(store, plan, CopyReason.OPENED)

    in_data, beside = made
    assert beside.parent == path.parent / "client.plumbline.backups"
    assert in_data.relative_to(plan.folder).parts[0] == store.file_id
    assert "client" not in str(in_data.relative_to(plan.folder))
    assert {backup.place for backup in backups(store, plan)} == {PlaceKind.BESIDE, PlaceKind.DATA_FOLDER}


def test_a_copy_is_due_once_something_was_edited(store: Store, plan: BackupPlan) -> None:
    assert is_due(store, plan)
    back_up(store, plan, CopyReason.OPENED)
    assert not is_due(store, plan)

    edit(store, "Something new")

    assert is_due(store, plan)


def test_old_copies_go_but_the_first_of_each_day_and_what_has_a_name_stay(
    store: Store, plan: BackupPlan
) -> None:
    named = back_up(store, plan, CopyReason.NAMED, "Before the workshop", now=MORNING - timedelta(days=3))
    for day in (2, 1, 0):
        for hour in range(4):
            back_up(store, plan, CopyReason.WORKING, now=MORNING - timedelta(days=day, hours=-hour))

    beside = [backup for backup in backups(store, plan) if backup.place is PlaceKind.BESIDE]

    stamps = [backup.path.name.split(".")[0] for backup in sorted(beside, key=lambda b: b.path.name)]
    assert stamps == [
        "20261125T090000000000Z",
        "20261126T090000000000Z",
        "20261127T090000000000Z",
        "20261128T090000000000Z",
        "20261128T100000000000Z",
        "20261128T110000000000Z",
        "20261128T120000000000Z",
    ]
    assert all(file.exists() for file in named)


def test_a_name_is_found_again_and_stands_in_no_file_name(
    tmp_path: Path, store: Store, plan: BackupPlan
) -> None:
    back_up(store, plan, CopyReason.NAMED, "Before Ferrowick's board")

    names = {backup.name for backup in backups(store, plan)}

    assert names == {"Before Ferrowick's board"}
    assert not [file for file in tmp_path.rglob("*") if "Ferrowick" in file.name]


def test_a_restored_copy_can_be_undone_by_restoring_again(store: Store, plan: BackupPlan) -> None:
    edit(store, "Monday")
    monday, _beside = back_up(store, plan, CopyReason.NAMED, "Monday")
    edit(store, "Tuesday")

    restored = restore(store, plan, monday, who="Ana")
    assert background(restored) == "Monday"
    before = next(b for b in backups(restored, plan) if b.reason is CopyReason.BEFORE_RESTORE)
    with restore(restored, plan, before.path, who="Ana") as again:
        assert background(again) == "Tuesday"
        assert again.check() == ()


def test_one_place_that_is_missing_is_no_reason_not_to_use_the_other(
    path: Path, store: Store, plan: BackupPlan
) -> None:
    plan.folder.write_text("a file where the folder should be")

    made = back_up(store, plan, CopyReason.OPENED)

    assert [file.parent for file in made] == [path.parent / "client.plumbline.backups"]


def test_no_place_at_all_is_said(store: Store, plan: BackupPlan) -> None:
    plan.folder.write_text("a file where the folder should be")

    with pytest.raises(NoCopyMadeError):
        back_up(store, BackupPlan(beside=False, folder=plan.folder), CopyReason.OPENED)


def test_copies_under_an_earlier_passphrase_are_listed_and_open_with_it(
    store: Store, plan: BackupPlan
) -> None:
    (copy, _beside) = back_up(store, plan, CopyReason.BEFORE_PASSPHRASE)

    with change_passphrase(store, "other words", QUICK) as changed:
        listed = backups(changed, plan)

    assert [backup.note for backup in listed] == [None, None]
    assert {backup.reason for backup in listed} == {CopyReason.BEFORE_PASSPHRASE}
    with open_file(copy, "words", cost=QUICK) as opened:
        assert opened.client == "Ferrowick"


def test_other_files_in_the_folder_are_not_taken_for_copies(
    path: Path, store: Store, plan: BackupPlan
) -> None:
    folder = path.parent / "client.plumbline.backups"
    folder.mkdir()
    for name in ("20261128T090000000000Z.lunch.backup", "notes.backup", "20261128T090000000000Z.opened.txt"):
        (folder / name).write_bytes(b"not ours")
    (folder / "20261128T090000000000Z.opened.backup").symlink_to(path)

    assert backups(store, plan) == ()
    assert all_copies(path, store.file_id, plan) == ()


def test_a_state_that_was_gone_back_to_is_copied_again_once_it_is_edited(
    store: Store, plan: BackupPlan
) -> None:
    monday, _beside = back_up(store, plan, CopyReason.NAMED, "Monday")
    for text in ("Tuesday", "Wednesday"):
        edit(store, text)
    left_at = store.newest_line

    with restore(store, plan, monday, who="Ana") as restored:
        edit(restored, "Another Tuesday")

        assert restored.newest_line == left_at  # as far as the copy of what was left, by another way
        assert is_due(restored, plan)
        back_up(restored, plan, CopyReason.WORKING)
        assert not is_due(restored, plan)
