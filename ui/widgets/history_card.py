"""One line of the history opened: who, when, what from and to, why, and the way to its place."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.history import HistoryLine
from app.i18n import _
from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.labels import body, heading, muted, small, strong
from ui.widgets.surfaces import scrolled
from ui.widgets.when import when_words


class HistoryCard(QFrame):
    """`opened` when the person wants to go to the place of the line."""

    opened = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._label = heading("", theme, self)
        self._who = muted("", theme, self)
        self._reason = body("", theme, self)
        self._fields = QWidget(self)
        self._lines = QVBoxLayout(self._fields)
        self._go = button(_("Go there"), theme, "arrow-right", "go_to_line", self)
        self._build()
        self._go.clicked.connect(self.opened)

    def show_line(self, line: HistoryLine) -> None:
        """Show one line of the log."""
        self._label.setText(line.label)
        self._who.setText(
            _("{who}, {when}").format(who=line.who, when=when_words(line.at, with_seconds=True))
        )
        self._reason.setText(_("Because: {reason}").format(reason=line.reason))
        self._reason.setVisible(bool(line.reason))
        self._go.setVisible(bool(line.place))
        while (taken := self._lines.takeAt(0)) is not None:
            if (part := taken.widget()) is not None:
                part.hide()
                part.deleteLater()
        self._lines.addWidget(small(line.what, self._theme, self._fields))
        for change in line.changes:
            self._lines.addWidget(strong(change.field, self._theme, self._fields))
            before = change.before or _("nothing")
            after = change.after or _("nothing")
            self._lines.addWidget(muted(_("from: {text}").format(text=before), self._theme, self._fields))
            self._lines.addWidget(body(_("to: {text}").format(text=after), self._theme, self._fields))

    def _build(self) -> None:
        self.setObjectName("history_card")
        self.setProperty("kind", "card")
        space = self._theme.space
        content = QWidget(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(space(0.5))
        column = QVBoxLayout(content)
        column.setContentsMargins(space(2), space(2), space(2), space(2))
        column.setSpacing(space(1))
        for part in (self._label, self._who, self._reason, self._go, self._fields):
            column.addWidget(part)
        column.addStretch(1)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(*[self._theme.stroke()] * 4)
        frame.addWidget(scrolled(content, "history_card_area", self))
