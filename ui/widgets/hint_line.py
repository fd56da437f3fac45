"""One quiet line under a page that says what can be done there, and can be put away."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.i18n import _
from ui.theme import Theme
from ui.widgets.buttons import icon_button
from ui.widgets.labels import small

CROSS = 14


class HintLine(QWidget):
    """Takes no room while it says nothing. `dismissed` carries the name of the hint that was put away."""

    dismissed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
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
        self.setVisible(bool(name))

    def _build(self) -> None:
        self.setObjectName("hint_line")
        self._words.setObjectName("hint_words")
        side = self._theme.px(CROSS)
        self._cross.setIconSize(QSize(side, side))
        space = self._theme.space
        row = QHBoxLayout(self)
        row.setContentsMargins(space(3), 0, space(2), space(0.5))
        row.setSpacing(space(1))
        row.addWidget(self._words, 1)
        row.addWidget(self._cross, 0, Qt.AlignmentFlag.AlignVCenter)
