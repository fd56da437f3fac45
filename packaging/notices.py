"""Writes THIRD_PARTY_NOTICES.md: every package that Plumbline runs on, its licence, and why it is there.

python packaging/notices.py          writes the file
python packaging/notices.py --check  exit code 1 if the file is out of date
"""

import argparse
import re
import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements" / "runtime.txt"
NOTICES = ROOT / "THIRD_PARTY_NOTICES.md"

# Where a package offers a choice, the licence that Plumbline takes it under; and SPDX names for others.
CHOSEN = {
    "Apache 2.0": "Apache-2.0",
    "Apache-2.0 OR BSD-3-Clause": "Apache-2.0",
    "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only": "LGPL-3.0-only",
}
# Read by hand from the licence file of packages that describe it in their own words or leave it out.
READ_BY_HAND = {
    "pypdfium2": "Apache-2.0",
    "reportlab": "BSD-3-Clause",
    "sqlcipher3": "Zlib",
}
# Not installed on every system or Python, so their own description cannot always be asked.
NOT_EVERYWHERE = {
    "backports-tarfile": "MIT",
    "cffi": "MIT-0",
    "importlib-metadata": "Apache-2.0",
    "jeepney": "MIT",
    "lazy-importer": "Apache-2.0",
    "pycparser": "BSD-3-Clause",
    "pywin32-ctypes": "BSD-3-Clause",
    "secretstorage": "BSD-3-Clause",
    "tzdata": "Apache-2.0",
    "zipp": "MIT",
}
OWN_PURPOSE = {
    "alembic": "migrations of the review file",
    "asn1crypto": "reading certificates and signatures",
    "charset-normalizer": "recognising the encoding of inventories",
    "cryptography": "key derivation (Argon2id) and certificates",
    "filelock": "one program at a time in a file",
    "keyring": "remembering a key in the system's keychain, when asked to",
    "openpyxl": "reading inventories in XLSX",
    "platformdirs": "where this system keeps settings",
    "pydantic": "checking question packs and imported reviews",
    "pyside6-essentials": "the window (Qt)",
    "pyhanko": "signing the PDF, and checking signatures",
    "pyhanko-certvalidator": "certificates in signatures",
    "pypdfium2": "the PDF preview in the window",
    "python-docx": "writing the report as DOCX",
    "pyyaml": "reading question packs and libraries",
    "reportlab": "writing the PDF",
    "sqlalchemy": "talking to the review file",
    "sqlcipher3": "the encrypted review file",
    "xlsxwriter": "writing the workbook",
    "zxcvbn": "how long a passphrase holds",
}
HEAD = """\
# Third-party notices

Plumbline itself is licensed under Apache-2.0 (see `LICENSE`). It runs on the packages below, each under its
own licence; the full texts stand in `resources/licences/third_party.txt` and in the program's help. This
file is written by `packaging/notices.py` from the lock file and the packages' own descriptions, and a test
compares it with them.

| package | version | licence | why it is here |
|---|---|---|---|
"""
TAIL = """
## Worth knowing

- **Qt for Python** (PySide6, Shiboken6, and the Qt libraries inside them) is used under the LGPL, version 3.
  It is loaded as separate, unmodified libraries that you may replace by your own build. Sources:
  <https://code.qt.io>. Qt modules that exist under the GPL only are not used.
- **sqlcipher3** contains SQLCipher (BSD-3-Clause, Zetetic LLC), SQLite (public domain) and OpenSSL
  (Apache-2.0).
- **cryptography** contains OpenSSL (Apache-2.0).
- **certifi** (MPL-2.0) comes with pyHanko, unmodified. Plumbline never asks it for anything, and keeps
  **aiohttp**, for which pyHanko brings it, from being loaded at all.
- **The built program** is started by PyInstaller's boot loader (GPL with an exception that lets it start any
  program). It is in no wheel; the built program's help holds its licence.
- **pillow** contains image libraries under their own permissive licences, listed in its licence file.
"""
# One package of the lock file: its name and version, then indented lines: hashes, and who asked for it.
ENTRY = re.compile(r"^(?P<package>[\w.-]+)==(?P<version>\S+).*\n(?P<rest>(?: +.*\n)*)", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One package of the lock file."""

    package: str
    version: str
    licence: str
    purpose: str


def notices() -> tuple[Notice, ...]:
    """Every package in the lock file of the running program, in alphabetical order."""
    text = LOCK.read_text(encoding="utf-8")
    return tuple(
        Notice(
            package=found["package"],
            version=found["version"],
            licence=licence(found["package"]),
            purpose=OWN_PURPOSE.get(found["package"]) or _needed_by(found["rest"]),
        )
        for found in ENTRY.finditer(text)
    )


def licence(package: str) -> str:
    """The licence that Plumbline uses a package under, as an SPDX name.

    Raises LookupError where neither the package nor this file knows it.
    """
    known = READ_BY_HAND.get(package) or NOT_EVERYWHERE.get(package)
    if known:
        return known
    stated = stated_licence(package)
    return CHOSEN.get(stated, stated)


def stated_licence(package: str) -> str:
    """What an installed package says of itself; raises LookupError if it says nothing or is not installed."""
    try:
        description = metadata(package)
    except PackageNotFoundError as error:
        raise LookupError(f"{package} is not installed, so its licence is not known") from error
    for field in ("License-Expression", "License"):
        if field in description:
            return description[field]
    if "License :: OSI Approved :: MIT License" in (description.get_all("Classifier") or []):
        return "MIT"
    raise LookupError(f"{package} states no licence; read its licence file and add it to READ_BY_HAND")


def document() -> str:
    """The whole text of THIRD_PARTY_NOTICES.md."""
    rows = "".join(f"| {n.package} | {n.version} | {n.licence} | {n.purpose} |\n" for n in notices())
    return HEAD + rows + TAIL + _kept_in_resources()


def _needed_by(rest: str) -> str:
    names = re.findall(r"^ +# (?:via|  ) ?([\w.-]+)$", rest, re.MULTILINE)
    return f"needed by {', '.join(names)}"


def _kept_in_resources() -> str:
    """Fonts, icons and the like stand in the tree together with their licence files."""
    licences = sorted(
        path.relative_to(ROOT)
        for path in (ROOT / "resources").rglob("*")
        if path.is_file() and re.match(r"(LICEN[CS]E|OFL|COPYING)", path.name)
    )
    if not licences:
        return ""
    rows = "".join(f"| `{p.parent.as_posix()}` | [{p.name}]({p.as_posix()}) |\n" for p in licences)
    return f"\n## Kept in this repository\n\n| folder | licence |\n|---|---|\n{rows}"


def main() -> int:
    """Writes or checks the file; returns the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="only say whether the file is up to date")
    if not parser.parse_args().check:
        NOTICES.write_text(document(), encoding="utf-8")
        return 0
    if NOTICES.read_text(encoding="utf-8") == document():
        return 0
    print("THIRD_PARTY_NOTICES.md is out of date; run: python packaging/notices.py", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
