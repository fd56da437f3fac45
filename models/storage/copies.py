"""Copies of an open file: exact ones under its own key to fall back on, and one under a new key."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine
from sqlcipher3 import dbapi2

from models.errors import NotSavedError
from models.storage.copy_names import CopyNote, CopyReason
from models.storage.engine import (
    DatabaseFault,
    code_of,
    outside_transactions,
    raise_not_saved,
)
from models.storage.errors import CopyNotReadableError, CopyNotWholeError, DiskFullError
from models.storage.key import FileKey
from models.storage.new_file import new_file
from models.storage.tables import metadata

_NAME, _WHY, _MADE = NOTE_KEYS = ("copy_name", "copy_reason", "copy_made")
_COMPARED = (
    *(f"SELECT count(*) FROM {{0}}.{table}" for table in metadata.tables),  # noqa: S608  (our own tables)
    "SELECT hash FROM {0}.change ORDER BY seq DESC LIMIT 1",
)
_FULL = "database or disk is full"  # SQLite's words: sqlcipher_export hands them on, and not their code
_CARRIED_OVER = ("application_id", "user_version")


def copy_file(engine: Engine, target: Path, reason: CopyReason, name: str = "") -> CopyNote:
    """Copy an open file, as it stands now and under its own key, to `target`: whole or not at all.

    Raises FileAlreadyThereError, DiskFullError, FileNotCreatedError, NotSavedError or one of its kind, or
    CopyNotWholeError.
    """
    with new_file(target) as draft, _saving(), outside_transactions(engine) as raw:
        raw.execute("VACUUM INTO ?", (str(draft),))
        with _attached(raw, draft):
            _compare(raw)
            newest, line_hash = _newest(raw)
            note = CopyNote(
                made=datetime.now(UTC), reason=reason, name=name, newest_line=newest, newest_hash=line_hash
            )
            raw.executemany(
                "INSERT OR REPLACE INTO copy.meta (key, value) VALUES (?, ?)",
                [
                    (_NAME, note.name),
                    (_WHY, note.reason.value),
                    (_MADE, note.made.isoformat()),
                ],
            )
    return note


def copy_with_key(engine: Engine, draft: Path, key: FileKey) -> None:
    """Copy an open file into an empty one, under another key.

    `engine` is for this alone: after a failure it may not be rid of the copy, and every edit would be one of
    a damaged copy too. Raises NotSavedError or one of its kind, or CopyNotWholeError.
    """
    with _saving(), outside_transactions(engine) as raw, _attached(raw, draft, key):
        raw.execute("SELECT sqlcipher_export('copy')").fetchall()
        for pragma in _CARRIED_OVER:
            value = raw.execute(f"PRAGMA main.{pragma}").fetchone()[0]
            raw.execute(f"PRAGMA copy.{pragma} = {value}")
        _compare(raw)
        # In the draft and not at its first opening, which on a full disk would leave what nobody can read.
        raw.execute("PRAGMA copy.journal_mode = WAL").fetchall()


def note_of(engine: Engine, path: Path) -> CopyNote:
    """What a copy of an open file says of itself.

    Raises CopyNotReadableError where it is damaged, or was made under another passphrase.
    """
    try:
        with outside_transactions(engine) as raw, _attached(raw, path, mode="ro&immutable=1"):
            said = dict(raw.execute("SELECT key, value FROM copy.meta").fetchall())
            newest, line_hash = _newest(raw)
        if _MADE not in said:  # copied byte by byte: before an upgrade, or by a person
            made = datetime.fromtimestamp(path.stat().st_mtime, UTC)
            return CopyNote(
                made=made, reason=CopyReason.BEFORE_UPGRADE, newest_line=newest, newest_hash=line_hash
            )
        return CopyNote(
            made=datetime.fromisoformat(said[_MADE]),
            reason=CopyReason(said[_WHY]),
            name=said.get(_NAME, ""),
            newest_line=newest,
            newest_hash=line_hash,
        )
    except (*DatabaseFault, OSError, KeyError, ValueError, TypeError) as error:
        raise CopyNotReadableError from error


# Any: SQLCipher's own connection object has no types to name here.
def _newest(raw: Any) -> tuple[int, str]:
    """The number and the hash of the newest line of the attached copy's log."""
    found = raw.execute("SELECT seq, hash FROM copy.change ORDER BY seq DESC LIMIT 1").fetchone()
    return (int(found[0]), str(found[1])) if found else (0, "")


# Any: SQLCipher's own connection object has no types to name here.
def _compare(raw: Any) -> None:
    """Hold a copy against the file: as many rows in every table, and the same newest line in the log."""
    for question in _COMPARED:
        if raw.execute(question.format("main")).fetchone() != raw.execute(question.format("copy")).fetchone():
            raise CopyNotWholeError


@contextmanager
def _attached(raw: Any, path: Path, key: FileKey | None = None, mode: str = "rw") -> Iterator[None]:
    """The file at `path` beside the open one as `copy`, under the same key unless another is given."""
    address = f"{path.absolute().as_uri()}?mode={mode}"
    with_key = f' KEY "{key.pragma}"' if key is not None else ""
    raw.execute(f"ATTACH DATABASE ? AS copy{with_key}", (address,))
    try:
        yield
    except BaseException:
        with suppress(*DatabaseFault):  # what went wrong first counts
            _detach(raw)
        raise
    _detach(raw)


# Any: SQLCipher's own connection object has no types to name here.
def _detach(raw: Any) -> None:
    if raw.in_transaction:
        raw.rollback()
    raw.execute("DETACH DATABASE copy")


@contextmanager
def _saving() -> Iterator[None]:
    try:
        yield
    except DatabaseFault as error:
        if code_of(error) == dbapi2.SQLITE_NOTADB:
            raise CopyNotWholeError from error
        if str(error) == _FULL:
            raise DiskFullError from error
        if code_of(error) == dbapi2.SQLITE_ERROR:
            raise NotSavedError from error
        raise_not_saved(error)
