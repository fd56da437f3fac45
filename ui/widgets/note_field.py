"""A note that is kept while it is typed: after a short rest, every few seconds, and when it is left."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from models.values import TEXT_LENGTH
from ui.theme import CONTROL_HEIGHT, Theme
from ui.widgets.being_typed import Typing

MOST_LINES = 4
_INSIDE = 3


class NoteField(QPlainTextEdit):
    """Grows with its text up to four lines. `committed` carries the text; `left` tells of Escape.

    What goes beyond the longest text that a review can hold is not taken; `was_cut` tells of it.
    """

    committed = Signal(str)
    was_cut = Signal()
    left = Signal()

    def __init__(self, theme: Theme, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._typing = Typing(self)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setFont(theme.font("body"))
        self.document().setDocumentMargin(_INSIDE)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._typing.due.connect(self.flush)
        self.textChanged.connect(self._typed)
        self._fit()

    def show_text(self, text: str) -> None:
        """Show a text; what is being typed just now stays."""
        if self._typing.is_pending or text == self.toPlainText():
            return
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)
        self._fit()

    def flush(self) -> None:
        """Commit now what was typed and not committed yet."""
        if self._typing.is_pending:
            with self._typing.given_on():
                self.committed.emit(_clean(self.toPlainText()))

    def forget(self) -> None:
        """Give up what was typed and not committed."""
        self._typing.give_up()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(160), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.flush()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _typed(self) -> None:
        self._typing.go_on()
        text = self.toPlainText()
        if len(text) > TEXT_LENGTH:
            self.blockSignals(True)
            self.setPlainText(text[:TEXT_LENGTH])
            self.moveCursor(QTextCursor.MoveOperation.End)
            self.blockSignals(False)
            self.was_cut.emit()
        self._fit()

    def _fit(self) -> None:
        needed = max(1, round(self.document().size().height()))
        lines = min(needed, MOST_LINES)
        policy = (
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if needed > lines else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        self.setVerticalScrollBarPolicy(policy)
        margins = self.contentsMargins()
        around = margins.top() + margins.bottom() + round(2 * self.document().documentMargin())
        height = self.fontMetrics().lineSpacing() * lines + around
        self.setFixedHeight(max(height, self._theme.px(CONTROL_HEIGHT)))


def _clean(text: str) -> str:
    """The text without the two things that no file can hold: U+0000 and halves of characters."""
    return "".join(sign for sign in text if sign != "\x00" and not "\ud800" <= sign <= "\udfff")
