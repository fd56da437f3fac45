"""The plan for the room: what is done when, and which role owns it."""

from bisect import bisect_left
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from app.audience import AudienceAction, AudiencePlan
from app.day_words import short_day
from app.i18n import _, ngettext
from ui.presenter.column import Column
from ui.presenter.sheet import Sheet
from ui.theme import Theme

OWNER_SHARE, DAY_SHARE = 0.26, 0.14
# Smaller than this share of a sheet's type nobody reads it from the third row: then actions are counted.
READABLE = 0.72


class PlanSheet(Sheet[AudiencePlan]):
    """A table without lines, by horizon. What does not fit in readable type is counted under its horizon."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._most: int | None = None

    def spoken(self, value: AudiencePlan) -> tuple[str, str]:
        """The heading, and every action with its owner and day."""
        parts = [
            f"{horizon.title}: " + "; ".join(_line(action) for action in horizon.actions)
            for horizon in value.horizons
        ]
        return _("Fix first"), ". ".join(parts) or _nothing()

    def lay(self, column: Column, value: AudiencePlan) -> None:
        """The horizons, each with its actions; as many as the present scale has room for."""
        column.words(_("Fix first"), column.font("room"))
        column.gap(2)
        if not value.horizons:
            column.words(_nothing(), column.font("heading"), "muted")
        has_days = any(action.due for horizon in value.horizons for action in horizon.actions)
        for horizon, shown in zip(value.horizons, self._shown(value), strict=True):
            column.words(horizon.title, column.font("heading", is_bold=True), "accent")
            column.gap(0.75)
            for action in horizon.actions[:shown]:
                _lay_action(column, action, DAY_SHARE if has_days else 0)
            if (more := len(horizon.actions) - shown) > 0:
                words = ngettext("and {n} more", "and {n} more", more).format(n=more)
                column.words(words, column.font("heading"), "muted")
            column.gap(2)

    def _settle(self) -> None:
        self._most = None
        super()._settle()

    def _shown(self, value: AudiencePlan) -> list[int]:
        most = self._most
        return [
            len(each.actions) if most is None else min(most, len(each.actions)) for each in value.horizons
        ]

    def _fit(self) -> Theme:
        """As other sheets; where that would take type that nobody can read, the longest lists are cut."""
        smallest = replace(self._theme, scale=READABLE * self._scale())
        value = self._value
        if value is None or self._holds(smallest, value):
            return super()._fit()
        longest = max((len(each.actions) for each in value.horizons), default=0)
        self._most = bisect_left(range(longest), True, key=lambda n: not self._holds(smallest, value, n + 1))
        return super()._fit()

    def _holds(self, theme: Theme, value: AudiencePlan, most: int | None = None) -> bool:
        """Whether at most so many actions of each horizon fit at a scale."""
        self._most = most
        return self.fits(theme, value)


def _lay_action(column: Column, action: AudienceAction, day_share: float) -> None:
    font = column.font("heading")
    gap = column.space(2)
    owner, day = round(column.width * OWNER_SHARE), round(column.width * day_share)
    text = column.width - owner - day
    words = f"✓ {action.text}" if action.is_done else action.text
    cells = ((words, "text", 0, text - gap), (action.owner, "muted", text, owner - gap))
    height = max(column.height_of(each, font, width) for each, _role, _left, width in cells)
    height = max(height, QFontMetrics(font).lineSpacing())
    for each, role, left, width in cells:
        used = min(height, column.height_of(each, font, width))
        column.put(QRect(column.left + left, column.y, width, used), each, font, role)
    line = QRect(column.left + text + owner, column.y, day, QFontMetrics(font).lineSpacing())
    column.put(line, _day(action.due), font, "muted")
    column.y += height + column.space(1)


def _day(due: date | None) -> str:
    return "" if due is None else short_day(due)


def _line(action: AudienceAction) -> str:
    return ", ".join(part for part in (action.text, action.owner, _day(action.due)) if part)


def _nothing() -> str:
    return _("Nothing is agreed yet.")
