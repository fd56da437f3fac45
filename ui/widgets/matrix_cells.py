"""Paints the cells of the exposure matrix, and the legend that explains them."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from app.exposure_view import STRENGTH, Cell
from app.i18n import _
from ui.theme import Theme
from ui.widgets.inks import capability_ground, ink_on
from ui.widgets.legend import Sample

SMALLEST = 0.74


def draw_capability(painter: QPainter, theme: Theme, rect: QRectF, cell: Cell) -> None:
    """A cell: the capability's word and shade, a ring for an unapproved tool, a mark for what is unknown."""
    ground = capability_ground(theme, cell.strength)
    inside = rect
    painter.save()
    if cell.is_unapproved:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("danger"), 2.5))
        painter.drawRoundedRect(rect.adjusted(1.25, 1.25, -1.25, -1.25), 5, 5)
        inside = rect.adjusted(3, 3, -3, -3)
    line = Qt.PenStyle.SolidLine if cell.is_live else Qt.PenStyle.DashLine
    painter.setPen(QPen(theme.color("control_border"), 1, line))
    painter.setBrush(ground)
    painter.drawRoundedRect(inside, 3, 3)
    font = theme.font("small")
    painter.setFont(font)
    painter.setPen(ink_on(theme, ground))
    word = _(cell.capability.label) if cell.capability else "?"
    wide = QFontMetricsF(font).horizontalAdvance(word)
    if wide > inside.width() - 2:
        font.setPointSizeF(font.pointSizeF() * max(SMALLEST, (inside.width() - 2) / wide))
        painter.setFont(font)
    if QFontMetricsF(font).horizontalAdvance(word) > inside.width():
        word = word[:2]
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, word)
    if cell.unknown and cell.capability:
        draw_unknown(painter, theme, QPointF(rect.right() - 1, rect.top() + 2))
    painter.restore()


def draw_unknown(painter: QPainter, theme: Theme, center: QPointF) -> None:
    """The mark that says: something about this is not known."""
    radius = theme.px(6.5)
    painter.setPen(QPen(theme.color("surface"), 1.5))
    painter.setBrush(theme.color("warn"))
    painter.drawEllipse(center, radius, radius)
    font = theme.font("small")
    font.setPointSizeF(font.pointSizeF() * 0.84)
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(ink_on(theme, theme.color("warn")))
    painter.drawText(
        QRectF(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius),
        Qt.AlignmentFlag.AlignCenter,
        "?",
    )


def samples() -> tuple[tuple[Sample, str], ...]:
    """What shade, ring and mark mean, for the legend."""
    shades = tuple((_shade(strength), _(STRENGTH[strength - 1].label)) for strength in range(1, 6))
    return (*shades, (_ring, _("Tool not approved")), (_mark, _("Something is not known")))


def _shade(strength: int) -> Sample:
    def draw(painter: QPainter, theme: Theme, rect: QRectF) -> None:
        painter.setPen(QPen(theme.color("control_border"), 1))
        painter.setBrush(capability_ground(theme, strength))
        painter.drawRoundedRect(rect, 3, 3)

    return draw


def _ring(painter: QPainter, theme: Theme, rect: QRectF) -> None:
    painter.setPen(QPen(theme.color("danger"), 2.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 5, 5)


def _mark(painter: QPainter, theme: Theme, rect: QRectF) -> None:
    draw_unknown(painter, theme, rect.center())
