"""What a file says, taken before and after a migration and held one against the other.

Reads through the names of the file's own format. What cannot be read as a review counts as its bare rows: a
migration must leave that as it is too.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnClause, Connection, Row, column

from models.errors import ReviewError
from models.storage.change_log import SIGN_OFF, hash_of
from models.storage.fingerprint import fingerprint
from models.storage.migrations.columns import Columns
from models.storage.rows import snapshot_of, to_text
from models.storage.tables import attachment, attachment_part, change, entry, meta, pack, review

_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'"
_GUARDS = "SELECT name, tbl_name FROM sqlite_schema WHERE type = 'trigger'"
_COUNTED = "SELECT seq FROM sqlite_sequence WHERE name = 'change'"
_NOTE = "the note"
_OF_FORMAT = frozenset({"readable_from"})  # what a format says of itself

Step = Callable[[float], None]
Moves = Mapping[str, int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """How many rows each table has, what each part says as a digest, and which table each guard is for."""

    rows: Mapping[str, int]
    says: Mapping[str, str]
    guards: Mapping[str, str]


def account(connection: Connection, columns: Columns, step: Step) -> Account:
    """All of it; `step` is told how much of the evidence is read, 0 to 1, and may raise to stop it."""
    return Account(
        rows={name: _count(connection, name) for name in tables(connection)},
        says=dict(_says(connection, columns, step)),
        guards={str(name): str(table) for name, table in connection.exec_driver_sql(_GUARDS)},
    )


def tables(connection: Connection) -> frozenset[str]:
    """The tables that hold something; not those that SQLite keeps for itself."""
    return frozenset(str(name) for (name,) in connection.exec_driver_sql(_TABLES))


def missing_tables(connection: Connection, before: Account, moves: Moves) -> Iterator[str]:
    """As `differences`, for whole tables: without one of them nothing more can be told."""
    for table in sorted(before.rows.keys() - tables(connection)):
        if moves.get(table, 0) is not None:
            yield f"the table {table} is missing"


def differences(before: Account, after: Account, moves: Moves) -> Iterator[str]:
    """What a migration lost or changed, in words without a client's; `moves` says what it means to.

    `moves` is how many rows a table gains, below nought where it loses some; None for one that is given up.
    """
    for table, n in before.rows.items():
        gained = moves.get(table, 0)
        if gained is not None and after.rows[table] != n + gained:
            yield f"{table} has {after.rows[table]} rows and not {n + gained}"
    for part in sorted(before.says.keys() | after.says.keys()):
        is_new_note = part.startswith(_NOTE) and part not in before.says
        if before.says.get(part) != after.says.get(part) and not is_new_note:
            yield f"{part} is not what it was"
    for guard in sorted(before.guards.keys() - after.guards.keys()):
        if before.guards[guard] in after.rows:
            yield f"the guard {guard} is missing"


def _count(connection: Connection, table: str) -> int:
    quoted = table.replace('"', '""')
    return int(connection.exec_driver_sql(f'SELECT count(*) FROM "{quoted}"').scalar_one())  # noqa: S608


def _says(connection: Connection, columns: Columns, step: Step) -> Iterator[tuple[str, str]]:
    for row in connection.execute(columns.rows(meta)):
        if row.key not in _OF_FORMAT:
            yield f"{_NOTE} {row.key}", _digest(row.value)
    versions: dict[str, int] = {}
    yield "the change log", _log(connection, columns, versions)
    yield "the number of the newest line", str(connection.exec_driver_sql(_COUNTED).scalar())
    packs = {row.digest: row.body for row in connection.execute(columns.rows(pack, "digest"))}
    yield "the question packs", _digest(to_text(packs))
    for row in connection.execute(columns.rows(review, "number")).all():
        yield f"review {row.number}", _review(connection, columns, row, packs, versions)
        yield f"the beginning of review {row.number}", _digest(str(row.created))
    if columns.has(attachment) and columns.has(attachment_part):
        yield from _evidence(connection, columns, step)


def _log(connection: Connection, columns: Columns, versions: dict[str, int]) -> str:
    """The digest of the chain: what each line says, by a hash made anew, and the two that it carries.

    Counts the versions of reviews that were opened again on the way.
    """
    said = hashlib.sha256()
    for line in connection.execute(columns.rows(change, "seq")):
        hashes = (line.previous_hash, line.hash, hash_of(line, line.previous_hash))
        said.update(to_text([line.seq, *hashes]).encode("ascii"))
        if line.register == SIGN_OFF and line.key.endswith("/reopened"):
            versions[line.review_id] = versions.get(line.review_id, 1) + 1
    return said.hexdigest()


# Any: a row's columns have no type of their own before they are mapped to values.
def _review(
    connection: Connection,
    columns: Columns,
    row: Row[Any],
    packs: Mapping[str, str],
    versions: Mapping[str, int],
) -> str:
    of_review = column(columns.name("entry", "review_id")) == row.id
    entries = connection.execute(columns.rows(entry, "register", "position").where(of_review)).all()
    try:
        return fingerprint(snapshot_of(row, packs.get(row.pack, ""), entries, versions.get(row.id, 1)))
    except (ReviewError, ValueError, TypeError):
        return _digest(to_text([[str(value) for value in each] for each in (row, *entries)]))


def _evidence(connection: Connection, columns: Columns, step: Step) -> Iterator[tuple[str, str]]:
    kept = connection.execute(columns.rows(attachment, "sha256")).all()
    in_all, read = sum(row.size for row in kept) or 1, 0
    of_file: ColumnClause[str] = column(columns.name("attachment_part", "sha256"))
    numbered: ColumnClause[int] = column(columns.name("attachment_part", "n"))
    for row in kept:
        parts = columns.rows(attachment_part).where(of_file == row.sha256)
        content, n = hashlib.sha256(to_text([row.size, row.added]).encode("ascii")), 0
        # One part at a time: all of a file may be more than there is memory for.
        while (part := connection.execute(parts.where(numbered == n)).one_or_none()) is not None:
            content.update(part.body)
            read, n = read + len(part.body), n + 1
            step(read / in_all)
        yield f"the evidence file {row.sha256[:8]}", content.hexdigest()


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
