"""One question for the room, with its guidance in the margin, or below it where there is no margin."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.guidance_panel import WIDTH, GuidancePanel
from ui.widgets.question_card import QuestionCard

MARGIN_FROM = 980
_UP_AND_DOWN = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down})


class RoomScroll(QScrollArea):
    """Scrolls by Up and Down only: every other key belongs to the question."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _UP_AND_DOWN:
            super().keyPressEvent(event)
        else:
            event.ignore()


class RoomView(QWidget):
    """The question card and the guidance panel."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._content = QWidget(self)
        self.card = QuestionCard(theme, self._content)
        self.guidance = GuidancePanel(theme, self._content)
        self._scroll = RoomScroll(self)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._content)
        self._build()

    def to_top(self) -> None:
        """Show the question from its beginning."""
        self._scroll.verticalScrollBar().setValue(0)

    def show_guidance(self, *, is_open: bool) -> None:
        """Open or fold the guidance."""
        self.guidance.setVisible(is_open)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        """Put the guidance at the side where there is room for it."""
        has_margin = self.width() >= self._theme.px(MARGIN_FROM)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._sides.setDirection(across if has_margin else down)
        self.guidance.setMinimumWidth(self._theme.px(WIDTH) if has_margin else 0)
        self.guidance.setMaximumWidth(self._theme.px(WIDTH) if has_margin else 1 << 20)

    def _build(self) -> None:
        self._sides.setContentsMargins(0, 0, self._theme.space(1), 0)
        self._sides.setSpacing(self._theme.space(4))
        self._sides.addWidget(self.card, 1)
        self._sides.addWidget(self.guidance)
        self._scroll.setObjectName("room_scroll")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._scroll.setWidget(self._content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
