"""The base of what the room sees: one value, set as large as the window holds it whole; nothing scrolls."""

from dataclasses import replace
from typing import Generic, TypeVar

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.presenter.column import Column
from ui.theme import Theme

# A window of this size shows the room's type at its own size; a larger one grows it.
FULL_WIDTH, FULL_HEIGHT = 1024, 640
MARGIN = 4
LARGEST_TEXT = 1.5
STEP, SMALLEST = 0.96, 0.3

V = TypeVar("V")


class Sheet(QWidget, Generic[V]):
    """Shows one value at a time; `forget` leaves nothing of it behind."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._value: V | None = None
        self._fitted: Theme | None = None

    @property
    def fitted(self) -> Theme:
        """The theme at the scale at which the value fits."""
        if self._fitted is None:
            self._fitted = self._fit()
        return self._fitted

    def show_value(self, value: V) -> None:
        """Show a value."""
        self._value = value
        name, description = self.spoken(value)
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        self._settle()

    def forget(self) -> None:
        """Show nothing, and keep nothing."""
        self._value = None
        self.setAccessibleName("")
        self.setAccessibleDescription("")
        self._settle()

    def lay(self, column: Column, value: V) -> None:
        """Set the value into a column: measured first, then painted by the same calls."""
        raise NotImplementedError

    def spoken(self, value: V) -> tuple[str, str]:
        """What a screen reader says of the value: its name, and what else there is."""
        raise NotImplementedError

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._value is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.lay(self._column(self.fitted, painter), self._value)
        painter.end()

    def fits(self, theme: Theme, value: V) -> bool:
        """Whether a value is whole at a scale."""
        column = self._column(theme)
        self.lay(column, value)
        return column.y <= self.room().bottom() and not column.is_cut

    def room(self) -> QRect:
        """Where the value stands: the window without its margins."""
        margin = round(self._theme.space(MARGIN) * self._scale() / max(self._theme.scale, 1.0))
        return self.rect().adjusted(margin, margin, -margin, -margin)

    def _settle(self) -> None:
        self._fitted = None
        self.update()

    def _column(self, theme: Theme, painter: QPainter | None = None) -> Column:
        room = self.room()
        return Column(theme, room.left(), room.top(), room.width(), painter)

    def _scale(self) -> float:
        size = min(self.width() / FULL_WIDTH, self.height() / FULL_HEIGHT)
        return max(size * min(self._theme.scale, LARGEST_TEXT), SMALLEST)

    def _fit(self) -> Theme:
        """The largest scale at which nothing of the value is cut, and it is no higher than its room."""
        fitted = replace(self._theme, scale=self._scale())
        while self._value is not None and fitted.scale > SMALLEST and not self.fits(fitted, self._value):
            fitted = replace(fitted, scale=fitted.scale * STEP)
        return fitted
