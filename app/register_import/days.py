"""Reads the dates of an inventory in the order that its columns have."""

from datetime import date

from app.day_reading import day_of
from app.register_import.mapping import DayOrder


def day_in(text: str, order: DayOrder | None) -> date | None:
    """The date that a text stands for; None for what is no date, or could be two.

    03/04/2024 could be two unless `order` is given; 13/04/2024 and 31.12.2024 are one each.
    """
    return day_of(text, day_first=None if order is None else order is DayOrder.DAY_FIRST)
