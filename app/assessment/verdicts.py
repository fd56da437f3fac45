"""Says what may happen with each use case (risk model rm-1, 10.3)."""

from collections.abc import Mapping, Sequence

from app.assessment.scope import Review, grouped
from models.risk import SUBJECT_REGISTERS, Band, Risk
from models.scores import UseCaseResult, Verdict
from models.values import Approval, RegisterName, UseCase, UseCaseLevel

_APPROVED = (Approval.APPROVED_SCOPED, Approval.APPROVED_GENERAL)
_OF_IT_OR_ITS_TOOLS = (RegisterName.USE_CASES, RegisterName.AI_TOOLS)
_GRAVE = (Band.HIGH, Band.CRITICAL)


def use_case_results(review: Review, risks: Sequence[Risk]) -> tuple[UseCaseResult, ...]:
    """Level and verdict of every use case in scope, sorted by id; `risks` are in priority order."""
    places = {risk.id: place for place, risk in enumerate(risks)}
    by_subject = grouped(
        (risk.subject, risk) for risk in risks if SUBJECT_REGISTERS.get(risk.template) in _OF_IT_OR_ITS_TOOLS
    )
    return tuple(_result(review, use, by_subject, places) for use in review.use_cases.values())


def _result(
    review: Review,
    use_case: UseCase,
    by_subject: Mapping[str, Sequence[Risk]],
    places: Mapping[str, int],
) -> UseCaseResult:
    subjects = (use_case.id, *review.tools_of(use_case))
    linked = [risk for subject in subjects for risk in by_subject.get(subject, ())]
    linked.sort(key=lambda risk: places[risk.id])
    classification = review.levels[use_case.id]
    return UseCaseResult(
        id=use_case.id,
        auto_level=classification.auto_level,
        rule=classification.rule.id,
        level=classification.level,
        override=classification.override,
        verdict=_verdict(review, use_case, linked),
        linked_risks=tuple(risk.id for risk in linked),
    )


def _verdict(review: Review, use_case: UseCase, linked: Sequence[Risk]) -> Verdict:
    if any(risk.stop_rules for risk in linked):
        return Verdict.PAUSE_OR_CONTAIN
    approvals = [review.tools[tool].approval for tool in review.tools_of(use_case)]
    is_approved = bool(approvals) and all(approval in _APPROVED for approval in approvals)
    if not is_approved or any(risk.worst.band in _GRAVE for risk in linked):
        return Verdict.CONTROLS_FIRST
    if review.levels[use_case.id].level is UseCaseLevel.HIGH:
        return Verdict.SCALE_KEEP_CONTROLS
    return Verdict.SCALE
