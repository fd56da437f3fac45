"""The tables of the registers: a column for each described field, so that none can be forgotten."""

import json
from collections.abc import Iterable
from datetime import date
from typing import TypeAlias

from app.cell_text import Names, cell_text
from app.dissent import DISSENT
from app.exchange.tables import Table, TableCell, TableColumn
from app.i18n import _
from app.lint.waivers import WAIVERS
from app.parking import PARKING_LOT
from app.register_columns import REGISTERS, value_at
from models.snapshot import Snapshot
from models.values import (
    ENTRY_TYPES,
    SINGLETONS,
    Described,
    FieldSpec,
    Group,
    Json,
    Kind,
    RegisterName,
    specs_of,
    words,
)

# Answers have a table of their own, which shows the questions too.
LISTED: tuple[RegisterName, ...] = tuple(
    register for register in dict.fromkeys((*REGISTERS, *ENTRY_TYPES)) if register is not RegisterName.ANSWERS
)
OTHER_FIELDS = "extras"
# Agreed views have a column, waivers a table of their own; what is parked is the consultant's.
_NOT_HERE = frozenset({DISSENT, PARKING_LOT, WAIVERS})
_FieldAt: TypeAlias = tuple[str, str, Kind]


def register_tables(snapshot: Snapshot, names: Names) -> tuple[Table, ...]:
    """The tables of all registers but the answers, empty ones included."""
    return tuple(
        _sheet_of_one(snapshot, register, names)
        if register in SINGLETONS
        else register_table(snapshot, register, names)
        for register in LISTED
    )


def register_table(snapshot: Snapshot, register: RegisterName, names: Names) -> Table:
    """One register, an entry a row."""
    fields = fields_of(ENTRY_TYPES[register])
    entries = tuple(snapshot.entries(register).values())
    rows = [[typed(kind, value_at(entry, path), names) for path, _l, kind in fields] for entry in entries]
    columns = [TableColumn(title, path) for path, title, _k in fields]
    if other := other_column(entries):
        columns.append(other)
        for row, entry in zip(rows, entries, strict=True):
            row.append(other_fields(entry))
    return Table(register.value, _(words(register)), tuple(columns), tuple(map(tuple, rows)))


def fields_of(described: type[Described], prefix: str = "", above: str = "") -> tuple[_FieldAt, ...]:
    """Path, words and kind of every field that holds a value, those of nested objects included."""
    found: list[_FieldAt] = []
    for spec in specs_of(described):
        path, title = f"{prefix}{spec.name}", _titled(spec, above)
        if isinstance(spec.kind, Group):
            found.extend(fields_of(spec.kind.described, f"{path}.", title))
        else:
            found.append((path, title, spec.kind))
    return tuple(found)


def typed(kind: Kind, value: object, names: Names) -> TableCell:
    """A number or a date as it is; everything else in words."""
    if value is None or isinstance(value, date):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    return cell_text(kind, value, names) or None


def other_column(entries: Iterable[Described]) -> TableColumn | None:
    """The column for fields that the format does not know, if any entry has one."""
    has_any = any(_extras(entry) for entry in entries)
    return TableColumn(_("Other fields (JSON)"), OTHER_FIELDS) if has_any else None


def other_fields(entry: Described) -> TableCell:
    """The fields of an entry that the format does not know, as JSON by path; None if there are none."""
    return as_json(_extras(entry))


def as_json(extras: dict[str, Json]) -> TableCell:
    """Fields as JSON, in a fixed order; None if there are none."""
    return json.dumps(extras, ensure_ascii=False, sort_keys=True) if extras else None


def _sheet_of_one(snapshot: Snapshot, register: RegisterName, names: Names) -> Table:
    """The engagement or the incident process: a field a row."""
    columns = (TableColumn(_("Field"), "field"), TableColumn(_("Value"), "value"))
    rows: list[tuple[TableCell, ...]] = []
    for entry in snapshot.entries(register).values():
        rows += [
            (title, typed(kind, value_at(entry, path), names))
            for path, title, kind in fields_of(ENTRY_TYPES[register])
        ]
        if other := other_fields(entry):
            rows.append((_("Other fields (JSON)"), other))
    return Table(register.value, _(words(register)), columns, tuple(rows))


def _titled(spec: FieldSpec, above: str) -> str:
    return _("{group}: {field}").format(group=above, field=_(spec.label)) if above else _(spec.label)


def _extras(entry: Described, prefix: str = "") -> dict[str, Json]:
    found = {f"{prefix}{name}": value for name, value in entry.extras.items() if name not in _NOT_HERE}
    for spec in specs_of(type(entry)):
        nested = getattr(entry, spec.name)
        if isinstance(nested, Described):
            found.update(_extras(nested, f"{prefix}{spec.name}."))
    return found
