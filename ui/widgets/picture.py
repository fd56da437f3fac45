"""A painted picture that is zoomed, scrolled, walked by keys, and says what is pointed at."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from ui.theme import Theme

ZOOM_STEP = 1.2
LARGEST = 4.0
PAN = 48

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Picture(QAbstractScrollArea):
    """The base of the painted pictures. A thing in the picture is known by its place, such as "risk:EX-T13".

    `pointed` says the sentence of the thing under the pointer or the keys, "" for none; `opened` carries a
    place when it is clicked or Enter is pressed.
    """

    pointed = Signal(str)
    opened = Signal(str)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._zoom = 1.0
        self._current = ""
        self._held: QPointF | None = None
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)

    @property
    def current(self) -> str:
        """The place that the keys stand on, or ""."""
        return self._current

    @property
    def zoom(self) -> float:
        """1.0 fits the room."""
        return self._zoom

    def zoom_by(self, factor: float, around: QPointF | None = None) -> None:
        """Enlarge or shrink; it never gets smaller than the room.

        What is `around` a point stays where it is; without one, what the keys stand on, or the middle.
        """
        before = self._zoom
        self._zoom = min(max(before * factor, 1.0), LARGEST)
        if self._zoom == before:
            return
        at = around or self._middle()
        place, was = self.place_at(at), self.rect_of(self.place_at(at)).center()
        left, top, _right, _bottom = self.frozen()
        grown, far = self._zoom / before, self.offset()
        self._settle()
        for bar, scrolled, kept in (
            (self.horizontalScrollBar(), far.x(), at.x() - left),
            (self.verticalScrollBar(), far.y(), at.y() - top),
        ):
            bar.setValue(round((scrolled + kept) * grown - kept))
        if place:  # marks keep their size, so they do not move as the ground does
            strayed = self.rect_of(place).center() - was
            self._pan(strayed.x(), strayed.y())

    def fit(self) -> None:
        """Show the whole picture, as far as it stays readable."""
        self._zoom = 1.0
        self._settle()

    def select(self, place: str) -> None:
        """Stand on a place, bring it into view and say it; one that is not in the picture does nothing."""
        if self.rect_of(place).isEmpty():
            return
        self._current = place
        self._bring_into_view(self.rect_of(place))
        self._say(self.sentence_of(place))
        self.viewport().update()

    def twin(self, theme: Theme) -> "Picture":
        """Another picture of the same in another look, to be painted elsewhere; it is never shown."""
        raise NotImplementedError

    def paint_whole(self, painter: QPainter, room: QSize) -> QSize:
        """Paint all of it as it fits a room of this size, or larger; gives the size it took."""
        size = self.content_size(room).expandedTo(room)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter, size, QPoint())
        return size

    def content_size(self, room: QSize) -> QSize:
        """How large the picture is at this zoom, in a room of this size."""
        raise NotImplementedError

    def draw(self, painter: QPainter, size: QSize, offset: QPoint) -> None:
        """Paint the part that begins at `offset` and is as large as `size`."""
        raise NotImplementedError

    def place_at(self, point: QPointF) -> str:
        """The place under a point of the viewport, or ""."""
        raise NotImplementedError

    def rect_of(self, place: str) -> QRectF:
        """Where a place is, in the viewport; empty if it is not in the picture."""
        raise NotImplementedError

    def sentence_of(self, place: str) -> str:
        """What a place says."""
        raise NotImplementedError

    def next_place(self, place: str, across: int, down: int) -> str:
        """The place next to this one; the first one for none."""
        raise NotImplementedError

    def frozen(self) -> tuple[int, int, int, int]:
        """What stays in place when scrolling, in pixels: left, top, right, bottom."""
        return (0, 0, 0, 0)

    def offset(self) -> QPoint:
        """How far it is scrolled."""
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter, self.viewport().size(), self.offset())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(ZOOM_STEP if event.angleDelta().y() > 0 else 1 / ZOOM_STEP, event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            moved = event.position() - self._held
            self._held = event.position()
            self._pan(-moved.x(), -moved.y())
            return
        place = self.place_at(event.position())
        shape = Qt.CursorShape.PointingHandCursor if place else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        self._say(self.sentence_of(place or self._current))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position())
        if place and event.button() is Qt.MouseButton.LeftButton:
            self.select(place)
            self.opened.emit(place)
        elif event.button() is Qt.MouseButton.LeftButton and self._can_pan():
            self._held = event.position()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None
        self.mouseMoveEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            words = self.sentence_of(self.place_at(event.pos().toPointF()))
            QToolTip.showText(event.globalPos(), words, self.viewport())
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ARROWS and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            across, down = _ARROWS[key]
            self._pan(across * self._theme.px(PAN), down * self._theme.px(PAN))
        elif key in _ARROWS and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if place := self.next_place(self._current, *_ARROWS[key]):
                self.select(place)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._current:
            self.opened.emit(self._current)
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.zoom_by(ZOOM_STEP)
        elif key == Qt.Key.Key_Minus:
            self.zoom_by(1 / ZOOM_STEP)
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key == Qt.Key.Key_Home and (first := self.next_place("", 0, 0)):
            self.select(first)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        came_by_key = event.reason() is not Qt.FocusReason.MouseFocusReason
        if came_by_key and not self._current and (place := self.next_place("", 0, 0)):
            self.select(place)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _middle(self) -> QPointF:
        here = self.rect_of(self._current)
        return here.center() if not here.isEmpty() else QRectF(self.viewport().rect()).center()

    def _can_pan(self) -> bool:
        return self.horizontalScrollBar().maximum() > 0 or self.verticalScrollBar().maximum() > 0

    def _pan(self, across: float, down: float) -> None:
        self.horizontalScrollBar().setValue(round(self.horizontalScrollBar().value() + across))
        self.verticalScrollBar().setValue(round(self.verticalScrollBar().value() + down))

    def _say(self, words: str) -> None:
        if words == self.accessibleDescription():
            return
        self.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.pointed.emit(words)

    def _settle(self) -> None:
        """Give the scroll bars their ranges, and repaint."""
        room = self.viewport().size()
        content = self.content_size(room)
        for bar, length, whole in (
            (self.horizontalScrollBar(), room.width(), content.width()),
            (self.verticalScrollBar(), room.height(), content.height()),
        ):
            bar.setRange(0, max(0, whole - length))
            bar.setPageStep(length)
            bar.setSingleStep(self._theme.px(24))
        self.viewport().update()

    def _bring_into_view(self, rect: QRectF) -> None:
        if rect.isEmpty():
            return
        left, top, right, bottom = self.frozen()
        room = self.viewport().size()
        for bar, near, far, low, high in (
            (self.horizontalScrollBar(), rect.left(), rect.right(), left, room.width() - right),
            (self.verticalScrollBar(), rect.top(), rect.bottom(), top, room.height() - bottom),
        ):
            if near < low:
                bar.setValue(bar.value() - round(low - near))
            elif far > high:
                bar.setValue(bar.value() + round(far - high))
