"""Runs a script in a session of its own: a bus, and on it a keychain of its own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
NEEDED = ("dbus-run-session", "gnome-keyring-daemon", "gdbus")
UNLOCKED = "printf secret | gnome-keyring-daemon --unlock --components=secrets > /dev/null"
LOCKED = "gnome-keyring-daemon --start --components=secrets > /dev/null"


def missing() -> list[str]:
    """Which of the programs that are needed are not installed."""
    return [name for name in NEEDED if shutil.which(name) is None]


def played(home: Path, script: Path, *scenario: str, before: str = UNLOCKED, seconds: int = 60) -> list[str]:
    """The lines that a script says; ONLY_THIS_DAEMON is the one keychain that it may stop."""
    environment = {
        name: value for name, value in os.environ.items() if name not in {"PYTHON_KEYRING_BACKEND", "DISPLAY"}
    } | {
        "PYTHONPATH": str(ROOT),
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CONFIG_HOME": str(home / "config"),
    }
    daemon = 'export ONLY_THIS_DAEMON="$(pgrep -n gnome-keyring-d)"'
    python = f'exec "{sys.executable}" "{script}" {" ".join(scenario)}'
    done = subprocess.run(
        ["dbus-run-session", "--", "bash", "-c", f"{before} && {daemon} && {python}"],
        env=environment, capture_output=True, text=True, timeout=seconds, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.split("\n")[:-1]
