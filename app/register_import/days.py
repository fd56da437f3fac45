"""Reads dates as people and spreadsheets write them."""

import re
from datetime import date

from app.register_import.mapping import DayOrder

_ISO = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?:[T ].*)?", re.DOTALL)
_NUMBERS = re.compile(r"([0-9]{1,2})([./-])([0-9]{1,2})[./-]([0-9]{4})(?:[T ].*)?", re.DOTALL)
_DAY_IN_WORDS = re.compile(
    r"([0-9]{1,2})(?:st|nd|rd|th)?[ .-]+([a-z]{3,9})\.?,?[ -]+([0-9]{4})", re.IGNORECASE
)
_MONTH_IN_WORDS = re.compile(r"([a-z]{3,9})\.? +([0-9]{1,2})(?:st|nd|rd|th)?,? +([0-9]{4})", re.IGNORECASE)
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip
_MONTHS_IN_A_YEAR = 12


def day_in(text: str, order: DayOrder | None) -> date | None:
    """The date that a text stands for; None for what is no date, or could be two.

    03/04/2024 could be two unless `order` is given; 13/04/2024 and 31.12.2024 are one each.
    """
    text = text.strip()
    if found := _ISO.fullmatch(text):
        return _date(found[1], found[2], found[3])
    if found := _NUMBERS.fullmatch(text):
        return _by_numbers(int(found[1]), int(found[3]), int(found[4]), found[2], order)
    if found := _DAY_IN_WORDS.fullmatch(text):
        return _date(found[3], _month(found[2]), found[1])
    if found := _MONTH_IN_WORDS.fullmatch(text):
        return _date(found[3], _month(found[1]), found[2])
    return None


def _by_numbers(first: int, second: int, year: int, mark: str, order: DayOrder | None) -> date | None:
    # With full stops the day is first wherever dates are written so.
    if first > _MONTHS_IN_A_YEAR or (mark == "." and second <= _MONTHS_IN_A_YEAR) or first == second:
        return _date(year, second, first)
    if second > _MONTHS_IN_A_YEAR:
        return _date(year, first, second)
    if order is None:
        return None
    return _date(year, second, first) if order is DayOrder.DAY_FIRST else _date(year, first, second)


def _month(word: str) -> int:
    matching = [n for n, name in enumerate(_MONTHS, start=1) if name.startswith(word.lower())]
    return matching[0] if len(matching) == 1 else 0


def _date(year: int | str, month: int | str, day: int | str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
