"""Small labels with a ground of their own: the band of a risk, and a chip."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from app.i18n import _
from ui.theme import Theme
from ui.widgets.buttons import icon_button
from ui.widgets.labels import restyle

if TYPE_CHECKING:
    from models.risk import Band


class BandBadge(QLabel):
    """A band in its colour, with its mark and its word, so that it reads without colour too."""

    def __init__(self, theme: Theme, band: "Band | None" = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("band_badge")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font("strong"))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_band(band)

    def show_band(self, band: "Band | None") -> None:
        """Show a band, or nothing."""
        self.setVisible(band is not None)
        if band is None:
            self.clear()
            return
        style = self._theme.bands[band]
        self.setText(f"{style.mark} {_(band.value)}")
        self.setAccessibleName(_(band.value))
        self.setProperty("band", band.value)
        restyle(self)
        words = self.fontMetrics().horizontalAdvance(self.text())
        self.setMinimumWidth(words + self._theme.space(2.5))


class Chip(QWidget):
    """A short word on a soft ground. `clicked` when pressed, `removed` when its cross is pressed.

    Kinds: neutral, accent, ok, warn, danger. A chip takes the keyboard only if it can be pressed.
    """

    clicked = Signal()
    removed = Signal()

    def __init__(
        self,
        text: str,
        theme: Theme,
        kind: str = "neutral",
        *,
        can_be_pressed: bool = False,
        can_be_removed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._can_be_pressed = can_be_pressed
        self._words = QLabel(text, self)
        self._build(kind, can_be_removed)

    @property
    def text(self) -> str:
        """The word on it."""
        return self._words.text()

    def show_text(self, text: str, kind: str = "neutral") -> None:
        """Show another word, on the ground of another kind."""
        self._words.setText(text)
        self.setAccessibleName(text)
        self.setProperty("chip", kind)
        restyle(self)

    def _build(self, kind: str, can_be_removed: bool) -> None:
        self.setObjectName("chip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setFont(self._theme.font("small"))
        row = QHBoxLayout(self)
        space = self._theme.space
        row.setContentsMargins(space(1), space(0.25), space(1), space(0.25))
        row.setSpacing(self._theme.space(0.5))
        row.addWidget(self._words)
        if can_be_removed:
            cross = icon_button("x", _("Remove {what}").format(what=self.text), self._theme, "remove", self)
            cross.clicked.connect(self.removed)
            row.addWidget(cross)
        if self._can_be_pressed:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_text(self.text, kind)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._can_be_pressed and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressed = event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if self._can_be_pressed and pressed:
            self.clicked.emit()
        else:
            super().keyPressEvent(event)
