"""One at a time: PDFium draws and reads for a single thread only, and several of ours use it."""

from threading import RLock

PDFIUM = RLock()
