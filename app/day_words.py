"""Dates as people write them, whatever the machine's language."""

from datetime import date, datetime

from app.i18n import _
from models.months import MONTHS


def day(value: date | None) -> str:
    """A date as people write it: 13 November 2026."""
    if value is None:
        return _("no date")
    return f"{value.day} {_month(value)} {value.year}"


def short_day(value: date) -> str:
    """The same where there is little room: 13 Nov 2026."""
    return f"{value.day} {_month(value)[:3]} {value.year}"


def clock(moment: datetime, *, with_seconds: bool = False) -> str:
    """The time of day on this computer's clock: 14:03."""
    return moment.astimezone().strftime("%H:%M:%S" if with_seconds else "%H:%M")


def day_and_time(moment: datetime, *, with_seconds: bool = False) -> str:
    """A moment on this computer's clock: 13 Nov 2026, 14:03."""
    local = moment.astimezone()
    return f"{short_day(local.date())}, {clock(local, with_seconds=with_seconds)}"


def _month(value: date) -> str:
    return _(MONTHS[value.month - 1])
