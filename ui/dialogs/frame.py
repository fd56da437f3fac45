"""What every dialog of ours looks like: a title, its content, a message in place, and buttons."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.errors import ReviewError
from app.i18n import _
from ui.reading_order import go_on, in_reading_order, is_stop
from ui.theme import Theme
from ui.widgets.basics import Notice, button, heading, muted, primary_button, scrolled

WIDTH = 560
MARGIN = 24
ONE_MOMENT = _("One moment …")


class DialogFrame(QDialog):
    """A dialog that stays open until its wish came true, and shows in place why it did not.

    It is shown with `open()`, never with `exec()`, and is gone once it is closed.
    """

    def __init__(self, theme: Theme, name: str, title: str, wish: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.notice = Notice(theme, self)
        self._sheet = QWidget(self)
        self.content = QVBoxLayout(self._sheet)
        self._area = scrolled(self._sheet, parent=self)
        self._working = muted("", theme, self)
        self.go_on = primary_button(wish, theme, name=f"{name}_go_on", parent=self)
        self.cancel = button(_("Cancel"), theme, name=f"{name}_cancel", parent=self)
        self._focused: QWidget | None = None
        self.setObjectName(name)
        self.setWindowTitle(title)
        self._build(title)
        self.cancel.clicked.connect(self.reject)

    def show_refused(self, title: str, advice: str) -> None:
        """Say why it did not work, and let the person try again."""
        self.set_busy(False)
        self.notice.show_message(title, advice)
        self.fit()
        self.fit_soon()

    def show_error(self, error: ReviewError) -> None:
        """Say in place why it did not work."""
        self.show_refused(error.title, error.advice)

    def show_failure(self, error: Exception) -> None:
        """Say in place how a job ended that did not work; a fault of ours closes the dialog and is raised."""
        if not isinstance(error, ReviewError):
            self.reject()
            raise error
        self.show_error(error)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._begin()
        self.fit()

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Let Tab go in the order of reading, the message and its cross included."""
        return go_on(self, forwards=forwards)

    def set_busy(self, is_busy: bool) -> None:
        """Take no second press while the first one is being worked on; the cursor stays where it was."""
        if is_busy:
            self._focused = QApplication.focusWidget()
        self.go_on.setEnabled(not is_busy)
        self._working.setText(ONE_MOMENT if is_busy else "")
        if not is_busy and self._focused is not None and self.isAncestorOf(self._focused):
            self._focused.setFocus()
        self.setCursor(Qt.CursorShape.WaitCursor if is_busy else Qt.CursorShape.ArrowCursor)

    def _build(self, title: str) -> None:
        space = self.theme.space
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.go_on.setDefault(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(space(1))
        buttons.addWidget(self._working, 1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(3), space(3), space(3), space(3))
        column.setSpacing(space(2))
        column.addWidget(heading(title, self.theme, self))
        column.addWidget(self.notice)
        self.content.setContentsMargins(0, 0, 0, 0)
        self.content.setSpacing(space(1))
        column.addWidget(self._area, 1)
        column.addLayout(buttons)

    def fit_soon(self) -> None:
        """As `fit`, once the parts have told their new sizes to each other."""
        QTimer.singleShot(0, self, self.fit)

    def fit(self) -> None:
        """Be as high as the content needs, and no higher than the screen."""
        for part in (self._sheet, *self._sheet.findChildren(QWidget)):
            if (layout := part.layout()) is not None:
                layout.invalidate()  # a part that has grown tells only the layout that it is in
        room = self.screen().availableSize()
        width = min(self.theme.px(WIDTH), room.width() - 2 * MARGIN)
        inner = width - 2 * self.theme.space(3)
        column = self.layout()
        assert column is not None  # noqa: S101  (set in _build)
        around = column.totalHeightForWidth(width) - self._area.sizeHint().height()
        self.notice.setFixedWidth(inner)
        height = around + self.content.totalHeightForWidth(inner)
        self.resize(width, min(height, room.height() - 2 * MARGIN))

    def _begin(self) -> None:
        """Put the cursor into the first field."""
        fields = (part for part in in_reading_order(self._sheet) if is_stop(part))
        next(fields, self.cancel).setFocus()
