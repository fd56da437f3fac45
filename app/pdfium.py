"""PDFium answers one thread at a time, or it breaks: whoever asks it holds this lock meanwhile.

What it has open is closed under the lock too, and never left to the garbage collector: that clears away in
whichever thread it happens to run, beside another that draws.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock

import pypdfium2

PDFIUM = RLock()


@contextmanager
def opened(data: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """A document to read or draw, under the lock. Raises PdfiumError where the bytes are none."""
    with PDFIUM:
        document = pypdfium2.PdfDocument(data)
        try:
            yield document
        finally:
            document.close()
