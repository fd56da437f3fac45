"""Reads rows off the leaf pages of SQLite's tables without the tree above them.

The format: https://sqlite.org/fileformat2.html, 1.6 (pages and overflow) and 2.1 (records).
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import TypeAlias

from models.storage.pages import USABLE

Value: TypeAlias = int | float | str | bytes | None
_LEAF = 0x0D
_LEAF_HEADER = 8
_DATABASE_HEADER = 100
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_CONSTANTS = {8: 0, 9: 1}
_MOST_ROWS = USABLE // 4  # of a page
_LONGEST_HEADER = 100


def rows(pages: Mapping[int, bytes]) -> Iterator[tuple[int, tuple[Value, ...]]]:
    """Every row on every leaf page, with its number; those that need a page that is missing are left out.

    No page is read for two rows, and no row has more columns than ours: what somebody made up to keep us busy
    for hours is passed over.
    """
    used: set[int] = set()
    for number, page in sorted(pages.items()):
        start = _DATABASE_HEADER if number == 1 else 0
        if page[start] != _LEAF:
            continue
        count = min(int.from_bytes(page[start + 3 : start + 5]), _MOST_ROWS)
        first = start + _LEAF_HEADER
        for place in range(first, first + 2 * count, 2):
            with suppress(IndexError, ValueError, KeyError):
                yield _row(pages, page, int.from_bytes(page[place : place + 2]), used)


def _row(
    pages: Mapping[int, bytes], page: bytes, start: int, used: set[int]
) -> tuple[int, tuple[Value, ...]]:
    """One row. Raises IndexError, ValueError or KeyError where it is not whole."""
    size, at = _varint(page, start)
    number, at = _varint(page, at)
    return number, _values(_payload(pages, page, at, size, used))


def _payload(pages: Mapping[int, bytes], page: bytes, at: int, size: int, used: set[int]) -> bytes:
    if size > len(pages) * USABLE:
        raise ValueError("a row that is larger than the file")
    most = USABLE - 35
    if size <= most:
        return page[at : at + size]
    least = (USABLE - 12) * 32 // 255 - 23
    here = least + (size - least) % (USABLE - 4)
    if here > most:
        here = least
    parts, left = [page[at : at + here]], size - here
    following = int.from_bytes(page[at + here : at + here + 4])
    while left > 0:
        if following in used:
            raise ValueError("a page that belongs to another row")
        used.add(following)
        overflow = pages[following]
        parts.append(overflow[4 : 4 + min(left, USABLE - 4)])
        left -= len(parts[-1])
        following = int.from_bytes(overflow[:4])
    return b"".join(parts)


def _values(record: bytes) -> tuple[Value, ...]:
    header, at = _varint(record, 0)
    if header > _LONGEST_HEADER:
        raise ValueError("more columns than any table of ours has")
    kinds = []
    while at < header:
        kind, at = _varint(record, at)
        kinds.append(kind)
    values: list[Value] = []
    for kind in kinds:
        value, at = _value(record, kind, at)
        values.append(value)
    if at != len(record):
        raise ValueError("a record that is longer or shorter than it says")
    return tuple(values)


def _value(record: bytes, kind: int, at: int) -> tuple[Value, int]:
    if kind == 0:
        return None, at
    if kind in _CONSTANTS:
        return _CONSTANTS[kind], at
    if kind in _INTEGERS:
        end = at + _INTEGERS[kind]
        return int.from_bytes(record[at:end], signed=True), end
    if kind < 12:
        raise ValueError("a value of a kind that is not ours")
    end = at + (kind - 12) // 2
    if end > len(record):
        raise IndexError(end)
    return record[at:end].decode() if kind % 2 else record[at:end], end


def _varint(data: bytes, at: int) -> tuple[int, int]:
    number = 0
    for n in range(9):
        byte = data[at + n]
        if n == 8:
            return number << 8 | byte, at + 9
        number = number << 7 | byte & 0x7F
        if not byte & 0x80:
            return number, at + n + 1
    raise ValueError("no number here")
