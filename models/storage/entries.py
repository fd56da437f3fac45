"""Adds, replaces and removes the rows of a review's entries, keeping the order in which people see them."""

from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from models.change import Change
from models.snapshot import Snapshot
from models.storage.change_log import Line
from models.storage.errors import StaleChangeError
from models.storage.rows import entry_text, same_body
from models.storage.tables import entry
from models.values import ENTRY_TYPES, AnyEntry, RegisterName

_IN_REGISTER = (entry.c.review_id == bindparam("of_review")) & (entry.c.register == bindparam("of_register"))
_THIS = _IN_REGISTER & (entry.c.key == bindparam("of_key"))

_BODY = select(entry.c.body).where(_THIS)
_INSERT = insert(entry)
_UPDATE = update(entry).where(_THIS).values(body=bindparam("new_body"))
_DELETE = delete(entry).where(_THIS)
_END = select(func.coalesce(func.max(entry.c.position) + 1, 0)).where(_IN_REGISTER)
_PLACE = (
    select(entry.c.position)
    .where(_IN_REGISTER)
    .order_by(entry.c.position)
    .limit(1)
    .offset(bindparam("of_index"))
)
_MAKE_ROOM = (
    update(entry)
    .where(_IN_REGISTER & (entry.c.position >= bindparam("from_position")))
    .values(position=entry.c.position + 1)
)


def all_entries(snapshot: Snapshot) -> Iterator[tuple[RegisterName, AnyEntry]]:
    """Every entry of a review with its register, in order."""
    for register in ENTRY_TYPES:
        for item in snapshot.entries(register).values():
            yield register, item


def insert_all(connection: Connection, snapshot: Snapshot) -> list[Line]:
    """Write every entry of a review that is new to the file; the lines for the log."""
    rows: list[Mapping[str, object]] = []
    lines: list[Line] = []
    positions: dict[RegisterName, int] = {}
    for register, item in all_entries(snapshot):
        position = positions.setdefault(register, 0)
        positions[register] += 1
        body = entry_text(item)
        rows.append(_row(snapshot.header.id, register, item.key, position, body))
        lines.append(Line(register=register.value, key=item.key, before=None, after=body))
    connection.execute(_INSERT, rows)
    return lines


def write_changes(connection: Connection, review_id: str, changes: Iterable[Change]) -> list[Line]:
    """Write changes one after the other; the lines for the log. Raises StaleChangeError."""
    return [_write(connection, review_id, change) for change in changes]


def check_change(change: Change) -> None:
    """Refuse a change that no edit should be made of. Raises ValueError: it is a fault of ours."""
    if change.before is None and change.after is None:
        raise ValueError("a change from nothing to nothing")
    if change.register is RegisterName.ENGAGEMENT and change.after is None:
        raise ValueError("a review always has its engagement")
    for value in (change.before, change.after):
        if value is None:
            continue
        if not isinstance(value, ENTRY_TYPES[change.register]) or value.key != change.key:
            raise ValueError("an entry under a key or in a register that is not its own")


def _write(connection: Connection, review_id: str, change: Change) -> Line:
    this = {"of_review": review_id, "of_register": change.register.value, "of_key": change.key}
    stored = connection.execute(_BODY, this).scalar()
    if not same_body(stored, change.before):
        raise StaleChangeError(f"Not as it was: {change.register} {change.key}")
    after = entry_text(change.after) if change.after is not None else None
    position = None
    if after is None:
        connection.execute(_DELETE, this)
    elif stored is not None:
        connection.execute(_UPDATE, {**this, "new_body": after})
    else:
        position = change.index
        free = _free_position(connection, review_id, change.register, position)
        connection.execute(_INSERT, [_row(review_id, change.register, change.key, free, after)])
    return Line(register=change.register.value, key=change.key, before=stored, after=after, position=position)


def _free_position(connection: Connection, review_id: str, register: RegisterName, index: int | None) -> int:
    """The position of a new entry at `index` of its register; those from there on make room."""
    these = {"of_review": review_id, "of_register": register.value}
    if index is not None:
        taken = connection.execute(_PLACE, {**these, "of_index": index}).scalar()
        if taken is not None:
            connection.execute(_MAKE_ROOM, {**these, "from_position": taken})
            return int(taken)
    return int(connection.execute(_END, these).scalar_one())


def _row(review_id: str, register: RegisterName, key: str, position: int, body: str) -> Mapping[str, object]:
    return {
        "review_id": review_id,
        "register": register.value,
        "key": key,
        "position": position,
        "body": body,
    }
