"""Runs the command line as a process of its own, as a person does."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import resources

ROOT = Path(__file__).parents[1]
FERROWICK = resources.path("demo", "ferrowick.review.json")
TINY = ROOT / "tests" / "data" / "interchange" / "tiny_one_tool.review.json"
PASSPHRASE = "four odd words here"


def plumbline(
    *arguments: str | Path, passphrase: str | None = PASSPHRASE, **settings: str
) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [sys.executable, "-m", "app", *map(str, arguments)],
        cwd=ROOT,
        env=environment(passphrase, settings),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )


def environment(passphrase: str | None, settings: Mapping[str, str]) -> dict[str, str]:
    given = {} if passphrase is None else {"PLUMBLINE_PASSPHRASE": passphrase}
    return {**os.environ, **given, **settings}


def done(*arguments: str | Path, **settings: str) -> bytes:
    """Standard output of a command that did what it was asked and had nothing to complain about."""
    finished = plumbline(*arguments, **settings)
    assert (finished.returncode, finished.stderr) == (0, b"")
    return finished.stdout


def refusal(*arguments: str | Path, passphrase: str | None = PASSPHRASE) -> str:
    """The one message of a command that was refused."""
    finished = plumbline(*arguments, passphrase=passphrase)
    assert (finished.returncode, finished.stdout) == (1, b"")
    message = finished.stderr.decode()
    assert message.startswith("plumbline: ")
    assert message.count("plumbline: ") == 1
    assert "Traceback" not in message
    assert len(message.splitlines()) >= 2, "a message says what happened, then what to do"
    return message


def review(path: Path) -> dict[str, Any]:
    raw = json.loads(path.read_bytes())
    return {name: value for name, value in raw.items() if value != []}
