"""The facts of a review that nobody may know, and what they can turn out to be."""

from collections.abc import Iterator
from typing import Any

from models.snapshot import Snapshot
from models.values import Count, OneOf, Reference, RegisterName, specs_of
from tests.strategies import COUNTS

# The registers whose facts the model reads.
READ = (
    RegisterName.DATA_CATEGORIES,
    RegisterName.VENDORS,
    RegisterName.AI_TOOLS,
    RegisterName.ACCESS_GRANTS,
    RegisterName.APPROVAL_GATES,
    RegisterName.USE_CASES,
)
# Facts that decide which risks exist, and the approval that PG counts as unapproved on purpose.
EXCEPTED = {
    (RegisterName.USE_CASES, "role"),
    (RegisterName.USE_CASES, "decision_domain"),
    (RegisterName.USE_CASES, "regulated_audience"),
    (RegisterName.USE_CASES, "form"),
    (RegisterName.USE_CASES, "person_level"),
    (RegisterName.AI_TOOLS, "vendor"),
    (RegisterName.AI_TOOLS, "approval"),
}


def facts_that_may_be_unknown(
    snapshot: Snapshot,
) -> Iterator[tuple[RegisterName, str, str, list[Any]]]:
    for register in READ:
        for key, entry in snapshot.entries(register).items():
            for spec in specs_of(type(entry)):
                values = known_values(snapshot, spec.kind)
                if values and (register, spec.name) not in EXCEPTED:
                    yield register, key, spec.name, values


def known_values(snapshot: Snapshot, kind: object) -> list[Any]:
    """What a fact that may be unknown can turn out to be; nothing for facts that cannot be unknown."""
    match kind:
        case OneOf() if "unknown" in list(kind.choices):
            return [choice for choice in kind.choices if choice != "unknown"]
        case Count():
            return [count for count in COUNTS if count <= kind.highest]
        case Reference() if "unknown" in kind.reserved:
            return ["none", *(key for name in kind.registers for key in snapshot.entries(name))]
        case _:
            return []
