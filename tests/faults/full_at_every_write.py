"""Run as a program on a faulty disk: each piece of work with the disk full from its n-th write on, any n.

After each failure the old state must be whole, also for whoever opens the file anew; once there is room, the
same must succeed, in the same sitting. A program that ends while the disk is full leaves the old state; where
a disk fails in another way, what it was asked to force down may be there after all, whole.

Prints what was found as JSON. Arguments: the folder, and what to try as "full:3:an edit*": what is wrong with
the disk (full, read-only, gone), at how many moments at most, and the names of what is wanted as a pattern.
"""

import errno
import json
import shutil
import sys
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path

from models.errors import ReviewError
from tests.faults.faulty_disk import FaultyDisk
from tests.faults.tried import NEW, OLD, SOME_OF_EACH, Tried
from tests.faults.tried_exports import ON_OTHERS
from tests.faults.tried_files import ON_FILES

WRONG = {"full": errno.ENOSPC, "read-only": errno.EROFS, "gone": errno.EIO}
ALL = (*ON_FILES, *ON_OTHERS)
UNLIMITED = 1_000_000


@dataclass
class Outcome:
    """What came of one piece of work: how many writes it needs, at how many it was tried, the errors."""

    writes: int
    tried: int = 0
    errors: Counter[str] = field(default_factory=Counter)
    problems: list[str] = field(default_factory=list)


def main(folder: Path, *asked: str) -> None:
    outcomes: dict[str, dict[str, object]] = {}
    for each in asked:
        wrong, most, wanted = each.split(":")
        outcomes[each] = {}
        for kind in ALL:
            if fnmatchcase(kind.name, wanted):
                place = folder / wrong / kind.__name__
                place.mkdir(parents=True)
                outcomes[each][kind.name] = vars(tried(kind, place, WRONG[wrong], int(most)))
    sys.stdout.write(json.dumps(outcomes))


def tried(kind: type[Tried], folder: Path, error: int, most: int) -> Outcome:
    template = kind(folder / "template")
    template.prepare()
    disk = FaultyDisk(folder / "trial", error, forgets=error != errno.ENOSPC)
    work = _fresh(kind, template, folder)
    with work.ready():
        disk.fails_after(UNLIMITED)
        work.do()
        outcome = Outcome(disk.writes())
        disk.is_well_again()
    for n in moments(outcome.writes, most):
        outcome.tried += 1
        for trial in (_with_room_again, _ended_meanwhile):
            work = _fresh(kind, template, folder)
            outcome.problems += [f"write {n}: {problem}" for problem in trial(work, disk, n, outcome.errors)]
    return outcome


def moments(writes: int, most: int) -> list[int]:
    """All of them, or so many, evenly, the last among them."""
    most = min(writes, most)
    return [(n + 1) * writes // most - 1 for n in range(most)]


def _fresh(kind: type[Tried], template: Tried, folder: Path) -> Tried:
    trial = folder / "trial"
    shutil.rmtree(trial, ignore_errors=True)
    shutil.copytree(template.folder, trial)
    return kind(trial)


def _with_room_again(work: Tried, disk: FaultyDisk, n: int, errors: Counter[str]) -> list[str]:
    problems = []
    with work.ready():
        has_failed, said = _fails(work, disk, n, errors)
        problems += said
        disk.is_well_again()
        may_be_new = work.may_be_late or (work.may_be_done and disk.forgets)
        if has_failed and may_be_new and work.state() == NEW:
            return problems
        if has_failed:
            if (state := work.state()) not in _wanted(work, OLD, disk):
                problems.append(f"after the failure: {state}")
            try:
                work.do()
            except Exception as error:  # noqa: BLE001  (as below)
                problems.append(f"with room again: {type(error).__name__} {error}")
    if (state := work.state()) not in _wanted(work, NEW, disk):
        problems.append(f"with room again: {state}")
    work.go_on()
    return problems + [f"left lying about: {name}" for name in work.strays()]


def _ended_meanwhile(work: Tried, disk: FaultyDisk, n: int, errors: Counter[str]) -> list[str]:
    has_failed = False
    with suppress(ReviewError), work.ready():
        has_failed, _said = _fails(work, disk, n, errors)
    disk.is_well_again()
    state = work.state()
    wanted = _wanted(work, OLD if has_failed else NEW, disk)
    is_unsure = work.may_be_late or disk.forgets
    if has_failed and is_unsure and state == NEW:
        errors["done all the same"] += 1
        wanted = (NEW,)
    problems = [] if state in wanted else [f"ended on the full disk: {state}, not {wanted}"]
    work.go_on()
    return problems + [f"ended on the full disk, left lying about: {name}" for name in work.strays()]


def _wanted(work: Tried, state: str, disk: FaultyDisk) -> tuple[str, ...]:
    if work.may_pass:
        return (OLD, NEW)
    return (OLD, SOME_OF_EACH) if work.may_be_parted and disk.forgets and state == OLD else (state,)


def _fails(work: Tried, disk: FaultyDisk, n: int, errors: Counter[str]) -> tuple[bool, list[str]]:
    """Whether it fails, and what is wrong with how it does."""
    disk.fails_after(n)
    try:
        work.do()
    except ReviewError as error:
        errors[type(error).__name__] += 1
        return True, []
    except Exception as error:  # noqa: BLE001  (whatever is no error of ours is what is looked for)
        errors[type(error).__name__] += 1
        return True, [f"no error of ours: {type(error).__name__} {error}"]
    return False, []


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
