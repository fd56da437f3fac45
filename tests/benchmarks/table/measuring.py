"""Measures one piece of work beside its floor, by turns: median, 99 of 100, and the memory that it takes."""

import statistics
import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.table.sizes import Material

FEWEST, LONGEST_SECONDS, QUICK_SECONDS, TOO_LONG_SECONDS = 3, 10.0, 0.3, 60.0
_STATUS, _RESET = Path("/proc/self/status"), Path("/proc/self/clear_refs")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """A piece of work and its floor, made ready. Both give their own seconds, or None to be timed whole.

    Both are done once, work first, before they count: the floor may make itself ready then.
    """

    work: Callable[[], float | None]
    floor: Callable[[], float | None]
    peak: Callable[[], float] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One line of the table: what people wait for, and the least that any program would need for it.

    `rounds` is how often at most; fewer where it takes long. `sizes_matter` is False where the review's size
    changes nothing.
    """

    name: str
    what: str
    floor: str
    prepare: Callable[[Material], AbstractContextManager[Ready]]
    rounds: int = 100
    sizes_matter: bool = True
    is_quick: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What came out: milliseconds, and megabytes that the process had at most while it worked.

    `p99` is what 99 of 100 stay below; of fewer than 100 rounds it is the slowest.
    """

    name: str
    size: str
    rounds: int
    median: float
    p99: float
    floor: float
    peak: float

    @property
    def ratio(self) -> float:
        """How many times its floor it takes."""
        return self.median / self.floor


def measured(job: Job, material: Material, *, quick: bool = False) -> Measured:
    """Do it once for the memory, then by turns with its floor, so that a busy machine slows both.

    At least three times, unless that would take a minute.
    """
    seconds = QUICK_SECONDS if quick else LONGEST_SECONDS
    works: list[float] = []
    floors: list[float] = []
    with job.prepare(material) as ready:
        _forget_peak()
        _seconds(ready.work)
        peak = ready.peak() if ready.peak else peak_megabytes()
        _seconds(ready.floor)
        began = time.perf_counter()
        while not works or _goes_on(job, len(works), time.perf_counter() - began, seconds):
            works.append(1000 * _seconds(ready.work))
            floors.append(1000 * _seconds(ready.floor))
    return Measured(
        name=job.name,
        size=material.size.name,
        rounds=len(works),
        median=statistics.median(works),
        p99=statistics.quantiles(works, n=100)[-1] if len(works) >= 100 else max(works),
        floor=statistics.median(floors),
        peak=peak,
    )


def _goes_on(job: Job, rounds: int, so_far: float, seconds: float) -> bool:
    if rounds < FEWEST:
        return so_far < TOO_LONG_SECONDS
    return rounds < job.rounds and so_far < seconds


def peak_megabytes() -> float:
    """The most that this process has had in memory: since it was last forgotten, on Linux; else ever."""
    if _STATUS.exists():
        line = next(line for line in _STATUS.read_text("utf-8").splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    import resource  # not on Windows

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024 * 1024 if sys.platform == "darwin" else 1024)


def _forget_peak() -> None:
    if _RESET.exists():
        _RESET.write_text("5", "utf-8")


def _seconds(work: Callable[[], float | None]) -> float:
    began = time.perf_counter()
    told = work()
    whole = time.perf_counter() - began
    return whole if told is None else told
