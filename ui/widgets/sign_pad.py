"""A small pad to sign on with mouse, pen or finger, and the picture that is kept of it."""

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.i18n import _
from ui.theme import Theme, theme

WIDTH, HEIGHT = 480, 150
LINE_FROM_BOTTOM = 0.22
ENLARGED = 2


class SignPad(QWidget):
    """Takes strokes. `drawn` whenever there is another one, or one less."""

    drawn = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._strokes: list[list[QPointF]] = []
        self._build()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is drawn."""
        return not self._strokes

    def take_back(self) -> None:
        """Take the last stroke away."""
        if self._strokes:
            self._strokes.pop()
            self._tell()

    def clear(self) -> None:
        """Take everything away."""
        self._strokes.clear()
        self._tell()

    def picture(self, lines: Sequence[str]) -> bytes:
        """What is drawn as a PNG, dark on light in every look, with `lines` of small print below it."""
        return _picture(self._strokes, self.size(), lines)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(WIDTH), self._theme.px(HEIGHT))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._strokes.append([event.position()])
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._strokes and event.buttons() & Qt.MouseButton.LeftButton:
            self._strokes[-1].append(event.position())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hair = self._theme.stroke("hair")
        painter.fillRect(self.rect(), self._theme.color("surface"))
        painter.setPen(QPen(self._theme.color("control_border"), hair))
        painter.drawRect(self.rect().adjusted(0, 0, -hair, -hair))
        gap, height = self._theme.space(2), self.height() * (1 - LINE_FROM_BOTTOM)
        painter.drawLine(QPointF(gap, height), QPointF(self.width() - gap, height))
        _draw(painter, self._strokes, self._theme)
        painter.end()

    def _tell(self) -> None:
        self.update()
        self.drawn.emit()

    def _build(self) -> None:
        self.setObjectName("sign_pad")
        self.setAccessibleName(_("Pad to sign on with mouse, pen or finger"))
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)


def _draw(painter: QPainter, strokes: Sequence[Sequence[QPointF]], look: Theme) -> None:
    pen = QPen(look.color("text"), look.stroke("edge"))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    for stroke in strokes:
        if len(stroke) == 1:
            painter.drawPoint(stroke[0])
        else:
            painter.drawPolyline(QPolygonF(list(stroke)))


def _picture(strokes: Sequence[Sequence[QPointF]], size: QSize, lines: Sequence[str]) -> bytes:
    paper = theme("light")
    font = paper.font("small")
    image = QImage(1, 1, QImage.Format.Format_RGB32)
    measure = QPainter(image)
    measure.setFont(font)
    line_height = measure.fontMetrics().lineSpacing()
    measure.end()
    gap = paper.space(1)
    whole = QSize(size.width(), size.height() + line_height * len(lines) + 2 * gap)
    image = QImage(whole * ENLARGED, QImage.Format.Format_RGB32)
    image.fill(paper.color("surface"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(ENLARGED, ENLARGED)
    _draw(painter, strokes, paper)
    painter.setPen(paper.color("text"))
    painter.setFont(font)
    for number, words in enumerate(lines):
        top = size.height() + gap + number * line_height
        place = QRectF(gap, top, whole.width() - 2 * gap, line_height)
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, round(place.width()))
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft, shown)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, Qt a name
    return bytes(buffer.data().data())
