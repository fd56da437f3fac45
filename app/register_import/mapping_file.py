"""Mappings as TOML files, so that the next inventory of a client is imported in the same way."""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar

from app.i18n import _
from app.register_columns import IMPORTED
from app.register_import.errors import MappingError
from app.register_import.mapping import DayOrder, Duplicates, FieldMapping
from app.register_import.tables import ReadAs
from models.values import RegisterName

MOST_BYTES = 1024 * 1024
_LARGEST = 10**18
_KEYS = {"as", "encoding", "delimiter", "sheet", "header_row", "day_order", "duplicates"}
_TABLES = {"columns", "values", "defaults"}
_ESCAPES = {"\b": r"\b", "\t": r"\t", "\n": r"\n", "\f": r"\f", "\r": r"\r", '"': r"\"", "\\": r"\\"}
_HEAD = """\
# How Plumbline imports an inventory. Read by: plumbline import-register FILE INVENTORY --as … --mapping …
"""
_COLUMNS = """
# The heading of a column, and the field that it goes to. "" keeps it as a note, "-" leaves it out.
[columns]
"""
_VALUES = """
# What stands in the cells, and the value that is meant. "" leaves it unknown.
# A text that ends in * stands for all that begin so.
"""
_DEFAULTS = """
# Facts for all rows that do not say them. "" is: not given.
[defaults]
"""

Choice = TypeVar("Choice", bound=StrEnum)


def read_mapping(data: bytes, register: RegisterName | None = None) -> FieldMapping:
    """The mapping in a TOML file. `register` is the one asked for; the file may leave it out.

    Raises MappingError for what is not TOML, unknown keys, wrong types, and fields that there are not.
    """
    try:
        if len(data) > MOST_BYTES:
            raise MappingError(_("The file is larger than a mapping can be."))
        raw = tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise MappingError(_("The file is not UTF-8 text.")) from error
    except tomllib.TOMLDecodeError as error:
        raise MappingError(_("The file is not TOML: {reason}").format(reason=error)) from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits, nesting without end
        raise MappingError(_("The file is not TOML as anybody writes it.")) from error
    return _Reader(raw).mapping(register)


def write_mapping(mapping: FieldMapping) -> bytes:
    """The mapping as TOML, which reads back as the same."""
    return "".join(_lines(mapping)).encode()


class _Reader:
    """Takes the plain values of a TOML file apart."""

    def __init__(self, raw: Mapping[str, object]) -> None:
        self._raw = raw

    def mapping(self, register: RegisterName | None) -> FieldMapping:
        if unknown := sorted(self._raw.keys() - _KEYS - _TABLES):
            raise MappingError("\n".join(_("{key}: this is not known.").format(key=key) for key in unknown))
        named = self._register()
        if named and register and named is not register:
            raise MappingError(_("as: this mapping is for {register}.").format(register=named))
        if not (meant := register or named):
            raise MappingError(_("as: the register is missing."))
        return FieldMapping(
            register=meant,
            columns=self._texts("columns", self._raw.get("columns", {})),
            values=self._values(),
            defaults=self._texts("defaults", self._raw.get("defaults", {})),
            read_as=self._read_as(),
            day_order=self._choice("day_order", DayOrder),
            duplicates=self._choice("duplicates", Duplicates),
        )

    def _register(self) -> RegisterName | None:
        given = self._text("as")
        if given and given not in IMPORTED:
            raise MappingError(_("as: here may stand: {values}.").format(values=", ".join(IMPORTED)))
        return RegisterName(given) if given else None

    def _read_as(self) -> ReadAs:
        row = self._raw.get("header_row", 0)
        if not isinstance(row, int) or isinstance(row, bool) or row < 0:
            raise MappingError(_("header_row: a whole number is needed."))
        delimiter = self._text("delimiter")
        if delimiter and (len(delimiter) != 1 or delimiter in '\r\n"'):
            raise MappingError(_("delimiter: one character is needed."))
        return ReadAs(
            encoding=self._text("encoding"), delimiter=delimiter, sheet=self._text("sheet"), header_row=row
        )

    def _text(self, key: str) -> str:
        value = self._raw.get(key, "")
        if not isinstance(value, str):
            raise MappingError(_("{key}: a text is needed.").format(key=key))
        return value

    def _choice(self, key: str, choices: type[Choice]) -> Choice | None:
        given = self._text(key)
        if given and given not in set(choices):
            raise MappingError(
                _("{key}: here may stand: {values}.").format(key=key, values=", ".join(choices))
            )
        return choices(given) if given else None

    def _values(self) -> dict[str, Mapping[str, str]]:
        raw = self._raw.get("values", {})
        if not isinstance(raw, dict):
            raise MappingError(_("{key}: a table is needed.").format(key="values"))
        return {path: self._texts(f"values.{path}", table) for path, table in raw.items()}

    def _texts(self, key: str, raw: object) -> dict[str, str]:
        if not isinstance(raw, dict):
            raise MappingError(_("{key}: a table is needed.").format(key=key))
        return {name: _as_text(f"{key}.{name}", value) for name, value in raw.items()}


def _as_text(key: str, value: object) -> str:
    match value:
        case str():
            return value
        case bool():
            return "yes" if value else "no"
        case int() if abs(value) <= _LARGEST:
            return str(value)
        case date():
            return value.isoformat()
        case list() if all(isinstance(item, str) for item in value):
            return "; ".join(value)
        case _:
            raise MappingError(_("{key}: a text, a number or a date is needed.").format(key=key))


def _lines(mapping: FieldMapping) -> Iterator[str]:
    yield _HEAD
    yield f"as = {_quoted(mapping.register)}\n"
    how = mapping.read_as
    for key in ("encoding", "delimiter", "sheet"):
        if text := getattr(how, key):
            yield f"{key} = {_quoted(text)}\n"
    if how.header_row:
        yield f"header_row = {how.header_row}\n"
    if mapping.day_order:
        yield f"day_order = {_quoted(mapping.day_order)}\n"
    if mapping.duplicates:
        yield f"duplicates = {_quoted(mapping.duplicates)}\n"
    yield _DEFAULTS
    yield from _pairs(mapping.defaults)
    yield _COLUMNS
    yield from _pairs(mapping.columns)
    if mapping.values:
        yield _VALUES
    for path, given in mapping.values.items():
        yield f"[values.{_quoted(path)}]\n"
        yield from _pairs(given)


def _pairs(texts: Mapping[str, str]) -> Iterator[str]:
    for key, text in texts.items():
        yield f"{_quoted(key)} = {_quoted(text)}\n"


def _quoted(text: str) -> str:
    return '"' + "".join(_ESCAPES.get(c) or _plain(c) for c in text) + '"'


def _plain(character: str) -> str:
    return character if character.isprintable() else f"\\U{ord(character):08X}"
