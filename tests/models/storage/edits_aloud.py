"""Run as a program: edits a file and says after each edit that it is acknowledged, for strace to hear."""

import os
import sys
from pathlib import Path

from models.storage import open_file
from tests.models.storage.conftest import PASSPHRASE, QUICK, WHO, scene_change

ACKNOWLEDGED = b"acknowledged "


def main(path: Path, edits: int, size: int) -> None:
    with open_file(path, PASSPHRASE, cost=QUICK) as store:
        for number in range(1, edits + 1):
            text = f"{number} " + "x" * size
            store.record("R1", [scene_change(store.load("R1"), text)], who=WHO, label=f"Edit {number}")
            os.write(1, ACKNOWLEDGED + b"%d\n" % number)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
