"""Capitals, accents and punctuation do not matter, and marks stand where the words stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.search.folding import compact, folded, marks, short, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Café Zürich", ("cafe", "zurich")),
        ("Straße, Łódź & Ødegård", ("strasse", "lodz", "odegard")),
        ("don't (know)", ("don", "t", "know")),
        ("ACC-03", ("acc", "03")),
        ("", ()),
    ],
)
def test_a_text_is_folded_into_plain_words(text: str, words: tuple[str, ...]) -> None:
    assert words_of(text) == words


def test_an_id_is_found_as_it_is_typed_in_a_hurry() -> None:
    assert (compact("ACC-03"), short("ACC-03")) == ("acc03", "acc3")
    assert (compact("T01"), short("T01")) == ("t01", "t1")
    assert short("RS-00") == "rs00"


@pytest.mark.parametrize(
    ("text", "typed", "shown"),
    [
        ("The owner of Copilot", "cop own", ["own", "Cop"]),
        ("Ein Café, zwei Cafés", "cafe", ["Café", "Café"]),
        ("Straße", "stras", ["Straß"]),
        ("sales and Salesforce", "sales salesforce", ["sales", "Salesforce"]),
        ("reown", "own", []),
    ],
)
def test_marks_stand_at_the_beginnings_of_words(text: str, typed: str, shown: list[str]) -> None:
    assert [text[at : at + length] for at, length in marks(text, words_of(typed))] == shown


@given(st.text(max_size=60), st.text(max_size=8))
def test_marks_never_leave_the_text_and_never_overlap(text: str, typed: str) -> None:
    end = 0
    for at, length in marks(text, words_of(typed)):
        assert end <= at < at + length <= len(text)
        end = at + length


@given(st.text(max_size=60))
def test_what_is_folded_holds_letters_digits_and_spaces_only_and_stays_so(text: str) -> None:
    plain = folded(text)

    assert all(sign.isalnum() or sign == " " for sign in plain)
    assert folded(plain) == plain
