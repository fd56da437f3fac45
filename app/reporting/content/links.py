"""The places of a report, and words that would lead to one that is not in it: they stay, and lead nowhere."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, cast

from app.reporting.content.parts import (
    Bar,
    Beside,
    Grid,
    Heading,
    Lengths,
    Page,
    Paragraph,
    Part,
    RiskEntry,
    RiskMatrix,
    Section,
)

T = TypeVar("T")
_LEAD_TO = frozenset({"to", "remark_to"})


def places_in(chapters: Iterable[Page | Section]) -> Iterator[str]:
    """The names of all places that links can lead to, in order."""
    for chapter in chapters:
        yield chapter.place
        yield from filter(None, _inside(chapter.parts))


def without_dead_links(content: T, places: frozenset[str]) -> T:
    """The same content; what leads to none of the places leads nowhere."""
    return cast("T", _live(content, places))


def _inside(parts: Sequence[Part]) -> Iterable[str]:
    for part in parts:
        match part:
            case Heading() | Paragraph() | RiskEntry():
                yield part.place
            case Grid():
                yield from (row.place for row in part.rows)
            case Beside():
                for _share, inner in part.parts:
                    yield from _inside(inner)
            case _:
                pass


def _live(value: object, places: frozenset[str]) -> object:
    if isinstance(value, tuple):
        return tuple(_live(item, places) for item in value)
    if isinstance(value, Mapping):
        return {key: _live(item, places) for key, item in value.items()}
    if not is_dataclass(value) or isinstance(value, type):
        return value
    value = _drawn(value, places)
    changed: dict[str, object] = {}
    for field in fields(value):
        before = getattr(value, field.name)
        after = _live(before, places)
        if field.name in _LEAD_TO and isinstance(before, str):
            after = _place(before, places)
        if after != before:
            changed[field.name] = after
    return replace(value, **changed) if changed else value


def _drawn(value: T, places: frozenset[str]) -> T:
    """Figures hold some of their places beside numbers, not in fields of their own."""
    match value:
        case Bar():
            return replace(value, counts=tuple((band, n, _place(to, places)) for band, n, to in value.counts))
        case Lengths():
            return replace(value, items=tuple((label, n, _place(to, places)) for label, n, to in value.items))
        case RiskMatrix():
            return replace(value, to={cell: _place(to, places) for cell, to in value.to.items()})
        case _:
            return value


def _place(to: str, places: frozenset[str]) -> str:
    return to if to in places else ""
