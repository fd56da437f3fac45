"""Which entries of a register a grid shows, in which order, and what stands in its cells."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from app.cell_text import Names, cell_text
from app.register_columns import columns_of, spec_at, value_at
from models.values import ENTRY_TYPES, AnyEntry, Count, FieldSpec, OneOf, RegisterName, Unknown, Whole

ID = "id"
_DIGITS = re.compile(r"(\d{1,18})")

SortKey = tuple[int, object]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the path of its field (`spec`), or words computed for each entry (`computed`)."""

    path: str
    label: str
    spec: FieldSpec | None = None
    computed: Callable[[str], str] | None = None

    def text(self, entry: AnyEntry, names: Names) -> str:
        """What stands in the cell of an entry."""
        if self.computed is not None:
            return self.computed(entry.key)
        if self.spec is None:
            return entry.key
        return cell_text(self.spec.kind, value_at(entry, self.path), names)

    def sort_key(self, entry: AnyEntry, names: Names) -> SortKey:
        """Orders entries by this column: what is recorded first, then "don't know", then the empty ones."""
        value = value_at(entry, self.path) if self.spec is not None else entry.key
        if self.spec is None or self.computed is not None:
            return (0, natural(self.text(entry, names)))
        if value is None or value == ():
            return (2, ())
        if isinstance(value, Unknown) or value == "unknown":
            return (1, ())
        if isinstance(self.spec.kind, OneOf):
            return (0, list(self.spec.kind.choices).index(self.spec.kind.choices(str(value))))
        if isinstance(self.spec.kind, Count | Whole) or isinstance(value, date):
            return (0, value)
        return (0, natural(self.text(entry, names)))


def grid_columns(
    register: RegisterName, computed: Mapping[str, Callable[[str], str]] | None = None
) -> tuple[Column, ...]:
    """The columns of a register: id, name, what is computed, then the telling fields."""
    described = ENTRY_TYPES[register]
    fields = [
        Column(path, spec.label, spec)
        for path in columns_of(register)
        for spec in (spec_at(described, path),)
    ]
    made = [Column(f"={label}", label, computed=words) for label, words in (computed or {}).items()]
    return (Column(ID, "Id"), *fields[:1], *made, *fields[1:])


def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """Orders texts as people do: T2 before T10, without regard to capital letters."""
    parts = _DIGITS.split(text.casefold())
    return tuple((0, int(p), "") if p.isascii() and p.isdigit() else (1, 0, p) for p in parts if p)


def matches(words: str, texts: str) -> bool:
    """Whether every one of the words occurs in a row's texts (both folded)."""
    return all(word in texts for word in words.split())
