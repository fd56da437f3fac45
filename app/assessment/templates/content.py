"""BC: AI content reaches people outside (risk model rm-1, 6.5)."""

from collections.abc import Iterator

from app.assessment.control_scores import FULL_SCORE, TRACE_ITEMS, Score, count_score
from app.assessment.controls import counted_controls
from app.assessment.draft import Draft, firing, same_base, states
from app.assessment.facts import any_of, at_least, is_in, negated, stated, weekly_or_more
from app.assessment.scope import Review
from models.pack import RiskType
from models.risk import Template
from models.values import Audience, Role, UseCase

MANY_PEOPLE = 10_000
ACCOUNTABLE_FROM = 2

PREVENTIVE = {"gate": 3, "OVR-09": 3, "OVR-04": 1, "OVR-10": 1}
RECOVERY = {"LOG-06": 3, "OVR-11": 2, "LOG-09": 2, "trace": 1}
KEY_CONTROL = "gate"

# By audience: impact, and the words of the title.
REACHES = {
    Audience.SALES: (2, "sales"),
    Audience.KNOWN_CONTACTS: (3, "known contacts"),
    Audience.BROAD: (4, "a broad audience"),
    Audience.PUBLIC_CONVERSATION: (5, "public conversation"),
}


def drafts(review: Review) -> Iterator[Draft]:
    """One risk for each use case whose audience is not internal."""
    for use_case in review.use_cases.values():
        if use_case.audience is not Audience.INTERNAL:
            yield _draft(review, use_case)


def _draft(review: Review, use_case: UseCase) -> Draft:
    gate = review.gate_score(use_case.gate)
    impact, audience = REACHES[use_case.audience]
    return Draft(
        template=Template.BC,
        subject=use_case.id,
        type=RiskType.BRAND_AND_COMPLIANCE,
        title=f"{use_case.name}: AI content reaches {audience}{_ending(gate)}",
        drivers=states(
            too_much_to_read=any_of(
                (at_least(use_case.people_affected, MANY_PEOPLE), stated(use_case.personalised))
            ),
            regulated_claims_or_regions=stated(use_case.regulated_claims_or_several_regions),
            released_without_person=is_in(use_case.role, Role.EXECUTE),
            not_grounded=negated(use_case.grounded_in_approved_sources),
            weekly_use=weekly_or_more(use_case.frequency),
        ),
        impact_base=same_base(impact),
        modifiers=states(regulated_audience=stated(use_case.regulated_audience)),
        controls=counted_controls(
            review,
            PREVENTIVE,
            RECOVERY,
            {"gate": gate, "trace": count_score(use_case.trace_items, TRACE_ITEMS)},
        ),
        key_control=KEY_CONTROL,
        stop_rules=firing(SR6=_talks_undisclosed(review, use_case)),
        linked=(use_case.id, *review.tools_of(use_case)),
    )


def _talks_undisclosed(review: Review, use_case: UseCase) -> bool:
    disclosure = review.answers.scores["OVR-10"]
    is_public = use_case.audience is Audience.PUBLIC_CONVERSATION
    return is_public and disclosure is not None and disclosure.headline == 0


def _ending(gate: Score) -> str:
    if gate.headline < ACCOUNTABLE_FROM:
        return " without an accountable check first"
    return " with a thin check" if gate.headline < FULL_SCORE else " (checked)"
