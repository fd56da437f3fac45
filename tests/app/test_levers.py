"""Every input of a risk is a lever with the values that could really be recorded there."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.assessment import assess, assessed_risks
from app.assessment.places import FieldPlace, QuestionPlace
from app.assessment.trace import InputRole
from app.levers import Lever, levers_of, question_of, value_words
from app.what_if import Supposed, fits
from models.snapshot import Snapshot
from models.values import EvidenceGrade, RegisterName, Unknown
from tests.sandboxes import all_choices
from tests.specified import specified_review
from tests.strategies import snapshots

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")


def levers_by_link(risk: str) -> dict[str, Lever]:
    snapshot = specified_review("ferrowick")
    return {lever.place.link: lever for lever in levers_of(snapshot, assess(snapshot).risk(risk)).levers}


def test_the_inputs_of_the_beta_agent_can_be_pulled() -> None:
    levers = levers_by_link("EX-T03")

    reads = levers["entry:ai_tools/T03/reads_outside_text"]
    assert reads.about == "Engage Campaign Agent (beta)"
    assert [option.words for option in reads.options] == ["Yes", "No", "Don't know"]
    assert reads.is_unknown
    assert levers["entry:access_grants/A03-1/undo"].about == "Engage Campaign Agent (beta) on Tidewell Engage"
    assert sum(link.startswith("entry:approval_gates/G5/checks.") for link in levers) == 9
    answer = levers["question:ACC-10"]
    assert [option.words for option in answer.options] == ["0", "1", "2", "3", "4", "Don't know"]
    assert answer.options[3].help == specified_review("ferrowick").pack.question("ACC-10").levels[3]
    assert answer.recorded == "level 1, no evidence"


def test_large_counts_are_offered_where_the_model_turns_on_them() -> None:
    lever = levers_by_link("EX-T03")["entry:access_grants/A03-1/people_reachable"]

    assert [option.words for option in lever.options] == [
        "Fewer than 100,000",
        "100,000 or more",
        "Don't know",
    ]
    assert [option.value for option in lever.options] == [99_999, 412_000, Unknown.UNKNOWN]
    assert value_words(specified_review("ferrowick"), lever.present) == "100,000 or more"


def test_of_an_input_with_many_entries_a_few_are_shown_and_the_rest_counted() -> None:
    snapshot = specified_review("ferrowick")

    found = levers_of(snapshot, assess(snapshot).risk("PG-2"))

    owners = [
        lever for lever in found.levers if isinstance(lever.place, FieldPlace) and lever.place.path == "owner"
    ]
    assert len(owners) == 4
    assert found.left_out > 0


def test_each_place_is_one_lever_that_knows_all_it_feeds() -> None:
    lever = levers_by_link("VS-V6")["entry:vendors/V6/approval.level"]

    assert lever.inputs == (
        "two_levels_short",
        "live_actions_outside_approval",
        "sensitive_data_outside_approval",
    )
    assert lever.role is InputRole.DRIVER


@pytest.mark.parametrize(
    ("place", "inputs", "question"),
    [
        (QuestionPlace("ACC-10"), (), "ACC-10"),
        (FieldPlace(RegisterName.APPROVAL_GATES, "G5", "timing"), ("gate",), "OVR-02"),
        (FieldPlace(RegisterName.AI_TOOLS, "T03", "approval"), (), "USE-05"),
        (FieldPlace(RegisterName.AI_TOOLS, "T03", "autonomy"), ("acts_unattended",), ""),
    ],
)
def test_a_place_knows_the_question_behind_it(
    place: FieldPlace | QuestionPlace, inputs: tuple[str, ...], question: str
) -> None:
    assert question_of(place, inputs) == question


def test_an_answer_is_said_with_its_evidence() -> None:
    snapshot = specified_review("ferrowick")
    place = QuestionPlace("ACC-10")

    said = value_words(snapshot, Supposed(place, 3, EvidenceGrade.DEMONSTRATED))

    assert said == "level 3, demonstrated"
    assert value_words(snapshot, Supposed(place, None, EvidenceGrade.NONE)) == "not known"


@settings(max_examples=60, derandomize=True)
@given(snapshots(), st.randoms(use_true_random=False))
def test_whatever_can_be_chosen_could_be_recorded(snapshot: Snapshot, chance: Random) -> None:
    for risk in chance.sample(assessed_risks(snapshot), 3):
        for lever in levers_of(snapshot, risk).levers:
            assert len({option.words for option in lever.options}) == len(lever.options)
            for choice in all_choices(lever):
                assert fits(snapshot, choice) or choice.value == lever.present.value, choice
