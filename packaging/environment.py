"""Makes the folder .venv from the lock file, and leaves it alone once it fits."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements" / "dev.txt"
WHAT_DECIDES = (
    ROOT / "pyproject.toml",
    ROOT / "packaging" / "launcher.py",
    ROOT / "packaging" / "build_hook.py",
)
PROOF = (
    "import PySide6.QtWidgets, pypdfium2, PySide6.QtSvg, PySide6.QtPrintSupport, sqlcipher3, "
    "cryptography.fernet"
)


class NotSetUpError(Exception):
    """The environment could not be made on this machine."""


def ensure(folder: Path, lock: Path = LOCK, proof: str = PROOF) -> Path:
    """The environment's own Python, after everything from a lock file is in place and `proof` has run in it.

    Takes minutes the first time, and no time when nothing has changed. Raises NotSetUpError, which names
    what is missing.
    """
    python = program(folder, "python")
    stamp = folder / "plumbline-setup.txt"
    wanted = fingerprint(lock)
    if python.exists() and stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return python
    if not _runs(python, "import pip"):
        _make(folder)
    stamp.unlink(missing_ok=True)
    print("Installing the locked packages (a few minutes the first time)", flush=True)
    _install(python, "--require-hashes", "--only-binary=:all:", "--requirement", str(lock))
    if lock == LOCK:
        _install(python, "--no-build-isolation", "--no-deps", "--no-index", "--editable", str(ROOT))
    _prove(python, proof)
    stamp.write_text(wanted, encoding="utf-8")
    return python


def program(folder: Path, name: str) -> Path:
    """Where the environment keeps a program, on this system."""
    if os.name == "nt":
        return folder / "Scripts" / f"{name}.exe"
    return folder / "bin" / name


def fingerprint(lock: Path = LOCK) -> str:
    """Changes whenever the environment would come out differently."""
    digest = hashlib.sha256(f"{ROOT} {sys.version_info[:2]}".encode())
    for path in (lock, *WHAT_DECIDES):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _make(folder: Path) -> None:
    print(f"Making the environment in {folder}", flush=True)
    try:
        venv.create(folder, clear=True, with_pip=True)
    except subprocess.CalledProcessError as error:
        raise NotSetUpError(
            f"{sys.executable} cannot make a virtual environment: its part 'ensurepip' is missing.\n"
            "Install that part of Python, or use another Python 3.11 or later."
        ) from error


def _install(python: Path, *arguments: str) -> None:
    command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    if subprocess.run([*command, *arguments], cwd=ROOT, check=False).returncode != 0:
        raise NotSetUpError(
            "The packages could not be installed; pip's own words are above.\n"
            "The first set-up needs the Python package index, or a copy of it that pip is configured for,\n"
            "and a 64-bit Python 3.11 or later on Linux, Windows or macOS."
        )


def _prove(python: Path, proof: str) -> None:
    proven = subprocess.run([str(python), "-c", proof], capture_output=True, text=True, check=False)
    if proven.returncode != 0:
        reason = (proven.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise NotSetUpError(
            f"Everything is installed, but it cannot be loaded on this system:\n\n    {reason}\n\n"
            "Install the library named there with your system's package manager, then run this again."
        )


def _runs(python: Path, statement: str) -> bool:
    if not python.exists():
        return False
    return subprocess.run([str(python), "-c", statement], capture_output=True, check=False).returncode == 0
