"""The line of every page says how far the review is answered."""

from app.assessment import assess
from app.readiness import answered_line
from tests.specified import specified_review


def test_the_line_of_every_page_counts_answers_and_unknowns() -> None:
    assert answered_line(assess(specified_review("ferrowick"))) == "59 of 61 questions answered, 2 unknown"
    assert answered_line(assess(specified_review("tiny_empty"))).endswith("61 not asked yet")
