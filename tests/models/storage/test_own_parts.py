"""A file that brings code of its own is refused, and its answers can be taken out all the same."""

from pathlib import Path

import pytest

from app.packs import built_in_pack
from models.snapshot import Snapshot
from models.storage import Store, open_file
from models.storage.errors import ForeignPartsError
from models.storage.rescue import rescue
from models.storage.tables import GUARDS
from tests.models.storage.conftest import PASSPHRASE, QUICK, past_plumbline

LOG_GUARD = "change_no_update BEFORE UPDATE ON change BEGIN SELECT 1; END"


@pytest.mark.parametrize(
    "code",
    [
        "CREATE TRIGGER later AFTER INSERT ON change BEGIN UPDATE entry SET body = '{}'; END",
        f"DROP TRIGGER change_no_update; CREATE TRIGGER {LOG_GUARD}",
        "CREATE VIEW more AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT i FROM n",
        "CREATE TABLE more (a, b GENERATED ALWAYS AS (zeroblob(1000000000)))",
        "CREATE INDEX more ON entry (hex(body))",
        "CREATE VIRTUAL TABLE more USING fts5(body)",
    ],
)
def test_a_file_with_code_of_its_own_is_refused_and_rescued(
    path: Path, store: Store, code: str, ferrowick: Snapshot
) -> None:
    key = store.key
    store.close()
    connection = past_plumbline(path)
    connection.executescript(code)
    connection.close()

    for read_only in (False, True):
        with pytest.raises(ForeignPartsError):
            open_file(path, PASSPHRASE, cost=QUICK, read_only=read_only)

    assert rescue(path, key, built_in_pack()).reviews[0].registers == ferrowick.registers


def test_what_is_known_of_the_guards_is_what_the_migrations_make(path: Path, store: Store) -> None:
    store.close()
    connection = past_plumbline(path)
    made = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")}
    connection.close()

    open_file(path, PASSPHRASE, cost=QUICK).close()

    assert made == GUARDS
