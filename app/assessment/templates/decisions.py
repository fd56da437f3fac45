"""DE: a use case shapes decisions (risk model rm-1, 6.4)."""

from collections.abc import Iterator

from app.assessment.control_scores import MONITORING, TRACE_ITEMS, Score, count_score, field_score
from app.assessment.controls import counted_controls
from app.assessment.draft import Draft, firing, states
from app.assessment.facts import (
    UNKNOWN,
    YES,
    any_of,
    at_least,
    is_in,
    is_unknown,
    negated,
    stated,
    weekly_or_more,
)
from app.assessment.scope import NOTHING, Review
from models.pack import RiskType
from models.risk import ImpactBase, Template
from models.values import (
    BannedPracticeScreen,
    DataQuality,
    DecisionDomain,
    Role,
    Timing,
    Tri,
    UseCase,
    UseCaseLevel,
)

MANY_PEOPLE = 10_000
EFFECTIVE_FROM = 2

PREVENTIVE = {"gate": 3, "OVR-04": 2, "OVR-05": 2, "UCR-06": 1, "UCR-07": 1, "DAT-09": 1}
RECOVERY = {"monitoring": 3, "trace": 2, "LOG-05": 2, "LOG-09": 1}
KEY_CONTROL = "gate"

# By decision domain: headline, best.
IMPACT_BASE = {
    DecisionDomain.NONE: ImpactBase(1, 1),
    DecisionDomain.INSIGHT: ImpactBase(1, 1),
    DecisionDomain.CONTENT_CHOICE: ImpactBase(2, 2),
    DecisionDomain.CHANNEL_MIX: ImpactBase(3, 3),
    DecisionDomain.CAMPAIGN_PRIORITY: ImpactBase(3, 3),
    DecisionDomain.SCORING: ImpactBase(4, 4),
    DecisionDomain.ROUTING: ImpactBase(4, 4),
    DecisionDomain.SEGMENTATION: ImpactBase(4, 4),
    DecisionDomain.SUPPRESSION: ImpactBase(4, 4),
    DecisionDomain.NURTURE: ImpactBase(4, 4),
    DecisionDomain.LIFECYCLE: ImpactBase(4, 4),
    DecisionDomain.CONSENT: ImpactBase(5, 5),
    DecisionDomain.ELIGIBILITY: ImpactBase(5, 5),
    DecisionDomain.UNKNOWN: ImpactBase(5, 2),
}


def drafts(review: Review) -> Iterator[Draft]:
    """One risk for each Medium or High use case that decides, and for each possible banned practice."""
    for use_case in review.use_cases.values():
        is_low = review.levels[use_case.id].level is UseCaseLevel.LOW
        if _is_possibly_banned(use_case) or (_decides(use_case) and not is_low):
            yield _draft(review, use_case)


def _decides(use_case: UseCase) -> bool:
    return use_case.decision_domain not in (DecisionDomain.NONE, DecisionDomain.INSIGHT)


def _is_possibly_banned(use_case: UseCase) -> bool:
    return use_case.banned_practice_screen is BannedPracticeScreen.POSSIBLE


def _draft(review: Review, use_case: UseCase) -> Draft:
    gate = review.gate_score(use_case.gate)
    return Draft(
        template=Template.DE,
        subject=use_case.id,
        type=RiskType.DECISIONING,
        title=_title(use_case, gate),
        drivers=states(
            not_explainable=negated(use_case.explainable),
            no_human_step_before_effect=any_of(
                (is_in(use_case.role, Role.EXECUTE), _is_unchecked(review, use_case))
            ),
            poor_input_data=is_in(use_case.input_data_quality, DataQuality.POOR),
            high_volume=any_of(
                (weekly_or_more(use_case.frequency), at_least(use_case.people_affected, MANY_PEOPLE))
            ),
            not_validated=negated(use_case.validated_in_six_months),
        ),
        impact_base=IMPACT_BASE[use_case.decision_domain or DecisionDomain.UNKNOWN],
        modifiers=states(regulated_audience=stated(use_case.regulated_audience)),
        controls=counted_controls(
            review,
            PREVENTIVE,
            RECOVERY,
            {
                "gate": gate,
                "monitoring": field_score(use_case.output_monitoring, MONITORING),
                "trace": count_score(use_case.trace_items, TRACE_ITEMS),
            },
        ),
        key_control=KEY_CONTROL,
        stop_rules=firing(SR4=_is_possibly_banned(use_case)),
        linked=(use_case.id, *review.tools_of(use_case)),
    )


def _is_unchecked(review: Review, use_case: UseCase) -> Tri:
    if use_case.gate == NOTHING:
        return YES
    gate = review.gates.get(use_case.gate or "")
    return UNKNOWN if gate is None else is_in(gate.timing, Timing.AFTER)


def _title(use_case: UseCase, gate: Score) -> str:
    if not _decides(use_case):
        return f"{use_case.name}: AI use flagged as a possible banned practice"
    domain = "an unknown decision"
    if use_case.decision_domain is not None and not is_unknown(use_case.decision_domain):
        domain = use_case.decision_domain.value.replace("_", " ")
    if gate.headline < EFFECTIVE_FROM:
        ending = " with no effective check before effect"
    elif use_case.explainable is YES:
        ending = " (checked)"
    else:
        ending = " and reviewers cannot see why"
    return f"{use_case.name}: AI shapes {domain}{ending}"
