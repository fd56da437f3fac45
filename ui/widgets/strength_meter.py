"""How hard a passphrase is to guess: a bar of four parts, a word, and plain advice. It forbids nothing."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.i18n import _
from app.passphrase_strength import Judgement, Strength, judged, strength_word
from ui.theme import Theme
from ui.widgets.labels import set_tone, small, strong

PARTS, THICKNESS, GAP, BAR_WIDTH, WORD_WIDTH = 4, 8, 4, 200, 96
AFTER_TYPING_MS = 120  # judging a long passphrase takes longer than a key press
_TONES = {
    Strength.NONE: "danger",
    Strength.WEAK: "danger",
    Strength.FAIR: "warn",
    Strength.GOOD: "ok",
    Strength.STRONG: "ok",
}


class StrengthMeter(QWidget):
    """Judges what `typed` gives, a moment after `look`; `known` gives words that anybody would try first."""

    def __init__(
        self,
        theme: Theme,
        typed: Callable[[], str],
        known: Callable[[], tuple[str, ...]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._typed = typed
        self._known = known
        self._bar = _Bar(theme, self)
        self._word = strong("", theme, self)
        self._advice = small("", theme, self)
        self._soon = QTimer(self)
        self._build()
        self._soon.timeout.connect(self.judge)
        self.judge()

    def look(self) -> None:
        """Something was typed: judge it when the typing pauses."""
        self._soon.start()

    def judge(self) -> None:
        """Judge what is typed now."""
        self._soon.stop()
        passphrase = self._typed()
        if passphrase:
            self._show(judged(passphrase, self._known()))
        else:
            self._show_empty()

    def _show_empty(self) -> None:
        self._bar.show_parts(0, "border")
        self._word.clear()
        self._say(_("Four or five words that do not belong together are easy to type and hard to guess."))

    def _show(self, found: Judgement) -> None:
        tone = _TONES[found.strength]
        self._bar.show_parts(found.strength.value, tone)
        self._word.setText(strength_word(found.strength))
        set_tone(self._word, tone)
        self._say(f"{found.words} {found.advice}".strip())

    def _say(self, words: str) -> None:
        self._advice.setText(words)
        self.setAccessibleName(_("Strength of the passphrase: {word}").format(word=self._word.text() or "–"))
        self.setAccessibleDescription(words)

    def _build(self) -> None:
        self.setObjectName("strength")
        self._word.setObjectName("strength_word")
        self._advice.setObjectName("strength_advice")
        self._word.setMinimumWidth(self._theme.px(WORD_WIDTH))
        self._soon.setSingleShot(True)
        self._soon.setInterval(AFTER_TYPING_MS)
        # Room for two lines from the start: nothing below moves while one types.
        self._advice.setMinimumHeight(2 * self._advice.fontMetrics().lineSpacing())
        self._advice.setAlignment(Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout()
        row.setSpacing(self._theme.space(1))
        row.addWidget(self._bar)
        row.addWidget(self._word, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, self._theme.space(1))
        column.setSpacing(self._theme.space(0.5))
        column.addLayout(row)
        column.addWidget(self._advice)


class _Bar(QWidget):
    """So many of four parts, filled; the word beside it says the same."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parts = (0, "border")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_parts(self, filled: int, role: str) -> None:
        self._parts = (filled, role)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(BAR_WIDTH), THICKNESS)

    def paintEvent(self, event: QPaintEvent) -> None:
        filled, role = self._parts
        width = (self.width() - (PARTS - 1) * GAP) / PARTS
        painter = QPainter(self)
        for n in range(PARTS):
            colour = self._theme.color(role if n < filled else "border")
            painter.fillRect(QRectF(n * (width + GAP), 0, width, self.height()), colour)
        painter.end()
