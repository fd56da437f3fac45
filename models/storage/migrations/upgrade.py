"""Runs the migrations of a file: in one transaction, after a backup, and back to the start on any failure.

Imports Alembic, so import this only where a file is made or brought up to date.
"""

import filecmp
import shutil
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from models.errors import ReviewError
from models.storage.copy_names import CopyReason, folder_beside, next_copy_name
from models.storage.engine import alone, open_engine
from models.storage.errors import FileNotCreatedError, UpgradeFailedError
from models.storage.format import FileFormat
from models.storage.key import FileKey
from models.storage.new_file import beside, flush, new_file


def run_migrations(connection: Connection, file_format: FileFormat) -> None:
    """Bring the file to `file_format`, within the caller's transaction."""
    script = ScriptDirectory(
        str(file_format.migrations[0]), version_locations=[str(folder) for folder in file_format.migrations]
    )

    # Any: Alembic's own types for these are private.
    def steps(revision: Any, _context: Any) -> Any:
        return script._upgrade_revs(f"{file_format.version:04}", revision)

    with EnvironmentContext(Config(), script, fn=steps) as environment:
        environment.configure(connection=connection)
        environment.run_migrations()
    connection.exec_driver_sql(f"PRAGMA user_version = {file_format.version}")


def upgrade_file(path: Path, key: FileKey, file_format: FileFormat) -> Path:
    """Bring an older file to `file_format`; returns the backup copy that was made before.

    Nobody else may have the file open. Foreign keys are off meanwhile: with them on, a migration that makes a
    table anew would take along every row that refers to it. They are checked before the transaction ends.
    Raises FileBusyError, DiskFullError, FileNotCreatedError, or UpgradeFailedError when all is as it was.
    """
    backup = _place_for_a_copy(path)
    # Closed last: closing it while SQLite has the file open would drop SQLite's locks.
    with path.open("rb") as original:
        engine = open_engine(path, key, foreign_keys=False)
        try:
            with alone(engine) as connection:
                with new_file(backup) as draft, draft.open("wb") as copy:
                    shutil.copyfileobj(original, copy)
                run_migrations(connection, file_format)
                _check_foreign_keys(connection)
        except ReviewError:
            _take_back(engine, path, backup)
            raise
        except Exception as error:
            _take_back(engine, path, backup)
            raise UpgradeFailedError from error
        finally:
            engine.dispose()
    return backup


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


def _take_back(engine: Engine, path: Path, backup: Path) -> None:
    """Leave the file as it is in the backup, and no backup that nobody needs."""
    engine.dispose()
    if not backup.exists():
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
