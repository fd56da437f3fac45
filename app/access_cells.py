"""Tools beside systems: what each can do there, and the edits that change it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.edits import Edit, put, remove
from app.i18n import _
from app.new_entries import HIGHEST, exposed_values, new_entry
from models.snapshot import Snapshot
from models.values import ACTING, AccessGrant, Basis, Capability, RegisterName

NO_SYSTEM = "none"
LETTERS = {
    Capability.SEE: "S",
    Capability.INFER: "I",
    Capability.STORE: "St",
    Capability.CHANGE: "C",
    Capability.TRIGGER: "T",
}
_RISING = tuple(Capability)


@dataclass(frozen=True, slots=True)
class AccessCell:
    """The grants of one tool to one system, the strongest capability, and whether it is only assumed."""

    grants: tuple[AccessGrant, ...]

    @property
    def capabilities(self) -> tuple[Capability, ...]:
        """All that the grants allow together, the weakest first."""
        allowed = {capability for grant in self.grants for capability in grant.capabilities}
        return tuple(capability for capability in _RISING if capability in allowed)

    @property
    def strongest(self) -> Capability:
        """The strongest of them."""
        return self.capabilities[-1]

    @property
    def is_assumed(self) -> bool:
        """Whether nobody has seen any of the grants or a document about it."""
        return all(grant.basis in (None, Basis.ASSUMED, Basis.UNKNOWN) for grant in self.grants)


def access_cells(snapshot: Snapshot) -> Mapping[tuple[str, str], AccessCell]:
    """The cells that hold anything, by tool and system."""
    found: dict[tuple[str, str], list[AccessGrant]] = {}
    for grant in snapshot.access_grants.values():
        found.setdefault((grant.tool, grant.system), []).append(grant)
    return {place: AccessCell(tuple(grants)) for place, grants in found.items()}


def with_capability(
    snapshot: Snapshot, tool: str, system: str, capability: Capability, grant: AccessGrant | None = None
) -> Edit:
    """Turn a capability on or off: in `grant`, or in a new one with the more exposed facts, assumed.

    Turning off the last capability removes the grant. Raises TypeError for a new grant while there is no
    data category to name, or when a tool is to act outside every registered system.
    """
    if grant is None:
        values = {**exposed_values(snapshot, RegisterName.ACCESS_GRANTS), "tool": tool, "system": system}
        made = new_entry(
            snapshot,
            RegisterName.ACCESS_GRANTS,
            {**values, "capabilities": (capability,), **_class(capability)},
        )
        return put(snapshot, RegisterName.ACCESS_GRANTS, made)
    if capability in grant.capabilities:
        left = tuple(item for item in grant.capabilities if item is not capability)
        if not left:
            return remove(snapshot, RegisterName.ACCESS_GRANTS, [grant.id])
        return _changed(snapshot, grant.with_values(capabilities=left))
    chosen = tuple(item for item in _RISING if item in grant.capabilities or item is capability)
    needs_class = capability in ACTING and not grant.integrity_class
    integrity = HIGHEST if needs_class else grant.integrity_class
    return _changed(snapshot, grant.with_values(capabilities=chosen, integrity_class=integrity))


def allowed_in(snapshot: Snapshot, system: str) -> Sequence[Capability]:
    """What a grant to this system may hold: nothing can be changed outside every registered system."""
    if not snapshot.data_categories:
        return ()
    return tuple(item for item in _RISING if system != NO_SYSTEM or item not in ACTING)


def _class(capability: Capability) -> dict[str, int]:
    return {"integrity_class": HIGHEST} if capability in ACTING else {}


def _changed(snapshot: Snapshot, grant: AccessGrant) -> Edit:
    label = _("Change what {tool} can do with {system}").format(tool=grant.tool, system=grant.system)
    return put(snapshot, RegisterName.ACCESS_GRANTS, grant, label)
