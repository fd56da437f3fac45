"""Rules that the specified reviews do not reach, shown on small reviews."""

from dataclasses import replace
from datetime import date

import pytest

from app.assessment import Review, assess, effective_answers
from app.assessment.control_scores import category_rules_score, gate_score
from app.assessment.draft import same_base
from app.assessment.scope import access_by
from models.pack import QuestionKind
from models.risk import Band, ImpactBase
from models.snapshot import Snapshot
from models.values import (
    AnswerState,
    Approval,
    ApprovalGate,
    BannedPracticeScreen,
    Capability,
    DataCategory,
    DataForm,
    Environment,
    EvidenceGrade,
    GateChecks,
    LevelOverride,
    Mode,
    ProcessingRegion,
    RegisterName,
    Retention,
    Role,
    SubProcessors,
    TermsType,
    Timing,
    ToolStatus,
    TrainingOnInputs,
    Tri,
    Unknown,
    UseCaseLevel,
    UseCaseStatus,
    Value,
    YesPartlyNo,
)
from tests.app.assessment.small_review import answer, ids, sandbox_grant
from tests.changes import with_answers_to, with_fields

R = RegisterName


def test_retired_tools_and_stopped_use_cases_leave_nothing_behind(small: Snapshot) -> None:
    live = with_fields(small, R.ACCESS_GRANTS, "A1", environment=Environment.LIVE)
    assert {"EX-T1", "VT-V1"} <= ids(live)

    retired = with_fields(live, R.AI_TOOLS, "T1", status=ToolStatus.RETIRED)
    assessed = assess(with_fields(retired, R.USE_CASES, "U1", status=UseCaseStatus.STOPPED))

    assert {risk.template.value for risk in assessed.risks} == {"PG"}
    assert (assessed.outcomes.where_used.tools, assessed.use_cases) == (0, ())
    assert assessed.vendors[0].required_level == 0
    assert assessed.outcomes.most_exposed.systems == ()


def test_a_use_case_is_not_judged_by_a_retired_tool(small: Snapshot) -> None:
    live = with_fields(small, R.ACCESS_GRANTS, "A1", environment=Environment.BOTH)
    retired = with_fields(live, R.AI_TOOLS, "T1", status=ToolStatus.RETIRED)

    assert Review(live).levels["U1"].rule.id == "H6"
    assert Review(retired).levels["U1"].rule.id == "M0"
    assert Review(retired).levels["U1"].level is UseCaseLevel.MEDIUM


def test_of_several_answers_the_lowest_counts_with_the_strongest_evidence(small: Snapshot) -> None:
    snapshot = with_answers_to(
        small,
        "LOG-02",
        answer("LOG-02", 4, EvidenceGrade.DEMONSTRATED),
        answer("LOG-02", 3, respondent="P1"),
    )

    effective = effective_answers(snapshot)["LOG-02"]

    assert (effective.points, effective.evidence) == (3, EvidenceGrade.DEMONSTRATED)
    assert assess(snapshot).completeness.disagreements == ("LOG-02",)


def test_an_answer_prevails_over_not_knowing(small: Snapshot) -> None:
    snapshot = with_answers_to(
        small,
        "OVR-10",
        answer("OVR-10", YesPartlyNo.PARTLY),
        answer("OVR-10", None, respondent="P1"),
    )

    assert effective_answers(snapshot)["OVR-10"].points == 2


def test_not_knowing_prevails_over_not_applicable(small: Snapshot) -> None:
    snapshot = with_answers_to(
        small,
        "LOG-02",
        answer("LOG-02", None, state=AnswerState.NOT_APPLICABLE),
        answer("LOG-02", None, respondent="P1", evidence=EvidenceGrade.DOCUMENT),
    )

    effective = effective_answers(snapshot)["LOG-02"]

    assert (effective.state, effective.evidence) == (AnswerState.UNKNOWN, EvidenceGrade.DOCUMENT)
    assert effective.score is not None
    assert effective.score.unknown


def test_a_high_answer_without_evidence_is_held_at_two(small: Snapshot) -> None:
    effective = effective_answers(with_answers_to(small, "LOG-02", answer("LOG-02", 4)))["LOG-02"]

    assert effective.score is not None
    assert (effective.score.headline, effective.score.best, effective.score.capped) == (2, 4, True)


def test_express_mode_leaves_out_questions_until_somebody_answers_them(small: Snapshot) -> None:
    express = replace(small, engagement=replace(small.engagement, mode=Mode.EXPRESS))
    left_out = assess(express)
    assert "PG-8" in left_out.not_examined
    assert "PG-8" not in left_out.risks_by_id
    assert left_out.completeness.out_of_mode == 61 - sum(
        question.express for question in small.pack.answered_questions
    )

    answered = assess(with_answers_to(express, "UCR-10", answer("UCR-10", 1)))

    assert "PG-8" in answered.risks_by_id
    assert "PG-8" not in answered.not_examined


def test_a_key_control_that_is_left_out_limits_nothing(small: Snapshot) -> None:
    snapshot = small
    for control in ("USE-11", "DAT-07", "DAT-06", "ACC-08", "LOG-09"):
        question = snapshot.pack.question(control)
        value: Value = 4 if question.kind is QuestionKind.MATURITY else YesPartlyNo.YES
        snapshot = with_answers_to(snapshot, control, answer(control, value, EvidenceGrade.DOCUMENT))
    weak = with_answers_to(snapshot, "DAT-07", answer("DAT-07", None))
    without = with_answers_to(snapshot, "DAT-07", answer("DAT-07", None, state=AnswerState.NOT_APPLICABLE))

    assert assess(weak).risk("PG-3").preventive.steps <= 1
    assert assess(without).risk("PG-3").key_control == "DAT-07"
    assert "DAT-07" not in {control.control for control in assess(without).risk("PG-3").controls}
    assert assess(without).risk("PG-3").preventive.steps == 2


def test_a_gate_after_the_effect_prevents_nothing() -> None:
    checks = GateChecks(named_approver=Tri.YES, written_checklist=Tri.YES, decision_kept=Tri.YES)
    before = gate_score(ApprovalGate(id="G1", name="Gate", timing=Timing.BEFORE, checks=checks))
    after = gate_score(ApprovalGate(id="G1", name="Gate", timing=Timing.AFTER, checks=checks))
    unknown = gate_score(ApprovalGate(id="G1", name="Gate", checks=checks))

    assert (before.headline, before.best, before.unknown) == (1, 4, True)
    assert (after.headline, after.best, after.unknown) == (0, 0, False)
    assert (unknown.headline, unknown.best, unknown.unknown) == (0, 4, True)


def test_the_category_with_the_fewest_rules_counts() -> None:
    def category(rules: int | Unknown | None) -> DataCategory:
        return DataCategory(id="C1", name="c", sensitivity=3, handling_rules_set=rules)

    known = category_rules_score([category(7), category(4)])
    partly_known = category_rules_score([category(5), category(Unknown.UNKNOWN)])
    unknown = category_rules_score([category(None)])

    assert (known.headline, known.best, known.unknown) == (2, 2, False)
    assert (partly_known.headline, partly_known.best, partly_known.unknown) == (0, 2, True)
    assert (unknown.headline, unknown.best, unknown.unknown) == (0, 4, True)


@pytest.mark.parametrize(
    ("form", "adjusted"),
    [(DataForm.RAW, 4), (DataForm.PSEUDONYMISED, 3), (DataForm.AGGREGATED, 3), (DataForm.ANONYMISED, 2)],
)
def test_the_form_of_the_data_takes_off_sensitivity(small: Snapshot, form: DataForm, adjusted: int) -> None:
    access = access_by(replace(sandbox_grant(), form=form), small.data_categories)

    assert (access.own_sensitivity, access.sensitivity, access.can_act) == (4, adjusted, False)


def test_a_general_approval_does_not_cover_sensitive_data(small: Snapshot) -> None:
    reading = with_fields(small, R.ACCESS_GRANTS, "A1", capabilities=(Capability.SEE,))
    general = with_fields(reading, R.AI_TOOLS, "T1", approval=Approval.APPROVED_GENERAL)

    risk = assess(general).risk("DA-T1")

    assert risk.drivers[1].state is Tri.YES
    assert risk.title == "Sample Tool can reach customer data"


@pytest.mark.parametrize(
    ("vendor", "own", "state"),
    [
        ("V1", None, Tri.YES),
        ("V1", TrainingOnInputs.EXCLUDED_POLICY, Tri.NO),
        ("none", None, Tri.NO),
        ("none", TrainingOnInputs.ALLOWED, Tri.YES),
        ("unknown", None, Tri.UNKNOWN),
        (None, None, Tri.UNKNOWN),
    ],
)
def test_a_tool_has_its_vendors_training_unless_it_says_otherwise(
    small: Snapshot, vendor: str | None, own: TrainingOnInputs | None, state: Tri
) -> None:
    snapshot = with_fields(small, R.VENDORS, "V1", training_on_inputs=TrainingOnInputs.ALLOWED)
    snapshot = with_fields(snapshot, R.ACCESS_GRANTS, "A1", capabilities=(Capability.SEE,))
    snapshot = with_fields(snapshot, R.AI_TOOLS, "T1", vendor=vendor, training_on_inputs=own)

    assert assess(snapshot).risk("DA-T1").drivers[3].state is state


def test_an_unknown_decision_is_bad_as_shown_and_mild_at_best(small: Snapshot) -> None:
    risk = assess(small).risk("DE-U1")

    assert risk.title == "Sample Use: AI shapes an unknown decision with no effective check before effect"
    assert risk.impact_base == ImpactBase(5, 2)
    assert same_base(3) == ImpactBase(3, 3)


def test_a_vendor_of_unknown_level_and_scope_is_unknown(small: Snapshot) -> None:
    snapshot = with_fields(small, R.VENDORS, "V1", approval=None)

    assessed = assess(snapshot)

    assert assessed.vendors[0].gap is Unknown.UNKNOWN
    assert assessed.vendors[0].mismatch.value == "Unknown"
    assert assessed.risk("VS-V1").title == (
        "Sample Vendor: approved for an unknown scope, deployed for named systems and personal data"
    )
    assert assessed.outcomes.integrations[0].reasons == ("basis", "identity", "scope", "vendor_gap")


def test_without_agencies_there_is_no_agency_risk(small: Snapshot) -> None:
    unknown = replace(small, engagement=replace(small.engagement, agencies_used=None))

    assert "PG-9" not in ids(small)
    assert "PG-9" in ids(unknown)


# Two places where property 3 of the text does not hold: the base of programme risks looks at which other
# risks exist, and two facts that can be unknown decide that without being among the text's exceptions.


def test_hole_closed_vendor_terms_take_programme_risks_below_their_best(small: Snapshot) -> None:
    snapshot = with_fields(small, R.USE_CASES, "U1", status=UseCaseStatus.STOPPED)
    closed = with_fields(
        snapshot,
        R.VENDORS,
        "V1",
        training_on_inputs=TrainingOnInputs.EXCLUDED_CHECKED,
        retention=Retention.SHORT,
        processing_region=ProcessingRegion.IN,
        sub_processors=SubProcessors.LISTED,
        terms_type=TermsType.ENTERPRISE,
    )

    before, after = assess(snapshot), assess(closed)

    assert before.risk("VT-V1").inherent.impact == 5
    assert "VT-V1" not in after.risks_by_id
    assert before.risk("PG-1").impact_base == ImpactBase(3, 3)
    assert after.risk("PG-1").impact_base == ImpactBase(2, 2)


def test_hole_a_banned_practice_found_out_takes_programme_risks_above_their_worst(
    small: Snapshot,
) -> None:
    harmless = with_fields(small, R.ACCESS_GRANTS, "A1", form=DataForm.ANONYMISED)
    override = LevelOverride(
        level=UseCaseLevel.LOW, reason="Tried.", approver="CMO", expires_on=date(2030, 1, 1)
    )
    snapshot = with_fields(harmless, R.USE_CASES, "U1", override=override, role=Role.CREATE)
    banned = with_fields(snapshot, R.USE_CASES, "U1", banned_practice_screen=BannedPracticeScreen.POSSIBLE)

    before, after = assess(snapshot), assess(banned)

    assert "DE-U1" not in before.risks_by_id
    assert after.risk("DE-U1").inherent.impact == 5
    assert before.risk("PG-1").worst.impact == 2
    assert after.risk("PG-1").worst.impact == 3
    assert after.risk("PG-1").worst.band is Band.LOW
