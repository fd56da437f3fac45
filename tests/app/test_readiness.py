"""Readiness says what is missing before the report goes out, and where to mend it."""

import pytest

from app.assessment import assess
from app.readiness import answered_line, readiness
from models.snapshot import Snapshot
from models.values import Answer, AnswerState, Engagement, EvidenceGrade, Mode, RegisterName
from tests.changes import with_answer
from tests.specified import specified_review


def still_open(snapshot: Snapshot) -> dict[str, str]:
    return {check.words: check.place for check in readiness(snapshot, assess(snapshot)) if not check.is_fine}


def test_ferrowick_still_lacks_owners_and_some_actions() -> None:
    found = still_open(specified_review("ferrowick"))

    assert found["9 AI tools have no named owner."].startswith("entry:ai_tools/")
    assert found["5 actions for the next 14 days have no owner at the client."] == "page:fix_first"
    assert "5 critical risks have no action in the plan." in found


def test_an_empty_review_lacks_scope_answers_and_tools() -> None:
    found = still_open(specified_review("tiny_empty"))

    assert "The scope is empty: the cover cannot say what was looked at." in found
    assert found["No AI tool is listed, so the map has nothing to show."] == "page:registers"
    assert "question:USE-01" in found.values()


def test_a_question_that_does_not_apply_wants_a_reason() -> None:
    snapshot = with_answer(
        specified_review("ferrowick"),
        Answer(question="LOG-06", state=AnswerState.NOT_APPLICABLE, reason=" "),
    )

    assert still_open(snapshot)["LOG-06 is not applicable, but nobody says why."] == "question:LOG-06"


@pytest.mark.parametrize(
    ("mode", "lacking"),
    [(Mode.EXPRESS, []), (None, ["USE-03"]), (Mode.STANDARD, ["USE-03"]), (Mode.DEEP, ["USE-01", "USE-03"])],
)
def test_standard_wants_evidence_where_it_would_count_and_deep_everywhere(
    mode: Mode | None, lacking: list[str]
) -> None:
    snapshot = specified_review("tiny_empty").with_entry(
        RegisterName.ENGAGEMENT, Engagement(client="A", mode=mode)
    )
    for question, level, evidence in (
        ("USE-01", 2, None),
        ("USE-03", 3, EvidenceGrade.NONE),
        ("USE-07", 4, EvidenceGrade.DOCUMENT),
    ):
        given = Answer(question=question, state=AnswerState.VALUE, value=level, evidence=evidence)
        snapshot = with_answer(snapshot, given)

    found = {words: place for words, place in still_open(snapshot).items() if "evidence" in words}

    assert list(found.values()) == [f"question:{question}" for question in lacking[:1]]
    assert all(words.startswith(f"{len(lacking)} answer") for words in found)


def test_a_written_scope_is_fine() -> None:
    snapshot = specified_review("tiny_empty").with_entry(
        RegisterName.ENGAGEMENT, Engagement(client="A", scope="All of it")
    )

    assert "The scope is written down." in {
        check.words for check in readiness(snapshot, assess(snapshot)) if check.is_fine
    }


def test_the_line_of_every_page_counts_answers_and_unknowns() -> None:
    assert answered_line(assess(specified_review("ferrowick"))) == "59 of 61 questions answered, 2 unknown"
    assert answered_line(assess(specified_review("tiny_empty"))).endswith("61 not asked yet")
