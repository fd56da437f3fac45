"""Words for how often something comes back, told from words that may name somebody."""

import pytest

from app.recurrence import says_only_how_often


@pytest.mark.parametrize(
    "said", ["quarterly", "Yearly and on change", "within 7 days of release", "every six months", "ad hoc"]
)
def test_how_often_is_known_as_that(said: str) -> None:
    assert says_only_how_often(said)


@pytest.mark.parametrize("said", ["", " - ", "monthly, Jonas decides", "when Tidewell ships", "wöchentlich"])
def test_anything_else_is_not(said: str) -> None:
    assert not says_only_how_often(said)
