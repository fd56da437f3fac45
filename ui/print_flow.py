"""Shows how something will look on paper, and prints it, with the system's own dialogs."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QPageLayout
from PySide6.QtWidgets import QWidget

from app.i18n import _

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog


def preview_print(paint: "Callable[[QPrinter], object]", title: str, window: QWidget) -> None:
    """Show the preview of what `paint` draws on a printer; from there it is printed, or saved as PDF."""
    from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog  # noqa: PLC0415  (rarely needed)

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    dialog = QPrintPreviewDialog(printer, window)
    dialog.setObjectName("print_preview")
    dialog.setWindowTitle(_("Print: {what}").format(what=title))
    dialog.paintRequested.connect(paint)
    dialog.finished.connect(partial(_end, dialog, printer))
    dialog.open()


def _end(dialog: "QPrintPreviewDialog", _printer: "QPrinter", _result: int) -> None:
    """Let the dialog go; until then it needs the printer, which it does not own."""
    dialog.deleteLater()
