"""Prints a recovery sheet: one page that says how it is used, and neither whose file it is nor where."""

import io

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from app.day_words import short_day
from app.i18n import _
from app.paper import Paper
from app.recovery_sheet import RecoverySheet
from app.reporting.canvas import new_canvas
from app.reporting.layout.fonts import Face
from app.reporting.layout.pen import Pen
from app.reporting.palette import palette
from app.reporting.styles import plain

LANGUAGE = "en-GB"
PAPER = Paper.A4
MARGIN, WIDTH = 72.0, PAPER.width - 2 * 72.0
KEY_TOP, KEY_SIZE, LINE_STEP, GROUP_STEP, KEY_LEFT = 214.0, 26.0, 44.0, 150.0, 84.0
HAND_TOP, FOOT_TOP = 436.0, 496.0


def recovery_sheet_pdf(sheet: RecoverySheet) -> bytes:
    """The sheet as a PDF file's bytes; the same sheet always gives the same bytes."""
    buffer = io.BytesIO()
    canvas = new_canvas(buffer, PAPER, _("Recovery sheet"), LANGUAGE, sheet.day)
    pen = Pen(canvas, frozenset(), PAPER.height)
    _draw_head(pen, sheet)
    _draw_key(canvas, pen, sheet)
    _draw_hand_lines(pen)
    _draw_foot(pen)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _draw_head(pen: Pen, sheet: RecoverySheet) -> None:
    house = palette().house
    pen.label(_("Recovery sheet"), MARGIN, 62, size=26, colour=house.ink, face=Face.BOLD)
    pen.label("Plumbline", PAPER.width - MARGIN, 72, size=12, colour=house.quiet, anchor="right")
    pen.stroke(MARGIN, 102, PAPER.width - MARGIN, 102, colour=house.rule, line=1)
    marks = _("File {mark}   ·   printed {day}").format(mark=sheet.mark, day=short_day(sheet.day))
    pen.label(marks, MARGIN, 116, size=12, colour=house.ink, face=Face.BOLD)
    warning = _(
        "Whoever holds this sheet and the file can read all that is in the file, without its passphrase. "
        "Keep the sheet as you would keep a key: in a safe, and never together with the laptop."
    )
    plain(warning, "lead").draw(pen, MARGIN, 140, WIDTH)


def _draw_key(canvas: Canvas, pen: Pen, sheet: RecoverySheet) -> None:
    """The four lines, drawn past the caches of the layout: what they have set they keep in memory."""
    house = palette().house
    height = (len(sheet.lines) - 1) * LINE_STEP + KEY_SIZE + 44
    pen.box(MARGIN, KEY_TOP - 22, WIDTH, height, stroke=house.ink, line=1.2, radius=6)
    for row, line in enumerate(sheet.lines):
        top = KEY_TOP + row * LINE_STEP
        pen.label(str(row + 1), MARGIN + 28, top + 8, size=13, colour=house.quiet)
        canvas.setFillColor(HexColor(house.ink))
        canvas.setFont(Face.BOLD.value, KEY_SIZE)
        for column, group in enumerate(line.split()):
            left = MARGIN + KEY_LEFT + column * GROUP_STEP
            canvas.drawString(left, PAPER.height - top - KEY_SIZE * 0.84, group, charSpace=3)


def _draw_hand_lines(pen: Pen) -> None:
    house = palette().house
    half = (WIDTH - 24) / 2
    for left, words in (
        (MARGIN, _("Whose file it is (by hand)")),
        (MARGIN + half + 24, _("Where the file is kept (by hand)")),
    ):
        pen.stroke(left, HAND_TOP, left + half, HAND_TOP, colour=house.ink, line=0.8)
        pen.label(words, left, HAND_TOP + 6, size=9, colour=house.quiet)


def _draw_foot(pen: Pen) -> None:
    words = _(
        "To open the file: Open… in Plumbline, then “Use the recovery key…”, and type the four lines. Large "
        "or small letters, with or without spaces; 0 and O, 1 and I and L are read alike. A line with a slip "
        "is named. After the passphrase was changed, this sheet opens only the copies made before: print a "
        "new one."
    )
    plain(words, "lead", colour=palette().house.quiet).draw(pen, MARGIN, FOOT_TOP, WIDTH)
