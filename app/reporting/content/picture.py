"""The two maps as a picture that stands alone: whose it is, when, how complete, and what its circles mean."""

from dataclasses import dataclass, replace

from app.day_words import day
from app.i18n import _
from app.map_choice import Maps
from app.readiness import answered_line
from app.reporting.content.findings import Findings, brief
from app.reporting.content.maps import risk_matrix, system_map, type_bars
from app.reporting.content.parts import Beside, Bullets, Heading, Paragraph, Part, quiet, strong, words
from app.reporting.content.sign_off import state_words, version_words
from app.risk_words import range_words
from app.signing.seal import seal

SHORT_SEAL = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPicture:
    """What is on a picture, and in words for who cannot see it; `share` is its part of a page's width."""

    title: str
    lead: str
    foot: str
    told: str
    parts: tuple[Part, ...]
    share: float


def map_picture(findings: Findings, maps: Maps = Maps.BOTH) -> MapPicture:
    """The maps that are wanted, with title, date, state and seal."""
    engagement = findings.snapshot.engagement
    client = brief(engagement.client, 80)
    when = day(engagement.end_date) if engagement.end_date else _("no end date")
    lead = f"{version_words(findings, None)}  ·  {when}  ·  {answered_line(findings.assessment)}"
    mark = brief(engagement.confidentiality or _("Confidential"), 80)
    digits = seal(findings.snapshot, findings.assessment)[:SHORT_SEAL]
    foot = _("{mark}  ·  {state}  ·  Seal {digits}").format(
        mark=mark, state=state_words(findings, None), digits=digits
    )
    parts, share = _parts(findings, maps)
    return MapPicture(
        title=_("AI risk map: {client}").format(client=client),
        lead=lead,
        foot=foot,
        told=_told(findings),
        parts=parts,
        share=share,
    )


def _parts(findings: Findings, maps: Maps) -> tuple[tuple[Part, ...], float]:
    systems: tuple[Part, ...] = (
        Heading(_("Systems and tools: the strongest thing that each tool can do")),
        system_map(findings),
    )
    risks: tuple[Part, ...] = (
        Heading(_("Likelihood and impact, after controls")),
        replace(risk_matrix(findings), told_on=_("the list below")),
        *_named(findings),
    )
    if maps is Maps.SYSTEMS:
        return systems, 0.66
    if maps is Maps.RISKS:
        return (*risks, Heading(_("Risks by type")), type_bars(findings)), 0.5
    return (Beside(((0.62, systems), (0.38, risks))),), 1.0


def _named(findings: Findings) -> tuple[Part, ...]:
    """What the circles with numbers are."""
    if not findings.top_risks:
        return (Paragraph(words(quiet(_("No risk was found.")))),)
    lines = tuple(
        words(strong(risk.id), " ", brief(risk.title, 160), quiet(f"  ·  {range_words(risk)}"))
        for risk in findings.top_risks
    )
    return (Heading(_("The risks to know first"), level=2), Bullets(lines, "small", numbered=True))


def _told(findings: Findings) -> str:
    """The picture in words."""
    counts = ", ".join(f"{band.value}: {n}" for band, n in findings.assessment.counts.items())
    tools, systems = len(findings.review.tools), len(findings.snapshot.systems)
    first = "; ".join(risk.title for risk in findings.top_risks)
    return _("{tools} AI tools and {systems} systems. Risks by band: {counts}. First: {first}.").format(
        tools=tools, systems=systems, counts=counts or "0", first=first or _("none")
    )
