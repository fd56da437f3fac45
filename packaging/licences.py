"""Collects the full licence texts of everything that Plumbline is made of into one file, which ships with it.

python packaging/licences.py          writes resources/licences/third_party.txt
python packaging/licences.py --check  exit code 1 if the file is out of date

The texts come from the installed packages of the lock file. What no package brings, or is not needed on this
system, stands in packaging/licences.
"""

from __future__ import annotations

import argparse
import re
import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import kept_parts
import licence_file
import notices
from app.licences import read_parts

ROOT = notices.ROOT
COLLECTED = ROOT / "resources" / "licences" / "third_party.txt"
TEXT = re.compile(r"\.dist-info/(licenses/.*|(LICEN[CS]E|COPYING|NOTICE|AUTHORS)[^/]*)$", re.IGNORECASE)
# Texts for builds that Plumbline does not use: other C libraries, Android, JavaScript inside PDF.
OF_OTHER_BUILDS = ("/android/", "/cibw_musl/", "/pbin_musl/", "/all_except_musl/", "/v8_xfa/")
# Packages that bring no text of their own: that of the part they belong to.
ELSEWHERE = {
    "pyside6-essentials": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "shiboken6": ("LGPL-3.0.txt", "GPL-3.0.txt"),
}
HEAD = """\
The licences of what Plumbline is made of, in full.

Written by packaging/licences.py from the installed packages. What each part is for stands in
THIRD_PARTY_NOTICES.md.
Qt contains more parts under permissive licences of their own; they are listed by Qt's makers under
"Licenses Used in Qt" in Qt's documentation.
"""


class NoLicenceTextError(Exception):
    """A package brings no licence text, and none was written down for it."""


def document() -> str:
    """The whole file: a head, then each part between lines that name it. Raises NoLicenceTextError."""
    kept = [
        (part.name, part.version, part.licence, licence_file.texts(part.texts))
        for part in kept_parts.kept_parts()
    ]
    packages = [
        (notice.package, notice.version, notice.licence, licence_text(notice.package))
        for notice in notices.notices()
    ]
    return licence_file.document(HEAD, kept + packages)


def licence_text(package: str) -> str:
    """What a package wants passed on with it: licence, notice, authors. Raises NoLicenceTextError."""
    if package in ELSEWHERE:
        return licence_file.texts(kept_parts.TEXTS / name for name in ELSEWHERE[package])
    kept = kept_parts.TEXTS / f"{package}.txt"
    if kept.exists():
        return licence_file.texts([kept])
    found = _files(package)
    if not found and package in notices.NOT_EVERYWHERE and (standing := _standing(package)):
        return standing
    if not found:
        raise NoLicenceTextError(
            f"{package} brings no licence text. Put it into packaging/licences/{package}.txt."
        )
    if len(found) == 1:
        return licence_file.texts(found)
    return "\n\n".join(f"-------- {path.name} --------\n\n{licence_file.texts([path])}" for path in found)


def _standing(package: str) -> str:
    """What the file says already of a package that this system or this Python does without."""
    text = COLLECTED.read_text(encoding="utf-8") if COLLECTED.exists() else ""
    return next((part.text for part in read_parts(text) if part.name == package), "")


def _files(package: str) -> list[Path]:
    try:
        files = distribution(package).files or []
    except PackageNotFoundError:
        return []
    return [
        Path(str(file.locate()))
        for file in sorted(files, key=str)
        if TEXT.search(file.as_posix()) and not any(part in file.as_posix() for part in OF_OTHER_BUILDS)
    ]


def main() -> int:
    """Writes or checks the file; returns the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="only say whether the file is up to date")
    if not parser.parse_args().check:
        COLLECTED.parent.mkdir(exist_ok=True)
        COLLECTED.write_text(document(), encoding="utf-8")
        return 0
    if COLLECTED.read_text(encoding="utf-8") == document():
        return 0
    print(f"{COLLECTED.name} is out of date; run: python packaging/licences.py", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
