"""Remembers how inventories were mapped, without a word of them, for the next one with the same headings.

Headings and cells may be a client's words, so none is kept: columns are known by their place, and the list of
headings and each text in a cell by a fingerprint. The key of the texts' fingerprints is the list of headings
itself, which is not kept either.
"""

import hashlib
import hmac
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from app.errors import ReviewError
from app.own_folders import config_folder
from app.register_columns import IMPORTED
from app.register_import.cleaning import folded
from app.register_import.draft import Draft
from app.register_import.errors import ImportStoppedError
from app.register_import.headings import KEPT, LEFT_OUT, fields_of
from app.register_import.mapping import DayOrder, Duplicates, FieldMapping
from app.register_import.preview import Preview
from app.register_import.reading import read_inventory
from app.register_import.tables import Inventory, ReadAs, StopIfCancelled, never_stop
from app.register_import.uses import has_closed_values
from app.settings import keep
from app.small_file import small_json
from models.values import RegisterName

MOST_KEPT = 50
_FILE = "imports.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    """One remembered import, as it stands in the file: paths of fields, values of ours, and fingerprints."""

    first: str
    headings: str
    register: str
    encoding: str
    delimiter: str
    header_row: int
    columns: list[str]
    values: dict[str, dict[str, str]]
    facts: dict[str, str]
    day_order: str
    duplicates: str


def remember(draft: Draft, found: Preview, folder: Path | None = None) -> None:
    """Keep how an inventory was read and mapped. Raises SettingsNotSavedError."""
    kept = _kept(draft, found)
    others = [each for each in _all(folder) if each.first != kept.first]
    lines = [{name: getattr(each, name) for name in _Kept.__slots__} for each in (kept, *others)]
    keep(_place(folder), json.dumps(lines[:MOST_KEPT], indent=1))


def as_last_time(
    draft: Draft,
    register: RegisterName | None = None,
    folder: Path | None = None,
    stop_if_cancelled: StopIfCancelled = never_stop,
) -> Draft:
    """The draft read and mapped as the last inventory with these headings was; itself where there was none.

    `register` is the one that was asked for, if any: what was another thing last time is not taken over.
    """
    first = _fingerprint(draft.first_columns)
    kept = next((each for each in _all(folder) if each.first == first), None)
    if kept is None or (register is not None and kept.register != register):
        return draft
    inventory = draft.inventory
    how = ReadAs(encoding=kept.encoding, delimiter=kept.delimiter, header_row=kept.header_row)
    try:
        if how != ReadAs():
            inventory = read_inventory(draft.data, RegisterName(kept.register), how, stop_if_cancelled)
        mapping = _mapping(kept, inventory)
    except ImportStoppedError:
        raise
    except (ReviewError, ValueError):
        return draft
    if mapping is None:
        return draft
    return replace(draft, inventory=inventory, mapping=mapping, asked=how, is_as_last_time=True)


def _kept(draft: Draft, found: Preview) -> _Kept:
    mapping = found.mapping
    fields = fields_of(mapping.register)
    values: dict[str, dict[str, str]] = {}
    for use in found.uses:
        if mapping.translated(use.path, use.text) is not None:
            sign = _sign(draft.inventory.columns, use.text)
            values.setdefault(use.path, {})[sign] = use.value
    return _Kept(
        first=_fingerprint(draft.first_columns),
        headings=_fingerprint(draft.inventory.columns),
        register=mapping.register,
        encoding=draft.asked.encoding,
        delimiter=draft.asked.delimiter,
        header_row=draft.asked.header_row,
        columns=[mapping.columns[column] for column in draft.inventory.columns],
        values=values,
        # Of the facts only those that are one of our own values: free text could be anybody's.
        facts={path: text for path, text in mapping.defaults.items() if has_closed_values(fields[path])},
        day_order=mapping.day_order or "",
        duplicates=mapping.duplicates or "",
    )


def _mapping(kept: _Kept, inventory: Inventory) -> FieldMapping | None:
    """The mapping for a table of the same headings; None for others. Raises MappingError or ValueError."""
    if kept.headings != _fingerprint(inventory.columns) or len(kept.columns) != len(inventory.columns):
        return None
    register = RegisterName(kept.register)
    if register not in IMPORTED:
        return None
    values: dict[str, dict[str, str]] = {}
    for place, path in enumerate(kept.columns):
        signs = kept.values.get(path)
        if path in (KEPT, LEFT_OUT) or not signs:
            continue
        for text in {" ".join(row.cells[place].split()) for row in inventory.rows if row.cells[place]}:
            if (meant := signs.get(_sign(inventory.columns, text))) is not None:
                values.setdefault(path, {})[text] = meant
    return FieldMapping(
        register=register,
        columns=dict(zip(inventory.columns, kept.columns, strict=True)),
        values=values,
        defaults=kept.facts,
        day_order=DayOrder(kept.day_order) if kept.day_order else None,
        duplicates=Duplicates(kept.duplicates) if kept.duplicates else None,
    )


def _all(folder: Path | None) -> list[_Kept]:
    """Everything remembered, the latest first; nothing where the file is missing or makes no sense."""
    try:
        # Any: lines as below, or the errors of what is none.
        lines: Any = small_json(_place(folder))
        return [_read(line) for line in lines]
    except (OSError, ValueError, TypeError, KeyError):
        return []


def _read(line: Mapping[str, object]) -> _Kept:
    """One remembered import. Raises KeyError or TypeError for what is none."""
    row, columns, values = line["header_row"], line["columns"], line["values"]
    if not isinstance(row, int) or not isinstance(columns, list) or not isinstance(values, dict):
        raise TypeError
    return _Kept(
        first=_text(line["first"]),
        headings=_text(line["headings"]),
        register=_text(line["register"]),
        encoding=_text(line["encoding"]),
        delimiter=_text(line["delimiter"]),
        header_row=row,
        columns=[_text(path) for path in columns],
        values={path: _texts(table) for path, table in values.items()},
        facts=_texts(line["facts"]),
        day_order=_text(line["day_order"]),
        duplicates=_text(line["duplicates"]),
    )


def _text(found: object) -> str:
    if not isinstance(found, str):
        raise TypeError
    return found


def _texts(found: object) -> dict[str, str]:
    if not isinstance(found, dict):
        raise TypeError
    return {_text(key): _text(text) for key, text in found.items()}


def _fingerprint(headings: Sequence[str]) -> str:
    return hashlib.sha256(_joined("headings", headings)).hexdigest()


def _sign(headings: Sequence[str], text: str) -> str:
    key = hashlib.sha256(_joined("texts", headings)).digest()
    return hmac.new(key, folded(text).encode(), hashlib.sha256).hexdigest()


def _joined(purpose: str, headings: Sequence[str]) -> bytes:
    return "\0".join((purpose, *map(folded, headings))).encode()


def _place(folder: Path | None) -> Path:
    return (folder or config_folder()) / _FILE
