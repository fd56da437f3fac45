"""The seal that is printed is read page by page; reading can be followed and given up."""

from pathlib import Path
from threading import Thread

import pytest

from app.pdfium import PDFIUM
from app.signing import printed
from app.signing.printed import printed_seals
from app.signing.verification import verify
from tests.app.signing.conftest import SignedReview


def test_the_printed_seal_is_found_and_the_way_to_it_is_told(signed_once: SignedReview) -> None:
    shares: list[float] = []

    found = printed_seals(signed_once.by_both, shares.append)

    assert verify(signed_once.by_both).seal in found
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert len(shares) > 10


def test_it_ends_when_it_is_given_up_and_after_as_many_pages_as_no_report_has(
    signed_once: SignedReview, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert printed_seals(signed_once.by_both, cancelled=lambda: True) == frozenset()
    monkeypatch.setattr(printed, "MOST_PAGES", 1)
    shares: list[float] = []

    printed_seals(signed_once.by_both, shares.append)

    assert shares == [1.0]


def test_what_is_no_pdf_has_none(tmp_path: Path) -> None:
    assert printed_seals(b"no PDF") == frozenset()


def test_a_check_tells_how_far_it_is(signed_once: SignedReview) -> None:
    shares: list[float] = []

    verify(signed_once.by_both, on_progress=shares.append)

    assert shares == sorted(shares)
    assert 0 < shares[0] < shares[-1] <= 1


def test_it_waits_while_another_thread_asks_pdfium(signed_once: SignedReview) -> None:
    found: list[frozenset[str]] = []
    reading = Thread(target=lambda: found.append(printed_seals(signed_once.by_both)))
    with PDFIUM:
        reading.start()
        reading.join(0.3)
        assert reading.is_alive()
    reading.join(60)

    assert found[0]
