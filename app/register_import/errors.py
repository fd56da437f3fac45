"""Why an inventory cannot be read or taken in. The texts name rows and fields, never what stands in them."""

from collections.abc import Mapping, Sequence

from app.errors import ReviewError
from app.i18n import _, ngettext


class InventoryNotReadError(ReviewError):
    """A file to import from could not be read at all."""

    title = "The file cannot be read"
    advice = "Check its name and folder, and that you may read it."


class NotATableError(ReviewError):
    """The file is neither text with separators nor a workbook that can be read."""

    title = "This file cannot be read as a table"
    advice = "Open it in your spreadsheet program and save it as CSV (UTF-8) or as an Excel workbook (.xlsx)."


class BrokenTableError(ReviewError):
    """The text is a table up to a row, and there it breaks."""

    title = "The table is broken"
    advice = (
        "Look at the quotation marks from this row on, or save the table anew from your spreadsheet program."
    )


class TooLargeError(ReviewError):
    """The file, or what unpacks from it, is beyond what an inventory can be."""

    title = "This is too large for an inventory"
    advice = "Save only the table itself into a new file, or import it in parts."


class UnsafeWorkbookError(ReviewError):
    """The workbook is built as no spreadsheet program builds one, in ways that do harm."""

    title = "This workbook is not safe to open"
    advice = (
        "Ask where it comes from. If you trust it, open it in your spreadsheet program and save it as CSV."
    )


class ImportStoppedError(ReviewError):
    """The person stopped reading or looking; nothing was written."""

    title = "The import was stopped"
    advice = "Nothing was written. Choose the file again when you are ready."


class NoReviewOpenError(ReviewError):
    """An inventory was given while no review is open that it could come into."""

    title = "No review is open"
    advice = (
        "An inventory comes into the review that is open. Open or make a review file, then give it again."
    )


class NoSuchSheetError(ReviewError):
    """The workbook has no sheet of the name that was asked for."""

    title = "The workbook has no sheet of this name"
    advice = "Give one of the names in the workbook, just as it stands there."


class NoRowsError(ReviewError):
    """There is no row under the headings, or nothing that is left to import."""

    title = "There is nothing to import"
    advice = "The table needs a row of headings, and below it a row for each entry with its name."


class MappingError(ReviewError):
    """The mapping is not valid; the text has a line for each fault."""

    title = "The mapping cannot be used"
    advice = "Correct the places named. --write-mapping makes a mapping to start from."


class FactsMissingError(ReviewError):
    """Facts that an entry cannot do without are in no column and were not given."""

    title = "A fact is missing that every entry needs"
    advice = "Give it once for all rows, or say which column it stands in."

    def __init__(self, missing: Mapping[str, Sequence[int]], labels: Mapping[str, str]) -> None:
        self.missing = missing
        super().__init__("\n".join(_missing(labels[path], path, rows) for path, rows in missing.items()))


class DuplicatesUndecidedError(ReviewError):
    """Rows have the name of another row or entry, and nobody has said what to do with them."""

    title = "Some names are there already"
    advice = (
        "Say what to do with them: skip them, merge them (which fills only what is missing), or add them."
    )

    def __init__(self, rows: Sequence[int]) -> None:
        self.rows = tuple(rows)
        words = ngettext("{n} row: {rows}", "{n} rows: {rows}", len(rows))
        super().__init__(words.format(n=len(rows), rows=_numbers(rows)))


def _missing(label: str, path: str, rows: Sequence[int]) -> str:
    words = ngettext(
        "{label} ({path}) is missing in {n} row: {rows}",
        "{label} ({path}) is missing in {n} rows: {rows}",
        len(rows),
    )
    return words.format(label=label, path=path, n=len(rows), rows=_numbers(rows))


def _numbers(rows: Sequence[int], most: int = 10) -> str:
    shown = ", ".join(f"{row:,}" for row in rows[:most])
    return _("{rows} …").format(rows=shown) if len(rows) > most else shown
