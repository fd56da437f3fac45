"""Moments as this person's system writes them."""

from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale


def when_words(moment: datetime, *, with_seconds: bool = False) -> str:
    """Day and time on this computer's clock."""
    shown = QDateTime.fromSecsSinceEpoch(round(moment.timestamp()))
    words = QLocale().toString(shown, QLocale.FormatType.ShortFormat)
    return f"{words}:{moment.second:02}" if with_seconds else words
