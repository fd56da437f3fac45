"""A button that leads to the history of what is shown beside it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from app.i18n import _
from ui.theme import Theme
from ui.widgets.icons import ICON_SIZE, icon


class HistoryButton(QToolButton):
    """`link_followed` carries the link to the history of one entry."""

    link_followed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link = ""
        self.setObjectName("row_history")
        self.setIcon(icon("history", theme))
        self.setIconSize(QSize(theme.px(ICON_SIZE), theme.px(ICON_SIZE)))
        self.setToolTip(_("History of this row"))
        self.setAccessibleName(self.toolTip())
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(lambda: self.link_followed.emit(self._link))

    def show_entry(self, register: str, key: str) -> None:
        """Lead to the history of this entry."""
        self._link = f"history:{register}/{key}"
