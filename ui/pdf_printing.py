"""Prints a PDF: its pages as PDFium draws them, after a preview, without a file in between."""

import pypdfium2
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from app.errors import ReviewError
from app.i18n import _
from app.pdfium import opened
from ui.printing import PrintPreview, a4_printer

DOTS_PER_INCH = 300
_POINTS_PER_INCH = 72


class NoPrinterError(ReviewError):
    """There is no printer to print on."""

    title = _("There is no printer on this computer")
    advice = _("Save it as a PDF and print that elsewhere, or write the lines down.")


def show_pdf_preview(data: bytes, title: str, job: str, window: QWidget) -> None:
    """Open the preview over the window; the person prints or closes it there. Raises NoPrinterError."""
    if not QPrinterInfo.availablePrinterNames():
        raise NoPrinterError
    printer = a4_printer(QPageLayout.Orientation.Landscape, job)
    PrintPreview(printer, lambda to: print_pdf(data, to), title, window).open()


def print_pdf(data: bytes, printer: QPrinter) -> None:
    """Print every page as large as the paper allows."""
    painter = QPainter(printer)
    with opened(data) as document:
        for number, page in enumerate(document):
            if number:
                printer.newPage()
            _draw(painter, page)
    painter.end()


def _draw(painter: QPainter, page: pypdfium2.PdfPage) -> None:
    bitmap = page.render(scale=DOTS_PER_INCH / _POINTS_PER_INCH, rev_byteorder=True, prefer_bgrx=True)
    shape = QImage.Format.Format_RGBX8888
    picture = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, shape)
    room = painter.viewport()
    scale = min(room.width() / picture.width(), room.height() / picture.height())
    width, height = picture.width() * scale, picture.height() * scale
    place = QRectF((room.width() - width) / 2, (room.height() - height) / 2, width, height)
    painter.drawImage(place, picture)
