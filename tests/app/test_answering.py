"""Questions are answered one respondent at a time, and nothing said is lost on the way."""

import pytest

from app.answering import (
    AlreadyAnsweredError,
    Answering,
    ReasonNeededError,
    confirmation,
    next_grade,
    option_of_key,
    value_of_key,
)
from app.carried import is_to_confirm
from app.packs import built_in_pack
from app.review_rounds import next_round
from models.pack import Question
from models.snapshot import ReviewHeader, Snapshot
from models.values import (
    Answer,
    AnswerState,
    Engagement,
    EvidenceGrade,
    EvidenceItem,
    Mode,
    Participant,
    RegisterName,
    YesPartlyNo,
)
from tests.changes import applied

PACK = built_in_pack()
LEVELS = PACK.question("USE-01")
WORDS = PACK.question("USE-02")
OPTIONS = PACK.question("USE-04")
REGISTER = PACK.question("USE-05")


def told(snapshot: Snapshot, key: str) -> Answer:
    return snapshot.answers[key]


@pytest.fixture
def review() -> Snapshot:
    empty = Snapshot(pack=PACK, engagement=Engagement(client="Ödland & Co", mode=Mode.STANDARD))
    person = Participant(id="P01", name="Mia Brandt")
    screen = EvidenceItem(id="E01", title="Admin screen")
    return empty.with_entry(RegisterName.PARTICIPANTS, person).with_entry(RegisterName.EVIDENCE, screen)


@pytest.mark.parametrize(
    ("question", "key", "value"),
    [
        (LEVELS, "0", 0),
        (LEVELS, "4", 4),
        (LEVELS, "5", None),
        (LEVELS, "n", None),
        (LEVELS, "", None),
        (WORDS, "y", YesPartlyNo.YES),
        (WORDS, "P", YesPartlyNo.PARTLY),
        (WORDS, "n", YesPartlyNo.NO),
        (WORDS, "1", None),
        (REGISTER, "1", None),
    ],
)
def test_a_key_stands_for_the_value_of_its_kind_of_question(
    question: Question, key: str, value: object
) -> None:
    assert value_of_key(question, key) == value


def test_a_key_of_a_multi_choice_question_is_an_option() -> None:
    assert option_of_key(OPTIONS, "1") == "reporting"
    assert option_of_key(OPTIONS, "-") == "other"
    assert option_of_key(OPTIONS, "=") is None


def test_a_value_keeps_evidence_and_note_and_drops_the_reason(review: Snapshot) -> None:
    review = applied(review, Answering(review, LEVELS).not_applicable("No list is meant to exist"))
    review = applied(review, Answering(review, LEVELS).noted("Said twice"))
    review = applied(review, Answering(review, LEVELS).graded(EvidenceGrade.DOCUMENT))

    review = applied(review, Answering(review, LEVELS).value(2))

    given = told(review, "USE-01/")
    assert (given.state, given.value, given.reason) == (AnswerState.VALUE, 2, None)
    assert (given.note, given.evidence) == ("Said twice", EvidenceGrade.DOCUMENT)


def test_the_same_value_again_changes_nothing(review: Snapshot) -> None:
    review = applied(review, Answering(review, LEVELS).value(2))

    assert Answering(review, LEVELS).value(2) is None
    assert Answering(review, LEVELS).graded(EvidenceGrade.NONE) is None
    assert Answering(review, WORDS).cleared() is None
    assert Answering(review, WORDS).noted("  \n") is None


def test_not_applicable_needs_a_reason(review: Snapshot) -> None:
    with pytest.raises(ReasonNeededError):
        Answering(review, LEVELS).not_applicable(" \t ")


def test_two_respondents_stand_side_by_side(review: Snapshot) -> None:
    review = applied(review, Answering(review, LEVELS, "P01").value(1))
    review = applied(review, Answering(review, LEVELS).value(3))

    assert [answer.value for answer in review.answers_by_question["USE-01"]] == [1, 3]


def test_an_answer_is_given_to_the_person_who_said_it_but_never_over_another(review: Snapshot) -> None:
    review = applied(review, Answering(review, LEVELS).value(1))
    moved = applied(review, Answering(review, LEVELS).given_to("P01"))
    both = applied(moved, Answering(moved, LEVELS).value(3))

    assert set(moved.answers) == {"USE-01/P01"}
    with pytest.raises(AlreadyAnsweredError):
        Answering(both, LEVELS).given_to("P01")


def test_a_cleared_answer_is_gone_unless_something_was_written_beside_it(review: Snapshot) -> None:
    bare = applied(review, Answering(review, LEVELS).value(1))
    noted = applied(bare, Answering(bare, LEVELS).noted("Ask again"))

    assert not applied(bare, Answering(bare, LEVELS).cleared()).answers
    kept = told(applied(noted, Answering(noted, LEVELS).cleared()), "USE-01/")
    assert (kept.state, kept.value, kept.note) == (AnswerState.NOT_ASKED, None, "Ask again")
    emptied = applied(noted, Answering(noted, LEVELS).cleared())
    assert not applied(emptied, Answering(emptied, LEVELS).noted("")).answers


def test_options_are_kept_in_the_order_of_the_pack_and_the_last_one_takes_the_answer_along(
    review: Snapshot,
) -> None:
    for option in ("qa", "reporting"):
        review = applied(review, Answering(review, OPTIONS).toggled(option))
    assert told(review, "USE-04/").value == ("reporting", "qa")

    for option in ("reporting", "qa"):
        review = applied(review, Answering(review, OPTIONS).toggled(option))
    assert not review.answers


def test_new_evidence_is_entered_and_linked_in_one_edit(review: Snapshot) -> None:
    review = applied(review, Answering(review, LEVELS).with_new_evidence("  Export <b>ü</b> 📎 "))

    assert review.evidence["E02"].title == "Export <b>ü</b> 📎"
    assert told(review, "USE-01/").evidence_items == ("E02",)
    assert Answering(review, LEVELS).with_evidence("E02") is None
    assert not applied(review, Answering(review, LEVELS).without_evidence("E02")).answers


def test_typing_on_in_a_note_is_one_step_of_undo(review: Snapshot) -> None:
    first = Answering(review, LEVELS).noted("A")
    assert first is not None
    second = Answering(applied(review, first), LEVELS).noted("A longer one")

    assert second is not None
    assert first.merge_key == second.merge_key is not None


def test_every_answer_carried_forward_is_confirmed_by_one_edit_or_by_answering_anew(review: Snapshot) -> None:
    review = applied(review, Answering(review, LEVELS, "P01").value(1))
    review = applied(review, Answering(review, LEVELS).value(3))
    carried = next_round(review, ReviewHeader(id="R2", number=2, title="A year later"))
    assert all(is_to_confirm(answer) for answer in carried.answers.values())

    confirmed = applied(carried, confirmation(carried, "USE-01"))
    again = applied(carried, Answering(carried, LEVELS).value(3))

    assert not any(is_to_confirm(answer) for answer in confirmed.answers.values())
    assert confirmation(confirmed, "USE-01") is None
    assert not is_to_confirm(told(again, "USE-01/"))
    assert is_to_confirm(told(again, "USE-01/P01"))


def test_evidence_goes_round() -> None:
    assert next_grade(None) is EvidenceGrade.DOCUMENT
    assert next_grade(EvidenceGrade.DOCUMENT) is EvidenceGrade.DEMONSTRATED
    assert next_grade(EvidenceGrade.DEMONSTRATED) is EvidenceGrade.NONE
