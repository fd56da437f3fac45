"""Kills Plumbline's work at random moments, 500 times, and prints what was lost: it should be nothing."""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

# Nothing of the person who runs this is read or written, and no keychain is asked.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

from tests.soak.export_works import Exporting, ExportingReports, Remembering, WritingExports
from tests.soak.file_works import (
    BackingUp,
    ChangingPassphrase,
    Editing,
    ImportingRegisters,
    ImportingReviews,
    Lying,
    Purging,
    Restoring,
    Upgrading,
)
from tests.soak.killing import Tally, Work, soak

WORKS: tuple[type[Work], ...] = (
    Editing, ImportingReviews, ImportingRegisters, Upgrading, BackingUp, Restoring, ChangingPassphrase,
    Purging, WritingExports, Exporting, ExportingReports, Remembering,
)  # fmt: skip
FOR_TESTS: tuple[type[Work], ...] = (Lying,)
HEAD = ("work", "kills", "acknowledged", "lost", "unreadable", "other faults")


def main() -> int:
    """Soak, print the table, and give 0 where nothing was found, 1 otherwise."""
    asked = _asked()
    if not hasattr(os, "fork"):
        sys.stdout.write("Kills forks of one process, which this system has not.\n")
        return 1
    kinds = (*WORKS, *FOR_TESTS) if asked.only else WORKS
    chosen = [kind for kind in kinds if not asked.only or kind.name in asked.only]
    sys.stdout.write(f"Seed {asked.seed}; the same seed gives the same moments: --seed {asked.seed}\n")
    with tempfile.TemporaryDirectory(prefix="plumbline-soak-", dir=asked.folder) as made:
        folder = Path(made)
        _at_home_in(folder / "home")
        works = [kind(folder / kind.__name__.lower()) for kind in chosen]
        ends = time.monotonic() + asked.minutes * 60
        tallies = []
        sys.stdout.write(_row(HEAD))
        for tally in soak(works, asked.kills, asked.seed, ends, asked.jobs):
            tallies.append(tally)
            sys.stdout.write(_row(_cells(tally)))
            sys.stdout.flush()
    sys.stdout.write(_row(_cells(_all(tallies))))
    sys.stdout.writelines(f"{story}\n" for tally in tallies for story in tally.stories)
    return 0 if all(tally.is_clean for tally in tallies) else 1


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="soak", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--kills", type=int, default=500, help="how many, over all kinds of work")
    parser.add_argument("--minutes", type=float, default=float("inf"), help="stop after so long")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="kinds of work at once")
    parser.add_argument("--seed", type=int, default=int.from_bytes(os.urandom(4)), help="repeats a run")
    parser.add_argument("--folder", type=Path, help="where to work: the disk to try; else the system's own")
    parser.add_argument(
        "--only", action="append", metavar="WORK", help="one kind of work; may be given again"
    )
    return parser.parse_args()


def _at_home_in(home: Path) -> None:
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        os.environ[name] = str(home)


def _all(tallies: Iterable[Tally]) -> Tally:
    total = Tally("all")
    for tally in tallies:
        total.kills += tally.kills
        total.acknowledged += tally.acknowledged
        total.lost += tally.lost
        total.unreadable += tally.unreadable
        total.stories += tally.stories
    return total


def _cells(tally: Tally) -> tuple[object, ...]:
    others = len(tally.stories) - tally.unreadable
    return tally.name, tally.kills, tally.acknowledged, tally.lost, tally.unreadable, others


def _row(cells: Iterable[object]) -> str:
    name, *numbers = map(str, cells)
    return f"{name:<22}" + "".join(f"{number:>14}" for number in numbers) + "\n"


if __name__ == "__main__":
    sys.exit(main())
