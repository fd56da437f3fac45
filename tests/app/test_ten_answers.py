"""The ten answers are direct, numbered, and lead somewhere."""

import pytest
from hypothesis import given, settings

from app.assessment import assess
from app.ten_answers import ten_answers
from models.snapshot import Snapshot
from tests.specified import NAMES, specified_review
from tests.strategies import snapshots


def test_the_answers_for_ferrowick_carry_its_numbers() -> None:
    snapshot = specified_review("ferrowick")

    told = ten_answers(snapshot, assess(snapshot))

    assert [each.number for each in told] == list(range(1, 11))
    assert told[0].answer == "14 tools in 10 systems, for 14 uses, 9 of them High."
    assert "Leaders named 6 tools, the team 14." in told[1].answer
    assert told[2].answer.startswith("Ledgerline CRM")
    assert told[6].answer == "In 13 uses; 5 have a gate that checks enough before the effect."
    assert "SR1+SR2+SR3+SR5+SR6" in told[9].answer


@pytest.mark.parametrize("name", NAMES)
def test_every_review_gets_ten_sentences(name: str) -> None:
    snapshot = specified_review(name)

    told = ten_answers(snapshot, assess(snapshot))

    assert len(told) == 10
    assert all(each.answer.endswith(".") and each.place for each in told)


@settings(max_examples=30, derandomize=True)
@given(snapshots())
def test_odd_reviews_get_ten_sentences_too(snapshot: Snapshot) -> None:
    assert len(ten_answers(snapshot, assess(snapshot))) == 10
