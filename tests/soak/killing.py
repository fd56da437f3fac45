"""Kills work at random moments and looks at what is left: what a kind of work is, and how it is soaked.

A child is a fork of a process that has everything imported. It works for ever on one folder, and says with
one byte in a pipe whenever something that it did was acknowledged. It is killed with SIGKILL after a time
that chance gave, out of a seed that is printed: the same seed gives the same moments.
"""

import os
import random
import select
import shutil
import signal
import time
import traceback
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path

from models.errors import ReviewError

Acknowledge = Callable[[], object]
SHORTEST_LIFE = 0.002  # seconds
LONGEST_WAIT = 60.0
KILLS_OF_ONE_FOLDER = 6


class NotReadableError(Exception):
    """What should open after a kill does not."""


@dataclass(frozen=True)
class Found:
    """What was found after a kill: how much of what was done is there, and what is not as it should be."""

    there: int
    faults: Sequence[str] = ()


class Work(ABC):
    """One kind of work, in a folder of its own. `longest` is the longest life of a child in seconds.

    `can_be_counted` where what was acknowledged can be counted afterwards, so that a loss shows.
    """

    name: str
    longest: float = 0.1
    can_be_counted: bool = True

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @abstractmethod
    def prepare(self) -> None:
        """Make what the work begins with, in the empty folder."""

    @abstractmethod
    def work(self, acknowledge: Acknowledge) -> None:
        """Go on for ever."""

    @abstractmethod
    def look(self) -> Found:
        """Look at what there is, as the next start of the program would. Raises ReviewError."""


@dataclass
class Tally:
    """What came of all kills of one kind of work."""

    name: str
    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    unreadable: int = 0
    stories: list[str] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        """Whether nothing at all was found."""
        return not (self.lost or self.unreadable or self.stories)


def soak(
    works: Sequence[Work], kills: int, seed: int, ends: float = float("inf"), jobs: int = 1
) -> Iterator[Tally]:
    """Kill each kind of work, `kills` times in all or until `ends`, `jobs` kinds at once; gives tallies."""
    share, more = divmod(kills, len(works))
    began = time.monotonic()
    with ProcessPoolExecutor(max_workers=jobs, mp_context=get_context("fork")) as pool:
        soaked = []
        for number, work in enumerate(works):
            until = began + (ends - began) * min(1, (number + jobs) / len(works))
            soaked.append(pool.submit(_soaked, work, share + (number < more), seed, until))
        for tally in soaked:
            yield tally.result()


def _soaked(work: Work, kills: int, seed: int, until: float) -> Tally:
    tally, chance = Tally(work.name), random.Random(f"{seed} {work.name}")
    before = 0
    for number in range(kills):
        life = chance.uniform(SHORTEST_LIFE, work.longest)
        from_the_start = chance.random() < 0.25
        if time.monotonic() > until:
            break
        if number % KILLS_OF_ONE_FOLDER == 0:
            before = _afresh(work)
        heard = killed_after(work.work, life, from_the_start=from_the_start)
        tally.kills += 1
        tally.acknowledged += heard
        since = "the start" if from_the_start else "the first acknowledged"
        where = f"{work.name}, kill {number + 1}, {life:.4f} s after {since}"
        try:
            found = work.look()
        except (ReviewError, NotReadableError) as error:
            tally.unreadable += 1
            tally.stories.append(f"{where}: {type(error).__name__}: {error}")
            before = _afresh(work)
            continue
        if work.can_be_counted:
            tally.lost += max(0, heard - (found.there - before))
        tally.stories += [f"{where}: {fault}" for fault in found.faults]
        before = found.there
    return tally


def _afresh(work: Work) -> int:
    shutil.rmtree(work.folder, ignore_errors=True)
    work.folder.mkdir(parents=True)
    work.prepare()
    return work.look().there


def killed_after(work: Callable[[Acknowledge], None], life: float, *, from_the_start: bool = False) -> int:
    """How often a child acknowledged something before it was killed.

    It lives `life` seconds from the first time that it acknowledges something, or from its start.
    """
    reads, writes = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reads)
            work(lambda: os.write(writes, b"."))
        except BaseException:  # noqa: BLE001  (a child that ends by itself is a fault, and says why)
            traceback.print_exc()
        os._exit(1)
    os.close(writes)
    if not from_the_start:
        select.select([reads], [], [], LONGEST_WAIT)
    time.sleep(life)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    heard = 0
    while chunk := os.read(reads, 65536):
        heard += len(chunk)
    os.close(reads)
    if not os.WIFSIGNALED(status):
        raise RuntimeError("a child ended by itself")
    return heard
