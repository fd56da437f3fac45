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


@pytest.mark.parametrize("name", ["app.cli", "app.cli.commands"])
def test_ctrl_c_is_no_accident_however_early_it_comes(name: str) -> None:
    early = (
        "import sys\n"
        "class Early:\n"
        "    def find_spec(self, wanted, *_given):\n"
        f"        if wanted == {name!r}:\n"
        "            raise KeyboardInterrupt\n"
        "from app.__main__ import main\n"
        "sys.meta_path.insert(0, Early())\n"
        "sys.exit(main(['check', 'missing.plumbline']))"
    )

    finished = subprocess.run(
        [sys.executable, "-c", early], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert (finished.returncode, finished.stderr) == (1, "plumbline: Stopped.\n")


def test_without_the_libraries_of_a_window_there_is_a_message_instead() -> None:
    without_qt = (
        "import sys; sys.modules['PySide6'] = None; from app.__main__ import main; sys.exit(main(['demo']))"
    )

    finished = subprocess.run(
        [sys.executable, "-c", without_qt], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert finished.returncode == 1
    assert finished.stderr.startswith("plumbline: The window cannot be opened")
