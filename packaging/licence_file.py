"""Writes the licences of parts in full, in the form in which `app/licences.py` reads them for the help."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

NO_VERSION = "-"


def document(head: str, parts: Iterable[tuple[str, str, str, str]]) -> str:
    """A whole file: a head, then name, version ("" if it has none), licence and text of each part."""
    return head + "".join(
        f"\n======== {name} | {version or NO_VERSION} | {licence} ========\n\n{text}\n"
        for name, version, licence, text in parts
    )


def texts(paths: Iterable[Path]) -> str:
    """The texts of some files below each other, without form feeds and spaces at the ends of lines."""
    return "\n\n".join(map(_text, paths))


def _text(path: Path) -> str:
    lines = path.read_text(encoding="utf-8", errors="replace").replace("\f", "\n").splitlines()
    return "\n".join(line.rstrip() for line in lines).strip("\n")
