"""A disk that is full, or only to be read, from the n-th write on.

Only in a process before whose libraries `faulty_disk.c` was loaded, see `started`.
"""

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = Path(__file__).with_name("faulty_disk.c")


class FaultyDisk:
    """Everything below a folder, as a disk on which writing fails with `error` from some moment on.

    `forgets` where nothing can be said of what it was asked to force down and did not.
    """

    def __init__(self, folder: Path, error: int, *, forgets: bool = False) -> None:
        self.forgets = forgets
        self._folder = str(folder.resolve()).encode()
        self._error = error
        self._calls = ctypes.CDLL(None)
        for count in (self._calls.faulty_bitten, self._calls.faulty_counted):
            count.restype = ctypes.c_long

    def fails_after(self, calls: int) -> None:
        """Let this many more writes succeed, and none after them."""
        self._calls.faulty_arm(self._folder, ctypes.c_long(calls), self._error)

    def writes(self) -> int:
        """How many writes there were since `fails_after`, those that failed among them."""
        return int(self._calls.faulty_counted())

    def is_well_again(self) -> bool:
        """Let every write succeed again; whether one has failed meanwhile."""
        self._calls.faulty_disarm()
        return bool(self._calls.faulty_bitten() > 0)


def started(program: Path, folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run a program for which a `FaultyDisk` can be made. Skips the test where there is no compiler."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None or not sys.platform.startswith("linux"):
        pytest.skip("writes cannot be made to fail here: that needs Linux and a C compiler")
    library = folder / "faulty_disk.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", SOURCE, "-o", library, "-ldl"], check=True)
    return subprocess.run(
        [sys.executable, program, folder, *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "LD_PRELOAD": str(library)},
        capture_output=True,
        text=True,
        check=False,
    )
