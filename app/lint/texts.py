"""Every text that somebody typed into a review, with the place where it is mended."""

from collections.abc import Iterator
from dataclasses import dataclass

from models.snapshot import Snapshot
from models.values import (
    LISTS,
    Answer,
    AnyEntry,
    Described,
    Group,
    ListOf,
    RegisterName,
    Text,
    specs_of,
)

# Ids of computed risks are texts to the format, and nobody's words.
_IDS = frozenset({"risk", "risks"})


@dataclass(frozen=True, slots=True, repr=False)
class Typed:
    """A text; `is_free` says that it is a longer one, in which people write what they like."""

    text: str
    place: str
    is_free: bool

    def __repr__(self) -> str:
        """Where it stands, without a word of it."""
        return f"<Typed at {self.place}>"


def typed_texts(snapshot: Snapshot) -> Iterator[Typed]:
    """All texts that are not blank, in the order of the registers."""
    yield from _of(RegisterName.ENGAGEMENT, snapshot.engagement)
    if snapshot.incident_process is not None:
        yield from _of(RegisterName.INCIDENT_PROCESS, snapshot.incident_process)
    for register in LISTS:
        for entry in snapshot.entries(register).values():
            yield from _of(register, entry)


def _of(register: RegisterName, entry: AnyEntry) -> Iterator[Typed]:
    start = place_of(register, entry)
    for path, text, is_free in _fields(entry):
        if text.strip():
            yield Typed(text, f"{start}/{path}", is_free)


def place_of(register: RegisterName, entry: AnyEntry) -> str:
    """The link to an entry; a field's path may follow. Decisions stand beside their risk."""
    if register is RegisterName.ACTION_PLAN:
        return f"action:{entry.key}"
    if isinstance(entry, Answer):
        return f"answer:{entry.key}"
    if register is RegisterName.RISK_DECISIONS:
        return f"risk:{entry.key}"
    return f"entry:{register.value}/{entry.key}"


def _fields(described: Described, before: str = "") -> Iterator[tuple[str, str, bool]]:
    for spec in specs_of(type(described)):
        value = getattr(described, spec.name)
        if value is None or spec.name in _IDS:
            continue
        path = f"{before}{spec.name}"
        match spec.kind:
            case Text() as kind:
                yield path, value, not kind.single_line
            case ListOf(item=Text()):
                yield from ((path, item, False) for item in value)
            case Group():
                yield from _fields(value, f"{path}.")
            case _:
                pass
