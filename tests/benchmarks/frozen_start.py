"""Measures how long until the first page of a built program is there, beside the same from the sources.

    python -m tests.benchmarks.frozen_start dist/plumbline/plumbline [--runs 11] [--check]

Both are started by turns, without a display and, where Xvfb is installed, in a window. What is timed ends
with the line that says that the page was painted: what a person waits for.
"""

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.start_words import FIRST_PAGE, SELF_TEST
from tests.benchmarks.start import ROOT, by_turns, environment
from ui.first_page import PAINTED

GOAL = 1.5
SOURCES = (sys.executable, "-m", "app")
SCREEN = "1366x768x24"


@dataclass(frozen=True, slots=True)
class Starts:
    """Seconds from the start of a process to its first painted page, one for each run that counts."""

    built: tuple[float, ...]
    sources: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """The median of the built program's times for one of the sources'; the goal is 1.5 at most."""
        return statistics.median(self.built) / statistics.median(self.sources)


def starts(program: Path, runs: int, settings: dict[str, str]) -> Starts:
    """Starts both by turns, after one start of each that does not count."""
    built = (str(program),)
    return Starts(
        *by_turns(
            lambda: seconds_to_first_page(built, settings),
            lambda: seconds_to_first_page(SOURCES, settings),
            runs,
        )
    )


def seconds_to_first_page(command: Sequence[str], settings: dict[str, str]) -> float:
    """From the start of the process to the line that says so; RuntimeError if the line never comes."""
    asked = [*command, SELF_TEST, FIRST_PAGE]
    begun = time.perf_counter()
    with subprocess.Popen(asked, cwd=ROOT, env=settings, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if line.strip() == PAINTED:
                seconds = time.perf_counter() - begun
                process.stdout.read()
                return seconds
    raise RuntimeError(f"{asked[0]} ended without its first page")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print a line for each display, and give the exit code: 1 beyond the goal, if it is checked."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("program", type=Path, help="the built program")
    parser.add_argument("--runs", type=int, default=11)
    parser.add_argument("--check", action="store_true", help=f"exit code 1 where the ratio is above {GOAL}")
    asked = parser.parse_args(arguments)
    worst = 0.0
    with tempfile.TemporaryDirectory() as home:
        for words, settings in _displays(environment(Path(home))):
            found = starts(asked.program.resolve(), asked.runs, settings)
            worst = max(worst, found.ratio)
            built, sources = (statistics.median(times) * 1000 for times in (found.built, found.sources))
            said = f"built {built:.0f} ms, sources {sources:.0f} ms, ratio {found.ratio:.2f}"
            print(f"{words}: {said}", flush=True)
    return 1 if asked.check and worst > GOAL else 0


def _displays(usual: dict[str, str]) -> Iterator[tuple[str, dict[str, str]]]:
    yield "without a display", usual
    if shutil.which("Xvfb") is None:
        print("Xvfb is not installed, so nothing was measured in a window", file=sys.stderr)
        return
    with _display() as name:
        yield "in a window (Xvfb)", usual | {"DISPLAY": name, "QT_QPA_PLATFORM": "xcb"}


@contextmanager
def _display() -> Iterator[str]:
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", SCREEN, "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        try:
            yield f":{server.stdout.readline().strip()}"
        finally:
            server.terminate()


if __name__ == "__main__":
    sys.exit(main())
