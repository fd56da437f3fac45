"""Work on the encrypted file: the key, opening, and one answer on disk."""

import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from models.change import Change
from models.storage.key import KEY_LENGTH, RECIPES, file_key, new_salt
from models.storage.opening import open_with_key
from models.values import RegisterName
from tests.benchmarks.opening import exported, plain_times
from tests.benchmarks.table.measuring import Job, Ready
from tests.benchmarks.table.sizes import PASSPHRASE, REVIEW, Material


@contextmanager
def copied(material: Material) -> Iterator[Material]:
    """The same material, whose file may be changed."""
    with tempfile.TemporaryDirectory(dir=material.folder) as folder:
        for path in (material.json, material.file):
            shutil.copy(path, folder)
        yield replace(material, folder=Path(folder))


def plain_commit(folder: Path) -> tuple[sqlite3.Connection, Callable[[], None]]:
    """A plain SQLite file, and a commit of one row in it with the same promise: on disk when it returns."""
    plain = sqlite3.connect(folder / "plain.sqlite", isolation_level=None)
    for setting in ("journal_mode = WAL", "synchronous = FULL"):
        plain.execute(f"PRAGMA {setting}")
    plain.execute("CREATE TABLE answer (id TEXT PRIMARY KEY, value INTEGER)")
    plain.execute("INSERT INTO answer VALUES ('ACC-03', 0)")

    def commit() -> None:
        plain.execute("UPDATE answer SET value = (value + 1) % 5")

    return plain, commit


@contextmanager
def _key(_material: Material) -> Iterator[Ready]:
    salt = new_salt()
    recipe = RECIPES[1]

    def work() -> None:
        file_key(PASSPHRASE, salt)

    def floor() -> None:
        Argon2id(
            salt=salt,
            length=KEY_LENGTH,
            iterations=recipe.iterations,
            lanes=recipe.lanes,
            memory_cost=recipe.memory_kib,
        ).derive(PASSPHRASE.encode())

    yield Ready(work=work, floor=floor)


@contextmanager
def _opening(material: Material) -> Iterator[Ready]:
    with copied(material) as own:
        plain = own.folder / "plain.sqlite"
        key = own.key
        exported(own.file, key, plain)

        def work() -> None:
            with open_with_key(own.file, key) as store:
                store.load(REVIEW)

        def floor() -> float:
            return sum(plain_times(plain)) / 1000

        yield Ready(work=work, floor=floor)


@contextmanager
def _committing(material: Material) -> Iterator[Ready]:
    with copied(material) as own, own.store() as store:
        plain, floor = plain_commit(own.folder)
        answers = store.load(REVIEW).answers
        last = next(answer for answer in answers.values() if isinstance(answer.value, int))

        def work() -> None:
            nonlocal last
            value = last.value if isinstance(last.value, int) else 0
            after = replace(last, value=(value + 1) % 5)
            change = Change(register=RegisterName.ANSWERS, key=last.key, before=last, after=after)
            store.record(REVIEW, [change], who="Benchmark", label="Answer")
            last = after

        with closing(plain):
            yield Ready(work=work, floor=floor)
        assert store.load(REVIEW).answers[last.key] == last


JOBS = (
    Job(
        name="key",
        what="the key of a passphrase, costly on purpose",
        floor="bare Argon2id with the same settings",
        prepare=_key,
        rounds=10,
        sizes_matter=False,
    ),
    Job(
        name="open",
        what="open a file, read its review, close (key apart)",
        floor="plain SQLite, the same rows as JSON values",
        prepare=_opening,
        is_quick=True,
    ),
    Job(
        name="commit",
        what="one answer on disk",
        floor="one row of plain SQLite on disk",
        prepare=_committing,
        rounds=500,
    ),
)
