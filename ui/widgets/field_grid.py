"""Sets fields in one or two columns, as the room allows."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.theme import Theme

TWO_COLUMNS_FROM = 640


class FieldGrid(QWidget):
    """Fields from left to right and from top to bottom; wide ones take a row."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fields: list[tuple[QWidget, bool]] = []
        self._columns = 1
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.space(3))
        self._grid.setVerticalSpacing(theme.space(2))

    def add(self, field: QWidget, *, is_wide: bool) -> None:
        """Add a field at the end."""
        self._fields.append((field, is_wide))

    def arrange(self) -> None:
        """Place the fields, after the last one was added or the room has changed."""
        row = column = 0
        for field, is_wide in self._fields:
            span = self._columns if is_wide else 1
            if column + span > self._columns:
                row, column = row + 1, 0
            self._grid.addWidget(field, row, column, 1, span)
            column += span
        for index in range(2):
            self._grid.setColumnStretch(index, 1 if index < self._columns else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = 2 if event.size().width() >= self._theme.px(TWO_COLUMNS_FROM) else 1
        if columns != self._columns:
            self._columns = columns
            self.arrange()
