"""Says over the sandbox, by words, a mark and a dashed frame, that nothing in it is recorded."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.i18n import _, ngettext
from ui.theme import Theme
from ui.widgets.buttons import icon_button
from ui.widgets.icons import pixmap
from ui.widgets.labels import small, strong
from ui.widgets.style import filled

_RULES = """
#what_if_banner { background: $warn_soft; border: ${edge}px dashed $warn; border-radius: ${radius}px; }
"""


class WhatIfBanner(QFrame):
    """The banner. `closed` when the person wants to leave the sandbox."""

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._count = small("", theme, self)
        self._build()
        self.show_count(0)

    def show_count(self, n: int) -> None:
        """Say how many changes are supposed."""
        words = _("Try other answers and watch the bands.")
        if n:
            words = ngettext(
                "{n} change supposed, the review as it was.",
                "{n} changes supposed, the review as it was.",
                n,
            ).format(n=n)
        self._count.setText(words)

    def _build(self) -> None:
        theme = self._theme
        self.setObjectName("what_if_banner")
        self.setStyleSheet(filled(_RULES, self._theme))
        title = _("What if: nothing here is recorded")
        self.setAccessibleName(title)
        mark = QLabel(self)
        mark.setPixmap(pixmap("circle-question-mark", theme, "warn"))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(strong(title, theme, self))
        words.addWidget(self._count)
        close = icon_button("chevron-left", _("Back to the reasons (Esc)"), theme, "close_what_if", self)
        close.clicked.connect(self.closed)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(1), theme.space(1), theme.space(1), theme.space(1))
        row.setSpacing(theme.space(1))
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
