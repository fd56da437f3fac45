"""The append-only log of a file: who changed what, when, from what to what, and why.

Each line carries the hash of the line before it, so that a line that is cut out, altered or moved shows.
"""

import hashlib
import json
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select

from models.sign_off import SignOffRecord, sign_off_from_json
from models.snapshot import ReviewHeader
from models.storage.errors import DamagedFileError
from models.storage.rows import entry_from_text, to_text
from models.storage.tables import change
from models.values import AnyEntry, RegisterName

REVIEW = "review"  # what stands in place of a register when the review itself was begun or sealed
_UNREADABLE = (ValueError, TypeError, KeyError, AttributeError, RecursionError)
SIGN_OFF = "sign_off"  # and where something about its sign-off is said, which no line takes back

# Without a limit as a parameter: SQLite would compile the statement anew each time that it is bound.
_NEWEST = select(func.max(change.c.seq)).scalar_subquery()
_LAST = select(change.c.hash).where(change.c.seq == _NEWEST)
_INSERT = insert(change)
_OF_REVIEW = ("id", "number", "title", "sealed", "pack", "risk_model", "extras")
_HASHED = (
    "review_id", "at", "who", "label", "register", "key", "position", "reason", "edit_id", "before", "after",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRecord:
    """One line of the log. `register` is None where the review itself was begun, sealed or unsealed.

    `before` is None for what was added, `after` for what was removed. Lines of one edit share `edit_id`.
    A line about the sign-off has no register either, and its record as `after`.
    """

    seq: int
    review_id: str
    at: datetime
    who: str
    label: str
    register: RegisterName | None
    key: str
    before: AnyEntry | ReviewHeader | None
    after: AnyEntry | ReviewHeader | SignOffRecord | None
    reason: str
    edit_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What one line says about one entry or, where `register` is REVIEW, about the review: JSON, or None."""

    register: str
    key: str
    before: str | None
    after: str | None
    position: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """What all lines of one edit have in common."""

    review_id: str
    who: str
    label: str
    reason: str
    at: datetime


def last_hash(connection: Connection) -> str:
    """The hash of the newest line, which stands for all that led to it; nothing for an empty log."""
    return str(connection.execute(_LAST).scalar() or "")


def new_edit(review_id: str, who: str, label: str, reason: str = "") -> Edit:
    """An edit made now."""
    return Edit(review_id=review_id, who=who, label=label, reason=reason, at=datetime.now(UTC))


def append(connection: Connection, edit: Edit, lines: Sequence[Line]) -> str:
    """Write the lines of one edit at the end of the log; gives the hash of the last of them."""
    previous = last_hash(connection)
    common: dict[str, object] = {
        "review_id": edit.review_id,
        "at": edit.at.isoformat(timespec="microseconds"),
        "who": edit.who,
        "label": edit.label,
        "reason": edit.reason,
        "edit_id": uuid.uuid4().hex,
    }
    rows = []
    for line in lines:
        row = common | {
            "register": line.register,
            "key": line.key,
            "position": line.position,
            "before": line.before,
            "after": line.after,
            "previous_hash": previous,
        }
        previous = row["hash"] = line_hash(previous, [row[name] for name in _HASHED])
        rows.append(row)
    connection.execute(_INSERT, rows)
    return previous


def line_hash(previous: str, values: Sequence[object]) -> str:
    """SHA-256 over the hash of the line before and everything that this line says."""
    return hashlib.sha256(to_text([previous, *values]).encode("ascii")).hexdigest()


# Any: a row's columns have no type of their own before they are mapped here.
def hash_of(row: Row[Any], previous: str) -> str:
    """The hash that a stored line must have when it follows the line with hash `previous`."""
    return line_hash(previous, [getattr(row, name) for name in _HASHED])


def record_of(row: Row[Any]) -> ChangeRecord:
    """The line in a row. Raises DamagedFileError."""
    return ChangeRecord(
        seq=row.seq,
        review_id=row.review_id,
        at=_moment(row),
        who=row.who,
        label=row.label,
        register=_register(row),
        key=row.key,
        before=_value(row, row.before),
        after=_after(row),
        reason=row.reason,
        edit_id=row.edit_id,
    )


def sign_off_of(row: Row[Any]) -> SignOffRecord:
    """What a line says about the sign-off. Raises DamagedFileError."""
    try:
        return sign_off_from_json(json.loads(row.after))
    except _UNREADABLE as error:
        raise DamagedFileError(f"Line {row.seq} of the change log cannot be read") from error


def review_text(row: Mapping[Any, Any]) -> str:
    """What the log says of a review: its row, but for the moment at which it was begun."""
    return to_text({name: row[name] for name in _OF_REVIEW})


def _moment(row: Row[Any]) -> datetime:
    try:
        return datetime.fromisoformat(row.at)
    except _UNREADABLE as error:
        raise DamagedFileError(f"Line {row.seq} of the change log cannot be read") from error


def _register(row: Row[Any]) -> RegisterName | None:
    if row.register in {REVIEW, SIGN_OFF}:
        return None
    try:
        return RegisterName(row.register)
    except ValueError as error:
        raise DamagedFileError(f"Line {row.seq} of the change log cannot be read") from error


def _after(row: Row[Any]) -> AnyEntry | ReviewHeader | SignOffRecord | None:
    return sign_off_of(row) if row.register == SIGN_OFF else _value(row, row.after)


def _value(row: Row[Any], text: str | None) -> AnyEntry | ReviewHeader | None:
    if text is None:
        return None
    if row.register != REVIEW:
        return entry_from_text(row.register, row.key, text)
    try:
        raw = json.loads(text)
        return ReviewHeader(
            id=str(raw["id"]), number=int(raw["number"]), title=str(raw["title"]), sealed=bool(raw["sealed"])
        )
    except _UNREADABLE as error:
        raise DamagedFileError(f"Line {row.seq} of the change log cannot be read") from error
