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


def asked_of_the_network(tmp_path: Path, *arguments: str | Path, **settings: str) -> list[str]:
    """The calls of a program and its children that name an internet family; what it said is in `said`."""
    trace = tmp_path / "trace"
    usual = {"PLUMBLINE_PASSPHRASE": PASSPHRASE, "QT_QPA_PLATFORM": "offscreen"}
    environment = {**os.environ, **usual, **settings}
    # By seccomp only these calls stop the program, and not each of its millions.
    command = [
        *ALONE,
        "strace",
        "-f",
        "--seccomp-bpf",
        "-e",
        CALLS,
        "-o",
        str(trace),
        sys.executable,
        *map(str, arguments),
    ]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, timeout=180, check=False)
    if b"ptrace" in done.stderr:
        pytest.skip("this system lets nobody look at what a program asks for")
    assert done.returncode == 0, (done.stdout + done.stderr).decode()
    (tmp_path / "said").write_bytes(done.stdout)
    return [line for line in trace.read_text("utf-8", "replace").splitlines() if "AF_INET" in line]


def test_the_measure_sees_a_program_that_uses_the_network(tmp_path: Path) -> None:
    program = "import socket; socket.socket(socket.AF_INET, socket.SOCK_STREAM)"

    assert asked_of_the_network(tmp_path, "-c", program)


@pytest.mark.slow
def test_the_self_test_uses_none_and_works_and_leaves_nothing_behind(tmp_path: Path) -> None:
    home, room = tmp_path / "home", tmp_path / "room"
    room.mkdir()

    asked = asked_of_the_network(tmp_path, "-m", "app", "self-test", HOME=str(home), TMPDIR=str(room))

    lines = (tmp_path / "said").read_text("utf-8").splitlines()
    assert asked == []
    assert lines[-1] == "Everything works."
    assert "ok      Verify the signed report" in lines
    assert sum(line.startswith("ok      Show ") for line in lines) > 40
    assert (home.exists(), list(room.iterdir())) == (False, [])


@pytest.mark.slow
def test_commands_that_the_self_test_leaves_out_use_none(tmp_path: Path) -> None:
    file = tmp_path / "client.plumbline"

    for arguments in (("import", file, FERROWICK), ("backup", file), ("purge", file, "--yes")):
        assert asked_of_the_network(tmp_path, "-m", "app", *arguments) == []
