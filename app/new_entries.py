"""New rows of a register: what has to be asked first, and the more exposed value where nobody can say."""

from collections.abc import Callable, Iterable, Mapping
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
_HIGHEST_FIRST = frozenset({RegisterName.AI_TOOLS, RegisterName.DATA_CATEGORIES, RegisterName.USE_CASES})


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
    if register is RegisterName.AI_TOOLS:
        return {"process_criticality": HIGHEST}
    if register is RegisterName.DATA_CATEGORIES:
        return {"sensitivity": HIGHEST}
    if register is RegisterName.USE_CASES:
        return {"max_sensitivity": HIGHEST}
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
    if register is RegisterName.AI_TOOLS:
        return {"process_criticality": HIGHEST, "confidence": Confidence.ASSUMED}
    if register is RegisterName.DATA_CATEGORIES:
        return {"sensitivity": HIGHEST, "confidence": Confidence.ASSUMED}
    if register is RegisterName.USE_CASES:
        return {
            "max_sensitivity": HIGHEST,
            "task_purpose": TaskPurpose.AUTOMATION,
            "audience": Audience.PUBLIC_CONVERSATION,
            "confidence": Confidence.ASSUMED,
        }
    return {}


def assumed_values(register: RegisterName, unsaid: Iterable[str]) -> dict[str, object]:
    """What marks a new row as assumed, where the highest value was kept and nobody had chosen it."""
    is_assumed = not {"process_criticality", "sensitivity", "max_sensitivity"}.isdisjoint(unsaid)
    return {"confidence": Confidence.ASSUMED} if is_assumed and register in _HIGHEST_FIRST else {}


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
