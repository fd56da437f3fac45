"""Looks up bands, and takes controls off likelihood and impact (risk model rm-1, 1, 3, 4 and 5)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from models.risk import Band, ControlScore, ControlSum, Rating
from models.values import Tri

LOWEST, HIGHEST = 1, 5
KEY_CONTROL_FROM = 2

_MOST_STEPS = 3
_L, _M, _H, _C = Band.LOW, Band.MODERATE, Band.HIGH, Band.CRITICAL
# One row per likelihood 1 to 5, one column per impact 1 to 5.
_MATRIX = (
    (_L, _L, _L, _M, _M),
    (_L, _L, _M, _M, _H),
    (_L, _M, _M, _H, _H),
    (_L, _M, _H, _H, _C),
    (_M, _M, _H, _C, _C),
)
_RATINGS = tuple(
    tuple(Rating(row + 1, column + 1, band) for column, band in enumerate(bands))
    for row, bands in enumerate(_MATRIX)
)


@dataclass(frozen=True, slots=True)
class Cases:
    """A number 1 to 5 as it is, at best and at worst."""

    headline: int
    best: int
    worst: int


def band(likelihood: int, impact: int) -> Band:
    """The band of a likelihood 1-5 and an impact 1-5: a lookup, not a product."""
    return _MATRIX[likelihood - 1][impact - 1]


def rating(likelihood: int, impact: int) -> Rating:
    """Likelihood and impact 1-5 with their band."""
    return _RATINGS[likelihood - 1][impact - 1]


def likelihood_of(drivers: Sequence[Tri]) -> Cases:
    """Likelihood before controls; known drivers count one step, unknown ones half a step, rounded up."""
    known, unknown = drivers.count(Tri.YES), drivers.count(Tri.UNKNOWN)
    return Cases(
        min(HIGHEST, 1 + known + (unknown + 1) // 2),
        min(HIGHEST, 1 + known),
        min(HIGHEST, 1 + known + unknown),
    )


def impact_of(headline_base: int, best_base: int, modifiers: Sequence[Tri]) -> Cases:
    """Impact before controls; an unknown modifier counts as known-bad."""
    yes, unknown = modifiers.count(Tri.YES), modifiers.count(Tri.UNKNOWN)
    headline = _clamped(headline_base + yes + unknown)
    return Cases(headline, _clamped(best_base + yes), headline)


def _clamped(value: int) -> int:
    return max(LOWEST, min(HIGHEST, value))


def preventive_sum(controls: Iterable[ControlScore], key_control: str, *, best: bool = False) -> ControlSum:
    """The sum of preventive controls and the steps that it takes off likelihood.

    A weak key control limits it to one step; a key control that is left out does not.
    """
    num = den = 0
    most_steps = _MOST_STEPS
    for control in controls:
        score = control.best_score if best else control.score
        num += control.weight * score
        den += 4 * control.weight
        if score < KEY_CONTROL_FROM and control.control == key_control:
            most_steps = 1
    return ControlSum(num, den, min(most_steps, _likelihood_steps(num, den)))


def recovery_sum(controls: Iterable[ControlScore], *, best: bool = False) -> ControlSum:
    """The sum of recovery controls and the step that it takes off impact: it softens harm."""
    num = den = 0
    for control in controls:
        num += control.weight * (control.best_score if best else control.score)
        den += 4 * control.weight
    return ControlSum(num, den, 1 if den > 0 and 2 * num >= den else 0)


def residual(likelihood: int, impact: int, preventive: ControlSum, recovery: ControlSum) -> Rating:
    """What is left of likelihood and impact after controls."""
    return rating(max(LOWEST, likelihood - preventive.steps), max(LOWEST, impact - recovery.steps))


def _likelihood_steps(num: int, den: int) -> int:
    """From 25 % one step, from 50 % two, from 75 % three."""
    if den == 0 or 4 * num < den:
        return 0
    if 2 * num < den:
        return 1
    return 2 if 4 * num < 3 * den else _MOST_STEPS
