"""Which risks a person wants to see: by type, band, section, owner and words."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from app.i18n import _
from app.risk_words import caption_of
from models.assessment import Assessment
from models.risk import PROGRAMME, Band, Risk, Template
from models.snapshot import Snapshot
from models.values import Owner

# A risk is filed under the section that asks about it most; programme risks under their key question's.
SECTIONS: Mapping[Template, str] = MappingProxyType(
    {
        Template.EX: "ACC",
        Template.DA: "DAT",
        Template.OD: "USE",
        Template.DE: "UCR",
        Template.BC: "OVR",
        Template.VS: "VEN",
        Template.VT: "VEN",
    }
)
NOBODY = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskFilter:
    """What to show; None and an empty text let everything through. An owner of "" is nobody.

    `spot` is a cell of the map: likelihood and impact, with controls or before them.
    """

    type: str | None = None
    band: Band | None = None
    section: str | None = None
    owner: str | None = None
    words: str = ""
    spot: tuple[int, int] | None = None
    is_before: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it lets everything through."""
        return self == RiskFilter()


def matching(snapshot: Snapshot, assessment: Assessment, wanted: RiskFilter) -> tuple[Risk, ...]:
    """The risks that are wanted, in priority order."""
    if wanted.is_open:
        return assessment.risks
    words = wanted.words.casefold().split()
    return tuple(
        risk
        for risk in assessment.risks
        if wanted.type in {None, risk.type}
        and wanted.band in {None, risk.residual.band}
        and (wanted.section is None or wanted.section == section_of(snapshot, risk))
        and (wanted.owner is None or wanted.owner == owner_of(snapshot, risk))
        and wanted.spot in {None, _spot(risk, is_before=wanted.is_before)}
        and (not words or _has_words(snapshot, risk, words))
    )


def filter_words(snapshot: Snapshot, wanted: RiskFilter) -> str:
    """What is let through, in words for a caption; nothing where everything is."""
    titles = {section.id: section.title for section in snapshot.pack.sections}
    parts = [
        _(wanted.band.value) if wanted.band else "",
        _("type {type}").format(type=_(wanted.type).lower()) if wanted.type else "",
        _("section {section}").format(section=_(titles.get(wanted.section, ""))) if wanted.section else "",
        _owner_words(wanted.owner),
        _("with “{words}”").format(words=wanted.words.strip()) if wanted.words.strip() else "",
        _spot_words(wanted),
    ]
    return ", ".join(part for part in parts if part)


def _owner_words(owner: str | None) -> str:
    if owner is None:
        return ""
    return _("owner {name}").format(name=owner) if owner != NOBODY else _("without an owner")


def _spot_words(wanted: RiskFilter) -> str:
    if wanted.spot is None:
        return ""
    words = _("at likelihood {l}, impact {i}").format(l=wanted.spot[0], i=wanted.spot[1])
    return _("{words} before controls").format(words=words) if wanted.is_before else words


def _spot(risk: Risk, *, is_before: bool) -> tuple[int, int]:
    rating = risk.inherent if is_before else risk.residual
    return rating.likelihood, rating.impact


def section_of(snapshot: Snapshot, risk: Risk) -> str:
    """The section under which a risk is filed."""
    if risk.template is not Template.PG:
        return SECTIONS[risk.template]
    return snapshot.pack.question(risk.key_control).section if risk.key_control in snapshot.pack else "USE"


def section_explained() -> str:
    """How risks are filed under sections, in words."""
    return _(
        "Each risk is filed under the section that asks about it most: acting on live data under access, "
        "sensitive data under data handling, reliance under AI usage, decisions under use-case risk, "
        "content under human oversight, vendors under vendors. Programme risks go with their key question."
    )


def owner_of(snapshot: Snapshot, risk: Risk) -> str:
    """Who answers for the subject of a risk, or "" for nobody; vendors have no owner of their own."""
    if risk.subject == PROGRAMME:
        return snapshot.engagement.accountable_leader or NOBODY
    if risk.subject in snapshot.ai_tools:
        tool = snapshot.ai_tools[risk.subject]
        return (tool.owner_person or NOBODY) if tool.owner is Owner.NAMED else NOBODY
    if risk.subject in snapshot.use_cases:
        return snapshot.use_cases[risk.subject].business_owner or NOBODY
    return NOBODY


def owners(snapshot: Snapshot, assessment: Assessment) -> tuple[str, ...]:
    """Everybody who answers for a risk, sorted, nobody last."""
    found = {owner_of(snapshot, risk) for risk in assessment.risks}
    named = sorted(found - {NOBODY}, key=str.casefold)
    return (*named, NOBODY) if NOBODY in found else tuple(named)


def _has_words(snapshot: Snapshot, risk: Risk, words: list[str]) -> bool:
    linked = " ".join(caption_of(snapshot, entry) for entry in risk.linked)
    haystack = f"{risk.id} {risk.title} {linked} {' '.join(risk.stop_rules)}".casefold()
    return all(word in haystack for word in words)
