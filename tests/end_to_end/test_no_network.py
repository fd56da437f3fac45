"""No part of the program ever asks the system for a network: seen from outside, call by call."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command_line import FERROWICK, PASSPHRASE, ROOT

CALLS = "trace=socket,connect,bind,sendto,sendmsg"
pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="not installed: strace")

# Without any network but the loopback, where the system lets us: then nothing could answer either.
ALONE = ["unshare", "-n"] if shutil.which("unshare") and os.geteuid() == 0 else []


def asked_of_the_network(tmp_path: Path, *arguments: str | Path) -> list[str]:
    """The calls of a program and its children that name an internet address family."""
    trace = tmp_path / "trace"
    environment = {**os.environ, "PLUMBLINE_PASSPHRASE": PASSPHRASE, "QT_QPA_PLATFORM": "offscreen"}
    command = [*ALONE, "strace", "-f", "-e", CALLS, "-o", str(trace), sys.executable, *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, timeout=180, check=False)
    if b"ptrace" in done.stderr:
        pytest.skip("this system lets nobody look at what a program asks for")
    assert done.returncode == 0, done.stderr.decode()
    return [line for line in trace.read_text("utf-8", "replace").splitlines() if "AF_INET" in line]


def test_the_measure_sees_a_program_that_uses_the_network(tmp_path: Path) -> None:
    program = "import socket; socket.socket(socket.AF_INET, socket.SOCK_STREAM)"

    assert asked_of_the_network(tmp_path, "-c", program)


@pytest.mark.slow
def test_the_window_with_every_page_a_preview_and_a_report_uses_none(tmp_path: Path) -> None:
    assert asked_of_the_network(tmp_path, "-m", "ui.render_demo", "--out", tmp_path / "pages") == []
    assert len(list((tmp_path / "pages").iterdir())) > 5


@pytest.mark.slow
def test_the_command_line_uses_none(tmp_path: Path) -> None:
    file = tmp_path / "client.plumbline"

    secret, identity = tmp_path / "secret", tmp_path / "ana.p12"
    secret.write_text("five calm owls at noon\n", "utf-8")
    own = ("--identity-passphrase-file", secret)

    for arguments in (
        ("import", file, FERROWICK),
        ("identity", "new", "--name", "Ana", "--out", identity, *own),
        ("sign", file, "--role", "reviewer", "--identity", identity, "--out", tmp_path / "one.pdf", *own),
        (
            "sign", file, "--role", "sponsor", "--identity", identity, "--report", tmp_path / "one.pdf",
            "--out", tmp_path / "two.pdf", *own,
        ),
        ("verify", tmp_path / "two.pdf", "--against", file),
        ("export", file, "--format", "pdf", "--out", tmp_path / "map.pdf"),
        ("export", file, "--format", "docx", "--out", tmp_path / "map.docx"),
        ("backup", file),
        ("check", file),
        ("purge", file, "--yes"),
    ):  # fmt: skip
        assert asked_of_the_network(tmp_path, "-m", "app", *arguments) == []
