"""Says a risk in short: its name for a mark, its range, the sentence for pointing, the because."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from app.i18n import _, ngettext
from models.risk import PROGRAMME, Band, Risk
from models.snapshot import Snapshot
from models.values import StopRule

PROGRAMME_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "PG-1": "No complete AI list",
        "PG-2": "Nobody accountable by name",
        "PG-3": "Unclear what stays out of AI",
        "PG-4": "Changes not traceable",
        "PG-5": "Failure found late",
        "PG-6": "Consent rules misapplied",
        "PG-7": "Approvals test nothing",
        "PG-8": "New uses start unsized",
        "PG-9": "Agencies' AI unseen",
    }
)


def caption_of(snapshot: Snapshot, entry_id: str) -> str:
    """What people call a tool, use case, vendor or system; its id if it is gone."""
    for names in (snapshot.ai_tools, snapshot.use_cases, snapshot.vendors, snapshot.systems):
        if entry_id in names:
            return names[entry_id].caption
    return entry_id


def short_name(snapshot: Snapshot, risk: Risk) -> str:
    """Two to five words for a mark on the map: the subject, or the programme risk's short name."""
    if risk.subject == PROGRAMME:
        return _(PROGRAMME_NAMES.get(risk.id, risk.id))
    return " ".join(caption_of(snapshot, risk.subject).split())


def band_words(band: Band) -> str:
    """The band's word."""
    return _(band.value)


def range_words(risk: Risk) -> str:
    """The band, with its range where what is not known could change it: `Critical (High to Critical)`."""
    if not risk.has_range:
        return band_words(risk.residual.band)
    return _("{band} ({best} to {worst})").format(
        band=band_words(risk.residual.band),
        best=band_words(risk.best.band),
        worst=band_words(risk.worst.band),
    )


def rules_words(rules: Sequence[StopRule]) -> str:
    """Stop rules as they are printed: SR1+SR3."""
    return "+".join(rule.value for rule in rules)


def listed(words: Sequence[str]) -> str:
    """Words as people list them: a, b and c."""
    if len(words) < 2:
        return "".join(words)
    return _("{first} and {last}").format(first=", ".join(words[:-1]), last=words[-1])


def capital(words: str) -> str:
    """Words as the beginning of a line."""
    return words[:1].upper() + words[1:]


def because(snapshot: Snapshot, risk: Risk) -> str:
    """Why the band is what it is, in one line."""
    drivers = _("{n} of {all} exposure drivers hold").format(n=risk.known_drivers, all=len(risk.drivers))
    steps = _("controls take {likelihood} off likelihood and {impact} off impact").format(
        likelihood=risk.inherent.likelihood - risk.residual.likelihood,
        impact=risk.inherent.impact - risk.residual.impact,
    )
    line = _("because {drivers} at impact {impact}, and {steps}").format(
        drivers=drivers, impact=risk.inherent.impact, steps=steps
    )
    if not risk.unknown_inputs:
        return f"{line}."
    unknown = ngettext("{n} input is not known", "{n} inputs are not known", risk.unknown_inputs)
    return f"{line}; {unknown.format(n=risk.unknown_inputs)}."


def sentence(risk: Risk) -> str:
    """What a mark on the map says when it is pointed at: plain words, and what to do at once."""
    parts = [
        _("{title}: {band}.").format(title=" ".join(risk.title.split()), band=band_words(risk.residual.band)),
        _controls_words(risk),
    ]
    if risk.has_range:
        parts.append(_range_sentence(risk))
    if risk.stop_rules:
        parts.append(
            _("Stop rule {rules}: contain within 14 days.").format(rules=rules_words(risk.stop_rules))
        )
    return " ".join(parts)


def _controls_words(risk: Risk) -> str:
    """What controls do, in a sentence."""
    before, after = risk.inherent, risk.residual
    if (before.likelihood, before.impact) == (after.likelihood, after.impact):
        return _("Controls do not bring it down: likelihood {l}, impact {i}.").format(
            l=after.likelihood, i=after.impact
        )
    moved = {"from_l": before.likelihood, "l": after.likelihood, "from_i": before.impact, "i": after.impact}
    if before.impact == after.impact:
        words = _("Controls bring likelihood from {from_l} to {l}; impact stays {i}.")
    elif before.likelihood == after.likelihood:
        words = _("Controls bring impact from {from_i} to {i}; likelihood stays {l}.")
    else:
        words = _("Controls bring likelihood from {from_l} to {l} and impact from {from_i} to {i}.")
    return words.format(**moved)


def _range_sentence(risk: Risk) -> str:
    """How far what nobody knows could move the band."""
    now, best, worst = (band_words(rating.band) for rating in (risk.residual, risk.best, risk.worst))
    if best == now:
        return _("What is not known yet could make it {worst}.").format(worst=worst)
    if worst == now:
        return _("Once everything is known it may be {best}.").format(best=best)
    words = _("What is not known yet could make it {best} at best or {worst} at worst.")
    return words.format(best=best, worst=worst)
