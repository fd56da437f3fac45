"""Says when, and with what kind of step, a risk is tackled (risk model rm-1, 5 and 9.3)."""

from collections.abc import Sequence

from app.assessment.controls import question_behind
from models.pack import ActionKind, QuestionPack
from models.risk import Band, ControlScore, Rating
from models.values import Horizon, StopRule

GOOD_ENOUGH = 3

_HORIZONS = {
    Band.CRITICAL: Horizon.NOW,
    Band.HIGH: Horizon.NEXT,
    Band.MODERATE: Horizon.THEN,
    Band.LOW: Horizon.WATCH,
}
_CALM = (Band.LOW, Band.MODERATE)


def horizon(band: Band, stop_rules: Sequence[StopRule]) -> Horizon:
    """When a risk is tackled: by its residual band, or now if a stop rule fires."""
    return Horizon.NOW if stop_rules else _HORIZONS[band]


def must_find_out(best: Rating, worst: Rating) -> bool:
    """Whether the first step is to find out: Moderate or lower at best, High or Critical at worst."""
    return best.band in _CALM and worst.band not in _CALM


def shortfall(control: ControlScore) -> int:
    """How much a control would give if it were good enough: weight × (3 − score), at least 0."""
    return control.weight * (GOOD_ENOUGH - control.score) if control.score < GOOD_ENOUGH else 0


def action_kind(
    pack: QuestionPack,
    controls: Sequence[ControlScore],
    *,
    stop_rules: Sequence[StopRule],
    find_out: bool,
    is_known_low: bool,
) -> ActionKind:
    """The kind of the first step; otherwise that of the question behind the weightiest weak control."""
    if stop_rules:
        return ActionKind.IMMEDIATE_ATTENTION
    if find_out:
        return ActionKind.CLEARER_DOCUMENTATION
    if is_known_low:
        return ActionKind.NONE_NEEDED
    weakest = max(controls, key=shortfall, default=None)
    if weakest is None or shortfall(weakest) == 0:
        return ActionKind.CLEARER_DOCUMENTATION
    return pack.question(question_behind(weakest.control)).action.kind
