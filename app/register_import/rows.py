"""Reads one row of an inventory into values by field, notes, and what there is to say about it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.cell_text import CellError
from app.i18n import _
from app.register_import.cleaning import one_line, plain_words, shortened
from app.register_import.errors import MappingError
from app.register_import.headings import KEPT, LEFT_OUT, NOTES, fields_of, takes_several
from app.register_import.mapping import FieldMapping
from app.register_import.meanings import Meaning, meaning, read
from app.register_import.tables import Finding, Inventory, RawRow
from models.snapshot import Snapshot
from models.values import TEXT_LENGTH, FieldSpec, ListOf

NAME = "name"
_SHOWN_LENGTH = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadRow:
    """A row as it was read: `values` by path of field, without notes; `name` is whole, however long.

    `notes` has a line for each thing that no field could take.
    """

    number: int
    name: str
    values: Mapping[str, object]
    notes: tuple[str, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell with something in it, of a column that goes to a field, and what it means."""

    column: str
    path: str
    spec: FieldSpec
    text: str
    meaning: Meaning


def read_row(inventory: Inventory, row: RawRow, mapping: FieldMapping, snapshot: Snapshot) -> ReadRow:
    """One row of the inventory, by a mapping that is fitted to it."""
    values: dict[str, object] = {}
    notes: list[str] = []
    findings: list[Finding] = []
    name = ""
    cells = list(_cells(inventory, row, mapping, snapshot))
    counts = [cell.path for cell in cells]
    for cell in cells:
        if cell.path == NAME:
            name = cell.text.strip()
        if cell.meaning.problem:
            findings.append(_finding(row, cell))
        if not cell.meaning.is_exact:
            notes.append(f"{cell.column}: {cell.text.strip()}")
        _put(values, cell, is_one_of_several=counts.count(cell.path) > 1)
    notes = [*_kept(inventory, row, mapping), *notes]
    findings.extend(_cut(row, values))
    return ReadRow(number=row.number, name=name, values=values, notes=tuple(notes), findings=tuple(findings))


def default_values(mapping: FieldMapping, snapshot: Snapshot) -> dict[str, object]:
    """The facts given for all rows. Raises MappingError for one that does not fit its field."""
    fields = fields_of(mapping.register)
    values: dict[str, object] = {}
    faults = []
    for path, text in mapping.defaults.items():
        if not text.strip():
            continue
        try:
            values[path] = read(mapping, path, fields[path].kind, text, snapshot)
        except CellError as error:
            faults.append(f"defaults.{path}: {error.why}")
    if faults:
        raise MappingError("\n".join(faults))
    return values


def _cells(inventory: Inventory, row: RawRow, mapping: FieldMapping, snapshot: Snapshot) -> Iterator[Cell]:
    fields = fields_of(mapping.register)
    for column, text in zip(inventory.columns, row.cells, strict=True):
        path = mapping.columns[column]
        if text and path not in (KEPT, LEFT_OUT, NOTES):
            spec = fields[path]
            found = meaning(mapping, path, spec, text, snapshot)
            yield Cell(column=column, path=path, spec=spec, text=text, meaning=found)


def _kept(inventory: Inventory, row: RawRow, mapping: FieldMapping) -> Iterator[str]:
    """What has no field, a line for each column; the column of notes itself needs no heading before it."""
    for column, text in zip(inventory.columns, row.cells, strict=True):
        if text and mapping.columns[column] in (KEPT, NOTES):
            yield text.strip() if plain_words(column) == NOTES else f"{column}: {text.strip()}"


def _put(values: dict[str, object], cell: Cell, *, is_one_of_several: bool) -> None:
    """The value into its field, together with those of other columns that go there too."""
    value = cell.meaning.value
    if value is None:
        return
    before = values.get(cell.path)
    if isinstance(cell.spec.kind, ListOf) and isinstance(before, tuple) and isinstance(value, tuple):
        values[cell.path] = tuple(dict.fromkeys((*before, *value)))
    elif is_one_of_several and takes_several(cell.spec) and not isinstance(cell.spec.kind, ListOf):
        line = f"{cell.column}: {value}"
        values[cell.path] = line if before is None else f"{before}\n{line}"
    else:
        values[cell.path] = value


def _cut(row: RawRow, values: dict[str, object]) -> Iterator[Finding]:
    """Texts of several columns that are too long together are cut."""
    for path, value in values.items():
        if isinstance(value, str) and len(value) > TEXT_LENGTH:
            values[path] = shortened(value, TEXT_LENGTH)
            message = _("The texts for {field} are cut off after {n:,} characters.")
            yield Finding(row=row.number, message=message.format(field=path, n=TEXT_LENGTH))


def _finding(row: RawRow, cell: Cell) -> Finding:
    if cell.meaning.value is not None:
        return Finding(row=row.number, column=cell.column, message=cell.meaning.problem)
    words = _("{text} is not read as {field}; it is kept in the notes. {why}")
    message = words.format(text=_quoted(cell.text), field=_(cell.spec.label), why=cell.meaning.problem)
    return Finding(row=row.number, column=cell.column, message=message)


def _quoted(text: str) -> str:
    return f"“{shortened(one_line(text), _SHOWN_LENGTH)}”"
