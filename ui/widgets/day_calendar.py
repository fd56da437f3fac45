"""A calendar to pick a day from, in the look of the window."""

from datetime import date

from PySide6.QtCore import QDate, QSize, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QAbstractItemView, QCalendarWidget, QToolButton, QWidget

from app.day_words import day as in_words
from app.i18n import _
from ui.theme import Theme
from ui.widgets.icons import ICON_SIZE, icon

SIZE = (308, 264)
WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)


class DayCalendar(QCalendarWidget):
    """Six whole weeks; today stands out, and Saturday and Sunday are days like others."""

    def __init__(self, theme: Theme, chosen: date | None, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._days = self.findChild(QAbstractItemView, "qt_calendar_calendarview")
        self._build(today)
        if chosen is not None:
            self.setSelectedDate(QDate(chosen.year, chosen.month, chosen.day))
        self.selectionChanged.connect(self._name_day)
        self._name_day()

    def _name_day(self) -> None:
        """Let a screen reader say the whole day that the keys stand on: its cell has but a number."""
        now = self.selectedDate()
        if self._days is not None:
            words = in_words(date(now.year(), now.month(), now.day()))
            self._days.setAccessibleName(_("Calendar, {day}").format(day=words))

    def _build(self, today: date) -> None:
        theme = self._theme
        self.setObjectName("calendar")
        self.setFont(theme.font())
        self.setMinimumSize(theme.px(SIZE[0]), theme.px(SIZE[1]))
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        names, day, now = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        names.setForeground(theme.color("text"))
        names.setBackground(theme.color("surface"))
        day.setForeground(theme.color("text"))
        now.setFont(theme.font("strong"))
        now.setFontUnderline(True)
        self.setHeaderTextFormat(names)
        for weekday in WEEKEND:
            self.setWeekdayTextFormat(weekday, day)
        self.setDateTextFormat(QDate(today.year, today.month, today.day), now)
        for name, picture, words in (
            ("qt_calendar_prevmonth", "chevron-left", _("The month before")),
            ("qt_calendar_nextmonth", "chevron-right", _("The next month")),
        ):
            turn = self.findChild(QToolButton, name)
            if turn is not None:
                turn.setIcon(icon(picture, theme))
                turn.setIconSize(QSize(theme.px(ICON_SIZE), theme.px(ICON_SIZE)))
                turn.setToolTip(words)
                turn.setAccessibleName(words)
