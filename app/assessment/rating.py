"""Rates a draft: inherent, residual, best and worst band, and how far they can be trusted (rm-1, 5)."""

from app.assessment.controls import is_question
from app.assessment.draft import Draft
from app.assessment.first_step import action_kind, horizon, must_find_out
from app.assessment.matrix import preventive_sum, rating, recovery_sum, residual
from app.assessment.scope import Review
from models.risk import Band, ControlRole, Risk, RiskConfidence
from models.values import Tri


def rated(review: Review, draft: Draft) -> Risk:
    """The risk that a draft amounts to."""
    likelihood, impact, controls = draft.likelihood, draft.impact, draft.controls
    preventing = [control for control in controls if control.role is ControlRole.PREVENTIVE]
    recovering = [control for control in controls if control.role is ControlRole.RECOVERY]
    preventive, recovery = preventive_sum(preventing, draft.key_control), recovery_sum(recovering)
    headline = residual(likelihood.headline, impact.headline, preventive, recovery)
    worst = residual(likelihood.worst, impact.worst, preventive, recovery)
    best = residual(
        likelihood.best,
        impact.best,
        preventive_sum(preventing, draft.key_control, best=True),
        recovery_sum(recovering, best=True),
    )
    drivers = [driver.state for driver in draft.drivers]
    modifiers = [modifier.state for modifier in draft.modifiers]
    unknown_drivers = drivers.count(Tri.UNKNOWN)
    unknown_controls = sum(control.unknown for control in controls)
    unknown_inputs = unknown_drivers + modifiers.count(Tri.UNKNOWN) + unknown_controls
    inputs = len(drivers) + len(modifiers) + len(controls)
    find_out = must_find_out(best, worst)
    return Risk(
        id=draft.id,
        template=draft.template,
        subject=draft.subject,
        type=draft.type,
        title=draft.title,
        drivers=draft.drivers,
        known_drivers=drivers.count(Tri.YES),
        unknown_drivers=unknown_drivers,
        impact_base=draft.impact_base,
        impact_modifiers=draft.modifiers,
        inherent=rating(likelihood.headline, impact.headline),
        residual=headline,
        best=best,
        worst=worst,
        controls=controls,
        preventive=preventive,
        recovery=recovery,
        key_control=draft.key_control,
        unknown_inputs=unknown_inputs,
        inputs=inputs,
        confidence=_confidence(review, draft, inputs, unknown_inputs),
        stop_rules=draft.stop_rules,
        horizon=horizon(headline.band, draft.stop_rules),
        action_kind=action_kind(
            review.snapshot.pack,
            controls,
            stop_rules=draft.stop_rules,
            find_out=find_out,
            is_known_low=headline.band is Band.LOW and unknown_inputs == 0,
        ),
        find_out=find_out,
        linked=draft.linked,
    )


def _confidence(review: Review, draft: Draft, inputs: int, unknown_inputs: int) -> RiskConfidence:
    """Low if over 30 % of the inputs are unknown; High if at most 10 % are and most answers are proven."""
    if 10 * unknown_inputs > 3 * inputs:
        return RiskConfidence.LOW
    questions = [control.control for control in draft.controls if is_question(control.control)]
    unproven = sum(question in review.answers.unproven for question in questions)
    if 10 * unknown_inputs <= inputs and 2 * unproven <= len(questions):
        return RiskConfidence.HIGH
    return RiskConfidence.MEDIUM
