"""Asks, in the column that a card shall go to, why it goes there."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from app.i18n import _
from models.values import Horizon
from ui.theme import Theme
from ui.widgets.labels import body, set_tone, small, strong
from ui.widgets.style import filled

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}

_RULES = """
#reason_line { background: $accent_soft; border: ${edge}px solid $accent; border-radius: ${radius}px; }
"""


class ReasonLine(QFrame):
    """One question. `given` carries the reason, `left` when there is none.

    `pushed` carries -1 or 1 when Alt and an arrow ask for the column beside.
    """

    given = Signal(str)
    left = Signal()
    pushed = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = strong("", theme, self)
        self._action = body("", theme, self)
        self._line = QLineEdit(self)
        self._hint = small("", theme, self)
        self._build()

    @property
    def text(self) -> str:
        """What was typed so far."""
        return self._line.text()

    def ask(self, action: str, horizon: Horizon) -> None:
        """Ask for the reason of this move; what was typed stays."""
        self._title.setText(_("Move to “{horizon}” because …").format(horizon=_(horizon.label)))
        self._action.setText(action)
        self._line.setAccessibleName(self._title.text())
        self._line.setAccessibleDescription(action)
        self._say(is_missing=False)

    def start(self) -> None:
        """Take the keyboard."""
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Drop what was typed: another card is about to be moved."""
        self._line.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The field has seen the key first: only what it does not need arrives here."""
        key, with_alt = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in _STEPS and with_alt:
            self.pushed.emit(_STEPS[key])
        else:
            super().keyPressEvent(event)

    def _give(self) -> None:
        reason = self._line.text().strip()
        self._say(is_missing=not reason)
        if reason:
            self.given.emit(reason)

    def _say(self, *, is_missing: bool) -> None:
        words = _("Enter moves it, Esc leaves it where it is.")
        if is_missing:
            words = _("A few words are enough. Esc leaves it where it is.")
        self._hint.setText(words)
        set_tone(self._hint, "danger" if is_missing else "muted")

    def _build(self) -> None:
        theme = self._theme
        self.setObjectName("reason_line")
        self.setStyleSheet(filled(_RULES, theme))
        self._line.setObjectName("move_reason")
        self._line.setPlaceholderText(_("for example: legal needs two weeks"))
        self._line.returnPressed.connect(self._give)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(1.5), theme.space(1), theme.space(1.5), theme.space(1))
        column.setSpacing(theme.space(0.5))
        for part in (self._title, self._action, self._line, self._hint):
            column.addWidget(part)
