"""An inventory as it was read: headings, rows with the numbers a spreadsheet shows, and how it was read."""

from collections.abc import Callable
from dataclasses import dataclass, field

MOST_ROWS = 10_000
MOST_COLUMNS = 256
LAST_SPREADSHEET_ROW = 1_048_576

StopIfCancelled = Callable[[], None]


def never_stop() -> None:
    """Nobody waits, so nobody stops it."""


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row as it stands in the file, with its number in the spreadsheet, counted from 1."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something that people should know, about a row (0: the whole file) and a column (may be empty)."""

    row: int = 0
    column: str = ""
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadAs:
    """How to read a file, as far as that was said; what is empty or 0 is found out."""

    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    header_row: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """All the rows of one table with something in them, and how the file was read."""

    rows: tuple[RawRow, ...]
    read_as: ReadAs
    sheets: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Inventory:
    """A table to import from: every row has a cell for each column, all texts are clean.

    `read_as` says how the file was read, in full. `sheets` names the sheets of a workbook; a CSV has none.
    `top` has the first rows just as they stand in the file, those above the headings too.
    """

    columns: tuple[str, ...]
    rows: tuple[RawRow, ...]
    read_as: ReadAs
    sheets: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = field(default=())
    top: tuple[RawRow, ...] = field(default=())
