"""What the columns that this program knows are called in another format, as its migrations declare it."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Select, Table, column, null, select
from sqlalchemy import table as named_table

from models.storage.format import CURRENT

# By format: "table.column" of the format before, and what the column is called from then on.
Renamed = Mapping[int, Mapping[str, str]]


class Columns:
    """Selects rows of one format under the names of ours. `renamed` is what each migration declares."""

    def __init__(self, connection: Connection, version: int, renamed: Renamed) -> None:
        self._connection = connection
        self._version = version
        self._renamed = renamed

    def has(self, table: Table) -> bool:
        """Whether this format has the table."""
        return bool(self._there(table))

    # Any: what the columns of a table are, its own description says.
    def rows(self, table: Table, *order: str) -> Select[*tuple[Any, ...]]:
        """All rows, in order of these columns; a column that is not there yet is NULL."""
        there = self._there(table)
        names = {each.name: self.name(table.name, each.name) for each in table.columns}
        columns = [(column(name) if name in there else null()).label(ours) for ours, name in names.items()]
        found = select(*columns).select_from(named_table(table.name))
        return found.order_by(*(column(names[ours]) for ours in order))

    def name(self, table: str, ours: str) -> str:
        """What a column of ours is called in this format."""
        name = ours
        for number in range(CURRENT.version + 1, self._version + 1):
            name = self._renamed.get(number, {}).get(f"{table}.{name}", name)
        for number in range(CURRENT.version, self._version, -1):
            for old, new in self._renamed.get(number, {}).items():
                if old.startswith(f"{table}.") and new == name:
                    name = old.removeprefix(f"{table}.")
                    break
        return name

    def _there(self, table: Table) -> set[str]:
        found = self._connection.exec_driver_sql("SELECT name FROM pragma_table_info(?)", (table.name,))
        return {str(name) for (name,) in found}
