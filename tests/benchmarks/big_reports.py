"""How the report's time grows: from the sample's size to five hundred tools, beside its own text drawn bare.

Seconds are of this process's work (CPU): what others do on the machine does not count.
"""

import time
from dataclasses import dataclass

import pypdfium2

from app.assessment import assess
from app.collecting import collecting_later
from app.reporting import pdf_bytes, report_content
from models.snapshot import Snapshot
from tests.benchmarks.big_review import big_snapshot
from tests.benchmarks.pdf import drawn_only

SIZES = (
    (14, 19),
    (140, 190),
    (500, 2000),
)  # tools and access grants: like the sample, ten times, and the goal
GOAL_SECONDS, GOAL_GROWTH = 10.0, 1.3


@dataclass(frozen=True, slots=True, kw_only=True)
class BigReport:
    """Seconds for a report, content included, and for drawing its ready lines without any layout."""

    tools: int
    pages: int
    seconds: float
    floor: float

    @property
    def ratio(self) -> float:
        """How many times the floor."""
        return self.seconds / self.floor

    @property
    def per_page(self) -> float:
        """Milliseconds for a page."""
        return 1000 * self.seconds / self.pages


def big_reports() -> tuple[BigReport, ...]:
    """The report at each of the sizes, in one run."""
    return tuple(_measured(tools, big_snapshot(tools, grants)) for tools, grants in SIZES)


def growth(found: tuple[BigReport, ...]) -> float:
    """How much longer a page of the largest takes than one of ten times the sample; 1 is linear."""
    return found[-1].per_page / found[-2].per_page


def _measured(tools: int, snapshot: Snapshot) -> BigReport:
    assessment = assess(snapshot)
    began = time.process_time()
    with collecting_later():
        written = pdf_bytes(report_content(snapshot, assessment))
    seconds = time.process_time() - began
    lines = _lines(written)
    began = time.process_time()
    drawn_only(lines)
    return BigReport(tools=tools, pages=len(lines), seconds=seconds, floor=time.process_time() - began)


def _lines(data: bytes) -> list[list[str]]:
    document = pypdfium2.PdfDocument(data)
    try:
        return [page.get_textpage().get_text_range().splitlines() for page in document]
    finally:
        document.close()


if __name__ == "__main__":
    reports = big_reports()
    for each in reports:
        print(
            f"{each.tools} tools, {each.pages} pages: {each.seconds:.2f} s, {each.per_page:.2f} ms a page, "
            f"{each.ratio:.1f} times its text drawn bare ({each.floor:.2f} s)"
        )
    print(f"growth by page, from 140 to 500 tools: {growth(reports):.2f} (goal: at most {GOAL_GROWTH})")
