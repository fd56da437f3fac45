"""Reads one sheet of an Excel workbook into rows of text."""

import re
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, time
from io import BytesIO
from typing import cast

from openpyxl import load_workbook
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from openpyxl.worksheet.worksheet import Worksheet

from app.errors import ReviewError
from app.i18n import _
from app.register_import.errors import NoRowsError, NoSuchSheetError, NotATableError, TooLargeError
from app.register_import.tables import (
    LAST_SPREADSHEET_ROW,
    MOST_COLUMNS,
    MOST_ROWS,
    Finding,
    RawRow,
    ReadAs,
    Sheet,
    StopIfCancelled,
    never_stop,
)
from app.register_import.workbook_safety import has_formulas

MOST_SHEETS = 100
MOST_CELLS = 1_000_000
LOOKED_AT_FOR_HEADINGS = 20
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LARGEST_WHOLE = 1e15

Fit = Callable[[tuple[str, ...]], int]


def workbook_sheet(
    data: bytes, read_as: ReadAs, fit: Fit, stop_if_cancelled: StopIfCancelled = never_stop
) -> Sheet:
    """The rows of a sheet: the one asked for, else the visible one with the row of headings that fits best.

    Formulas give the result that the workbook keeps, or, if it keeps none, their own text.
    Raises NotATableError, TooLargeError, UnsafeWorkbookError, NoSuchSheetError or NoRowsError.
    """
    formulas = has_formulas(data)
    with _opened(data, data_only=True) as book:
        names = tuple(sheet.title for sheet in book.worksheets)
        if len(names) > MOST_SHEETS:
            raise TooLargeError(_("It has more than {n:,} sheets.").format(n=MOST_SHEETS))
        name = _chosen(book, read_as.sheet, fit)
        rows = {row.number: row for row in _stoppable(_rows(_sheet(book, name)), stop_if_cancelled)}
    findings: list[Finding] = []
    if formulas:
        stop_if_cancelled()
        rows |= _formula_rows(data, name, rows, findings)
    how = ReadAs(sheet=name, header_row=read_as.header_row)
    ordered = tuple(rows[number] for number in sorted(rows))
    return Sheet(rows=ordered, read_as=how, sheets=names, findings=tuple(findings))


def _stoppable(rows: Iterator[RawRow], stop_if_cancelled: StopIfCancelled) -> Iterator[RawRow]:
    for row in rows:
        stop_if_cancelled()
        yield row


@contextmanager
def _opened(data: bytes, *, data_only: bool) -> Iterator[Workbook]:
    with warnings.catch_warnings():
        # About charts, validations and styles, which nobody imports.
        warnings.simplefilter("ignore")
        try:
            book = load_workbook(BytesIO(data), read_only=True, data_only=data_only, keep_links=False)
            try:
                yield book
            finally:
                book.close()
        except ReviewError:
            raise
        # openpyxl raises whatever a damaged part makes it trip over.
        except Exception as error:
            raise NotATableError(_("The workbook is damaged.")) from error


def _sheet(book: Workbook, name: str) -> Worksheet:
    for sheet in book.worksheets:
        if sheet.title == name:
            return sheet
    raise NoSuchSheetError(", ".join(sheet.title for sheet in book.worksheets))


def _chosen(book: Workbook, asked: str, fit: Fit) -> str:
    if asked:
        return _sheet(book, asked).title
    best, best_fit = "", -1
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            continue
        first = [row.cells for row in _rows(sheet, LOOKED_AT_FOR_HEADINGS)]
        sheet_fit = max(map(fit, first), default=-1)
        if sheet_fit > best_fit:
            best, best_fit = sheet.title, sheet_fit
    if not best:
        raise NoRowsError
    return best


def _rows(sheet: Worksheet, last: int = LAST_SPREADSHEET_ROW) -> Iterator[RawRow]:
    """The rows with something in them; the sheet's own word for its size is not trusted."""
    filled = cells = 0
    cast("ReadOnlyWorksheet", sheet).reset_dimensions()
    table = sheet.iter_rows(min_row=1, max_row=last, values_only=True)
    for number, values in enumerate(table, start=1):
        texts = _texts(values)
        if not texts:
            continue
        filled, cells = filled + 1, cells + len(texts)
        if filled > MOST_ROWS + 1 or cells > MOST_CELLS:
            raise TooLargeError(
                _("It has more than {rows:,} rows or {cells:,} cells.").format(
                    rows=MOST_ROWS, cells=MOST_CELLS
                )
            )
        if len(texts) > MOST_COLUMNS:
            message = _("Row {n} has more than {most:,} cells.")
            raise TooLargeError(message.format(n=number, most=MOST_COLUMNS))
        yield RawRow(number, tuple(texts))


def _texts(values: Iterable[object]) -> list[str]:
    """The cells of a row up to the last one with something in it."""
    cells = list(values)
    while cells and (cells[-1] is None or not _text(cells[-1]).strip()):
        cells.pop()
    return [_text(cell) for cell in cells]


def _formula_rows(
    data: bytes, name: str, results: Mapping[int, RawRow], findings: list[Finding]
) -> dict[int, RawRow]:
    try:
        with _opened(data, data_only=False) as book:
            rows = list(_rows(_sheet(book, name)))
    except NotATableError:
        findings.append(Finding(message=_("Its formulas cannot be read; their results can.")))
        return {}
    return {row.number: _with_formulas(results.get(row.number), row, findings) for row in rows}


def _with_formulas(results: RawRow | None, row: RawRow, findings: list[Finding]) -> RawRow:
    """The row of results, with the formula's text where the workbook keeps no result."""
    kept = results.cells if results else ()
    texts = list(row.cells)
    for place, text in enumerate(texts):
        result = kept[place] if place < len(kept) else ""
        if not result and text.startswith("="):
            message = _("Cell {n}: the workbook keeps no result for this formula; its text is taken.")
            findings.append(Finding(row=row.number, message=message.format(n=place + 1)))
        texts[place] = result or text
    return RawRow(row.number, tuple(texts))


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case str():
            return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), value)
        case bool():
            return _("Yes") if value else _("No")
        case float() if value.is_integer() and abs(value) < _LARGEST_WHOLE:
            return str(int(value))
        case float():
            return f"{value:.15g}"
        case datetime():
            return str(value.date() if value.time() == time() else value.replace(microsecond=0))
        case _:
            # An array formula has its text inside.
            return str(getattr(value, "text", None) or value)
