"""What each fact about a signed file comes to by itself: files in which only one is wrong are rare."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from app.signing.findings import Grade
from app.signing.pdf_checks import checked_as_a_whole, checked_signatures
from app.signing.pdf_signatures import SignedPdf, signed_pdf
from tests.app.signing.conftest import SignedReview


@pytest.fixture(scope="module")
def sound(signed_once: SignedReview) -> SignedPdf:
    return signed_pdf(signed_once.by_both)


def codes(pdf: SignedPdf, grades: Sequence[Grade] = (Grade.BAD, Grade.OPEN, Grade.NOTE)) -> set[str]:
    each = (finding for signature in checked_signatures(pdf) for finding in signature.findings)
    return {finding.code for finding in (*each, *checked_as_a_whole(pdf)) if finding.grade in grades}


def with_last(pdf: SignedPdf, **facts: Any) -> SignedPdf:  # a field of FoundSignature each
    first, last = sorted(pdf.signatures, key=lambda one: one.revision)
    return replace(pdf, signatures=(first, replace(last, **facts)))


def test_nothing_is_wrong_with_a_sound_one(sound: SignedPdf) -> None:
    assert codes(sound) == set()
    assert codes(sound, (Grade.GOOD,)) == {"intact", "whole-file"}


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"digest_fits": False}, "altered"),
        ({"is_genuine": False}, "not-genuine"),
        ({"is_strong": False}, "weak-digest"),
        ({"changes_are_allowed": False}, "forbidden-change"),
        ({"covers_all": False}, "not-whole-file"),
        ({"locks": False}, "not-locked"),
        ({"revision": 1}, "unexplained-revision"),
        ({"revision": 3}, "unexplained-revision"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_wrong_with_a_signature_is_called_so(
    sound: SignedPdf, facts: dict[str, object], code: str
) -> None:
    assert codes(with_last(sound, **facts)) == {code}


def test_a_field_that_is_there_twice_is_one_too_many(sound: SignedPdf) -> None:
    assert codes(replace(sound, fields=(*sound.fields, sound.fields[0]))) == {"unexpected-signature"}


def test_so_is_a_third_signature_in_one_of_the_two_fields(sound: SignedPdf) -> None:
    third = replace(max(sound.signatures, key=lambda one: one.revision), revision=3)

    found = codes(replace(sound, signatures=(*sound.signatures, third), revisions=4))

    assert found == {"unexpected-signature"}


def test_a_revision_that_no_signature_explains_is_found(sound: SignedPdf) -> None:
    assert codes(replace(sound, revisions=sound.revisions + 1)) == {"unexplained-revision"}


def test_a_title_that_a_revision_changes_is_found(sound: SignedPdf) -> None:
    forged = {**sound.described[-1], "/Title": "Another client's report"}

    assert codes(replace(sound, described=(*sound.described[:-1], forged))) == {"forged-title"}
