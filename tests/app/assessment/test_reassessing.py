"""Looking at a part gives what looking at the whole gives."""

from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from app.assessment import assessed_risks
from app.assessment.close_up import risk_again
from app.assessment.reassessing import Reassessment
from models.risk import Template
from models.snapshot import Snapshot
from models.values import RegisterName, ToolStatus
from tests.changes import with_fields
from tests.sandboxes import supposed_by_chance
from tests.specified import NAMES, specified_review
from tests.strategies import snapshots
from tests.unknowns import facts_that_may_be_unknown

MANY = settings(max_examples=150, derandomize=True)
pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")


@pytest.mark.parametrize("name", NAMES)
def test_every_risk_about_a_subject_can_be_had_alone(name: str) -> None:
    snapshot = specified_review(name)

    for risk in assessed_risks(snapshot):
        if risk.template is not Template.PG:
            assert risk_again(snapshot, risk) == risk


@MANY
@given(snapshots(), st.randoms(use_true_random=False))
def test_a_risk_alone_is_the_risk_of_the_whole(snapshot: Snapshot, chance: Random) -> None:
    after = supposed_by_chance(snapshot, chance).result
    whole = {risk.id: risk for risk in assessed_risks(after)}
    for risk in assessed_risks(snapshot):
        if risk.template is not Template.PG:
            assert risk_again(after, risk) == whole.get(risk.id)


@MANY
@given(snapshots(), st.randoms(use_true_random=False))
def test_what_an_entry_changes_is_what_two_assessments_differ_in(snapshot: Snapshot, chance: Random) -> None:
    facts = list(facts_that_may_be_unknown(snapshot))
    assume(facts)
    register, key, field, values = chance.choice(facts)
    check(snapshot, with_fields(snapshot, register, key, **{field: chance.choice(values)}), register, key)


@MANY
@given(snapshots(), st.randoms(use_true_random=False))
def test_the_same_holds_for_whatever_can_be_supposed(snapshot: Snapshot, chance: Random) -> None:
    sandbox = supposed_by_chance(snapshot, chance, most=1)
    assume(sandbox.supposed)
    (change,) = sandbox.edit.changes[:1]
    assume(len(sandbox.edit.changes) == 1)

    check(snapshot, sandbox.result, change.register, change.key)


def test_a_retired_tool_takes_its_risks_along() -> None:
    snapshot = specified_review("ferrowick")
    retired = with_fields(snapshot, RegisterName.AI_TOOLS, "T03", status=ToolStatus.RETIRED)

    check(snapshot, retired, RegisterName.AI_TOOLS, "T03")


def check(before: Snapshot, after: Snapshot, register: RegisterName, key: str) -> None:
    entry = after.entry(register, key)
    assert entry is not None
    then, now = ({risk.id: risk for risk in assessed_risks(state)} for state in (before, after))

    found = Reassessment(before).after(register, entry)

    assert found == {risk: now.get(risk) for risk in {**then, **now} if now.get(risk) != then.get(risk)}
