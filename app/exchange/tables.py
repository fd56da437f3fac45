"""What a table holds on its way to a workbook or a CSV file: titled columns and typed cells."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

TableCell: TypeAlias = str | int | date | None


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column: the words over it, and the field that it shows."""

    title: str
    field: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns; `name` is a file's name without ending, `title` what people call it."""

    name: str
    title: str
    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[TableCell, ...], ...]
