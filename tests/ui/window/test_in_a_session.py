"""With a real Secret Service and a real bus: remembered, opened, locked with the screen, forgotten."""

from pathlib import Path

import pytest

from tests.bus_session import missing, played

STEPS = Path(__file__).with_name("in_a_session.py")
SECONDS = 300
pytestmark = pytest.mark.skipif(bool(missing()), reason=f"not installed: {', '.join(missing())}")


def test_a_file_is_remembered_opened_without_asking_locked_and_forgotten(tmp_path: Path) -> None:
    said = played(tmp_path, STEPS, str(tmp_path), seconds=SECONDS)

    assert said == [
        "off at first: True",
        "opened without asking",
        "unlocked by the keychain",
        "opened without asking",
        "This computer no longer remembers the file",
        "asked again: True",
        "screen locked false: window is locked False",
        "screen locked true: window is locked True",
    ]


def test_a_keychain_that_does_not_answer_holds_nobody_up(tmp_path: Path) -> None:
    said = played(tmp_path, STEPS, str(tmp_path), "silent", seconds=SECONDS)

    assert said == ["off at first: True", "opened while the keychain was silent"]
