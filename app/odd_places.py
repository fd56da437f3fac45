"""Recognises places where a review file is not safe as it is: synchronised folders, network disks, sticks."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePath
from typing import Any

from app.i18n import _


class PlaceRisk(StrEnum):
    """What is odd about a place."""

    SYNCHRONISED = "synchronised"
    NETWORK = "network"
    REMOVABLE = "removable"
    READ_ONLY = "read_only"


@dataclass(frozen=True, slots=True)
class OddPlace:
    """A place that deserves a word: what it is, who keeps it in step (or nothing), and what to do."""

    risk: PlaceRisk
    service: str
    words: str
    advice: str


# Folder names that the services themselves give, in any depth of a path.
_SERVICES: Mapping[str, tuple[str, ...]] = {
    "OneDrive": ("onedrive",),
    "Dropbox": ("dropbox",),
    "iCloud Drive": ("icloud drive", "iclouddrive", "com~apple~clouddocs", "mobile documents"),
    "Google Drive": ("google drive", "googledrive", "my drive", "drivefs"),
    "Box": ("box sync",),
    "Nextcloud": ("nextcloud", "owncloud"),
}
_ROOT_VARIABLES = {"OneDrive": ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")}
_NETWORK_TYPES = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "afpfs", "webdav", "davfs", "9p"})
_NETWORK_FUSE = ("fuse.sshfs", "fuse.rclone", "fuse.gvfsd-fuse", "fuse.davfs")
_REMOVABLE_ROOTS = ("/media/", "/run/media/", "/Volumes/")
_MOUNTS = Path("/proc/self/mounts")


def odd_place(path: Path, mounts: str | None = None) -> OddPlace | None:
    """What is odd about the place of a review file, or None; `mounts` stands in for the system's own list."""
    service = _service(path)
    if service:
        return OddPlace(
            PlaceRisk.SYNCHRONISED,
            service,
            _("This file is in a folder that {service} keeps in step.").format(service=service),
            _(
                "A synchronisation can put an older state over your work. Pause it while the file is open, "
                "or move the file to a folder of its own. Backup copies are made elsewhere too."
            ),
        )
    if _is_on_a_network(path, mounts):
        return OddPlace(
            PlaceRisk.NETWORK,
            "",
            _("This file is on a network disk."),
            _(
                "Copy it to this computer to work on it: when the connection drops, what you type cannot be "
                "saved. Backup copies are made on this computer too."
            ),
        )
    if not os.access(path.parent, os.W_OK):
        return OddPlace(
            PlaceRisk.READ_ONLY,
            "",
            _("This file is in a place that can only be read."),
            _("You can look at everything. To work on it, copy the file to a folder of yours."),
        )
    if _is_removable(path):
        return OddPlace(
            PlaceRisk.REMOVABLE,
            "",
            _("This file is on a removable disk."),
            _("Close the file before you pull the disk out. Backup copies are made on this computer too."),
        )
    return None


def _service(path: PurePath) -> str:
    """Whose synchronised folder a path is in, or nothing."""
    for service, variables in _ROOT_VARIABLES.items():
        for root in filter(None, (os.environ.get(name) for name in variables)):
            if path.is_relative_to(root):
                return service
    for part in path.parent.parts:
        for service, names in _SERVICES.items():
            if any(_is_named(part.lower(), name) for name in names):
                return service
    return ""


def _is_named(folder: str, name: str) -> bool:
    """Whether a folder has a service's name, alone or with whose it is behind it."""
    return folder == name or folder.startswith((f"{name} - ", f"{name} (", f"{name}-"))


def _is_on_a_network(path: Path, mounts: str | None) -> bool:
    if str(path).startswith(("\\\\", "//")):
        return True
    if os.name == "nt":
        return _drive_type(path) == _REMOTE
    kind = _file_system(path, mounts)
    return kind in _NETWORK_TYPES or kind.startswith(_NETWORK_FUSE)


def _is_removable(path: Path) -> bool:
    if os.name == "nt":
        return _drive_type(path) == _STICK
    return str(path).startswith(_REMOVABLE_ROOTS)


def _file_system(path: Path, mounts: str | None) -> str:
    """The type of the file system that holds a path, from the list of mounts; "" where there is none."""
    if mounts is None:
        try:
            mounts = _MOUNTS.read_text("utf-8", "replace")
        except OSError:
            return ""
    longest, kind = "", ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = fields[1].replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\")
        if path.is_relative_to(point) and len(point) >= len(longest):
            longest, kind = point, fields[2]
    return kind


_STICK, _REMOTE = 2, 4


def _drive_type(path: Path) -> int:
    """What Windows says of a drive: GetDriveTypeW."""
    import ctypes  # noqa: PLC0415  (on Windows only)

    # Any: this part of ctypes is there on Windows alone.
    windows: Any = getattr(ctypes, "windll")  # noqa: B009
    return int(windows.kernel32.GetDriveTypeW(f"{path.drive}\\"))
