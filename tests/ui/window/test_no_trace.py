"""Whoever finds the computer after the program was killed reads no client's word, in no file of any kind."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.marked import MARK
from tests.ui.kept import PASSPHRASE

ROOT = Path(__file__).parents[3]
SITTING = Path(__file__).with_name("marked_sitting.py")
IN_THE_FILE = b"mark55555z in a screenshot " * 5_000
INVENTORY = "mark44444z;Owner\nmark33333z;mark22222z\n"
WIDE = re.compile("mark\\d{5}z".encode("utf-16-le").replace(b"\\\x00d\x00{\x005\x00}\x00", b"(?:\\d\x00){5}"))


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is not known there")
def test_nothing_that_a_client_said_can_be_read_after_a_sitting_that_was_killed(
    tmp_path: Path, home: Path
) -> None:
    work, given, temporary = (tmp_path / name for name in ("work", "given", "temporary"))
    for folder in (work, given, temporary):
        folder.mkdir()
    (given / "screenshot.png").write_bytes(IN_THE_FILE)
    (given / "inventory.csv").write_text(INVENTORY)

    said, complained = sit(work / "client.plumbline", given, temporary)

    left = [file for folder in (work, home, temporary) for file in folder.rglob("*") if file.is_file()]
    names = {file.name for file in left}
    assert {"client.plumbline", "client.plumbline-wal", "client.plumbline-shm"} <= names
    assert {"recent.json", "window.ini"} <= names
    copies = {file.parent for file in left if file.stat().st_size > 50_000 and file.parent != work}
    assert len(copies) >= 2  # beside the file, and in the folder of the program's data
    assert (work / "client.plumbline-wal").stat().st_size > 30 * 4096
    assert [str(file) for file in left if is_marked(file.read_bytes())] == []
    assert [str(file) for file in left if is_marked(str(file).encode())] == []
    assert list(temporary.iterdir()) == []
    assert sorted(file.name for file in given.iterdir()) == ["inventory.csv", "screenshot.png"]
    for told in (said, complained):
        assert "KeyError" in told
        assert "marked_sitting.py" in told
        assert not is_marked(told.encode())


def test_the_search_finds_a_mark_in_both_ways_of_writing() -> None:
    assert is_marked(b"\x00mark12345z\x00")
    assert is_marked("x mark12345z".encode("utf-16-le"))
    assert is_marked(PASSPHRASE.encode())
    assert not is_marked(b"mark1234z")


def sit(path: Path, given: Path, temporary: Path) -> tuple[str, str]:
    """One sitting, killed at its end; what the program has said, and what it has complained of."""
    variables = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(temporary)}
    program = subprocess.Popen(
        [sys.executable, "-X", "utf8", str(SITTING), str(path), str(given)],
        cwd=ROOT, env=variables, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert program.stdout is not None
    lines: list[str] = []
    for line in program.stdout:
        if line == "done\n":
            break
        lines.append(line)
    program.send_signal(signal.SIGKILL)
    rest, complained = program.communicate()
    assert program.returncode == -signal.SIGKILL, complained
    return "".join(lines) + rest, complained


def is_marked(data: bytes) -> bool:
    """Whether a mark or the passphrase can be read in it."""
    is_narrow = MARK.search(data.decode("latin-1")) is not None
    is_wide = WIDE.search(data) is not None
    return is_narrow or is_wide or PASSPHRASE.encode() in data
