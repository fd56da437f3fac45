"""Adds, replaces and removes the rows of a review's entries, keeping the order in which people see them."""

from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from models.change import Change
from models.snapshot import Snapshot
from models.storage.change_log import Line
from models.storage.errors import StaleChangeError
from models.storage.positions import Positions
from models.storage.rows import entry_text, same_body
from models.storage.tables import entry
from models.values import ENTRY_TYPES, AnyEntry, RegisterName

_IN_REGISTER = (entry.c.review_id == bindparam("of_review")) & (entry.c.register == bindparam("of_register"))
_THIS = _IN_REGISTER & (entry.c.key == bindparam("of_key"))

_STORED = select(entry.c.body, entry.c.position).where(_THIS)
_INSERT = insert(entry)
_UPDATE = update(entry).where(_THIS).values(body=bindparam("new_body"))
_DELETE = delete(entry).where(_THIS)


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
    writer = _Writer(connection, review_id)
    lines = [writer.write(change) for change in changes]
    writer.finish()
    return lines


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


class _Writer:
    """Writes the changes of one edit. Rows at the end of their register are put in together, as they come."""

    def __init__(self, connection: Connection, review_id: str) -> None:
        self._connection = connection
        self._review_id = review_id
        self._positions: dict[RegisterName, Positions] = {}
        self._new: dict[tuple[RegisterName, str], Mapping[str, object]] = {}

    def write(self, change: Change) -> Line:
        """Write one change, or keep it for `finish`. Raises StaleChangeError."""
        is_appended = change.before is None and change.index is None
        if (change.register, change.key) in self._new or not is_appended:
            self.finish()
        this = {"of_review": self._review_id, "of_register": change.register.value, "of_key": change.key}
        row = self._connection.execute(_STORED, this).one_or_none()
        stored = row.body if row is not None else None
        if not same_body(stored, change.before):
            raise StaleChangeError(f"Not as it was: {change.register} {change.key}")
        after = entry_text(change.after) if change.after is not None else None
        if after is None:
            self._connection.execute(_DELETE, this)
            if row is not None:
                self._positions_in(change.register).forget(row.position)
        elif stored is not None:
            self._connection.execute(_UPDATE, {**this, "new_body": after})
        else:
            free = self._positions_in(change.register).for_new(change.index)
            made = _row(self._review_id, change.register, change.key, free, after)
            self._new[change.register, change.key] = made
        is_new = after is not None and stored is None
        return Line(
            register=change.register.value,
            key=change.key,
            before=stored,
            after=after,
            position=change.index if is_new else None,
        )

    def finish(self) -> None:
        """Put in the rows that were kept."""
        if self._new:
            self._connection.execute(_INSERT, list(self._new.values()))
            self._new.clear()

    def _positions_in(self, register: RegisterName) -> Positions:
        if register not in self._positions:
            self._positions[register] = Positions(self._connection, self._review_id, register.value)
        return self._positions[register]


def _row(review_id: str, register: RegisterName, key: str, position: int, body: str) -> Mapping[str, object]:
    return {
        "review_id": review_id,
        "register": register.value,
        "key": key,
        "position": position,
        "body": body,
    }
