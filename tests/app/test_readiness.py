"""The line of every page says how far the review is answered."""

import re

import pytest

from app.assessment import assess
from app.packs import built_in_pack
from app.progress import progress
from app.readiness import answered_line, answered_why, answered_words
from models.snapshot import Snapshot
from models.values import Engagement, Mode
from tests.specified import specified_review


def test_the_line_of_every_page_counts_answers_and_unknowns() -> None:
    assert answered_line(assess(specified_review("ferrowick"))) == "59 of 61 questions answered, 2 unknown"
    assert answered_line(assess(specified_review("tiny_empty"))).endswith("61 not asked yet")


@pytest.mark.parametrize("mode", list(Mode))
def test_on_the_screen_the_line_and_the_registers_add_up_to_what_the_navigation_counts(mode: Mode) -> None:
    empty = Snapshot(pack=built_in_pack(), engagement=Engagement(client="Example", mode=mode))
    assessment = assess(empty)

    said = answered_words(empty, assessment)
    why = answered_why(empty, assessment)

    asked, others = re.findall(r"of (\d+) questions answered.* (\d+) more come from the registers", said)[0]
    assert said.startswith(answered_line(assessment))
    assert int(asked) + int(others) == progress(empty).total
    assert str(progress(empty).total) in why
