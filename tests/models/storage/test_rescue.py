"""What stands on pages that can be read is saved from a damaged file, and what is lost is counted."""

import random
from pathlib import Path

import pytest

from app.packs import built_in_pack
from models.snapshot import Snapshot
from models.storage import Store, WrongPassphraseError
from models.storage.key import file_key
from models.storage.opening import salt_of
from models.storage.pages import PAGE, readable_pages
from models.storage.rescue import Rescued, rescue
from models.values import LISTS
from tests.models.storage.conftest import PASSPHRASE, QUICK, WHO, scene_change


def rescued(path: Path) -> Rescued:
    return rescue(path, file_key(PASSPHRASE, salt_of(path), QUICK), built_in_pack())


def damage(path: Path, *pages: int) -> None:
    content = bytearray(path.read_bytes())
    for number in pages:
        content[(number - 1) * PAGE + 40] ^= 0xFF
    path.write_bytes(content)


def keys(snapshot: Snapshot) -> set[tuple[str, str]]:
    return {(name.value, key) for name in LISTS for key in snapshot.entries(name)}


def test_everything_is_saved_from_a_sound_file(path: Path, store: Store, ferrowick: Snapshot) -> None:
    store.record("R1", [scene_change(ferrowick, "Seen on Monday. ü 漢")], who=WHO, label="Edit")
    now = store.load("R1")
    store.close()

    saved = rescued(path)

    assert saved.reviews == (now,)
    assert (saved.unreadable_pages, saved.from_the_log, saved.lost) == (0, 0, ())


def test_the_order_of_rows_is_kept(path: Path, store: Store, ferrowick: Snapshot) -> None:
    store.close()

    (saved,) = rescued(path).reviews

    assert [list(saved.entries(name)) for name in LISTS] == [list(ferrowick.entries(name)) for name in LISTS]


def test_what_was_not_folded_in_before_a_crash_is_saved_too(
    path: Path, store: Store, ferrowick: Snapshot, tmp_path: Path
) -> None:
    store.record("R1", [scene_change(ferrowick, "The last words")], who=WHO, label="Edit")
    crashed = tmp_path / "crashed" / path.name
    crashed.parent.mkdir()
    for end in ("", "-wal"):
        crashed.with_name(path.name + end).write_bytes(path.with_name(path.name + end).read_bytes())

    (saved,) = rescued(crashed).reviews

    assert saved.engagement.background == "The last words"


def test_a_file_without_its_first_page_gives_all_its_entries(
    path: Path, store: Store, ferrowick: Snapshot
) -> None:
    store.close()
    damage(path, 1)

    saved = rescued(path)

    assert keys(saved.reviews[0]) == keys(ferrowick)
    assert saved.unreadable_pages == 1


@pytest.mark.parametrize("seed", range(12))
def test_with_any_page_damaged_every_entry_is_there_from_its_row_or_from_the_log(
    path: Path, store: Store, ferrowick: Snapshot, seed: int
) -> None:
    store.close()
    count = path.stat().st_size // PAGE
    damage(path, random.Random(seed).randint(1, count))

    saved = rescued(path)

    assert len(saved.reviews) == 1
    missing = keys(ferrowick) - keys(saved.reviews[0])
    assert len(missing) <= 2
    assert saved.reviews[0].engagement == ferrowick.engagement


def test_half_of_a_file_gives_something_and_says_what_it_is(
    path: Path, store: Store, ferrowick: Snapshot
) -> None:
    store.close()
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])

    saved = rescued(path)

    assert len(keys(saved.reviews[0])) > 50
    assert saved.pages == len(content) // 2 // PAGE


def test_another_passphrase_saves_nothing(path: Path, store: Store) -> None:
    store.close()

    with pytest.raises(WrongPassphraseError):
        rescue(path, file_key("another one", salt_of(path), QUICK), built_in_pack())


def test_the_pages_of_a_sound_file_all_prove_themselves(path: Path, store: Store) -> None:
    store.close()

    pages = readable_pages(path, file_key(PASSPHRASE, salt_of(path), QUICK))

    assert len(pages.good) == path.stat().st_size // PAGE
    assert pages.bad == ()
