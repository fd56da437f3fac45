"""A file opens, or says which of the many things is wrong with it, and what to do."""

import os
import stat
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from models.errors import ReviewError
from models.snapshot import ReviewHeader, Snapshot
from models.storage import (
    DamagedFileError,
    FileAlreadyThereError,
    FileBusyError,
    FileNotCreatedError,
    FileNotFoundHereError,
    NewerFileError,
    NoPassphraseError,
    NotAReviewFileError,
    Store,
    WrongPassphraseError,
    create_file,
    errors,
    open_file,
)
from models.storage.format import CURRENT
from models.storage.key import MARK, KeyCost, file_key, new_salt
from tests.models.storage.conftest import PASSPHRASE, QUICK, WHO, past_plumbline

PAGE = 4096


@pytest.fixture
def closed(path: Path, store: Store) -> Path:
    store.close()
    return path


def flip(path: Path, place: int) -> None:
    content = bytearray(path.read_bytes())
    content[place] ^= 0x10
    path.write_bytes(content)


def cut(path: Path, length: int) -> None:
    path.write_bytes(path.read_bytes()[:length])


def opened(path: Path, passphrase: str = PASSPHRASE) -> None:
    open_file(path, passphrase, cost=QUICK).close()


def test_every_error_says_what_happened_and_what_to_do() -> None:
    kinds = [
        kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, ReviewError)
    ]

    assert len({kind.title for kind in kinds}) == len(kinds)
    assert len({kind.advice for kind in kinds}) == len(kinds)


def test_no_file(path: Path) -> None:
    with pytest.raises(FileNotFoundHereError):
        opened(path)

    assert not path.exists()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"short",
        b"Minutes of the meeting, in a file of another kind. " * 200,
        b"\x00" * 8192,
        b"PLB\x00" * 4096,
    ],
    ids=["empty", "short", "text", "zeros", "recipe 0"],
)
def test_a_file_of_another_kind(path: Path, content: bytes) -> None:
    path.write_bytes(content)

    with pytest.raises(NotAReviewFileError):
        opened(path)

    assert path.read_bytes() == content


def test_a_plain_database_is_not_a_review_file(path: Path) -> None:
    import sqlite3

    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE entry (id)")
    connection.commit()
    connection.close()

    with pytest.raises(NotAReviewFileError):
        opened(path)


def test_a_folder_is_not_a_review_file(tmp_path: Path) -> None:
    with pytest.raises(NotAReviewFileError):
        opened(tmp_path)


def test_another_program_with_the_same_cipher_made_it(closed: Path) -> None:
    connection = past_plumbline(closed)
    connection.execute("PRAGMA application_id = 7")
    connection.close()

    with pytest.raises(NotAReviewFileError):
        opened(closed)


@pytest.mark.parametrize("passphrase", ["wrong", PASSPHRASE + " ", PASSPHRASE.upper()])
def test_a_wrong_passphrase_changes_nothing(closed: Path, passphrase: str) -> None:
    before = closed.read_bytes()

    with pytest.raises(WrongPassphraseError) as caught:
        opened(closed, passphrase)

    assert closed.read_bytes() == before
    assert "damaged" in caught.value.advice


def test_no_passphrase(closed: Path, empty: Snapshot) -> None:
    with pytest.raises(NoPassphraseError):
        opened(closed, "")
    with pytest.raises(NoPassphraseError):
        create_file(closed.with_name("new"), "", empty, who=WHO)

    assert [file.name for file in closed.parent.iterdir()] == [closed.name]


def test_an_accent_may_be_typed_in_two_ways(path: Path, empty: Snapshot) -> None:
    create_file(path, "caf\u00e9 au lait", empty, who=WHO, cost=QUICK).close()

    opened(path, "cafe\u0301 au lait")


def test_each_file_has_a_salt_and_a_key_of_its_own() -> None:
    salts = {new_salt() for _ in range(100)}

    assert len(salts) == 100
    assert len({file_key(PASSPHRASE, salt, QUICK).secret for salt in salts}) == 100
    assert PASSPHRASE not in repr(file_key(PASSPHRASE, new_salt(), QUICK))
    assert "secret" not in repr(file_key(PASSPHRASE, new_salt(), QUICK))


def test_a_newer_format_is_not_touched(closed: Path) -> None:
    connection = past_plumbline(closed)
    connection.execute(f"PRAGMA user_version = {CURRENT.version + 1}")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    before = closed.read_bytes()

    with pytest.raises(NewerFileError):
        opened(closed)

    assert closed.read_bytes() == before


def test_a_newer_key_recipe_is_told_from_a_wrong_passphrase(closed: Path) -> None:
    content = bytearray(closed.read_bytes())
    content[len(MARK)] = 99
    closed.write_bytes(content)

    with pytest.raises(NewerFileError):
        opened(closed)


@pytest.mark.parametrize("place", [20, 2000, PAGE - 1], ids=["header", "middle", "end"])
def test_a_damaged_first_page_is_told_from_a_wrong_passphrase(closed: Path, place: int) -> None:
    flip(closed, place)

    with pytest.raises(DamagedFileError):
        opened(closed)


@pytest.mark.parametrize(
    ("length", "kind"),
    [
        (5, NotAReviewFileError),
        (16, DamagedFileError),
        (1000, DamagedFileError),
        (PAGE, DamagedFileError),
        (5 * PAGE, DamagedFileError),
        (5 * PAGE + 100, DamagedFileError),
        (-PAGE, DamagedFileError),
    ],
)
def test_a_file_cut_short(closed: Path, length: int, kind: type[ReviewError]) -> None:
    cut(closed, length)

    with pytest.raises(kind):
        opened(closed)


def test_a_damaged_page_inside_is_named_by_the_check(closed: Path) -> None:
    flip(closed, 20 * PAGE + 7)

    with open_file(closed, PASSPHRASE, cost=QUICK) as store:
        faults = store.check()

    assert any("page 21" in fault.problem for fault in faults)
    assert all(fault.problem and fault.advice for fault in faults)


def test_a_file_that_lacks_its_last_byte_is_named_by_the_check(closed: Path) -> None:
    cut(closed, -1)

    with open_file(closed, PASSPHRASE, cost=QUICK) as store:
        assert any("invalid size" in fault.problem for fault in store.check())


@pytest.mark.parametrize("page", range(0, 80, 7))
def test_no_flipped_byte_goes_unnoticed(closed: Path, page: int) -> None:
    flip(closed, page * PAGE + 123)

    try:
        with open_file(closed, PASSPHRASE, cost=QUICK) as store:
            found: object = store.check()
    except DamagedFileError as error:
        found = error

    assert found


def test_a_file_held_by_another_program(closed: Path) -> None:
    other = past_plumbline(closed)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    other.execute("SELECT count(*) FROM entry").fetchone()

    with pytest.raises(FileBusyError):
        opened(closed)

    other.close()
    opened(closed)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_only_the_owner_may_read_the_file_and_what_stands_beside_it(path: Path, empty: Snapshot) -> None:
    mask = os.umask(0)
    try:
        with create_file(path, PASSPHRASE, empty, who=WHO, cost=QUICK) as store:
            store.seal("R1", who=WHO)  # so that there is a -wal file
            modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    finally:
        os.umask(mask)

    assert modes == {f"{path.name}{end}": 0o600 for end in ("", "-wal", "-shm")}


def existing(path: Path) -> None:
    path.write_text("mine")


def dangling(path: Path) -> None:
    path.symlink_to("nowhere")


@pytest.mark.parametrize("put", [existing, dangling])
def test_a_new_file_never_takes_the_place_of_another(
    path: Path, empty: Snapshot, put: Callable[[Path], None]
) -> None:
    put(path)

    with pytest.raises(FileAlreadyThereError):
        create_file(path, PASSPHRASE, empty, who=WHO, cost=QUICK)

    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_new_file_in_a_folder_that_is_not_there(path: Path, empty: Snapshot) -> None:
    with pytest.raises(FileNotCreatedError):
        create_file(path.parent / "missing" / "client.plumbline", PASSPHRASE, empty, who=WHO, cost=QUICK)


def test_nothing_is_left_of_a_file_that_could_not_be_filled(path: Path, empty: Snapshot) -> None:
    impossible = replace(empty, header=ReviewHeader(number=0))

    with pytest.raises(IntegrityError):
        create_file(path, PASSPHRASE, impossible, who=WHO, cost=QUICK)

    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize("name", ["a b#%3F?&.plumbline", "Ünïcode 客户.plumbline", "'quote'\"s.plumbline"])
def test_a_path_may_hold_any_character(tmp_path: Path, empty: Snapshot, name: str) -> None:
    path = tmp_path / name
    create_file(path, PASSPHRASE, empty, who=WHO, cost=QUICK).close()

    with open_file(path, PASSPHRASE, cost=QUICK) as store:
        assert store.load("R1") == empty

    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_keys_that_are_made_at_once_come_out_as_those_made_alone() -> None:
    # Two derivations at once wait for each other for ever in OpenSSL's pool of threads.
    cost = KeyCost(iterations=1, lanes=4, memory_kib=8 * 1024)
    salts = [new_salt() for _n in range(8)]
    alone = [file_key(PASSPHRASE, salt, cost).secret for salt in salts]

    with ThreadPoolExecutor(4) as pool:
        at_once = list(pool.map(lambda salt: file_key(PASSPHRASE, salt, cost).secret, salts))

    assert at_once == alone
