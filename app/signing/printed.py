"""Reads what is printed in a report: the seal that a reader sees, not the one in its data."""

import re
from collections.abc import Callable

import pypdfium2

from app.pdfium import PDFIUM

# What stands between a word for the seal and its digits may be a line's end or nothing.
_WHOLE = re.compile(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")
MOST_PAGES = 2_000  # a report on 500 tools has some 150


def printed_seals(
    data: bytes,
    on_progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> frozenset[str]:
    """Every number of 64 hex digits printed in a PDF; none where it cannot be read.

    `on_progress` gets the share of the pages read, 0 to 1; it ends early once `cancelled` says so, and after
    as many pages as no report has.
    """
    found: set[str] = set()
    document = None
    try:
        with PDFIUM:
            document = pypdfium2.PdfDocument(data)
            pages = min(len(document), MOST_PAGES)
        for number in range(pages):
            if cancelled is not None and cancelled():
                break
            with PDFIUM:
                found.update(_WHOLE.findall(_text(document, number)))
            if on_progress is not None:
                on_progress((number + 1) / pages)
    except pypdfium2.PdfiumError:
        return frozenset()
    finally:
        if document is not None:
            with PDFIUM:
                document.close()
    return frozenset(found)


def _text(document: pypdfium2.PdfDocument, number: int) -> str:
    page = document[number]
    text = page.get_textpage()
    try:
        return str(text.get_text_range())
    finally:
        text.close()
        page.close()
