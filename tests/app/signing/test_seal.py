"""The seal moves with everything that counts, and with nothing else; a stranger can recompute it."""

import hashlib
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from random import Random
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.assessment import assess
from app.interchange import read_review, write_assessment, write_review
from app.signing.canonical import canonical
from app.signing.seal import seal, seal_of, write_pack
from models.snapshot import Snapshot
from models.values import RegisterName
from tests.benchmarks.big_review import big_snapshot
from tests.changes import shuffled, with_fields
from tests.specified import specified_review

ROOT = Path(__file__).parents[3]
FERROWICK = "91da30978a53b64ecb5631d57b13e6e3e815ddb2445038fc5a7d7d08adb6dd12"
PRINTS_THE_SEAL = """
from app.assessment import assess
from app.signing.seal import seal
from tests.specified import specified_review
review = specified_review("ferrowick")
print(seal(review, assess(review)))
"""


def sealed(snapshot: Snapshot) -> str:
    return seal(snapshot, assess(snapshot))


def test_the_demo_has_the_seal_that_it_always_had() -> None:
    """If this fails because questions or rules were changed on purpose, write down the new one."""
    assert sealed(specified_review("ferrowick")) == FERROWICK


@pytest.mark.parametrize(
    ("register", "key", "values"),
    [
        (RegisterName.AI_TOOLS, "T01", {"notes": "Seen again."}),
        (RegisterName.PARTICIPANTS, "P01", {"name": "Somebody Else"}),
        (RegisterName.EVIDENCE, "E01", {"extras": MappingProxyType({"x_file": {"sha256": "0" * 64}})}),
        (RegisterName.ENGAGEMENT, "engagement", {"limitations": "None."}),
    ],
)
def test_any_field_of_any_entry_changes_it(
    register: RegisterName, key: str, values: dict[str, object]
) -> None:
    before = specified_review("ferrowick")
    after = with_fields(before, register, key, **values)

    assert sealed(before) != sealed(after)


def test_a_word_of_the_question_pack_changes_it() -> None:
    review = specified_review("ferrowick")
    first, *others = review.pack.questions
    reworded = replace(review.pack, questions=(replace(first, text=first.text + " "), *others))

    assert sealed(replace(review, pack=reworded)) != sealed(review)


def test_another_result_of_the_same_answers_changes_it() -> None:
    review = specified_review("ferrowick")
    result = assess(review)
    shorter = replace(result, risks=result.risks[:-1])

    assert seal(review, shorter) != seal(review, result)


@pytest.mark.parametrize("number", range(3))
def test_the_order_in_which_entries_were_made_does_not(number: int) -> None:
    review = specified_review("ferrowick")

    assert sealed(shuffled(review, Random(number))) == sealed(review)


def test_title_state_and_version_of_the_review_do_not() -> None:
    review = specified_review("ferrowick")
    header = replace(review.header, title="Final", sealed=True, version=3)

    assert sealed(replace(review, header=header)) == sealed(review)


def test_it_outlives_the_interchange() -> None:
    review = specified_review("ferrowick")

    assert sealed(read_review(write_review(review), review.pack).snapshot) == sealed(review)


@pytest.mark.parametrize(
    "where",
    [("America/Anchorage", "C", "1"), ("Asia/Kathmandu", "de_DE.UTF-8", "2"), ("UTC", "tr_TR.UTF-8", "3")],
)
def test_it_is_the_same_in_any_time_zone_and_locale(where: tuple[str, str, str]) -> None:
    zone, locale, hashes = where
    environment = {**os.environ, "TZ": zone, "LC_ALL": locale, "PYTHONHASHSEED": hashes}

    done = subprocess.run(
        [sys.executable, "-c", PRINTS_THE_SEAL],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        check=True,
        timeout=120,
    )

    assert done.stdout.decode().strip() == FERROWICK


def by_a_stranger(review: bytes, pack: bytes, assessment: bytes) -> str:
    """The recipe of how-to-recompute.txt with nothing of ours; plain numbers and names sort alike in both."""

    def written(value: object) -> str:
        return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)

    kept = {name: value for name, value in json.loads(review).items() if value != []}
    for value in kept.values():
        if isinstance(value, list):
            value.sort(key=lambda item: written(item).encode())
    body = {
        "format": "plumbline-seal",
        "version": 1,
        "review": kept,
        "question_pack": json.loads(pack),
        "assessment": json.loads(assessment),
    }
    return hashlib.sha256(written(body).encode()).hexdigest()


def test_a_stranger_recomputes_it_with_nothing_of_ours() -> None:
    review = specified_review("ferrowick")
    files = (write_review(review), write_pack(review.pack), write_assessment(assess(review)))

    assert by_a_stranger(*files) == sealed(review)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        # RFC 8785, 3.2.2 and appendix B
        (333333333.33333329, "333333333.3333333"),
        (1e30, "1e+30"),
        (4.50, "4.5"),
        (2e-3, "0.002"),
        (0.000000000000000000000000001, "1e-27"),
        (-0.0, "0"),
        (5e-324, "5e-324"),
        (1.7976931348623157e308, "1.7976931348623157e+308"),
        (9007199254740992.0, "9007199254740992"),
        (295147905179352830000.0, "295147905179352830000"),
        (1e21, "1e+21"),
        (9.999999999999997e22, "9.999999999999997e+22"),
        (0.000001, "0.000001"),
        (1e-7, "1e-7"),
        (10**18, "1000000000000000000"),
        ('\u20ac$\u000f\nA\'B"\\\\"/', '"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"'),
        ([56, {"d": True, "10": None, "1": []}], '[56,{"1":[],"10":null,"d":true}]'),
        ({"\ufb33": 1, "\U0001f600": 2, "\r": 3, "1": 4}, '{"\\r":3,"1":4,"\U0001f600":2,"\ufb33":1}'),
    ],
)
def test_the_canonical_form_is_that_of_rfc_8785(value: object, written: str) -> None:
    assert canonical(value).decode() == written  # type: ignore[arg-type]  # plain JSON


def test_what_json_does_not_have_is_refused() -> None:
    for value in (float("nan"), float("inf"), "\ud800"):
        with pytest.raises(ValueError, match=r"number|surrogate"):
            canonical(value)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
)


@given(JSON)
def test_the_canonical_form_is_json_and_stays_as_it_is(value: object) -> None:
    written = canonical(value)  # type: ignore[arg-type]  # plain JSON

    assert canonical(json.loads(written)) == written


@given(st.dictionaries(st.text(), JSON, max_size=5), st.randoms())
def test_the_order_of_names_does_not_count(value: dict[str, object], random: Random) -> None:
    items = list(value.items())
    random.shuffle(items)

    assert canonical(dict(items)) == canonical(value)  # type: ignore[arg-type]  # plain JSON


def test_something_else_than_a_review_has_a_seal_too() -> None:
    """Whatever lies in a report that was tampered with, the check says so instead of failing."""
    assert len(seal_of([], None, "")) == 64


def test_a_stranger_recomputes_that_of_a_review_with_odd_words_and_fields_of_others() -> None:
    odd = replace(
        big_snapshot(6), extras=MappingProxyType({"x_none": [], "x_list": [{"é\U0001f600": 1.5}, 2, "a"]})
    )
    files = (write_review(odd), write_pack(odd.pack), write_assessment(assess(odd)))

    assert seal_of(*(json.loads(part) for part in files)) == sealed(odd)
