"""The edits of several rows at once: one value for all, filling down, and repeating rows."""

from collections.abc import Sequence
from dataclasses import replace

from app.cell_text import cell_text, names_of
from app.edits import Edit, batch, put, set_field, set_fields
from app.i18n import _, ngettext
from app.new_entries import copy_of
from app.register_columns import spec_at, value_at
from models.snapshot import Snapshot
from models.values import ENTRY_TYPES, Kind, RegisterName

_LONGEST_SAID = 40


def filled_down(snapshot: Snapshot, register: RegisterName, keys: Sequence[str], path: str) -> Edit | None:
    """The first row's value of a field in all the other rows; None where that changes nothing.

    A required field is never emptied, and an entry's own id is never filled down.
    """
    first, *others = (entry for key in keys if (entry := snapshot.entry(register, key)) is not None)
    value = value_at(first, path)
    spec = spec_at(ENTRY_TYPES[register], path)
    if value is None and spec.required:
        return None
    edits = [
        set_field(snapshot, register, entry.key, path, value)
        for entry in others
        if value_at(entry, path) != value
    ]
    n = len(edits)
    label = ngettext("Fill {field} down into {n} row", "Fill {field} down into {n} rows", n)
    return batch(label.format(field=_(spec.label), n=n), edits) if edits else None


def set_in_all(
    snapshot: Snapshot, register: RegisterName, keys: Sequence[str], path: str, value: object
) -> Edit | None:
    """One field set to one value (None: emptied) in several rows; None where that changes nothing.

    A required field is never emptied.
    """
    spec = spec_at(ENTRY_TYPES[register], path)
    if value is None and spec.required:
        return None
    entries = (entry for key in keys if (entry := snapshot.entry(register, key)) is not None)
    others = [entry.key for entry in entries if value_at(entry, path) != value]
    if not others:
        return None
    n, field = len(others), _(spec.label)
    if value is None:
        label = ngettext("Empty {field} in {n} row", "Empty {field} in {n} rows", n)
    else:
        label = ngettext("Set {field} to {value} in {n} row", "Set {field} to {value} in {n} rows", n)
    words = label.format(field=field, value=_said(spec.kind, value, snapshot), n=n)
    return replace(set_fields(snapshot, register, others, path, value), label=words)


def repeated(snapshot: Snapshot, register: RegisterName, keys: Sequence[str]) -> tuple[Edit, tuple[str, ...]]:
    """The rows once more, at the end, under ids of their own; also says which ids."""
    originals = [entry for key in keys if (entry := snapshot.entry(register, key)) is not None]
    copies = [copy_of(snapshot, register, entry, n) for n, entry in enumerate(originals)]
    label = ngettext("Duplicate {n} row", "Duplicate {n} rows", len(copies)).format(n=len(copies))
    edit = batch(label, [put(snapshot, register, copy) for copy in copies])
    return edit, tuple(copy.key for copy in copies)


def _said(kind: Kind, value: object, snapshot: Snapshot) -> str:
    """A value in a few words, for the name of a step."""
    words = " ".join(cell_text(kind, value, names_of(snapshot)).split())
    return words if len(words) <= _LONGEST_SAID else words[: _LONGEST_SAID - 1] + "…"
