"""What every dialog of ours looks like: a title, its content, a message in place, and buttons."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import _
from ui.theme import Theme
from ui.widgets.basics import Notice, button, heading, primary_button

WIDTH = 560


class DialogFrame(QDialog):
    """A dialog that stays open until its wish came true, and shows in place why it did not.

    It is shown with `open()`, never with `exec()`, and is gone once it is closed.
    """

    def __init__(self, theme: Theme, name: str, title: str, wish: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.notice = Notice(theme, self)
        self.content = QVBoxLayout()
        self.go_on = primary_button(wish, theme, name=f"{name}_go_on", parent=self)
        self.cancel = button(_("Cancel"), theme, name=f"{name}_cancel", parent=self)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self._build(title)
        self.cancel.clicked.connect(self.reject)

    def show_refused(self, title: str, advice: str) -> None:
        """Say why it did not work, and let the person try again."""
        self.set_busy(False)
        self.notice.show_message(title, advice)

    def set_busy(self, is_busy: bool) -> None:
        """Take no second press while the first one is being worked on."""
        self.go_on.setEnabled(not is_busy)
        self.setCursor(Qt.CursorShape.WaitCursor if is_busy else Qt.CursorShape.ArrowCursor)

    def _build(self, title: str) -> None:
        space = self.theme.space
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(min(self.theme.px(WIDTH), 900))
        self.go_on.setDefault(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(space(1))
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(3), space(3), space(3), space(3))
        column.setSpacing(space(2))
        column.addWidget(heading(title, self.theme, self))
        column.addWidget(self.notice)
        self.content.setSpacing(space(1))
        column.addLayout(self.content)
        column.addStretch(1)
        column.addSpacing(space(1))
        column.addLayout(buttons)
