"""Reads text with separators (CSV, TSV) into rows, whatever separates its cells."""

import csv
import io
from collections import Counter
from collections.abc import Iterator

from app.i18n import _
from app.register_import.encodings import decoded
from app.register_import.errors import BrokenTableError, TooLargeError
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

DELIMITERS = (",", ";", "\t", "|")
_SAMPLE = 200_000
_SAMPLE_ROWS = 300
_LONGEST_LINE = 4_000_000
_SEPARATOR_LINE = "sep="


def delimited_sheet(data: bytes, read_as: ReadAs, stop_if_cancelled: StopIfCancelled = never_stop) -> Sheet:
    """The rows of a text, blank ones left out but counted. Raises BrokenTableError or TooLargeError."""
    found = decoded(data, read_as.encoding)
    said, text = _separator_line(found.text)
    delimiter = read_as.delimiter or said or delimiter_of(text)
    rows = tuple(_rows(text, delimiter, stop_if_cancelled))
    findings = (Finding(message=found.remark),) if found.remark else ()
    how = ReadAs(encoding=found.encoding, delimiter=delimiter, header_row=read_as.header_row)
    return Sheet(rows=rows, read_as=how, findings=findings)


def delimiter_of(text: str) -> str:
    """The separator with which most rows have the same number of cells; a comma where none is in use."""
    ranked = {delimiter: _evenness(text[:_SAMPLE], delimiter) for delimiter in DELIMITERS}
    return max(DELIMITERS, key=lambda delimiter: ranked[delimiter])


def _evenness(sample: str, delimiter: str) -> tuple[float, int]:
    widths: Counter[int] = Counter()
    try:
        for n, cells in enumerate(csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)):
            if n == _SAMPLE_ROWS:
                break
            if any(cell.strip() for cell in cells):
                widths[len(cells)] += 1
    except csv.Error:
        return (0.0, 0)
    if not widths:
        return (0.0, 0)
    width, count = max(widths.items(), key=lambda item: (item[1], item[0]))
    return (count / widths.total(), width) if width > 1 else (0.0, 0)


def _separator_line(text: str) -> tuple[str, str]:
    """The separator that Excel's first line `sep=;` names, and the text after that line."""
    first, _end, rest = text.partition("\n")
    line = first.strip('\r\ufeff "')
    if line.lower().startswith(_SEPARATOR_LINE) and len(line) == len(_SEPARATOR_LINE) + 1:
        return line[-1], rest
    return "", text


class _Lines:
    """The lines of a text, remembering those of the row that is being read."""

    def __init__(self, text: str) -> None:
        self.of_row: list[str] = []
        self._lines = io.StringIO(text, newline="")

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            if len(line) > _LONGEST_LINE:
                raise TooLargeError(_("It has a line of more than {n:,} characters.").format(n=_LONGEST_LINE))
            self.of_row.append(line)
            yield line


def _rows(text: str, delimiter: str, stop_if_cancelled: StopIfCancelled) -> Iterator[RawRow]:
    lines = _Lines(text.removeprefix("\ufeff"))
    last: list[str] = []
    number = filled = 0
    try:
        for cells in csv.reader(lines, delimiter=delimiter):
            stop_if_cancelled()
            number += 1
            last, lines.of_row = lines.of_row, []
            filled += (is_filled := any(cell.strip() for cell in cells))
            _refuse_too_much(number, filled, cells)
            if is_filled:
                yield RawRow(number, tuple(cells))
    except csv.Error as error:
        raise BrokenTableError(_("Row {n}: a cell is too long.").format(n=number + 1)) from error
    _refuse_open_quotes(last, delimiter, number)


def _refuse_too_much(number: int, filled: int, cells: list[str]) -> None:
    # One row more than there may be entries, for the headings.
    if filled > MOST_ROWS + 1 or number > LAST_SPREADSHEET_ROW:
        raise TooLargeError(_("It has more than {n:,} rows.").format(n=MOST_ROWS))
    if len(cells) > MOST_COLUMNS:
        raise TooLargeError(_("Row {n} has more than {most:,} cells.").format(n=number, most=MOST_COLUMNS))


def _refuse_open_quotes(lines: list[str], delimiter: str, number: int) -> None:
    """A quotation mark that is never closed would make one cell of all rows to the end, without a word."""
    try:
        list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error as error:
        if "unexpected end of data" in str(error):
            message = _("Row {n}: a quotation mark is opened and never closed.").format(n=number)
            raise BrokenTableError(message) from error
