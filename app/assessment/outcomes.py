"""Answers the ten questions that the client came with (risk model rm-1, 10.5)."""

from collections.abc import Iterable, Sequence

from app.assessment.exposure import most_exposed
from app.assessment.integrations import integrations_to_review
from app.assessment.oversight_gaps import approval_needs, missing_logging, unclear_ownership
from app.assessment.scope import Review, grouped
from app.assessment.where_used import unofficial, where_used
from models.outcomes import FiredStopRule, FixFirst, NeedsControls, Outcomes, SafeToScale
from models.risk import Risk
from models.scores import Action, UseCaseResult, VendorResult, Verdict
from models.values import Horizon, StopRule


def outcomes(
    review: Review,
    risks: Sequence[Risk],
    use_cases: Sequence[UseCaseResult],
    vendors: Sequence[VendorResult],
    actions: Sequence[Action],
) -> Outcomes:
    """The ten outcomes; `risks` are in priority order, `actions` in leverage order."""

    def with_verdict(verdict: Verdict) -> tuple[str, ...]:
        return tuple(use.id for use in use_cases if use.verdict is verdict)

    return Outcomes(
        where_used=where_used(review, use_cases),
        unofficial=unofficial(review),
        most_exposed=most_exposed(review),
        safe_to_scale=SafeToScale(
            scale=with_verdict(Verdict.SCALE),
            scale_keep_controls=with_verdict(Verdict.SCALE_KEEP_CONTROLS),
        ),
        needs_controls=NeedsControls(
            controls_first=with_verdict(Verdict.CONTROLS_FIRST),
            pause_or_contain=with_verdict(Verdict.PAUSE_OR_CONTAIN),
        ),
        integrations=integrations_to_review(review, {vendor.id: vendor.gap for vendor in vendors}),
        approvals=approval_needs(review),
        missing_logging=missing_logging(review),
        unclear_ownership=unclear_ownership(review),
        fix_first=_fix_first(risks, actions),
    )


def _fix_first(risks: Sequence[Risk], actions: Iterable[Action]) -> FixFirst:
    fired = grouped((rule.value, risk.id) for risk in risks for rule in risk.stop_rules)
    return FixFirst(
        stop_rules=tuple(FiredStopRule(StopRule(rule), fired[rule]) for rule in sorted(fired)),
        contain_now=tuple(risk.id for risk in risks if risk.horizon is Horizon.NOW),
        actions=tuple(action.question for action in actions),
    )
