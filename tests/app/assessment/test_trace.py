"""Every risk can be followed to where it is answered, and back."""

from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from app.assessment import assess
from app.assessment.readers import LEVEL_FACTS
from app.assessment.trace import FieldPlace, InputRole, QuestionPlace, Trace, sources_of
from models.pack import QuestionKind
from models.risk import Risk, Template
from models.snapshot import Snapshot
from models.values import Answer, AnswerState, EvidenceGrade, RegisterName, YesPartlyNo
from tests.changes import with_answers_to, with_fields
from tests.specified import specified_review
from tests.strategies import snapshots
from tests.unknowns import facts_that_may_be_unknown

MANY = settings(max_examples=300, derandomize=True)
pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")

# What a use case's level moves beside its own risks; the trace shows the level, not the facts behind it.
BY_LEVEL = {"three_or_more_high_use_cases", "trace_share"}


def test_the_inputs_of_the_beta_agent_are_found_where_they_were_typed() -> None:
    snapshot = specified_review("ferrowick")
    risk = assess(snapshot).risk("EX-T03")
    grant = next(grant.id for grant in snapshot.access_grants.values() if grant.tool == "T03")

    sources = {source.name: source for source in sources_of(snapshot, risk)}

    assert list(sources)[:7] == [
        "borrowed_or_broad_identity",
        "acts_unattended",
        "no_test_step",
        "outside_text_uncontained",
        "heavy_use",
        "impact_base",
        "hard_to_undo_at_scale",
    ]
    assert sources["borrowed_or_broad_identity"].places == (
        FieldPlace(RegisterName.ACCESS_GRANTS, grant, "identity"),
        FieldPlace(RegisterName.ACCESS_GRANTS, grant, "scope"),
    )
    assert sources["outside_text_uncontained"].places == (
        FieldPlace(RegisterName.AI_TOOLS, "T03", "reads_outside_text"),
        QuestionPlace("ACC-11"),
    )
    assert sources["gate"].role is InputRole.PREVENTIVE
    assert sources["gate"].places == (
        FieldPlace(RegisterName.APPROVAL_GATES, "G5", "timing"),
        FieldPlace(RegisterName.APPROVAL_GATES, "G5", "checks"),
        FieldPlace(RegisterName.AI_TOOLS, "T03", "gate"),
    )
    assert sources["ACC-10"].places == (QuestionPlace("ACC-10"),)


def test_an_answer_and_an_entry_lead_to_the_risks_that_they_move() -> None:
    snapshot = specified_review("ferrowick")
    assessment = assess(snapshot)
    trace = Trace(snapshot, assessment)

    by_answer = {risk.id for risk in trace.risks_moved_by("ACC-11")}
    by_gate = {risk.id for risk in trace.risks_moved_by("G5")}

    assert by_answer == {risk.id for risk in assessment.risks if risk.template is Template.EX}
    assert {"EX-T03", "BC-U04", "PG-7"} <= by_gate
    assert trace.risks_moved_by("nothing of this id") == ()


@MANY
@given(snapshots(), st.randoms(use_true_random=False))
def test_a_fact_moves_no_risk_that_does_not_lead_to_it(snapshot: Snapshot, chance: Random) -> None:
    facts = list(facts_that_may_be_unknown(snapshot))
    assume(facts)
    register, key, field, values = chance.choice(facts)
    changed = with_fields(snapshot, register, key, **{field: chance.choice(values)})

    before, after = assess(snapshot), assess(changed)

    trace = Trace(snapshot, before)
    for risk in before.risks:
        if risk.id not in after.risks_by_id:
            continue
        for name in moved_inputs(risk, after.risk(risk.id)):
            if name in BY_LEVEL and field in LEVEL_FACTS:
                continue
            places = next(source.places for source in trace.sources[risk.id] if source.name == name)
            assert FieldPlace(register, key, field) in places, (risk.id, name, register, field)


@MANY
@given(snapshots(), st.randoms(use_true_random=False))
def test_an_answer_moves_no_risk_that_does_not_lead_to_it(snapshot: Snapshot, chance: Random) -> None:
    question = chance.choice(snapshot.pack.answered_questions)
    assume(question.kind is not QuestionKind.MULTI_CHOICE)
    level = question.kind is QuestionKind.MATURITY
    answer = Answer(
        question=question.id,
        state=AnswerState.VALUE,
        value=chance.randint(0, 4) if level else chance.choice(list(YesPartlyNo)),
        evidence=chance.choice(list(EvidenceGrade)),
    )

    before = assess(snapshot)
    after = assess(with_answers_to(snapshot, question.id, answer))

    shown = Trace(snapshot, before).risks_moved_by(question.id)
    for risk in before.risks:
        if any(moved_inputs(risk, after.risk(risk.id))):
            assert risk in shown, risk.id


def moved_inputs(then: Risk, now: Risk) -> Iterator[str]:
    """The inputs that are no longer the same. The base of PG and VS comes out of other risks."""
    for before, after in zip(
        (*then.drivers, *then.impact_modifiers), (*now.drivers, *now.impact_modifiers), strict=True
    ):
        if before.state is not after.state:
            yield before.name
    if then.impact_base != now.impact_base and then.template is not Template.PG:
        yield "impact_base"
    scores = {control.control: control for control in now.controls}
    for control in then.controls:
        if scores.get(control.control) != control:
            yield control.control
