"""Starts Plumbline from a wheel, where the four folders stand beside this file in one private folder."""

import sys
from pathlib import Path

_HOME = Path(__file__).parent
if (_HOME / "app").is_dir():
    sys.path.insert(0, str(_HOME))


def main() -> int:
    """Runs the command `plumbline` and returns its exit code."""
    from app.__main__ import main as start  # noqa: PLC0415 - only importable once the line above has run

    return start()
