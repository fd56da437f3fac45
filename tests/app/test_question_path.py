"""The way through the questions follows the pack, leaves out what is not asked, and finds what is meant."""

import pytest

from app.packs import built_in_pack
from app.question_path import first_open, neighbour, questions_meant, questions_shown
from models.snapshot import Snapshot
from models.values import Answer, AnswerState, Engagement, Mode, RegisterName

PACK = built_in_pack()


def review(mode: Mode) -> Snapshot:
    return Snapshot(pack=PACK, engagement=Engagement(client="Ferrowick", mode=mode))


def walked(snapshot: Snapshot, first: str, step: int, *, outside_mode: bool = False) -> list[str]:
    found = [first]
    while following := neighbour(snapshot, found[-1], step, outside_mode=outside_mode):
        found.append(following.id)
    return found


def test_every_question_is_met_once_forwards_and_backwards() -> None:
    standard = review(Mode.STANDARD)

    assert walked(standard, "USE-01", 1) == [question.id for question in PACK.questions]
    assert walked(standard, "VEN-13", -1) == [question.id for question in reversed(PACK.questions)]


def test_an_express_review_walks_past_the_other_questions_unless_they_are_shown() -> None:
    express = review(Mode.EXPRESS)

    assert walked(express, "USE-01", 1) == [question.id for question in PACK.in_mode("express")]
    assert len(walked(express, "USE-01", 1, outside_mode=True)) == 82
    following = neighbour(express, "USE-02", 1, outside_mode=False)
    assert following is not None
    assert following.id == "USE-03"


def test_a_section_is_taken_up_at_its_first_open_question() -> None:
    standard = review(Mode.STANDARD)
    begun = standard.with_entry(
        RegisterName.ANSWERS, Answer(question="USE-01", state=AnswerState.VALUE, value=1)
    )
    questions = questions_shown(begun, "USE", outside_mode=False)

    assert first_open(begun, questions).id == "USE-02"
    assert first_open(begun, questions[:1]).id == "USE-01"


@pytest.mark.parametrize("typed", ["ACC-03", "acc3", "acc 03", "ACC03"])
def test_a_question_is_found_by_its_id_however_it_is_typed(typed: str) -> None:
    assert questions_meant(PACK, typed)[0].id == "ACC-03"


def test_a_question_is_found_by_its_words() -> None:
    assert [q.id for q in questions_meant(PACK, "screen everything BORROWED")] == ["USE-01"]
    assert questions_meant(PACK, "zzz") == ()
    assert len(questions_meant(PACK, " ")) == 82
