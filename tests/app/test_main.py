"""What opens a window, and what is left to the command line."""

import subprocess
import sys
from pathlib import Path

import pytest

from app import cli
from app.__main__ import WITHOUT_WINDOW, opens_a_window

ROOT = Path(__file__).parents[2]


def test_nothing_the_demo_and_a_file_open_a_window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "client.plumbline").touch()
    (tmp_path / "check").touch()
    monkeypatch.chdir(tmp_path)

    assert opens_a_window([])
    assert opens_a_window(["demo"])
    assert opens_a_window(["client.plumbline"])
    assert opens_a_window(["./check"])


@pytest.mark.parametrize(
    "given", [["check"], ["--help"], ["missing.plumbline"], ["demo", "extra"], ["client.plumbline", "extra"]]
)
def test_everything_else_does_not(given: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "client.plumbline").touch()
    (tmp_path / "check").touch()
    monkeypatch.chdir(tmp_path)

    assert not opens_a_window(given)


def test_the_two_lists_of_commands_are_one() -> None:
    assert frozenset(cli.COMMANDS) == WITHOUT_WINDOW


def test_without_the_libraries_of_a_window_there_is_a_message_instead() -> None:
    without_qt = (
        "import sys; sys.modules['PySide6'] = None; from app.__main__ import main; sys.exit(main(['demo']))"
    )

    finished = subprocess.run(
        [sys.executable, "-c", without_qt], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert finished.returncode == 1
    assert finished.stderr.startswith("plumbline: The window cannot be opened")
