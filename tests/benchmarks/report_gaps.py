"""How long the window's thread waits for its turn while a big report is made beside it.

Measured in this process's own work (CPU milliseconds), so that a busy machine does not count: the longest
stretch between two turns of a timer of 5 ms. The floor is a thread that does nothing but add numbers.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Thread

from PySide6.QtCore import QCoreApplication, Qt, QTimer

from app.assessment import assess
from app.collecting import collecting_later
from app.reporting import pdf_bytes, report_content
from tests.benchmarks.big_review import big_snapshot

TICK_MS, FLOOR_SECONDS = 5, 3.0
GOAL_MS = 100.0


@dataclass(frozen=True, slots=True)
class Gaps:
    """The longest wait, and the one that 99 of 100 stay below, in CPU milliseconds."""

    longest: float
    p99: float


def gaps_while(job: Callable[[], object]) -> Gaps:
    """The waits of the window's thread while a job runs on another."""
    app = QCoreApplication.instance() or QCoreApplication([])
    found: list[float] = []
    last = time.process_time()

    def tick() -> None:
        nonlocal last
        now = time.process_time()
        found.append(1000 * (now - last))
        last = now

    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)
    thread = Thread(target=job)
    thread.start()
    timer.start(TICK_MS)
    while thread.is_alive():
        app.processEvents()
        time.sleep(0.0005)
    timer.stop()
    found.sort()
    return Gaps(found[-1], found[int(0.99 * len(found))])


def report_gaps(tools: int = 500, grants: int = 2000) -> tuple[Gaps, Gaps]:
    """The waits while a report of this size is made, and those of the floor."""
    snapshot = big_snapshot(tools, grants)
    assessment = assess(snapshot)

    @collecting_later()
    def make() -> None:
        pdf_bytes(report_content(snapshot, assessment))

    return gaps_while(make), gaps_while(_add)


def _add() -> None:
    end = time.perf_counter() + FLOOR_SECONDS
    while time.perf_counter() < end:
        sum(range(1000))


if __name__ == "__main__":
    report, floor = report_gaps()
    print(
        f"longest wait {report.longest:.0f} ms, 99 of 100 below {report.p99:.0f} ms (goal: {GOAL_MS:.0f} ms)"
    )
    print(f"beside a thread that only adds: {floor.longest:.0f} ms, {floor.p99:.0f} ms")
