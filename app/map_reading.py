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
    found = {risk.residual.band for risk in risks}
    band = max(found, key=lambda each: each.rank)
    there = [risk for risk in risks if risk.residual.band is band]
    n, first = len(there), short_name(snapshot, there[0])
    words = ngettext(
        "{n} of {all} risks is {band}: {first}.",
        "{n} of {all} risks are {band}; the first is about {first}.",
        n,
    )
    return words.format(n=n, all=len(risks), band=_(band.value), first=first)


def _controls(risks: Sequence[Risk]) -> str:
    ranks = {band: band.rank for band in Band}
    helped = sum(ranks[risk.residual.band] < ranks[risk.inherent.band] for risk in risks)
    if not helped:
        return _("Controls bring none of them to a lower band yet.")
    return _("Controls bring {n} to a lower band.").format(n=helped)


def _unknown(risks: Sequence[Risk]) -> str:
    unsure = sum(risk.has_range for risk in risks)
    if not unsure:
        return ""
    words = ngettext(
        "{n} hangs on what is not known.",
        "{n} hang on what is not known.",
        unsure,
    )
    return words.format(n=unsure)
