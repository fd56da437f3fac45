"""A field under its label, with a hint below."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.labels import small, strong


class Labelled(QWidget):
    """A label that belongs to its field, so that a screen reader finds the way from one to the other."""

    def __init__(
        self, words: str, field: QWidget, theme: Theme, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.field = field
        self._label = strong(words, theme, self)
        self._hint = small(hint, theme, self)
        self._build(theme)

    @property
    def hint(self) -> QLabel:
        """The line below the field."""
        return self._hint

    def _build(self, theme: Theme) -> None:
        self._label.setBuddy(self.field.focusProxy() or self.field)
        if not self.field.accessibleName():
            self.field.setAccessibleName(self._label.text())
        self._hint.setVisible(bool(self._hint.text()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.space(1))
        column.setSpacing(theme.space(0.5))
        for part in (self._label, self.field, self._hint):
            column.addWidget(part)
