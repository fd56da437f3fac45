"""Who refers to whom: what entries point to, found from the description of their fields."""

from collections.abc import Collection, Iterator
from functools import cache
from typing import TypeAlias, TypeVar, cast

from app.dissent import DISSENT, views_of, with_views
from models.snapshot import Snapshot
from models.values import (
    ENTRY_TYPES,
    WITH_IDS,
    Answer,
    AnyEntry,
    Described,
    FieldSpec,
    Group,
    Kind,
    ListOf,
    QuestionId,
    Reference,
    RegisterName,
    specs_of,
)

D = TypeVar("D", bound=Described)
Place: TypeAlias = tuple[RegisterName, str]

_LINKING: dict[type[Described], tuple[FieldSpec, ...]] = {}


def links_of(described: Described) -> Iterator[tuple[str, QuestionId | Reference, str]]:
    """All that an entry points to outside itself: the path of the field, its kind, and what stands there."""
    for spec in _linking(type(described)):
        value = getattr(described, spec.name)
        if value is None:
            continue
        match spec.kind:
            case Group():
                for path, kind, item in links_of(value):
                    yield f"{spec.name}.{path}", kind, item
            case ListOf(item=QuestionId() | Reference() as kind):
                for index, item in enumerate(value):
                    yield f"{spec.name}.{index}", kind, item
            case QuestionId() | Reference() as kind:
                yield spec.name, kind, value


def references_of(described: Described) -> Iterator[tuple[str, str]]:
    """Every reference in an entry: the path of its field, and the id (reserved words left out).

    Those of the views behind an agreed answer count too.
    """
    for path, kind, value in links_of(described):
        if isinstance(kind, Reference) and value not in kind.reserved:
            yield path, value
    if isinstance(described, Answer):
        for index, view in enumerate(views_of(described)):
            for path, value in references_of(view):
                yield f"{DISSENT}.{index}.{path}", value


def entries_referring(snapshot: Snapshot, targets: Collection[Place]) -> Iterator[tuple[Place, AnyEntry]]:
    """The entries that refer to any of these, and where they stand."""
    ids = frozenset(key for _register, key in targets)
    registers = frozenset(register for register, _key in targets)
    for register in ENTRY_TYPES:
        if not _may_refer(register, registers):
            continue
        for key, entry in snapshot.entries(register).items():
            if any(target in ids for _path, target in references_of(entry)):
                yield (register, key), entry


def without_references(described: D, ids: frozenset[str]) -> D | None:
    """The value without references to `ids`: itself if it has none, None if it cannot exist without them."""
    changes: dict[str, object] = {}
    for spec in _linking(type(described)):
        before = getattr(described, spec.name)
        after = _without(spec, before, ids)
        if after is before:
            continue
        if after is None and spec.required:
            return None
        changes[spec.name] = after
    stripped = described.with_values(**changes) if changes else described
    return cast("D", _with_stripped_views(stripped, ids)) if isinstance(stripped, Answer) else stripped


def _with_stripped_views(answer: Answer, ids: frozenset[str]) -> Answer:
    views = views_of(answer)
    stripped = tuple(without_references(view, ids) or view for view in views)
    return answer if stripped == views else with_views(answer, stripped)


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


def _linking(described: type[Described]) -> tuple[FieldSpec, ...]:
    """The fields that point to something outside the entry, themselves or inside."""
    if described not in _LINKING:
        _LINKING[described] = tuple(spec for spec in specs_of(described) if any(_links_in(spec.kind)))
    return _LINKING[described]


@cache
def _may_refer(register: RegisterName, targets: frozenset[RegisterName]) -> bool:
    """Whether the entries of one list can refer to one of the others."""
    return any(
        isinstance(link, Reference) and not targets.isdisjoint(link.registers or WITH_IDS)
        for spec in _linking(ENTRY_TYPES[register])
        for link in _links_in(spec.kind)
    )


def _links_in(kind: Kind) -> Iterator[QuestionId | Reference]:
    match kind:
        case QuestionId() | Reference():
            yield kind
        case ListOf():
            yield from _links_in(kind.item)
        case Group():
            for spec in specs_of(kind.described):
                yield from _links_in(spec.kind)
