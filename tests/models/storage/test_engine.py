"""What the safety of a file rests on: the settings of every connection, and who may write when."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event, insert
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from models.snapshot import Snapshot
from models.storage import Store, create_file
from models.storage.engine import for_writing, open_engine, reading, writing
from models.storage.key import SALT_LENGTH, file_key
from models.storage.tables import entry
from tests.models.storage.conftest import PASSPHRASE, QUICK, WHO, past_plumbline, scene_change

MARKER = "XYZZYMARKERTEXT"


@pytest.fixture
def engine(path: Path, store: Store) -> Iterator[Engine]:
    store.close()
    opened = open_engine(path, file_key(PASSPHRASE, path.read_bytes()[:SALT_LENGTH], QUICK))
    yield opened
    opened.dispose()


@pytest.fixture
def compiled() -> Iterator[list[int]]:
    """What SQLite asks about while it compiles a statement; it asks nothing where it has it compiled."""
    asked: list[int] = []

    def allow(action: int, *_about: object) -> int:
        asked.append(action)
        return int(dbapi2.SQLITE_OK)

    # Any: SQLCipher's own connection object has no types to name here.
    def listen(connection: Any, _record: Any) -> None:
        connection.set_authorizer(allow)

    event.listen(Engine, "connect", listen)
    yield asked
    event.remove(Engine, "connect", listen)


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("temp_store", 2),
        ("recursive_triggers", 1),
        ("cipher_page_size", "4096"),
    ],
)
def test_every_connection_is_set_up_alike(engine: Engine, pragma: str, value: object) -> None:
    with reading(engine) as connection:
        assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value


def test_whoever_writes_holds_the_right_to_it_from_the_start(path: Path, engine: Engine) -> None:
    other = past_plumbline(path)

    with writing(for_writing(engine)), pytest.raises(dbapi2.OperationalError, match="locked"):
        other.execute("BEGIN IMMEDIATE")

    other.execute("BEGIN IMMEDIATE")
    other.close()


def test_a_line_of_the_log_cannot_be_replaced_either(path: Path, store: Store) -> None:
    other = past_plumbline(path)
    other.execute("PRAGMA recursive_triggers = ON")

    with pytest.raises(dbapi2.DatabaseError, match="log"):
        other.execute("INSERT OR REPLACE INTO change SELECT * FROM change WHERE seq = 1")

    other.close()


def test_a_fault_of_ours_repeats_nothing_that_a_client_said(engine: Engine, ferrowick: Snapshot) -> None:
    row = {"review_id": "R1", "register": "systems", "key": MARKER, "position": 0, "body": MARKER}

    with pytest.raises(DBAPIError) as caught, writing(for_writing(engine)) as connection:
        connection.execute(insert(entry), [row])

    assert MARKER not in str(caught.value)


def test_what_an_edit_says_to_the_file_is_compiled_once_and_not_with_every_edit(
    path: Path, empty: Snapshot, compiled: list[int]
) -> None:
    with create_file(path, PASSPHRASE, empty, who=WHO, cost=QUICK) as store:
        for text in ("One", "Two"):
            store.record("R1", [scene_change(store.load("R1"), text)], who=WHO, label="Edit")
        change = scene_change(store.load("R1"), "Three")
        compiled.clear()

        store.record("R1", [change], who=WHO, label="Edit")

        assert set(compiled) == {dbapi2.SQLITE_TRANSACTION}
