"""A text of a few lines with some of its words in bold, drawn or measured."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

Marks = tuple[tuple[int, int], ...]


class MarkedText:
    """Lays a text out in at most `lines` lines of a width; what goes beyond ends in an ellipsis.

    `marks` are places (start, length) that stand out by weight and, where `mark_color` is given, by colour.
    """

    def __init__(self, text: str, marks: Marks, font: QFont, width: int, lines: int = 1) -> None:
        self._font = font
        self._marks = marks
        self._layout = self._laid_out(text, width, lines)

    @property
    def height(self) -> int:
        """How high the lines are."""
        return round(self._layout.boundingRect().height())

    @property
    def first_height(self) -> int:
        """How high the first line is."""
        return round(self._layout.lineAt(0).height()) if self._layout.lineCount() else 0

    def draw(self, painter: QPainter, left: int, top: int, color: QColor, mark_color: QColor) -> None:
        """Draw it with its upper left corner there."""
        painter.setPen(color)
        # The colour comes with the drawing: formats set anew would undo the layout.
        colored = self._formats(mark_color) if mark_color != color else []
        self._layout.draw(painter, QPointF(left, top), colored)

    def _laid_out(self, text: str, width: int, lines: int) -> QTextLayout:
        layout = self._layout_of(text, width, lines)
        line = layout.lineAt(layout.lineCount() - 1)
        if line.textStart() + line.textLength() < len(text):
            start = line.textStart()
            rest = QFontMetricsF(self._font).elidedText(
                text[start:], Qt.TextElideMode.ElideRight, 0.96 * width
            )
            layout = self._layout_of(text[:start] + rest, width, lines)
        return layout

    def _layout_of(self, text: str, width: int, lines: int) -> QTextLayout:
        layout = QTextLayout(text, self._font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        self._marks = tuple((at, min(length, len(text) - at)) for at, length in self._marks if at < len(text))
        layout.setFormats(self._formats(None))
        layout.beginLayout()
        y = 0.0
        for _line in range(lines):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y))
            y += line.height()
        layout.endLayout()
        return layout

    def _formats(self, color: QColor | None) -> list[QTextLayout.FormatRange]:
        formats = []
        for at, length in self._marks:
            each = QTextLayout.FormatRange()
            each.start, each.length = at, length
            look = QTextCharFormat()
            look.setFontWeight(QFont.Weight.Bold)
            if color is not None:
                look.setForeground(color)
            each.format = look
            formats.append(each)
        return formats
