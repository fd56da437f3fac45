"""A small sample of the soak: each kind of work is killed a few times, and a loss would be noticed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# What tests/models/storage/test_kill.py does not kill already.
SAMPLE = ("imports of a review", "imports of 700 rows", "upgrades", "purges", "writing of exports")
LIES = "lies"

pytestmark = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="kills forks of one process, which this system has not"
)


@pytest.fixture(scope="module")
def soaked(tmp_path_factory: pytest.TempPathFactory) -> "subprocess.CompletedProcess[str]":
    """One kill of each, and one of work that lies."""
    works = (*SAMPLE, LIES)
    folder = tmp_path_factory.mktemp("soak")
    done = subprocess.run(
        [sys.executable, "-m", "tests.soak", f"--kills={len(works)}", "--seed=11", f"--folder={folder}",
         *(word for work in works for word in ("--only", work))],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert not done.stderr
    assert list(folder.iterdir()) == []
    return done


def numbers(done: "subprocess.CompletedProcess[str]", work: str) -> list[int]:
    """Kills, acknowledged, lost, unreadable, other faults."""
    (line,) = (line for line in done.stdout.splitlines() if line.startswith(f"{work}  "))
    return [int(word) for word in line.split()[-5:]]


def test_a_kill_of_each_kind_of_work_loses_nothing_and_leaves_nothing_half_done(
    soaked: "subprocess.CompletedProcess[str]",
) -> None:
    found = {work: numbers(soaked, work) for work in SAMPLE}

    assert all((kills, *rest) == (1, 0, 0, 0) for kills, _said, *rest in found.values()), soaked.stdout
    assert sum(said for _kills, said, *_rest in found.values()) > 0


def test_work_that_is_called_kept_before_it_is_shows_as_lost(
    soaked: "subprocess.CompletedProcess[str]",
) -> None:
    assert numbers(soaked, LIES)[2] > 0
    assert soaked.returncode == 1
