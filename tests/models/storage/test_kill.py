"""kill -9 at any moment loses no edit that was acknowledged, and leaves a file that opens and is in order."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.programs import said_by

PROGRAM = Path(__file__).with_name("killed_at_random.py")
REPLACING = Path(__file__).with_name("killed_while_replacing.py")
KILLS_EDITING = 80
KILLS_CREATING = 20
KILLS_REPLACING = 12


pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not hasattr(os, "fork"), reason="kills forks of one process, which this system has not"
    ),
]


def killed(program: Path, folder: Path, *kills: int) -> dict[str, Any]:
    """What a program that kills its children counted."""
    counted: dict[str, Any] = json.loads(said_by(program, folder, *map(str, kills)))
    return counted


def test_kill_9_while_editing_and_while_creating_loses_nothing(tmp_path: Path) -> None:
    (tmp_path / "created").mkdir()

    found = killed(PROGRAM, tmp_path, KILLS_EDITING, KILLS_CREATING)

    editing, creating = found["editing"], found["creating"]
    assert (editing["kills"], editing["lost"], editing["half"], editing["faults"]) == (KILLS_EDITING, 0, 0, 0)
    assert editing["edits"] >= KILLS_EDITING // 2  # so many were killed only after an acknowledged one
    assert editing["unacknowledged"] <= KILLS_EDITING
    assert (creating["kills"], creating["faults"]) == (KILLS_CREATING, 0)
    assert creating["made"] >= KILLS_CREATING // 2


def test_kill_9_while_copying_restoring_and_changing_the_passphrase_leaves_a_whole_file(
    tmp_path: Path,
) -> None:
    found = killed(REPLACING, tmp_path, KILLS_REPLACING)

    assert set(found) == {"copying", "putting back", "changing"}
    for work in found.values():
        assert (work["kills"], work["faults"], work["odd_states"]) == (KILLS_REPLACING, 0, 0)
        assert work["broken_copies"] == 0
        assert work["acknowledged"] >= KILLS_REPLACING // 2
    assert found["copying"]["copies"] >= found["copying"]["acknowledged"]
