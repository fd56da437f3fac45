"""Reads what is printed in a report: the seal that a reader sees, not the one in its data."""

import re

import pypdfium2

from app.pdfium import PDFIUM

# What stands between a word for the seal and its digits may be a line's end or nothing.
_WHOLE = re.compile(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")


def printed_seals(data: bytes) -> frozenset[str]:
    """Every number of 64 hex digits printed in a PDF; none where it cannot be read."""
    with PDFIUM:
        return _printed(data)


def _printed(data: bytes) -> frozenset[str]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return frozenset()
    found: set[str] = set()
    try:
        for page in document:
            text = page.get_textpage()
            found.update(_WHOLE.findall(text.get_text_range()))
            text.close()
            page.close()
    except pypdfium2.PdfiumError:
        return frozenset()
    finally:
        document.close()
    return frozenset(found)
