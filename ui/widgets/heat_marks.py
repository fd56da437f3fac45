"""Paints the marks of the likelihood and impact map: discs, names, arrows, whiskers."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from app.deciding import DECIDED_MARK
from app.i18n import _
from app.map_view import Mark, Stage
from models.risk import Band
from ui.theme import Theme
from ui.widgets.inks import band_ground, ink_on
from ui.widgets.legend import Sample

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
    """The short name before a mark, ending at the right of its room.

    What is decided stands behind it: with its word where there is room, else as the mark alone.
    """
    font = theme.font("strong")
    metrics = QFontMetricsF(font)
    words = mark.caption
    if metrics.horizontalAdvance(words) > room.width():
        tail = f" {DECIDED_MARK}" if mark.decided else ""
        left_over = room.width() - metrics.horizontalAdvance(tail)
        words = metrics.elidedText(mark.name, Qt.TextElideMode.ElideRight, left_over) + tail
    left = room.right() - metrics.horizontalAdvance(words)
    foot = QPointF(left, room.center().y() + metrics.capHeight() / 2)
    draw_words(painter, theme, foot, words, mark.after.band, "strong")
    if is_current:
        under = foot.y() + metrics.underlinePos() + 1
        painter.setPen(QPen(ink_on(theme, band_ground(theme, mark.after.band)), 2))
        painter.drawLine(QPointF(left, under), QPointF(room.right(), under))


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


def draw_arrow(painter: QPainter, theme: Theme, line: QLineF) -> None:
    """An arrow along a line; nothing for an empty one."""
    length = line.length()
    if not length:
        return
    x, y = line.dx() / length, line.dy() / length
    tip, head = line.p2(), min(float(theme.px(9)), length)
    neck = QPointF(tip.x() - x * head, tip.y() - y * head)
    ink = theme.color("text")
    ink.setAlphaF(0.78)
    painter.setPen(QPen(ink, 1.8))
    painter.drawLine(line.p1(), neck)
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


def draw_whisker(painter: QPainter, theme: Theme, way: Sequence[QPointF]) -> None:
    """A bar from a mark towards the best or the worst cell; it ends inside the cell it reaches."""
    painter.setPen(QPen(theme.color("text"), 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    for start, end in pairwise(way):
        painter.drawLine(start, end)
    half, before, end = theme.px(4), way[-2], way[-1]
    if before.x() == end.x():
        painter.drawLine(QPointF(end.x() - half, end.y()), QPointF(end.x() + half, end.y()))
    else:
        painter.drawLine(QPointF(end.x(), end.y() - half), QPointF(end.x(), end.y() + half))


def draw_ring(painter: QPainter, theme: Theme, rect: QRectF, *, has_focus: bool) -> None:
    """What the keys stand on."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("focus" if has_focus else "control_border"), 3))
    painter.drawRoundedRect(rect, 6, 6)


def samples(stage: Stage) -> tuple[tuple[Sample, str], ...]:
    """What the marks of the map mean, for its legend."""
    hollow = (_hollow, _("Before controls"))
    filled = (_filled, _("With controls"))
    arrow = (_arrow, _("What controls do"))
    whisker = (_whisker, _("How far what is not known could move it"))
    rest = (_dots, _("Further risks"))
    return {
        Stage.BEFORE: (hollow, rest),
        Stage.BOTH: (hollow, filled, arrow, whisker, rest),
        Stage.AFTER: (filled, whisker, rest),
    }[stage]


def _disc(painter: QPainter, theme: Theme, rect: QRectF, *, is_filled: bool) -> None:
    radius = rect.height() / 2 - 1
    painter.setPen(QPen(theme.color("text"), 1.6))
    painter.setBrush(theme.color("text") if is_filled else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(rect.center(), radius, radius)


def _hollow(painter: QPainter, theme: Theme, rect: QRectF) -> None:
    _disc(painter, theme, rect, is_filled=False)


def _filled(painter: QPainter, theme: Theme, rect: QRectF) -> None:
    _disc(painter, theme, rect, is_filled=True)


def _arrow(painter: QPainter, theme: Theme, rect: QRectF) -> None:
    y = rect.center().y()
    draw_arrow(painter, theme, QLineF(rect.left(), y, rect.right(), y))


def _whisker(painter: QPainter, theme: Theme, rect: QRectF) -> None:
    y = rect.center().y()
    for x in (rect.left() + 1, rect.right() - 1):
        draw_whisker(painter, theme, (rect.center(), QPointF(x, y)))


def _dots(painter: QPainter, theme: Theme, rect: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("muted"))
    radius = theme.px(3.4)
    for part in (0.25, 0.75):
        painter.drawEllipse(QPointF(rect.left() + part * rect.width(), rect.center().y()), radius, radius)
