"""Makes and opens review files, and tells apart what can be wrong with one."""

import uuid
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import Engine, insert, select
from sqlcipher3 import dbapi2

from models.errors import ReviewError
from models.snapshot import Snapshot
from models.storage.attachments import Attached, take_in
from models.storage.engine import (
    APPLICATION_ID,
    Access,
    DatabaseFault,
    address,
    begin_a_log,
    code_of,
    for_writing,
    keep_a_log,
    key_pragmas,
    open_engine,
    outside_transactions,
    raise_not_saved,
    reading,
    unreadable_pages,
    writing,
)
from models.storage.errors import (
    DamagedFileError,
    DiskNotAnsweringError,
    DiskTakesNothingError,
    FileNotReadableError,
    NewerFileError,
    NotAReviewFileError,
    OlderFileError,
    WrongPassphraseError,
)
from models.storage.format import CURRENT, FileFormat
from models.storage.key import SALT_LENGTH, FileKey, KeyCost, check_salt, file_key, new_salt
from models.storage.new_file import beside, new_file
from models.storage.own_parts import refuse_foreign_parts
from models.storage.places import followed, refuse_what_is_no_file
from models.storage.reviews import insert_review
from models.storage.store import Store
from models.storage.tables import meta
from models.storage.upgrading import WhenOlder, bring_up_to_date

PAGE = 4096
_DISK_FAULTS = (DiskTakesNothingError, DiskNotAnsweringError)
_NO_KEY = FileKey(secret=bytes(32), salt=b"")
_ATTEMPTS = {
    Access.WRITE: (Access.WRITE, Access.READ, Access.FROZEN),
    Access.READ: (Access.READ, Access.FROZEN),
}


def create_file(
    path: Path, passphrase: str, snapshot: Snapshot, *, who: str, cost: KeyCost | None = None
) -> Store:
    """A new file with its first review, open. It is there whole or not at all, and never replaces another.

    Raises FileAlreadyThereError, NoPassphraseError, DiskFullError, FileNotCreatedError or NotSavedError.
    """
    with new_file(path) as draft:
        key = file_key(passphrase, new_salt(), cost)
        _fill(draft, key, snapshot, who)
    return open_with_key(path, key)


def create_with_key(path: Path, key: FileKey, snapshot: Snapshot, *, who: str) -> Store:
    """As `create_file`, with the key of another file: the same passphrase opens both."""
    with new_file(path) as draft:
        _fill(draft, key, snapshot, who)
    return open_with_key(path, key)


def attach_beside(path: Path, key: FileKey, source: BinaryIO) -> Attached:
    """Keep the content of a file in a review file that is open elsewhere in this program.

    For another thread than the store's: it writes to the -wal file alone, so that the store does not take
    this for the work of another program. Raises the errors of `Store.attach`.
    """
    engine = open_engine(path, key)
    try:
        with outside_transactions(engine) as raw:
            raw.execute("PRAGMA wal_autocheckpoint = 0").close()
        with writing(for_writing(engine)) as connection:
            return take_in(connection, source)
    except DatabaseFault as error:
        raise_not_saved(error)
    finally:
        engine.dispose()


def open_file(
    path: Path,
    passphrase: str,
    *,
    read_only: bool = False,
    cost: KeyCost | None = None,
    when_older: WhenOlder = bring_up_to_date,
) -> Store:
    """An existing file, open. Where nothing can be written it is read-only, see `Store.read_only`.

    `when_older` is what is done first with a file of an earlier format that may be written to.

    Raises FileNotFoundHereError, FileNotReadableError, NotAReviewFileError, NoPassphraseError,
    WrongPassphraseError, NewerFileError, OlderFileError, ForeignPartsError, FileBusyError, DamagedFileError
    or UpgradeFailedError.
    """
    key = file_key(passphrase, salt_of(path), cost)
    return open_with_key(path, key, read_only=read_only, when_older=when_older)


def open_with_key(
    path: Path,
    key: FileKey,
    *,
    read_only: bool = False,
    file_format: FileFormat = CURRENT,
    when_older: WhenOlder = bring_up_to_date,
) -> Store:
    """An existing file, open, by its key itself; otherwise as `open_file`. A link opens what it leads to.

    A file of a newer format that says so can be read, see `Store.is_newer`; any other raises NewerFileError.
    """
    path = followed(path)
    engine, access = _engine(path, key, Access.READ if read_only else Access.WRITE)
    try:
        version = _version(engine)
        is_newer = version > file_format.version
        if is_newer and not _can_be_read(engine, version, file_format):
            raise NewerFileError
        if is_newer and access is Access.WRITE:
            engine.dispose()
            engine, access = _engine(path, key, Access.READ)
        if not is_newer:
            with reading(engine) as connection:
                refuse_foreign_parts(connection)
        if version < file_format.version:
            if access is not Access.WRITE:
                raise OlderFileError
            engine.dispose()
            when_older(path, key, file_format)
        if access is Access.WRITE:
            try:
                keep_a_log(engine)
                _look_into(engine)  # only now what stands beside the file is made
            except (FileNotReadableError, *_DISK_FAULTS):  # it can be read all the same
                engine.dispose()
                engine, access = _engine(path, key, Access.READ)
    except BaseException:
        engine.dispose()
        raise
    return Store(path, engine, key, read_only=access is not Access.WRITE, is_newer=is_newer)


def salt_of(path: Path) -> bytes:
    """The salt with which a review file begins.

    Read through SQLite and not with `open`: closing a file of our own would drop the locks that SQLite holds
    on it for a store that is open (https://sqlite.org/howtocorrupt.html, 2.2).
    Raises FileNotFoundHereError, FileNotReadableError, NotAReviewFileError or NewerFileError.
    """
    refuse_what_is_no_file(path)
    try:
        if path.stat().st_size < SALT_LENGTH:
            raise NotAReviewFileError
    except OSError as error:
        raise FileNotReadableError from error
    try:
        with closing(dbapi2.connect(address(path, Access.FROZEN), uri=True)) as connection:
            for pragma in key_pragmas(_NO_KEY):
                connection.execute(pragma)
            salt = bytes.fromhex(connection.execute("PRAGMA cipher_salt").fetchone()[0])
    except dbapi2.Error as error:
        raise FileNotReadableError from error
    check_salt(salt)
    return salt


def _fill(draft: Path, key: FileKey, snapshot: Snapshot, who: str) -> None:
    # Here and not at the top: an opening file must not wait a tenth of a second for Alembic.
    from models.storage.migrations.upgrade import run_migrations  # noqa: PLC0415

    engine = open_engine(draft, key)
    try:
        with writing(for_writing(engine)) as connection:
            run_migrations(connection, CURRENT)
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            made = {"file_id": uuid.uuid4().hex, "created": datetime.now(UTC).isoformat(timespec="seconds")}
            connection.execute(insert(meta), [{"key": name, "value": text} for name, text in made.items()])
            insert_review(connection, snapshot, who)
        begin_a_log(engine)
    except DatabaseFault as error:
        raise_not_saved(error)
    finally:
        engine.dispose()


def _engine(path: Path, key: FileKey, wanted: Access) -> tuple[Engine, Access]:
    """An engine that can read the file, with as much access as the place allows. Raises as `open_file`."""
    fault: ReviewError = FileNotReadableError()
    for access in _ATTEMPTS[wanted]:
        is_a_look = access is Access.FROZEN and _is_more_beside(path, fault)
        if is_a_look and not isinstance(fault, _DISK_FAULTS):
            break
        engine = open_engine(path, key, access)
        try:
            _look_into(engine)
        except (FileNotReadableError, *_DISK_FAULTS) as error:
            engine.dispose()
            fault = error
        except DamagedFileError as error:
            engine.dispose()
            is_sure = code_of(error.__cause__) != dbapi2.SQLITE_NOTADB or _is_damaged(path, key)
            raise DamagedFileError if is_sure else WrongPassphraseError from error
        except BaseException:
            engine.dispose()
            raise
        else:
            if not is_a_look:
                return engine, access
            engine.dispose()
            raise DiskTakesNothingError from fault
    raise fault


def _look_into(engine: Engine) -> None:
    with reading(engine) as connection:
        connection.exec_driver_sql("SELECT count(*) FROM sqlite_schema").scalar()


def _is_more_beside(path: Path, fault: ReviewError) -> bool:
    """Whether there may be answers that who takes no lock does not see: in the -wal file or a -journal.

    A -shm file says that somebody has the file open; after a fault of the disk it is what we left ourselves.
    """
    log, shared, journal = ((f.exists() and f.stat().st_size > 0) for f in beside(path))
    return log or journal or (shared and not isinstance(fault, _DISK_FAULTS))


def _is_damaged(path: Path, key: FileKey) -> bool:
    """Whether the fault is the file's: it has not even one page, or the key fits a page after the first."""
    size = path.stat().st_size
    return size < PAGE or unreadable_pages(path, key) < -(-size // PAGE)


def _can_be_read(engine: Engine, version: int, file_format: FileFormat) -> bool:
    """Whether a file of a newer format says that this program can read what it knows of it.

    It says so as "format:oldest that can read it": a migration that says nothing of itself promises nothing.
    """
    with reading(engine) as connection:
        said = connection.execute(select(meta.c.value).where(meta.c.key == "readable_from")).scalar() or ""
    of_format, _colon, oldest = str(said).partition(":")
    return of_format == str(version) and oldest.isdecimal() and int(oldest) <= file_format.version


def _version(engine: Engine) -> int:
    with reading(engine) as connection:
        application = connection.exec_driver_sql("PRAGMA application_id").scalar()
        if application != APPLICATION_ID:
            raise NotAReviewFileError
        return int(connection.exec_driver_sql("PRAGMA user_version").scalar() or 0)
