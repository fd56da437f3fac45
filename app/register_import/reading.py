"""Reads an inventory, whatever kind of file it is, and lays it out under its headings."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count

from app.i18n import _, ngettext
from app.register_columns import IMPORTED
from app.register_import.cleaning import clean, folded, one_line
from app.register_import.delimited import delimited_sheet
from app.register_import.errors import NoRowsError, NotATableError, TooLargeError
from app.register_import.headings import column_letters, field_for
from app.register_import.tables import (
    Finding,
    Inventory,
    RawRow,
    ReadAs,
    Sheet,
    StopIfCancelled,
    never_stop,
)
from models.values import RegisterName

MOST_BYTES = 32 * 1024 * 1024
_ZIP, _OLD_OR_ENCRYPTED = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_LOOKED_AT_FOR_HEADINGS = 20
_TOP_ROWS = 20


def read_inventory(
    data: bytes,
    register: RegisterName | None = None,
    read_as: ReadAs | None = None,
    stop_if_cancelled: StopIfCancelled = never_stop,
) -> Inventory:
    """The table in a CSV file or Excel workbook; `register` helps to find the headings, if it is known.

    `stop_if_cancelled` is called for every row and may raise. Raises NotATableError, BrokenTableError,
    TooLargeError, UnsafeWorkbookError, NoSuchSheetError, NoRowsError, or MappingError for an encoding that
    there is not.
    """
    if len(data) > MOST_BYTES:
        raise TooLargeError(_("It is larger than {n} MiB.").format(n=MOST_BYTES // 1024 // 1024))
    if data.startswith(_OLD_OR_ENCRYPTED):
        raise NotATableError(_("It is a workbook of the old kind (.xls), or one with a password."))
    read_as = read_as or ReadAs()
    if data.startswith(_ZIP):
        # Here and not at the top: openpyxl takes a while to load, and text has no need of it.
        from app.register_import.workbooks import workbook_sheet  # noqa: PLC0415

        sheet = workbook_sheet(data, read_as, lambda cells: _fit(register, cells), stop_if_cancelled)
    else:
        sheet = delimited_sheet(data, read_as, stop_if_cancelled)
    return _laid_out(sheet, register)


def _fit(register: RegisterName | None, cells: Sequence[str]) -> int:
    """How many cells of a row are headings that a register knows; of several registers, the one with most."""
    if register is None:
        return max(_fit(each, cells) for each in IMPORTED)
    return len({path for cell in cells if (path := field_for(register, cell))})


def _laid_out(sheet: Sheet, register: RegisterName | None) -> Inventory:
    place = _heading_place(sheet, register)
    headings = sheet.rows[place]
    below = sheet.rows[place + 1 :]
    if not below:
        raise NoRowsError
    findings = list(sheet.findings)
    if place:
        findings.append(_skipped(place))
    cleaned = [_cleaned(row, findings) for row in below]
    width = max(len(row.cells) for row in (headings, *cleaned))
    columns = _columns(_cleaned(headings, findings).cells, width)
    findings.extend(_longer_rows(cleaned, len(headings.cells)))
    # Columns without a heading and without a value are margins.
    used = [n for n in range(width) if _has_heading(headings, n) or _filled(cleaned, n)]
    return Inventory(
        columns=tuple(columns[n] for n in used),
        rows=tuple(_row(row, used) for row in cleaned if any(row.cells)),
        read_as=replace(sheet.read_as, header_row=headings.number),
        sheets=sheet.sheets,
        findings=tuple(findings),
        top=sheet.rows[:_TOP_ROWS],
    )


def _heading_place(sheet: Sheet, register: RegisterName | None) -> int:
    """Where the headings stand: as said, or the first row that has the most headings that are known."""
    wanted = sheet.read_as.header_row
    if wanted:
        for place, row in enumerate(sheet.rows):
            if row.number == wanted:
                return place
        raise NoRowsError(_("Row {n} is blank or not there.").format(n=wanted))
    if not sheet.rows:
        raise NoRowsError
    fits = [_fit(register, row.cells) for row in sheet.rows[:_LOOKED_AT_FOR_HEADINGS]]
    return fits.index(max(fits))


def _skipped(n: int) -> Finding:
    words = ngettext(
        "{n} row above the headings is left out.", "{n} rows above the headings are left out.", n
    )
    return Finding(message=words.format(n=n))


def _cleaned(row: RawRow, findings: list[Finding]) -> RawRow:
    """The row without what no field can hold, nor blank cells at its end."""
    cells = []
    for place, text in enumerate(row.cells):
        cleaned, removed = clean(text)
        cells.append(cleaned if cleaned.strip() else "")
        if removed:
            words = ngettext(
                "{n} control character is removed.", "{n} control characters are removed.", removed
            )
            column = column_letters(place)
            findings.append(Finding(row=row.number, column=column, message=words.format(n=removed)))
    while cells and not cells[-1]:
        cells.pop()
    return RawRow(row.number, tuple(cells))


def _columns(headings: Sequence[str], width: int) -> list[str]:
    """A name of its own for each column: its heading, or the letters that a spreadsheet shows."""
    columns: list[str] = []
    taken: set[str] = set()
    for place in range(width):
        heading = one_line(headings[place]) if place < len(headings) else ""
        name = heading or _("Column {letters}").format(letters=column_letters(place))
        numbered = (name if n == 1 else f"{name} ({n})" for n in count(1))
        columns.append(next(unique for unique in numbered if folded(unique) not in taken))
        taken.add(folded(columns[-1]))
    return columns


def _longer_rows(rows: Sequence[RawRow], width: int) -> Iterator[Finding]:
    for row in rows:
        if (more := len(row.cells) - width) > 0:
            words = ngettext(
                "It has {n} cell more than there are headings.",
                "It has {n} cells more than there are headings.",
                more,
            )
            yield Finding(row=row.number, message=words.format(n=more))


def _has_heading(headings: RawRow, place: int) -> bool:
    return place < len(headings.cells) and bool(headings.cells[place].strip())


def _filled(rows: Sequence[RawRow], place: int) -> bool:
    return any(place < len(row.cells) and row.cells[place] for row in rows)


def _row(row: RawRow, used: Sequence[int]) -> RawRow:
    return RawRow(row.number, tuple(row.cells[n] if n < len(row.cells) else "" for n in used))
