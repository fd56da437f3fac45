"""The licences of what the program is made of, in full, as they are kept in the resources."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import resources
from app.search.folding import folded

_BETWEEN = re.compile(r"^======== (.+) \| (.+) \| (.+) ========$", re.MULTILINE)
_NO_VERSION = "-"
# Of packages and parts; in what was built, of its boot loader, and on Linux of the system's own libraries.
_FILES = ("third_party.txt", "boot_loader.txt", "system.txt")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part: its name, its version ("" if it has none), its licence by SPDX name, and the whole text."""

    name: str
    version: str
    licence: str
    text: str

    @property
    def slug(self) -> str:
        """Its name for links: no capitals, no spaces."""
        return slug(self.name)


def slug(name: str) -> str:
    """A part's name as links have it."""
    return name.casefold().replace(" ", "-")


@cache
def parts() -> tuple[Part, ...]:
    """Every part, in alphabetical order."""
    kept = (name for name in _FILES if resources.path("licences", name).exists())
    found = (part for name in kept for part in read_parts(resources.read_text("licences", name)))
    return tuple(sorted(found, key=lambda part: part.name.casefold()))


def part_for(link: str) -> Part | None:
    """The part with this slug."""
    return next((part for part in parts() if part.slug == link), None)


def matching_parts(words: Sequence[str]) -> tuple[Part, ...]:
    """The parts with all of these (folded) words, or their beginnings, in name, licence or text."""
    return tuple(part for part, text in _folded() if all(f" {word}" in text for word in words))


@cache
def _folded() -> tuple[tuple[Part, str], ...]:
    return tuple(
        (part, folded(f" {part.name} {part.version} {part.licence}\n{part.text}")) for part in parts()
    )


def read_parts(text: str) -> Iterator[Part]:
    """The parts in a file of licences, in its order; what wrote it is `packaging/licence_file.py`."""
    pieces = _BETWEEN.split(text)[1:]
    for name, told, licence, words in zip(*(pieces[place::4] for place in range(4)), strict=True):
        version = "" if told == _NO_VERSION else told
        yield Part(name=name, version=version, licence=licence, text=words.strip("\n"))
