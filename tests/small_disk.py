"""Runs a program that works on a small disk of its own, which it mounts where nobody else sees it."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.programs import said_by


def said_on_a_small_disk(program: Path, folder: Path) -> list[str]:
    """What the program says, line by line. Skips where this system lets nobody mount a disk."""
    if shutil.which("unshare") is None:
        pytest.skip("needs unshare, to mount a small disk")
    allowed = subprocess.run(["unshare", "-rm", "true"], check=False, capture_output=True)
    if allowed.returncode:
        pytest.skip(f"this system lets nobody mount a small disk: {allowed.stderr.decode()}")
    return said_by(program, folder, before=("unshare", "-rm")).splitlines()
