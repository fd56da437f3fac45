"""A line of words with its state, that leads to where it is recorded."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.i18n import _
from app.why import Input
from ui.theme import Theme
from ui.widgets.basics import body, label, small
from ui.widgets.icons import pixmap
from ui.widgets.style import filled

# A shape for each tone, so that colour never stands alone.
_SHAPES = {"bad": ("●", "danger"), "partly": ("◐", "warn"), "good": ("○", "ok"), "unknown": ("?", "warn")}
_KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
_RULES = """
#link_row { border: ${edge}px solid transparent; border-radius: ${inner}px; }
#link_row:hover { background: $raised; }
#link_row:focus { border-color: $focus; }
"""


class LinkRow(QFrame):
    """An input of a risk. `followed` carries its place when it is clicked or Enter is pressed."""

    followed = Signal(str)

    def __init__(self, theme: Theme, shown: Input, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._place = shown.place
        self._build(shown)

    @property
    def place(self) -> str:
        """Where it leads."""
        return self._place

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._place and Qt.Key(event.key()) in _KEYS:
            self.followed.emit(self._place)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._place and self.rect().contains(event.position().toPoint()):
            self.followed.emit(self._place)

    def _build(self, shown: Input) -> None:
        self.setObjectName("link_row")
        self.setStyleSheet(filled(_RULES, self._theme))
        words = ", ".join((shown.words, shown.state, *shown.marks))
        self.setAccessibleName(_("{words}. Go to where it is recorded.").format(words=words))
        row = QHBoxLayout(self)
        space = self._theme.space
        row.setContentsMargins(space(0.5), space(0.5), space(0.5), space(0.5))
        row.setSpacing(space(1))
        row.addWidget(self._shape(shown.tone), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._words(shown), 1)
        if self._place:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            arrow = QLabel(self)
            arrow.setPixmap(pixmap("chevron-right", self._theme, "muted", 16))
            row.addWidget(arrow, 0, Qt.AlignmentFlag.AlignTop)

    def _shape(self, tone: str) -> QLabel:
        shape, role = _SHAPES[tone]
        mark = label(shape, self._theme, "strong", role, self)
        mark.setFixedWidth(self._theme.px(16))
        mark.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return mark

    def _words(self, shown: Input) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(body(shown.words, self._theme, self))
        column.addWidget(small(" · ".join((shown.state, *shown.marks)), self._theme, self))
        return column
