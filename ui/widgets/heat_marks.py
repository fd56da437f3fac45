"""Paints the marks of the likelihood and impact map: discs, names, arrows, whiskers."""

from math import hypot

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from app.map_view import Mark
from models.risk import Band
from ui.theme import Theme
from ui.widgets.inks import band_ground, ink_on

HALO = 3.5


def draw_disc(
    painter: QPainter, theme: Theme, at: QPointF, radius: float, mark: Mark, *, is_filled: bool
) -> None:
    """A numbered mark: filled with controls, hollow before them.

    It is filled in the band's colour, or on a dark theme, where the cells are as deep, in the cell's ink.
    """
    spot = mark.after if is_filled else mark.before
    style = theme.bands[spot.band]
    ground = band_ground(theme, spot.band)
    edge = ink_on(theme, ground)
    filled, number = (edge, ground) if theme.is_dark else (QColor(style.fill), QColor(style.text))
    fill = filled if is_filled else ground
    painter.setPen(QPen(edge, 1.6))
    painter.setBrush(fill)
    painter.drawEllipse(at, radius, radius)
    font = theme.font("strong" if is_filled else "small")
    font.setPointSizeF(font.pointSizeF() * (0.95 if mark.number < 10 else 0.8))
    painter.setFont(font)
    painter.setPen(number if is_filled else edge)
    room = QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius)
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, str(mark.number))


def draw_name(painter: QPainter, theme: Theme, room: QRectF, mark: Mark, *, is_current: bool) -> None:
    """The short name beside a mark."""
    font = theme.font("strong")
    metrics = QFontMetricsF(font)
    words = metrics.elidedText(mark.name, Qt.TextElideMode.ElideRight, room.width())
    foot = QPointF(room.left(), room.center().y() + metrics.capHeight() / 2)
    draw_words(painter, theme, foot, words, mark.after.band, "strong")
    if is_current:
        under = foot.y() + metrics.underlinePos() + 1
        painter.setPen(QPen(ink_on(theme, band_ground(theme, mark.after.band)), 2))
        painter.drawLine(
            QPointF(foot.x(), under), QPointF(foot.x() + metrics.horizontalAdvance(words), under)
        )


def draw_words(painter: QPainter, theme: Theme, foot: QPointF, words: str, band: Band, role: str) -> None:
    """Words on a cell of a band, on a sheet of its ground so that lines never cross them."""
    ground = band_ground(theme, band)
    font = theme.font(role)
    metrics = QFontMetricsF(font)
    sheet = QRectF(
        foot.x(), foot.y() - metrics.capHeight(), metrics.horizontalAdvance(words), metrics.capHeight()
    )
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(sheet.adjusted(-HALO, -HALO, HALO, HALO), HALO, HALO)
    painter.setFont(font)
    painter.setPen(ink_on(theme, ground))
    painter.drawText(foot, words)


def draw_arrow(
    painter: QPainter, theme: Theme, start: tuple[QPointF, float], end: tuple[QPointF, float]
) -> None:
    """An arrow from the edge of one disc to the edge of another; a disc is its middle and its radius."""
    (before, small), (after, large) = start, end
    x, y = after.x() - before.x(), after.y() - before.y()
    length = hypot(x, y)
    if length <= small + large:
        return
    x, y = x / length, y / length
    tail = QPointF(before.x() + x * small, before.y() + y * small)
    tip = QPointF(after.x() - x * (large + 2), after.y() - y * (large + 2))
    head = theme.px(9)
    neck = QPointF(tip.x() - x * head, tip.y() - y * head)
    ink = theme.color("text")
    ink.setAlphaF(0.72)
    painter.setPen(QPen(ink, 1.8))
    painter.drawLine(tail, neck)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    side = head * 0.48
    painter.drawPolygon(
        QPolygonF(
            [
                tip,
                QPointF(neck.x() - y * side, neck.y() + x * side),
                QPointF(neck.x() + y * side, neck.y() - x * side),
            ]
        )
    )


def draw_whiskers(
    painter: QPainter,
    theme: Theme,
    at: QPointF,
    radius: float,
    cells: tuple[QRectF, QRectF],
    mark: Mark,
) -> None:
    """Bars from best to worst, along likelihood and along impact; they end inside the cell they reach."""
    best, worst = cells
    painter.setPen(QPen(theme.color("text"), 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    if mark.best.likelihood < mark.after.likelihood:
        _whisker(painter, theme, QPointF(at.x(), at.y() + radius), QPointF(at.x(), best.center().y()))
    if mark.worst.likelihood > mark.after.likelihood:
        _whisker(painter, theme, QPointF(at.x(), at.y() - radius), QPointF(at.x(), worst.center().y()))
    if mark.best.impact < mark.after.impact:
        _whisker(painter, theme, QPointF(at.x() - radius, at.y()), QPointF(best.center().x(), at.y()))
    if mark.worst.impact > mark.after.impact:
        _whisker(painter, theme, QPointF(at.x() + radius, at.y()), QPointF(worst.center().x(), at.y()))


def draw_ring(painter: QPainter, theme: Theme, rect: QRectF, *, has_focus: bool) -> None:
    """What the keys stand on."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("focus" if has_focus else "control_border"), 3))
    painter.drawRoundedRect(rect, 6, 6)


def _whisker(painter: QPainter, theme: Theme, start: QPointF, end: QPointF) -> None:
    painter.drawLine(start, end)
    half = theme.px(6)
    if start.x() == end.x():
        painter.drawLine(QPointF(end.x() - half, end.y()), QPointF(end.x() + half, end.y()))
    else:
        painter.drawLine(QPointF(end.x(), end.y() - half), QPointF(end.x(), end.y() + half))
