"""One place to go in the navigation at the left, with how far it has come."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.i18n import _, ngettext
from ui.theme import Theme
from ui.widgets.icons import ICON_SIZE, pixmap
from ui.widgets.thin_bar import THICKNESS, draw_bar

if TYPE_CHECKING:
    from app.progress import SectionProgress

WIDTH = 248
WIDEST = 330


def rail_width(theme: Theme) -> int:
    """How wide the navigation is, in pixels; names too long for it go on in a second line."""
    return min(theme.px(WIDTH), WIDEST)


class RailItem(QAbstractButton):
    """One place to go: its name on as many lines as it needs, and how far it has come.

    `entered` when the person wants to go on inside the place, by Enter or the right arrow.
    """

    entered = Signal()

    def __init__(self, place: str, words: str, icon_name: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.place = place
        self._theme = theme
        self._icon_name = icon_name
        self._progress: SectionProgress | None = None
        self.setText(words)
        self.setObjectName(f"go_{place.replace(':', '_')}")
        self.setCheckable(True)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFont(theme.font("body"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # Not fixed: that would hold it to its height beside no scroll bar, where a name may need a line less.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_progress(self, progress: "SectionProgress") -> None:
        """Show how many of the section's questions have been asked."""
        if progress == self._progress:
            return
        self._progress = progress
        asked = progress.answered + progress.unknown
        told = ngettext("{asked} of {n} question asked", "{asked} of {n} questions asked", progress.total)
        told = told.format(asked=asked, n=progress.total)
        if progress.to_confirm:
            told = _("{told}, {k} to confirm").format(told=told, k=progress.to_confirm)
        self.setToolTip(told)
        self.setAccessibleDescription(self.toolTip())
        self.update()

    @property
    def count(self) -> str:
        """How far the section has come, in figures."""
        if self._progress is None:
            return ""
        return f"{self._progress.answered + self._progress.unknown}/{self._progress.total}"

    def sizeHint(self) -> QSize:
        # As high as it is beside a scroll bar: its words must not be cut when one appears.
        width = rail_width(self._theme)
        return QSize(width, self.heightForWidth(width - self._theme.height("scroll")))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        words = self._words_area(QRect(0, 0, width, 0))
        lines = QFontMetrics(self.font()).boundingRect(
            QRect(0, 0, words.width(), 1 << 12), Qt.TextFlag.TextWordWrap, self.text()
        )
        return lines.height() + self._theme.space(2 if self._progress is not None else 1.5)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = self._theme.color
        if self.isChecked() or self.underMouse():
            painter.fillRect(self.rect(), colors("rail_selected"))
        if self.isChecked():
            painter.fillRect(QRect(0, 0, 4, self.height()), colors("rail_text"))
        self._draw_words(painter, colors("rail_text"))
        if self.hasFocus():
            painter.setPen(QPen(colors("rail_text"), self._theme.stroke("edge")))
            painter.drawRect(self.rect().adjusted(2, 2, -3, -3))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right}:
            self.click()
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _words_area(self, area: QRect) -> QRect:
        space = self._theme.space
        right = space(1.5) + (
            QFontMetrics(self._count_font()).horizontalAdvance("00/00") if self.count else 0
        )
        left = self._theme.px(ICON_SIZE) + space(3.5) if self._icon_name else space(2)
        return area.adjusted(left, 0, -right - space(1), 0)

    def _count_font(self) -> QFont:
        return self._theme.font("small")

    def _draw_words(self, painter: QPainter, ink: QColor) -> None:
        space = self._theme.space
        words = self._words_area(self.rect())
        lift = space(0.5) if self._progress is not None else 0
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        if self._icon_name:
            picture = pixmap(self._icon_name, self._theme, "rail_text" if self.isChecked() else "rail_muted")
            size = picture.deviceIndependentSize().height()
            painter.drawPixmap(space(2), round((self.height() - size) / 2), picture)
        painter.setPen(ink)
        painter.setFont(self.font())
        painter.drawText(words.adjusted(0, 0, 0, -lift), flags, self.text())
        if self._progress is None:
            return
        painter.setPen(self._theme.color("rail_muted"))
        painter.setFont(self._count_font())
        count = QRect(words.right(), 0, self.width() - words.right() - space(1.5), self.height() - lift)
        painter.drawText(count, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self.count)
        line = QRectF(
            words.left(), self.height() - space(1), self.width() - words.left() - space(1.5), THICKNESS
        )
        ground = "rail" if self.isChecked() or self.underMouse() else "rail_selected"
        asked = (self._progress.answered, self._progress.unknown, self._progress.total)
        draw_bar(painter, line, self._theme, (ground, "rail_muted"), asked)
