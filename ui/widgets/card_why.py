"""The way from a card of the board to why it is there: a small button beside what the card offers."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from app.i18n import _
from ui.theme import Theme
from ui.widgets.buttons import icon_button


def why_button(theme: Theme, text: str, asked: Callable[[], None], parent: QWidget) -> QToolButton:
    """The button; `text` is what the card says, `asked` is called when it is pressed."""
    made = icon_button("circle-question-mark", _("Why is this proposed?"), theme, "why_proposal", parent)
    made.setAccessibleName(_("Why is this proposed: {text}").format(text=text))
    made.clicked.connect(asked)
    return made


def beside(first: QWidget, second: QWidget, parent: QWidget) -> QWidget:
    """Two small controls at the leading edge of a row."""
    holder = QWidget(parent)
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(first)
    row.addWidget(second)
    row.addStretch(1)
    return holder
