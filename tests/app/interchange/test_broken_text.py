"""Bytes that are no JSON, or JSON that no review may be, are refused before anything is read from them."""

import pytest

import resources
from app.interchange import InterchangeError, read_review
from app.packs import built_in_pack

SAMPLE = resources.read_bytes("demo", "ferrowick.review.json")


def problems_of(data: bytes) -> dict[str, str]:
    with pytest.raises(InterchangeError) as refused:
        read_review(data, built_in_pack())
    return {problem.pointer: problem.message for problem in refused.value.problems}


TEXT_RULES: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "cut off"),
    "cut off": (SAMPLE[: len(SAMPLE) // 2], "cut off"),
    "cut off at the end": (SAMPLE.rstrip()[:-1], "cut off"),
    "text": (b"client: Ferrowick", "line 1, column 1"),
    "two values": (b"{} {}", "line 1, column 4"),
    "a comment": (b"{\n// no\n}", "line 2, column 1"),
    "single quotes": (b"{'format': 1}", "line 1, column 2"),
    "a line end in a text": (b'{"format": "a\nb"}', "line 1"),
    "Latin-1": (SAMPLE.replace(b"Ferrowick", b"F\xe9rrowick", 1), "UTF-8"),
    "UTF-16": (SAMPLE.decode().encode("utf-16"), "UTF-8"),
    "a surrogate in UTF-8": (SAMPLE.replace(b"Ferrowick", b"\xed\xa0\x80", 1), "UTF-8"),
    "two byte order marks": (b"\xef\xbb\xbf" * 2 + SAMPLE, "not JSON"),
    "100,000 levels": (b"[" * 100_000 + b"]" * 100_000, "32 levels"),
    "100,000 open levels": (b'{"a":' * 100_000, "32 levels"),
    "a list": (b"[]", "an object"),
    "a text value": (b'"plumbline-review"', "an object"),
    "more than 64 MiB": (b" " * (64 * 1024 * 1024) + SAMPLE, "64 MiB"),
}


@pytest.mark.parametrize("rule", TEXT_RULES)
def test_text_that_cannot_be_a_review_is_refused_as_a_whole(rule: str) -> None:
    data, words = TEXT_RULES[rule]

    found = problems_of(data)

    assert list(found) == [""]
    assert words in found[""]


@pytest.mark.parametrize(
    ("old", "new", "pointer"),
    [
        (b'"version": 1,', b'"version": 1, "version": 1,', "/version"),
        (b'"sector":', b'"client": "Other", "sector":', "/engagement/client"),
        (b'"version": 1,', b'"version": 1, "x": {"a~/b": 1, "a~/b": 2},', "/x/a~0~1b"),
        (b'"version": 1,', b'"version": 1, "x": 123456789012345678901234567890,', "/x"),
        (b'"version": 1,', b'"version": 1, "x": ' + b"9" * 5_000 + b",", "/x"),
        (b'"version": 1,', b'"version": 1, "x": 0.1234567890123456789,', "/x"),
        (b'"version": 1,', b'"version": 1, "x": 1e999,', "/x"),
        (b'"version": 1,', b'"version": 1e0,', "/version"),
        (b'"version": 1,', b'"version": 1.0,', "/version"),
    ],
)
def test_what_only_the_text_shows_is_found(old: bytes, new: bytes, pointer: str) -> None:
    assert old in SAMPLE

    found = problems_of(SAMPLE.replace(old, new, 1))

    assert list(found) == [pointer]
