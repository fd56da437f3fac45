"""Shows pictures and texts before they are printed, and prints them; to PDF where no printer is there."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QTextDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo, QPrintPreviewDialog
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from app.i18n import _
from ui.widgets.picture_sheet import PictureSheet


class PrintPreview(QPrintPreviewDialog):
    """The system's preview of what `paint` draws on a printer; it keeps its printer, which Qt does not."""

    def __init__(
        self, printer: QPrinter, paint: Callable[[QPrinter], object], title: str, window: QWidget
    ) -> None:
        super().__init__(printer, window)
        self._printer = printer
        self._paint = paint
        self.setObjectName("print_preview")
        self.setWindowTitle(title)
        self.resize(window.size() * 0.9)
        self.paintRequested.connect(self._print)
        self.finished.connect(self.deleteLater)

    def _print(self, printer: QPrinter) -> None:
        self._paint(printer)


def a4_printer(orientation: QPageLayout.Orientation, name: str) -> QPrinter:
    """The system's printer set to A4; without one it writes a PDF file. `name` must not tell of a client."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if QPrinterInfo.defaultPrinter().isNull():
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(orientation)
    printer.setDocName(name)
    return printer


def landscape_printer() -> QPrinter:
    """A printer for pictures of the risk map."""
    return a4_printer(QPageLayout.Orientation.Landscape, _("AI risk map"))


def show_preview(sheets: Sequence[PictureSheet], window: QWidget) -> None:
    """Open the preview over the window; the person prints or closes it there."""
    title = _("Print the picture")
    PrintPreview(landscape_printer(), lambda printer: print_sheets(printer, sheets), title, window).open()


def show_text_preview(document: QTextDocument, name: str, window: QWidget) -> None:
    """Open the preview of a text; `name` is what it is called."""
    printer = a4_printer(QPageLayout.Orientation.Portrait, name)
    title = _("Print: {what}").format(what=name)
    PrintPreview(printer, document.print_, title, window).open()


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
