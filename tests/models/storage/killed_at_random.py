"""Run as a program: children write to a file and are killed at random moments; the file must not mind.

Children are forks of a process that has everything imported, so that a hundred kills take seconds. Each child
writes one byte to a pipe after every edit that the store acknowledged.
"""

import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from app.packs import built_in_pack
from models.change import Change
from models.snapshot import Snapshot
from models.storage import FileNotFoundHereError, Store, create_file, open_file
from models.values import AITool, Engagement, RegisterName
from tests.models.storage.conftest import PASSPHRASE, QUICK, WHO, scene_change

LONGEST_LIFE = 0.06  # seconds
Acknowledge = Callable[[], object]
Work = Callable[[Path, Acknowledge], None]

TOOL = AITool(id="T1", name="0", process_criticality=1)


def count(store: Store) -> int:
    """How many edits are in the file; both entries of an edit must say the same."""
    snapshot = store.load("R1")
    said = int(snapshot.engagement.background or 0)
    assert snapshot.ai_tools["T1"].name == str(said), "half an edit"
    return said


def edit_for_ever(path: Path, acknowledge: Acknowledge) -> None:
    """Edits of two entries each, that count upwards."""
    with open_file(path, PASSPHRASE, cost=QUICK) as store:
        snapshot = store.load("R1")
        for number in range(count(store) + 1, 1_000_000):
            tool = snapshot.ai_tools["T1"]
            after = replace(tool, name=str(number))
            changes = [
                scene_change(snapshot, str(number)),
                Change(register=RegisterName.AI_TOOLS, key="T1", before=tool, after=after),
            ]
            store.record("R1", changes, who=WHO, label=f"Count {number}")
            acknowledge()
            for change in changes:
                assert change.after is not None
                snapshot = snapshot.with_entry(change.register, change.after)


def create_for_ever(path: Path, acknowledge: Acknowledge) -> None:
    """New files, each made and then removed."""
    while True:
        create_file(path, PASSPHRASE, start(), who=WHO, cost=QUICK).close()
        acknowledge()
        path.unlink()


def start() -> Snapshot:
    engagement = Engagement(client="Ferrowick", background="0")
    return Snapshot(pack=built_in_pack(), engagement=engagement).with_entry(RegisterName.AI_TOOLS, TOOL)


def acknowledged_before_death(work: Work, path: Path, life: float, *, once: bool = False) -> int:
    """How often a child acknowledged before it was killed, `life` seconds after it began, or did `once`."""
    reads, writes = os.pipe()
    child = os.fork()
    if child == 0:
        work(path, lambda: os.write(writes, b"."))
        os._exit(1)
    os.close(writes)
    heard = len(os.read(reads, 1)) if once else 0
    time.sleep(life)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), "the child ended by itself"
    while chunk := os.read(reads, 65536):
        heard += len(chunk)
    os.close(reads)
    return heard


def kill_while_editing(path: Path, kills: int) -> dict[str, int]:
    create_file(path, PASSPHRASE, start(), who=WHO, cost=QUICK).close()
    sums = {"kills": kills, "edits": 0, "lost": 0, "faults": 0, "half": 0, "unacknowledged": 0}
    for kill in range(kills):
        # Half of them while they edit, however slow the machine is; the others also while they open the file.
        life, once = random.uniform(0.002, LONGEST_LIFE), kill % 2 == 0
        heard = acknowledged_before_death(edit_for_ever, path, life, once=once)
        with open_file(path, PASSPHRASE, cost=QUICK) as store:
            there = count(store) - sums["edits"]
            sums["lost"] += max(heard - there, 0)
            sums["unacknowledged"] += max(there - heard, 0)
            sums["edits"] += there
    with open_file(path, PASSPHRASE, cost=QUICK) as store:
        sums["faults"] = len(store.check())
        sums["half"] = len(store.history("R1", RegisterName.AI_TOOLS)) - 1 - sums["edits"]
    return sums


def kill_while_creating(path: Path, kills: int) -> dict[str, int]:
    sums = {"kills": kills, "made": 0, "there": 0, "faults": 0}
    for kill in range(kills):
        life, once = random.uniform(0.002, 2 * LONGEST_LIFE), kill % 2 == 0
        sums["made"] += acknowledged_before_death(create_for_ever, path, life, once=once)
        try:
            with open_file(path, PASSPHRASE, cost=QUICK) as store:
                sums["there"] += 1
                sums["faults"] += len(store.check()) + (store.load("R1") != start())
            path.unlink()
        except FileNotFoundHereError:
            pass
        for leftover in path.parent.iterdir():
            leftover.unlink()
    return sums


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    editing = kill_while_editing(folder / "edited.plumbline", int(sys.argv[2]))
    creating = kill_while_creating(folder / "created" / "new.plumbline", int(sys.argv[3]))
    sys.stdout.write(json.dumps({"editing": editing, "creating": creating}))
