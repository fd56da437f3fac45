"""What stands behind the parts of a page: cards, lines between parts, and a frame that scrolls."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

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
