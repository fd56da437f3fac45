"""The parking lot over the foot of the page: a line to jot down what came up, and all that waits."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.i18n import _, ngettext
from app.parking import LONGEST_POINT, ParkedPoint
from ui.theme import Theme
from ui.widgets.buttons import icon_button, quiet_button
from ui.widgets.labels import muted, strong
from ui.widgets.surfaces import scrolled

MOST_SEEN = 5
_ROW = 40
_SHORT = 90


class ParkedRow(QWidget):
    """One parked point: done or not, where it came up, and a cross."""

    ticked = Signal(str, bool)
    removed = Signal(str)
    question_wanted = Signal(str)

    def __init__(self, theme: Theme, point: ParkedPoint, parent: QWidget, *, can_edit: bool) -> None:
        super().__init__(parent)
        self._theme = theme
        self._point = point
        self._tick = QCheckBox(_short(point.text).replace("&", "&&"), self)
        self._cross = icon_button("x", _("Take it off the parking lot"), theme, f"unpark_{point.id}", self)
        self._build()
        for part in (self._tick, self._cross):
            part.setEnabled(can_edit)

    def _build(self) -> None:
        point, tick = self._point, self._tick
        tick.setObjectName(f"parked_{point.id}")
        tick.setAccessibleName(point.text)
        tick.setToolTip(point.text)
        tick.setFont(self._theme.font("body"))
        tick.setChecked(point.is_done)
        tick.clicked.connect(lambda is_done: self.ticked.emit(point.id, is_done))
        self._cross.clicked.connect(lambda: self.removed.emit(point.id))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.space(1))
        row.addWidget(tick, 1)
        if point.question:
            there = quiet_button(point.question, self._theme, name=f"parked_at_{point.id}", parent=self)
            there.setToolTip(_("Go to {question}, where it came up").format(question=point.question))
            there.clicked.connect(lambda: self.question_wanted.emit(point.question))
            row.addWidget(there)
        row.addWidget(self._cross)


class ParkingSheet(QFrame):
    """Lies over the foot of `page` and moves nothing. Enter keeps the line, Escape leaves.

    `parked` carries a line, `ticked`, `removed` and `question_wanted` what is pressed on a point, `left` that
    the keys go back to the question.
    """

    parked = Signal(str)
    ticked = Signal(str, bool)
    removed = Signal(str)
    question_wanted = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self._theme = theme
        self._page = page
        self._points: tuple[ParkedPoint, ...] | None = None
        self._line = QLineEdit(self)
        self._count = muted("", theme, self)
        self._list = QWidget(self)
        self._area = scrolled(self._list, "parked_points", self)
        self._rows: list[ParkedRow] = []
        self._build()
        page.installEventFilter(self)

    def begin(self) -> None:
        """Show what is parked, and take the keyboard for one more line."""
        self._place()
        self.show()
        self.raise_()
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_points(self, points: Sequence[ParkedPoint], *, can_edit: bool) -> None:
        """Show what is parked: what waits first, then what is done."""
        self._line.setEnabled(can_edit)
        shown = tuple(sorted(points, key=lambda point: point.is_done))
        if shown == self._points:
            return
        focused = QApplication.focusWidget()
        name = focused.objectName() if focused is not None and self.isAncestorOf(focused) else ""
        self._points = shown
        waiting = sum(not point.is_done for point in shown)
        words = ngettext("{n} point waits", "{n} points wait", waiting).format(n=waiting)
        self._count.setText(words if shown else _("What comes up and is not for now: nothing is parked yet."))
        self._fill(shown, can_edit=can_edit)
        if self.isVisible():
            self._place()
            again = self.findChild(QWidget, name) if name else None
            (again or self._line).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """No key goes through to the question."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._line.hasFocus():
            self._keep()
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._page and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        if watched is self._page and event.type() == QEvent.Type.Hide:
            self.hide()
        return super().eventFilter(watched, event)

    def _keep(self) -> None:
        words = self._line.text()
        self._line.clear()
        self._leave()
        if words.strip():
            self.parked.emit(words)

    def _leave(self) -> None:
        self.left.emit()
        self.hide()

    def _fill(self, points: Sequence[ParkedPoint], *, can_edit: bool) -> None:
        column = self._list.layout()
        assert isinstance(column, QVBoxLayout)  # noqa: S101  (set in _build)
        for row in self._rows:
            column.removeWidget(row)
            row.hide()
            for inner in row.findChildren(QWidget):
                inner.setObjectName("")
            row.deleteLater()
        self._rows = [ParkedRow(self._theme, point, self._list, can_edit=can_edit) for point in points]
        for place, row in enumerate(self._rows):
            column.insertWidget(place, row)
            row.show()
            row.ticked.connect(self.ticked)
            row.removed.connect(self.removed)
            row.question_wanted.connect(self._follow)
        self._area.setVisible(bool(points))
        self._area.setFixedHeight(self._theme.px(_ROW) * min(len(points), MOST_SEEN))

    def _follow(self, question: str) -> None:
        self._leave()
        self.question_wanted.emit(question)

    def _place(self) -> None:
        margin = self._theme.space(3)
        width = self._page.width() - 2 * margin
        height = min(self.sizeHint().height(), self._page.height() - 2 * self._theme.space(1))
        self.setGeometry(margin, self._page.height() - height - self._theme.space(1), width, height)

    def _build(self) -> None:
        space = self._theme.space
        self.setObjectName("parking_sheet")
        self.setAccessibleName(_("Parking lot"))
        self._line.setObjectName("parked_line")
        self._line.setAccessibleName(_("What to come back to"))
        self._line.setPlaceholderText(_("What to come back to    Enter keeps it, Esc leaves"))
        self._line.setFont(self._theme.font("body"))
        self._line.setMaxLength(LONGEST_POINT)
        title = strong(_("Parking lot"), self._theme, self)
        title.setWordWrap(False)
        head = QHBoxLayout()
        head.setSpacing(space(2))
        head.addWidget(title)
        head.addWidget(self._count, 1)
        points = QVBoxLayout(self._list)
        points.setContentsMargins(0, 0, 0, 0)
        points.setSpacing(0)
        points.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(2), space(1.5), space(2), space(2))
        column.setSpacing(space(1))
        column.addLayout(head)
        column.addWidget(self._area)
        column.addWidget(self._line)
        self.hide()


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else text[: _SHORT - 1] + "…"
