"""Runs a program that works on a small disk of its own, which it mounts where nobody else sees it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def said_on_a_small_disk(program: Path, folder: Path) -> list[str]:
    """What the program says, line by line. Skips where this system lets nobody mount a disk."""
    if shutil.which("unshare") is None:
        pytest.skip("needs unshare, to mount a small disk")
    allowed = subprocess.run(["unshare", "-rm", "true"], check=False, capture_output=True)
    if allowed.returncode:
        pytest.skip(f"this system lets nobody mount a small disk: {allowed.stderr.decode()}")
    done = subprocess.run(
        ["unshare", "-rm", sys.executable, str(program), str(folder)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()
