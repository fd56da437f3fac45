"""Ranks actions by how much they would take off for their effort (risk model rm-1, 9.4)."""

from collections.abc import Iterable, Mapping

from app.assessment.controls import question_behind
from app.assessment.first_step import shortfall
from models.pack import Effort, QuestionPack
from models.risk import Band, Risk
from models.scores import Action
from models.values import Horizon

BAND_FACTOR: Mapping[Band, int] = {Band.CRITICAL: 3, Band.HIGH: 2, Band.MODERATE: 1, Band.LOW: 0}
EFFORT_DIVISOR: Mapping[Effort, int] = {Effort.S: 1, Effort.M: 2, Effort.L: 3}


def actions_by_leverage(pack: QuestionPack, risks: Iterable[Risk]) -> tuple[Action, ...]:
    """One action for each question behind a weak control of a risk above Low, the best first."""
    leverage: dict[str, int] = {}
    touched: dict[str, dict[str, Band]] = {}
    for risk in risks:
        factor = BAND_FACTOR[risk.residual.band]
        if factor == 0:
            continue
        for control in risk.controls:
            if gain := shortfall(control):
                question = question_behind(control.control)
                leverage[question] = leverage.get(question, 0) + factor * gain
                touched.setdefault(question, {})[risk.id] = risk.residual.band
    actions = [_action(pack, key, raw, touched[key]) for key, raw in leverage.items()]
    actions.sort(key=lambda action: (-action.leverage, -action.raw_leverage, action.question))
    return tuple(actions)


def _action(pack: QuestionPack, question_id: str, raw: int, touched: Mapping[str, Band]) -> Action:
    question = pack.question(question_id)
    is_pressing = any(band in (Band.HIGH, Band.CRITICAL) for band in touched.values())
    return Action(
        question=question_id,
        effort=question.effort,
        leverage=raw // EFFORT_DIVISOR[question.effort],
        raw_leverage=raw,
        risks_touched=len(touched),
        kind=question.action.kind,
        horizon=Horizon.NEXT if is_pressing else Horizon.THEN,
    )
