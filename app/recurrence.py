"""How often something comes back, read from the words that people write for it."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

_NAMES = (
    (r"fortnightly|biweekly", "weekly", 2),
    (r"half[- ]?yearly|semi-?annual(ly)?|twice a year", "monthly", 6),
    (r"quarterly|each quarter|every quarter", "monthly", 3),
    (r"bi-?monthly", "monthly", 2),
    (r"daily|every day", "daily", 1),
    (r"weekly|each week|every week", "weekly", 1),
    (r"monthly|each month|every month", "monthly", 1),
    (r"yearly|annual(ly)?|each year|every year|once a year", "yearly", 1),
)
_NUMBERS = {"two": 2, "three": 3, "four": 4, "six": 6}
_EVERY = re.compile(r"\bevery (\d{1,3}|two|three|four|six) (day|week|month|year)s?\b")
_UNITS = {"day": "daily", "week": "weekly", "month": "monthly", "year": "yearly"}
_DAYS = {"daily": 1, "weekly": 7}
# What tells nobody apart: units, numbers, and what a review may wait for.
_TELLS_NOBODY_APART = """
a ad after an and annual annually any as at before biannual biannually bimonthly biweekly by change changed
changes continuous continuously daily day days demand each end every first five for fortnight fortnightly
four half hoc if in incident incidents last least major minor month monthly months need needed never new
next of on once or per quarter quarterly quarters release releases semi semiannual semiannually seven six
start ten the then three time times twelve twice two until update updates upgrade upgrades version week
weekly weeks when within working year yearly years
"""
_PLAIN_WORDS = frozenset(_TELLS_NOBODY_APART.split())


class Frequency(StrEnum):
    """The unit of a recurrence."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    YEARLY = "yearly"


@dataclass(frozen=True, slots=True)
class Recurrence:
    """Every `interval` days, weeks, months or years."""

    frequency: Frequency
    interval: int = 1

    def after(self, begun: date) -> date:
        """The next day; where a month is shorter, its last day. ValueError beyond the calendar's end."""
        days = _DAYS.get(self.frequency)
        if days is not None:
            try:
                return begun + timedelta(days=days * self.interval)
            except OverflowError as error:
                raise ValueError(begun) from error
        months = self.interval * (12 if self.frequency is Frequency.YEARLY else 1)
        years, month = divmod(begun.month - 1 + months, 12)
        year = begun.year + years
        if year > date.max.year:
            raise ValueError(begun)
        return date(year, month + 1, min(begun.day, monthrange(year, month + 1)[1]))


def recurrence(words: str | None) -> Recurrence | None:
    """The recurrence that words such as "quarterly" or "every six months" name; None where they name none.

    "yearly and on change" is yearly; "within 7 days of each release" has no rhythm of its own.
    """
    said = (words or "").casefold()
    if found := _EVERY.search(said):
        number = _NUMBERS.get(found[1]) or int(found[1])
        return Recurrence(Frequency(_UNITS[found[2]]), number) if number else None
    for pattern, frequency, interval in _NAMES:
        if re.search(rf"\b({pattern})\b", said):
            return Recurrence(Frequency(frequency), interval)
    return None


def says_only_how_often(words: str) -> bool:
    """Whether a text says nothing besides how often, such as "yearly and on change": no name can be in it."""
    said = re.findall(r"\w+", words.casefold())
    return bool(said) and all(word.isdecimal() or word in _PLAIN_WORDS for word in said)
