"""One line of the history opened: who, when, what from and to, why, and the way to its place."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.day_words import day_and_time
from app.history import HistoryLine
from app.i18n import _
from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.labels import body, heading, muted, small, strong
from ui.widgets.surfaces import scrolled


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
            _("{who}, {when}").format(who=line.who, when=day_and_time(line.at, with_seconds=True))
        )
        self._reason.setText(_("Because: {reason}").format(reason=line.reason))
        self._reason.setVisible(bool(line.reason))
        self._go.setVisible(bool(line.place))
        while (taken := self._lines.takeAt(0)) is not None:
            if (part := taken.widget()) is not None:
                part.hide()
                part.deleteLater()
        self._lines.addWidget(small(_entry_words(line), self._theme, self._fields))
        for change in line.changes:
            self._lines.addSpacing(self._theme.space(0.5))
            self._lines.addWidget(strong(change.field, self._theme, self._fields))
            if line.is_new or line.is_removed:
                said = body if line.is_new else muted
                self._lines.addWidget(said(change.after or change.before, self._theme, self._fields))
                continue
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


def _entry_words(line: HistoryLine) -> str:
    """Which entry it is about, by id and name, and whether it came or went."""
    entry = line.what
    if line.name and not entry.endswith(line.name):
        entry = f"{entry} {line.name}"
    if line.is_new:
        return _("{entry}, new").format(entry=entry)
    return _("{entry}, removed").format(entry=entry) if line.is_removed else entry
