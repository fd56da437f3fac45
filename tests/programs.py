"""Runs one of the tests' own programs in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]


def said_by(program: Path, *arguments: str | Path, before: Sequence[str] = ()) -> str:
    """What the program printed. `before` stands in front of Python, such as "unshare". It must end well."""
    done = subprocess.run(
        [*before, sys.executable, str(program), *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
