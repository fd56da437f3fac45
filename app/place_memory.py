"""What the window's own file says of a review file: where one was in it, and the folders of the file dialogs.

The window writes it (`ui/window_memory.py`, `ui/file_chooser.py`); here it is only taken away, for a purge
needs no window. A place goes by a name that says nothing.
"""

import hashlib
from collections.abc import Callable
from pathlib import Path

from app.own_folders import config_folder
from app.settings import keep
from app.small_file import small_text

WINDOW_FILE = "window.ini"
GROUP = "places"
FOLDERS = "folders"


def place_name(path: Path) -> str:
    """What a review file goes by: 24 hex digits of the hash of where it is."""
    return hashlib.sha256(str(path.absolute()).encode("utf-8", "surrogatepass")).hexdigest()[:24]


def forget_place(path: Path, folder: Path | None = None) -> bool:
    """Take the line away; False where there was none. Raises SettingsNotSavedError."""
    beginning = f"{place_name(path)}="
    return _keep_only(lambda _group, line: not line.startswith(beginning), folder)


def forget_folders(folder: Path | None = None) -> bool:
    """Take away which folders the file dialogs begin in, all of them: one may be named after a client.

    False where there were none. Raises SettingsNotSavedError.
    """
    return _keep_only(lambda group, _line: group != FOLDERS, folder)


def _keep_only(stays: Callable[[str, str], bool], folder: Path | None) -> bool:
    """Keep the lines that stay, which are asked for by their group and their text; whether any went."""
    file = (folder or config_folder()) / WINDOW_FILE
    try:
        lines = small_text(file).splitlines(keepends=True)
    except (OSError, ValueError):
        return False
    left, group = [], ""
    for line in lines:
        if line.startswith("["):
            group = line.strip().strip("[]")
        if stays(group, line):
            left.append(line)
    if len(left) == len(lines):
        return False
    keep(file, "".join(left))
    return True
