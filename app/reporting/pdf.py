"""Writes the report as a PDF: the same content always gives the same bytes, and never half a file."""

import io
from collections.abc import Callable
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from app.atomic_file import FileNotWrittenError, NotAFileError, write_whole
from app.branding.template import PLAIN, Stationery
from app.collecting import collecting_later
from app.i18n import _
from app.reporting.canvas import new_canvas
from app.reporting.content.report import EveryPage, ReportContent
from app.reporting.errors import ReportCancelledError, ReportNotWrittenError
from app.reporting.heads import Outlined
from app.reporting.inside import put_files_in
from app.reporting.layout.fonts import Face
from app.reporting.layout.pen import Pen
from app.reporting.layout.text import shortened
from app.reporting.palette import made_for, palette
from app.reporting.sheets import MARGIN, TOP, Sheet, foot_height, room_on, sheets

OnProgress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


@collecting_later()
def pdf_bytes(
    content: ReportContent,
    stationery: Stationery = PLAIN,
    *,
    on_progress: OnProgress | None = None,
    cancelled: Cancelled | None = None,
) -> bytes:
    """The report as a PDF file's bytes, on a paper and with a firm's template where there is one.

    `on_progress` gets pages drawn and pages in all. Raises ReportCancelledError once `cancelled` says so.
    """

    def stop_if_cancelled() -> None:
        if cancelled is not None and cancelled():
            raise ReportCancelledError

    stop_if_cancelled()
    with made_for(stationery.firm):
        laid_out = sheets(content, room_on(stationery), stop_if_cancelled)
        places = frozenset(
            name for sheet in laid_out for _y, block in sheet.blocks for name in block.places()
        )
        buffer = io.BytesIO()
        canvas = _canvas(buffer, content, stationery)
        pen = Pen(canvas, places, stationery.paper.height)
        for number, sheet in enumerate(laid_out, start=1):
            stop_if_cancelled()
            _draw_frame(pen, content.every_page, stationery, number, len(laid_out))
            _draw_sheet(canvas, pen, sheet)
            sheet.blocks.clear()  # let go page by page: all at once would hold up the window's thread
            canvas.showPage()
            if on_progress is not None:
                on_progress(number, len(laid_out))
    put_files_in(canvas, content.inside)
    canvas.save()
    return buffer.getvalue()


def write_pdf(
    content: ReportContent,
    path: Path,
    stationery: Stationery = PLAIN,
    *,
    on_progress: OnProgress | None = None,
    cancelled: Cancelled | None = None,
) -> None:
    """Save the report as a PDF: whole, or not at all.

    Raises ReportNotWrittenError or ReportCancelledError; a file that was there before is then untouched.
    """
    written = pdf_bytes(content, stationery, on_progress=on_progress, cancelled=cancelled)
    try:
        write_whole(path, written)
    except (FileNotWrittenError, NotAFileError) as error:
        raise ReportNotWrittenError from error


def _canvas(buffer: io.BytesIO, content: ReportContent, stationery: Stationery) -> Canvas:
    canvas = new_canvas(buffer, stationery.paper, content.title, content.language, content.day)
    canvas.setAuthor(stationery.firm.name if stationery.firm is not None else content.author)
    canvas.setSubject(_("AI governance risk review of marketing operations"))
    canvas.setKeywords(content.fingerprint)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.showOutline()
    return canvas


def _draw_sheet(canvas: Canvas, pen: Pen, sheet: Sheet) -> None:
    for y, block in sheet.blocks:
        block.draw(pen, MARGIN, TOP + y, sheet.width)
        if isinstance(block, Outlined) and block.outline:
            canvas.addOutlineEntry(block.outline, block.place, block.depth, closed=block.depth > 0)


def _draw_frame(pen: Pen, every: EveryPage, stationery: Stationery, number: int, total: int) -> None:
    """What stands on every page, above and below."""
    house, paper = palette().house, stationery.paper
    right = paper.width - MARGIN
    pen.label(
        shortened(every.client, Face.BOLD, 7.6, 300), MARGIN, 22, size=7.6, colour=house.ink, face=Face.BOLD
    )
    mark = shortened(every.confidentiality, Face.REGULAR, 7.2, 300)
    pen.label(mark, paper.width / 2, 22.3, size=7.2, colour=house.quiet, anchor="middle")
    pen.label(f"{every.version}  ·  {every.date}", right, 22.3, size=7.2, colour=house.quiet, anchor="right")
    pen.stroke(MARGIN, 36, right, 36, colour=house.rule, line=0.6)
    foot = paper.height - foot_height(stationery.firm)
    pen.stroke(MARGIN, foot, right, foot, colour=house.rule, line=0.6)
    scope = _("Scope: {scope}").format(scope=every.scope)
    shown = shortened(scope, Face.REGULAR, 7, 560, whole_words=True)
    pen.label(shown, MARGIN, foot + 5, size=7, colour=house.quiet)
    pen.label(every.progress, right, foot + 5, size=7, colour=house.quiet, anchor="right")
    pen.label(every.state, MARGIN, foot + 16, size=7, colour=house.accent, face=Face.BOLD)
    digits = _("Seal {digits}").format(digits=every.fingerprint)
    pen.label(digits, paper.width / 2, foot + 16, size=7, colour=house.quiet, anchor="middle")
    page = _("page {n} of {total}").format(n=number, total=total)
    pen.label(page, right, foot + 16, size=7, colour=house.ink, anchor="right")
    if stationery.firm is not None and stationery.firm.footer:
        line = shortened(stationery.firm.footer, Face.REGULAR, 7, right - MARGIN)
        pen.label(line, paper.width / 2, foot + 27, size=7, colour=house.quiet, anchor="middle")
