"""Clears away what a crash left half written beside the settings; the files themselves are always whole."""

import time
from contextlib import suppress
from pathlib import Path

from app.file_memory import FOLDER
from app.own_folders import config_folder

# A draft lives for milliseconds. One that is younger may be of another window that is just writing it.
SURELY_LEFT_SECONDS = 60.0
_DRAFTS = ("*.json.part", "*.toml.part", f"{FOLDER}/*.part")


def clear_unfinished(folder: Path | None = None, *, older_than: float = SURELY_LEFT_SECONDS) -> None:
    """Remove drafts that are older than so many seconds, or from a future, as far as that can be done."""
    kept = folder or config_folder()
    for pattern in _DRAFTS:
        with suppress(OSError):
            for draft in kept.glob(pattern):
                with suppress(OSError):
                    if abs(time.time() - draft.stat().st_mtime) >= older_than:
                        draft.unlink()
