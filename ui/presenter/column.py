"""Sets words and lines one under the other; without a painter it only measures them."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from ui.theme import Theme
from ui.widgets.thin_bar import draw_bar

_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)
_TALL = 1 << 20


class Column:
    """A column of a sheet. `theme` has the scale of the sheet; lengths are in pixels.

    `is_cut` once words had to be cut.

    The same calls measure and paint, so that what was found to fit is what is drawn.
    """

    def __init__(
        self, theme: Theme, left: int, top: int, width: int, painter: QPainter | None = None
    ) -> None:
        self.theme = theme
        self.left = left
        self.width = width
        self.y = top
        self.painter = painter
        self.is_cut = False

    def space(self, steps: float) -> int:
        """A distance in steps of 8 that grows with the sheet."""
        return self.theme.px(self.theme.space(steps))

    def gap(self, steps: float) -> None:
        """Leave room."""
        self.y += self.space(steps)

    def beside(self, left: int, width: int) -> "Column":
        """Another column that begins at this height."""
        return Column(self.theme, left, self.y, width, self.painter)

    def font(self, role: str, *, is_bold: bool = False) -> QFont:
        """One of the two sizes of a sheet, in one of its two weights."""
        font = self.theme.font(role)
        font.setWeight(QFont.Weight.DemiBold if is_bold else QFont.Weight.Normal)
        return font

    def height_of(self, words: str, font: QFont, width: int) -> int:
        """How high words are when they are broken into lines of this width."""
        return QFontMetrics(font).boundingRect(QRect(0, 0, width, _TALL), _WRAP, words).height()

    def words(self, words: str, font: QFont, role: str = "text") -> None:
        """Words across the column, on as many lines as they need."""
        height = self.height_of(words, font, self.width)
        self.put(QRect(self.left, self.y, self.width, height), words, font, role)
        self.y += height

    def line(self, left: str, right: str, font: QFont, role: str = "text", right_role: str = "muted") -> None:
        """One line with words at both ends; the left ones give way."""
        metrics = QFontMetrics(font)
        room = QRect(self.left, self.y, self.width, metrics.lineSpacing())
        self.put(room, right, font, right_role, Qt.AlignmentFlag.AlignRight)
        room.setWidth(self.width - metrics.horizontalAdvance(right) - (self.space(2) if right else 0))
        words = metrics.elidedText(left, Qt.TextElideMode.ElideRight, room.width())
        self.is_cut = self.is_cut or words != left
        self.put(room, words, font, role)
        self.y += metrics.lineSpacing()

    def bar(self, counts: tuple[int, int, int], thickness: float = 0.75) -> None:
        """A line that says how many are done and not known, of how many."""
        area = QRectF(self.left, self.y, self.width, self.space(thickness))
        if self.painter is not None:
            draw_bar(self.painter, area, self.theme, ("track", "accent"), counts)
        self.y += self.space(thickness)

    def put(
        self,
        room: QRect,
        words: str,
        font: QFont,
        role: str = "text",
        aligned: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        """Draw words in a room that was measured for them."""
        if self.painter is None or not words:
            return
        self.painter.setFont(font)
        self.painter.setPen(self.theme.color(role))
        flags = int(Qt.TextFlag.TextWordWrap) | int(aligned) | int(Qt.AlignmentFlag.AlignVCenter)
        self.painter.drawText(room, flags, words)
