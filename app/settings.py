"""What a person has chosen on this computer: how the window looks, and who signs the change log."""

import getpass
import json
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path

from app import atomic_file
from app.errors import ReviewError
from app.own_folders import config_folder
from app.paper import Paper
from app.small_file import small_toml

SMALLEST_TEXT, LARGEST_TEXT = 100, 200
FEWEST_COPIES, USUAL_COPIES, MOST_COPIES = 1, 20, 200
LONGEST_NAME = 120
NEVER, USUAL_MINUTES, MOST_MINUTES = 0, 15, 240


class Look(StrEnum):
    """The colours of the window; `system` follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class SettingsNotSavedError(ReviewError):
    """The settings could not be written; they hold until the window is closed."""

    title = "Your settings could not be kept"
    advice = "They hold until Plumbline is closed. Check that you may write to your own configuration folder."


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """A person's choices. `text_size` is in per cent, 100 to 200; an empty `name` means the account's.

    `hints_done` names the hints that are not shown any more.
    `copies_kept` automatic backup copies stay in each of the places, 1 to 200.
    `paper` is what reports are laid out for, None for what is usual in the country; `template` is the path of
    a firm's template, or empty.
    An open file is locked after `lock_after` minutes without a touch, 0 to 240; 0 means never.
    """

    look: Look = Look.SYSTEM
    text_size: int = SMALLEST_TEXT
    mask_names: bool = True
    name: str = ""
    hints_done: tuple[str, ...] = ()
    copies_kept: int = USUAL_COPIES
    copies_beside: bool = True
    copies_in_data_folder: bool = True
    lock_after: int = USUAL_MINUTES
    paper: Paper | None = None
    template: str = ""

    @property
    def who(self) -> str:
        """Who signs the change log."""
        return self.name or account_name()


def account_name() -> str:
    """The name of the account on this computer, or a word for nobody."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"


def load_settings(folder: Path | None = None) -> Settings:
    """The person's settings; what is missing or makes no sense is as it is at first."""
    try:
        found = small_toml((folder or config_folder()) / "settings.toml")
    except (OSError, ValueError):
        return Settings()
    return Settings(
        look=_look(found.get("look")),
        text_size=_within(found.get("text_size"), SMALLEST_TEXT, LARGEST_TEXT, SMALLEST_TEXT),
        mask_names=found.get("mask_names") is not False,
        name=clean_name(_text(found.get("name"))),
        hints_done=_names(found.get("hints_done")),
        copies_kept=_within(found.get("copies_kept"), FEWEST_COPIES, MOST_COPIES, USUAL_COPIES),
        copies_beside=found.get("copies_beside") is not False,
        copies_in_data_folder=found.get("copies_in_data_folder") is not False,
        lock_after=_within(found.get("lock_after"), NEVER, MOST_MINUTES, USUAL_MINUTES),
        paper=next((paper for paper in Paper if paper == found.get("paper")), None),
        template=_text(found.get("template")),
    )


def save_settings(settings: Settings, folder: Path | None = None) -> None:
    """Keep the settings, all of them or none. Raises SettingsNotSavedError."""
    chosen = {item.name: getattr(settings, item.name) for item in fields(settings)}
    lines = [f"{name} = {_toml(value)}" for name, value in chosen.items() if value is not None]
    keep((folder or config_folder()) / "settings.toml", "\n".join(lines) + "\n")


def clean_name(name: str) -> str:
    """A name on one line, without anything that does not print."""
    return "".join(c for c in " ".join(name.split()) if c.isprintable())[:LONGEST_NAME]


def keep(path: Path, text: str) -> None:
    """Write a small file in a person's folder whole or not at all. Raises SettingsNotSavedError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        atomic_file.write_whole(path, text.encode())
    except (OSError, atomic_file.FileNotWrittenError, atomic_file.NotAFileError) as error:
        raise SettingsNotSavedError from error


def _look(found: object) -> Look:
    return next((look for look in Look if look == found), Look.SYSTEM)


def _text(found: object) -> str:
    return found if isinstance(found, str) else ""


def _within(found: object, lowest: int, highest: int, usual: int) -> int:
    if not isinstance(found, int) or isinstance(found, bool):
        return usual
    return min(max(found, lowest), highest)


def _names(found: object) -> tuple[str, ...]:
    items = found if isinstance(found, list) else []
    return tuple(item for item in items if isinstance(item, str) and item.isidentifier())


def _toml(value: object) -> str:
    """A value as TOML: its strings are written like those of JSON."""
    return json.dumps(value, ensure_ascii=False)
