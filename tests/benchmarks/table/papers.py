"""The report as PDF, text document and workbook, each beside the least that writing the same would need."""

import io
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Generic, TypeVar

import openpyxl
import pypdfium2
import xlsxwriter

from app.assessment import assess
from app.collecting import collecting_later
from app.exchange.document import document_bytes
from app.exchange.workbook import workbook_bytes
from app.reporting import pdf_bytes, report_content
from tests.benchmarks.pdf import drawn_only
from tests.benchmarks.table.measuring import Job, Ready
from tests.benchmarks.table.sizes import Material

T = TypeVar("T")
Cells = dict[str, list[tuple[int, int, str | float]]]


@contextmanager
def _pdf(material: Material) -> Iterator[Ready]:
    snapshot = material.snapshot()
    assessment = assess(snapshot)
    written = _Written(lambda: pdf_bytes(report_content(snapshot, assessment)), _lines)

    def floor() -> None:
        drawn_only(written.parts())

    yield Ready(work=written.write, floor=floor)


@contextmanager
def _docx(material: Material) -> Iterator[Ready]:
    snapshot = material.snapshot()
    assessment = assess(snapshot)
    written = _Written(lambda: document_bytes(report_content(snapshot, assessment)), _unzipped)

    def floor() -> None:
        with zipfile.ZipFile(io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as bare:
            for name, data in written.parts().items():
                bare.writestr(name, data)

    yield Ready(work=written.write, floor=floor)


@contextmanager
def _xlsx(material: Material) -> Iterator[Ready]:
    snapshot = material.snapshot()
    assessment = assess(snapshot)
    written = _Written(lambda: workbook_bytes(snapshot, assessment), _cells)

    def floor() -> None:
        with xlsxwriter.Workbook(io.BytesIO(), {"in_memory": True}) as bare:
            for name, cells in written.parts().items():
                sheet = bare.add_worksheet(name)
                for row, column, value in cells:
                    if isinstance(value, str):
                        sheet.write_string(row, column, value)
                    else:
                        sheet.write_number(row, column, value)

    yield Ready(work=written.write, floor=floor)


class _Written(Generic[T]):
    """What was written, and its parts, taken apart once: they are what the floor writes."""

    def __init__(self, make: Callable[[], bytes], take_apart: Callable[[bytes], T]) -> None:
        self._make = make
        self._take_apart = take_apart
        self._bytes = b""
        self._parts: T | None = None

    def write(self) -> None:
        with collecting_later():
            self._bytes = self._make()

    def parts(self) -> T:
        if self._parts is None:
            self._parts = self._take_apart(self._bytes)
        return self._parts


def _unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as written:
        return {name: written.read(name) for name in written.namelist()}


def _lines(data: bytes) -> list[list[str]]:
    document = pypdfium2.PdfDocument(data)
    try:
        return [page.get_textpage().get_text_range().splitlines() for page in document]
    finally:
        document.close()


def _cells(data: bytes) -> Cells:
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
    found: Cells = {
        sheet.title: [
            (row, column, value if isinstance(value, int | float) else str(value))
            for row, values in enumerate(sheet.iter_rows(values_only=True))
            for column, value in enumerate(values)
            if value is not None
        ]
        for sheet in book.worksheets
    }
    book.close()
    return found


JOBS = (
    Job(name="pdf", what="write the PDF", floor="its text drawn bare, no layout", prepare=_pdf, rounds=20),
    Job(
        name="docx",
        what="write the text document (DOCX)",
        floor="its ready parts zipped",
        prepare=_docx,
        rounds=20,
    ),
    Job(
        name="xlsx",
        what="write the workbook (XLSX)",
        floor="the same cells written bare",
        prepare=_xlsx,
        rounds=20,
    ),
)
