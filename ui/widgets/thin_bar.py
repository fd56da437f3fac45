"""A thin line that says how far something has come: done, not known, still open."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Theme

THICKNESS = 4


class ThinBar(QWidget):
    """A line whose filled part is `done` and whose hatched part is `unknown` of `total`."""

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, ground: str = "border", ink: str = "accent"
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._roles = (ground, ink)
        self._counts = (0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_counts(self, done: int, unknown: int, total: int) -> None:
        """Show how many are done and how many not known, of how many."""
        if (done, unknown, total) != self._counts:
            self._counts = (done, unknown, total)
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(80), THICKNESS)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_bar(painter, QRectF(self.rect()), self._theme, self._roles, self._counts)
        painter.end()


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
