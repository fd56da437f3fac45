"""A process of ours that breaks leaves none of its memory on the disk."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

resource = pytest.importorskip("resource", reason="this system has no limit of core dumps")

BREAKS = """
import os, resource, sys
most = resource.getrlimit(resource.RLIMIT_CORE)[1]
resource.setrlimit(resource.RLIMIT_CORE, (most, most))
from app.__main__ import main
if sys.argv[1:]:
    main(["backups", "no such file"])
print(resource.getrlimit(resource.RLIMIT_CORE)[0], flush=True)
os.abort()
"""


def broken(folder: Path, *arguments: str) -> tuple[int, int]:
    """The limit in bytes that held when it broke, and how many files it left."""
    folder.mkdir()
    ended = subprocess.run(
        [sys.executable, "-c", BREAKS, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode < 0, ended.stderr
    return int(ended.stdout), len(list(folder.iterdir()))


def test_a_command_that_breaks_may_leave_no_core_dump(tmp_path: Path) -> None:
    without, _left = broken(tmp_path / "without")
    limit, left = broken(tmp_path / "with", "as our program")

    if without == 0:
        pytest.skip("NOT TRIED: THIS MACHINE FORBIDS CORE DUMPS ITSELF")
    assert (limit, left) == (0, 0)
