"""Opens an encrypted SQLite file with its key and our settings."""

from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Any, NoReturn

from sqlalchemy import Connection, Engine, StaticPool, create_engine, event
from sqlalchemy.exc import DBAPIError, NoResultFound
from sqlcipher3 import dbapi2

from models.errors import NotSavedError, ReviewError
from models.storage.errors import (
    DamagedFileError,
    DiskFullError,
    DiskNotAnsweringError,
    DiskTakesNothingError,
    FileBusyError,
    FileInUseError,
    FileNotReadableError,
    NotSavedDamagedError,
    ReadOnlyFileError,
)
from models.storage.key import FileKey

APPLICATION_ID = 0x506C756D  # "Plum"
BUSY_TIMEOUT_MS = 1500

_SETTINGS = (
    f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}",
    "PRAGMA recursive_triggers = ON",
    "PRAGMA trusted_schema = OFF",  # a file's own schema may not call functions that do more than compute
    "PRAGMA cell_size_check = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA secure_delete = ON",
    "PRAGMA synchronous = FULL",
)
_BEGIN = "plumbline_begin"

DatabaseFault = (DBAPIError, dbapi2.DatabaseError)


class Access(StrEnum):
    """How a file is opened. FROZEN, for a place where nobody can write, takes no lock and makes no file."""

    WRITE = "mode=rw"
    READ = "mode=ro"
    FROZEN = "mode=ro&immutable=1"


def open_engine(
    path: Path, key: FileKey, access: Access = Access.WRITE, *, foreign_keys: bool = True
) -> Engine:
    """An engine with one connection to the file; nothing is read yet. The file is never made by this."""
    settings = (*_SETTINGS, f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")

    # Any: SQLAlchemy's and SQLCipher's own connection objects have no types to name here.
    def set_up(connection: Any, _record: Any) -> None:
        try:
            for setting in (*key_pragmas(key), *settings):
                connection.execute(setting)
        except (dbapi2.DatabaseError, UnicodeDecodeError):
            connection.close()
            raise

    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: dbapi2.connect(address(path, access), uri=True, isolation_level=None),
        poolclass=StaticPool,
        pool_reset_on_return=None,  # every transaction is ended where it is begun
        hide_parameters=True,  # an exception's text must not repeat what a client said
    )
    event.listen(engine, "connect", set_up, insert=True)
    event.listen(engine, "begin", _begin)
    return engine


def address(path: Path, access: Access) -> str:
    """The path as SQLite takes it where it should not make a file."""
    return f"{path.absolute().as_uri()}?{access.value}"


def key_pragmas(key: FileKey) -> tuple[str, ...]:
    """What a connection must be told before anything else; SQLCipher would report to stderr otherwise."""
    return (
        "PRAGMA cipher_log_level = NONE",
        "PRAGMA cipher_memory_security = ON",  # what SQLCipher held is wiped when it lets go of it
        f'PRAGMA key = "{key.pragma}"',
        "PRAGMA cipher_compatibility = 4",
    )


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get(_BEGIN, "BEGIN"))


def for_writing(engine: Engine) -> Engine:
    """The same engine, whose transactions are for `writing`."""
    return engine.execution_options(**{_BEGIN: "BEGIN IMMEDIATE"})


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that sees one state of the file. Raises FileBusyError, DamagedFileError and the like."""
    try:
        with engine.begin() as connection:
            yield connection
    except NoResultFound as error:  # a row that every file of ours has
        raise DamagedFileError from error
    except UnicodeDecodeError:  # SQLite's own words about tables whose names are no text
        raise DamagedFileError from None
    except DatabaseFault as error:
        _raise_as(_OPENING_ERRORS, error)


@contextmanager
def writing(writer: Engine) -> Iterator[Connection]:
    """A transaction that holds the right to write from its start: on disk at the end, or without any trace.

    Takes an engine from `for_writing`. Raises NotSavedError or the one of its kind that names the cause.
    """
    try:
        with writer.begin() as connection:
            yield connection
    except DatabaseFault as error:
        raise_not_saved(error)


def keep_others_out(engine: Engine) -> None:
    """From now on until the engine is disposed of nobody else can even read, and all is in the file itself.

    Whatever the file's way of writing is, not a byte of it changes by this, unless a crash had left answers
    beside it. Raises FileBusyError when somebody has the file open.
    """
    try:
        for pragma in ("PRAGMA locking_mode = EXCLUSIVE", "PRAGMA wal_checkpoint(TRUNCATE)"):
            _pragma(engine, pragma)
        with engine.execution_options(**{_BEGIN: "BEGIN EXCLUSIVE"}).begin():
            pass  # in this mode the lock stays
    except DatabaseFault as error:
        _raise_if_busy(error)
        raise


@contextmanager
def alone(engine: Engine) -> Iterator[Connection]:
    """A transaction during which nobody else can even read, on a file with nothing beside it.

    Raises FileBusyError when somebody has the file open.
    """
    try:
        _pragma(engine, "PRAGMA journal_mode = DELETE")
        with engine.execution_options(**{_BEGIN: "BEGIN EXCLUSIVE"}).begin() as connection:
            yield connection
    except DatabaseFault as error:
        _raise_if_busy(error)
        raise


def _raise_if_busy(error: Exception) -> None:
    if code_of(error) in {dbapi2.SQLITE_BUSY, dbapi2.SQLITE_LOCKED}:
        raise FileBusyError from error


def keep_a_log(engine: Engine) -> None:
    """Let writes go to a -wal file first, where a commit is one append. Raises the errors of `reading`."""
    try:
        begin_a_log(engine)
    except DatabaseFault as error:
        _raise_as(_OPENING_ERRORS, error)


def begin_a_log(engine: Engine) -> None:
    """As `keep_a_log`, for a file that is only being made. Raises DatabaseFault.

    Before it takes its place: where there is no room for it, the first opening would leave half of this, and
    who may only read cannot take that back.
    """
    _pragma(engine, "PRAGMA journal_mode = WAL")


def fold_in(engine: Engine) -> None:
    """Bring what stands in the -wal file into the file itself."""
    _pragma(engine, "PRAGMA wal_checkpoint(TRUNCATE)")


def unreadable_pages(path: Path, key: FileKey) -> int:
    """How many pages of a file that does not open cannot be read with this key. Takes no lock."""
    with closing(dbapi2.connect(address(path, Access.FROZEN), uri=True)) as connection:
        for pragma in key_pragmas(key):
            connection.execute(pragma)
        return len(connection.execute("PRAGMA cipher_integrity_check").fetchall())


def _pragma(engine: Engine, pragma: str) -> None:
    """Run a pragma outside any transaction."""
    with outside_transactions(engine) as raw:
        raw.execute(pragma).fetchall()  # to its end: closed before, it would not say that it failed


# Any: SQLCipher's own connection object has no types to name here.
@contextmanager
def outside_transactions(engine: Engine) -> Iterator[Any]:
    """SQLCipher's own connection, for what SQLite does not do within a transaction. Raises DatabaseFault."""
    connection = engine.raw_connection()
    try:
        yield connection.driver_connection
    finally:
        connection.close()


def code_of(error: BaseException | None) -> int:
    """SQLite's primary result code of an error, 0 when it has none."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    return int(getattr(cause, "sqlite_errorcode", 0)) & 0xFF


_SAVING_ERRORS: Mapping[int, type[NotSavedError]] = {
    dbapi2.SQLITE_FULL: DiskFullError,
    dbapi2.SQLITE_READONLY: ReadOnlyFileError,
    dbapi2.SQLITE_PERM: ReadOnlyFileError,
    dbapi2.SQLITE_CANTOPEN: ReadOnlyFileError,
    dbapi2.SQLITE_BUSY: FileInUseError,
    dbapi2.SQLITE_LOCKED: FileInUseError,
    dbapi2.SQLITE_IOERR: NotSavedError,
    dbapi2.SQLITE_ERROR: NotSavedDamagedError,
    dbapi2.SQLITE_CORRUPT: NotSavedDamagedError,
    dbapi2.SQLITE_NOTADB: NotSavedDamagedError,
}
_OPENING_ERRORS: Mapping[int, type[ReviewError]] = {
    dbapi2.SQLITE_BUSY: FileBusyError,
    dbapi2.SQLITE_LOCKED: FileBusyError,
    dbapi2.SQLITE_ERROR: DamagedFileError,  # tables that are not there, a format that nobody knows
    dbapi2.SQLITE_TOOBIG: DamagedFileError,
    dbapi2.SQLITE_CORRUPT: DamagedFileError,
    dbapi2.SQLITE_NOTADB: DamagedFileError,
    dbapi2.SQLITE_FULL: DiskTakesNothingError,
    dbapi2.SQLITE_IOERR: DiskNotAnsweringError,
    dbapi2.SQLITE_CANTOPEN: FileNotReadableError,
    dbapi2.SQLITE_PERM: FileNotReadableError,
    dbapi2.SQLITE_READONLY: FileNotReadableError,
}


def raise_not_saved(error: Exception) -> NoReturn:
    """Raise NotSavedError, or the one of its kind that names the cause of a fault of the database."""
    _raise_as(_SAVING_ERRORS, error)


def _is_no_text(error: Exception) -> bool:
    """Whether a text of the file is not UTF-8: the library says so with no code of SQLite's."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    return isinstance(cause, dbapi2.OperationalError) and code_of(error) == 0


def _raise_as(kinds: Mapping[int, type[ReviewError]], error: Exception) -> NoReturn:
    kind = kinds.get(code_of(error))
    if kind is None and _is_no_text(error):
        raise kinds[dbapi2.SQLITE_CORRUPT] from None  # its words repeat what stands in the file
    if kind is None:
        raise error  # a fault of ours
    raise kind from error
