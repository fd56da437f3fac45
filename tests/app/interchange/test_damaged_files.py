"""Whatever bytes are given, a review comes in or an error says why; nothing else, and soon."""

import json
import time

from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import resources
from app.interchange import InterchangeError, read_review
from app.packs import built_in_pack
from app.printable import printable

SAMPLE = resources.read_bytes("demo", "ferrowick.review.json")
SCHEMA = Draft202012Validator(
    json.loads(resources.read_text("schemas", "review.schema.json")),
    format_checker=Draft202012Validator.FORMAT_CHECKER,
)
PIECES = (
    b'"',
    b"\\",
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b":",
    b"1",
    b"-",
    b"e9",
    b"null",
    b"true",
    b"\\u0000",
    b"\\ud800",
)

pieces = st.one_of(st.sampled_from(PIECES), st.binary(max_size=8))


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    data = SAMPLE
    for _time in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.one_of(st.integers(0, 8), st.integers(0, 5_000))))
        data = data[:start] + draw(pieces) + data[end:]
    return data


def comes_in_or_is_refused(data: bytes) -> None:
    started = time.process_time()
    lines = refusal_of(data).splitlines()
    assert len(lines) <= 51
    assert all(printable(line) == line for line in lines)
    assert time.process_time() - started < 5


def refusal_of(data: bytes) -> str:
    try:
        read_review(data, built_in_pack())
    except InterchangeError as error:
        return str(error)
    return ""


@settings(max_examples=300)
@given(damaged())
def test_a_damaged_review_comes_in_or_is_refused(data: bytes) -> None:
    comes_in_or_is_refused(data)


@settings(max_examples=200)
@given(st.binary(max_size=200))
def test_any_bytes_are_refused(data: bytes) -> None:
    comes_in_or_is_refused(data)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=8,
)


@st.composite
def swapped(draw: st.DrawFn) -> bytes:
    """The sample with other values in some of its places."""
    raw = json.loads(SAMPLE)
    for _time in range(draw(st.integers(1, 6))):
        at = raw
        while True:
            step = draw(st.sampled_from(sorted(at) if isinstance(at, dict) else range(len(at))))
            if not isinstance(at[step], dict | list) or not at[step] or draw(st.integers(0, 9)) == 0:
                at[step] = draw(json_values)
                break
            at = at[step]
    return json.dumps(raw).encode()


@settings(max_examples=300)
@given(swapped())
def test_a_review_with_odd_values_comes_in_as_the_schema_allows_or_is_refused(data: bytes) -> None:
    comes_in_or_is_refused(data)
    if not refusal_of(data):
        assert list(SCHEMA.iter_errors(json.loads(data))) == []


def test_a_large_file_full_of_mistakes_is_refused_soon() -> None:
    systems = b",".join(b'{"id":"%d!","a":{"b":[{},{},{}]}}' % number for number in range(10_000))
    answers = b",".join(b'{"question":"Q%d","state":"value","respondent":"P"}' % n for n in range(10_000))

    comes_in_or_is_refused(
        b'{"format":"plumbline-review","version":1,"question_bank":"qb-1","risk_model":"rm-1",'
        b'"engagement":{"client":"x"},"systems":[' + systems + b'],"answers":[' + answers + b"]}"
    )


def test_repeated_keys_by_the_hundred_thousand_are_refused_soon() -> None:
    keys = b",".join(b'"k%d":1' % (number // 2) for number in range(200_000))

    comes_in_or_is_refused(b"{" + keys + b"}")
