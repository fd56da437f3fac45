"""Where Plumbline keeps what belongs to a person and not to a client: settings, copies, the demo.

The variable PLUMBLINE_HOME names one folder for all of it, in place of the two that the system has for this.
The portable edition sets it: the stick holds everything, and the computer keeps nothing.
"""

import os
from pathlib import Path

import platformdirs

APP_FOLDER = "plumbline"
HOME = "PLUMBLINE_HOME"


def config_folder() -> Path:
    """Where a person's settings are."""
    home = _home()
    return home / "settings" if home else platformdirs.user_config_path(APP_FOLDER, appauthor=False)


def data_folder() -> Path:
    """Where what the application stores for a person is: copies of review files, and the demo."""
    home = _home()
    return home / "data" if home else platformdirs.user_data_path(APP_FOLDER, appauthor=False)


def typed_path(text: str) -> Path:
    """The path that a person wrote. A home folder (~ana) that nobody has is taken as the name that it is."""
    path = Path(text.strip())
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def _home() -> Path | None:
    named = os.environ.get(HOME, "").strip()
    return typed_path(named).absolute() if named else None
