"""Makes the canvas of a document: fonts, names and date, none of them from a clock or an account."""

import io
from datetime import date
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from app.paper import Paper
from app.reporting.layout.fonts import Face, font

PRODUCER = "Plumbline"
_Canvas: Any = Canvas  # Any: the published annotations take the first font for a number


def new_canvas(buffer: io.BytesIO, paper: Paper, title: str, language: str, day: date | None) -> Canvas:
    """A canvas for a paper on its side; the same drawing always gives the same bytes. `day` dates it."""
    for face in (Face.REGULAR, Face.BOLD, Face.ITALIC):
        font(face)
    canvas: Canvas = _Canvas(
        buffer,
        pagesize=(paper.width, paper.height),
        invariant=1,
        pageCompression=1,
        initialFontName=Face.REGULAR.value,
        lang=language,
    )
    canvas.setTitle(title)
    canvas.setAuthor(PRODUCER)
    canvas.setCreator(PRODUCER)
    canvas.setProducer(PRODUCER)
    if day is not None:
        written = f"D:{day:%Y%m%d}000000+00'00'"
        canvas.setDateFormatter(lambda *_now: written)
    return canvas
