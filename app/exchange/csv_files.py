"""The tables as CSV files by RFC 4180: UTF-8, CRLF line ends, one header line, dates as YYYY-MM-DD."""

import csv
import io
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from app.exchange.contents import tables
from app.exchange.formulas import disarmed
from app.exchange.steps import Step, no_step
from app.exchange.tables import Table, TableCell
from app.i18n import _
from app.variants import Variant
from models.assessment import Assessment
from models.snapshot import Snapshot

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
ENDING = ".csv"


def csv_files(
    snapshot: Snapshot,
    assessment: Assessment,
    variant: Variant = Variant.FULL,
    *,
    with_bom: bool = False,
    step: Step = no_step,
) -> Mapping[str, bytes]:
    """A file for every table, by name; the cover says how text that looks like a formula is marked.

    `step` hears of every table; what it raises ends the writing.
    """
    cover, *others = tables(snapshot, assessment, variant)
    all_tables = (_with_rule(cover), *others)
    files: dict[str, bytes] = {}
    for done, table in enumerate(all_tables):
        step(done, len(all_tables))
        files[f"{table.name}{ENDING}"] = csv_of(table, with_bom=with_bom)
    return MappingProxyType(files)


def csv_of(table: Table, *, with_bom: bool = False) -> bytes:
    """One table as a CSV file."""
    return (BYTE_ORDER_MARK if with_bom else b"") + _written(table)


def _with_rule(cover: Table) -> Table:
    rule = _(
        "A text that begins with an equals sign, plus, minus, at sign, tab, line end or apostrophe has an "
        "apostrophe in front here, so that no program takes it for a formula. To undo it, drop one."
    )
    row = (_("Text that looks like a formula"), rule)
    return Table(cover.name, cover.title, cover.columns, (*cover.rows, row))


def _written(table: Table) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([disarmed(column.title) for column in table.columns])
    writer.writerows([_cell(cell) for cell in row] for row in table.rows)
    return out.getvalue().encode()


def _cell(cell: TableCell) -> str:
    match cell:
        case None:
            return ""
        case int():
            return str(cell)
        case date():
            return cell.isoformat()
        case _:
            return disarmed(cell)
