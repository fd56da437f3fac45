"""What the safety of a file rests on: the settings of every connection, and who may write when."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, insert
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from models.snapshot import Snapshot
from models.storage import Store
from models.storage.engine import for_writing, open_engine, reading, writing
from models.storage.key import SALT_LENGTH, file_key
from models.storage.tables import entry
from tests.models.storage.conftest import PASSPHRASE, QUICK, past_plumbline

MARKER = "XYZZYMARKERTEXT"


@pytest.fixture
def engine(path: Path, store: Store) -> Iterator[Engine]:
    store.close()
    opened = open_engine(path, file_key(PASSPHRASE, path.read_bytes()[:SALT_LENGTH], QUICK))
    yield opened
    opened.dispose()


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
