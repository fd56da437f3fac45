"""The kinds of field an entry can have: what they hold, how they are read from JSON and written back."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Protocol

from models.values.enums import RegisterName, Unknown, YesPartlyNo
from models.values.reading import Json, Reading

NAME_LENGTH = 300
TEXT_LENGTH = 20_000
ID_PATTERN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
RESERVED_IDS = frozenset({"none", "unknown"})

_DATE_PATTERN = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FILE_NAME_PATTERN = re.compile(r'[^/\\:*?"<>|\x00-\x1f]+')
_FILE_NAME_LENGTH = 255
_SURROGATE = re.compile("[\ud800-\udfff]")


class Kind(Protocol):
    """What a field holds. `read` reports problems and then returns None; `write` gives plain JSON."""

    def read(self, raw: Json, at: Reading) -> object | None:
        """The value that `raw` stands for, or None after a problem was reported at `at`."""

    def write(self, value: object) -> Json:
        """The JSON form of a value of this kind."""


def is_id(text: str) -> bool:
    """Whether a text may be the id of an entry (interchange format, 1.1)."""
    return bool(ID_PATTERN.fullmatch(text)) and text not in RESERVED_IDS


@dataclass(frozen=True, slots=True)
class Text:
    """Plain text, shown literally; `single_line` is how it is edited, not what it may hold."""

    max_length: int = TEXT_LENGTH
    may_be_blank: bool = True
    single_line: bool = False

    def read(self, raw: Json, at: Reading) -> str | None:
        """The text, checked for length, U+0000 and unpaired surrogates."""
        if not isinstance(raw, str):
            at.problem(raw, "text")
            return None
        if len(raw) > self.max_length:
            at.problem(raw, f"text of at most {self.max_length:,} characters")
            return None
        if "\x00" in raw or _SURROGATE.search(raw):
            at.problem(raw, "text without U+0000 and without unpaired surrogates")
            return None
        if not self.may_be_blank and not raw.strip():
            at.problem(raw, "text with a character other than spaces")
            return None
        return raw

    def write(self, value: object) -> Json:
        """The text itself."""
        return str(value)


NAME = Text(max_length=NAME_LENGTH, may_be_blank=False, single_line=True)


@dataclass(frozen=True, slots=True)
class FileName:
    """A file name without any path."""

    def read(self, raw: Json, at: Reading) -> str | None:
        """The file name."""
        text = Text(_FILE_NAME_LENGTH, may_be_blank=False).read(raw, at)
        if text is None or (_FILE_NAME_PATTERN.fullmatch(text) and text not in {".", ".."}):
            return text
        at.problem(raw, "a file name without a path")
        return None

    def write(self, value: object) -> Json:
        """The file name itself."""
        return str(value)


@dataclass(frozen=True, slots=True)
class Ident:
    """The entry's own id."""

    def read(self, raw: Json, at: Reading) -> str | None:
        """The id."""
        if isinstance(raw, str) and is_id(raw):
            return raw
        at.problem(raw, "an id: a letter or digit, then up to 63 letters, digits, '.', '_' or '-'")
        return None

    def write(self, value: object) -> Json:
        """The id itself."""
        return str(value)


@dataclass(frozen=True, slots=True)
class Reference:
    """The id of an entry in one of `registers` (empty: any register), or one of the `reserved` words."""

    registers: tuple[RegisterName, ...] = ()
    reserved: tuple[str, ...] = ()

    def read(self, raw: Json, at: Reading) -> str | None:
        """The id or reserved word; whether it exists is checked against the whole review."""
        if isinstance(raw, str) and (is_id(raw) or raw in self.reserved):
            return raw
        words = "".join(f" or '{word}'" for word in self.reserved)
        at.problem(raw, f"an id{words}")
        return None

    def write(self, value: object) -> Json:
        """The id itself."""
        return str(value)


@dataclass(frozen=True, slots=True)
class QuestionId:
    """The id of a question of the review's pack."""

    def read(self, raw: Json, at: Reading) -> str | None:
        """The id; whether the question exists is checked against the pack."""
        if isinstance(raw, str) and is_id(raw):
            return raw
        at.problem(raw, "the id of a question")
        return None

    def write(self, value: object) -> Json:
        """The id itself."""
        return str(value)


@dataclass(frozen=True, slots=True)
class OneOf:
    """One value of a closed list."""

    choices: type[StrEnum]

    def read(self, raw: Json, at: Reading) -> StrEnum | None:
        """The member with this value."""
        if isinstance(raw, str) and (member := _members(self.choices).get(raw)) is not None:
            return member
        at.problem(raw, "one of " + ", ".join(self.choices))
        return None

    def write(self, value: object) -> Json:
        """The member's interchange value."""
        return str(value)


@cache
def _members(choices: type[StrEnum]) -> Mapping[str, StrEnum]:
    return {member.value: member for member in choices}


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number from `lowest` to `highest`."""

    lowest: int
    highest: int

    def read(self, raw: Json, at: Reading) -> int | None:
        """The number; true and 1.0 are not whole numbers."""
        if isinstance(raw, int) and not isinstance(raw, bool) and self.lowest <= raw <= self.highest:
            return raw
        at.problem(raw, f"a whole number from {self.lowest} to {self.highest}")
        return None

    def write(self, value: object) -> Json:
        """The number itself."""
        assert isinstance(value, int)  # noqa: S101  (a wrong type here is a bug)
        return int(value)


@dataclass(frozen=True, slots=True)
class Count:
    """A count from 0 to `highest`, or "unknown"."""

    highest: int

    def read(self, raw: Json, at: Reading) -> int | Unknown | None:
        """The count, or Unknown.UNKNOWN."""
        if raw == "unknown":
            return Unknown.UNKNOWN
        if isinstance(raw, int) and not isinstance(raw, bool) and 0 <= raw <= self.highest:
            return raw
        at.problem(raw, f"a whole number from 0 to {self.highest}, or 'unknown'")
        return None

    def write(self, value: object) -> Json:
        """The number, or "unknown"."""
        return value if isinstance(value, int) else str(value)


@dataclass(frozen=True, slots=True)
class Day:
    """A real calendar date, YYYY-MM-DD."""

    def read(self, raw: Json, at: Reading) -> date | None:
        """The date."""
        if isinstance(raw, str) and _DATE_PATTERN.fullmatch(raw):
            try:
                return date.fromisoformat(raw)
            except ValueError:
                pass
        at.problem(raw, "a calendar date, YYYY-MM-DD")
        return None

    def write(self, value: object) -> Json:
        """The date as YYYY-MM-DD."""
        assert isinstance(value, date)  # noqa: S101  (a wrong type here is a bug)
        return value.isoformat()


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list without repetitions; the order is kept."""

    item: Kind
    highest: int = 1000
    lowest: int = 0
    unique: bool = True

    def read(self, raw: Json, at: Reading) -> tuple[object, ...] | None:
        """The items as a tuple."""
        if not isinstance(raw, list) or not self.lowest <= len(raw) <= self.highest:
            at.problem(raw, f"a list of {self.lowest} to {self.highest} entries")
            return None
        items = tuple(self.item.read(value, at.item(index)) for index, value in enumerate(raw))
        if any(item is None for item in items):
            return None
        if self.unique and len(set(items)) != len(items):
            at.problem(raw, "a list without repetitions")
            return None
        return items

    def write(self, value: object) -> Json:
        """The items as a JSON list."""
        assert isinstance(value, Sequence)  # noqa: S101  (a wrong type here is a bug)
        return [self.item.write(item) for item in value]


@dataclass(frozen=True, slots=True)
class AnswerValue:
    """Value of an answer: a level, yes/partly/no, option ids, or null; the question decides which."""

    def read(self, raw: Json, at: Reading) -> int | YesPartlyNo | tuple[str, ...] | None:
        """The value; whether it fits the question is checked against the question pack."""
        if raw is None:
            return None
        if isinstance(raw, int) and not isinstance(raw, bool):
            return raw
        if isinstance(raw, str) and raw in set(YesPartlyNo):
            return YesPartlyNo(raw)
        if isinstance(raw, list) and all(isinstance(option, str) for option in raw):
            return tuple(str(option) for option in raw)
        at.problem(raw, "a level from 0 to 4, 'yes', 'partly' or 'no', or a list of option ids")
        return None

    def write(self, value: object) -> Json:
        """The level, the word, or the list of option ids."""
        if isinstance(value, tuple):
            return [str(option) for option in value]
        return value if isinstance(value, int) else str(value)
