"""The map read aloud: what a person takes away from it in one minute."""

from collections.abc import Sequence

from app.i18n import _, ngettext
from app.risk_words import short_name
from models.assessment import Assessment
from models.risk import Band, Risk
from models.snapshot import Snapshot


def reading(snapshot: Snapshot, assessment: Assessment) -> str:
    """The map in a few sentences: how many risks are in the worst band, which comes first, what helps.

    Nothing while there is no risk.
    """
    risks = assessment.risks
    if not risks:
        return ""
    if all(risk.residual.band is Band.LOW for risk in risks):
        return " ".join(part for part in (_("Every risk is Low."), _unknown(risks)) if part)
    return " ".join(part for part in (_worst(snapshot, risks), _controls(risks), _unknown(risks)) if part)


def _worst(snapshot: Snapshot, risks: Sequence[Risk]) -> str:
    band = max((risk.residual.band for risk in risks), key=lambda each: each.rank)
    there = [risk for risk in risks if risk.residual.band is band]
    n, first = len(there), short_name(snapshot, there[0])
    words = ngettext(
        "{n} of {all} risks is {band}: {first}.",
        "{n} of {all} risks are {band}; the first is about {first}.",
        n,
    )
    return words.format(n=n, all=len(risks), band=_(band.value), first=first)


def _controls(risks: Sequence[Risk]) -> str:
    helped = sum(risk.residual.band.rank < risk.inherent.band.rank for risk in risks)
    if not helped:
        return _("Controls bring none of them to a lower band yet.")
    words = ngettext(
        "Controls bring {n} risk to a lower band.", "Controls bring {n} risks to a lower band.", helped
    )
    return words.format(n=helped)


def _unknown(risks: Sequence[Risk]) -> str:
    unsure = sum(risk.has_range for risk in risks)
    if not unsure:
        return ""
    words = ngettext(
        "For {n}, what is not known could change the band.",
        "For {n}, what is not known could change the band.",
        unsure,
    )
    return words.format(n=unsure)
