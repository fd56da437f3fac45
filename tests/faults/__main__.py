"""Fails every write of every piece of work, one after the other, and prints what came of it: a table.

    python -m tests.faults [full] [read-only] [gone] [--only NAME ...] [--jobs N]

Each piece of work is a process of its own, and a line once it is done; --only tries some again by themselves.
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from tests.faults.faulty_disk import started
from tests.faults.full_at_every_write import ALL, UNLIMITED, WRONG

TRYING = Path(__file__).with_name("full_at_every_write.py")
_FAST = Path("/dev/shm")  # noqa: S108  (writes fail there too, and forcing them down costs nothing)
TRIALS_A_WRITE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What came of one piece of work; `problems` also where it could not be tried at all."""

    wrong: str
    name: str
    writes: int
    tried: int
    seconds: float
    errors: dict[str, int]
    problems: tuple[str, ...]

    def __str__(self) -> str:
        """The line for people, with a line for each problem below it."""
        errors = ", ".join(f"{n} {error}" for error, n in sorted(self.errors.items())) or "none"
        said = (
            f"{self.wrong}: {self.name}: {self.tried} of {self.writes} writes, {self.seconds:.0f} s: {errors}"
        )
        return "\n    ".join((said, *self.problems))


def main() -> int:
    """Try all of it, or what is asked for; gives 1 where anything was found."""
    asked = _arguments()
    pieces = [(wrong, name) for wrong in asked.wrong or WRONG for name in asked.only or _NAMES]
    began, done = time.monotonic(), list[Line]()
    for line in _tried(pieces, asked.jobs):
        done.append(line)
        _say(f"{len(done)}/{len(pieces)} {line}")
    problems = sum(len(line.problems) for line in done)
    tried = sum(line.tried for line in done)
    _say(
        f"{len(done)} pieces of work, {tried:,} failing writes, {TRIALS_A_WRITE * tried:,} trials, "
        f"{problems} problems, {time.monotonic() - began:.0f} s"
    )
    return 1 if problems or any(line.tried < line.writes for line in done) else 0


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _tried(pieces: list[tuple[str, str]], jobs: int) -> Iterator[Line]:
    """The lines in the order in which they are done."""
    with ThreadPoolExecutor(jobs) as threads:
        for done in as_completed(threads.submit(_one, *piece) for piece in pieces):
            yield done.result()


def _one(wrong: str, name: str) -> Line:
    asked, began = f"{wrong}:{UNLIMITED}:{name}", time.monotonic()
    where = _FAST if _FAST.is_dir() else None
    with tempfile.TemporaryDirectory(prefix="plumbline-faults-", dir=where) as made:
        done = started(TRYING, Path(made), asked)
    found = json.loads(done.stdout)[asked][name] if done.returncode == 0 else {}
    return Line(
        wrong=wrong,
        name=name,
        writes=found.get("writes", 0),
        tried=found.get("tried", 0),
        seconds=time.monotonic() - began,
        errors=found.get("errors", {}),
        problems=tuple(found.get("problems", (done.stderr,))),
    )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("wrong", nargs="*", choices=[*WRONG, []], help="what is wrong with the disk")
    parser.add_argument("--only", nargs="+", choices=_NAMES, metavar="NAME", help="only these pieces of work")
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="so many at once")
    return parser.parse_args()


_NAMES = tuple(kind.name for kind in ALL)

if __name__ == "__main__":
    sys.exit(main())
