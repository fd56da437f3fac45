"""Reads a YAML data file into plain values, refusing everything that a data file has no need of."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias, cast

import yaml

from app.data_errors import DataFileError

Plain: TypeAlias = "dict[str, Plain] | list[Plain] | str | int | bool | None"

LARGEST_FILE = 2 * 1024 * 1024
DEEPEST_NESTING = 16

_LOADER = cast("type[yaml.SafeLoader]", getattr(yaml, "CSafeLoader", yaml.SafeLoader))
_WHOLE_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,17})")
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not been read yet, with the key that waits for its value."""

    values: dict[str, Plain] | list[Plain]
    key: str | None = None


def read_data_file(path: Path, error: type[DataFileError] = DataFileError) -> Plain:
    """The content of a data file: mappings, lists, texts, whole numbers, true, false and null.

    Only the plain words `true`, `false` and `null` are special: an unquoted `no` or a date stays text.
    Raises `error` for a file that cannot be read, is too large or too deep, holds a key twice, an alias,
    an anchor, a tag or a second document.
    """
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise error(path.name, "", f"is larger than {LARGEST_FILE:,} bytes")
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as cause:
        raise error(path.name, "", f"cannot be read: {cause.strerror}") from cause
    except UnicodeDecodeError as cause:
        raise error(path.name, "", f"is not UTF-8 text (byte {cause.start:,})") from cause
    return read_yaml(text, path.name, error)


def read_yaml(text: str, file: str, error: type[DataFileError] = DataFileError) -> Plain:
    """The same for a text that has been read already; `file` is how messages name it."""
    reader = _Reader(file, error)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            reader.read(event)
    except yaml.YAMLError as cause:
        raise error(file, reader.place(), f"is not valid YAML: {_words(cause)}") from cause
    return reader.result


class _Reader:
    """Builds values from parser events, so that nothing is expanded, constructed or recursed into."""

    def __init__(self, file: str, error: type[DataFileError]) -> None:
        self.result: Plain = None
        self._file = file
        self._error = error
        self._open: list[_Open] = []
        self._documents = 0

    def place(self) -> str:
        """The key path that has been reached."""
        steps: list[str] = []
        for container in self._open:
            values = container.values
            if isinstance(values, list):
                steps.append(str(len(values)))
                continue
            if steps and isinstance(values.get("id"), str):
                steps[-1] = str(values["id"])
            steps.append(container.key or "")
        return "/".join(steps).rstrip("/")

    def read(self, event: yaml.Event) -> None:
        """Take the next event in."""
        if isinstance(event, yaml.AliasEvent):
            raise self._refused("uses an alias (*), which data files may not")
        if isinstance(event, yaml.NodeEvent) and event.anchor is not None:
            raise self._refused("uses an anchor (&), which data files may not")
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._begin(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._put(self._open.pop().values)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise self._refused("holds more than one document")

    def _begin(self, event: yaml.CollectionStartEvent) -> None:
        if event.tag is not None:
            raise self._refused("uses a tag (!), which data files may not")
        if self._is_key_next():
            raise self._refused("has a list or mapping where a key should stand")
        if len(self._open) >= DEEPEST_NESTING:
            raise self._refused(f"is nested deeper than {DEEPEST_NESTING} levels")
        self._open.append(_Open({} if isinstance(event, yaml.MappingStartEvent) else []))

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        if event.tag is not None:
            raise self._refused("uses a tag (!), which data files may not")
        plain = event.implicit[0]
        if not self._is_key_next():
            self._put(_value(event.value) if plain else event.value)
            return
        container = self._open[-1]
        container.key = event.value
        if event.value in container.values:
            raise self._refused("stands twice in one mapping")

    def _is_key_next(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1].values, dict) and self._open[-1].key is None

    def _put(self, value: Plain) -> None:
        if not self._open:
            self.result = value
            return
        container = self._open[-1]
        if isinstance(container.values, list):
            container.values.append(value)
        elif container.key is not None:
            container.values[container.key] = value
            container.key = None

    def _refused(self, reason: str) -> DataFileError:
        return self._error(self._file, self.place(), reason)


def _value(plain: str) -> str | int | bool | None:
    if plain in _WORDS:
        return _WORDS[plain]
    return int(plain) if _WHOLE_NUMBER.fullmatch(plain) else plain


def _words(cause: yaml.YAMLError) -> str:
    if isinstance(cause, yaml.MarkedYAMLError) and cause.problem_mark is not None:
        return f"{cause.problem} in line {cause.problem_mark.line + 1:,}"
    return " ".join(str(cause).split())[:200]
