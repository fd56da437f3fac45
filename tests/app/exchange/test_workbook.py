"""The workbook holds every fact again, with its type, and never a formula."""

import hashlib
import io
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from app.assessment import assess
from app.cell_text import cell_text, names_of
from app.exchange.legible import legible
from app.exchange.long_texts import CELL_LIMIT, parts, units
from app.exchange.workbook import workbook_bytes
from app.register_columns import REGISTERS, paths_of, spec_at, value_at
from app.signing.seal import seal
from models.snapshot import Snapshot
from models.values import ENTRY_TYPES, SINGLETONS, RegisterName, words
from tests.app.exchange.odd import LONG, LONGEST, NEW_DAY, OLD_DAY, TEXTS, odd_review
from tests.app.exchange.office import (
    assessed,
    by_libreoffice,
    csv_rows,
    document_of,
    records,
    sheets,
    workbook_of,
)
from tests.specified import NAMES, specified_review

ROOT = Path(__file__).parents[3]
TABLED = [register for register in ENTRY_TYPES if register not in SINGLETONS]
WRITES_ITS_DIGEST = """
import hashlib
from tests.app.exchange.office import document_of, workbook_of
print(hashlib.sha256(workbook_of("ferrowick") + document_of("ferrowick")).hexdigest())
"""


def expected(snapshot: Snapshot, register: RegisterName, path: str, key: str) -> object:
    """What a cell should hold: dates and numbers as they are, the rest in the words of the window's grid."""
    value = value_at(snapshot.entries(register)[key], path)
    if isinstance(value, date | int):
        return value
    return legible(cell_text(spec_at(ENTRY_TYPES[register], path).kind, value, names_of(snapshot))) or None


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("register", [name for name in TABLED if name is not RegisterName.ANSWERS])
def test_every_entry_is_found_again_with_equal_values(name: str, register: RegisterName) -> None:
    snapshot = specified_review(name)
    paths = paths_of(ENTRY_TYPES[register])

    _header, *rows = sheets(workbook_of(name))[words(register)]

    entries = snapshot.entries(register)
    assert [row[: len(paths)] for row in rows] == [
        tuple(expected(snapshot, register, path, key) for path in paths) for key in entries
    ]


@pytest.mark.parametrize("register", sorted(SINGLETONS))
def test_the_engagement_and_the_incident_process_are_found_again(register: RegisterName) -> None:
    snapshot = specified_review("ferrowick")
    (key,) = snapshot.entries(register)

    _header, *rows = sheets(workbook_of("ferrowick"))[words(register)]

    paths = paths_of(ENTRY_TYPES[register])
    assert [value for _field, value in rows] == [expected(snapshot, register, path, key) for path in paths]


def test_every_answer_is_found_again_beside_its_question_and_in_words() -> None:
    snapshot = specified_review("ferrowick")
    rows = records(sheets(workbook_of("ferrowick"))["Answers"])

    found = {(row["Question"], row["Respondent"]): row for row in rows}

    names = names_of(snapshot)
    for answer in snapshot.answers.values():
        who = f"{answer.respondent} {names[answer.respondent]}" if answer.respondent else None
        row, question = found[answer.question, who], snapshot.pack.question(answer.question)
        assert row["Question text"] == question.text
        assert row["Section"] == snapshot.pack.section(question.section).title
        assert row["State"] == words(answer.state)
        assert (row["Note"] or "") == (answer.note or "")
        if isinstance(answer.value, int):
            assert (row["Value"], row["Value in words"]) == (answer.value, question.levels[answer.value])


def test_every_risk_has_its_numbers_and_its_stop_rules() -> None:
    assessment = assess(specified_review("ferrowick"))
    rows = records(sheets(workbook_of("ferrowick"))["Risks"])

    for row, risk in zip(rows, assessment.risks, strict=True):
        assert (row["Id"], row["Band"], row["Band at worst"]) == (
            risk.id,
            risk.residual.band.value,
            risk.worst.band.value,
        )
        assert (row["Likelihood now"], row["Impact before controls"]) == (
            risk.residual.likelihood,
            risk.inherent.impact,
        )
        assert row["Stop rules"] == (", ".join(risk.stop_rules) or None)
        assert len((row["Controls"] or "").splitlines()) == len(risk.controls)


def test_the_cover_says_whose_it_is_how_complete_and_from_which_state() -> None:
    snapshot, assessment = assessed(specified_review("ferrowick"))
    rows = sheets(workbook_of("ferrowick"))["Cover"]

    cover = {row[0]: row[1] for row in rows}

    assert cover["Client"] == snapshot.engagement.client
    assert cover["Confidentiality"] == snapshot.engagement.confidentiality
    assert cover["Date"] == snapshot.engagement.end_date
    assert cover["Completeness"] == "59 of 61 questions answered, 2 unknown"
    assert cover["Seal (SHA-256)"] == seal(snapshot, assessment)


@pytest.mark.parametrize("name", NAMES)
def test_every_sheet_has_a_frozen_header_and_a_filter(name: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook_of(name)))

    assert {words(register) for register in (*REGISTERS, *ENTRY_TYPES)} <= set(book.sheetnames)
    for sheet in book:
        assert sheet.freeze_panes == "B2"
        assert (sheet.auto_filter.ref or "").startswith("A1:")
        assert sheet.print_title_rows == "$1:$1"


def test_a_row_has_room_for_its_text_within_reason() -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook_bytes(*assessed(odd_review()))))

    heights = {row: dimension.height for row, dimension in book["Systems"].row_dimensions.items()}

    assert heights[2] == 6 * 15
    assert book["Cover"].row_dimensions[10].height == 12 * 15
    assert all(dimension.height >= 15 for dimension in book["AI tools"].row_dimensions.values())


def test_odd_texts_are_text_and_found_again_sign_by_sign() -> None:
    snapshot = odd_review()
    data = workbook_bytes(*assessed(snapshot))
    book = openpyxl.load_workbook(io.BytesIO(data))

    rows = records(sheets(data)["AI tools"])

    assert [row["Name"] for row in rows] == [legible(text) for text in TEXTS]
    assert [row["Notes"] for row in rows] == [legible(text) for text in TEXTS]
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds
    assert not [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "e"]


def test_what_looks_like_a_formula_stays_text_even_when_it_is_edited() -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook_bytes(*assessed(odd_review()))))

    cells = [cell for row in book["AI tools"].iter_rows(min_row=2) for cell in row]

    for cell in cells:
        if isinstance(cell.value, str) and cell.value.startswith(("=", "+", "-", "@", "\t", "\n")):
            assert cell.quotePrefix


def test_a_text_too_long_for_a_cell_says_so_and_stands_whole_in_a_sheet_of_its_own() -> None:
    found = sheets(workbook_bytes(*assessed(odd_review())))

    (system,) = records(found["Systems"])
    pieces = [row for row in records(found["Long texts"]) if row["Column"] == "Notes"]

    assert "[too long for a cell; all of it is in the sheet Long texts, from row 2]" in system["Notes"]
    assert units(system["Notes"]) <= CELL_LIMIT
    assert "".join(row["Text"] for row in pieces) == LONGEST
    assert {(row["Sheet"], row["Row"], row["Parts"]) for row in pieces} == {("Systems", 2, len(pieces))}
    assert {row[0]: row[1] for row in found["Cover"]}["Scope"] == LONG


def test_no_character_is_cut_in_two() -> None:
    pieces = parts("a" + "😀" * 50_000, 32_000)

    assert "".join(pieces) == "a" + "😀" * 50_000
    assert all(units(piece) <= 32_000 for piece in pieces)


def test_days_are_dates_and_days_before_spreadsheets_are_text() -> None:
    rows = records(sheets(workbook_bytes(*assessed(odd_review())))["AI tools"])

    assert {row["Updated"] for row in rows} == {NEW_DAY}
    assert {row["Created"] for row in rows} == {OLD_DAY.isoformat()}


def test_fields_that_the_format_does_not_know_are_kept_as_json() -> None:
    (row,) = records(sheets(workbook_bytes(*assessed(odd_review())))["Data categories"])

    assert row["Other fields (JSON)"] == '{"x_list": [1, {"deep": null}], "x_odd": "=1+1"}'


def test_the_same_review_gives_the_same_bytes_wherever_it_is_written() -> None:
    here = hashlib.sha256(workbook_of("ferrowick") + document_of("ferrowick")).hexdigest()
    elsewhere = {**os.environ, "TZ": "Asia/Kathmandu", "LC_ALL": "C", "PYTHONHASHSEED": "1"}

    done = subprocess.run(
        [sys.executable, "-c", WRITES_ITS_DIGEST], cwd=ROOT, env=elsewhere, capture_output=True, check=True
    )

    assert done.stdout.decode().strip() == here


@pytest.mark.slow
def test_libreoffice_finds_the_same_cells(tmp_path: Path) -> None:
    data = workbook_bytes(*assessed(odd_review()))
    every_sheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"

    made = by_libreoffice(data, "odd.xlsx", every_sheet, tmp_path)

    for title, rows in sheets(data).items():
        shown = csv_rows(made[f"odd-{title}.csv"])
        wanted = [[_shown(cell) for cell in row] for row in rows]
        assert [row[: len(wanted[0])] for row in shown] == wanted, title


def _shown(cell: object) -> str:
    if cell is None:
        return ""
    return f"{cell:,}" if isinstance(cell, int) else str(cell)
