"""The review files opened last on this computer: where they are and when, never whose they are."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.own_folders import config_folder
from app.settings import keep
from app.small_file import small_json

MOST_KEPT = 8


@dataclass(frozen=True, slots=True)
class RecentFile:
    """A review file that was open, and when it was opened."""

    path: Path
    opened: datetime


def recent_files(folder: Path | None = None) -> tuple[RecentFile, ...]:
    """The files opened last, the latest first; nothing where the list is missing or unreadable."""
    try:
        lines = small_json(_place(folder))
    except (OSError, ValueError):
        return ()
    found = (_read(line) for line in (lines if isinstance(lines, list) else ()))
    return tuple(file for file in found if file is not None)[:MOST_KEPT]


def remember(path: Path, folder: Path | None = None) -> tuple[RecentFile, ...]:
    """Put a file at the top of the list; gives the new list. Raises SettingsNotSavedError."""
    opened = RecentFile(path.absolute(), datetime.now().astimezone())
    others = [file for file in recent_files(folder) if file.path != opened.path]
    return _keep([opened, *others][:MOST_KEPT], folder)


def forget(path: Path, folder: Path | None = None) -> tuple[RecentFile, ...]:
    """Take a file off the list; the file itself is left alone. Raises SettingsNotSavedError."""
    return _keep([file for file in recent_files(folder) if file.path != path], folder)


def _read(line: object) -> RecentFile | None:
    """A line of the list; None for one that makes no sense."""
    if not isinstance(line, dict):
        return None
    path, opened = line.get("path"), line.get("opened")
    if not isinstance(path, str) or not isinstance(opened, str) or "\0" in path:
        return None
    try:
        return RecentFile(Path(path), datetime.fromisoformat(opened).astimezone())
    except (ValueError, OverflowError, OSError):
        return None


def _keep(files: Sequence[RecentFile], folder: Path | None) -> tuple[RecentFile, ...]:
    lines = [{"path": str(file.path), "opened": file.opened.isoformat()} for file in files]
    keep(_place(folder), json.dumps(lines, indent=1))
    return tuple(files)


def _place(folder: Path | None) -> Path:
    return (folder or config_folder()) / "recent.json"
