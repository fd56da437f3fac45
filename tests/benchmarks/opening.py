"""How long opening a review file takes, key apart, beside plain SQLite with the same settings and rows."""

import json
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2

from app.demo import demo_snapshot
from models.storage import KeyCost, create_file
from models.storage.key import FileKey, file_key, new_salt
from models.storage.opening import open_with_key

ROUNDS = 40
_QUICK = KeyCost(iterations=1, lanes=1, memory_kib=8)
_SETTINGS = (
    "PRAGMA busy_timeout = 1500", "PRAGMA recursive_triggers = ON",
    "PRAGMA cell_size_check = ON", "PRAGMA temp_store = MEMORY", "PRAGMA secure_delete = ON",
    "PRAGMA synchronous = FULL", "PRAGMA foreign_keys = ON", "PRAGMA journal_mode = WAL",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningTimes:
    """Milliseconds, medians: the key alone; opening and closing a file, and reading its review, each beside
    the same in plain SQLite, where reading ends with plain JSON values.
    """

    key: float
    opening: float
    plain_opening: float
    reading: float
    plain_reading: float


def opening_times(rounds: int = ROUNDS) -> OpeningTimes:
    """The demo's review, by turns, so that a busy machine slows both."""
    with tempfile.TemporaryDirectory() as folder:
        path, plain = Path(folder) / "client.plumbline", Path(folder) / "plain.sqlite"
        with create_file(path, "words", demo_snapshot(), who="Benchmark", cost=_QUICK) as store:
            key = store.key
        exported(path, key, plain)
        ours = [_ours(path, key) for _ in range(rounds)]
        plains = [plain_times(plain) for _ in range(rounds)]
        keys = [_timed(lambda: file_key("words", new_salt())) for _ in range(5)]
    return OpeningTimes(
        key=statistics.median(keys),
        opening=statistics.median(opening for opening, _reading in ours),
        plain_opening=statistics.median(opening for opening, _reading in plains),
        reading=statistics.median(reading for _opening, reading in ours),
        plain_reading=statistics.median(reading for _opening, reading in plains),
    )


def _ours(path: Path, key: FileKey) -> tuple[float, float]:
    """Milliseconds for opening and closing, and for reading."""
    store = None

    def begin() -> None:
        nonlocal store
        store = open_with_key(path, key)

    opening = _timed(begin)
    assert store is not None
    reading = _timed(lambda: store.load("R1"))
    return opening + _timed(store.close), reading


def plain_times(path: Path) -> tuple[float, float]:
    """Milliseconds for the same in plain SQLite: opening and closing, and every row of a review as JSON."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:

        def begin() -> None:
            for setting in (*_SETTINGS, "SELECT count(*) FROM sqlite_master"):
                connection.execute(setting).fetchall()

        def read() -> None:
            for row in connection.execute("SELECT extras FROM review").fetchall():
                json.loads(row[0])
            for table in ("pack", "entry"):
                for (body,) in connection.execute(f"SELECT body FROM {table}").fetchall():
                    json.loads(body)

        opening, reading = _timed(begin), _timed(read)
        return opening + _timed(lambda: connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")), reading


def exported(path: Path, key: FileKey, plain: Path) -> None:
    """Write the rows of a review file into a plain SQLite file."""
    with closing(dbapi2.connect(str(path), isolation_level=None)) as connection:
        connection.execute(f'PRAGMA key = "{key.pragma}"')
        connection.execute(f"ATTACH '{plain}' AS plain KEY ''")
        connection.execute("SELECT sqlcipher_export('plain')").fetchall()


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def main() -> None:
    """Print the figures."""
    found = opening_times()
    print(f"the key of a passphrase      {found.key:7.1f} ms, by intention")
    print(f"opening, without the key     {found.opening:7.1f} ms, plain SQLite {found.plain_opening:.1f} ms")
    print(f"reading the demo's review    {found.reading:7.1f} ms, plain SQLite {found.plain_reading:.1f} ms")


if __name__ == "__main__":
    main()
