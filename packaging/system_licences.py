"""Collects the licences of the system's own libraries that the built folder took in, where it was built.

The texts are Debian's: /usr/share/doc/*/copyright of the packages that the libraries come from. They are laid
beside the licences of everything else, in the same form, so that the help shows them too.
"""

from __future__ import annotations

import platform
import re
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import licence_file

COLLECTED = Path("resources/licences/system.txt")  # in the folder of all that the program loads
DOCUMENTS = Path("/usr/share/doc")
COMMON = Path("/usr/share/common-licenses")
# By source package: the licence of the library itself, read by hand from its copyright file, which also lists
# tools, tests and build scripts under others.
LICENCES = {
    "bzip2": "bzip2-1.0.6",
    "expat": "MIT",
    "libffi": "MIT",
    "libx11": "X11",
    "libxcb": "X11",
    "libxkbcommon": "MIT",
    "openssl": "Apache-2.0",
    "util-linux": "BSD-3-Clause",
    "xcb-util": "X11",
    "xcb-util-cursor": "X11",
    "xcb-util-image": "X11",
    "xcb-util-keysyms": "X11",
    "xcb-util-renderutil": "X11",
    "xcb-util-wm": "X11",
    "xz-utils": "LicenseRef-public-domain",
    "zlib": "Zlib",
}
PYTHON = re.compile(r"python3\.\d+")


class UnknownSystemLibraryError(Exception):
    """A library was taken in whose package or licence nobody has written down."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemPart:
    """One source package: its name, its version, its licence by SPDX name, where its texts stand."""

    name: str
    version: str
    licence: str
    texts: tuple[Path, ...]


def write(libraries: Iterable[Path], inside: Path) -> tuple[SystemPart, ...]:
    """Writes `inside`/resources/licences/system.txt for these libraries, and says which parts it names.

    Nothing is written where nothing was taken in. Raises UnknownSystemLibraryError.
    """
    parts = system_parts(libraries)
    if parts:
        collected = inside / COLLECTED
        collected.parent.mkdir(parents=True, exist_ok=True)
        collected.write_text(document(parts), encoding="utf-8")
    return parts


def document(parts: Iterable[SystemPart]) -> str:
    """The whole file; each part is named with the system before it."""
    system = platform.freedesktop_os_release()["ID"].capitalize()
    return licence_file.document(
        "The licences of the system's own libraries, from where this was built.\n",
        (
            (f"{system} {part.name}", part.version, part.licence, licence_file.texts(part.texts))
            for part in parts
        ),
    )


def system_parts(libraries: Iterable[Path]) -> tuple[SystemPart, ...]:
    """The source packages of these libraries, in alphabetical order. Raises UnknownSystemLibraryError."""
    found: dict[str, SystemPart] = {}
    for package in sorted({_package(path) for path in libraries}):
        shown = "${source:Package}\t${source:Version}"
        name, version = _told("dpkg-query", "--show", f"--showformat={shown}", package).split("\t")
        licence = LICENCES.get(name) or ("PSF-2.0" if PYTHON.fullmatch(name) else "")
        if not licence:
            raise UnknownSystemLibraryError(
                f"{package} was taken in. Read {DOCUMENTS / package}/copyright, and add {name} to LICENCES "
                f"in packaging/{Path(__file__).name}."
            )
        common = COMMON / licence
        texts = (DOCUMENTS / package / "copyright", *((common,) if common.exists() else ()))
        found.setdefault(name, SystemPart(name=name, version=version, licence=licence, texts=texts))
    return tuple(found[name] for name in sorted(found))


def _package(library: Path) -> str:
    """The package of a file; Debian's lists have some under /lib that are found under /usr/lib."""
    real = library.resolve()
    under = "/" + "/".join(real.parts[2:]) if real.parts[:2] == ("/", "usr") else f"/usr{real}"
    asked = ["dpkg-query", "--search", str(library), str(real), under]  # some of them will not be found
    found = subprocess.run(asked, capture_output=True, text=True, check=False).stdout
    if not found:
        raise UnknownSystemLibraryError(f"{library} was taken in, and no package of this system brings it.")
    return found.partition(":")[0]


def _told(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout
