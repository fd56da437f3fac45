"""The legend of a picture: samples side by side, wrapped like words."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from ui.theme import Theme

Sample = Callable[[QPainter, Theme, QRectF], None]
BOX, HIGH, GAP = 22, 16, 18


def legend_height(theme: Theme, samples: Sequence[tuple[Sample, str]], width: float) -> int:
    """How high the legend is in this width, with a little air."""
    return round(_lay_out(None, theme, samples, QPointF(), width)) + theme.px(6)


def draw_legend(
    painter: QPainter, theme: Theme, samples: Sequence[tuple[Sample, str]], corner: QPointF, width: float
) -> None:
    """Samples with their words."""
    _lay_out(painter, theme, samples, corner, width)


def _lay_out(
    painter: QPainter | None,
    theme: Theme,
    samples: Sequence[tuple[Sample, str]],
    corner: QPointF,
    width: float,
) -> float:
    """Gives the height; paints only with a painter."""
    font = theme.font("small")
    metrics = QFontMetricsF(font)
    box, high = theme.px(BOX), theme.px(HIGH)
    line, gap = max(metrics.lineSpacing(), theme.px(20)) + theme.px(6), theme.px(GAP)
    x, y = 0.0, 0.0
    for sample, words in samples:
        wide = box + theme.px(6) + metrics.horizontalAdvance(words)
        if x and x + wide > width:
            x, y = 0.0, y + line
        if painter is not None:
            at = QPointF(corner.x() + x, corner.y() + y)
            sample(painter, theme, QRectF(at.x(), at.y(), box, high))
            painter.setFont(font)
            painter.setPen(theme.color("muted"))
            room = QRectF(at.x() + box + theme.px(6), at.y(), wide, high)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        x += wide + gap
    return y + line
