"""The quiet clock of a section: minutes used of minutes meant, and the pace. It never moves or blinks."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.i18n import _
from app.pace import Pace
from ui.theme import RADIUS, Theme
from ui.widgets.key_button import key_size, paint_key

HEIGHT = 26
_KEY = "T"
_ARROWS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right})


class SectionClock(QPushButton):
    """Pressed, it stops or runs. Its width is that of its longest words, so that nothing beside it moves.

    `due` tells that a minute has passed; it ticks only while it is seen and runs.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pace: Pace | None = None
        self._is_short = False
        self._wait = 0.0
        self._tick = QTimer(self)
        self._build()

    @property
    def due(self) -> QTimer:
        """The timer that runs out with each whole minute."""
        return self._tick

    @property
    def words(self) -> str:
        """What it says."""
        pace = self._pace
        if pace is None:
            return ""
        if self._is_short or not pace.is_running:
            return pace.time_words
        return _("{time}  ·  {pace}").format(time=pace.time_words, pace=pace.pace_words)

    @property
    def is_amber(self) -> bool:
        """Whether the time meant is used up."""
        return self._pace is not None and self._pace.has_begun and self._pace.is_over

    def show_pace(self, pace: Pace, wait: float) -> None:
        """Show the pace; it changes again in `wait` seconds, if the clock runs."""
        if pace != self._pace:
            self._pace = pace
            turn = _("Stop the clock") if pace.is_running else _("Let the clock run")
            said = _("{time}. {pace}").format(time=pace.time_words, pace=pace.pace_words)
            self.setAccessibleName(_("Time for this section: {words}").format(words=said))
            self.setAccessibleDescription(turn)
            self.setToolTip(_("{words}\n{turn}").format(words=said, turn=turn))
            self.update()
        self._wait = wait
        self._go_on()

    def show_short(self, *, is_short: bool) -> None:
        """Say the time only, where there is little room."""
        if is_short != self._is_short:
            self._is_short = is_short
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._theme.font("body"))
        longest = _("Paused at 00 of 00 min")
        if not self._is_short:
            longest = _("00 of 00 min  ·  00 questions left, under a minute each")
        key = key_size(self._theme, _KEY).width() + self._theme.space(1)
        width = metrics.horizontalAdvance(longest) + key + self._theme.space(1)
        return QSize(width, max(metrics.height() + self._theme.space(0.5), self._theme.px(HEIGHT)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tick.start(0)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tick.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        key = key_size(self._theme, _KEY).width()
        right = self.width() - self._theme.space(0.5)
        paint_key(painter, self._theme, QPoint(right - key, self.height() // 2), _KEY)
        painter.setFont(self._theme.font("body"))
        painter.setPen(self._theme.color("warn" if self.is_amber else "muted"))
        room = QRect(0, 0, right - key - self._theme.space(1), self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self.words)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.color("focus"), self._theme.stroke("edge")))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        painter.end()

    def _build(self) -> None:
        self.setObjectName("section_clock")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._tick.setSingleShot(True)

    def _go_on(self) -> None:
        """Wait for the next minute, if there is one to come and anyone to see it."""
        if self._pace is not None and self._pace.is_running and self.isVisible():
            self._tick.start(max(round(1000 * self._wait), 1))
        else:
            self._tick.stop()
