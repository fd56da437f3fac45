"""Shows picture sheets before they are printed, and prints them; to PDF where no printer is there."""

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo, QPrintPreviewDialog
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from app.i18n import _
from ui.widgets.picture_sheet import PictureSheet


class PrintPreview(QPrintPreviewDialog):
    """The system's preview; it keeps its printer, which Qt does not."""

    def __init__(self, printer: QPrinter, sheets: Sequence[PictureSheet], window: QWidget) -> None:
        super().__init__(printer, window)
        self._printer = printer
        self._sheets = sheets
        self.setObjectName("print_preview")
        self.setWindowTitle(_("Print the picture"))
        self.resize(window.size() * 0.9)
        self.paintRequested.connect(self._print)
        self.finished.connect(self.deleteLater)

    def _print(self, printer: QPrinter) -> None:
        print_sheets(printer, self._sheets)


def landscape_printer() -> QPrinter:
    """The system's printer set to A4 landscape; without one it writes a PDF file. The job names no client."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if QPrinterInfo.defaultPrinter().isNull():
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    printer.setDocName(_("AI risk map"))
    return printer


def show_preview(sheets: Sequence[PictureSheet], window: QWidget) -> None:
    """Open the preview over the window; the person prints or closes it there."""
    PrintPreview(landscape_printer(), sheets, window).open()


def print_sheets(printer: QPrinter, sheets: Sequence[PictureSheet]) -> None:
    """Print each sheet on a page of its own, as large as the page lets it be.

    The way over SVG keeps words as large beside the lines as they are on the screen: a painter on a printer
    would take their size in points.
    """
    painter = QPainter(printer)
    for place, sheet in enumerate(sheets):
        if place:
            printer.newPage()
        page = printer.pageRect(QPrinter.Unit.DevicePixel)
        scale = min(page.width() / sheet.size.width(), page.height() / sheet.size.height())
        wide, high = sheet.size.width() * scale, sheet.size.height() * scale
        room = QRectF((page.width() - wide) / 2, 0, wide, high)
        drawn = QSvgRenderer(QByteArray(sheet.svg()))
        drawn.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
        drawn.render(painter, room)
    painter.end()
