"""Inventories that clients keep as CSV or XLSX: read, mapped, looked at, and taken in as one edit."""

from app.register_columns import IMPORTED
from app.register_import.applying import import_edit
from app.register_import.headings import KEPT, LEFT_OUT, fields_of, guessed_columns
from app.register_import.mapping import DayOrder, Duplicates, FieldMapping
from app.register_import.mapping_file import read_mapping, write_mapping
from app.register_import.preview import Outcome, Preview, PreviewRow, preview
from app.register_import.reading import read_inventory
from app.register_import.suggesting import kept_mapping
from app.register_import.tables import Finding, Inventory, RawRow, ReadAs
from app.register_import.uses import ValueUse

__all__ = [
    "IMPORTED",
    "KEPT",
    "LEFT_OUT",
    "DayOrder",
    "Duplicates",
    "FieldMapping",
    "Finding",
    "Inventory",
    "Outcome",
    "Preview",
    "PreviewRow",
    "RawRow",
    "ReadAs",
    "ValueUse",
    "fields_of",
    "guessed_columns",
    "import_edit",
    "kept_mapping",
    "preview",
    "read_inventory",
    "read_mapping",
    "write_mapping",
]
