"""Run in a mount namespace of its own: fills a small disk with a review file on it, makes it read-only."""

import subprocess
import sys
from pathlib import Path

from app.packs import built_in_pack
from models.snapshot import Snapshot
from models.storage import NotSavedError, Store, create_file, open_file
from models.values import Engagement
from tests.models.storage.conftest import PASSPHRASE, QUICK, WHO, scene_change


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def edit(store: Store, text: str) -> None:
    store.record("R1", [scene_change(store.load("R1"), text)], who=WHO, label="Edit")


def failure_of(store: Store, text: str) -> str:
    try:
        edit(store, text)
    except NotSavedError as error:
        return type(error).__name__
    return "none"


def background(store: Store) -> str | None:
    return store.load("R1").engagement.background


def main(folder: Path) -> None:
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "none", folder], check=True)
    path, filler = folder / "client.plumbline", folder / "filler"
    empty = Snapshot(pack=built_in_pack(), engagement=Engagement(client="Ferrowick"))

    filler.write_bytes(bytes(3 * 1024 * 1024 - 40_000))
    try:
        create_file(path, PASSPHRASE, empty, who=WHO, cost=QUICK)
    except NotSavedError as error:
        left = [file.name for file in folder.iterdir() if file != filler]
        say(f"created where there is no room: {type(error).__name__}, left behind: {left}")
    filler.write_bytes(bytes(1024 * 1024))

    store = create_file(path, PASSPHRASE, empty, who=WHO, cost=QUICK)
    written, failure = None, "none"
    for number in range(1000):
        text = f"{number} " + "x" * 9_000
        failure = failure_of(store, text)
        if failure != "none":
            break
        written = text
    say(f"edited until the disk was full: {failure}")
    say(f"every edit that was acknowledged is there, and no other: {background(store) == written}")

    filler.unlink()
    edit(store, "Room")
    say(f"edited with room again: {background(store) == 'Room'}, faults: {len(store.check())}")

    store.close()
    store = open_file(path, PASSPHRASE, cost=QUICK)
    subprocess.run(["mount", "-o", "remount,ro", folder], check=False, capture_output=True)
    store.close()
    subprocess.run(["mount", "-o", "remount,ro", folder], check=True)
    with open_file(path, PASSPHRASE, cost=QUICK) as store:
        say(f"edited on a disk turned read-only: {failure_of(store, 'Read-only')}")
        say(
            f"opened on a disk that is read-only: {background(store) == 'Room'}, faults: {len(store.check())}"
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
