"""Makes entries of what was read from rows, and fills what is missing in entries that are there."""

from collections.abc import Callable, Mapping, Sequence
from typing import cast

from app.cell_text import Names, cell_text
from app.i18n import _
from app.register_columns import value_at
from app.register_import.cleaning import folded, shortened
from app.register_import.headings import NOTES, fields_of
from app.register_import.rows import NAME, ReadRow
from models.values import (
    ENTRY_TYPES,
    TEXT_LENGTH,
    AnyEntry,
    Described,
    Group,
    RegisterName,
    Sourced,
    spec_of,
    specs_of,
)


def missing_facts(register: RegisterName, values: Mapping[str, object]) -> tuple[str, ...]:
    """The fields that an entry of a register cannot do without and that have no value."""
    needed = (spec.name for spec in specs_of(ENTRY_TYPES[register]) if spec.required and spec.name != "id")
    return tuple(name for name in needed if values.get(name) is None)


def new_entry_of(key: str, register: RegisterName, row: ReadRow, defaults: Mapping[str, object]) -> AnyEntry:
    """The entry of a row that has all it needs; its own values go before the defaults."""
    values = {**defaults, **row.values}
    if row.notes:
        values[NOTES] = "\n".join([*_texts(defaults.get(NOTES)), *row.notes])
    make: Callable[..., Described] = ENTRY_TYPES[register]
    return _whole_notes(cast("AnyEntry", make(id=key, **nested(ENTRY_TYPES[register], values))))


def filled_entry(entry: AnyEntry, register: RegisterName, row: ReadRow, names: Names) -> AnyEntry:
    """The entry with what only the row knows; where both know, the row's word goes to the notes."""
    new: dict[str, object] = {}
    notes = list(row.notes)
    for path, value in row.values.items():
        known = value_at(entry, path)
        if known is None:
            new[path] = value
        elif path != NAME and not _says_the_same(known, value):
            spec = fields_of(register)[path]
            notes.append(f"{_(spec.label)}: {cell_text(spec.kind, value, names)}")
    kept = _notes(entry)
    unsaid = [line for line in notes if line not in kept]
    if unsaid:
        new[NOTES] = "\n".join([*_texts(kept), *unsaid])
    return _whole_notes(entry.with_values(**nested(type(entry), new, entry))) if new else entry


def nested(
    described: type[Described], values: Mapping[str, object], before: Described | None = None
) -> dict[str, object]:
    """Values by field, those with dots in their path set within their nested objects."""
    flat: dict[str, object] = {}
    inner: dict[str, dict[str, object]] = {}
    for path, value in values.items():
        name, _dot, rest = path.partition(".")
        if rest:
            inner.setdefault(name, {})[rest] = value
        else:
            flat[name] = value
    for name, inside in inner.items():
        kind = spec_of(described, name).kind
        if isinstance(kind, Group):
            outer = getattr(before, name, None) or kind.described()
            flat[name] = outer.with_values(**nested(kind.described, inside, outer))
    return flat


def notes_are_cut(notes: Sequence[str]) -> bool:
    """Whether notes are longer together than a field can hold."""
    return len("\n".join(notes)) > TEXT_LENGTH


def _whole_notes(entry: AnyEntry) -> AnyEntry:
    notes = _notes(entry)
    return entry.with_values(notes=shortened(notes, TEXT_LENGTH)) if len(notes) > TEXT_LENGTH else entry


def _notes(entry: AnyEntry) -> str:
    return (entry.notes or "") if isinstance(entry, Sourced) else ""


def _says_the_same(known: object, value: object) -> bool:
    if isinstance(known, str) and isinstance(value, str):
        return folded(known) == folded(value)
    return known == value


def _texts(text: object) -> list[str]:
    return [str(text)] if text else []
