"""What counts of several answers, and which answers to ask on about."""

import pytest

from app.packs import built_in_pack
from app.standing import answer_words, respondent_words, standing
from models.snapshot import Snapshot
from models.values import (
    Answer,
    AnswerState,
    Engagement,
    EvidenceGrade,
    Participant,
    RegisterName,
    Value,
    YesPartlyNo,
)

PACK = built_in_pack()
LEVELS = PACK.question("USE-01")


def review(*answers: Answer) -> Snapshot:
    snapshot = Snapshot(pack=PACK, engagement=Engagement(client="Ferrowick"))
    for answer in answers:
        snapshot = snapshot.with_entry(RegisterName.ANSWERS, answer)
    return snapshot


def said(
    value: Value,
    respondent: str | None = None,
    evidence: EvidenceGrade | None = None,
    question: str = "USE-01",
) -> Answer:
    return Answer(
        question=question,
        state=AnswerState.VALUE,
        value=value,
        respondent=respondent,
        evidence=evidence,
    )


def test_the_lowest_of_several_values_counts_and_the_spread_is_known() -> None:
    shown = standing(review(said(3), said(1, "P01"), said(2, "P02")), LEVELS)

    assert shown.effective.is_disputed
    assert [answer.respondent for answer in shown.counting] == ["P01"]
    assert shown.highest is not None
    assert shown.highest.value == 3


@pytest.mark.parametrize(("value", "is_weak"), [(0, True), (1, True), (2, False), (4, False)])
def test_a_low_level_is_weak(value: int, is_weak: bool) -> None:
    assert standing(review(said(value)), LEVELS).is_weak is is_weak


def test_no_and_not_known_are_weak_and_a_question_not_asked_is_not() -> None:
    words = PACK.question("USE-02")
    no = standing(review(said(YesPartlyNo.NO, question="USE-02")), words)
    unknown = standing(review(Answer(question="USE-02", state=AnswerState.UNKNOWN)), words)

    assert no.is_weak
    assert unknown.is_weak
    assert not standing(review(), words).is_weak


def test_a_high_level_without_evidence_would_count_for_more_with_it() -> None:
    assert standing(review(said(3)), LEVELS).is_capped
    assert not standing(review(said(3, evidence=EvidenceGrade.DOCUMENT)), LEVELS).is_capped
    assert not standing(review(said(2)), LEVELS).is_capped


def test_answers_and_respondents_have_words() -> None:
    snapshot = review().with_entry(RegisterName.PARTICIPANTS, Participant(id="P01", name="Zoë"))

    assert answer_words(LEVELS, None) == "Not asked"
    assert answer_words(LEVELS, said(3)) == "Level 3"
    assert answer_words(PACK.question("USE-02"), said(YesPartlyNo.PARTLY)) == "Partly"
    assert answer_words(PACK.question("USE-04"), said(("qa", "code"))) == "2 chosen"
    assert answer_words(LEVELS, Answer(question="USE-01", state=AnswerState.UNKNOWN)) == "We don't know"
    assert respondent_words(snapshot, None) == "The room"
    assert respondent_words(snapshot, "P01") == "Zoë"
