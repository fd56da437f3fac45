"""Knows which system packages Plumbline needs on Debian, which are missing, and how to get them."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable

TO_RUN_WITHOUT_A_DISPLAY = (
    "libdbus-1-3", "libegl1", "libfontconfig1", "libfreetype6", "libgl1", "libglib2.0-0", "libx11-6",
    "libxkbcommon0",
)  # fmt: skip
TO_OPEN_A_WINDOW = (
    "libx11-xcb1", "libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0",
    "libxkbcommon-x11-0",
)  # fmt: skip
TO_TEST = (
    "at-spi2-core", "dbus", "gnome-keyring", "openssl", "poppler-utils", "procps", "qpdf", "strace", "xauth",
    "xvfb",
)  # fmt: skip

PROGRAMS_TO_TEST = (
    "dbus-daemon", "dbus-run-session", "gnome-keyring-daemon", "openssl", "pdfsig", "pdftoppm", "pdftotext",
    "pgrep", "qpdf", "strace", "Xvfb", "xauth",
)  # fmt: skip


class MissingLibrariesError(Exception):
    """System libraries are missing and only the administrator of this machine can add them."""

    def __init__(self, packages: tuple[str, ...]) -> None:
        super().__init__(
            f"These system packages are missing: {', '.join(packages)}.\n"
            f"Run this, then the same command again:\n\n    {command_for(packages)}\n"
        )


def is_debian() -> bool:
    """True where `dpkg` keeps the list of installed packages: Debian, Ubuntu and their kin."""
    return sys.platform.startswith("linux") and shutil.which("dpkg-query") is not None


def installed_packages() -> frozenset[str]:
    """Every package name that is installed, or stood in for by one that is."""
    listing = subprocess.run(
        ["dpkg-query", "--show", "--showformat=${db:Status-Status}\t${Package}\t${Provides}\n"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    return names_in(listing)


def names_in(listing: str) -> frozenset[str]:
    """The names in lines of status, package and what it provides, separated by tabs."""
    names: set[str] = set()
    for line in listing.splitlines():
        status, package, provides = line.split("\t")
        if status == "installed":
            names.add(package)
            names.update(item.split()[0] for item in provides.split(",") if item.strip())
    return frozenset(names)


def missing(
    wanted: Iterable[str], installed: frozenset[str], *, can_make_environments: bool
) -> tuple[str, ...]:
    """The packages still to be installed, in alphabetical order.

    Debian keeps half of Python's `venv` in a package of its own, so that may be among them.
    """
    names = {name for name in wanted if name not in installed}
    if not can_make_environments:
        names.add(f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
    return tuple(sorted(names))


def can_make_environments() -> bool:
    """True if this Python can put pip into a new virtual environment."""
    return all(importlib.util.find_spec(name) is not None for name in ("venv", "ensurepip"))


def command_for(packages: Iterable[str], *, sudo: bool = True) -> str:
    """The exact line that installs these packages."""
    prefix = "sudo " if sudo else ""
    install = f"apt-get install -y --no-install-recommends {' '.join(packages)}"
    return f"{prefix}apt-get update && {prefix}{install}"


def is_administrator() -> bool:
    """True if this process may install system packages itself."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def ensure(wanted: Iterable[str]) -> None:
    """Installs what is missing, or raises MissingLibrariesError with the line to run.

    Elsewhere than on Debian nothing is installed: the check of the finished environment names what it misses.
    """
    if not is_debian():
        return
    packages = missing(wanted, installed_packages(), can_make_environments=can_make_environments())
    if not packages:
        return
    if not is_administrator():
        raise MissingLibrariesError(packages)
    print(f"Installing system packages: {', '.join(packages)}", flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for line in command_for(packages, sudo=False).split(" && "):
        done = subprocess.run(line.split(), env=environment, check=False, stdout=subprocess.DEVNULL)
        if done.returncode != 0:
            raise MissingLibrariesError(packages)
    importlib.invalidate_caches()


def missing_programs() -> tuple[str, ...]:
    """The programs of the test suite that are not on the path, whatever the system."""
    return tuple(name for name in PROGRAMS_TO_TEST if shutil.which(name) is None)
