"""Whoever took part is offered wherever somebody is named, and nowhere else."""

import pytest

from app.field_suggestions import suggestions
from app.people import taking_part
from models.values import RegisterName as R
from tests.specified import specified_review

REVIEW = specified_review("ferrowick")


@pytest.mark.parametrize(
    ("register", "path"),
    [
        (R.AI_TOOLS, "owner_person"),
        (R.AI_TOOLS, "approved_by"),
        (R.AI_TOOLS, "decision_record.decided_by"),
        (R.USE_CASES, "business_owner"),
        (R.DATA_CATEGORIES, "owner"),
        (R.DATA_CATEGORIES, "handling_rules.may_upload.set_by"),
        (R.VENDORS, "approval.approver_name"),
        (R.ACTION_PLAN, "client_owner"),
        (R.RISK_DECISIONS, "accepted_by"),
        (R.EXCEPTIONS, "approved_by"),
        (R.ENGAGEMENT, "accountable_leader"),
    ],
)
def test_participants_stand_first_where_somebody_is_named(register: R, path: str) -> None:
    people = taking_part(REVIEW)

    offered = suggestions(REVIEW, register, path)

    assert people[0] == "Ingrid Solheim-Park"
    assert offered[: len(people)] == people
    assert len(set(offered)) == len(offered)


def test_owners_named_before_are_offered_beside_them_and_nobody_without_a_name() -> None:
    offered = suggestions(REVIEW, R.USE_CASES, "business_owner")

    named = {entry.business_owner for entry in REVIEW.use_cases.values() if entry.business_owner}
    assert named
    assert named < set(offered)
    assert "anonymous" not in offered


def test_what_is_not_a_person_is_offered_none() -> None:
    for register, path in ((R.SYSTEMS, "name"), (R.AI_TOOLS, "kind"), (R.ENGAGEMENT, "sector")):
        assert not set(taking_part(REVIEW)) & set(suggestions(REVIEW, register, path))
