"""A review without names, notes and free text, for sharing a map with people outside. Pure.

What the risk model reads stays as it is, so that bands and numbers are the same: a text that was there
becomes a word that says so, because a reason that is missing would change a level.
"""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar

from app.i18n import _
from models.snapshot import Snapshot
from models.values import (
    LISTS,
    AnyEntry,
    Described,
    FileName,
    Group,
    ListOf,
    Participant,
    RegisterName,
    Text,
    specs_of,
)

D = TypeVar("D", bound=Described)

REMOVED = _("removed")

# Ids of computed risks are texts to the format, and nobody's words.
_IDS = frozenset({"risk", "risks"})
# What a map cannot do without, where only people are to be hidden.
_NAMED = frozenset(
    {
        RegisterName.AI_TOOLS,
        RegisterName.SYSTEMS,
        RegisterName.VENDORS,
        RegisterName.USE_CASES,
        RegisterName.DATA_CATEGORIES,
        RegisterName.APPROVAL_GATES,
    }
)


class Hidden(StrEnum):
    """What is taken out: names of people and all free text; or with them every name of a thing."""

    PEOPLE = "people"
    NAMES = "names"


def redacted(snapshot: Snapshot, hidden: Hidden) -> Snapshot:
    """The review without what is to be hidden; ids, facts, dates, answers and numbers stay."""
    registers = {
        register: MappingProxyType(
            {key: _entry(register, entry, hidden) for key, entry in snapshot.entries(register).items()}
        )
        for register in LISTS
        if snapshot.entries(register)
    }
    process = snapshot.incident_process
    return replace(
        snapshot,
        engagement=_stripped(snapshot.engagement, _IDS).with_values(client=_("Client")),
        incident_process=_stripped(process, _IDS) if process is not None else None,
        registers=MappingProxyType(registers),
        header=replace(snapshot.header, title=_("Review {n}").format(n=snapshot.header.number)),
        extras=MappingProxyType({}),
    )


def is_removed(value: object) -> bool:
    """Whether only the word for what was taken out is left of a text, or of every text in a list."""
    return value == REMOVED or (isinstance(value, tuple) and bool(value) and set(value) == {REMOVED})


def _entry(register: RegisterName, entry: AnyEntry, hidden: Hidden) -> AnyEntry:
    """One entry; what it is called becomes its kind and its id, unless names of things may stay."""
    keeps_name = register in _NAMED and hidden is Hidden.PEOPLE
    bare = _stripped(entry, _IDS | {"name"} if keeps_name else _IDS)
    if keeps_name or "name" not in {spec.name for spec in specs_of(type(entry))}:
        return bare
    called = _("{kind} {id}").format(kind=_(entry.noun), id=entry.key)
    return bare.with_values(name=called if not isinstance(entry, Participant) else _("Participant"))


def _stripped(described: D, kept: frozenset[str]) -> D:
    """The value with a word in place of every text, but for the fields in `kept`."""
    values: dict[str, object] = {}
    for spec in specs_of(type(described)):
        value = getattr(described, spec.name)
        if value is None or spec.name in kept:
            continue
        match spec.kind:
            case Text() | FileName():
                values[spec.name] = REMOVED if str(value).strip() else value
            case ListOf(item=Text() | FileName()):
                values[spec.name] = (REMOVED,) if value else value
            case Group() if isinstance(value, Described):
                values[spec.name] = _stripped(value, kept)
            case _:
                pass
    bare: Mapping[str, object] = MappingProxyType({})
    return described.with_values(**values, extras=bare)
