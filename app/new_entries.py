"""New rows of a register: what has to be asked first, and the more exposed value where nobody can say."""

from collections.abc import Callable, Container, Mapping
from types import MappingProxyType
from typing import cast

from app.edits import new_id
from models.snapshot import Snapshot
from models.values import (
    ACTING,
    ENTRY_TYPES,
    AnyEntry,
    Audience,
    Basis,
    Confidence,
    DataForm,
    Described,
    Environment,
    Ident,
    ListOf,
    Reference,
    RegisterName,
    Route,
    TaskPurpose,
    spec_of,
    specs_of,
)

Values = Mapping[str, object]

HIGHEST = 5
# The field of a new row that begins at its highest value: the format has no "unknown" for it.
BEGINS_HIGHEST: Mapping[RegisterName, str] = MappingProxyType(
    {
        RegisterName.AI_TOOLS: "process_criticality",
        RegisterName.DATA_CATEGORIES: "sensitivity",
        RegisterName.USE_CASES: "max_sensitivity",
    }
)


def asked_first(register: RegisterName) -> tuple[str, ...]:
    """The fields that a new row cannot do without, in the order in which a form asks them."""
    required = tuple(
        spec.name
        for spec in specs_of(ENTRY_TYPES[register])
        if spec.required and not isinstance(spec.kind, Ident)
    )
    if register is RegisterName.ACCESS_GRANTS:
        after = required.index("capabilities") + 1
        return (*required[:after], "integrity_class", *required[after:], "basis")
    return required


def exposed_values(snapshot: Snapshot, register: RegisterName) -> dict[str, object]:
    """Values to start a new row with: in doubt the more exposed one, marked as assumed.

    Names, references to a tool or a system, and facts without a more exposed value are left out.
    """
    if register in BEGINS_HIGHEST:
        return {BEGINS_HIGHEST[register]: HIGHEST}
    if register is RegisterName.ACCESS_GRANTS:
        return {
            "route": Route.API,
            "environment": Environment.LIVE,
            "form": DataForm.RAW,
            "basis": Basis.ASSUMED,
            **_most_sensitive(snapshot),
        }
    return {}


def unasked_values(register: RegisterName) -> dict[str, object]:
    """What a row gets that is made without asking, from pasted names: exposed, and marked as assumed."""
    if register not in BEGINS_HIGHEST:
        return {}
    values: dict[str, object] = {BEGINS_HIGHEST[register]: HIGHEST}
    if register is RegisterName.USE_CASES:
        values |= {"task_purpose": TaskPurpose.AUTOMATION, "audience": Audience.PUBLIC_CONVERSATION}
    return {**values, "confidence": Confidence.ASSUMED}


def assumed_values(register: RegisterName, unsaid: Container[str]) -> dict[str, object]:
    """What marks a new row as assumed, where the highest value was kept and nobody had chosen it."""
    is_assumed = register in BEGINS_HIGHEST and BEGINS_HIGHEST[register] in unsaid
    return {"confidence": Confidence.ASSUMED} if is_assumed else {}


def still_needed(register: RegisterName, values: Values) -> tuple[str, ...]:
    """The fields that have to be given before the row can be added."""
    given = {name for name, value in values.items() if value not in (None, "", ())}
    needed = [name for name in asked_first(register) if name not in {"integrity_class", "basis"}]
    if register is RegisterName.ACCESS_GRANTS and can_act(values) and not values.get("integrity_class"):
        needed.append("integrity_class")
    return tuple(name for name in needed if name not in given)


def empty_lists(snapshot: Snapshot, register: RegisterName) -> Mapping[str, RegisterName]:
    """The required references to registers that are empty yet, each with the register to fill first."""
    empty: dict[str, RegisterName] = {}
    for name in asked_first(register):
        kind = spec_of(ENTRY_TYPES[register], name).kind
        item = kind.item if isinstance(kind, ListOf) else kind
        if not isinstance(item, Reference) or not item.registers:
            continue
        if not any(snapshot.entries(listed) for listed in item.registers):
            empty[name] = item.registers[0]
    return empty


def can_act(values: Values) -> bool:
    """Whether the capabilities of a new grant include changing or triggering."""
    chosen = values.get("capabilities")
    return isinstance(chosen, tuple) and not ACTING.isdisjoint(chosen)


def new_entry(snapshot: Snapshot, register: RegisterName, values: Values, after: int = 0) -> AnyEntry:
    """A new row with a free id; `after` as in `new_id`. Raises TypeError when a required field is missing."""
    given = {name: value for name, value in values.items() if value is not None}
    key = new_id(snapshot, register, after)
    make: Callable[..., Described] = ENTRY_TYPES[register]
    return cast("AnyEntry", make(id=key, **given))


def copy_of(snapshot: Snapshot, register: RegisterName, entry: AnyEntry, after: int = 0) -> AnyEntry:
    """The same row once more under a free id."""
    return entry.with_values(id=new_id(snapshot, register, after))


def _most_sensitive(snapshot: Snapshot) -> dict[str, object]:
    categories = snapshot.data_categories.values()
    if not categories:
        return {}
    return {"data_categories": (max(categories, key=lambda category: category.sensitivity).id,)}
