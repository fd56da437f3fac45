"""Run as a program: children copy a file, put copies back, change its passphrase, and are killed meanwhile.

After each death the file must open with one of the two passphrases, hold one of the two states that there
ever were, and every copy that has a name must be whole.
"""

import itertools
import json
import random
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from models.storage import Store, WrongPassphraseError, create_file, open_file
from models.storage.copy_names import CopyReason
from models.storage.replacing import change_passphrase, put_back
from tests.models.storage.conftest import PASSPHRASE, QUICK, WHO, scene_change
from tests.models.storage.killed_at_random import Acknowledge, acknowledged_before_death, start

OTHER = "seven calm owls"
STATES = ("0", "1")
LONGEST_LIFE = 0.4  # seconds


def opened(path: Path) -> tuple[Store, str]:
    """The file with the passphrase that opens it; a child may have changed it before it died."""
    for passphrase in (PASSPHRASE, OTHER):
        with suppress(WrongPassphraseError):
            return open_file(path, passphrase, cost=QUICK), passphrase
    raise WrongPassphraseError


def copy_for_ever(path: Path, acknowledge: Acknowledge) -> None:
    with opened(path)[0] as store:
        for name in fresh_names(path):
            store.copy_to(name, CopyReason.WORKING)
            acknowledge()


def put_back_for_ever(path: Path, acknowledge: Acknowledge) -> None:
    store, _passphrase = opened(path)
    for name in fresh_names(path):
        store.copy_to(name, CopyReason.BEFORE_RESTORE)
        snapshot = store.load("R1")
        other = STATES[snapshot.engagement.background == STATES[0]]
        store.record("R1", [scene_change(snapshot, other)], who=WHO, label="Turn")
        store = put_back(store, name, who=WHO)
        acknowledge()


def change_for_ever(path: Path, acknowledge: Acknowledge) -> None:
    store, passphrase = opened(path)
    while True:
        passphrase = OTHER if passphrase == PASSPHRASE else PASSPHRASE
        store = change_passphrase(store, passphrase, QUICK)
        acknowledge()


def fresh_names(path: Path) -> Iterator[Path]:
    for number in itertools.count(len(list(path.parent.glob("*.copy")))):
        name = path.with_name(f"{number}.copy")
        if not name.exists():
            yield name


def kill_while(work: str, path: Path, kills: int) -> dict[str, int]:
    create_file(path, PASSPHRASE, start(), who=WHO, cost=QUICK).close()
    sums = {"kills": kills, "acknowledged": 0, "faults": 0, "broken_copies": 0, "odd_states": 0, "copies": 0}
    for kill in range(kills):
        # Half of them after something was acknowledged, however slow the machine is.
        life, once = random.uniform(0.002, LONGEST_LIFE), kill % 2 == 0
        sums["acknowledged"] += acknowledged_before_death(WORKS[work], path, life, once=once)
        store, passphrase = opened(path)
        with store:
            sums["faults"] += len(store.check())
            sums["odd_states"] += store.load("R1").engagement.background not in STATES
        for copy in path.parent.glob("*.copy"):
            with open_file(copy, passphrase, cost=QUICK, read_only=True) as whole:
                sums["broken_copies"] += bool(whole.check())
            sums["copies"] += 1
            copy.unlink()
    return sums


WORKS = {"copying": copy_for_ever, "putting back": put_back_for_ever, "changing": change_for_ever}


if __name__ == "__main__":
    found = {}
    for name in WORKS:
        folder = Path(sys.argv[1]) / name
        folder.mkdir()
        found[name] = kill_while(name, folder / "client.plumbline", int(sys.argv[2]))
    sys.stdout.write(json.dumps(found))
