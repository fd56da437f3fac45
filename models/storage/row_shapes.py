"""Finds rows that hold what their columns cannot, as only somebody writes them who goes past the program."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column, Connection, Integer, LargeBinary, Select, Table, Text, and_, func, not_, select

from models.storage.tables import metadata

_KINDS: tuple[tuple[type, str], ...] = ((Text, "text"), (Integer, "integer"), (LargeBinary, "blob"))


def misshapen(connection: Connection) -> Iterator[tuple[str, int]]:
    """Each table that has such rows, by name, and how many. Raises DatabaseFault."""
    for table in metadata.sorted_tables:
        found = connection.execute(_wrong_rows(table)).scalar_one()
        if found:
            yield table.name, int(found)


def _wrong_rows(table: Table) -> Select[int]:
    is_right = and_(*(func.typeof(column).in_(_allowed(column)) for column in table.columns))
    return select(func.count()).select_from(table).where(not_(is_right))


# Any: a column's own type is what is asked for here.
def _allowed(column: Column[Any]) -> tuple[str, ...]:
    kind = next(name for of, name in _KINDS if isinstance(column.type, of))
    return (kind, "null") if column.nullable else (kind,)
