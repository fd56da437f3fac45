"""A file of an older format is brought up to date after a backup, or is left exactly as it was."""

import re
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlcipher3 import dbapi2

from models.snapshot import Snapshot
from models.storage import (
    FileBusyError,
    FileKey,
    NewerFileError,
    OlderFileError,
    ReadOnlyFileError,
    Store,
    UpgradeFailedError,
    open_file,
)
from models.storage.engine import for_writing, open_engine, writing
from models.storage.format import CURRENT, VERSIONS, FileFormat
from models.storage.key import SALT_LENGTH, file_key
from models.storage.migrations.upgrade import run_migrations
from models.storage.opening import open_with_key
from models.storage.tables import GUARDS, metadata
from tests.models.storage.conftest import PASSPHRASE, QUICK, WHO, past_plumbline, scene_change

ROOT = Path(__file__).parents[3]
NEXT = '''"""Makes the parent of every row anew: with foreign keys on, rows might go along."""

import sqlalchemy as sa
from alembic import op

revision = "{number}"
down_revision = "{before}"
ROWS = {rows}
RENAMED = {"review.title": "name"}


def upgrade() -> None:
    with op.batch_alter_table("review") as review:
        review.add_column(sa.Column("language", sa.Text, nullable=False, server_default="en"))
        review.alter_column("title", new_column_name="name")
    op.execute("INSERT INTO meta (key, value) VALUES ('next', 'yes')")
    {then}
'''
FAILURES = {
    "fault": "raise RuntimeError('half way')",
    "orphan": 'op.execute("DELETE FROM review")',
    "committed": "op.get_bind().exec_driver_sql('COMMIT'); raise RuntimeError('too late')",
    "guard": 'op.execute("DELETE FROM change")',
}


@pytest.fixture
def key(path: Path, store: Store) -> FileKey:
    """The key of a closed file."""
    store.close()
    return file_key(PASSPHRASE, path.read_bytes()[:SALT_LENGTH], QUICK)


def next_format(tmp_path: Path, then: str = "", rows: str = '{"meta": 1}') -> FileFormat:
    """The format that comes after the current one, as a test makes it up."""
    number = CURRENT.version + 1
    folder = tmp_path / "versions"
    folder.mkdir(exist_ok=True)
    words = {"number": f"{number:04}", "before": f"{CURRENT.version:04}", "then": then, "rows": rows}
    (folder / f"{number:04}_next.py").write_text(
        re.sub(r"\{(\w+)\}", lambda found: words[found.group(1)], NEXT)
    )
    return FileFormat(version=number, migrations=(VERSIONS, folder))


def backups(path: Path) -> list[Path]:
    return sorted(path.parent.rglob("*.backup"))


def rows(path: Path, statement: str) -> list[tuple[object, ...]]:
    connection = past_plumbline(path)
    try:
        return [tuple(row) for row in connection.execute(statement)]
    finally:
        connection.close()


def counts(path: Path) -> list[tuple[object, ...]]:
    return [rows(path, f"SELECT count(*) FROM {table}")[0] for table in ("pack", "review", "entry", "change")]


def test_the_tables_are_described_as_the_migrations_make_them(path: Path, key: FileKey) -> None:
    engine = open_engine(path, key)

    with engine.begin() as connection:
        found = compare_metadata(MigrationContext.configure(connection), metadata)

    engine.dispose()
    assert [step for step in found if "alembic_version" not in str(step)] == []


def test_the_newest_migration_makes_the_current_format(key: FileKey) -> None:
    steps = sorted(file.stem for file in VERSIONS.glob("0*.py"))

    assert [int(step[:4]) for step in steps] == list(range(1, CURRENT.version + 1))


def test_every_guard_of_a_table_has_a_name_by_which_the_next_migration_keeps_it(
    path: Path, key: FileKey
) -> None:
    tables = "\n".join(
        str(row[0]) for row in rows(path, "SELECT sql FROM sqlite_schema WHERE type = 'table'")
    )

    guards = re.findall(r"(?:CONSTRAINT (\w+) )?(?:CHECK|UNIQUE|FOREIGN KEY) *\(", tables)

    assert len(guards) > 10
    assert "" not in guards


def test_a_file_is_brought_up_to_date_and_loses_no_row(path: Path, key: FileKey, tmp_path: Path) -> None:
    before = counts(path)

    open_with_key(path, key, file_format=next_format(tmp_path)).close()

    assert counts(path) == before
    assert rows(path, "SELECT id, name, language FROM review") == [("R1", "Baseline", "en")]
    assert rows(path, "SELECT value FROM meta WHERE key = 'next'") == [("yes",)]
    assert rows(path, "PRAGMA user_version") == [(CURRENT.version + 1,)]
    assert rows(path, "PRAGMA foreign_key_check") == []
    assert rows(path, "PRAGMA integrity_check") == [("ok",)]
    triggers = {name for (name,) in rows(path, "SELECT name FROM sqlite_schema WHERE type = 'trigger'")}
    assert triggers == GUARDS
    with pytest.raises(dbapi2.IntegrityError, match="review_number_from_1"):
        rows(path, "UPDATE review SET number = 0")


def test_the_backup_holds_the_file_as_it_was(
    path: Path, key: FileKey, tmp_path: Path, ferrowick: Snapshot
) -> None:
    open_with_key(path, key, file_format=next_format(tmp_path)).close()

    (backup,) = backups(path)
    assert backup.stat().st_mode & 0o777 == 0o600
    assert b"Ferrowick" not in backup.read_bytes()
    with open_file(backup, PASSPHRASE, cost=QUICK) as store:
        assert store.load("R1") == ferrowick
        assert store.check() == ()


def test_answers_that_a_crash_left_in_the_log_file_are_in_file_and_backup(
    path: Path, key: FileKey, tmp_path: Path
) -> None:
    program = (
        "import os, sys; from pathlib import Path; from models.storage import open_file; "
        "from tests.models.storage.conftest import *; "
        "s = open_file(Path(sys.argv[1]), PASSPHRASE, cost=QUICK); "
        "s.record('R1', [scene_change(s.load('R1'), 'Just before')], who=WHO, label='Edit'); os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", program, path], cwd=ROOT, check=True)
    assert path.with_name(f"{path.name}-wal").stat().st_size > 0

    open_with_key(path, key, file_format=next_format(tmp_path)).close()

    assert "Just before" in str(rows(path, "SELECT body FROM entry WHERE key = 'engagement'"))
    with open_file(backups(path)[0], PASSPHRASE, cost=QUICK) as store:
        assert store.load("R1").engagement.background == "Just before"


@pytest.mark.parametrize("failure", FAILURES)
def test_after_a_failure_the_file_is_as_it_was(
    path: Path, key: FileKey, tmp_path: Path, ferrowick: Snapshot, failure: str
) -> None:
    with pytest.raises(UpgradeFailedError):
        open_with_key(path, key, file_format=next_format(tmp_path, FAILURES[failure]))

    assert [file.name for file in path.parent.iterdir() if file.is_file()] == [path.name]
    with open_file(path, PASSPHRASE, cost=QUICK) as store:
        assert store.load("R1") == ferrowick
        assert store.check() == ()
        store.record("R1", [scene_change(ferrowick, "Goes on")], who=WHO, label="Edit")


def test_a_file_that_somebody_has_open_is_not_touched(
    path: Path, key: FileKey, tmp_path: Path, ferrowick: Snapshot
) -> None:
    with open_file(path, PASSPHRASE, cost=QUICK) as other:
        assert other.load("R1") == ferrowick

        with pytest.raises(FileBusyError):
            open_with_key(path, key, file_format=next_format(tmp_path))

        other.record("R1", [scene_change(ferrowick, "Goes on")], who=WHO, label="Edit")
    assert backups(path) == []


def test_a_file_that_may_only_be_read_waits_to_be_brought_up_to_date(
    path: Path, key: FileKey, tmp_path: Path
) -> None:
    before = path.read_bytes()

    with pytest.raises(OlderFileError):
        open_with_key(path, key, read_only=True, file_format=next_format(tmp_path))

    assert path.read_bytes() == before


def test_this_version_leaves_a_file_of_the_next_one_alone(path: Path, key: FileKey, tmp_path: Path) -> None:
    open_with_key(path, key, file_format=next_format(tmp_path)).close()

    with pytest.raises(NewerFileError):
        open_file(path, PASSPHRASE, cost=QUICK)


def test_a_file_of_the_next_format_that_says_so_can_be_read_and_not_written_to(
    path: Path, key: FileKey, tmp_path: Path, ferrowick: Snapshot
) -> None:
    kind = next_format(tmp_path)
    open_with_key(path, key, file_format=kind).close()
    with closing(past_plumbline(path)) as connection:
        connection.execute("UPDATE review SET name = name")
        connection.execute("ALTER TABLE review RENAME COLUMN name TO title")
        said = f"{kind.version}:{CURRENT.version}"
        connection.execute("INSERT OR REPLACE INTO meta VALUES ('readable_from', ?)", (said,))

    with open_file(path, PASSPHRASE, cost=QUICK) as store:
        assert store.is_newer
        assert store.load("R1") == ferrowick
        with pytest.raises(ReadOnlyFileError):
            store.record("R1", [scene_change(ferrowick, "Typed here")], who=WHO, label="Edit")


def test_a_new_file_may_be_made_by_all_steps_at_once(tmp_path: Path, key: FileKey) -> None:
    path = tmp_path / "new"
    path.touch()
    engine = open_engine(path, key)

    with writing(for_writing(engine)) as connection:
        run_migrations(connection, next_format(tmp_path))

    engine.dispose()
    assert rows(path, "SELECT version_num FROM alembic_version") == [(f"{CURRENT.version + 1:04}",)]
