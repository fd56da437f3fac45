"""Guesses which field a column means from its heading."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

from app.i18n import _
from app.register_columns import IMPORTED, paths_of, spec_at
from app.register_import.cleaning import plain_words
from app.register_import.heading_words import HEADING_WORDS
from app.register_import.heading_words_abroad import HEADING_WORDS_ABROAD
from models.values import (
    ENTRY_TYPES,
    TEXT_LENGTH,
    AnswerValue,
    Described,
    FieldSpec,
    Group,
    Ident,
    ListOf,
    RegisterName,
    Text,
    spec_of,
    specs_of,
)

NOTES, KEPT, LEFT_OUT = "notes", "", "-"
# To the end where a bracket is never closed: a cell of a million of them would else be read once for each.
_IN_BRACKETS = re.compile(r"\([^)]*(?:\)|\Z)|\[[^\]]*(?:\]|\Z)")

# "Criticality 1-5", "Risk 0 to 4": the scale that a heading says at its end.
_SCALE = re.compile(r"\s+[0-9]+\s*(?:-|–|/|to)\s*[0-9]+\s*\Z")


@cache
def fields_of(register: RegisterName) -> Mapping[str, FieldSpec]:
    """The fields that a column can go to, by path: all but the id, and but groups that need to be whole."""
    described = ENTRY_TYPES[register]
    return MappingProxyType(
        {
            path: spec
            for path in paths_of(described)
            if not isinstance((spec := spec_at(described, path)).kind, Ident | AnswerValue)
            and not _in_a_whole_group(described, path)
        }
    )


def takes_several(spec: FieldSpec) -> bool:
    """Whether several columns can go to one field: to long texts and lists."""
    return isinstance(spec.kind, ListOf) or (
        isinstance(spec.kind, Text) and spec.kind.max_length == TEXT_LENGTH
    )


def field_for(register: RegisterName, heading: str) -> str:
    """The path of the field that a heading means, or nothing."""
    known = _known(register)
    without_brackets = _IN_BRACKETS.sub(" ", heading)
    for text in (heading, without_brackets, _SCALE.sub("", without_brackets)):
        if found := known.get(plain_words(text)):
            return found[0]
    # "Vendor/Supplier": two words for one thing, where both mean the same field.
    meant = {known.get(plain_words(part), ("", 0))[0] for part in without_brackets.split("/")}
    return meant.pop() if len(meant) == 1 else ""


def guessed_columns(register: RegisterName, columns: Sequence[str]) -> dict[str, str]:
    """A field for each column; nothing for one that is kept as a note.

    Of several columns that mean a field which holds one value, the one with the closest heading gets it;
    another one goes to the field whose own label its heading is, if that is free.
    """
    fields, known = fields_of(register), _known(register)
    guessed = {column: field_for(register, column) for column in columns}
    for path in {path for path in guessed.values() if path and not takes_several(fields[path])}:
        claims = [column for column in columns if guessed[column] == path]
        best = min(claims, key=lambda column: known.get(plain_words(column), ("", 1_000))[1])
        for column in claims:
            own = _own_words(register).get(plain_words(column), KEPT)
            if column != best:
                guessed[column] = KEPT if own in guessed.values() else own
    return guessed


def guessed_register(columns: Sequence[str]) -> RegisterName:
    """What a table lists: the register that knows most of its headings, and of several the first one."""
    return max(
        IMPORTED,
        key=lambda register: len({path for column in columns if (path := field_for(register, column))}),
    )


def column_letters(place: int) -> str:
    """What a spreadsheet calls the column at a place counted from 0: A, B, … Z, AA."""
    letters = ""
    place += 1
    while place:
        place, letter = divmod(place - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


@cache
def _known(register: RegisterName) -> Mapping[str, tuple[str, int]]:
    """Plain words of headings, with the field that they mean and how far they are from its own name."""
    known: dict[str, tuple[str, int]] = {}
    for by_words in (HEADING_WORDS[register], HEADING_WORDS_ABROAD[register]):
        for path in by_words:
            for rank, words in enumerate(by_words[path], start=2):
                known.setdefault(plain_words(words), (path, rank))
    for words, path in _own_words(register).items():
        known.setdefault(words, (path, 0))
    return MappingProxyType(known)


@cache
def _own_words(register: RegisterName) -> Mapping[str, str]:
    """Plain words of Plumbline's own names for fields, those of nested ones with the way to them."""
    own: dict[str, str] = {}
    for path, spec in fields_of(register).items():
        if "." not in path:
            own.setdefault(plain_words(_(spec.label)), path)
            own.setdefault(plain_words(spec.label), path)
    for path in fields_of(register):
        own.setdefault(plain_words(path), path)
    return MappingProxyType(own)


def _in_a_whole_group(described: type[Described], path: str) -> bool:
    name, _dot, rest = path.partition(".")
    kind = spec_of(described, name).kind
    if not rest or not isinstance(kind, Group):
        return False
    return any(spec.required for spec in specs_of(kind.described)) or _in_a_whole_group(kind.described, rest)
