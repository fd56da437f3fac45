"""Initials stand in for names, and never give a whole name away by accident."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.initials import MOST, NO_NAME, initials


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Ferrowick Group plc", "FGP"),
        ("secret_sons-2026 review", "SS2"),
        ("Ödland", "Ö"),
        ("  ", NO_NAME),
        ("---", NO_NAME),
    ],
)
def test_the_first_letters_of_the_first_words_are_shown(name: str, shown: str) -> None:
    assert initials(name) == shown


@given(st.text())
def test_whatever_the_name_is_a_few_letters_stand_for_it(name: str) -> None:
    shown = initials(name)

    assert shown
    assert "\n" not in shown
    assert len(shown) <= 3 * MOST  # a letter may have up to three capitals: ΐ
