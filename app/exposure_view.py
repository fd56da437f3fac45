"""What the exposure matrix shows: systems down, AI tools across, the strongest capability in each cell."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from app.assessment.scope import is_unapproved
from app.i18n import _, ngettext
from app.risk_words import listed
from models.assessment import Assessment
from models.risk import Risk
from models.snapshot import Snapshot
from models.values import (
    ACTING,
    AccessGrant,
    AccessScope,
    AITool,
    Approval,
    Basis,
    Capability,
    Environment,
    Identity,
    ToolStatus,
    Tri,
)

OUTSIDE = "none"
STRENGTH = tuple(Capability)


@dataclass(frozen=True, slots=True)
class Header:
    """A row or a column: the entry, its name, how many cells it has, and its sentence."""

    id: str
    name: str
    count: int
    sentence: str
    is_unapproved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one tool can do with one system. `unknown` names the facts that nobody knows.

    Without a capability the tool sits in the system, and nobody has said what it can do there.
    """

    system: str
    tool: str
    capability: Capability | None
    is_unapproved: bool
    is_live: bool
    unknown: tuple[str, ...]
    sentence: str
    risk: str

    @property
    def strength(self) -> int:
        """1 for see to 5 for trigger, 0 where nobody has said."""
        return STRENGTH.index(self.capability) + 1 if self.capability else 0


@dataclass(frozen=True)
class ExposureView:
    """All that is painted: rows, columns, and the cells that are not empty by (system, tool)."""

    systems: tuple[Header, ...]
    tools: tuple[Header, ...]
    cells: Mapping[tuple[str, str], Cell]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show."""
        return not self.cells

    @cached_property
    def most(self) -> tuple[int, int]:
        """The highest count of a row and of a column."""
        return (
            max((header.count for header in self.systems), default=0),
            max((header.count for header in self.tools), default=0),
        )


def exposure_view(
    snapshot: Snapshot, assessment: Assessment, risks: Sequence[Risk] | None = None
) -> ExposureView:
    """The matrix of the tools in scope; with `risks`, only of the tools that these risks are about."""
    wanted = None if risks is None else {entry for risk in risks for entry in risk.linked}
    tools = {
        tool.id: tool
        for tool in snapshot.ai_tools.values()
        if tool.status is not ToolStatus.RETIRED and (wanted is None or tool.id in wanted)
    }
    grants: dict[tuple[str, str], list[AccessGrant]] = {}
    for grant in snapshot.access_grants.values():
        if grant.tool in tools:
            grants.setdefault((grant.system, grant.tool), []).append(grant)
    names = {
        **{key: snapshot.systems[key].name for key in _exposed_first(snapshot, assessment)},
        OUTSIDE: _("Outside systems"),
    }
    by_tool = _risks_by_tool(assessment.risks)
    cells = {
        place: _cell(names[place[0]], tools[place[1]], given, by_tool.get(place[1], ()))
        for place, given in grants.items()
    }
    for tool in tools.values():
        host = tool.host_system or OUTSIDE
        if host in snapshot.systems and (host, tool.id) not in cells:
            cells[host, tool.id] = _hosted(names[host], tool, by_tool.get(tool.id, ()))
    return ExposureView(
        _rows(names, cells, is_whole=wanted is None), _columns(tools, cells), MappingProxyType(cells)
    )


def _exposed_first(snapshot: Snapshot, assessment: Assessment) -> tuple[str, ...]:
    """The systems, the most exposed first, those without live access in the order of the register."""
    exposed = [system.id for system in assessment.outcomes.most_exposed.systems]
    return tuple(dict.fromkeys([*exposed, *snapshot.systems]))


def _risks_by_tool(risks: Iterable[Risk]) -> dict[str, list[Risk]]:
    found: dict[str, list[Risk]] = {}
    for risk in risks:
        for entry in risk.linked:
            found.setdefault(entry, []).append(risk)
    return found


def _cell(system: str, tool: AITool, grants: Sequence[AccessGrant], risks: Sequence[Risk]) -> Cell:
    strongest = max((c for grant in grants for c in grant.capabilities), key=STRENGTH.index)
    is_live = any(grant.environment is not Environment.SANDBOX for grant in grants)
    unknown = tuple(dict.fromkeys(fact for grant in grants for fact in _unknown_facts(grant)))
    return Cell(
        system=grants[0].system,
        tool=tool.id,
        capability=strongest,
        is_unapproved=is_unapproved(tool),
        is_live=is_live,
        unknown=unknown,
        sentence=_sentence(system, tool, grants, unknown),
        risk=_first_risk(risks, acts=is_live and strongest in ACTING),
    )


def _hosted(system: str, tool: AITool, risks: Sequence[Risk]) -> Cell:
    words = _("{tool} sits in {system}, but nobody has said what it can do there.")
    return Cell(
        system=str(tool.host_system),
        tool=tool.id,
        capability=None,
        is_unapproved=is_unapproved(tool),
        is_live=True,
        unknown=(_("what it can do"),),
        sentence=words.format(tool=tool.name, system=system),
        risk=_first_risk(risks, acts=False),
    )


def _first_risk(risks: Sequence[Risk], *, acts: bool) -> str:
    """The risk that says most about a cell: acting on live data, else reaching data, else the first."""
    for template in ("EX", "DA") if acts else ("DA", "EX"):
        for risk in risks:
            if risk.template == template:
                return risk.id
    return risks[0].id if risks else ""


def _unknown_facts(grant: AccessGrant) -> Iterable[str]:
    if grant.identity in {None, Identity.UNKNOWN}:
        yield _("identity")
    if grant.scope in {None, AccessScope.UNKNOWN}:
        yield _("scope of rights")
    if grant.basis in {None, Basis.UNKNOWN, Basis.ASSUMED}:
        yield _("whether it is so at all")
    if not ACTING.isdisjoint(grant.capabilities) and grant.undo in {None, Tri.UNKNOWN}:
        yield _("whether it can be undone")


def _sentence(system: str, tool: AITool, grants: Sequence[AccessGrant], unknown: Sequence[str]) -> str:
    able = [c.label.lower() for c in STRENGTH if any(c in grant.capabilities for grant in grants)]
    approval = tool.approval or Approval.UNKNOWN
    name = f"{tool.name} ({_(approval.label).lower()})" if is_unapproved(tool) else tool.name
    where = {grant.environment for grant in grants} == {Environment.SANDBOX}
    said = (
        _("{tool} can {able} in {system}, in a sandbox only.")
        if where
        else _("{tool} can {able} in {system}.")
    ).format(tool=name, able=listed(able), system=system)
    if unknown:
        said += " " + _("Not known: {facts}.").format(facts=listed(unknown))
    return said


def _rows(
    names: Mapping[str, str], cells: Mapping[tuple[str, str], Cell], *, is_whole: bool
) -> tuple[Header, ...]:
    counts = dict.fromkeys(names, 0)
    for system, _tool in cells:
        counts[system] += 1
    return tuple(
        Header(key, name, counts[key], _row_sentence(name, counts[key]))
        for key, name in names.items()
        if counts[key] or (is_whole and key != OUTSIDE)
    )


def _row_sentence(name: str, n: int) -> str:
    words = ngettext("{name}: {n} AI tool reaches it.", "{name}: {n} AI tools reach it.", n)
    return words.format(name=name, n=n)


def _columns(tools: Mapping[str, AITool], cells: Mapping[tuple[str, str], Cell]) -> tuple[Header, ...]:
    counts = dict.fromkeys(tools, 0)
    for _system, tool in cells:
        counts[tool] += 1
    return tuple(
        Header(key, tool.name, counts[key], _column_sentence(tool, counts[key]), is_unapproved(tool))
        for key, tool in tools.items()
    )


def _column_sentence(tool: AITool, n: int) -> str:
    words = ngettext("{name}: reaches {n} system. {approval}.", "{name}: reaches {n} systems. {approval}.", n)
    return words.format(name=tool.name, n=n, approval=_((tool.approval or Approval.UNKNOWN).label))
