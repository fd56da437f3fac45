"""Text from files cannot move the cursor, ring the bell or turn the line around."""

import pytest

from app.printable import printable


@pytest.mark.parametrize(
    "text", ["Plain words, 5 % & <b>", "مراجعة", "é", "漢字", "\U0001f468\u200d\U0001f469", "नमस्\u200dते"]
)
def test_words_of_every_script_stay(text: str) -> None:
    assert printable(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mred", "a\\x1b[31mred"),
        ("one\ntwo\r\tthree", "one\\ntwo\\r\\tthree"),
        ("a\u202egnp.exe", "a\\u202egnp.exe"),
        ("\u2028\x07\x9b", "\\u2028\\x07\\x9b"),
    ],
)
def test_what_is_not_seen_is_spelt_out(text: str, shown: str) -> None:
    assert printable(text) == shown
