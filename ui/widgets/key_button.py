"""A button that shows, faintly, the key that does the same."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

from ui.theme import CONTROL_HEIGHT, RADIUS, Theme
from ui.widgets.icons import pixmap

_ICON = 18
_EDGE = 3
_ARROWS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Space})
HAS_KEYS = "has_keys"


def has_keys(widget: QWidget) -> bool:
    """Whether the keyboard is with the question that a widget belongs to: then its key caps light up."""
    holder = widget.parentWidget()
    while holder is not None:
        lit = holder.property(HAS_KEYS)
        if lit is not None:
            return bool(lit)
        holder = holder.parentWidget()
    return False


def paint_key(painter: QPainter, theme: Theme, place: QPoint, key: str, *, is_lit: bool = False) -> None:
    """Draw a key cap with its middle at the left edge given by `place`; a lit one can be pressed now."""
    size = key_size(theme, key)
    cap = QRect(QPoint(place.x(), place.y() - size.height() // 2), size)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("control_border" if is_lit else "border"), theme.stroke()))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(cap, theme.radius("inner"), theme.radius("inner"))
    painter.setPen(theme.color("text" if is_lit else "muted"))
    painter.setFont(theme.font("small"))
    painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
    painter.restore()


def key_size(theme: Theme, key: str) -> QSize:
    """The size of a key cap."""
    metrics = QFontMetrics(theme.font("small"))
    height = metrics.height() + 4
    return QSize(max(height, metrics.horizontalAdvance(key) + theme.space(1)), height)


class KeyCap(QWidget):
    """A key, faintly, beside the words of what it leads to."""

    def __init__(self, key: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key = key
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(key_size(self._theme, self._key).width(), self._theme.px(CONTROL_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        is_lit = has_keys(self)
        paint_key(painter, self._theme, QPoint(0, self.height() // 2), self._key, is_lit=is_lit)
        painter.end()


class KeyButton(QPushButton):
    """Words and a key. Chosen, it has a thick edge, a check mark and bold words, and keeps its size.

    It takes the keyboard by Tab only, so that a click leaves the keys with the question; while it has the
    keyboard, the arrows still go to the question.
    """

    def __init__(
        self,
        words: str,
        key: str,
        theme: Theme,
        name: str,
        parent: QWidget | None = None,
        *,
        can_be_chosen: bool = False,
        role: str = "body",
    ) -> None:
        super().__init__(words, parent)
        self._theme = theme
        self._key = key
        self._role = role
        self.setObjectName(name)
        self.setCheckable(can_be_chosen)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._name()

    def show_words(self, words: str, key: str) -> None:
        """Show other words, or another key."""
        if (words, key) != (self.text(), self._key):
            self.setText(words)
            self._key = key
            self._name()
            self.updateGeometry()
            self.update()

    def _name(self) -> None:
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(self._key)

    def nextCheckState(self) -> None:
        """Stay as shown: only the review says what is chosen."""

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._type(is_bold=True))
        width = metrics.horizontalAdvance(self.text()) + self._theme.space(3)
        if self.isCheckable():
            width += self._theme.px(_ICON) + self._theme.space(0.5)
        if self._key:
            width += key_size(self._theme, self._key).width() + self._theme.space(1)
        return QSize(width, max(metrics.height() + self._theme.space(1.5), self._theme.px(CONTROL_HEIGHT)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        self._paint_edge(painter)
        left = self._theme.space(1.5)
        if self.isCheckable():
            self._paint_mark(painter, left)
            left += self._theme.px(_ICON) + self._theme.space(0.5)
        painter.setFont(self._type(is_bold=self.isChecked()))
        painter.setPen(self._ink())
        words = self.rect().adjusted(left, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        if self._key:
            size = key_size(self._theme, self._key)
            place = QPoint(self.width() - self._theme.space(1.5) - size.width(), self.height() // 2)
            is_lit = self.isEnabled() and has_keys(self)
            paint_key(painter, self._theme, place, self._key, is_lit=is_lit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ARROWS - {Qt.Key.Key_Space}:
            event.ignore()
            return
        super().keyPressEvent(event)

    def _paint_mark(self, painter: QPainter, left: int) -> None:
        """A check mark when chosen, else the empty ring in which it would stand."""
        side = self._theme.px(_ICON)
        top = (self.height() - side) // 2
        if self.isChecked():
            painter.drawPixmap(left, top, pixmap("check", self._theme, "accent", _ICON))
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = self._theme.color("control_border" if self.isEnabled() else "border")
        painter.setPen(QPen(outline, self._theme.stroke("edge")))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QRect(left, top, side, side).adjusted(2, 2, -2, -2))

    def _paint_edge(self, painter: QPainter) -> None:
        if not self.isChecked() or self.hasFocus():
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("accent"), _EDGE))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = _EDGE // 2 + 1
        painter.drawRoundedRect(self.rect().adjusted(half, half, -half, -half), RADIUS, RADIUS)

    def _ink(self) -> QColor:
        return self._theme.color("text" if self.isEnabled() else "muted")

    def _type(self, *, is_bold: bool) -> QFont:
        font = self._theme.font(self._role)
        font.setWeight(QFont.Weight.DemiBold if is_bold else QFont.Weight.Normal)
        return font
