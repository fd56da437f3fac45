"""What Plumbline is made of beside the packages of the lock file: libraries inside them, fonts and icons."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import notices

ROOT = Path(__file__).resolve().parent.parent
TEXTS = ROOT / "packaging" / "licences"
FONTS, ICONS = ROOT / "resources" / "fonts", ROOT / "resources" / "icons"
NO_VERSION = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPart:
    """A part: its licence by SPDX name, the files that hold its text, its own files, what it is inside."""

    name: str
    version: str = NO_VERSION
    licence: str
    texts: tuple[Path, ...]
    files: tuple[Path, ...] = ()
    inside: str = ""


def kept_parts() -> tuple[KeptPart, ...]:
    """All of them. Asks the installed packages for the versions of the libraries inside them."""
    return (
        KeptPart(name="Python", licence="PSF-2.0", texts=(TEXTS / "Python.txt",)),
        KeptPart(
            name="Qt",
            version=_qt(),
            licence="LGPL-3.0-only",
            texts=(TEXTS / "LGPL-3.0.txt", TEXTS / "GPL-3.0.txt"),
            inside="pyside6-essentials",
        ),
        KeptPart(
            name="ICU",
            version="73",
            licence="Unicode-DFS-2016",
            texts=(TEXTS / "ICU.txt",),
            inside="pyside6-essentials",
        ),
        KeptPart(
            name="SQLCipher",
            version=_sqlcipher(),
            licence="BSD-3-Clause",
            texts=(TEXTS / "SQLCipher.txt",),
            inside="sqlcipher3",
        ),
        KeptPart(
            name="OpenSSL",
            version=_openssl(),
            licence="Apache-2.0",
            texts=(TEXTS / "Apache-2.0.txt",),
            inside="cryptography",
        ),
        KeptPart(
            name="Noto Sans and Noto Emoji",
            licence="OFL-1.1",
            texts=(FONTS / "OFL.txt",),
            files=tuple(sorted(FONTS.glob("Noto*.ttf"))),
        ),
        KeptPart(
            name="DejaVu Sans",
            licence="Bitstream-Vera",
            texts=(FONTS / "LICENSE-DejaVu.txt",),
            files=(FONTS / "DejaVuSans.ttf",),
        ),
        KeptPart(
            name="Droid Sans Fallback",
            licence="Apache-2.0",
            texts=(FONTS / "LICENSE-Droid.txt",),
            files=(FONTS / "DroidSansFallback.ttf",),
        ),
        KeptPart(
            name="Lucide icons",
            version="1.62.0",
            licence="ISC AND MIT",
            texts=(ICONS / "LICENSE",),
            files=tuple(sorted(ICONS.glob("*.svg"))),
        ),
    )


def boot_loader() -> KeptPart:
    """What starts the built program, and is in no wheel: its own exception lets it start whatever we like."""
    lock = (ROOT / "requirements" / "build.txt").read_text(encoding="utf-8")
    (version,) = [
        each["version"] for each in notices.ENTRY.finditer(lock) if each["package"] == "pyinstaller"
    ]
    return KeptPart(
        name="PyInstaller boot loader",
        version=version,
        licence="GPL-2.0-or-later WITH Bootloader-exception AND Apache-2.0",
        texts=(TEXTS / "PyInstaller.txt",),
    )


def _qt() -> str:
    from PySide6.QtCore import qVersion  # noqa: PLC0415  (only where a version is asked for)

    return qVersion()


def _sqlcipher() -> str:
    from sqlcipher3 import dbapi2  # noqa: PLC0415  (as above)

    connection = dbapi2.connect(":memory:")
    try:
        (told,) = connection.execute("PRAGMA cipher_version").fetchone()
    finally:
        connection.close()
    return str(told).split()[0]


def _openssl() -> str:
    from cryptography.hazmat.backends.openssl import backend  # noqa: PLC0415  (as above)

    return backend.openssl_version_text().split()[1]
