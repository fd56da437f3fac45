"""Answers that are missing, without a reason, without evidence, older than it, or given differently."""

from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType

import pytest

from app.carried import to_confirm
from models.values import (
    Answer,
    AnswerState,
    EvidenceGrade,
    EvidenceItem,
    Mode,
    RegisterName,
    YesPartlyNo,
)
from tests.changes import with_answers_to, with_fields
from tests.sound import ASKED, TODAY, answered, found, found_besides, not_applicable, sound_review

R = RegisterName


def test_in_the_sound_review_nothing_is_found() -> None:
    assert found(sound_review()) == ()


def test_unanswered_questions_are_one_blocker_a_section() -> None:
    snapshot = sound_review()
    for question in ("ACC-05", "ACC-06", "LOG-12"):
        snapshot = with_answers_to(snapshot, question)

    places = found_besides(snapshot)
    (first, _second) = found(snapshot)

    assert places == {"unanswered:ACC": "question:ACC-05", "unanswered:LOG": "question:LOG-12"}
    assert first.words == "Access and permissions: 2 questions have no answer yet: ACC-05 and ACC-06."


def test_unknown_and_left_out_questions_are_answered() -> None:
    snapshot = sound_review()
    for question, state in (("ACC-05", AnswerState.UNKNOWN), ("ACC-06", AnswerState.OUT_OF_MODE)):
        snapshot = with_answers_to(snapshot, question, Answer(question=question, state=state))

    assert "unanswered" not in str(found_besides(snapshot))


def test_an_express_review_lacks_only_express_questions() -> None:
    snapshot = with_fields(sound_review(), R.ENGAGEMENT, "engagement", mode=Mode.EXPRESS)
    express = next(q for q in snapshot.pack.answered_questions if q.express)
    other = next(q for q in snapshot.pack.answered_questions if not q.express)
    snapshot = with_answers_to(with_answers_to(snapshot, express.id), other.id)

    assert set(found_besides(snapshot).values()) == {f"question:{express.id}"}


@pytest.mark.parametrize(("reason", "is_found"), [(None, True), (" ", True), ("No agencies.", False)])
def test_not_applicable_wants_a_reason(reason: str | None, is_found: bool) -> None:
    places = found_besides(not_applicable(sound_review(), "LOG-12", reason))

    assert places == ({"not_applicable_without_reason": "answer:LOG-12//reason"} if is_found else {})


@pytest.mark.parametrize(
    ("mode", "lacking"),
    [
        (Mode.EXPRESS, set()),
        (None, {"question:USE-10"}),
        (Mode.STANDARD, {"question:USE-10"}),
        (Mode.DEEP, {"question:USE-10", "question:LOG-12"}),
    ],
)
def test_standard_wants_evidence_where_it_would_count_and_deep_everywhere(
    mode: Mode | None, lacking: set[str]
) -> None:
    snapshot = with_fields(sound_review(), R.ENGAGEMENT, "engagement", mode=mode)
    for question in snapshot.pack.answered_questions:
        snapshot = answered(snapshot, question.id, snapshot.answers[f"{question.id}/"].value)
    for key, value in (("USE-10", YesPartlyNo.YES), ("LOG-12", YesPartlyNo.PARTLY)):
        given = Answer(question=key, state=AnswerState.VALUE, value=value)
        snapshot = with_answers_to(snapshot, key, given)

    places = {one.place for one in found(snapshot) if one.rule.id == "evidence_missing"}

    assert places == lacking


@pytest.mark.parametrize(
    ("grade", "items", "is_found"),
    [
        (EvidenceGrade.DOCUMENT, None, True),
        (EvidenceGrade.DEMONSTRATED, (), True),
        (EvidenceGrade.DOCUMENT, ("E1",), False),
        (EvidenceGrade.NONE, None, False),
        (None, None, False),
    ],
)
def test_evidence_that_was_seen_is_named(
    grade: EvidenceGrade | None, items: tuple[str, ...] | None, is_found: bool
) -> None:
    answer = replace(sound_review().answers["LOG-12/"], evidence=grade, evidence_items=items)

    places = found_besides(sound_review().with_entry(R.ANSWERS, answer))

    assert places == ({"evidence_unnamed": "question:LOG-12"} if is_found else {})


@pytest.mark.parametrize(
    ("seen", "rule"),
    [
        (ASKED, None),
        (None, None),
        (ASKED + timedelta(days=1), "answer_older_than_evidence"),
        (TODAY - timedelta(days=365), None),
        (TODAY - timedelta(days=366), "evidence_stale"),
    ],
)
def test_evidence_is_neither_newer_than_the_answer_nor_a_year_old(
    seen: date | None, rule: str | None
) -> None:
    snapshot = sound_review().with_entry(R.EVIDENCE, EvidenceItem(id="E2", title="Log", seen_on=seen))
    answer = replace(
        snapshot.answers["LOG-12/"], evidence=EvidenceGrade.DOCUMENT, evidence_items=("E1", "E2")
    )

    places = found_besides(snapshot.with_entry(R.ANSWERS, answer))

    assert places == ({rule: "question:LOG-12"} if rule else {})


def test_a_question_that_came_up_again_later_is_as_new_as_that() -> None:
    later = ASKED + timedelta(days=5)
    snapshot = sound_review().with_entry(R.EVIDENCE, EvidenceItem(id="E2", title="Log", seen_on=later))
    again = replace(snapshot.sessions["RS1"], id="RS2", date=later, questions=("LOG-12",))
    answer = replace(snapshot.answers["LOG-12/"], evidence=EvidenceGrade.DOCUMENT, evidence_items=("E2",))
    snapshot = snapshot.with_entry(R.ANSWERS, answer)

    assert found_besides(snapshot) == {"answer_older_than_evidence": "question:LOG-12"}
    assert found_besides(snapshot.with_entry(R.SESSIONS, again)) == {}


def test_answers_carried_forward_are_to_be_confirmed() -> None:
    carried = to_confirm(sound_review().answers["LOG-12/"])

    places = found_besides(sound_review().with_entry(R.ANSWERS, carried))

    assert places == {"to_confirm": "question:LOG-12"}
    assert (
        found_besides(sound_review().with_entry(R.ANSWERS, replace(carried, extras=MappingProxyType({}))))
        == {}
    )


def test_people_who_answer_differently_are_told_once_a_question() -> None:
    room = sound_review().answers["LOG-12/"]
    other = replace(room, respondent="P1", value=YesPartlyNo.NO)

    snapshot = with_answers_to(sound_review(), "LOG-12", room, other)

    assert found_besides(snapshot) == {"disagreement": "question:LOG-12"}
    assert (
        found_besides(with_answers_to(sound_review(), "LOG-12", room, replace(other, value=room.value))) == {}
    )
