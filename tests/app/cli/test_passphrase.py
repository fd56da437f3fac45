"""A passphrase comes from a file, the environment or the person, and is never shown."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command_line import (
    FERROWICK,
    PASSPHRASE,
    ROOT,
    done,
    environment,
    plumbline,
    refusal,
)


@pytest.fixture(scope="module")
def ferrowick(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ferrowick as an encrypted file, for tests that only read it."""
    file = tmp_path_factory.mktemp("clients") / "ferrowick.plumbline"
    done("import", file, FERROWICK)
    return file


def test_a_wrong_passphrase_opens_nothing(ferrowick: Path) -> None:
    for command in (["check"], ["assess", "--format", "json"]):
        assert "passphrase does not open" in refusal(*command, ferrowick, passphrase="wrong")


def test_without_a_passphrase_and_a_terminal_the_ways_to_give_it_are_named(ferrowick: Path) -> None:
    message = refusal("check", ferrowick, passphrase=None)

    assert "--passphrase-file" in message
    assert "PLUMBLINE_PASSPHRASE" in message


@pytest.mark.parametrize("content", [b"%s", b"%s\n", b"%s\r\n", b"\xef\xbb\xbf%s\r\nsecond line\n"])
def test_the_first_line_of_a_file_is_the_passphrase(ferrowick: Path, tmp_path: Path, content: bytes) -> None:
    secret = tmp_path / "secret"
    secret.write_bytes(content % PASSPHRASE.encode())

    finished = plumbline("check", ferrowick, "--passphrase-file", secret, passphrase="not this one")

    assert finished.returncode == 0


@pytest.mark.parametrize("content", [b"", b"\n", b"\xef\xbb\xbf\r\n"])
def test_an_empty_passphrase_makes_no_file(tmp_path: Path, content: bytes) -> None:
    secret = tmp_path / "secret"
    secret.write_bytes(content)

    message = refusal("new", tmp_path / "a.plumbline", "--client", "A", "--passphrase-file", secret)

    assert "passphrase is empty" in message
    assert not (tmp_path / "a.plumbline").exists()


def at_a_terminal(*arguments: str | Path, typed: tuple[str, ...]) -> tuple[int, str]:
    """The exit code of a command at a terminal, and what the terminal shows."""
    pty = pytest.importorskip("pty", reason="this system has no terminals to open")
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-W", "error", "-m", "app", *map(str, arguments)],
        cwd=ROOT,
        env=environment(None, {}),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    ) as process:
        os.close(theirs)
        shown = b""
        for line in typed:
            shown += _until_asked(ours)
            os.write(ours, line.encode() + b"\n")
        shown += _rest(ours)
        code = process.wait(30)
    os.close(ours)
    return code, shown.decode()


def _until_asked(terminal: int) -> bytes:
    shown = b""
    while not shown.rstrip(b"\n").endswith((b": ", b"more: ")):
        shown += os.read(terminal, 1024)
    return shown


def _rest(terminal: int) -> bytes:
    shown = b""
    try:
        while some := os.read(terminal, 1024):
            shown += some
    except OSError:
        pass  # Linux says so when the other side has closed
    return shown


def test_a_new_passphrase_is_asked_for_twice_and_not_shown(tmp_path: Path) -> None:
    file = tmp_path / "a.plumbline"

    code, shown = at_a_terminal("new", file, "--client", "A", typed=(PASSPHRASE, PASSPHRASE))

    assert (code, file.exists()) == (0, True)
    assert PASSPHRASE not in shown
    code, shown = at_a_terminal("check", file, typed=(PASSPHRASE,))
    assert code == 0
    assert PASSPHRASE not in shown


def test_two_different_passphrases_make_no_file(tmp_path: Path) -> None:
    code, shown = at_a_terminal("new", tmp_path / "a", "--client", "A", typed=("one thing", "another"))

    assert code == 1
    assert "not the same" in shown
    assert not list(tmp_path.iterdir())
