"""Text that looks like a formula stays text, and the mark that does it can be taken off again."""

import pytest

from app.exchange.formulas import as_written, disarmed, may_be_a_formula
from tests.app.exchange.odd import FORMULAS, LONG, LONGEST, TEXTS


@pytest.mark.parametrize("text", FORMULAS)
def test_what_looks_like_a_formula_gets_an_apostrophe_in_front(text: str) -> None:
    assert disarmed(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "1+1", " =1+1", "a=b", "5 - 3", "x@y"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert disarmed(text) == text
    assert not may_be_a_formula(text)


@pytest.mark.parametrize("text", ["", "''", "'x", *TEXTS, LONG, LONGEST], ids=range(len(TEXTS) + 5))
def test_the_mark_comes_off_again(text: str) -> None:
    assert as_written(disarmed(text)) == text
