"""Labels in the theme's type and colours."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from ui.theme import Theme


def label(
    text: str, theme: Theme, role: str = "body", tone: str = "", parent: QWidget | None = None
) -> QLabel:
    """A label that wraps and shows its text as it stands, never as markup.

    `role` is one of the type scale, `tone` a colour: muted, accent, ok, warn, danger, or the text's own.
    """
    shown = QLabel(text, parent)
    shown.setTextFormat(Qt.TextFormat.PlainText)
    shown.setWordWrap(True)
    shown.setFont(theme.font(role))
    set_tone(shown, tone)
    return shown


def set_tone(widget: QWidget, tone: str) -> None:
    """Give a label another colour of the theme: muted, accent, ok, warn, danger, or "" for the text's own."""
    widget.setProperty("tone", tone)
    restyle(widget)


def restyle(widget: QWidget) -> None:
    """Let the style sheet look at a widget again after one of its properties has changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def title(text: str, theme: Theme, parent: QWidget | None = None) -> QLabel:
    """The title of a page."""
    return label(text, theme, "title", parent=parent)


def heading(text: str, theme: Theme, parent: QWidget | None = None) -> QLabel:
    """The heading of a part of a page."""
    return label(text, theme, "heading", parent=parent)


def strong(text: str, theme: Theme, parent: QWidget | None = None) -> QLabel:
    """Text of the body's size that stands out."""
    return label(text, theme, "strong", parent=parent)


def body(text: str, theme: Theme, parent: QWidget | None = None) -> QLabel:
    """Text to read."""
    return label(text, theme, parent=parent)


def muted(text: str, theme: Theme, parent: QWidget | None = None, role: str = "body") -> QLabel:
    """Text that stays in the background."""
    return label(text, theme, role, "muted", parent)


def small(text: str, theme: Theme, parent: QWidget | None = None) -> QLabel:
    """A quiet aside in small type."""
    return label(text, theme, "small", "muted", parent)
