"""CSV by RFC 4180: every row again, no formula, no byte order mark unless it is asked for."""

import re

import pytest

from app.assessment import assess
from app.exchange.contents import tables
from app.exchange.csv_files import BYTE_ORDER_MARK
from app.exchange.formulas import STARTERS, as_written
from models.snapshot import Snapshot
from models.values import ENTRY_TYPES
from tests.app.exchange.odd import LONGEST, TEXTS, odd_review
from tests.app.exchange.office import csv_of, csv_rows
from tests.specified import NAMES, specified_review

REVIEWS = {**{name: specified_review(name) for name in NAMES}, "odd": odd_review()}
RFC_4180 = re.compile(r'(?:(?:"(?:[^"]|"")*"|[^",\r\n]*)(?:,|\r\n))*')


@pytest.mark.parametrize("snapshot", REVIEWS.values(), ids=list(REVIEWS))
def test_every_table_is_a_file_and_every_cell_is_found_again(snapshot: Snapshot) -> None:
    files = csv_of(snapshot)

    assert {f"{register.value}.csv" for register in ENTRY_TYPES} <= set(files)
    for table in tables(snapshot, assess(snapshot)):
        header, *rows = csv_rows(files[f"{table.name}.csv"])
        wanted = [["" if cell is None else str(cell) for cell in row] for row in table.rows]
        assert header == [column.title for column in table.columns]
        assert [[as_written(cell) for cell in row] for row in rows[: len(wanted)]] == wanted


def test_a_text_of_any_length_and_any_sign_is_whole() -> None:
    files = csv_of(odd_review())

    _header, *tools = csv_rows(files["ai_tools.csv"])
    _header, system = csv_rows(files["systems.csv"])

    assert [as_written(row[1]) for row in tools] == list(TEXTS)
    assert LONGEST in system


@pytest.mark.parametrize("snapshot", REVIEWS.values(), ids=list(REVIEWS))
def test_no_cell_begins_like_a_formula(snapshot: Snapshot) -> None:
    cells = [cell for data in csv_of(snapshot).values() for row in csv_rows(data) for cell in row]

    assert not [cell for cell in cells if cell.startswith(STARTERS)]


@pytest.mark.parametrize("snapshot", REVIEWS.values(), ids=list(REVIEWS))
def test_lines_end_and_quotes_stand_as_rfc_4180_says(snapshot: Snapshot) -> None:
    for data in csv_of(snapshot).values():
        assert RFC_4180.fullmatch(data.decode())
        assert len({len(row) for row in csv_rows(data)}) == 1


def test_a_byte_order_mark_stands_only_where_it_is_asked_for() -> None:
    without, having = csv_of(REVIEWS["tiny_one_tool"]), csv_of(REVIEWS["tiny_one_tool"], with_bom=True)

    assert not [name for name, data in without.items() if data.startswith(BYTE_ORDER_MARK)]
    assert having == {name: BYTE_ORDER_MARK + data for name, data in without.items()}


def test_the_cover_says_how_to_undo_the_mark() -> None:
    cover = dict(csv_rows(csv_of(REVIEWS["tiny_empty"])["cover.csv"]))

    assert "drop one" in cover["Text that looks like a formula"]
