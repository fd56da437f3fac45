"""Reports of the specified reviews, and other tools that read them back."""

import io
import shutil
import subprocess
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import overload

import pytest
from pypdf import PdfReader

from app.assessment import assess
from app.reporting import ReportContent, pdf_bytes, report_content
from app.variants import Variant
from models.snapshot import Snapshot
from tests.specified import specified_review


@cache
def content_of(name: str) -> ReportContent:
    """The report's content for one of the four specified reviews."""
    return content_for(specified_review(name))


@cache
def pdf_of(name: str) -> bytes:
    """The report's bytes for one of the four specified reviews."""
    return pdf_bytes(content_of(name))


@cache
def variant_of(name: str, variant: Variant) -> ReportContent:
    """A variant's content for one of the four specified reviews."""
    snapshot = specified_review(name)
    return report_content(snapshot, assess(snapshot), variant=variant)


@cache
def variant_pdf(name: str, variant: Variant) -> bytes:
    """A variant's bytes for one of the four specified reviews."""
    return pdf_bytes(variant_of(name, variant))


def content_for(snapshot: Snapshot) -> ReportContent:
    """The report's content for any review."""
    return report_content(snapshot, assess(snapshot))


def pdf_for(snapshot: Snapshot) -> bytes:
    """The report's bytes for any review."""
    return pdf_bytes(content_for(snapshot))


def reader(data: bytes) -> PdfReader:
    """The document as pypdf reads it."""
    return PdfReader(io.BytesIO(data), strict=True)


class PageTexts(Sequence[str]):
    """The text of every page, read when it is first asked for: that takes longer than drawing it."""

    def __init__(self, data: bytes) -> None:
        self._pages = reader(data).pages
        self._text = cache(lambda number: " ".join(self._pages[number].extract_text().split()))

    def __len__(self) -> int:
        return len(self._pages)

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[str, ...]: ...
    def __getitem__(self, place: int | slice) -> str | tuple[str, ...]:
        if isinstance(place, slice):
            return tuple(self._text(number) for number in range(*place.indices(len(self))))
        if place >= len(self):
            raise IndexError(place)
        return self._text(place)


@lru_cache(maxsize=6)
def page_texts(data: bytes) -> PageTexts:
    """The text of every page as pypdf reads it, each on one line."""
    return PageTexts(data)


def told_by(tool: str, *arguments: str, data: bytes, folder: Path) -> str:
    """What a tool of another house says about the document; skips the test, loudly, where it is missing."""
    if shutil.which(tool) is None:
        pytest.skip(f"{tool} is not installed: install poppler-utils and qpdf to run this test")
    path = folder / "report.pdf"
    path.write_bytes(data)
    done = subprocess.run(
        [tool, *(argument.replace("{pdf}", str(path)) for argument in arguments)],
        capture_output=True,
        check=True,
        timeout=60,
    )
    return done.stdout.decode("utf-8") + done.stderr.decode("utf-8")
