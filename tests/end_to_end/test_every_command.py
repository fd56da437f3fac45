"""Every command does its work in a process that has loaded nothing before, and never loads a window."""

import subprocess
import sys
from pathlib import Path

import pytest

from app.cli import COMMANDS
from app.interchange import write_review
from app.version import VERSION
from tests.command_line import FERROWICK, PASSPHRASE, ROOT, environment
from tests.inventories import DATA
from tests.sound import sound_review

WITHOUT_WINDOW = (
    "import sys; from app.__main__ import main; done = main(sys.argv[1:]);"
    "sys.exit(done or any(n.split('.')[0] in ('PySide6', 'ui') for n in sys.modules))"
)
SECRET = "five calm owls at noon"

pytestmark = pytest.mark.slow


def said(*arguments: str | Path) -> str:
    finished = subprocess.run(
        [sys.executable, "-c", WITHOUT_WINDOW, *map(str, arguments)],
        cwd=ROOT,
        env=environment(PASSPHRASE, {"PLUMBLINE_IDENTITY_PASSPHRASE": SECRET}),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert finished.returncode == 0, (arguments, finished.stdout, finished.stderr)
    return finished.stdout.decode()


def test_every_command_works_in_a_process_of_its_own_and_loads_no_window(tmp_path: Path) -> None:
    file, other, saved = (tmp_path / f"{name}.plumbline" for name in ("client", "other", "saved"))
    one, two, identity = tmp_path / "one.pdf", tmp_path / "two.pdf", tmp_path / "ana.p12"
    (tmp_path / "new.txt").write_text("seven calm owls at the harbour\n", "utf-8")
    (tmp_path / "sound.json").write_bytes(write_review(sound_review()))
    facts = ("--as", "ai_tools", "--duplicates", "add", "--set", "process_criticality=4")
    told = {
        name: said(name, *rest)
        for name, *rest in (
            ("new", other, "--client", "Example"),
            ("import-register", other, DATA / "dirty_inventory.csv", *facts),
            ("rescue", other, "--out", saved),
            ("passphrase", other, "--new-passphrase-file", tmp_path / "new.txt"),
            ("import", file, FERROWICK),
            ("lint", tmp_path / "sound.json"),
            ("assess", file, "--format", "text"),
            ("held-on", file, "P04"),
            ("backup", file, "--name", "First state"),
            ("backups", file),
            ("identity", "new", "--name", "Ana López", "--out", identity),
            ("sign", file, "--role", "reviewer", "--identity", identity, "--out", one),
        )
    }
    said("sign", "--role", "sponsor", "--identity", identity, "--report", one, "--out", two)
    told |= {
        name: said(name, *rest)
        for name, *rest in (
            ("record-signature", file, two),
            ("sign-off", file),
            ("check", file),
            ("verify", two),
            ("extract", two, "--out", tmp_path / "data"),
            ("reopen", file, "--reason", "A tool was missing."),
            ("history", file),
            ("export", file, "--format", "json", "--out", tmp_path / "out.json"),
            ("restore", file, told["backups"].splitlines()[-1].split()[-1]),
            ("purge", file, "--yes"),
        )
    }

    assert set(told) == set(COMMANDS)
    assert [name for name, words in told.items() if not words] == []
    assert "is sound" in told["check"]
    assert told["verify"].startswith("This report is as it was signed, to the last byte.")
    assert "because: A tool was missing." in told["history"]
    assert (saved.exists(), (tmp_path / "out.json").exists(), file.exists()) == (True, True, False)


def test_the_version_is_told_without_a_window() -> None:
    assert said("--version") == f"plumbline {VERSION}\n"
