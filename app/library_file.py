"""Reads a library file, or says where it is wrong.

Imported only when a library is opened: pydantic alone costs more time than the first page has.
"""

from collections import Counter
from functools import cache
from types import GenericAlias
from typing import TypeVar, cast

from pydantic import TypeAdapter

import resources
from app.data_errors import LibraryError
from app.data_file import Plain, read_data_file
from app.data_shape import shaped

LIBRARY_FORMAT = "plumbline-library"

# What an entry takes over from the head of its file where it says nothing itself.
_TAKEN_OVER = ("as_known_on", "mark", "source_note")

T = TypeVar("T")


def read_items(kind: type[T], folder: str, library: str, key: str = "items") -> tuple[T, ...]:
    """The entries of a shipped library file under a key, typed and checked. Raises LibraryError."""
    head = _head(folder, library)
    entries = [_filled_in(entry, head) for entry in _list(head, key, library)]
    file = f"{library}.yaml"
    kinds = cast("type[tuple[T, ...]]", GenericAlias(tuple, (kind, ...)))
    items = shaped(TypeAdapter(kinds), entries, file, LibraryError)
    for name, count in Counter(getattr(item, "id", None) for item in items).items():
        if name is not None and count > 1:
            raise LibraryError(file, key, f"{name} stands there {count} times")
    return items


def read_whole(kind: type[T], folder: str, library: str, lists: tuple[str, ...]) -> T:
    """A shipped library file as one value, in which the entries of `lists` take over what the head says.

    Raises LibraryError.
    """
    head = _head(folder, library)
    raw = head | {key: [_filled_in(entry, head) for entry in _list(head, key, library)] for key in lists}
    return shaped(TypeAdapter(kind), raw, f"{library}.yaml", LibraryError)


def read_texts(folder: str, library: str, key: str) -> tuple[str, ...]:
    """A list of texts in a shipped library file. Raises LibraryError."""
    texts = _list(_head(folder, library), key, library)
    return shaped(TypeAdapter(tuple[str, ...]), texts, f"{library}.yaml", LibraryError)


@cache
def _head(folder: str, library: str) -> dict[str, Plain]:
    file = f"{library}.yaml"
    raw = read_data_file(resources.path(folder, file), LibraryError)
    if not isinstance(raw, dict) or raw.pop("format", None) != LIBRARY_FORMAT:
        raise LibraryError(file, "format", f"should be {LIBRARY_FORMAT}")
    if raw.pop("library", None) != library:
        raise LibraryError(file, "library", f"should be {library}")
    return raw


def _list(head: dict[str, Plain], key: str, library: str) -> list[Plain]:
    entries = head.get(key)
    if not isinstance(entries, list):
        raise LibraryError(f"{library}.yaml", key, "should be a list")
    return entries


def _filled_in(entry: Plain, head: dict[str, Plain]) -> Plain:
    if not isinstance(entry, dict):
        return entry
    return {**{key: head[key] for key in _TAKEN_OVER if key in head}, **entry}
