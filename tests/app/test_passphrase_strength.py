"""A passphrase is judged by how hard it is to guess, not by its signs, and the advice is plain."""

import pytest

from app.passphrase_strength import Strength, judged

WEAK = ("password", "P@ssw0rd!", "qwertzuiop", "Ferrowick1", "12345678", "aaaaaaaaaaaa")
GOOD = ("seven calm owls harbour", "correct horse battery staple lamp", "Tr7!qLz0pW#v")


@pytest.mark.parametrize("weak", WEAK)
def test_what_everybody_tries_first_is_weak_and_the_advice_says_what_helps(weak: str) -> None:
    found = judged(weak, ("Ferrowick Group plc",))

    assert found.strength <= Strength.WEAK
    assert "four or five words" in found.advice


@pytest.mark.parametrize("good", GOOD)
def test_words_in_a_row_or_real_chance_are_good_and_need_no_advice(good: str) -> None:
    found = judged(good)

    assert found.strength >= Strength.GOOD
    assert found.advice == ""
    assert "year" in found.words


def test_the_clients_name_counts_as_known() -> None:
    assert judged("ferrowickgroup", ("Ferrowick Group plc",)).strength < judged("ferrowickgroup").strength


def test_nothing_typed_is_nothing() -> None:
    assert judged("").strength is Strength.NONE


def test_a_very_long_passphrase_is_judged_at_once() -> None:
    assert judged("seven calm owls " * 500).strength is Strength.STRONG
