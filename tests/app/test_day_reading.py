"""Dates are read as people type them, and never guessed."""

from datetime import date

import pytest

from app.day_reading import is_from_today, typed_day

TODAY = date(2026, 11, 28)


@pytest.mark.parametrize(
    "text",
    [
        "2026-12-14", "2026/12/14", "14.12.2026", "14.12.26", "14/12/2026", "12/14/2026", "14 Dec 2026",
        "14 December 2026", "14th Dec. 2026", "14-dec-2026", "Dec 14, 2026", " 14  Dec  2026 ", "+16",
        "+16 days", "+ 16d",
    ],
)  # fmt: skip
def test_one_day_is_read_however_it_is_written(text: str) -> None:
    assert typed_day(text, TODAY) == date(2026, 12, 14)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", TODAY),
        ("Tomorrow", date(2026, 11, 29)),
        ("+1 day", date(2026, 11, 29)),
        ("+2 weeks", date(2026, 12, 12)),
        ("+2w", date(2026, 12, 12)),
        ("+0", TODAY),
    ],
)
def test_days_count_from_today(text: str, day: date) -> None:
    assert typed_day(text, TODAY) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "03/04/2026",
        "31.02.2026",
        "14 Dec",
        "14 J 2026",
        "2026-13-01",
        "-14",
        "+14 moons",
        "14",
        "+99999",
    ],
)
def test_what_is_no_day_or_could_be_two_is_not_guessed(text: str) -> None:
    assert typed_day(text, TODAY) is None


def test_no_day_lies_beyond_the_calendar() -> None:
    assert typed_day("+9999 weeks", date(9990, 1, 1)) is None


def test_a_count_from_today_is_known_before_it_is_whole() -> None:
    assert is_from_today("+1")
    assert not is_from_today("14 Dec 2026")
