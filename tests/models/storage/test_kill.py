"""kill -9 at any moment loses no edit that was acknowledged, and leaves a file that opens and is in order."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[3]
PROGRAM = Path(__file__).with_name("killed_at_random.py")
KILLS_EDITING = 150
KILLS_CREATING = 30


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills forks of one process, which this system has not")
def test_kill_9_while_editing_and_while_creating_loses_nothing(tmp_path: Path) -> None:
    (tmp_path / "created").mkdir()

    done = subprocess.run(
        [sys.executable, str(PROGRAM), str(tmp_path), str(KILLS_EDITING), str(KILLS_CREATING)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    editing, creating = found["editing"], found["creating"]
    assert (editing["kills"], editing["lost"], editing["half"], editing["faults"]) == (KILLS_EDITING, 0, 0, 0)
    assert editing["edits"] > KILLS_EDITING
    assert editing["unacknowledged"] <= KILLS_EDITING
    assert (creating["kills"], creating["faults"]) == (KILLS_CREATING, 0)
