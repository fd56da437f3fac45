"""How long a report takes, beside an equally long document laid out by hand with ReportLab."""

import io
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

from pypdf import PdfReader
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate

from app.assessment import assess
from app.reporting import pdf_bytes, report_content
from app.reporting.layout.fonts import Face, font
from tests.specified import specified_review

GOAL = 2.0
ROUNDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportTimes:
    """Seconds for one report, and for the same text laid out by hand; and how many pages each has.

    The floor breaks its paragraphs itself, as people write ReportLab documents; the strict floor gets every
    line ready broken and only draws it, in the report's own font.
    """

    report: float
    floor: float
    strict_floor: float
    pages: int
    floor_pages: int

    @property
    def ratio(self) -> float:
        """How much longer the report takes than the floor; the goal is GOAL."""
        return self.report / self.floor

    @property
    def strict_ratio(self) -> float:
        """How much longer the report takes than drawing its ready lines."""
        return self.report / self.strict_floor


def report_times(rounds: int = ROUNDS) -> ReportTimes:
    """Ferrowick's report, content included, beside its own lines as plain ReportLab paragraphs."""
    snapshot = specified_review("ferrowick")
    assessment = assess(snapshot)
    written = pdf_bytes(report_content(snapshot, assessment))
    pages = [page.extract_text().splitlines() for page in PdfReader(io.BytesIO(written)).pages]
    return ReportTimes(
        report=_median(lambda: pdf_bytes(report_content(snapshot, assessment)), rounds),
        floor=_median(lambda: by_hand(pages), rounds),
        strict_floor=_median(lambda: drawn_only(pages), rounds),
        pages=len(pages),
        floor_pages=len(PdfReader(io.BytesIO(by_hand(pages))).pages),
    )


def by_hand(pages: list[list[str]]) -> bytes:
    """The same lines, page by page, each a paragraph of ReportLab's own in its built-in font."""
    style = getSampleStyleSheet()["Normal"].clone("line", fontSize=4, leading=4.6)
    story: list[Flowable] = []
    for lines in pages:
        story.extend(Paragraph(_escaped(line), style) for line in lines)
    buffer = io.BytesIO()
    SimpleDocTemplate(buffer, pagesize=landscape(A4)).build(story)
    return buffer.getvalue()


def drawn_only(pages: list[list[str]]) -> bytes:
    """The same lines drawn one below the other, without any layout."""
    font(Face.REGULAR)
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=landscape(A4))
    for lines in pages:
        canvas.setFont(Face.REGULAR.value, 4)
        for index, line in enumerate(lines):
            canvas.drawString(40, 560 - 4.6 * index, line)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _escaped(line: str) -> str:
    return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _median(job: Callable[[], bytes], rounds: int) -> float:
    times = []
    for _round in range(rounds):
        began = time.perf_counter()
        job()
        times.append(time.perf_counter() - began)
    return statistics.median(times)


if __name__ == "__main__":
    found = report_times()
    print(f"report of {found.pages} pages: {found.report:.2f} s")
    print(f"by hand, {found.floor_pages} pages: {found.floor:.2f} s")
    print(f"drawn only, without layout: {found.strict_floor:.2f} s")
    print(f"ratio: {found.ratio:.2f} (goal: at most {GOAL}); to drawing only: {found.strict_ratio:.2f}")
