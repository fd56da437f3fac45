"""Icons from the Lucide set, drawn in a colour of the theme."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

import resources
from ui.theme import Theme

ICON_SIZE = 18
_SHARPNESS = 2


def icon(name: str, theme: Theme, role: str = "text", *, gap: int = 0) -> QIcon:
    """A Lucide icon by its name, in a colour of the theme, with a `gap` in pixels after it.

    Raises FileNotFoundError for a name that is not among the icons.
    """
    drawn = QIcon(_drawing(name, theme.colors[role], theme.px(ICON_SIZE), gap))
    quiet = _drawing(name, theme.colors["muted"], theme.px(ICON_SIZE), gap)
    drawn.addPixmap(quiet, QIcon.Mode.Disabled, QIcon.State.Off)
    return drawn


def pixmap(name: str, theme: Theme, role: str = "text", size: int = ICON_SIZE) -> QPixmap:
    """The picture of an icon for a label; `size` in pixels at 100 % text."""
    return _drawing(name, theme.colors[role], theme.px(size), 0)


@lru_cache(maxsize=256)
def _drawing(name: str, color: str, size: int, gap: int) -> QPixmap:
    svg = resources.read_text("icons", f"{name}.svg").replace("currentColor", color)
    drawing = QPixmap((size + gap) * _SHARPNESS, size * _SHARPNESS)
    drawing.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawing)
    square = QRectF(0, 0, size * _SHARPNESS, size * _SHARPNESS)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, square)
    painter.end()
    drawing.setDevicePixelRatio(_SHARPNESS)
    return drawing
