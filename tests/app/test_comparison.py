"""What is new, better, worse and gone between two reviews."""

from dataclasses import replace

import pytest

from app.assessment import assess
from app.comparison import Movement, comparison, movement
from models.risk import Band, Rating
from models.values import Answer, AnswerState, EvidenceGrade, RegisterName
from tests.changes import with_answer, with_fields, with_register
from tests.specified import specified_review


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (Rating(4, 5, Band.CRITICAL), Rating(4, 4, Band.HIGH), Movement.BETTER),
        (Rating(3, 3, Band.MODERATE), Rating(3, 4, Band.HIGH), Movement.WORSE),
        (Rating(5, 3, Band.HIGH), Rating(4, 3, Band.HIGH), Movement.BETTER),
        (Rating(4, 3, Band.HIGH), Rating(5, 3, Band.HIGH), Movement.WORSE),
        (Rating(4, 3, Band.HIGH), Rating(4, 3, Band.HIGH), Movement.SAME),
    ],
)
def test_the_band_counts_first_then_likelihood_and_impact(
    before: Rating, after: Rating, expected: Movement
) -> None:
    assert movement(before, after) is expected


def test_a_review_compared_with_itself_has_no_change() -> None:
    snapshot = specified_review("ferrowick")
    both = (snapshot, assess(snapshot))

    found = comparison(both, both)

    assert found.risks == ()
    assert found.unchanged == len(both[1].risks)
    assert found.registers == ()
    assert found.questions == ()


def test_what_came_and_went_is_found_in_both_directions() -> None:
    before = specified_review("ferrowick")
    fewer = {key: grant for key, grant in before.access_grants.items() if grant.tool != "T08"}
    after = with_register(before, RegisterName.ACCESS_GRANTS, fewer)
    old, new = (before, assess(before)), (after, assess(after))

    gone = [change.id for change in comparison(old, new).moved(Movement.GONE)]
    came = [change.id for change in comparison(new, old).moved(Movement.NEW)]

    assert "EX-T08" in gone
    assert sorted(gone) == sorted(came)
    (register,) = comparison(old, new).registers
    assert (register.register, register.removed) == (RegisterName.ACCESS_GRANTS, ("A08-1",))


def test_a_better_answer_makes_risks_better_and_is_listed() -> None:
    before = specified_review("ferrowick")
    better = Answer(question="LOG-09", state=AnswerState.VALUE, value=4, evidence=EvidenceGrade.DEMONSTRATED)
    after = with_answer(before, better)

    found = comparison((before, assess(before)), (after, assess(after)))

    assert found.questions == ("LOG-09",)
    assert found.moved(Movement.BETTER)
    assert not found.moved(Movement.WORSE)


def test_a_note_alone_changes_no_question() -> None:
    before = specified_review("ferrowick")
    answer = before.answers_by_question["LOG-09"][0]
    after = with_answer(before, replace(answer, note="Said again."))

    assert comparison((before, assess(before)), (after, assess(after))).questions == ()


def test_a_changed_entry_is_named() -> None:
    before = specified_review("ferrowick")
    after = with_fields(before, RegisterName.AI_TOOLS, "T05", users=3)

    (register,) = comparison((before, assess(before)), (after, assess(after))).registers

    assert register.changed == ("T05",)
