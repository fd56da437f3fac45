"""The facts on a card of the board, and the editor that opens in their place."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from app.i18n import _
from models.values import ActionItem, spec_of
from ui.theme import Theme
from ui.widgets.badge import Chip
from ui.widgets.card_faces import Fact
from ui.widgets.date_editor import DateEditor
from ui.widgets.field_box import FieldBox
from ui.widgets.field_editor import FieldContext
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import label, small
from ui.widgets.style import filled

LONG = 18
_PRESSING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
_TONES = {"warn": "warn", "danger": "danger", "neutral": "muted", "ok": "ok"}

_RULES = """
#fact_line { border: 0 solid transparent; border-bottom-width: ${edge}px; }
#fact_line:hover, #fact_line:focus { background: $raised; }
#fact_line:focus { border-bottom-color: $focus; }
"""


class FactLine(QFrame):
    """A fact that may be long: it wraps, and is pressed like a button."""

    clicked = Signal()

    def __init__(self, theme: Theme, fact: Fact, *, can_be_pressed: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._can_be_pressed = can_be_pressed
        self._words = label(fact.words, theme, "small", _TONES[fact.tone], self)
        self._build(theme)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._can_be_pressed and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._can_be_pressed and Qt.Key(event.key()) in _PRESSING:
            self.clicked.emit()
        else:
            super().keyPressEvent(event)

    def _build(self, theme: Theme) -> None:
        self.setObjectName("fact_line")
        self.setStyleSheet(filled(_RULES, theme))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.space(0.25), 0, theme.space(0.25))
        column.addWidget(self._words)
        if self._can_be_pressed:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)


class CardFacts(QWidget):
    """Owner, day, effort and status. `wanted` carries the field that the person wants to change."""

    wanted = Signal(str)

    def __init__(
        self, theme: Theme, facts: Sequence[Fact], *, is_read_only: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_read_only = is_read_only
        self._build(facts)

    def _build(self, facts: Sequence[Fact]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.space(0.5))
        chips = QWidget(self)
        row = FlowLayout(chips, self._theme.space(0.5))
        for fact in facts:
            if len(fact.words) > LONG:
                column.addWidget(self._pressed(self._line(fact), fact))
            else:
                row.addWidget(self._pressed(self._chip(fact, chips), fact))
        column.addWidget(chips)

    def _chip(self, fact: Fact, parent: QWidget) -> Chip:
        can_be_pressed = not self._is_read_only
        return Chip(fact.words, self._theme, fact.tone, can_be_pressed=can_be_pressed, parent=parent)

    def _line(self, fact: Fact) -> FactLine:
        return FactLine(self._theme, fact, can_be_pressed=not self._is_read_only, parent=self)

    def _pressed(self, part: Chip | FactLine, fact: Fact) -> QWidget:
        part.setAccessibleName(fact.words)
        if not self._is_read_only:
            words = _("Change it here ({key})").format(key=fact.letter)
            part.setToolTip(words)
            part.setAccessibleDescription(words)
            part.clicked.connect(lambda: self.wanted.emit(fact.path))
        return part


class FactEditor(QFrame):
    """The editor of one fact of an action, closed by what it tells.

    `given` carries the new value; `left` when there is none, and whether the keyboard goes back to the card.
    What is typed counts once Enter is pressed or the field is left: till then the card stays as it is.
    """

    given = Signal(object)
    left = Signal(bool)

    def __init__(self, theme: Theme, path: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._box = FieldBox(theme, spec_of(ActionItem, path), path, is_read_by_model=False, parent=self)
        self._field = self._box.editor.target()
        self._typed: tuple[object] | None = None
        self._is_left = False
        self._build()

    def show_action(self, action: ActionItem, context: FieldContext) -> None:
        """Show the value that an action has, ready to be replaced."""
        self._is_left = False
        self._box.editor.show_value(getattr(action, self._box.editor.path), context)
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(self._field, QLineEdit):
            self._field.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaving the field for good gives what was typed; a list or a calendar that opens is not leaving."""
        if isinstance(event, QFocusEvent) and event.type() is QEvent.Type.FocusOut:
            passing = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}
            if event.reason() not in passing and self.isVisible():
                self._leave(goes_back=False)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter gives what stands there, Escape leaves it as it was; the field has seen the key first."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self._box.editor.forget()
            self._typed = None
            self._field.removeEventFilter(self)
            self.left.emit(True)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._leave(goes_back=True)
        else:
            super().keyPressEvent(event)

    def _take(self, value: object) -> None:
        if isinstance(self._field, QLineEdit):
            self._typed = (value,)
        else:
            self.given.emit(value)

    def _leave(self, *, goes_back: bool) -> None:
        self._box.editor.flush()
        if self._box.error or self._is_left:
            return
        self._is_left = True
        self._field.removeEventFilter(self)
        if self._typed is None:
            self.left.emit(goes_back)
        else:
            self.given.emit(self._typed[0])

    def _leave_soon(self) -> None:
        """Once the calendar is closed and the keyboard back from it, or a word that was offered is taken."""
        QTimer.singleShot(0, self, lambda: self._leave(goes_back=True))

    def _build(self) -> None:
        self.setObjectName("fact_editor")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, self._theme.space(0.5), 0, 0)
        column.addWidget(self._box)
        column.addWidget(small(_("Enter keeps it, Esc leaves it as it was."), self._theme, self))
        self._box.editor.committed.connect(self._take)
        if isinstance(self._field, QLineEdit):
            self._field.installEventFilter(self)
            # While words are offered below the field, Enter gets to it and no further.
            self._field.returnPressed.connect(self._leave_soon)
        if isinstance(self._box.editor, DateEditor):
            self._box.editor.picked.connect(self._leave_soon)
