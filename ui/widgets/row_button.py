"""A button as wide as its column, with a name and a quiet line below it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.labels import small, strong


class RowButton(QPushButton):
    """Two lines of text that are pressed as one."""

    def __init__(self, name: str, below: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self.setProperty("kind", "row")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._column.setContentsMargins(theme.space(2), theme.space(1), theme.space(2), theme.space(1))
        self._column.setSpacing(0)
        for line in (strong(name, theme, self), small(below, theme, self)):
            line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._column.addWidget(line)

    def sizeHint(self) -> QSize:
        return self._column.sizeHint()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._column.totalHeightForWidth(width)
