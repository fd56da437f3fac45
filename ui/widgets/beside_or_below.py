"""A list and what is opened of it: side by side, or one above the other where there is no room for that."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from ui.theme import Theme

BESIDE_FROM = 820
LOWEST, BOTH_LOWEST = 200, 440
SHARES = (3, 2)


class BesideOrBelow(QSplitter):
    """Both parts are always in view; the border between them can be moved."""

    def __init__(self, theme: Theme, main: QWidget, side: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_beside: bool | None = None
        self.addWidget(main)
        self.addWidget(side)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(theme.space(1))
        self.setStyleSheet("QSplitter::handle { background: transparent; }")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_beside = self.width() >= self._theme.px(BESIDE_FROM)
        if is_beside != self._is_beside:
            self._is_beside = is_beside
            self.setOrientation(Qt.Orientation.Horizontal if is_beside else Qt.Orientation.Vertical)
            self.setMinimumHeight(self._theme.px(LOWEST if is_beside else BOTH_LOWEST))
            whole = self.width() if is_beside else max(self.height(), self.minimumHeight())
            self.setSizes([whole * share // sum(SHARES) for share in SHARES])
