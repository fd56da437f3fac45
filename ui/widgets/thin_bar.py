"""A thin line that says how far something has come: done, not known, still open."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from ui.theme import Theme

THICKNESS = 4


def draw_bar(
    painter: QPainter, area: QRectF, theme: Theme, roles: tuple[str, str], counts: tuple[int, int, int]
) -> None:
    """Draw the line; `roles` are the colours of its ground and its ink, `counts` done, unknown and total."""
    done, unknown, total = counts
    ground, ink = (theme.color(role) for role in roles)
    painter.fillRect(area, ground)
    if not total:
        return
    width = area.width() * done / total
    painter.fillRect(QRectF(area.left(), area.top(), width, area.height()), ink)
    # Not known: half as thick as done, so that the two differ without colour.
    rest = QRectF(area.left() + width, area.top(), area.width() * unknown / total, area.height())
    painter.fillRect(rest.adjusted(0, area.height() / 2, 0, 0), ink)
    painter.setPen(Qt.PenStyle.NoPen)
