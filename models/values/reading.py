"""Keeps track of the place and the problems while JSON is read into values."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

Json: TypeAlias = "bool | int | float | str | Sequence[Json] | Mapping[str, Json] | None"

_SHOWN_LENGTH = 60


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong at one place: a JSON pointer (RFC 6901), the value found, and what is allowed."""

    pointer: str
    message: str

    def __str__(self) -> str:
        """The problem as one line."""
        return f"{self.pointer or '/'}: {self.message}"


@dataclass(slots=True)
class Reading:
    """A place in a JSON document, with the problems and unknown fields found so far in all of it."""

    steps: tuple[str | int, ...] = ()
    problems: list[Problem] = field(default_factory=list)
    unknown_fields: list[str] = field(default_factory=list)

    def item(self, step: str | int) -> "Reading":
        """The place one step further down."""
        return Reading((*self.steps, step), self.problems, self.unknown_fields)

    @property
    def pointer(self) -> str:
        """The place as a JSON pointer; made when it is told, for most places are never spoken of."""
        return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in self.steps)

    def problem(self, found: Json, allowed: str) -> None:
        """Report that `found` stands here although only `allowed` may."""
        self.report(f"{shown(found)} is not {allowed}.")

    def report(self, message: str) -> None:
        """Report a problem in words."""
        self.problems.append(Problem(self.pointer, message))

    def unknown_field(self, name: str) -> None:
        """Note that a field is not one of the format's; fields beginning with x_ are not noted."""
        if not name.startswith("x_"):
            self.unknown_fields.append(self.item(name).pointer)


def shown(value: Json) -> str:
    """A value as JSON, shortened for a message."""
    text = json.dumps(value, ensure_ascii=True)
    return text if len(text) <= _SHOWN_LENGTH else text[: _SHOWN_LENGTH - 1] + "…"
