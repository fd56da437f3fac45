"""The worked examples of the risk model can be followed step by step (rm-1, 11)."""

import pytest

from app.assessment import assess
from app.assessment.control_scores import GATE_CHECKS
from models.assessment import Assessment
from models.risk import Band, Rating, Risk, RiskConfidence
from models.scores import Mismatch
from models.values import (
    Answer,
    AnswerState,
    EvidenceGrade,
    GateChecks,
    Reading,
    RegisterName,
    StopRule,
    Tri,
)

# Under its own name pytest would take it for a class of tests.
from models.values import Tested as Rehearsed
from tests.changes import with_answer, with_fields
from tests.specified import specified_review

YES, NO, UNKNOWN = Tri.YES, Tri.NO, Tri.UNKNOWN


@pytest.fixture(scope="module")
def ferrowick() -> Assessment:
    return assess(specified_review("ferrowick"))


def states(risk: Risk) -> list[Tri]:
    return [driver.state for driver in risk.drivers]


def test_example_a_the_beta_agent(ferrowick: Assessment) -> None:
    risk = ferrowick.risk("EX-T03")

    assert risk.title == (
        "Engage Campaign Agent (beta) can change or trigger live Tidewell Engage data "
        "without an effective approval gate"
    )
    assert states(risk) == [YES, NO, YES, UNKNOWN, YES]
    assert (risk.known_drivers, risk.unknown_drivers) == (3, 1)
    assert risk.inherent == Rating(5, 5, Band.CRITICAL)
    assert (risk.impact_base.headline, risk.impact_modifiers[0].state) == (4, UNKNOWN)
    assert (risk.preventive.num, risk.preventive.den, risk.preventive.steps) == (9, 36, 1)
    assert (risk.recovery.num, risk.recovery.den, risk.recovery.steps) == (7, 32, 0)
    assert risk.residual == Rating(4, 5, Band.CRITICAL)
    assert risk.best == Rating(3, 4, Band.HIGH)
    assert risk.worst == Rating(4, 5, Band.CRITICAL)
    assert (risk.unknown_inputs, risk.inputs, risk.confidence) == (3, 15, RiskConfidence.MEDIUM)


def test_example_b_the_free_accounts(ferrowick: Assessment) -> None:
    risk = ferrowick.risk("DA-T11")

    assert risk.title == (
        "Unapproved: Quillmate free accounts can reach customer contact and relationship data, "
        "opportunity data and 2 more"
    )
    assert states(risk) == [YES, YES, YES, UNKNOWN, YES]
    assert risk.inherent == Rating(5, 4, Band.CRITICAL)
    assert (risk.preventive.num, risk.preventive.den, risk.preventive.steps) == (20, 52, 1)
    assert (risk.key_control, risk.recovery.num, risk.recovery.den) == ("DAT-01", 11, 24)
    assert (risk.best.band, risk.residual, risk.worst.band) == (
        Band.HIGH,
        Rating(4, 4, Band.HIGH),
        Band.HIGH,
    )
    assert risk.stop_rules == (StopRule.SR2,)


def test_example_c_the_chat_vendor(ferrowick: Assessment) -> None:
    risk = ferrowick.risk("VS-V6")
    vendor = next(vendor for vendor in ferrowick.vendors if vendor.id == "V6")

    assert (vendor.approved_level, vendor.required_level, vendor.gap) == (2, 4, 2)
    assert vendor.missing.capabilities == ("store", "trigger")
    assert vendor.missing.data_categories == ("C06", "C12")
    assert vendor.mismatch is Mismatch.SEVERE
    assert states(risk) == [YES, YES, YES, NO, YES]
    assert risk.inherent == Rating(5, 4, Band.CRITICAL)
    assert (risk.preventive.num, risk.preventive.den, risk.preventive.steps) == (11, 32, 1)
    assert (risk.recovery.num, risk.recovery.den, risk.recovery.steps) == (7, 16, 0)
    assert (risk.residual, risk.stop_rules) == (Rating(4, 4, Band.HIGH), (StopRule.SR5,))


def test_example_d_finding_out_and_fixing_takes_the_beta_agent_down_two_bands() -> None:
    snapshot = specified_review("ferrowick")
    grant = next(grant for grant in snapshot.access_grants.values() if grant.tool == "T03")
    gate = snapshot.approval_gates["G5"]
    checks = gate.checks or GateChecks()
    missing = [name for name in GATE_CHECKS if getattr(checks, name) is not YES]
    better = GateChecks.read({**checks.write(), **dict.fromkeys(missing[:3], "yes")}, Reading())

    snapshot = with_fields(snapshot, RegisterName.AI_TOOLS, "T03", reads_outside_text=NO)
    snapshot = with_fields(snapshot, RegisterName.AI_TOOLS, "T03", rollback=Rehearsed.DOCUMENTED)
    snapshot = with_fields(snapshot, RegisterName.ACCESS_GRANTS, grant.id, undo=YES)
    snapshot = with_fields(snapshot, RegisterName.APPROVAL_GATES, "G5", checks=better)
    snapshot = with_answer(
        snapshot,
        Answer(
            question="ACC-10",
            state=AnswerState.VALUE,
            value=3,
            evidence=EvidenceGrade.DEMONSTRATED,
        ),
    )
    risk = assess(snapshot).risk("EX-T03")

    assert (risk.known_drivers, risk.unknown_drivers) == (3, 0)
    assert (risk.inherent.likelihood, risk.inherent.impact) == (4, 4)
    assert (risk.preventive.num, risk.preventive.den, risk.preventive.steps) == (19, 36, 2)
    assert (risk.recovery.num, risk.recovery.den, risk.recovery.steps) == (13, 32, 0)
    assert risk.residual == Rating(2, 4, Band.MODERATE)
