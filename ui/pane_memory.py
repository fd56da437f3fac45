"""Keeps how a person has shared the room between two panes of a page."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QSplitter, QWidget

from ui.page import Page
from ui.window_memory import WindowMemory

LEAST = 160


class PaneMemory(QObject):
    """Watches the pages that it serves. Lengths are kept as at 100 % text, by arrangement of screens."""

    def __init__(self, memory: WindowMemory, parent: QObject) -> None:
        super().__init__(parent)
        self._memory = memory
        self._watched: dict[QWidget, tuple[QSplitter, str, float]] = {}

    def serve(self, page: Page) -> None:
        """Give a new page the room as it was shared last, and remember what is changed on it."""
        scale = page.theme.scale
        for number, splitter in enumerate(page.findChildren(QSplitter)):
            if splitter.count() == 2:
                self._watch(splitter, f"panes/{page.page_id}_{number}", scale)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget):
            splitter, name, scale = self._watched[watched]
            # After the page has given the pane the width that it has at first.
            QTimer.singleShot(0, splitter, lambda: self._share(splitter, name, scale))
        return False

    def _watch(self, splitter: QSplitter, name: str, scale: float) -> None:
        side = splitter.widget(1)
        assert side is not None  # noqa: S101  (callers have counted)
        self._watched[side] = (splitter, name, scale)
        side.installEventFilter(self)
        splitter.splitterMoved.connect(
            lambda _at, _index: self._memory.keep_length(name, splitter.sizes()[1] / scale)
        )

    def _share(self, splitter: QSplitter, name: str, scale: float) -> None:
        kept, sizes = self._memory.length(name), splitter.sizes()
        total = sum(sizes)
        if kept is None or not all(sizes) or total < 2 * LEAST:
            return
        side = min(max(round(kept * scale), LEAST), total - LEAST)
        splitter.setSizes([total - side, side])
