"""Runs the migrations of a file: in one transaction, after a backup, verified, or back to the start.

A migration is a module of Alembic's. What else it does than add tables and columns it declares, or it fails:
`ROWS` says how many rows a table gains or, below nought, loses, None for a table that is given up; `RENAMED`
what a column is called from here, as {"table.old": "new"}. What a review says no migration may change.
Imports Alembic, so import this only where a file is made or brought up to date.
"""

import filecmp
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import Any, BinaryIO

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlcipher3 import dbapi2

from models.errors import ReviewError
from models.storage.copy_names import CopyReason, folder_beside, next_copy_name
from models.storage.engine import (
    DatabaseFault,
    alone,
    begin_a_log,
    code_of,
    keep_others_out,
    open_engine,
)
from models.storage.errors import (
    DamagedFileError,
    DiskFullError,
    FileNotCreatedError,
    UpgradeFailedError,
    UpgradeStoppedError,
)
from models.storage.format import FileFormat
from models.storage.key import FileKey
from models.storage.migrations.account import Account, Moves, account, differences, missing_tables
from models.storage.migrations.columns import Columns, Renamed
from models.storage.new_file import beside, flush, new_file
from models.storage.upgrading import Course, Stage

_PART = 1024 * 1024
_STEPS_BETWEEN_LOOKS = 20_000  # of SQLite's machine: a few milliseconds


def run_migrations(connection: Connection, file_format: FileFormat) -> None:
    """Bring the file to `file_format`, within the caller's transaction."""
    script = _scripts(file_format)

    # Any: Alembic's own types for these are private.
    def steps(revision: Any, _context: Any) -> Any:
        return script._upgrade_revs(f"{file_format.version:04}", revision)

    with EnvironmentContext(Config(), script, fn=steps) as environment:
        environment.configure(connection=connection)
        environment.run_migrations()
    connection.exec_driver_sql(f"PRAGMA user_version = {file_format.version}")


def upgrade_file(
    path: Path, key: FileKey, file_format: FileFormat, course: Course, *, keeps_copy: bool = True
) -> Path | None:
    """Bring an older file to `file_format`; returns the backup copy that was made before.

    Nobody else may have the file open. Foreign keys are off meanwhile: with them on, a migration that makes a
    table anew would take along every row that refers to it. They are checked before the transaction ends, and
    so is that the file says what it said. `keeps_copy` is false for a draft, which nobody misses.
    Raises FileBusyError, DiskFullError, FileNotCreatedError, DamagedFileError, UpgradeStoppedError or
    UpgradeFailedError when all is as it was, byte for byte.
    """
    backup = _place_for_a_copy(path) if keeps_copy else None
    # Closed after SQLite's own: closing it while SQLite has the file open would drop SQLite's locks.
    original = path.open("rb")
    engine = open_engine(path, key, foreign_keys=False)
    try:
        keep_others_out(engine)
        if backup is not None:
            _copy(original, backup, course)
        with alone(engine) as connection:
            _migrate(connection, file_format, course)
        begin_a_log(engine)
    except BaseException as error:
        engine.dispose()
        original.close()
        _take_back(path, backup)
        if isinstance(error, ReviewError) or not isinstance(error, Exception):
            raise
        if course.is_stopped():
            raise UpgradeStoppedError from error
        if code_of(error) == dbapi2.SQLITE_FULL:
            raise DiskFullError from error
        raise UpgradeFailedError from error
    engine.dispose()
    original.close()
    return backup


def _scripts(file_format: FileFormat) -> ScriptDirectory:
    first, *_others = file_format.migrations
    return ScriptDirectory(str(first), version_locations=[str(folder) for folder in file_format.migrations])


def _migrate(connection: Connection, file_format: FileFormat, course: Course) -> None:
    """Migrate and verify, within a transaction that the caller ends."""
    version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    modules = {int(step.revision): step.module for step in _scripts(file_format).walk_revisions()}
    renamed = {number: getattr(module, "RENAMED", {}) for number, module in modules.items()}
    moves = _moves(module for number, module in modules.items() if number > version)
    with _stoppable(connection, course):
        before = _before(connection, version, renamed, course)
        course.at(Stage.CHANGING)
        run_migrations(connection, file_format)
        _refuse(missing_tables(connection, before, moves))
        _check_foreign_keys(connection)
        columns = Columns(connection, file_format.version, renamed)
        after = account(connection, columns, lambda share: course.at(Stage.CHECKING, share))
        _refuse(differences(before, after, moves))
        course.at(Stage.CHECKING, 1.0)


def _refuse(found: Iterable[str]) -> None:
    lost = "; ".join(found)
    if lost:
        raise UpgradeFailedError(f"After it, {lost}.")


def _before(connection: Connection, version: int, renamed: Renamed, course: Course) -> Account:
    """What the file says. Raises DamagedFileError: what cannot be read cannot be held against anything."""
    course.at(Stage.READING)
    columns = Columns(connection, version, renamed)
    try:
        return account(connection, columns, lambda share: course.at(Stage.READING, share))
    except DatabaseFault as error:
        if code_of(error) in {dbapi2.SQLITE_CORRUPT, dbapi2.SQLITE_NOTADB}:
            raise DamagedFileError from error
        raise


def _moves(steps: Iterable[ModuleType]) -> Moves:
    """What all the migrations together do to the rows of tables."""
    moves: dict[str, int | None] = {}
    for module in steps:
        for table, gained in getattr(module, "ROWS", {}).items():
            so_far = moves.get(table, 0)
            moves[table] = None if gained is None or so_far is None else so_far + gained
    return moves


@contextmanager
def _stoppable(connection: Connection, course: Course) -> Iterator[None]:
    """SQLite itself breaks off what it is doing when nobody wants it any more; but not the commit."""
    raw = connection.connection.driver_connection
    assert raw is not None  # noqa: S101  (the connection is in a transaction)
    raw.set_progress_handler(lambda: int(course.is_stopped()), _STEPS_BETWEEN_LOOKS)
    try:
        yield
    finally:
        raw.set_progress_handler(None, 0)


def _copy(original: BinaryIO, backup: Path, course: Course) -> None:
    size, copied = original.seek(0, 2) or 1, 0
    original.seek(0)
    with new_file(backup) as draft, draft.open("wb") as copy:
        course.at(Stage.COPYING)
        while part := original.read(_PART):
            copy.write(part)
            copied += len(part)
            course.at(Stage.COPYING, copied / size)


def _place_for_a_copy(path: Path) -> Path:
    """Among the other copies beside the file. Raises FileNotCreatedError."""
    folder = folder_beside(path)
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise FileNotCreatedError from error
    return folder / next_copy_name(datetime.now(UTC), CopyReason.BEFORE_UPGRADE, [folder])


def _check_foreign_keys(connection: Connection) -> None:
    orphan = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if orphan is not None:
        raise UpgradeFailedError(f"A row of {orphan[0]} would refer to a row of {orphan[2]} that is missing")


def _take_back(path: Path, backup: Path | None) -> None:
    """Leave the file as it is in the backup, and no backup that nobody needs."""
    if backup is None:
        return
    if not backup.exists():
        with suppress(OSError):
            backup.parent.rmdir()  # fails where other copies lie
        return
    # What fails in here changes nothing: the journal leads back too, when the file is opened next.
    with suppress(OSError):
        if filecmp.cmp(path, backup, shallow=False):
            backup.unlink()
            backup.parent.rmdir()  # fails where other copies lie
            return
        backup.replace(path)
        # Only now: until the file is back, its journal is the other way back.
        for leftover in beside(path):
            leftover.unlink(missing_ok=True)
        flush(path.parent)
        backup.parent.rmdir()
