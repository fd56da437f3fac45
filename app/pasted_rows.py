"""Makes rows and values from lines pasted out of a spreadsheet."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.cell_text import CellError, cell_value
from app.edits import Edit, batch, put
from app.i18n import _, ngettext
from app.new_entries import new_entry, still_needed, unasked_values
from app.register_columns import can_be_imported, columns_of, paths_of, spec_at
from app.register_import.headings import field_for
from models.snapshot import Snapshot
from models.values import ENTRY_TYPES, AnyEntry, Described, Group, RegisterName, spec_of

MOST_ROWS = 5_000
MOST_COLUMNS = 200


@dataclass(frozen=True, slots=True)
class Pasted:
    """What pasting comes to: one edit (None when nothing fits), and what could not be read, in words."""

    edit: Edit | None
    keys: tuple[str, ...]
    problems: tuple[str, ...]


def table_of(text: str) -> list[list[str]]:
    """The cells of tab-separated text as spreadsheets copy it: cells with line breaks stand in quotes."""
    clean = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "").strip("\n")
    try:
        rows = list(csv.reader(clean.splitlines(keepends=True), delimiter="\t"))
    except csv.Error:  # a cell longer than csv allows: taken as it stands, without quotes
        rows = [line.split("\t") for line in clean.split("\n")]
    return [row[:MOST_COLUMNS] for row in rows if any(cell.strip() for cell in row)][:MOST_ROWS]


def added_rows(snapshot: Snapshot, register: RegisterName, text: str, paths: Sequence[str] = ()) -> Pasted:
    """New rows, one for each line; columns by a first line of headings, else `paths`, else the grid's own.

    A cell that does not fit its field, or whose heading is not that of a field, is kept as a note.
    """
    table = table_of(text)
    headed = _headings(register, table)
    columns = headed or tuple(path for path in paths if path) or columns_of(register)
    lines = table[1:] if headed else table
    made, problems = _made(snapshot, register, columns, lines, 2 if headed else 1, table[0] if headed else ())
    label = ngettext("Paste {n} row", "Paste {n} rows", len(made)).format(n=len(made))
    edit = batch(label, [put(snapshot, register, entry) for entry in made]) if made else None
    return Pasted(edit, tuple(entry.key for entry in made), (*problems, *_cut(text, table, len(columns))))


def filled_cells(
    snapshot: Snapshot, register: RegisterName, keys: Sequence[str], paths: Sequence[str], text: str
) -> Pasted:
    """Values put into rows that are there: the table's lines go to `keys`, its columns to `paths`.

    A single pasted cell goes to all of `keys`. Lines for which there is no row become new rows.
    """
    table = table_of(text)
    if len(table) == 1 and len(table[0]) == 1:
        table = table * len(keys)
    edits: list[Edit] = []
    changed: list[str] = []
    problems: list[str] = []
    for key, row in zip(keys, table, strict=False):
        before = snapshot.entry(register, key)
        if before is None:
            continue
        values, notes = _values(snapshot, register, paths, row, is_clearing=True)
        problems.extend(notes)
        after = before.with_values(**_nested(register, values, before))
        if after != before:
            edits.append(put(snapshot, register, after))
            changed.append(key)
    made, more = _made(snapshot, register, paths, table[len(keys) :], len(keys) + 1)
    edits.extend(put(snapshot, register, entry) for entry in made)
    changed.extend(entry.key for entry in made)
    label = ngettext("Paste into {n} row", "Paste into {n} rows", len(edits)).format(n=len(edits))
    edit = batch(label, edits) if edits else None
    return Pasted(edit, tuple(changed), (*problems, *more, *_cut(text, table, len(paths))))


def pasted_into(
    snapshot: Snapshot, register: RegisterName, text: str, keys: Sequence[str], paths: Sequence[str]
) -> Pasted:
    """What pasting means with the cursor on the first of `keys` and `paths`: new rows, or new values.

    Lines pasted onto names, or under their headings, are new rows; a cursor elsewhere fills cells.
    """
    if not keys or is_new_rows(register, text, next(iter(paths), "")):
        return added_rows(snapshot, register, text, paths)
    return filled_cells(snapshot, register, keys, paths, text)


def is_new_rows(register: RegisterName, text: str, path: str) -> bool:
    """Whether pasting with the cursor in the column of `path` means new rows and not new values."""
    table = table_of(text)
    if not path or _headings(register, table):
        return True
    return path == columns_of(register)[0] and (len(table) > 1 or len(table[0]) > 1)


def _headings(register: RegisterName, table: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The fields that the first line names, nothing for a column that names none; empty if it names few.

    One heading alone has to be that of the names, since a name may be any word.
    """
    described = ENTRY_TYPES[register]
    known = {path.casefold(): path for path in paths_of(described)}
    known |= {_(spec_at(described, path).label).casefold(): path for path in reversed(paths_of(described))}
    first = [cell.strip() for cell in table[0]] if table else []
    found = [known.get(cell.casefold(), "") for cell in first]
    if can_be_imported(register):
        found = [path or field_for(register, cell) for path, cell in zip(found, first, strict=True)]
    found = [path if path not in found[:n] else "" for n, path in enumerate(found)]
    named = [path for path in found if path]
    if len(named) * 2 <= len(first) or (len(named) == 1 and named != [columns_of(register)[0]]):
        return ()
    return tuple(found)


def _made(
    snapshot: Snapshot,
    register: RegisterName,
    paths: Sequence[str],
    lines: Sequence[Sequence[str]],
    first_line: int,
    headings: Sequence[str] = (),
) -> tuple[list[AnyEntry], list[str]]:
    """A new entry for each line that has what an entry needs, and what could not be read."""
    made: list[AnyEntry] = []
    problems: list[str] = []
    for number, row in enumerate(lines, start=first_line):
        values, notes = _values(snapshot, register, paths, row)
        kept = [*notes, *_without_field(paths, row, headings)]
        problems.extend(notes)
        if kept:
            values["notes"] = "\n".join([*filter(None, [str(values.get("notes") or "")]), *kept])
        full = {**unasked_values(register), **values}
        if missing := still_needed(register, full):
            labels = ", ".join(_(spec_at(ENTRY_TYPES[register], name).label) for name in missing)
            problems.append(_("Line {n}: {fields} missing.").format(n=number, fields=labels))
            continue
        made.append(new_entry(snapshot, register, _nested(register, full), len(made)))
    return made, problems


def _without_field(paths: Sequence[str], row: Sequence[str], headings: Sequence[str]) -> Iterator[str]:
    for heading, path, cell in zip(headings, paths, row, strict=False):
        if not path and cell.strip():
            yield _("{field}: {text}").format(field=heading.strip(), text=cell.strip())


def _cut(text: str, table: Sequence[Sequence[str]], columns: int) -> Iterator[str]:
    """What of the text went nowhere, in words."""
    if len(table) == MOST_ROWS and text.strip("\r\n").count("\n") >= MOST_ROWS:
        words = _("Only the first {n} lines were taken: import a longer list from a file.")
        yield words.format(n=f"{MOST_ROWS:,}")
    if beyond := sum(any(cell.strip() for cell in row[columns:]) for row in table):
        words = ngettext(
            "{n} line has more cells than there are columns from here on.",
            "{n} lines have more cells than there are columns from here on.",
            beyond,
        )
        yield words.format(n=beyond)


def _values(
    snapshot: Snapshot,
    register: RegisterName,
    paths: Sequence[str],
    row: Sequence[str],
    *,
    is_clearing: bool = False,
) -> tuple[dict[str, object], list[str]]:
    values: dict[str, object] = {}
    notes: list[str] = []
    for path, text in zip(paths, row, strict=False):
        if not path or path == "id":
            continue
        spec = spec_at(ENTRY_TYPES[register], path)
        try:
            value = cell_value(spec.kind, text, snapshot)
        except CellError:
            notes.append(_("{field}: {text}").format(field=_(spec.label), text=text.strip()))
            continue
        if value is not None or (is_clearing and not spec.required):
            values[path] = value
    return values, notes


def _nested(
    register: RegisterName, values: Mapping[str, object], before: Described | None = None
) -> dict[str, object]:
    """Values by field name, those with dots in their path set within their nested objects."""
    described = ENTRY_TYPES[register]
    flat: dict[str, object] = {}
    for path, value in values.items():
        name, _dot, rest = path.partition(".")
        kind = spec_of(described, name).kind
        if not rest or not isinstance(kind, Group):
            flat[name] = value
            continue
        outer = flat.get(name) or getattr(before, name, None)
        if value is not None or outer is not None:
            inner = outer if isinstance(outer, Described) else kind.described()
            flat[name] = inner.with_values(**{rest: value})
    return flat
