"""Page 4: the map. What each tool can do with each system, and where the risks stand."""

from collections import Counter

from app.assessment.matrix import band as band_of
from app.assessment.scope import is_unapproved
from app.i18n import _
from app.reporting.content.findings import Findings, appendix_words, page_link
from app.reporting.content.number import number_place
from app.reporting.content.numbers_of_risks import cell_key, strength_key, type_key
from app.reporting.content.parts import (
    Bar,
    Bars,
    Beside,
    Heading,
    MapCell,
    MapTool,
    Move,
    Page,
    Paragraph,
    RiskMatrix,
    SystemMap,
    quiet,
    words,
)
from models.pack import RiskType
from models.risk import Band
from models.values import (
    AccessGrant,
    AccessScope,
    Basis,
    Capability,
    Identity,
    Tri,
)

MOST_TOOLS, MOST_SYSTEMS = 20, 12
OUTSIDE = "none"


def maps(findings: Findings) -> Page:
    """The map."""
    left = (
        Heading(_("Systems and tools: the strongest thing that each tool can do")),
        system_map(findings),
    )
    right = (
        Heading(_("Likelihood and impact, after controls")),
        risk_matrix(findings),
        Heading(_("Risks by type")),
        type_bars(findings),
        Paragraph(
            words(
                quiet(_("Strength: how much of the questions' full control score for that type is there."))
            ),
            size="fine",
        ),
    )
    return Page(
        4,
        _("The map"),
        _("Where AI touches which system, how strongly, and where the risks stand."),
        _("For IT and security"),
        (Beside(((0.67, left), (0.33, right))),),
    )


def system_map(findings: Findings) -> SystemMap:
    """Systems down, tools across, the most exposed and the riskiest first where not all fit."""
    tools = findings.by_risk(findings.review.tools)[:MOST_TOOLS]
    systems = _systems(findings)
    cells = _cells(findings)
    left_out = len(findings.review.tools) - len(tools), len(systems) - len(systems[:MOST_SYSTEMS])
    more = ""
    if any(left_out):
        more = _("The {tools} riskiest tools and {systems} most exposed systems are shown; {place} has all.")
        more = more.format(
            tools=len(tools),
            systems=len(systems[:MOST_SYSTEMS]),
            place=appendix_words(findings, "B"),
        )
    shown = [(key, findings.system(key)) for key in systems[:MOST_SYSTEMS]]
    return SystemMap(
        systems=tuple(shown),
        tools=tuple(MapTool(tool, findings.tool(tool), _bands(findings, tool)) for tool in sorted(tools)),
        types=tuple(risk_type.value for risk_type in RiskType),
        cells=cells,
        more=more,
    )


def risk_matrix(findings: Findings) -> RiskMatrix:
    """Every risk in its cell after controls; the headline risks with their way from before."""
    counts = Counter((risk.residual.likelihood, risk.residual.impact) for risk in findings.assessment.risks)
    moves = tuple(
        Move(
            index,
            risk.id,
            (risk.inherent.likelihood, risk.inherent.impact),
            (risk.residual.likelihood, risk.residual.impact),
        )
        for index, risk in enumerate(findings.top_risks, start=1)
    )
    bands = {(up, across): band_of(up, across) for up in range(1, 6) for across in range(1, 6)}
    to = {cell: number_place(cell_key(*cell)) for cell in counts}
    return RiskMatrix(bands, dict(counts), to, moves, page_link(findings, 2).text)


def _systems(findings: Findings) -> list[str]:
    """Systems with a grant or a hosted tool, the most exposed first; what is outside all of them last."""
    exposed = [system.id for system in findings.assessment.outcomes.most_exposed.systems]
    touched = {access.grant.system for access in findings.review.accesses}
    hosts = {tool.host_system for tool in findings.review.tools.values() if tool.host_system}
    others = sorted((touched | hosts) - set(exposed) - {OUTSIDE, "unknown"})
    return [*exposed, *others, *([OUTSIDE] if OUTSIDE in touched else [])]


def _cells(findings: Findings) -> dict[tuple[str, str], MapCell]:
    cells: dict[tuple[str, str], MapCell] = {}
    for tool_id, tool in findings.review.tools.items():
        if tool.host_system not in {None, OUTSIDE, "unknown"}:
            cells[(str(tool.host_system), tool_id)] = MapCell(None, is_unapproved(tool), unknown=True)
    found: dict[tuple[str, str], list[AccessGrant]] = {}
    for access in findings.review.accesses:
        found.setdefault((access.grant.system, access.grant.tool), []).append(access.grant)
    for (system, tool_id), grants in found.items():
        reached = {capability for grant in grants for capability in grant.capabilities}
        cells[(system, tool_id)] = MapCell(
            max(reached, key=tuple(Capability).index),
            is_unapproved(findings.review.tools[tool_id]),
            any(_has_unknown(grant) for grant in grants),
        )
    return cells


def _has_unknown(grant: AccessGrant) -> bool:
    return (
        grant.scope in {None, AccessScope.UNKNOWN}
        or grant.identity in {None, Identity.UNKNOWN}
        or grant.basis in {None, Basis.UNKNOWN, Basis.ASSUMED}
        or grant.undo in {None, Tri.UNKNOWN}
    )


def _bands(findings: Findings, tool: str) -> tuple[Band | None, ...]:
    worst: dict[str, Band] = {}
    for risk in findings.risks_of.get(tool, ()):
        band = worst.get(risk.type)
        if band is None or risk.residual.band.rank > band.rank:
            worst[risk.type] = risk.residual.band
    return tuple(worst.get(risk_type.value) for risk_type in RiskType)


def type_bars(findings: Findings) -> Bars:
    """How many risks of each type stand in which band."""
    return Bars(
        tuple(
            Bar(
                profile.type,
                tuple(
                    (band, profile.bands.get(band, 0), number_place(type_key(profile.type, band)))
                    for band in reversed(Band)
                ),
                _("strength {n} %").format(n=profile.control_strength_percent)
                if profile.control_strength_percent is not None
                else _("not examined"),
                number_place(strength_key(profile.type)) if profile.control_strength is not None else "",
            )
            for profile in findings.assessment.risk_type_profile
        )
    )
