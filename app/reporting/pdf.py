"""Writes the report as a PDF: the same content always gives the same bytes, and never half a file."""

import io
from collections.abc import Callable
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from app.atomic_file import FileNotWrittenError, NotAFileError, write_whole
from app.i18n import _
from app.reporting.canvas import new_canvas
from app.reporting.content.report import EveryPage, ReportContent
from app.reporting.errors import ReportCancelledError, ReportNotWrittenError
from app.reporting.heads import Outlined
from app.reporting.inside import put_files_in
from app.reporting.layout.fonts import Face
from app.reporting.layout.pen import PAGE_HEIGHT, PAGE_WIDTH, Pen
from app.reporting.layout.text import shortened
from app.reporting.palette import palette
from app.reporting.sheets import MARGIN, TOP, WIDTH, Sheet, sheets

OnProgress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


def pdf_bytes(
    content: ReportContent, *, on_progress: OnProgress | None = None, cancelled: Cancelled | None = None
) -> bytes:
    """The report as a PDF file's bytes.

    `on_progress` gets pages drawn and pages in all. Raises ReportCancelledError once `cancelled` says so.
    """

    def stop_if_cancelled() -> None:
        if cancelled is not None and cancelled():
            raise ReportCancelledError

    stop_if_cancelled()
    laid_out = sheets(content, stop_if_cancelled)
    places = frozenset(name for sheet in laid_out for _y, block in sheet.blocks for name in block.places())
    buffer = io.BytesIO()
    canvas = _canvas(buffer, content)
    pen = Pen(canvas, places)
    for number, sheet in enumerate(laid_out, start=1):
        stop_if_cancelled()
        _draw_frame(pen, content.every_page, number, len(laid_out))
        _draw_sheet(canvas, pen, sheet)
        canvas.showPage()
        if on_progress is not None:
            on_progress(number, len(laid_out))
    put_files_in(canvas, content.inside)
    canvas.save()
    return buffer.getvalue()


def write_pdf(
    content: ReportContent,
    path: Path,
    *,
    on_progress: OnProgress | None = None,
    cancelled: Cancelled | None = None,
) -> None:
    """Save the report as a PDF: whole, or not at all.

    Raises ReportNotWrittenError or ReportCancelledError; a file that was there before is then untouched.
    """
    written = pdf_bytes(content, on_progress=on_progress, cancelled=cancelled)
    try:
        write_whole(path, written)
    except (FileNotWrittenError, NotAFileError) as error:
        raise ReportNotWrittenError from error


def _canvas(buffer: io.BytesIO, content: ReportContent) -> Canvas:
    canvas = new_canvas(buffer, content.title, content.language, content.day)
    canvas.setAuthor(content.author)
    canvas.setSubject(_("AI governance risk review of marketing operations"))
    canvas.setKeywords(content.fingerprint)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.showOutline()
    return canvas


def _draw_sheet(canvas: Canvas, pen: Pen, sheet: Sheet) -> None:
    for y, block in sheet.blocks:
        block.draw(pen, MARGIN, TOP + y, WIDTH)
        if isinstance(block, Outlined) and block.outline:
            canvas.addOutlineEntry(block.outline, block.place, block.depth, closed=block.depth > 0)


def _draw_frame(pen: Pen, every: EveryPage, number: int, total: int) -> None:
    """What stands on every page, above and below."""
    house, right = palette().house, PAGE_WIDTH - MARGIN
    pen.label(
        shortened(every.client, Face.BOLD, 7.6, 300), MARGIN, 22, size=7.6, colour=house.ink, face=Face.BOLD
    )
    mark = shortened(every.confidentiality, Face.REGULAR, 7.2, 300)
    pen.label(mark, PAGE_WIDTH / 2, 22.3, size=7.2, colour=house.quiet, anchor="middle")
    pen.label(f"{every.version}  ·  {every.date}", right, 22.3, size=7.2, colour=house.quiet, anchor="right")
    pen.stroke(MARGIN, 36, right, 36, colour=house.rule, line=0.6)
    foot = PAGE_HEIGHT - 38
    pen.stroke(MARGIN, foot, right, foot, colour=house.rule, line=0.6)
    scope = _("Scope: {scope}").format(scope=every.scope)
    pen.label(shortened(scope, Face.REGULAR, 7, 560), MARGIN, foot + 5, size=7, colour=house.quiet)
    pen.label(every.progress, right, foot + 5, size=7, colour=house.quiet, anchor="right")
    pen.label(every.state, MARGIN, foot + 16, size=7, colour=house.accent, face=Face.BOLD)
    digits = _("Seal {digits}").format(digits=every.fingerprint)
    pen.label(digits, PAGE_WIDTH / 2, foot + 16, size=7, colour=house.quiet, anchor="middle")
    page = _("page {n} of {total}").format(n=number, total=total)
    pen.label(page, right, foot + 16, size=7, colour=house.ink, anchor="right")
