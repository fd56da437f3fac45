"""One quiet line at a place that says what can be done there, and can be put away."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.i18n import _
from ui.theme import Theme
from ui.widgets.buttons import icon_button
from ui.widgets.labels import small

CROSS = 14
LEAST_HEIGHT = 440  # of the window, measured in text of the usual size


class HintLine(QWidget):
    """Takes no room while it says nothing. `dismissed` carries the name of the hint that was put away.

    Large text in a small window needs all the room there is: it says nothing then, until the window grows.
    One that `fills_gap` stands in a line with others: it takes the room that is left and says nothing where
    that is too little, so that nothing else ever moves for it.
    """

    dismissed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, fills_gap: bool = False) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fills_gap = fills_gap
        self._name = ""
        self._words = small("", theme, self)
        self._cross = icon_button("x", _("Put this hint away"), theme, "dismiss_hint", self)
        self._build()
        self._cross.clicked.connect(lambda: self.dismissed.emit(self._name))
        self.hide()

    @property
    def name(self) -> str:
        """The hint that is shown, or nothing."""
        return self._name

    def show_hint(self, name: str, words: str) -> None:
        """Show a hint; one without a name goes away."""
        self._name = name
        self._words.setText(words)
        self.setAccessibleName(words)
        self.window().installEventFilter(self)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come and go as the window grows and shrinks."""
        if event.type() is QEvent.Type.Resize and watched is self.window():
            self._show()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _show(self) -> None:
        self.setVisible(bool(self._name) and self.window().height() >= self._theme.px(LEAST_HEIGHT))
        self._fit()

    def _fit(self) -> None:
        if self._fills_gap:
            needed = (
                self._words.sizeHint().width() + self._cross.sizeHint().width() + 2 * self._theme.space(1)
            )
            for part in (self._words, self._cross):
                part.setVisible(needed <= self.width())

    def _build(self) -> None:
        self.setObjectName("hint_line")
        self._words.setObjectName("hint_words")
        side = self._theme.px(CROSS)
        self._cross.setIconSize(QSize(side, side))
        space = self._theme.space
        row = QHBoxLayout(self)
        row.setContentsMargins(space(3), 0, space(2), space(0.5))
        row.setSpacing(space(1))
        row.addWidget(self._words, 0 if self._fills_gap else 1)
        row.addWidget(self._cross, 0, Qt.AlignmentFlag.AlignVCenter)
        if self._fills_gap:
            self._words.setWordWrap(False)
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
            row.setContentsMargins(0, 0, 0, 0)
            row.addStretch(1)
