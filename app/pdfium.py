"""PDFium answers one thread at a time, or it breaks: whoever asks it holds this lock meanwhile."""

from threading import RLock

PDFIUM = RLock()
