"""A picture with the words that let it stand alone, as bytes, for the clipboard, and for paper."""

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from app.map_sheet import SheetWords
from ui.theme import Theme
from ui.widgets.picture import Picture

ROOM = QSize(1180, 640)
MARGIN, SHARPNESS = 24, 2.0
LONGEST = 16_000  # pixels: more than most programs open
SVG_TYPE = "image/svg+xml"


class PictureSheet:
    """Always in the light look and at 100 % text, whatever the window shows: it goes to other people.

    `picture` is a twin that is not shown.
    """

    def __init__(self, theme: Theme, picture: Picture, words: SheetWords) -> None:
        self._theme = theme
        self._picture = picture
        self._words = words
        self._inner = picture.content_size(ROOM).expandedTo(ROOM)

    @property
    def size(self) -> QSize:
        """How large it is at 100 %."""
        width = self._inner.width() + 2 * MARGIN
        return QSize(width, round(self._top()) + self._inner.height() + round(self._foot()) + MARGIN)

    def paint(self, painter: QPainter) -> None:
        """Paint all of it at the origin."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, self.size.width(), self.size.height()), self._theme.color("surface"))
        y = float(MARGIN)
        for words, role, tone in self._above():
            y = self._write(painter, words, role, tone, y)
        painter.save()
        painter.translate(MARGIN, self._top())
        self._picture.paint_whole(painter, ROOM)
        painter.restore()
        self._write(painter, self._words.foot, "small", "muted", self._top() + self._inner.height())

    def image(self) -> QImage:
        """As a picture, sharp enough for paper as long as it is not too large."""
        scale = min(SHARPNESS, LONGEST / max(self.size.width(), self.size.height()))
        image = QImage(self.size * scale, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(scale)
        image.fill(self._theme.color("surface"))
        painter = QPainter(image)
        self.paint(painter)
        painter.end()
        return image

    def png(self) -> bytes:
        """As a PNG file."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, QByteArray(b"png")).write(self.image())
        return bytes(buffer.data().data())

    def svg(self) -> bytes:
        """As an SVG file."""
        buffer = QBuffer()
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        generator.setSize(self.size)
        generator.setResolution(self._picture.logicalDpiX())  # so that words keep their size beside lines
        generator.setViewBox(QRectF(0, 0, self.size.width(), self.size.height()))
        generator.setTitle(self._words.title)
        generator.setDescription(self._words.foot)
        painter = QPainter(generator)
        self.paint(painter)
        painter.end()
        return bytes(buffer.data().data())

    def mime(self) -> QMimeData:
        """For the clipboard: programs that draw take the SVG, others the picture."""
        carried = QMimeData()
        carried.setImageData(self.image())
        carried.setData(SVG_TYPE, self.svg())
        return carried

    def _above(self) -> Sequence[tuple[str, str, str]]:
        lines = ((self._words.title, "heading", "text"), (self._words.lead, "body", "text"))
        return tuple(line for line in lines if line[0])

    def _top(self) -> float:
        heights = (self._height(words, role) + 8 for words, role, _tone in self._above())
        return MARGIN + sum(heights) + 8

    def _foot(self) -> float:
        return self._height(self._words.foot, "small") + 8

    def _height(self, words: str, role: str) -> float:
        room = QRectF(0, 0, self._inner.width(), 10_000)
        metrics = QFontMetricsF(self._theme.font(role))
        return metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), words).height()

    def _write(self, painter: QPainter, words: str, role: str, tone: str, y: float) -> float:
        """Write some words across the sheet; gives where the next ones begin."""
        height = self._height(words, role)
        painter.setFont(self._theme.font(role))
        painter.setPen(self._theme.color(tone))
        room = QRectF(MARGIN, y, self._inner.width(), height + 4)
        painter.drawText(room, int(Qt.TextFlag.TextWordWrap), words)
        return y + height + 8
