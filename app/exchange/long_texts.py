"""Texts that are too long for a cell: the cell says so and where, and a sheet holds them whole."""

from app.exchange.tables import Table, TableCell, TableColumn
from app.i18n import _

LONG_TEXTS = "long_texts"
# What spreadsheet programs hold in a cell, in UTF-16 units; most emoji are two.
CELL_LIMIT = 32_767
_PART = 32_000
_WIDE = "\uffff"


class LongTexts:
    """Collects long texts while the other sheets are written."""

    def __init__(self) -> None:
        self.rows: list[tuple[TableCell, ...]] = []

    def cell_text(self, text: str, sheet: str, row: int, column: str) -> str:
        """The text, or its beginning and where all of it stands; rows count as the program shows them."""
        if len(text) * 2 <= CELL_LIMIT or units(text) <= CELL_LIMIT:
            return text
        pieces = parts(text)
        first = len(self.rows) + 2
        for number, piece in enumerate(pieces, start=1):
            self.rows.append((sheet, row, column, number, len(pieces), piece))
        note = _("… [too long for a cell; all of it is in the sheet {sheet}, from row {row}]")
        return parts(text, _PART - 500)[0] + note.format(sheet=_("Long texts"), row=first)

    def table(self) -> Table:
        """The sheet that holds the long texts, in parts to be put together without a gap."""
        titles = {
            "sheet": _("Sheet"),
            "row": _("Row"),
            "column": _("Column"),
            "part": _("Part"),
            "parts": _("Parts"),
            "text": _("Text"),
        }
        columns = tuple(TableColumn(title, field) for field, title in titles.items())
        return Table(LONG_TEXTS, _("Long texts"), columns, tuple(self.rows))


def units(text: str) -> int:
    """How long a text is in UTF-16 units."""
    return len(text) + sum(character > _WIDE for character in text)


def parts(text: str, limit: int = _PART) -> tuple[str, ...]:
    """The text in pieces of at most `limit` UTF-16 units each; no character is cut in two."""
    pieces: list[str] = []
    start = used = 0
    for at, character in enumerate(text):
        size = 2 if character > _WIDE else 1
        if used + size > limit:
            pieces.append(text[start:at])
            start, used = at, 0
        used += size
    return (*pieces, text[start:])
