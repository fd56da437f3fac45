"""The demo client, made anew from its interchange file each time, so that it can never drift."""

from contextlib import suppress
from pathlib import Path

import resources
from app.demo_client import DEMO_NAME, DEMO_PASSPHRASE, WHO
from app.interchange import read_review
from app.own_folders import data_folder
from app.packs import built_in_pack
from models.file_names import REVIEW_FILE
from models.snapshot import Snapshot
from models.storage import Store, create_file

_SIDE_FILES = ("", "-wal", "-shm")


def demo_snapshot() -> Snapshot:
    """The review of Ferrowick Group, a made-up company."""
    return read_review(resources.read_bytes("demo", "ferrowick.review.json"), built_in_pack()).snapshot


def open_demo(folder: Path | None = None) -> Store:
    """Make the demo's review file, in the place of an earlier one, and leave it open.

    An earlier one that another program holds stays where it is, and the new one gets the next number.
    Raises FileNotCreatedError.
    """
    folder = folder or data_folder()
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    return create_file(_free_place(folder), DEMO_PASSPHRASE, demo_snapshot(), who=WHO)


def _free_place(folder: Path) -> Path:
    number = 1
    while True:
        name = DEMO_NAME if number == 1 else f"{DEMO_NAME} {number}"
        path = folder / f"{name}{REVIEW_FILE}"
        try:
            for ending in _SIDE_FILES:
                path.with_name(path.name + ending).unlink(missing_ok=True)
        except PermissionError:
            number += 1
            continue
        return path
