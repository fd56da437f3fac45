"""What stands behind the parts of a page: cards, lines between parts, a frame that scrolls, a column."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.theme import Theme


def card(theme: Theme, parent: QWidget | None = None) -> QFrame:
    """A sheet of the surface colour with round corners; cards never stand in cards."""
    sheet = QFrame(parent)
    sheet.setProperty("kind", "card")
    sheet.setContentsMargins(theme.space(1), theme.space(1), theme.space(1), theme.space(1))
    return sheet


def hairline(parent: QWidget | None = None) -> QFrame:
    """A thin line between two parts."""
    line = QFrame(parent)
    line.setProperty("kind", "hairline")
    line.setFixedHeight(1)
    return line


def scrolled(content: QWidget, name: str = "", parent: QWidget | None = None) -> QScrollArea:
    """The content in a frame that scrolls up and down when it is too small for it."""
    area = QScrollArea(parent)
    area.setObjectName(name)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area


def reading_column(
    page: QWidget, theme: Theme, name: str, widest: int, between: float
) -> tuple[QWidget, QVBoxLayout]:
    """The column of a page that is read from top to bottom, in a frame of this name that scrolls.

    It is at most `widest` pixels wide, before the text size; `between` its parts are so many steps of space.
    Gives what holds the parts, and their layout.
    """
    content = QWidget(page)
    content.setMaximumWidth(theme.px(widest))
    column = QVBoxLayout(content)
    column.setContentsMargins(theme.space(3), theme.space(2), theme.space(3), theme.space(3))
    column.setSpacing(theme.space(between))
    frame = QVBoxLayout(page)
    frame.setContentsMargins(0, 0, 0, 0)
    frame.addWidget(scrolled(content, name, page))
    return content, column
