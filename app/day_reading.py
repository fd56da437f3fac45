"""Reads dates as people and spreadsheets write them."""

import re
from datetime import date, timedelta

from app.i18n import _
from models.months import MONTHS

_ISO = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?:[T ].*)?", re.DOTALL)
_NUMBERS = re.compile(r"([0-9]{1,2})([./-])([0-9]{1,2})[./-]([0-9]{4})(?:[T ].*)?", re.DOTALL)
_DAY_IN_WORDS = re.compile(
    r"([0-9]{1,2})(?:st|nd|rd|th)?[ .-]+([a-z]{3,9})\.?,?[ -]+([0-9]{4})", re.IGNORECASE
)
_MONTH_IN_WORDS = re.compile(r"([a-z]{3,9})\.? +([0-9]{1,2})(?:st|nd|rd|th)?,? +([0-9]{4})", re.IGNORECASE)
_SHORT_YEAR = re.compile(r"([0-9]{1,2}\.[0-9]{1,2}\.)([0-9]{2})")
_FROM_TODAY = re.compile(r"\+ ?([0-9]{1,4})(?: ?(d|days?|w|weeks?))?", re.IGNORECASE)
_MONTHS_IN_A_YEAR, _DAYS_IN_A_WEEK = 12, 7


def day_of(text: str, *, day_first: bool | None = None) -> date | None:
    """The date that a text stands for; None for what is no date, or could be two.

    03/04/2024 could be two unless `day_first` says so; 13/04/2024 and 31.12.2024 are one each.
    """
    text = text.strip()
    if found := _ISO.fullmatch(text):
        return _date(found[1], found[2], found[3])
    if found := _NUMBERS.fullmatch(text):
        return _by_numbers(int(found[1]), int(found[3]), int(found[4]), found[2], day_first)
    if found := _DAY_IN_WORDS.fullmatch(text):
        return _date(found[3], _month(found[2]), found[1])
    if found := _MONTH_IN_WORDS.fullmatch(text):
        return _date(found[3], _month(found[1]), found[2])
    return None


def typed_day(text: str, today: date) -> date | None:
    """The date that a person types: one of `day_of`, 14.12.26, today, tomorrow, +14, +14 days or +2 weeks."""
    text = " ".join(text.split())
    near = {_("today").casefold(): 0, _("tomorrow").casefold(): 1}
    if (days := near.get(text.casefold())) is not None:
        return _later(today, days)
    if is_from_today(text):
        found = _FROM_TODAY.fullmatch(text)
        assert found is not None  # noqa: S101  (that is what was asked)
        weeks = (found[2] or "").lower().startswith("w")
        return _later(today, int(found[1]) * (_DAYS_IN_A_WEEK if weeks else 1))
    if found := _SHORT_YEAR.fullmatch(text):
        text = f"{found[1]}20{found[2]}"
    return day_of(text)


def is_from_today(text: str) -> bool:
    """Whether a text counts from today: +14, +14 days, +2 weeks."""
    return _FROM_TODAY.fullmatch(text.strip()) is not None


def _later(today: date, days: int) -> date | None:
    try:
        return today + timedelta(days=days)
    except OverflowError:
        return None


def _by_numbers(first: int, second: int, year: int, mark: str, day_first: bool | None) -> date | None:
    # With full stops the day is first wherever dates are written so.
    if first > _MONTHS_IN_A_YEAR or (mark == "." and second <= _MONTHS_IN_A_YEAR) or first == second:
        return _date(year, second, first)
    if second > _MONTHS_IN_A_YEAR:
        return _date(year, first, second)
    if day_first is None:
        return None
    return _date(year, second, first) if day_first else _date(year, first, second)


def _month(word: str) -> int:
    matching = [n for n, name in enumerate(MONTHS, start=1) if name.startswith(word.capitalize())]
    return matching[0] if len(matching) == 1 else 0


def _date(year: int | str, month: int | str, day: int | str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
