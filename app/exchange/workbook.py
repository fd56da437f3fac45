"""The workbook: a sheet for every table, made to be filtered and to hold no formula at all."""

import io
from datetime import date, datetime
from math import ceil
from typing import Any

import xlsxwriter

from app.branding.template import PLAIN, Stationery
from app.collecting import collecting_later
from app.exchange.contents import tables
from app.exchange.formulas import may_be_a_formula
from app.exchange.legible import legible
from app.exchange.long_texts import LONG_TEXTS, LongTexts
from app.exchange.steps import Step, no_step
from app.exchange.tables import Table, TableCell
from app.i18n import _
from app.paper import Paper
from app.reporting.palette import made_for, palette
from app.variants import Variant
from models.assessment import Assessment
from models.snapshot import Snapshot

# Before this day spreadsheet programs disagree about what a date is, so an earlier one stands as text.
FIRST_DAY = date(1900, 3, 1)
NO_DATE = date(2000, 1, 1)
_NARROWEST, _WIDEST, _FILTER_ARROW, _LOOKED_AT = 9, 68, 4, 300
_HEADER_LENGTH = 100
_LINE_HEIGHT, _MOST_LINES, _MOST_LINES_OF_A_FACT = 15, 6, 12  # a risk has five drivers, a line each
# A number keeps off the text of the next column.
_AT_RIGHT: dict[str, object] = {"valign": "top", "align": "right", "indent": 1}
_PAPERS = {Paper.A4: 9, Paper.LETTER: 1}  # ECMA-376, 18.3.1.63, paperSize
_PAPER_WIDTH = 190  # characters that can still be read on A4 landscape


@collecting_later()
def workbook_bytes(
    snapshot: Snapshot,
    assessment: Assessment,
    stationery: Stationery = PLAIN,
    variant: Variant = Variant.FULL,
    step: Step = no_step,
) -> bytes:
    """The review as an XLSX file's bytes; the same review always gives the same bytes.

    `step` hears of every table; what it raises ends the writing.
    """
    buffer = io.BytesIO()
    # In memory: no word of the client goes into a temporary file.
    with made_for(stationery.firm), xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        _Sheets(book, snapshot, stationery).add(tables(snapshot, assessment, variant), step)
    return buffer.getvalue()


class _Sheets:
    """Writes tables into a workbook. Any: XlsxWriter does not publish its annotations."""

    def __init__(self, book: Any, snapshot: Snapshot, stationery: Stationery) -> None:
        self._book = book
        self._stationery = stationery
        self._engagement = snapshot.engagement
        self._long_texts = LongTexts()
        self._text = book.add_format({"text_wrap": True, "valign": "top"})
        # Stays text even when somebody edits the cell.
        self._quoted = book.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True})
        self._number = book.add_format({"num_format": "#,##0", **_AT_RIGHT})
        self._day = book.add_format({"num_format": "yyyy-mm-dd", **_AT_RIGHT})
        # Facts below one another, whatever their type, stand on one edge.
        self._number_fact = book.add_format({"num_format": "#,##0", "valign": "top", "align": "left"})
        self._day_fact = book.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"})
        self._link = book.add_format(
            {"valign": "top", "underline": True, "font_color": palette().house.accent}
        )
        self._head = book.add_format(_head_look())

    def add(self, all_tables: tuple[Table, ...], step: Step) -> None:
        """Write all tables, and then the texts that are too long for a cell."""
        self._describe()
        for done, table in enumerate(all_tables):
            step(done, len(all_tables))
            self._add(table)
        cover, *_others = self._book.worksheets()
        self._list_sheets(cover, all_tables)
        if self._long_texts.rows:
            self._add(self._long_texts.table())

    def _describe(self) -> None:
        day = self._engagement.end_date or NO_DATE
        firm = self._stationery.firm
        self._book.set_properties(
            {
                **({"company": firm.name} if firm is not None else {}),
                "title": _("AI governance review: registers, answers, risks, actions"),
                "author": "Plumbline",
                "created": datetime(day.year, day.month, day.day),  # noqa: DTZ001  (a day, not a moment)
            }
        )

    def _add(self, table: Table) -> None:
        sheet = self._book.add_worksheet(table.title)
        widths = [_width(table, across) for across in range(len(table.columns))]
        titles = tuple(column.title for column in table.columns)
        sheet.set_row(0, _height(titles, [width - _FILTER_ARROW for width in widths]))
        for across, (title, width) in enumerate(zip(titles, widths, strict=True)):
            sheet.write_string(0, across, title, self._head)
            sheet.set_column(across, across, width)
        is_fact = _holds_facts(table)
        most = _MOST_LINES_OF_A_FACT if is_fact else _MOST_LINES
        for down, row in enumerate(table.rows, start=1):
            sheet.set_row(down, _height(row, widths, most))
            for across, cell in enumerate(row):
                self._write(sheet, (down, across), cell, table, is_fact=is_fact)
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.columns) - 1)
        self._set_paper(sheet, table.title, pages_across=ceil(sum(widths) / _PAPER_WIDTH))

    def _write(
        self, sheet: Any, at: tuple[int, int], cell: TableCell, table: Table, *, is_fact: bool
    ) -> None:
        match cell:
            case None:
                return
            case int():
                sheet.write_number(*at, cell, self._number_fact if is_fact else self._number)
            case date() if cell >= FIRST_DAY:
                sheet.write_datetime(*at, cell, self._day_fact if is_fact else self._day)
            case _:
                text = legible(str(cell))
                if table.name != LONG_TEXTS:
                    place = (table.title, at[0] + 1, table.columns[at[1]].title)
                    text = self._long_texts.cell_text(text, *place)
                sheet.write_string(*at, text, self._quoted if may_be_a_formula(text) else self._text)

    def _list_sheets(self, cover: Any, all_tables: tuple[Table, ...]) -> None:
        """Beside the cover's facts, so that its own columns stay a table."""
        cover.set_column(2, 2, _NARROWEST)
        cover.set_column(3, 3, 28)
        cover.write_string(0, 3, _("Sheet"), self._head)
        cover.write_string(0, 4, _("Rows"), self._head)
        for down, table in enumerate(all_tables[1:], start=1):
            cover.write_url(
                down, 3, f"internal:'{table.title}'!A1", cell_format=self._link, string=table.title
            )
            cover.write_number(down, 4, len(table.rows), self._number)

    def _set_paper(self, sheet: Any, title: str, *, pages_across: int) -> None:
        mark = self._engagement.confidentiality or _("Confidential")
        sheet.set_landscape()
        sheet.set_paper(_PAPERS[self._stationery.paper])
        sheet.fit_to_pages(pages_across, 0)
        sheet.repeat_rows(0)
        sheet.repeat_columns(0)
        sheet.set_header(f"&L{_literal(self._engagement.client)}&R{_literal(mark)}")
        firm = self._stationery.firm
        line = _literal(firm.footer or firm.name) if firm is not None else ""
        sheet.set_footer(f"&L{_literal(title)}&C{line}&R&P / &N" if line else f"&L{_literal(title)}&R&P / &N")


def _head_look() -> dict[str, object]:
    house = palette().house
    return {
        "bold": True,
        "font_color": house.paper,
        "bg_color": house.accent,
        "text_wrap": True,
        "valign": "vcenter",
    }


def _width(table: Table, across: int) -> int:
    longest = max(
        (
            max(map(len, str(row[across]).split("\n")))
            for row in table.rows[:_LOOKED_AT]
            if row[across] is not None
        ),
        default=0,
    )
    title = max(len(word) for word in table.columns[across].title.split()) + _FILTER_ARROW
    return min(max(longest + 2, title, _NARROWEST), _WIDEST)


def _holds_facts(table: Table) -> bool:
    """Whether it has a fact a row, not an entry."""
    return [column.field for column in table.columns] == ["field", "value"]


def _height(row: tuple[TableCell, ...], widths: list[int], most: int = _MOST_LINES) -> int:
    """Room for the longest text of a row, within reason; programs do not all make it themselves."""
    lines = (
        sum(max(ceil(len(line) / width), 1) for line in cell.split("\n"))
        for cell, width in zip(row, widths, strict=True)
        if isinstance(cell, str)
    )
    return _LINE_HEIGHT * min(max(lines, default=1), most)


def _literal(text: str) -> str:
    """A short text for the paper's head, where & begins a command; a space keeps digits from a font size."""
    return " " + " ".join(legible(text).split())[:_HEADER_LENGTH].replace("&", "&&")
