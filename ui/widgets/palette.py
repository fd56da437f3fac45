"""The command palette: one line to type in, over the window, and what it finds."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.i18n import _
from app.search import Found
from ui.theme import Theme
from ui.widgets.icons import pixmap
from ui.widgets.labels import muted, small
from ui.widgets.result_list import ResultList

WIDTH, HEIGHT = 760, 520
DIMMED = 70
Find = Callable[[str], Sequence[Found]]


class _Line(QLineEdit):
    """Keys that walk through the list go to it; Escape and leaving the line end it."""

    key_wanted = Signal(QKeyEvent)
    left = Signal()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Tab: Qt.Key.Key_Down, Qt.Key.Key_Backtab: Qt.Key.Key_Up}.get(
                Qt.Key(event.key())
            )
            if step is not None:
                plain = Qt.KeyboardModifier.NoModifier
                self.key_wanted.emit(QKeyEvent(QEvent.Type.KeyPress, step, plain))
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        event.ignore()
        self.key_wanted.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}:
            self.left.emit()


class Palette(QWidget):
    """Covers its window with a veil; a click beside it or Escape ends it. `find` is asked at every letter.

    `chosen` carries a Hit, `ended` that nothing was chosen.
    """

    chosen = Signal(object)
    ended = Signal()

    def __init__(self, theme: Theme, find: Find, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._find = find
        self._panel = QFrame(self)
        self.line = _Line(self._panel)
        words = _("What was found")
        self.results = ResultList(theme, "palette_results", words, self._panel)
        self._none = muted("", theme, self._panel)
        self._build()
        self._connect()
        window.installEventFilter(self)

    def begin(self, typed: str = "") -> None:
        """Show it, ready to type."""
        self._cover()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)
        self.line.setText(typed)
        self._show(typed)

    def refresh(self) -> None:
        """Find again: there is more to be found; the row that was chosen stays so."""
        self.results.show_found(self._find(self.line.text()), stays=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parent() and event.type() is QEvent.Type.Resize:
            self._cover()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._panel.geometry().contains(event.position().toPoint()):
            self.ended.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        veil = QColor(0, 0, 0, DIMMED)
        painter.fillRect(self.rect(), veil)
        painter.end()

    def _show(self, typed: str) -> None:
        found = self._find(typed)
        self.results.show_found(found)
        has_none = not any(each.hits for each in found)
        self.results.setVisible(not has_none)
        self._none.setVisible(has_none)

    def _cover(self) -> None:
        window = self.window()
        self.setGeometry(window.rect())
        space = self._theme.space
        width = min(self._theme.px(WIDTH), self.width() - space(4))
        top = min(space(9), self.height() // 10)
        height = min(self._theme.px(HEIGHT), self.height() - 2 * top)
        self._panel.setGeometry((self.width() - width) // 2, top, width, height)

    def _take_key(self, event: QKeyEvent) -> None:
        event.setAccepted(self.results.take_key(event))

    def _connect(self) -> None:
        self.line.textChanged.connect(self._show)
        self.line.key_wanted.connect(self._take_key)
        self.line.left.connect(self.ended)
        self.results.chosen.connect(self.chosen)
        self.results.pointed.connect(self._say)

    def _say(self, words: str) -> None:
        """Let a screen reader say the row that Enter would choose: the keyboard stays in the line."""
        from PySide6.QtGui import QAccessible, QAccessibleEvent  # noqa: PLC0415  (not before the first page)

        self.line.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleEvent(self.line, QAccessible.Event.DescriptionChanged))

    def _build(self) -> None:
        self.setObjectName("palette")
        self.setAccessibleName(_("Go to anything"))
        self._panel.setProperty("kind", "card")
        self.line.setObjectName("palette_line")
        self.line.setAccessibleName(_("Go to anything"))
        self.line.setPlaceholderText(_("An action, a question, a row, a risk: by name or id"))
        self.line.setFont(self._theme.font("heading"))
        self.line.setStyleSheet("#palette_line { border: none; background: transparent; font-weight: 400; }")
        self.results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.results.setStyleSheet("#palette_results { border: none; }")
        self._none.setText(_("Nothing is called so."))
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        space = self._theme.space
        top = QHBoxLayout()
        top.setContentsMargins(space(2), space(1), space(2), space(0.5))
        glass = QLabel(self._panel)
        glass.setPixmap(pixmap("search", self._theme, "muted", 20))
        top.addWidget(glass)
        top.addWidget(self.line, 1)
        column = QVBoxLayout(self._panel)
        column.setContentsMargins(*[self._theme.stroke()] * 4)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.results, 1)
        column.addWidget(self._none, 1)
        column.addWidget(self._foot())

    def _foot(self) -> QWidget:
        words = _("↑ ↓ choose    Enter go    Esc close    > actions only    ? help only")
        foot = small(words, self._theme, self._panel)
        sides, ends = self._theme.space(2), self._theme.space(1)
        foot.setContentsMargins(sides, ends, sides, ends)
        return foot
