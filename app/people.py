"""Where people are named in fields of their own, and who may be meant there."""

from collections.abc import Mapping
from types import MappingProxyType

from models.snapshot import Snapshot
from models.values import RegisterName

NAMELESS = "anonymous"

PEOPLE: Mapping[RegisterName, tuple[str, ...]] = MappingProxyType(
    {
        RegisterName.AI_TOOLS: ("owner_person", "deputy", "approved_by"),
        RegisterName.ACCESS_GRANTS: ("approved_by",),
        RegisterName.DATA_CATEGORIES: ("owner",),
        RegisterName.USE_CASES: ("business_owner",),
        RegisterName.APPROVAL_GATES: ("approvers",),
        RegisterName.ACTION_PLAN: ("client_owner",),
        RegisterName.RISK_DECISIONS: ("accepted_by",),
        RegisterName.REVIEW_CADENCES: ("chair",),
        RegisterName.EXCEPTIONS: ("requested_by", "approved_by"),
        RegisterName.MONITORS: ("person_told",),
    }
)
# These are people too, in whichever part of an entry; nobody's name is carried over from them.
_ALSO = frozenset({"decided_by", "set_by", "audit_log_reviewer", "approver_name", "accountable_leader"})


def is_person(register: RegisterName, path: str) -> bool:
    """Whether a field holds the name of somebody."""
    return path in PEOPLE.get(register, ()) or path.rpartition(".")[2] in _ALSO


def taking_part(snapshot: Snapshot) -> tuple[str, ...]:
    """Everybody who took part by name, each once."""
    names = (person.name for person in snapshot.participants.values())
    return tuple(dict.fromkeys(name for name in names if name.casefold() != NAMELESS))
