"""Which columns of a register a grid shows, what stands in their cells, and how they are ordered."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.cell_text import Names, cell_text
from app.i18n import _
from app.register_columns import columns_of, paths_of, spec_at, value_at
from models.values import ENTRY_TYPES, AnyEntry, Count, FieldSpec, OneOf, RegisterName, Unknown, Whole

ID = "id"
_COMPUTED = "="  # before the heading of a column that is not a field
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


def usual_paths(register: RegisterName, computed: Collection[str] = ()) -> tuple[str, ...]:
    """The columns that a grid usually shows: the name, what is computed, the telling fields."""
    fields = columns_of(register)
    return (*fields[:1], *map(_computed_path, computed), *fields[1:])


def possible_paths(register: RegisterName, computed: Collection[str] = ()) -> tuple[str, ...]:
    """All columns that a grid can show, the usual ones first."""
    usual = usual_paths(register, computed)
    return (*usual, *(path for path in paths_of(ENTRY_TYPES[register]) if path not in (ID, *usual)))


def column_words(register: RegisterName, path: str) -> str:
    """What stands over a column; nested fields with the part that they belong to."""
    if path == ID or path.startswith(_COMPUTED):
        return _("Id") if path == ID else path[len(_COMPUTED) :]
    outer, dot, _rest = path.rpartition(".")
    own = _(spec_at(ENTRY_TYPES[register], path).label)
    if not dot or path in columns_of(register):
        return own
    return _("{part}: {field}").format(part=_(spec_at(ENTRY_TYPES[register], outer).label), field=own)


def grid_columns(
    register: RegisterName,
    computed: Mapping[str, Callable[[str], str]] | None = None,
    paths: Sequence[str] = (),
) -> tuple[Column, ...]:
    """The columns of a register, the id first: those of `paths` that there are, or the usual ones."""
    computed = computed or {}
    possible = possible_paths(register, computed)
    chosen = [path for path in dict.fromkeys(paths) if path in possible]
    return (
        Column(ID, "Id"),
        *(_column(register, path, computed) for path in chosen or usual_paths(register, computed)),
    )


def _column(register: RegisterName, path: str, computed: Mapping[str, Callable[[str], str]]) -> Column:
    if path.startswith(_COMPUTED):
        label = path[len(_COMPUTED) :]
        return Column(path, label, computed=computed[label])
    return Column(path, column_words(register, path), spec_at(ENTRY_TYPES[register], path))


def _computed_path(label: str) -> str:
    return f"{_COMPUTED}{label}"


def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """Orders texts as people do: T2 before T10, without regard to capital letters."""
    parts = _DIGITS.split(text.casefold())
    return tuple((0, int(p), "") if p.isascii() and p.isdigit() else (1, 0, p) for p in parts if p)
