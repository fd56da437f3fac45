"""Who refers to whom: references between entries, found from the description of their fields."""

from collections.abc import Iterator
from typing import TypeVar

from models.values import Described, FieldSpec, Group, ListOf, Reference, specs_of

D = TypeVar("D", bound=Described)


def references_of(described: Described) -> Iterator[tuple[str, str]]:
    """Every reference in an entry: the path of its field, and the id (reserved words left out)."""
    for spec in specs_of(type(described)):
        value = getattr(described, spec.name)
        if value is None:
            continue
        if isinstance(spec.kind, Reference):
            if value not in spec.kind.reserved:
                yield spec.name, value
        elif isinstance(spec.kind, ListOf) and isinstance(spec.kind.item, Reference):
            for index, item in enumerate(value):
                yield f"{spec.name}.{index}", item
        elif isinstance(spec.kind, Group):
            for path, item in references_of(value):
                yield f"{spec.name}.{path}", item


def without_references(described: D, ids: frozenset[str]) -> D | None:
    """The value without references to `ids`: itself if it has none, None if it cannot exist without them."""
    changes: dict[str, object] = {}
    for spec in specs_of(type(described)):
        before = getattr(described, spec.name)
        after = _without(spec, before, ids)
        if after is before:
            continue
        if after is None and spec.required:
            return None
        changes[spec.name] = after
    return described.with_values(**changes) if changes else described


def _without(spec: FieldSpec, value: object, ids: frozenset[str]) -> object:
    if value is None:
        return None
    if isinstance(spec.kind, Reference):
        return None if value in ids else value
    if isinstance(spec.kind, ListOf) and isinstance(spec.kind.item, Reference) and isinstance(value, tuple):
        kept = tuple(item for item in value if item not in ids)
        if len(kept) == len(value):
            return value
        return kept if len(kept) >= spec.kind.lowest else None
    if isinstance(spec.kind, Group) and isinstance(value, Described):
        return without_references(value, ids)
    return value
