"""What the exposure matrix shows: systems down, AI tools across, the strongest capability in each cell."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType

from app.assessment.scope import is_unapproved
from app.i18n import _, ngettext
from app.risk_words import listed
from models.assessment import Assessment
from models.risk import Band, Risk
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


class Order(StrEnum):
    """In which order rows and columns stand."""

    EXPOSED = "exposed"
    NAME = "name"
    ENTERED = "entered"


@dataclass(frozen=True, slots=True)
class Header:
    """A row or a column: the entry, its name, how many cells it has, and its sentence.

    `bands` counts the risks of its tools, the worst band first, bands without a risk left out.
    """

    id: str
    name: str
    count: int
    sentence: str
    is_unapproved: bool = False
    bands: tuple[tuple[Band, int], ...] = ()


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
    def rows(self) -> Mapping[str, int]:
        """The place of each system."""
        return {header.id: place for place, header in enumerate(self.systems)}

    @cached_property
    def columns(self) -> Mapping[str, int]:
        """The place of each tool."""
        return {header.id: place for place, header in enumerate(self.tools)}

    @cached_property
    def has_gaps(self) -> bool:
        """Whether a row or a column has no cell at all."""
        return any(not header.count for header in (*self.systems, *self.tools))

    def without_gaps(self) -> "ExposureView":
        """Only the rows and columns that have a cell."""
        return replace(
            self,
            systems=tuple(header for header in self.systems if header.count),
            tools=tuple(header for header in self.tools if header.count),
        )

    def in_parts(self, tools: int, systems: int) -> "tuple[ExposureView, ...]":
        """The same in parts of at most so many columns and rows, for paper; what has no cell is left out."""
        whole = self.without_gaps()
        parts = []
        for row in range(0, len(whole.systems), systems):
            for column in range(0, len(whole.tools), tools):
                down, across = whole.systems[row : row + systems], whole.tools[column : column + tools]
                rows, columns = {header.id for header in down}, {header.id for header in across}
                cells = {k: cell for k, cell in whole.cells.items() if k[0] in rows and k[1] in columns}
                if cells:
                    parts.append(ExposureView(down, across, MappingProxyType(cells)))
        return tuple(parts)

    @cached_property
    def most(self) -> tuple[int, int]:
        """The highest count of a row and of a column."""
        return (
            max((header.count for header in self.systems), default=0),
            max((header.count for header in self.tools), default=0),
        )


def exposure_view(
    snapshot: Snapshot,
    assessment: Assessment,
    risks: Sequence[Risk] | None = None,
    order: Order = Order.EXPOSED,
) -> ExposureView:
    """The matrix of the tools in scope; with `risks`, only of the tools that these risks are about.

    Most exposed first: systems as the assessment ranks them, tools by what the strongest grant can do,
    without approval first, then by how many systems they reach.
    """
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
        **{key: snapshot.systems[key].name for key in _systems(snapshot, assessment, order)},
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
    rows = _rows(names, cells, by_tool, is_whole=wanted is None)
    return ExposureView(rows, _columns(tools, cells, by_tool, order), MappingProxyType(cells))


def _systems(snapshot: Snapshot, assessment: Assessment, order: Order) -> tuple[str, ...]:
    """The systems in order; those without live access are the least exposed."""
    if order is Order.ENTERED:
        return tuple(snapshot.systems)
    if order is Order.NAME:
        return tuple(sorted(snapshot.systems, key=lambda key: snapshot.systems[key].name.casefold()))
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
        yield _("which account it uses")
    if grant.scope in {None, AccessScope.UNKNOWN}:
        yield _("how far its rights go")
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
    names: Mapping[str, str],
    cells: Mapping[tuple[str, str], Cell],
    by_tool: Mapping[str, Sequence[Risk]],
    *,
    is_whole: bool,
) -> tuple[Header, ...]:
    tools: dict[str, list[str]] = {system: [] for system in names}
    for system, tool in cells:
        tools[system].append(tool)
    return tuple(
        _row(key, name, tools[key], by_tool)
        for key, name in names.items()
        if tools[key] or (is_whole and key != OUTSIDE)
    )


def _row(key: str, name: str, tools: Sequence[str], by_tool: Mapping[str, Sequence[Risk]]) -> Header:
    n = len(tools)
    words = ngettext("{name}: {n} AI tool reaches it.", "{name}: {n} AI tools reach it.", n)
    bands = _bands({risk.id: risk for tool in tools for risk in by_tool.get(tool, ())}.values())
    return Header(key, _in_one_line(name), n, _with_bands(words.format(name=name, n=n), bands), bands=bands)


def _columns(
    tools: Mapping[str, AITool],
    cells: Mapping[tuple[str, str], Cell],
    by_tool: Mapping[str, Sequence[Risk]],
    order: Order,
) -> tuple[Header, ...]:
    reach: dict[str, list[Cell]] = {key: [] for key in tools}
    for (_system, key), cell in cells.items():
        reach[key].append(cell)
    keys = list(tools)
    if order is Order.NAME:
        keys.sort(key=lambda key: tools[key].name.casefold())
    elif order is Order.EXPOSED:
        keys.sort(key=lambda key: _exposure(reach[key]), reverse=True)
    return tuple(_column(tools[key], len(reach[key]), by_tool.get(key, ())) for key in keys)


def _exposure(cells: Sequence[Cell]) -> tuple[int, bool, int]:
    return max((cell.strength for cell in cells), default=-1), any(c.is_unapproved for c in cells), len(cells)


def _column(tool: AITool, n: int, risks: Sequence[Risk]) -> Header:
    words = ngettext("{name}: reaches {n} system. {approval}.", "{name}: reaches {n} systems. {approval}.", n)
    said = words.format(name=tool.name, n=n, approval=_((tool.approval or Approval.UNKNOWN).label))
    bands = _bands(risks)
    return Header(tool.id, _in_one_line(tool.name), n, _with_bands(said, bands), is_unapproved(tool), bands)


def _bands(risks: Iterable[Risk]) -> tuple[tuple[Band, int], ...]:
    counts = Counter(risk.residual.band for risk in risks)
    return tuple((band, counts[band]) for band in reversed(Band) if counts[band])


def _with_bands(said: str, bands: Sequence[tuple[Band, int]]) -> str:
    if not bands:
        return _("{said} No risk was found there.").format(said=said)
    counted = listed([_("{n} {band}").format(n=n, band=_(band.value)) for band, n in bands])
    return _("{said} Risks: {counted}.").format(said=said, counted=counted)


def _in_one_line(name: str) -> str:
    return " ".join(name.split())
