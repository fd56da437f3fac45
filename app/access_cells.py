"""Tools beside systems: what each can do there, and the edits that change it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from app.cell_text import Names, cell_text
from app.edits import Edit, called, put, remove
from app.i18n import _
from app.new_entries import HIGHEST, exposed_values, new_entry
from app.register_columns import spec_at
from models.snapshot import Snapshot
from models.values import ACTING, AccessGrant, Basis, Capability, RegisterName

NO_SYSTEM = "none"
# One letter for each, of its own, so that a cell is switched by one key: stOre, since See has the S.
KEYS = {
    "S": Capability.SEE,
    "I": Capability.INFER,
    "O": Capability.STORE,
    "C": Capability.CHANGE,
    "T": Capability.TRIGGER,
}
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


def with_capabilities(
    snapshot: Snapshot,
    tool: str,
    system: str,
    wanted: Collection[Capability],
    grant: AccessGrant | None = None,
) -> Edit:
    """Let a tool do just this: by `grant`, or by a new one with the more exposed facts, assumed.

    A grant without any capability is removed. Raises TypeError for a new grant while there is no data
    category to name, or when a tool is to act outside every registered system.
    """
    chosen = tuple(item for item in _RISING if item in wanted)
    can_act = not ACTING.isdisjoint(chosen)
    if grant is None:
        exposed = exposed_values(snapshot, RegisterName.ACCESS_GRANTS)
        integrity = {"integrity_class": HIGHEST} if can_act else {}
        values = {**exposed, "tool": tool, "system": system, "capabilities": chosen, **integrity}
        made = new_entry(snapshot, RegisterName.ACCESS_GRANTS, values)
        return put(snapshot, RegisterName.ACCESS_GRANTS, made)
    if not chosen:
        label = _("Remove {grant}, the access of {tool} to {system}")
        words = label.format(grant=grant.id, tool=_called(snapshot, tool), system=_called(snapshot, system))
        return replace(remove(snapshot, RegisterName.ACCESS_GRANTS, [grant.id]), label=words)
    integrity_class = grant.integrity_class or (HIGHEST if can_act else None)
    changed = grant.with_values(capabilities=chosen, integrity_class=integrity_class)
    label = _("Change what {tool} can do with {system}").format(
        tool=_called(snapshot, tool), system=_called(snapshot, system)
    )
    return put(snapshot, RegisterName.ACCESS_GRANTS, changed, label)


def _called(snapshot: Snapshot, key: str) -> str:
    entry = snapshot.ai_tools.get(key) or snapshot.systems.get(key)
    return called(entry) if entry is not None else key


def allowed_in(snapshot: Snapshot, system: str) -> Sequence[Capability]:
    """What a grant to this system may hold: nothing can be changed outside every registered system."""
    if not snapshot.data_categories:
        return ()
    return tuple(item for item in _RISING if system != NO_SYSTEM or item not in ACTING)


def grant_words(grant: AccessGrant, names: Names) -> str:
    """By which way and as whom a grant leads to its system, and how sure that is, in words."""
    told = ("route", "identity", "environment", "data_categories", "basis")
    parts = []
    for name in told:
        spec = spec_at(AccessGrant, name)
        value = cell_text(spec.kind, getattr(grant, name), names) or _("not recorded")
        parts.append(_("{field}: {value}").format(field=_(spec.label), value=value))
    return "; ".join(parts)


def removed_words(grant: AccessGrant, names: Names) -> str:
    """What is said when the last capability of a grant was switched off and took the grant with it."""
    return _("{grant} had no capability left and was removed ({details}). Ctrl+Z brings it back.").format(
        grant=grant.id, details=grant_words(grant, names)
    )
