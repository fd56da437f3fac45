"""What is said of a use case, and how sure a band is, just at the borders."""

import pytest

from app.assessment import assess
from models.risk import Band, RiskConfidence
from models.scores import Verdict
from models.snapshot import Snapshot
from models.values import (
    Approval,
    DataFormOrUnknown,
    DecisionDomain,
    Documentation,
    Owner,
    RegisterName,
    Role,
    Tri,
    UseCaseLevel,
)
from models.values import Tested as Rehearsed
from tests.app.assessment.small_review import answer
from tests.changes import with_answers_to, with_fields
from tests.specified import specified_review

R = RegisterName


@pytest.fixture
def harmless(small: Snapshot) -> Snapshot:
    """The small review with a low use case that decides nothing, and a tool that little hangs on."""
    snapshot = with_fields(small, R.DATA_CATEGORIES, "C1", sensitivity=1)
    snapshot = with_fields(
        snapshot,
        R.USE_CASES,
        "U1",
        role=Role.CREATE,
        decision_domain=DecisionDomain.NONE,
        regulated_audience=Tri.NO,
        form=DataFormOrUnknown.RAW,
        person_level=Tri.NO,
    )
    return with_fields(
        snapshot,
        R.AI_TOOLS,
        "T1",
        process_criticality=3,
        owner=Owner.NAMED,
        documentation=Documentation.YES,
        fallback=Rehearsed.TESTED,
    )


def test_a_use_case_may_be_scaled_while_nothing_grave_can_come_of_it(harmless: Snapshot) -> None:
    assessment = assess(harmless)

    assert assessment.risk("OD-T1").worst.band is Band.MODERATE
    assert assessment.use_cases[0].level is UseCaseLevel.LOW
    assert assessment.use_cases[0].verdict is Verdict.SCALE


def test_what_a_risk_could_be_at_worst_puts_controls_first(harmless: Snapshot) -> None:
    assessment = assess(with_fields(harmless, R.AI_TOOLS, "T1", process_criticality=4))

    assert assessment.risk("OD-T1").residual.band is Band.MODERATE
    assert assessment.risk("OD-T1").worst.band is Band.HIGH
    assert assessment.use_cases[0].verdict is Verdict.CONTROLS_FIRST


@pytest.mark.parametrize(("tools", "approval"), [((), Approval.APPROVED_SCOPED), (("T1",), None)])
def test_without_an_approved_tool_controls_come_first(
    harmless: Snapshot, tools: tuple[str, ...], approval: Approval | None
) -> None:
    snapshot = with_fields(harmless, R.AI_TOOLS, "T1", approval=approval)

    assessment = assess(with_fields(snapshot, R.USE_CASES, "U1", tools=tools))

    assert assessment.use_cases[0].verdict is Verdict.CONTROLS_FIRST


@pytest.mark.parametrize(
    ("unknown", "confidence"),
    [
        ("VEN-13", RiskConfidence.HIGH),
        ("VEN-13 USE-11", RiskConfidence.MEDIUM),
        ("VEN-13 USE-11 DAT-01", RiskConfidence.MEDIUM),
        ("VEN-13 USE-11 DAT-01 ACC-09", RiskConfidence.LOW),
    ],
)
def test_a_tenth_unknown_is_still_sure_and_three_tenths_are_not_yet_unsure(
    unknown: str, confidence: RiskConfidence
) -> None:
    snapshot = specified_review("ferrowick")
    for question in unknown.split():
        snapshot = with_answers_to(snapshot, question, answer(question, None))

    risk = assess(snapshot).risk("PG-9")

    assert (risk.inputs, risk.unknown_inputs) == (10, len(unknown.split()))
    assert risk.confidence is confidence
