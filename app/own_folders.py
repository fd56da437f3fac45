"""Where Plumbline keeps what belongs to a person and not to a client: settings, copies, the demo.

The variable PLUMBLINE_HOME names one folder for all of it, in place of the two that the system has for this.
The portable edition sets it: the stick holds everything, and the computer keeps nothing.
"""

import os
from collections.abc import Callable
from pathlib import Path

import platformdirs

from app.errors import ReviewError
from app.i18n import _

APP_FOLDER = "plumbline"
HOME = "PLUMBLINE_HOME"


class NoHomeFolderError(ReviewError):
    """The account that runs this has no home folder, as some services have none."""

    title = _("This account has no home folder")
    advice = _("Name a folder for settings and backup copies in the variable PLUMBLINE_HOME.")


def config_folder() -> Path:
    """Where a person's settings are. Raises NoHomeFolderError."""
    home = _home()
    return home / "settings" if home else _of_the_system(platformdirs.user_config_path)


def data_folder() -> Path:
    """Where copies of review files and the demo are kept for a person. Raises NoHomeFolderError."""
    home = _home()
    return home / "data" if home else _of_the_system(platformdirs.user_data_path)


def typed_path(text: str) -> Path:
    """The path that a person wrote. A home folder (~ana) that nobody has is taken as the name that it is."""
    path = Path(text.strip())
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def _of_the_system(folder: Callable[..., Path]) -> Path:  # ...: of platformdirs' arguments we use two
    try:
        return folder(APP_FOLDER, appauthor=False)
    except RuntimeError as error:
        raise NoHomeFolderError from error


def _home() -> Path | None:
    named = os.environ.get(HOME, "").strip()
    return typed_path(named).absolute() if named else None
