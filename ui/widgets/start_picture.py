"""The picture of the start page: a stack of parts beside a plumb line, which shows what leans."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Theme

# From the top down: a band, and how far the part leans out of the line, in parts of its width.
PARTS = (("Critical", 0.34), ("Low", 0.0), ("High", 0.2), ("Moderate", -0.1), ("Low", 0.0))
WIDTH, HEIGHT = 330, 300
_PART_WIDTH, _PART_HEIGHT, _GAP = 208, 42, 6
_BOB = 34
_LEFT = 21.0  # so that what leans furthest to the left stands under the first letter of the words


class StartPicture(QWidget):
    """Decoration: it says nothing that the words beside it do not say."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = _LEFT + _PART_WIDTH / 2
        foot = HEIGHT - _BOB - 4.0
        for place, (band, lean) in enumerate(PARTS):
            top = 18.0 + place * (_PART_HEIGHT + _GAP)
            left = line - _PART_WIDTH / 2 + lean * _PART_WIDTH
            self._paint_part(painter, QRectF(left, top, _PART_WIDTH, _PART_HEIGHT), band)
        ink = self._theme.color("rail_text")
        painter.setPen(QPen(ink, 2))
        painter.drawLine(QPointF(line - 12, 4), QPointF(line + 12, 4))
        painter.drawLine(QPointF(line, 4), QPointF(line, foot))
        self._paint_bob(painter, QPointF(line, foot), ink)

    def _paint_part(self, painter: QPainter, area: QRectF, band: str) -> None:
        style = self._theme.bands[band]
        painter.setPen(QPen(self._theme.color("rail_text"), 1) if self._theme.is_dark else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(style.fill))
        painter.drawRoundedRect(area, self._theme.radius(), self._theme.radius())
        painter.setPen(QColor(style.text))
        painter.setFont(self._theme.font("body"))
        painter.drawText(
            area.adjusted(0, 0, -12, 0),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
            style.mark,
        )

    @staticmethod
    def _paint_bob(painter: QPainter, top: QPointF, ink: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        corners = ((-9, 0), (9, 0), (9, 12), (0, _BOB), (-9, 12))
        painter.drawPolygon(QPolygonF([top + QPointF(x, y) for x, y in corners]))
