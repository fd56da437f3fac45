"""What stands on pages that can be read is saved from a damaged file, and what is lost is counted."""

import random
import time
from pathlib import Path

import pytest

from app.packs import built_in_pack
from models.snapshot import Snapshot
from models.storage import Store, WrongPassphraseError
from models.storage.key import file_key
from models.storage.opening import salt_of
from models.storage.pages import PAGE, USABLE, readable_pages
from models.storage.records import rows
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


def test_pages_made_up_to_keep_us_busy_are_passed_over_at_once() -> None:
    # Every row of page 2 is a long one over all other pages, with a header as long as itself.
    many = 200
    size = (many - 2) * USABLE
    least = (USABLE - 12) * 32 // 255 - 23
    here = least + (size - least) % (USABLE - 4)
    here = least if here > USABLE - 35 else here
    digits = [0x80 | (size >> 8 >> 7 * n) & 0x7F for n in reversed(range(8))]
    cell = bytes([*digits, size & 0xFF, 1]) + b"\x81" * here + (3).to_bytes(4)
    place = USABLE - len(cell)
    count = (place - 8) // 2
    head = b"\x0d\0\0" + count.to_bytes(2) + bytes(3) + place.to_bytes(2) * count
    chain = {n: ((n + 1) % (many + 1)).to_bytes(4) + b"\x81" * (USABLE - 4) for n in range(3, many + 1)}
    began = time.process_time()

    found = list(rows({1: bytes(USABLE), 2: head.ljust(place, b"\0") + cell, **chain}))

    assert found == []
    assert time.process_time() - began < 1
