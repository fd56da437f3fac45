"""Icons from the Lucide set, drawn in a colour of the theme."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

import resources
from ui.theme import Theme

ICON_SIZE = 18
_SHARPNESS = 2


def icon(name: str, theme: Theme, role: str = "text", disabled_role: str = "muted") -> QIcon:
    """A Lucide icon by its name, in a colour of the theme. Raises FileNotFoundError for an unknown name."""
    drawn = QIcon(_drawing(name, theme.colors[role], theme.px(ICON_SIZE)))
    drawn.addPixmap(
        _drawing(name, theme.colors[disabled_role], theme.px(ICON_SIZE)), QIcon.Mode.Disabled, QIcon.State.Off
    )
    return drawn


def pixmap(name: str, theme: Theme, role: str = "text", size: int = ICON_SIZE) -> QPixmap:
    """The picture of an icon for a label; `size` in pixels at 100 % text."""
    return _drawing(name, theme.colors[role], theme.px(size))


@lru_cache(maxsize=256)
def _drawing(name: str, color: str, size: int) -> QPixmap:
    svg = resources.read_text("icons", f"{name}.svg").replace("currentColor", color)
    drawing = QPixmap(size * _SHARPNESS, size * _SHARPNESS)
    drawing.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawing)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(drawing.rect()))
    painter.end()
    drawing.setDevicePixelRatio(_SHARPNESS)
    return drawing
