"""When the power fails at any moment, no acknowledged edit is lost and the file is whole.

A program's writes to the disk are recorded in their order. Then power cuts are played: whatever was not yet
forced to the disk is lost, kept or torn by chance, write by write, and the file must open and be in order.
"""

import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from models.storage import create_file, open_file
from tests.models.storage.conftest import PASSPHRASE, QUICK, WHO
from tests.models.storage.edits_aloud import ACKNOWLEDGED
from tests.models.storage.killed_at_random import start

ROOT = Path(__file__).parents[3]
PROGRAM = Path(__file__).with_name("edits_aloud.py")
EDITS, SIZE, CUTS = 90, 15_000, 120
SECTOR = 512
CALLS = "pwrite64,write,ftruncate,fsync,fdatasync,unlink"
LINE = re.compile(r"^\d+ +(\w+)\((?:\d+<([^>]*)>|\"([^\"]*)\")(?:, (.*))?\) += (-?\d+)")


@dataclass(frozen=True)
class Call:
    """What the program asked of the disk, or what it said (`path` is "")."""

    name: str
    path: str
    data: bytes = b""
    offset: int = 0


@dataclass
class Disk:
    """Files as they are on the disk for certain, and what has only been asked for since."""

    safe: dict[str, bytearray]
    waiting: dict[str, list[Call]] = field(default_factory=dict)

    def take(self, call: Call) -> None:
        match call.name:
            case "fsync" | "fdatasync":
                for waiting in self.waiting.pop(call.path, []):
                    self._apply(waiting)
            case "unlink":
                self.safe.pop(call.path, None)
                self.waiting.pop(call.path, None)
            case _:
                self.waiting.setdefault(call.path, []).append(call)

    def after_a_cut(self, chance: random.Random) -> dict[str, bytes]:
        """The files after the power failed now; a copy, so that the disk itself goes on."""
        cut = Disk({path: bytearray(content) for path, content in self.safe.items()})
        for calls in self.waiting.values():
            for call in calls:
                fate = chance.random()
                if fate < 0.4:
                    continue
                torn = SECTOR * chance.randint(0, len(call.data) // SECTOR) if fate > 0.8 else len(call.data)
                cut._apply(Call(call.name, call.path, call.data[:torn], call.offset))
        return {path: bytes(content) for path, content in cut.safe.items()}

    def _apply(self, call: Call) -> None:
        content = self.safe.setdefault(call.path, bytearray())
        if call.name == "ftruncate":
            del content[call.offset :]
            content.extend(bytes(call.offset - len(content)))
            return
        content.extend(bytes(max(0, call.offset - len(content))))
        content[call.offset : call.offset + len(call.data)] = call.data


def unhexed(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))


def calls_in(trace: Path, file: Path) -> Iterator[Call]:
    """What was asked of the file and its -wal; the -shm is memory, which a power cut clears."""
    for line in trace.read_text("ascii").splitlines():
        found = LINE.match(line)
        if found is None or int(found[5]) < 0:
            continue
        path = unhexed(found[2] or found[3] or "").decode()
        rest = found[4] or ""
        if found[1] == "write":
            said = unhexed(rest.split('"')[1])
            if said.startswith(ACKNOWLEDGED):
                yield Call("said", "", said)
        elif path in {str(file), f"{file}-wal"}:
            if found[1] == "pwrite64":
                _before, data, numbers = rest.split('"')
                yield Call("pwrite64", path, unhexed(data), int(numbers.rpartition(",")[2]))
            else:
                yield Call(found[1], path, offset=int(rest or 0))


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes, Sequence[Call]]:
    """A file, its content at first, and what a program asked of the disk while it edited it."""
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed, so no writes can be recorded")
    folder = tmp_path_factory.mktemp("power")
    file, trace = folder / "client.plumbline", folder / "trace"
    create_file(file, PASSPHRASE, start(), who=WHO, cost=QUICK).close()
    before = file.read_bytes()
    done = subprocess.run(
        ["strace", "-f", "-y", "-xx", "-s", "1000000", "-e", f"trace={CALLS}", "-o", trace,
         sys.executable, PROGRAM, file, str(EDITS), str(SIZE)],
        env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, check=False,
    )  # fmt: skip
    if b"ptrace" in done.stderr:
        pytest.skip("this system lets nobody look at what a program asks of the disk")
    assert done.returncode == 0, done.stderr
    return file, before, tuple(calls_in(trace, file))


def test_the_recording_has_commits_and_a_folding_in(recorded: tuple[Path, bytes, Sequence[Call]]) -> None:
    file, _before, calls = recorded

    assert sum(call.name == "said" for call in calls) == EDITS
    assert sum(call.name in {"fsync", "fdatasync"} for call in calls) >= EDITS
    edits_said = 0
    folded_in_between = False
    for call in calls:
        edits_said += call.name == "said"
        if call.name == "pwrite64" and call.path == str(file) and edits_said < EDITS:
            folded_in_between = True
    assert folded_in_between


def test_no_power_cut_loses_an_acknowledged_edit(
    recorded: tuple[Path, bytes, Sequence[Call]], tmp_path: Path
) -> None:
    file, before, calls = recorded
    chance = random.Random(20261128)
    moments = sorted(chance.choices(range(1, len(calls)), k=CUTS))
    disk, at, acknowledged, lost = Disk({str(file): bytearray(before)}), 0, 0, []

    for moment in moments:
        for call in calls[at:moment]:
            if call.name == "said":
                acknowledged = int(call.data.split()[1])
            else:
                disk.take(call)
        at = moment
        for leftover in tmp_path.iterdir():
            leftover.unlink()
        for path, content in disk.after_a_cut(chance).items():
            (tmp_path / Path(path).name).write_bytes(content)
        with open_file(tmp_path / file.name, PASSPHRASE, cost=QUICK) as store:
            there = int((store.load("R1").engagement.background or "0").split()[0])
            faults = store.check()
        if there < acknowledged or faults:
            lost.append((moment, acknowledged, there, faults))

    assert lost == []
    assert acknowledged > EDITS / 2
