"""What to ask next is ranked by what asking could really change."""

import time
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.ask_next import Ask, ask_next, values_of
from app.ask_words import ask_line, asked_words, could_move
from app.assessment import assess, assessed_risks
from app.assessment.places import FieldPlace, QuestionPlace
from app.edits import set_field
from app.what_if import Sandbox, Supposed, value_of_points
from models.risk import Band
from models.snapshot import Snapshot
from models.values import Answer, AnswerState, EvidenceGrade, RegisterName
from tests.changes import applied, shuffled, with_answers_to
from tests.specified import NAMES, specified_review
from tests.strategies import snapshots

ALL = 10_000
pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")
FEW = settings(max_examples=30, derandomize=True)


def asked(snapshot: Snapshot, most: int = ALL) -> tuple[Ask, ...]:
    return ask_next(snapshot, assess(snapshot), most)


def ranks(snapshot: Snapshot) -> dict[str, int]:
    return {risk.id: risk.residual.band.rank for risk in assessed_risks(snapshot)}


def swing_by_hand(snapshot: Snapshot, ask: Ask) -> dict[str, int]:
    """The swing of each risk that moves, from whole assessments of the review with each outcome recorded."""
    outcomes = [ranks(state) for state in states_after(snapshot, ask)]
    every = {risk for outcome in outcomes for risk in outcome}
    swings = {
        risk: max(each.get(risk, 0) for each in outcomes) - min(each.get(risk, 0) for each in outcomes)
        for risk in every
    }
    return {risk: swing for risk, swing in swings.items() if swing}


def states_after(snapshot: Snapshot, ask: Ask) -> list[Snapshot]:
    place = ask.place
    if isinstance(place, FieldPlace):
        return [
            applied(snapshot, set_field(snapshot, place.register, place.key, place.path, value))
            for value in values_of(snapshot, place)
        ]
    question = snapshot.pack.question(place.question)
    proven = EvidenceGrade.DEMONSTRATED
    if ask.reason == "unknown":
        both = (Supposed(place, value_of_points(question, points), proven) for points in (0, 4))
        return [Sandbox(snapshot).supposing(each).result for each in both]
    given = snapshot.answers_by_question[place.question]
    shown = [answer.with_values(evidence=proven) for answer in given if answer.state is AnswerState.VALUE]
    others = [answer for answer in given if answer.state is not AnswerState.VALUE]
    return [snapshot, with_answers_to(snapshot, place.question, *shown, *others)]


@pytest.mark.parametrize("name", NAMES)
def test_every_swing_is_what_two_assessments_show(name: str) -> None:
    snapshot = specified_review(name)

    for ask in asked(snapshot):
        by_hand = swing_by_hand(snapshot, ask)
        assert ask.swing == sum(by_hand.values()) > 0, ask.place
        assert set(ask.risks) == set(by_hand), ask.place


@FEW
@given(snapshots(), st.randoms(use_true_random=False))
def test_the_same_holds_for_any_review(snapshot: Snapshot, chance: Random) -> None:
    found = asked(snapshot)
    for ask in chance.sample(found, min(len(found), 12)):
        by_hand = swing_by_hand(snapshot, ask)
        assert ask.swing == sum(by_hand.values()), ask.place
        assert set(ask.risks) == set(by_hand), ask.place


@FEW
@given(snapshots(), st.integers(1, 6), st.integers(0, 2**32))
def test_a_short_list_is_the_beginning_of_the_long_one_in_any_order_of_entries(
    snapshot: Snapshot, most: int, seed: int
) -> None:
    long = asked(snapshot)

    assert [ask.swing for ask in asked(snapshot, most)] == [ask.swing for ask in long[:most]]
    assert asked(shuffled(snapshot, Random(seed))) == long


def test_nothing_open_is_left_out() -> None:
    snapshot = specified_review("ferrowick")

    found = {ask.place.link for ask in asked(snapshot)}

    for place in (
        QuestionPlace("ACC-11"),
        FieldPlace(RegisterName.AI_TOOLS, "T03", "reads_outside_text"),
        FieldPlace(RegisterName.ACCESS_GRANTS, "A03-1", "undo"),
        FieldPlace(RegisterName.VENDORS, "V9", "training_on_inputs"),
    ):
        assert place.link in found


def test_the_first_lines_of_the_sample_say_what_they_could_move() -> None:
    snapshot = specified_review("ferrowick")

    first, second, third = asked(snapshot)[:3]

    assert [ask.swing for ask in (first, second, third)] == [2, 2, 2]
    assert first.place.link == "entry:vendors/V4/training_on_inputs"
    assert ask_line(snapshot, first).words == "Kestrel: training on inputs?"
    assert could_move(first) == "could move 2 risks, up to Critical → High"
    assert (first.high, first.low) == (Band.CRITICAL, Band.HIGH)
    assert ask_line(snapshot, third).words.startswith("ACC-11  Which AI reads text written by outsiders")
    assert ask_line(snapshot, third).place == "question:ACC-11"


def test_an_answer_without_evidence_is_asked_for_only_where_evidence_could_move_a_band() -> None:
    snapshot = specified_review("ferrowick")
    bold = Answer(question="LOG-05", state=AnswerState.VALUE, value=4, evidence=EvidenceGrade.NONE)
    capped = with_answers_to(snapshot, "LOG-05", bold)

    (ask,) = [each for each in asked(capped) if each.place == QuestionPlace("LOG-05")]
    proven = with_answers_to(snapshot, "LOG-05", bold.with_values(evidence=EvidenceGrade.DEMONSTRATED))

    assert ask.reason == "unevidenced"
    assert ask_line(capped, ask).marks[0] == "no evidence yet"
    assert QuestionPlace("LOG-05") not in [each.place for each in asked(proven)]


def test_a_review_in_which_all_is_known_asks_for_nothing() -> None:
    assert asked(specified_review("tiny_one_tool")) == () or all(
        ask.swing for ask in asked(specified_review("tiny_one_tool"))
    )
    assert asked_words(0, is_filtered=False) == (
        "Nothing that is open could move a band. What is known decides the map."
    )


def test_a_cancelled_search_ends_at_once_and_progress_is_told() -> None:
    snapshot = specified_review("tiny_unknowns")
    shares: list[float] = []

    nothing = ask_next(snapshot, assess(snapshot), cancelled=lambda: True)
    ask_next(snapshot, assess(snapshot), on_progress=shares.append)

    assert nothing == ()
    assert shares == sorted(shares)
    assert 0 <= shares[0] <= shares[-1] < 1


def test_the_sample_is_ranked_within_a_blink() -> None:
    snapshot = specified_review("ferrowick")
    assessment = assess(snapshot)
    times = []

    for _round in range(5):
        began = time.process_time()
        ask_next(snapshot, assessment)
        times.append(time.process_time() - began)

    assert sorted(times)[2] < 0.3
