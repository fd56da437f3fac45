"""How answers look to the room: by count, never by name; the one that counts is marked."""

from dataclasses import replace

import pytest

from app.audience import AudienceCard, AudienceQuestion, StepState
from app.audience.question import audience_question
from app.packs import built_in_pack
from models.snapshot import Snapshot
from models.values import (
    AITool,
    Answer,
    AnswerState,
    Approval,
    Engagement,
    Mode,
    Participant,
    RegisterName,
    YesPartlyNo,
)
from tests.changes import with_answers_to, with_register

MIA, RAVI = "P01", "P02"


def small_review(mode: Mode = Mode.STANDARD) -> Snapshot:
    """A review of two people, with nothing answered."""
    review = Snapshot(pack=built_in_pack(), engagement=Engagement(client="Ödland & Co", mode=mode))
    for key, name in ((MIA, "Mia Brandt"), (RAVI, "Ravi Rao")):
        review = review.with_entry(RegisterName.PARTICIPANTS, Participant(id=key, name=name))
    return review


def given(question: str, value: object, respondent: str | None = None) -> Answer:
    return Answer(question=question, state=AnswerState.VALUE, value=value, respondent=respondent)  # type: ignore[arg-type]


def shown(snapshot: Snapshot, question: str) -> AudienceQuestion:
    return audience_question(snapshot, snapshot.pack.question(question))


def card(question: AudienceQuestion, key: str) -> AudienceCard:
    return next(each for each in question.cards if each.key == key)


def test_one_answer_is_marked_and_nothing_is_counted() -> None:
    view = shown(with_answers_to(small_review(), "ACC-05", given("ACC-05", 2, MIA)), "ACC-05")

    assert [each.is_chosen for each in view.cards] == [False, False, True, False, False]
    assert {each.answers for each in view.cards} == {None}
    assert view.said == ""


def test_where_people_differ_the_spread_is_shown_by_count_and_the_lowest_is_marked() -> None:
    answers = (given("ACC-05", 3, MIA), given("ACC-05", 1, RAVI), given("ACC-05", 3))

    view = shown(with_answers_to(small_review(), "ACC-05", *answers), "ACC-05")

    assert [each.answers for each in view.cards] == [0, 1, 0, 2, 0]
    assert [each.key for each in view.cards if each.is_chosen] == ["1"]
    assert view.said == "Answers differ; the marked one counts."
    assert not {"Mia", "Ravi", MIA, RAVI} & set(repr(view).replace("'", " ").split())


def test_who_does_not_know_is_counted_beside_an_answer() -> None:
    unsure = Answer(question="ACC-05", state=AnswerState.UNKNOWN, respondent=MIA)

    view = shown(with_answers_to(small_review(), "ACC-05", unsure, given("ACC-05", 4, RAVI)), "ACC-05")

    assert card(view, "U") == AudienceCard("U", "We don't know", is_chosen=False, answers=1)
    assert card(view, "4").is_chosen


@pytest.mark.parametrize(
    ("state", "key", "words"),
    [
        (AnswerState.UNKNOWN, "U", "We don't know"),
        (AnswerState.NOT_APPLICABLE, "A", "Does not apply"),
    ],
)
def test_what_was_said_instead_of_an_answer_is_marked_without_its_reason(
    state: AnswerState, key: str, words: str
) -> None:
    said = Answer(question="USE-02", state=state, reason="because of the merger", note="whisper")

    view = shown(with_answers_to(small_review(), "USE-02", said), "USE-02")

    assert [each for each in view.cards if each.is_chosen] == [AudienceCard(key, words, is_chosen=True)]
    assert "merger" not in repr(view)
    assert "whisper" not in repr(view)


def test_yes_partly_and_no_are_cards_with_their_keys() -> None:
    view = shown(with_answers_to(small_review(), "USE-02", given("USE-02", YesPartlyNo.PARTLY)), "USE-02")

    assert [(each.key, each.words, each.is_chosen) for each in view.cards] == [
        ("Y", "Yes", False), ("P", "Partly", True), ("N", "No", False),
    ]  # fmt: skip


def test_options_are_marked_if_anybody_chose_them() -> None:
    answers = (given("USE-04", ("content", "code"), MIA), given("USE-04", ("code",), RAVI))
    ids = [option.id for option in small_review().pack.question("USE-04").options]
    assert {"content", "code"} <= set(ids)

    view = shown(with_answers_to(small_review(), "USE-04", *answers), "USE-04")

    counted = {option: each.answers for option, each in zip(ids, view.cards, strict=True)}
    assert (counted["content"], counted["code"]) == (1, 2)
    assert sum(each.is_chosen for each in view.cards) == 2


def test_a_register_is_counted_by_value_and_its_entries_stay_behind() -> None:
    states = (Approval.UNOFFICIAL, Approval.UNOFFICIAL, Approval.UNKNOWN, None)
    tools = {
        f"T{n}": AITool(id=f"T{n}", name=f"Secretive {n}", approval=state, process_criticality=1)
        for n, state in enumerate(states)
    }

    view = shown(with_register(small_review(), RegisterName.AI_TOOLS, tools), "USE-05")

    assert view.is_tally
    assert [(each.words, each.answers) for each in view.cards] == [("Unofficial", 2), ("Don't know", 1)]
    assert view.said == "Answered in the register: 3 of 4 entries. Not known: 1."
    assert "Secretive" not in repr(view)


def test_an_empty_register_says_so() -> None:
    assert shown(small_review(), "VEN-01").said == "Answered in the register: nothing is entered yet."


def test_the_line_of_progress_says_what_is_done_not_known_and_open() -> None:
    snapshot = with_answers_to(small_review(), "ACC-05", given("ACC-05", 2))
    unsure = Answer(question="ACC-06", state=AnswerState.UNKNOWN)

    view = shown(with_answers_to(snapshot, "ACC-06", unsure), "ACC-05")

    assert (view.number, view.total, view.section) == (5, 12, "Access and permissions")
    assert [step.state for step in view.steps[4:7]] == [StepState.DONE, StepState.UNKNOWN, StepState.OPEN]
    assert [step.is_here for step in view.steps].index(True) == 4


def test_a_question_outside_an_express_review_has_a_place_of_its_own() -> None:
    snapshot = small_review(Mode.EXPRESS)
    outside = next(each for each in snapshot.pack.questions if not each.express)

    view = shown(snapshot, outside.id)

    assert view.steps[view.number - 1].is_here
    assert view.total == len(snapshot.pack.questions_of(outside.section))


def test_an_answer_of_the_last_review_is_still_to_be_confirmed() -> None:
    carried = replace(given("ACC-05", 2), extras={"x_to_confirm": True})

    view = shown(with_answers_to(small_review(), "ACC-05", carried), "ACC-05")

    assert view.said == "Carried forward from the last review: still true?"
