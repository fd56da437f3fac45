"""Reads exported files back with other libraries, and with LibreOffice where it is installed."""

import csv
import io
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from app.assessment import assess
from app.exchange.csv_files import csv_files
from app.exchange.document import document_bytes
from app.exchange.workbook import workbook_bytes
from app.reporting import report_content
from models.assessment import Assessment
from models.snapshot import Snapshot
from tests.specified import specified_review

Rows = Sequence[Sequence[Any]]
_RUN = qn("w:r")
_TEXTS = {qn("w:t"): "", qn("w:br"): "\n", qn("w:tab"): "\t"}


def assessed(snapshot: Snapshot) -> tuple[Snapshot, Assessment]:
    return snapshot, assess(snapshot)


@cache
def workbook_of(name: str) -> bytes:
    return workbook_bytes(*assessed(specified_review(name)))


@cache
def document_of(name: str) -> bytes:
    return document_for(specified_review(name))


def document_for(snapshot: Snapshot) -> bytes:
    return document_bytes(report_content(*assessed(snapshot)))


@lru_cache(maxsize=6)
def sheets(data: bytes) -> Mapping[str, Rows]:
    """The rows of every sheet, header first. Any: what openpyxl finds in cells."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    return {sheet.title: [_plain(row) for row in sheet.iter_rows(values_only=True)] for sheet in book}


def column(data: bytes, sheet: str, number: int) -> list[Any]:
    """The cells of one column, counted from 0, header first; for workbooks too large to be read whole."""
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
    cells = book[sheet].iter_rows(min_col=number + 1, max_col=number + 1, values_only=True)
    return [row[0] for row in cells]


def records(rows: Rows) -> list[dict[str, Any]]:
    """The rows of a table by column title."""
    header, *others = rows
    return [dict(zip(header, row, strict=True)) for row in others]


def csv_of(snapshot: Snapshot, *, with_bom: bool = False) -> Mapping[str, bytes]:
    return csv_files(*assessed(snapshot), with_bom=with_bom)


def csv_rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def document(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


def document_lines(data: bytes) -> list[str]:
    """The text of every paragraph, those in tables included, in order."""
    body: Any = document(data).element.body
    return ["".join(_texts(paragraph)) for paragraph in body.iter(qn("w:p"))]


def by_libreoffice(data: bytes, name: str, wanted: str, folder: Path) -> Mapping[str, bytes]:
    """What LibreOffice makes of a file; skips the test, loudly, where it is missing."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice is not installed: install libreoffice-calc and libreoffice-writer for this")
    source = folder / name
    source.write_bytes(data)
    out = folder / "made"
    out.mkdir()
    subprocess.run(
        [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
         "--convert-to", wanted, "--outdir", str(out), str(source)],
        capture_output=True, check=True, timeout=180,
    )  # fmt: skip
    made = {path.name: path.read_bytes() for path in sorted(out.iterdir())}
    assert made, "LibreOffice could not open it"
    return made


def _plain(row: Sequence[Any]) -> tuple[Any, ...]:
    return tuple(_day(cell) for cell in row)


def _day(cell: object) -> object:
    return cell.date() if isinstance(cell, datetime) else cell


def _texts(paragraph: Any) -> Iterator[str]:
    for element in paragraph.iter(*_TEXTS):
        if element.getparent().tag == _RUN:  # not the tab stops of a paragraph
            yield _TEXTS[element.tag] or element.text or ""
