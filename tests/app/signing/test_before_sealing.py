"""What has to be settled before sealing is told with its place, and nothing else holds anybody up."""

from dataclasses import replace
from datetime import date

from app.assessment import assess
from app.signing.before_sealing import hindrances
from models.snapshot import Snapshot
from models.values import AnswerState, RegisterName
from tests.specified import specified_review

TODAY = date(2026, 11, 28)


def places(snapshot: Snapshot) -> list[str]:
    return [check.place for check in hindrances(snapshot, assess(snapshot), TODAY)]


def test_a_whole_review_can_be_sealed() -> None:
    assert places(specified_review("ferrowick")) == []


def test_without_scope_tools_or_reasons_nothing_is_sealed() -> None:
    review = specified_review("ferrowick")
    no_scope = review.with_entry(RegisterName.ENGAGEMENT, replace(review.engagement, scope="  "))
    answer = next(one for one in review.answers.values() if one.value is not None)
    silent = replace(answer, state=AnswerState.NOT_APPLICABLE, value=None, reason=None)

    assert places(no_scope) == ["entry:engagement/engagement/scope"]
    assert places(review.with_entry(RegisterName.ANSWERS, silent)) == [f"question:{answer.question}"]
    assert "register:ai_tools" in places(specified_review("tiny_empty"))
