"""Runs the command line: in this process, which is quick, or `apart`, in one of its own, as a person does.

In this process a file is made and opened with a cheap key: one that was made apart, or is kept in tests/data,
is for commands that run apart. What only a process has, such as locale, terminal, signals and what is loaded,
is for those too, and every command runs apart once.
"""

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import chdir, contextmanager
from pathlib import Path
from typing import IO, Any

import pytest

import resources
from app.__main__ import main
from tests.quick_keys import quick_keys

ROOT = Path(__file__).parents[1]
FERROWICK = resources.path("demo", "ferrowick.review.json")
TINY = ROOT / "tests" / "data" / "interchange" / "tiny_one_tool.review.json"
PASSPHRASE = "four odd words here"


def plumbline(
    *arguments: str | Path, passphrase: str | None = PASSPHRASE, apart: bool = False, **settings: str
) -> "subprocess.CompletedProcess[bytes]":
    """What came of a command; `settings` are variables of its environment."""
    given = [*map(str, arguments)]
    variables = environment(passphrase, settings)
    if not apart:
        assert all(name.startswith("PLUMBLINE_") for name in settings), "Python reads this when it starts"
        return _here(given, variables)
    return subprocess.run(
        [sys.executable, "-m", "app", *given],
        cwd=ROOT,
        env=variables,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )


def environment(passphrase: str | None, settings: Mapping[str, str]) -> dict[str, str]:
    given = {} if passphrase is None else {"PLUMBLINE_PASSPHRASE": passphrase}
    return {**os.environ, **given, **settings}


def done(*arguments: str | Path, apart: bool = False, **settings: str) -> bytes:
    """Standard output of a command that did what it was asked and had nothing to complain about."""
    finished = plumbline(*arguments, apart=apart, **settings)
    assert (finished.returncode, finished.stderr) == (0, b"")
    return finished.stdout


def refusal(*arguments: str | Path, passphrase: str | None = PASSPHRASE, apart: bool = False) -> str:
    """The one message of a command that was refused."""
    finished = plumbline(*arguments, passphrase=passphrase, apart=apart)
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


def _here(given: Sequence[str], variables: Mapping[str, str]) -> "subprocess.CompletedProcess[bytes]":
    with tempfile.TemporaryFile() as said, tempfile.TemporaryFile() as told:
        with _as_in_a_process(said, told, variables):
            try:
                code = main(given)
            except SystemExit as end:
                code = end.code if isinstance(end.code, int) else int(end.code is not None)
        for written in (said, told):
            written.seek(0)
        return subprocess.CompletedProcess(given, code, said.read(), told.read())


@contextmanager
def _as_in_a_process(said: IO[bytes], told: IO[bytes], variables: Mapping[str, str]) -> Iterator[None]:
    """Streams, variables, folder and keys of a command, and all of them back as they were behind it."""
    before = _left_behind()
    with (
        pytest.MonkeyPatch.context() as patch,
        quick_keys(),
        chdir(ROOT),
        _sent_to(1, said),
        _sent_to(2, told),
        Path(os.devnull).open(encoding="utf-8") as nothing,
        open(1, "w", encoding="utf-8", closefd=False) as out,
        open(2, "w", encoding="utf-8", closefd=False) as err,
    ):
        for name, value in variables.items():
            patch.setenv(name, value)
        for name, stream in (("stdin", nothing), ("stdout", out), ("stderr", err)):
            patch.setattr(sys, name, stream)
        yield
    assert _left_behind() == before, "a command changed what it has in common with whoever calls it"


@contextmanager
def _sent_to(number: int, file: IO[bytes]) -> Iterator[None]:
    """What is written to this descriptor goes into a file, also where C writes it."""
    kept = os.dup(number)
    os.dup2(file.fileno(), number)
    try:
        yield
    finally:
        os.dup2(kept, number)
        os.close(kept)


def _left_behind() -> tuple[object, ...]:
    mask = os.umask(0o077)
    os.umask(mask)
    return (
        mask,
        Path.cwd(),
        dict(os.environ),
        signal.getsignal(signal.SIGINT),
        signal.getsignal(signal.SIGTERM),
    )
