"""A thin line with one part for each question of a section: answered, not known, still to ask, and here."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from models.values import AnswerState
from ui.theme import Theme

HEIGHT = 18
_THICK = 6
_GAP = 4


@dataclass(frozen=True, slots=True)
class TrackPart:
    """One question on the line; `words` say what it is and how it stands."""

    question: str
    state: AnswerState
    words: str
    is_here: bool


class SectionTrack(QWidget):
    """Filled: answered. Half as thick: not known. Hollow: still to ask. A mark above: here."""

    question_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parts: tuple[TrackPart, ...] = ()
        self.setObjectName("section_track")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def parts(self) -> Sequence[TrackPart]:
        """What it shows."""
        return self._parts

    def show_parts(self, parts: Sequence[TrackPart], words: str) -> None:
        """Show the questions of a section; `words` say the same as the line."""
        shown = tuple(parts)
        if shown != self._parts:
            self._parts = shown
            self.setAccessibleName(words)
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(80), HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, part in enumerate(self._parts):
            self._paint_part(painter, part, self._area(place))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        part = self._part_at(event.position().x())
        if part is not None and self.rect().contains(event.position().toPoint()):
            self.question_chosen.emit(part.question)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            part = self._part_at(event.pos().x())
            QToolTip.showText(event.globalPos(), part.words if part else "", self)
            return True
        return super().event(event)

    def _paint_part(self, painter: QPainter, part: TrackPart, area: QRectF) -> None:
        ink = self._theme.color("accent")
        painter.setPen(Qt.PenStyle.NoPen)
        match part.state:
            case AnswerState.VALUE | AnswerState.NOT_APPLICABLE:
                painter.fillRect(area, ink)
            case AnswerState.UNKNOWN:
                painter.fillRect(area.adjusted(0, area.height() / 2, 0, 0), ink)
                painter.fillRect(QRectF(area.left(), area.top(), 1, area.height()), ink)
            case _:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(self._theme.color("control_border"), self._theme.stroke()))
                painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))
        if part.is_here:
            painter.fillRect(QRectF(area.left(), area.top() - 6, area.width(), 3), self._theme.color("text"))

    def _area(self, place: int) -> QRectF:
        width = self.width() / max(len(self._parts), 1)
        return QRectF(place * width, HEIGHT - _THICK - 2, max(width - _GAP, 2), _THICK)

    def _part_at(self, x: float) -> TrackPart | None:
        if not self._parts:
            return None
        place = int(x * len(self._parts) / max(self.width(), 1))
        return self._parts[min(max(place, 0), len(self._parts) - 1)]
