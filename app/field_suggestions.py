"""What a text field offers while somebody types: the libraries' words, and words used in the register."""

from app import library
from app.people import is_person, taking_part
from app.register_columns import value_at
from models.snapshot import Snapshot
from models.values import RegisterName

_ENOUGH = 200


def suggestions(snapshot: Snapshot, register: RegisterName, path: str) -> tuple[str, ...]:
    """Words for a text field, each once: of people who may be meant, of the register, of the libraries."""
    used = [value_at(entry, path) for entry in snapshot.entries(register).values()]
    flat: list[str] = []
    for value in used:
        flat.extend(map(str, value) if isinstance(value, tuple) else [str(value)] if value else [])
    offered = [*_people(snapshot, register, path), *flat, *_from_library(register, path)]
    return tuple(dict.fromkeys(offered))[:_ENOUGH]


def _people(snapshot: Snapshot, register: RegisterName, path: str) -> tuple[str, ...]:
    """Who may be meant where somebody is named. They are offered, and never entered by themselves."""
    return taking_part(snapshot) if is_person(register, path) else ()


def _from_library(register: RegisterName, path: str) -> tuple[str, ...]:
    match register, path:
        case RegisterName.SYSTEMS, "category":
            return library.defaults().system_categories
        case RegisterName.SYSTEMS, "name":
            return tuple(item.name for item in library.system_library())
        case RegisterName.AI_TOOLS, "kind":
            return library.defaults().tool_kinds
        case RegisterName.PARTICIPANTS, "role":
            return library.defaults().participant_roles
        case _:
            return ()


def example(path: str) -> str:
    """An example to show in grey in an empty field, or nothing."""
    group, _dot, name = path.partition(".")
    if group != "decision_record":
        return ""
    return str(getattr(library.defaults().decision_record_example, name, ""))
