"""How long assessing a review takes: the sample engagement, and one with 500 tools and 2,000 grants."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

from app.assessment import assess
from models.snapshot import Snapshot
from tests.benchmarks.big_review import big_snapshot
from tests.specified import specified_review

GOAL_SAMPLE_MS = 10.0
GOAL_BIG_MS = 300.0


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessTimes:
    """Milliseconds for one assessment, medians."""

    sample: float
    big: float


def assess_times(rounds: int = 15) -> AssessTimes:
    """Both reviews, each assessed `rounds` times from a snapshot that nothing has been computed of."""
    return AssessTimes(
        sample=_median(lambda: specified_review("ferrowick"), rounds),
        big=_median(big_snapshot, max(3, rounds // 3)),
    )


def _median(made: Callable[[], Snapshot], rounds: int) -> float:
    times = []
    for _round in range(rounds):
        snapshot = made()
        began = time.perf_counter()
        assess(snapshot)
        times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times)
