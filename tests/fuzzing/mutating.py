"""Changes inputs where change gets anywhere: inside the parts of a workbook, the pages of a database."""

import random
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from lzma import LZMAError
from typing import TypeAlias
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from models.storage.pages import USABLE
from tests.fuzzing.sealing import PLAIN

Mutator: TypeAlias = Callable[[bytes, int, int], bytes]
_RAW = 0.15
_MOST_CHANGES = 6
_UNREADABLE = (
    BadZipFile, zlib.error, LZMAError, OSError, ValueError, RuntimeError, NotImplementedError, EOFError,
)  # fmt: skip
_PAGE_HEAD = 100  # bytes
_WORDS = (
    b"<", b">", b"/>", b"&amp;", b"&#0;", b"<!DOCTYPE", b'"', b"'", b"[", b"{", b"]", b"}", b"\x00", b"\xff",
    b"-1", b"0", b"1048577", b"XFD1", b"1e999", b"nan", b"inf", b"9" * 5_000, b"[" * 2_000, b"\n", b"\\u0000",
    b"\xed\xa0\x80", b"_x0041_", b"2026-13-45", b"null", b"true", b"false", b"\xe2\x80\xae", b"=1+1", b"t=",
)  # fmt: skip


def in_parts(data: bytes, most: int, seed: int) -> bytes:
    """Most times one part of an archive is changed and packed again; now and then the archive itself is."""
    chance = random.Random(seed)
    try:
        with ZipFile(BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except _UNREADABLE:
        parts = {}
    if not parts or chance.random() < _RAW:
        return changed(data, most, chance)
    name = chance.choice(sorted(parts))
    parts[name] = changed(parts[name], most, chance)
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    made = packed.getvalue()
    return made if len(made) <= most else data


def in_pages(data: bytes, most: int, seed: int) -> bytes:
    """Most times bytes of a few pages of a database are others, and all stays in its place."""
    chance = random.Random(seed)
    pages = len(data) // USABLE
    if not data.startswith(PLAIN) or not pages or chance.random() < _RAW:
        return changed(data, most, chance)
    made = bytearray(data)
    for _change in range(chance.randint(1, _MOST_CHANGES)):
        start = chance.randrange(pages) * USABLE
        within = chance.choice((_PAGE_HEAD, USABLE))  # its head says most about a page
        at = start + chance.randrange(within)
        match chance.randrange(4):
            case 0:
                made[at] = chance.randrange(256)
            case 1:
                word = chance.choice(_WORDS)[:within]
                made[at : at + len(word)] = word
            case 2:
                made[at : at + 2] = chance.choice((0, 1, 0x7FFF, 0x8000, 0xFFFF)).to_bytes(2, "big")
            case _:
                other = chance.randrange(pages) * USABLE
                made[start : start + USABLE] = made[other : other + USABLE]
    return bytes(made[:most])


def after_the_first_byte(data: bytes, most: int, seed: int) -> bytes:
    """The first byte, which says what file is meant, stays."""
    return data[:1] + changed(data[1:], most - 1, random.Random(seed))


def changed(data: bytes, most: int, chance: random.Random) -> bytes:
    """A few changes of any kind: other bytes, words that do harm, parts left out, repeated or moved."""
    made = bytearray(data)
    for _change in range(chance.randint(1, _MOST_CHANGES)):
        at = chance.randrange(len(made) + 1)
        length = min(chance.choice((1, 2, 4, 16, 64)), len(made) - at)
        match chance.randrange(5):
            case 0 if at < len(made):
                made[at] = chance.randrange(256)
            case 1:
                made[at : at + chance.choice((0, length))] = chance.choice(_WORDS)
            case 2:
                del made[at : at + length]
            case 3:
                made[at:at] = made[at : at + length] * chance.choice((1, 3, 200))
            case _:
                to = chance.randrange(len(made) + 1)
                made[to:to] = made[at : at + length]
    return bytes(made[:most])


MUTATORS: Mapping[str, Mutator] = {
    "xlsx": in_parts,
    "review_file": in_pages,
    "memory": after_the_first_byte,
}
