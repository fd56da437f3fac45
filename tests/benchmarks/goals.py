"""Measures what we set goals for, each beside its goal and the floor it is compared with, in one run."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.assessing import GOAL_BIG_MS, GOAL_SAMPLE_MS, assess_times
from tests.benchmarks.big_reports import GOAL_GROWTH as GOAL_PAGES
from tests.benchmarks.big_reports import GOAL_SECONDS, big_reports, growth
from tests.benchmarks.clicks import GOAL_MS, click_times
from tests.benchmarks.commit import commit_times
from tests.benchmarks.edits import GOAL_GROWTH, edit_times
from tests.benchmarks.opening import opening_times
from tests.benchmarks.pdf import report_times
from tests.benchmarks.registers_on_disk import GOAL_MS as GOAL_WAIT_MS
from tests.benchmarks.registers_on_disk import on_disk_times
from tests.benchmarks.report_gaps import GOAL_MS as GOAL_GAP_MS
from tests.benchmarks.report_gaps import report_gaps
from tests.benchmarks.searching import GOAL_KEY_MS, search_times
from tests.benchmarks.signing import GOAL_MS as SIGN_GOAL_MS
from tests.benchmarks.signing import signing_times
from tests.benchmarks.start import measure_start


class Line(NamedTuple):
    """What was measured, what came out, what it is compared with, and the goal."""

    what: str
    found: str
    floor: str
    ratio: str
    goal: str


def main() -> None:
    """Measure everything and print the table."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    print(_row(Line("what", "found", "floor", "ratio", "goal")))
    print(_row(Line("---", "---", "---", "---", "---")))
    for line in _lines():
        print(_row(line), flush=True)


def _lines() -> Iterator[Line]:
    with tempfile.TemporaryDirectory() as home:
        start = measure_start(Path(home))
    yield Line(
        "process start to first page, against a bare PySide6 window",
        f"{start.ours * 1000:.0f} ms",
        f"{start.bare * 1000:.0f} ms",
        f"{start.ratio:.2f}",
        "2",
    )
    commit = commit_times()
    yield Line(
        "one answer on disk, against a one-row SQLite commit with synchronous=FULL",
        f"{commit.answer:.2f} ms",
        f"{commit.floor:.2f} ms",
        f"{commit.ratio:.2f}",
        "4",
    )
    opening = opening_times()
    yield Line("the key of a passphrase, costly by intention", f"{opening.key:.0f} ms", "", "", "")
    for what, ours, plain in (
        ("opening and closing the demo's file with its key", opening.opening, opening.plain_opening),
        ("reading its review", opening.reading, opening.plain_reading),
    ):
        words = f"{what}, against plain SQLite with the same settings and rows"
        yield Line(words, f"{ours:.1f} ms", f"{plain:.1f} ms", f"{ours / plain:.2f}", "")
    click = click_times()
    yield Line("from the key to the painted answer, median", f"{click.median:.1f} ms", "", "", "")
    yield Line("the same, 99 of 100 below", f"{click.p99:.1f} ms", "", "", f"{GOAL_MS:.0f} ms")
    assessed = assess_times()
    yield Line("assessing the sample", f"{assessed.sample:.1f} ms", "", "", f"{GOAL_SAMPLE_MS:.0f} ms")
    yield Line(
        "assessing 500 tools and 2,000 grants", f"{assessed.big:.0f} ms", "", "", f"{GOAL_BIG_MS:.0f} ms"
    )
    waited = on_disk_times()
    yield Line(
        "the slowest scroll or edit of a register with 500 tools, on disk and painted",
        f"{waited.slowest:.1f} ms",
        "",
        "",
        f"{GOAL_WAIT_MS:.0f} ms",
    )
    edits = edit_times()
    yield Line(
        "a new row of 10,000 in one edit on disk, against one of 1,000",
        f"{edits.many_rows / 10_000:.3f} ms",
        f"{edits.few_rows / 1_000:.3f} ms",
        f"{edits.growth:.2f}",
        f"{GOAL_GROWTH:.0f}",
    )
    found = search_times()
    goal = f"{GOAL_KEY_MS:.0f} ms"
    yield Line("a letter in the palette, 5,000 notes", f"{found.names_key:.1f} ms", "", "", goal)
    yield Line("the same in the search through all texts", f"{found.texts_key:.1f} ms", "", "", goal)
    report = report_times()
    yield Line(
        "the sample's PDF, against the same pages laid out by hand",
        f"{report.report * 1000:.0f} ms",
        f"{report.floor * 1000:.0f} ms",
        f"{report.ratio:.2f}",
        "2",
    )
    yield from _big_report_lines()
    signing = signing_times()
    yield Line("signing the sample's report", f"{signing.sign:.0f} ms", "", "", f"{SIGN_GOAL_MS:.0f} ms")
    yield Line("checking it when it is signed by both", f"{signing.verify:.0f} ms", "", "", "")
    yield Line(
        "the data that ride in the sample's report, against the report without them",
        f"{signing.size_with_data / 1024:.0f} kB",
        f"{signing.size_without_data / 1024:.0f} kB",
        f"{signing.size_with_data / signing.size_without_data:.2f}",
        "",
    )


def _big_report_lines() -> Iterator[Line]:
    found = big_reports()
    for each, goal in zip(found, ("", "", f"{GOAL_SECONDS:.0f} s"), strict=True):
        yield Line(
            f"the PDF of {each.tools} tools, {each.pages} pages, against its text drawn bare",
            f"{each.seconds:.2f} s",
            f"{each.floor:.2f} s",
            f"{each.ratio:.1f}",
            goal,
        )
    yield Line("a page of 500 tools against one of 140", "", "", f"{growth(found):.2f}", f"{GOAL_PAGES}")
    gaps, floor = report_gaps()
    yield Line(
        "the window's longest wait for its turn meanwhile, against a thread that only adds",
        f"{gaps.longest:.0f} ms",
        f"{floor.longest:.0f} ms",
        "",
        f"{GOAL_GAP_MS:.0f} ms",
    )


def _row(line: Line) -> str:
    return "| " + " | ".join(line) + " |"


if __name__ == "__main__":
    main()
