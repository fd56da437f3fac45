"""Dates as people write them, whatever the machine's language."""

from datetime import date

from app.i18n import _

_MONTHS = (
    _("January"),
    _("February"),
    _("March"),
    _("April"),
    _("May"),
    _("June"),
    _("July"),
    _("August"),
    _("September"),
    _("October"),
    _("November"),
    _("December"),
)


def day(value: date | None) -> str:
    """A date as people write it: 13 November 2026."""
    if value is None:
        return _("no date")
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def short_day(value: date) -> str:
    """The same where there is little room: 13 Nov 2026."""
    return f"{value.day} {_MONTHS[value.month - 1][:3]} {value.year}"
