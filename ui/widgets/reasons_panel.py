"""A drawer that says what a count, an outcome or an action is made of, each line leading to its source."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import _
from app.reasons import Reasons
from ui.theme import Theme
from ui.widgets.basics import body, heading, icon_button, muted, quiet_button, scrolled, strong
from ui.widgets.link_row import LinkRow
from ui.widgets.refill import emptied

MOST_LINES = 120


class ReasonsPanel(QWidget):
    """`followed` carries the place of the line chosen, `closed` the wish to go back."""

    followed = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: Reasons | None = None
        self._title = heading("", theme, self)
        self._rule = muted("", theme, self)
        self._lines = QVBoxLayout()
        self._further = quiet_button(_("Go there"), theme, "arrow-right", "look_further", self)
        self._close = icon_button("x", _("Close (Esc)"), theme, "close_reasons", self)
        self._build()

    def show_reasons(self, reasons: Reasons) -> None:
        """Show these reasons."""
        if reasons == self._shown:
            return
        self._shown = reasons
        self._title.setText(reasons.title)
        self._rule.setText(reasons.rule)
        self._further.setVisible(bool(reasons.place))
        self._clear()
        for sum_line in reasons.sums:
            self._lines.addWidget(body(sum_line, self._theme, self))
        left = MOST_LINES
        for part in reasons.parts:
            if part.words and part.lines:
                self._lines.addSpacing(self._theme.space(1))
                self._lines.addWidget(strong(part.words, self._theme, self))
            for line in part.lines[:left]:
                row = LinkRow(self._theme, line, self)
                row.followed.connect(self.followed)
                self._lines.addWidget(row)
            more = len(part.lines) - left
            left = max(left - len(part.lines), 0)
            if more > 0:
                self._lines.addWidget(muted(_("and {n} more").format(n=more), self._theme, self))
        if not any(part.lines for part in reasons.parts):
            self._lines.addWidget(muted(_("Nothing stands behind it yet."), self._theme, self))

    def focus_first(self) -> None:
        """Give the first line the keyboard, or the way out."""
        rows = self.findChildren(LinkRow)
        row = next((row for row in rows if row.place and not row.isHidden()), None)
        (row or self._close).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _clear(self) -> None:
        emptied(self._lines)

    def _go_further(self) -> None:
        if self._shown is not None:
            self.followed.emit(self._shown.place)

    def _build(self) -> None:
        self.setObjectName("reasons_panel")
        space = self._theme.space
        bar = QHBoxLayout()
        bar.setContentsMargins(space(2), 0, space(1), 0)
        bar.addWidget(muted(_("Why this"), self._theme, self), 1)
        bar.addWidget(self._further)
        bar.addWidget(self._close)
        content = QWidget(self)
        inner = QVBoxLayout(content)
        inner.setContentsMargins(space(2), 0, space(1), space(2))
        inner.setSpacing(space(1))
        self._lines.setSpacing(space(0.5))
        inner.addWidget(self._title)
        inner.addWidget(self._rule)
        inner.addLayout(self._lines)
        inner.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(bar)
        column.addWidget(scrolled(content, "reasons_scroll", self), 1)
        self._further.clicked.connect(self._go_further)
        self._close.clicked.connect(self.closed)
