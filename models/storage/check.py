"""Looks a file over: the cipher, the database, and whether the log explains everything that is stored."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Row, select

from models.errors import ReviewError
from models.storage.attachments import all_attached, parts_of
from models.storage.change_log import REVIEW, SIGN_OFF, hash_of, last_hash, review_text
from models.storage.engine import Access, open_engine, reading
from models.storage.errors import AttachmentDamagedError, FileBusyError
from models.storage.key import FileKey
from models.storage.row_shapes import misshapen
from models.storage.rows import digest_of, entry_from_text
from models.storage.tables import GUARDS, change, entry, pack, review
from models.values.answers import ATTACHMENT_FIELD

BACKUP = "Keep this file as it is, and open the newest backup copy instead."
ALTERED = (
    "Somebody or something changed the file past Plumbline. Compare it with a backup copy before you rely on "
    "it or sign it."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFault:
    """One thing that is wrong with a file, and what to do about it."""

    problem: str
    advice: str

    def __str__(self) -> str:
        """Both as one line."""
        return f"{self.problem} {self.advice}"


def _broken(problem: str) -> FileFault:
    return FileFault(problem=problem, advice=BACKUP)


def _altered(problem: str) -> FileFault:
    return FileFault(problem=problem, advice=ALTERED)


def faults(engine: Engine) -> tuple[FileFault, ...]:
    """Everything that is wrong with the file; nothing when all is well. Raises FileBusyError."""
    found: list[FileFault] = []
    for part, look in _PARTS:
        try:
            with reading(engine) as connection:
                told = tuple(look(connection))
            found.extend(told)
            is_sound = not told
        except FileBusyError:
            raise
        except ReviewError as error:
            found.append(_broken(f"{part} cannot be checked: {error}."))
            engine.dispose()  # after a page that cannot be read, SQLCipher refuses the others too
            is_sound = False
        if look is _rows and not is_sound:
            break  # what is said of entries, log and evidence files rests on them
    return tuple(found)


def newest_hash(engine: Engine) -> str:
    """The hash of the newest line of a file's change log, as far as it can be read."""
    try:
        with reading(engine) as connection:
            return last_hash(connection)
    except ReviewError:
        return ""


def follows(path: Path, key: FileKey, line_hash: str) -> bool:
    """Whether a file that was written to by somebody is sound and still goes on from a line of its log.

    Looks at the disk, past what an open connection remembers: a synchronisation may have put an earlier state
    of the file in its place, byte by byte.
    """
    engine = open_engine(path, key, Access.READ)
    that_line = select(change.c.seq).where(change.c.hash == line_hash)
    try:
        with reading(engine) as connection:
            if line_hash and connection.execute(that_line).first() is None:
                return False
            return not any((*_cipher(connection), *_database(connection)))
    except ReviewError:
        return False
    finally:
        engine.dispose()


def _cipher(connection: Connection) -> Iterator[FileFault]:
    for row in connection.exec_driver_sql("PRAGMA cipher_integrity_check"):
        yield _broken(f"A page of the file is not as it was written: {row[0]}.")


def _database(connection: Connection) -> Iterator[FileFault]:
    for row in connection.exec_driver_sql("PRAGMA integrity_check"):
        if row[0] != "ok":
            yield _broken(f"The database is not in order: {row[0]}.")
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield _broken(f"A row of {row[0]} refers to a row of {row[2]} that is missing.")
    triggers = "SELECT name FROM sqlite_schema WHERE type = 'trigger'"
    there = {row[0] for row in connection.exec_driver_sql(triggers)}
    for name in sorted(GUARDS - there):
        yield _altered(f"The guard {name} of the change log is missing.")


def _rows(connection: Connection) -> Iterator[FileFault]:
    for table, n in misshapen(connection):
        yield _altered(f"Rows of the table {table} hold what they cannot: {n}.")


def _bodies(connection: Connection) -> Iterator[FileFault]:
    for row in connection.execute(select(pack)):
        if digest_of(row.body) != row.digest:
            yield _altered(f"The question pack {row.version} was altered.")
    for row in connection.execute(select(entry.c.register, entry.c.key, entry.c.body)):
        try:
            entry_from_text(row.register, row.key, row.body)
        except ReviewError as error:
            yield _broken(f"{error}.")


def _attachments(connection: Connection) -> Iterator[FileFault]:
    for kept in all_attached(connection):
        try:
            for _part in parts_of(connection, kept.sha256):
                pass
        except AttachmentDamagedError:
            yield _broken(f"The evidence file {kept.sha256[:8]} is not as it was taken in.")
    known = {kept.sha256 for kept in all_attached(connection)}
    named = select(entry.c.review_id, entry.c.key, entry.c.body).where(entry.c.register == "evidence")
    for row in connection.execute(named):
        said = _attachment_in(row.body)
        if isinstance(said, dict) and said.get("sha256") not in known:
            yield _broken(f"The evidence file of {row.review_id} {row.key} is missing.")


def _attachment_in(body: str) -> object:
    """What an entry says of its evidence file; a body that cannot be read is a fault told elsewhere."""
    try:
        said = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return said.get(ATTACHMENT_FIELD) if isinstance(said, dict) else None


@dataclass(slots=True)
class _Replay:
    """What the log, read from its beginning, says that the file holds."""

    reviews: dict[str, str] = field(default_factory=dict)
    registers: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)

    def apply(self, line: Row[Any]) -> bool:
        """Follow one line; False where its `before` is not what the lines so far led to."""
        if line.register == SIGN_OFF:
            return line.before is None and line.after is not None
        if line.register == REVIEW:
            held = self.reviews
        else:
            held = self.registers.setdefault((line.review_id, line.register), {})
        if not _same(held.get(line.key), line.before):
            return False
        if line.after is None:
            return held.pop(line.key, None) is not None
        is_new = line.key not in held
        held[line.key] = line.after
        if is_new and line.position is not None:
            items = list(held.items())
            items.insert(line.position, items.pop())
            held.clear()
            held.update(items)
        return True


def _log(connection: Connection) -> Iterator[FileFault]:
    replay = _Replay()
    previous, last = "", 0
    for line in connection.execute(select(change).order_by(change.c.seq)):
        if line.seq != last + 1:
            yield _altered(f"The change log has a gap before line {line.seq}.")
        if line.previous_hash != previous:
            yield _altered(f"Line {line.seq} of the change log does not follow line {last}.")
        if line.hash != hash_of(line, line.previous_hash):
            yield _altered(f"Line {line.seq} of the change log was altered.")
        if not replay.apply(line):
            yield _altered(f"Line {line.seq} of the change log changes something that was not there.")
        previous, last = line.hash, line.seq
    counted = (
        connection.exec_driver_sql("SELECT seq FROM sqlite_sequence WHERE name = 'change'").scalar() or 0
    )
    if counted != last:
        yield _altered(f"The change log ends at line {last}, but {counted} lines were written.")
    yield from _unexplained(connection, replay)


def _unexplained(connection: Connection, replay: _Replay) -> Iterator[FileFault]:
    stored: dict[tuple[str, str], dict[str, str]] = {}
    for row in connection.execute(select(entry).order_by(entry.c.register, entry.c.position)):
        stored.setdefault((row.review_id, row.register), {})[row.key] = row.body
    for place in sorted(stored.keys() | replay.registers.keys()):
        held, told = stored.get(place, {}), replay.registers.get(place, {})
        where = " ".join(place)
        for key in sorted(held.keys() | told.keys()):
            if not _same(held.get(key), told.get(key)):
                yield _altered(f"{where} {key} is not what the change log says.")
        if held.keys() == told.keys() and list(held) != list(told):
            yield _altered(f"{where} is not in the order that the change log says.")
    reviews = {row.id: review_text(dict(row._mapping)) for row in connection.execute(select(review))}
    for review_id in sorted(reviews.keys() | replay.reviews.keys()):
        if not _same(reviews.get(review_id), replay.reviews.get(review_id)):
            yield _altered(f"Review {review_id} is not what the change log says.")


def _same(one: str | None, other: str | None) -> bool:
    if one is None or other is None or one == other:
        return one == other
    try:
        return bool(json.loads(one) == json.loads(other))
    except (ValueError, RecursionError):
        return False


_PARTS: tuple[tuple[str, Callable[[Connection], Iterator[FileFault]]], ...] = (
    ("The cipher", _cipher),
    ("The database", _database),
    ("The rows", _rows),
    ("The entries", _bodies),
    ("The change log", _log),
    ("The evidence files", _attachments),
)
