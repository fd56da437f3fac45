"""Risks without action, owner or date; acceptance, exceptions and levels by hand that lack something."""

from datetime import date, timedelta
from typing import Any

import pytest

from app.assessment import assess
from models.risk import Band
from models.values import (
    ActionItem,
    ActionStatus,
    Approval,
    Horizon,
    LevelOverride,
    RegisterName,
    RiskDecision,
    RuleException,
    Treatment,
    UseCaseLevel,
)
from tests.changes import with_fields
from tests.sound import TODAY, found, found_besides, sound_review
from tests.specified import specified_review

R = RegisterName
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
URGENT = with_fields(sound_review(), R.AI_TOOLS, "T1", approval=Approval.UNOFFICIAL)
RISKS = {risk.id: risk for risk in assess(URGENT).risks}
STOPPED = "EX-T1"


def action(**values: Any) -> ActionItem:
    given = {"text": "Take it away", "risks": (STOPPED,), "client_owner": "Head of IT", "due": TOMORROW}
    return ActionItem(**{"id": "N1", **given, **values})


def about_actions(item: ActionItem | None) -> dict[str, str]:
    snapshot = URGENT if item is None else URGENT.with_entry(R.ACTION_PLAN, item)
    places = found_besides(snapshot)
    return {rule: place for rule, place in places.items() if "action" in rule and "high" not in rule}


def test_a_stop_rule_makes_a_risk_urgent_whatever_its_band() -> None:
    assert RISKS[STOPPED].stop_rules
    assert RISKS[STOPPED].residual.band is not Band.CRITICAL
    assert [risk.id for risk in RISKS.values() if risk.horizon is Horizon.NOW] == [STOPPED]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, {}),
        ({"risks": None}, {"urgent_risk_without_action": f"risk:{STOPPED}"}),
        ({"status": ActionStatus.DROPPED}, {"urgent_risk_without_action": f"risk:{STOPPED}"}),
        ({"status": ActionStatus.DONE, "client_owner": None, "due": None}, {}),
        ({"client_owner": " "}, {"urgent_action_without_owner": "action:N1/client_owner"}),
        ({"due": None}, {"urgent_action_without_date": "action:N1/due"}),
        ({"due": TODAY}, {}),
        ({"due": YESTERDAY}, {"action_overdue": "action:N1/due"}),
    ],
)
def test_an_urgent_risk_wants_an_action_with_an_owner_and_a_date(
    values: dict[str, Any], expected: dict[str, str]
) -> None:
    assert about_actions(action(**values)) == expected


def test_an_action_that_is_not_urgent_only_warns() -> None:
    snapshot = sound_review().with_entry(
        R.ACTION_PLAN, action(risks=None, horizon=Horizon.THEN, client_owner=None, due=None)
    )

    assert found_besides(snapshot) == {
        "action_without_owner": "action:N1/client_owner",
        "action_without_date": "action:N1/due",
    }


def test_an_action_for_now_is_urgent_whatever_it_is_for() -> None:
    snapshot = sound_review().with_entry(
        R.ACTION_PLAN, action(risks=None, horizon=Horizon.NOW, client_owner=None)
    )

    assert found_besides(snapshot) == {"urgent_action_without_owner": "action:N1/client_owner"}


def test_a_high_risk_that_can_wait_only_warns() -> None:
    snapshot = specified_review("tiny_unknowns")
    high = {
        f"risk:{risk.id}"
        for risk in assess(snapshot).risks
        if risk.residual.band is Band.HIGH and risk.horizon is not Horizon.NOW
    }

    warned = {one.place for one in found(snapshot) if one.rule.id == "high_risk_without_action"}

    assert warned == high != set()
    covered = snapshot.with_entry(
        R.ACTION_PLAN, action(risks=tuple(place.removeprefix("risk:") for place in high))
    )
    assert "high_risk_without_action" not in {one.rule.id for one in found(covered)}


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, {}),
        ({"accepted_by": " "}, {"acceptance_without_approver": "/accepted_by"}),
        ({"accepted_until": None}, {"acceptance_without_end": "/accepted_until"}),
        ({"accepted_until": YESTERDAY}, {"acceptance_expired": "/accepted_until"}),
        ({"notes": " "}, {"acceptance_without_reason": "/notes"}),
        ({"notes": None}, {"acceptance_without_reason": "/notes"}),
        ({"treatment": Treatment.REDUCE, "notes": None}, {"urgent_risk_without_action": ""}),
    ],
)
def test_acceptance_wants_a_person_an_end_and_a_reason_and_leads_to_the_field(
    values: dict[str, Any], expected: dict[str, str]
) -> None:
    whole = {"accepted_by": "CMO", "accepted_until": TODAY, "notes": "One campaign is left."}
    decision = RiskDecision(**{"risk": STOPPED, "treatment": Treatment.ACCEPT, **whole, **values})

    places = found_besides(URGENT.with_entry(R.RISK_DECISIONS, decision))

    found_places = {rule: place for rule, place in places.items() if "accept" in rule or "urgent" in rule}
    assert found_places == {rule: f"risk:{STOPPED}{field}" for rule, field in expected.items()}


@pytest.mark.parametrize("treatment", [None, Treatment.ACCEPT])
def test_a_decision_about_a_risk_that_is_not_there_is_told_and_nothing_more_is_wanted_of_it(
    treatment: Treatment | None,
) -> None:
    decision = RiskDecision(risk="EX-T99", treatment=treatment)
    snapshot = sound_review().with_entry(R.RISK_DECISIONS, decision)

    assert found_besides(snapshot) == {"decision_about_nothing:EX-T99": "page:risk_map"}


@pytest.mark.parametrize(
    ("approver", "expires", "expected"),
    [
        ("Legal", TODAY, {}),
        (None, TODAY, {"exception_without_approver": "entry:exceptions/X1/approved_by"}),
        ("Legal", None, {"exception_without_end": "entry:exceptions/X1/expires_on"}),
        ("Legal", YESTERDAY, {"exception_expired": "entry:exceptions/X1/expires_on"}),
    ],
)
def test_an_exception_wants_an_approver_and_an_end(
    approver: str | None, expires: date | None, expected: dict[str, str]
) -> None:
    exception = RuleException(id="X1", rule_waived="No free chat", approved_by=approver, expires_on=expires)

    assert found_besides(sound_review().with_entry(R.EXCEPTIONS, exception)) == expected


@pytest.mark.parametrize(
    ("reason", "expires", "rule"),
    [
        ("Reversible.", TODAY, None),
        ("Reversible.", YESTERDAY, "override_expired"),
        (None, TODAY, "override_ignored"),
        ("Reversible.", date(2026, 1, 1), "override_ignored"),
    ],
)
def test_a_level_set_by_hand_has_to_hold(reason: str | None, expires: date, rule: str | None) -> None:
    override = LevelOverride(level=UseCaseLevel.MEDIUM, reason=reason, approver="Legal", expires_on=expires)
    snapshot = with_fields(sound_review(), R.USE_CASES, "U1", override=override)

    places = found_besides(snapshot)

    assert set(places) == ({rule} if rule else set())
    assert all(place.startswith("entry:use_cases/U1/override.") for place in places.values())
