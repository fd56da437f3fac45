"""Three-valued facts: yes, no, or nobody knows (risk model rm-1, 0). A missing fact is unknown."""

from collections.abc import Iterable
from enum import StrEnum

from models.values import Frequency, Tri, Unknown

YES, NO, UNKNOWN = Tri.YES, Tri.NO, Tri.UNKNOWN

HEAVY_USERS = 10
_WEEKLY_OR_MORE = (Frequency.CONTINUOUS, Frequency.DAILY, Frequency.WEEKLY)


def fact(holds: bool) -> Tri:
    """A fact that is always known."""
    return YES if holds else NO


def stated(value: Tri | None) -> Tri:
    """A recorded fact; a missing one is unknown."""
    return UNKNOWN if value is None else value


def negated(value: Tri | None) -> Tri:
    """NOT: swaps yes and no, keeps unknown."""
    if value is YES:
        return NO
    return YES if value is NO else UNKNOWN


def any_of(facts: Iterable[Tri]) -> Tri:
    """OR: yes if any is yes, else unknown if any is unknown, else no."""
    result = NO
    for each in facts:
        if each is YES:
            return YES
        if each is UNKNOWN:
            result = UNKNOWN
    return result


def all_of(facts: Iterable[Tri]) -> Tri:
    """AND: no if any is no, else unknown if any is unknown, else yes."""
    result = YES
    for each in facts:
        if each is NO:
            return NO
        if each is UNKNOWN:
            result = UNKNOWN
    return result


def is_in(value: StrEnum | None, *choices: StrEnum) -> Tri:
    """Whether a value of a closed list is one of the choices; unknown if it is unknown."""
    if is_unknown(value):
        return UNKNOWN
    return YES if value in choices else NO


def at_least(count: int | Unknown | None, limit: int) -> Tri:
    """Whether a count reaches a limit; unknown if it is unknown."""
    if not isinstance(count, int):
        return UNKNOWN
    return YES if count >= limit else NO


def is_unknown(value: object) -> bool:
    """Whether a recorded value of any kind is missing or unknown."""
    return value is None or value == "unknown"


def weekly_or_more(frequency: Frequency | None) -> Tri:
    """Whether something is used weekly or more."""
    return is_in(frequency, *_WEEKLY_OR_MORE)


def heavy_use(frequency: Frequency | None, users: int | Unknown | None) -> Tri:
    """Whether something is used weekly or more, or by ten people or more."""
    return any_of((weekly_or_more(frequency), at_least(users, HEAVY_USERS)))
