"""Paints what stands beside the cells of the exposure matrix: names, counts, and the worst bands."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from app.exposure_view import ExposureView, Header
from ui.theme import Theme

LEAN = 30  # degrees by which the names of tools lean
TOTALS = 42
ROW_BANDS = 2
_BAR, _BESIDE = 26, 50


def bands_width(theme: Theme, view: ExposureView) -> float:
    """The room for the worst bands of every row."""
    font = QFontMetricsF(theme.font("small"))
    words = (_bands(theme, header, ROW_BANDS) for header in view.systems)
    return max((font.horizontalAdvance(said) for said in words), default=0.0) + theme.px(4)


def draw_row_name(painter: QPainter, theme: Theme, rect: QRectF, header: Header, *, is_marked: bool) -> None:
    """The name of a system, in two lines where there is the height."""
    font = theme.font("strong" if is_marked else "body")
    painter.setFont(font)
    painter.setPen(theme.color("text" if header.count else "muted"))
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
    metrics = QFontMetricsF(font)
    if metrics.lineSpacing() * 2 <= rect.height():
        painter.drawText(rect, flags | Qt.TextFlag.TextWordWrap, header.name)
    else:
        words = metrics.elidedText(header.name, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, flags, words)


def draw_row_totals(painter: QPainter, theme: Theme, corner: QPointF, header: Header, most: int) -> None:
    """How many tools reach a system, as a bar and a number, and the worst bands of their risks."""
    _bar(painter, theme, QRectF(corner.x(), corner.y() - 3, theme.px(_BAR) * header.count / max(most, 1), 6))
    painter.setPen(theme.color("muted"))
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    beside = corner.x() + theme.px(_BAR) * header.count / max(most, 1) + 5
    painter.drawText(QRectF(beside, corner.y() - 20, theme.px(40), 40), flags, str(header.count))
    painter.setPen(theme.color("text"))
    room = QRectF(corner.x() + theme.px(_BESIDE), corner.y() - 20, theme.px(400), 40)
    painter.drawText(room, flags, _bands(theme, header, ROW_BANDS))


def draw_level_name(
    painter: QPainter, theme: Theme, room: QRectF, header: Header, *, is_marked: bool
) -> None:
    """The name of a tool above a wide column."""
    painter.setFont(theme.font("strong" if is_marked else "body"))
    painter.setPen(theme.color("text"))
    flags = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(room, flags, header.name)


def draw_leaning_name(
    painter: QPainter, theme: Theme, foot: QPointF, header: Header, longest: float, *, is_marked: bool
) -> None:
    """The name of a tool above a narrow column."""
    font = theme.font("strong" if is_marked else "body")
    painter.save()
    painter.translate(foot.x() + theme.px(2), foot.y() - theme.px(6))
    painter.rotate(-LEAN)
    painter.setFont(font)
    painter.setPen(theme.color("text"))
    words = QFontMetricsF(font).elidedText(header.name, Qt.TextElideMode.ElideMiddle, longest)
    painter.drawText(QPointF(0, QFontMetricsF(font).ascent() / 2), words)
    painter.restore()


def draw_column_totals(painter: QPainter, theme: Theme, top: QPointF, header: Header) -> None:
    """How many systems a tool reaches, and the worst band of its risks."""
    painter.setFont(theme.font("small"))
    painter.setPen(theme.color("muted"))
    room = QRectF(top.x() - theme.px(30), top.y() + theme.px(3), theme.px(60), theme.px(16))
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, str(header.count))
    painter.setPen(theme.color("text"))
    room.moveTop(top.y() + theme.px(20))
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, _bands(theme, header, 1))


def _bands(theme: Theme, header: Header, most: int) -> str:
    """The worst bands of a row or column, by mark and number."""
    return "  ".join(f"{theme.bands[band].mark} {n}" for band, n in header.bands[:most])


def _bar(painter: QPainter, theme: Theme, bar: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("control_border"))
    painter.drawRoundedRect(bar, 2, 2)
    painter.setFont(theme.font("small"))
