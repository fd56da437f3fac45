"""Two parts side by side; where there is no room for both, the one that was opened takes it all."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QWidget

from ui.theme import Theme

NARROW_BELOW = 940
SIDE_WIDTH = 480


class TwoPanes(QSplitter):
    """`main` always, `side` while it is not hidden; `covered` says whether the side has taken it all."""

    covered = Signal(bool)

    def __init__(self, theme: Theme, main: QWidget, side: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._main = main
        self._side = side
        self._was_shown = False
        self._build()

    def share(self) -> None:
        """Share the room, after the side was opened or closed."""
        is_open, width = not self._side.isHidden(), self.width()
        is_narrow = width < self._theme.px(NARROW_BELOW)
        was_covered = self._main.isHidden()  # then neither has a width of its own to come back to
        self._main.setVisible(not (is_open and is_narrow))
        self.covered.emit(is_open and is_narrow)
        side = min(self._theme.px(SIDE_WIDTH), width // 2)
        is_laid_out = self.isVisible()  # a page that a link opens is as wide as it happens to be until shown
        is_apt = is_laid_out and not was_covered and self.sizes()[1] >= side // 2
        if is_open and not is_narrow and not is_apt:
            self.setSizes([width - side, side])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share()

    def showEvent(self, event: QShowEvent) -> None:
        """At the first time the page knows how wide it is."""
        if not self._was_shown and not self._side.isHidden() and self._main.isVisibleTo(self):
            side = min(self._theme.px(SIDE_WIDTH), self.width() // 2)
            self.setSizes([self.width() - side, side])
        self._was_shown = True
        super().showEvent(event)

    def _build(self) -> None:
        self.addWidget(self._main)
        self.addWidget(self._side)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(self._theme.space(1))
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
