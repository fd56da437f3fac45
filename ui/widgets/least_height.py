"""Keeps parts side by side as high as what is in them needs, where they take whatever room there is."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QSplitter, QWidget

_CHANGES = frozenset({QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Show, QEvent.Type.Hide})


class LeastHeight(QObject):
    """Gives a splitter the height below which the layout of one of its parts would have no room."""

    def __init__(self, splitter: QSplitter) -> None:
        super().__init__(splitter)
        self._splitter = splitter
        # Once the layouts have come to rest: a height set in between would set them going again.
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._hold)
        for part in self._parts():
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _CHANGES:
            self._rest.start()
        return False

    def _hold(self) -> None:
        least = max((_least(part) for part in self._parts() if part.isVisible()), default=0)
        if least != self._splitter.minimumHeight():
            self._splitter.setMinimumHeight(least)

    def _parts(self) -> list[QWidget]:
        parts = (self._splitter.widget(place) for place in range(self._splitter.count()))
        return [part for part in parts if part is not None]


def _least(part: QWidget) -> int:
    layout = part.layout()
    if layout is None:
        return part.minimumSizeHint().height()
    if layout.hasHeightForWidth():
        return max(layout.minimumHeightForWidth(part.width()), 0)
    return layout.minimumSize().height()
