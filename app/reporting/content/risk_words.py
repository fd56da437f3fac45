"""How the report prints bands, states, controls and stop rules; the words themselves are the assessment's."""

from app.assessment.words import (
    DRIVER_WORDS,
    MODIFIER_WORDS,
    band_sentence,
    containment_words,
    short_control_words,
)
from app.i18n import _
from models.risk import Band, Risk
from models.values import StopRule, Tri

_STATES = {Tri.YES: _("yes"), Tri.NO: _("no"), Tri.UNKNOWN: _("unknown")}


def driver_words(name: str) -> str:
    """A driver or modifier in words."""
    return DRIVER_WORDS.get(name) or MODIFIER_WORDS.get(name) or name.replace("_", " ")


def control_words(control: str) -> str:
    """A register control in words; a question keeps its id."""
    return short_control_words(control)


def containment(rule: StopRule) -> str:
    """What to do within 14 days when a stop rule fires, as a sentence's beginning."""
    text = containment_words((rule,))
    return text[:1].upper() + text[1:]


def state_words(state: Tri) -> str:
    """A state of a driver in words."""
    return _STATES[state]


def band_words(band: Band) -> str:
    """A band's word."""
    return band.value


def range_words(risk: Risk) -> str:
    """A band with the range that what is not known leaves open: Critical (High to Critical)."""
    return band_sentence(risk.residual.band, risk.best.band, risk.worst.band)


def rules_words(rules: tuple[StopRule, ...]) -> str:
    """Stop rules as they are printed: SR1+SR3."""
    return "+".join(rule.value for rule in rules)
