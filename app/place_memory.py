"""The line in the window's own file that says where one was in a review file, under a name that says nothing.

The window writes it (`ui/window_memory.py`); here it is only taken away, for a purge needs no window.
"""

import hashlib
from pathlib import Path

from app.own_folders import config_folder
from app.settings import keep
from app.small_file import small_text

WINDOW_FILE = "window.ini"
GROUP = "places"


def place_name(path: Path) -> str:
    """What a review file goes by: 24 hex digits of the hash of where it is."""
    return hashlib.sha256(str(path.absolute()).encode("utf-8", "surrogatepass")).hexdigest()[:24]


def forget_place(path: Path, folder: Path | None = None) -> bool:
    """Take the line away; False where there was none. Raises SettingsNotSavedError."""
    file = (folder or config_folder()) / WINDOW_FILE
    try:
        lines = small_text(file).splitlines(keepends=True)
    except (OSError, ValueError):
        return False
    left = [line for line in lines if not line.startswith(f"{place_name(path)}=")]
    if len(left) == len(lines):
        return False
    keep(file, "".join(left))
    return True
