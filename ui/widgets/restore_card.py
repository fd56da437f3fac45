"""One restore point opened: when and why it was made, what is other than now, and the way back to it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.day_words import day_and_time
from app.i18n import _
from app.restore_points import RestorePoint, place_words, reason_words, since_words
from app.risk_words import capital
from ui.theme import Theme
from ui.widgets.buttons import button, primary_button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import body, heading, muted, small, strong
from ui.widgets.surfaces import scrolled


class RestoreCard(QFrame):
    """`look_wanted` asks what is other in it than now, `restore_wanted` to go back to it."""

    look_wanted = Signal()
    restore_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._when = heading("", theme, self)
        self._why = muted("", theme, self)
        self._where = body("", theme, self)
        self._since = strong("", theme, self)
        self._found = body("", theme, self)
        self._look = button(_("Look at it"), theme, "eye", "look_at_point", self)
        self._restore = primary_button(_("Restore this state"), theme, "undo-2", "restore_point", self)
        self._hint = small("", theme, self)
        self._build()
        self._look.clicked.connect(self.look_wanted)
        self._restore.clicked.connect(self.restore_wanted)

    def show_point(self, point: RestorePoint, *, can_restore: bool) -> None:
        """Show one restore point; nothing is known yet of what is other in it."""
        self._when.setText(day_and_time(point.made))
        why = reason_words(point.reason)
        self._why.setText(f"“{point.name}”, {why}" if point.name else capital(why))
        self._where.setText(_("It lies {places}.").format(places=place_words(point.places)))
        self._since.setText(capital(since_words(point)))
        self.show_found(None)
        self._look.setEnabled(point.is_readable)
        self._restore.setEnabled(point.is_readable and can_restore)
        if not point.is_readable:
            self._hint.setText(
                _(
                    "It cannot be read with the passphrase of this file. If that was changed since, open the "
                    "copy as a file of its own, with the earlier one: {path}"
                ).format(path=point.paths[0])
            )
        elif not can_restore:
            self._hint.setText(_("This file can only be read here: nothing can be restored."))
        else:
            self._hint.setText(
                _(
                    "The file becomes as it was then, with all its reviews. What it is now becomes a copy "
                    "first, so that this can be undone."
                )
            )

    def show_found(self, lines: Sequence[str] | None) -> None:
        """Say what is other in it than now; None while nobody has looked."""
        if lines is None:
            self._found.clear()
        elif lines:
            self._found.setText("\n".join(f"•  {line}" for line in lines))
        else:
            self._found.setText(_("Nothing is other in it than now."))
        self._found.setVisible(lines is not None)

    def _build(self) -> None:
        self.setObjectName("restore_card")
        self.setProperty("kind", "card")
        self._found.setObjectName("what_differs")
        space = self._theme.space
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(space(2), space(2), space(2), space(2))
        column.setSpacing(space(1))
        column.addWidget(self._when)
        column.addWidget(self._why)
        column.addWidget(self._where)
        column.addWidget(self._since)
        buttons = QWidget(content)
        flow = FlowLayout(buttons, spacing=space(1))
        flow.addWidget(self._restore)
        flow.addWidget(self._look)
        column.addWidget(buttons)
        column.addWidget(self._hint)
        column.addWidget(self._found)
        column.addStretch(1)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(*[self._theme.stroke()] * 4)
        frame.addWidget(scrolled(content, "restore_card_area", self))
