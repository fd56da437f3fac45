"""Assesses a snapshot by risk model rm-1. Pure: the same snapshot always gives the same assessment."""

from collections.abc import Mapping

from app.assessment.actions import actions_by_leverage
from app.assessment.answers import EffectiveAnswer
from app.assessment.completeness import completeness
from app.assessment.find_out import find_out_list
from app.assessment.outcomes import outcomes
from app.assessment.priority import headline, in_order
from app.assessment.profile import bands_counted, risk_type_profile
from app.assessment.rating import rated
from app.assessment.scope import Review
from app.assessment.sections import question_scores, section_scores
from app.assessment.templates import drafts
from app.assessment.vendor_scope import vendor_result
from app.assessment.verdicts import use_case_results
from models.assessment import Assessment
from models.risk import Risk
from models.snapshot import RISK_MODEL, Snapshot

__all__ = ["Review", "assess", "assessed_risks", "effective_answers"]


def assess(snapshot: Snapshot) -> Assessment:
    """Everything that rm-1 computes from a snapshot, in integers and exact fractions."""
    review = Review(snapshot)
    pack = snapshot.pack
    risks, not_examined = _risks(review)
    use_cases = use_case_results(review, risks)
    vendors = tuple(vendor_result(review, vendor) for vendor in review.vendors.values())
    actions = actions_by_leverage(pack, risks)
    scores = question_scores(review)
    return Assessment(
        question_bank=pack.id,
        risk_model=RISK_MODEL,
        completeness=completeness(review),
        counts=bands_counted(risks),
        risks=risks,
        not_examined=not_examined,
        headline=headline(review, risks),
        find_out=find_out_list(review, risks),
        sections=section_scores(review, scores),
        risk_type_profile=risk_type_profile(pack, risks, scores),
        use_cases=use_cases,
        vendors=vendors,
        outcomes=outcomes(review, risks, use_cases, vendors, actions),
        actions=actions,
    )


def assessed_risks(snapshot: Snapshot) -> tuple[Risk, ...]:
    """The risks of an assessment alone, in priority order: what a sandbox asks for again and again."""
    return _risks(Review(snapshot))[0]


def _risks(review: Review) -> tuple[tuple[Risk, ...], tuple[str, ...]]:
    found, not_examined = drafts(review)
    return in_order(rated(review, draft) for draft in found), not_examined


def effective_answers(snapshot: Snapshot) -> Mapping[str, EffectiveAnswer]:
    """What counts for each question of the pack, in pack order, all respondents taken together."""
    return Review(snapshot).answers.effective
