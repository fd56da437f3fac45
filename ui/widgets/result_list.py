"""A list of results that is walked from the line where one types."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from app.search import Found, Hit
from ui.theme import Theme
from ui.widgets.result_delegate import ResultDelegate
from ui.widgets.result_model import ResultModel

PAGE = 8
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: PAGE,
    Qt.Key.Key_PageUp: -PAGE,
}


class ResultList(QListView):
    """Shows what was found. `chosen` carries a Hit, `pointed` the words of the row that Enter chooses."""

    chosen = Signal(object)
    pointed = Signal(str)

    def __init__(self, theme: Theme, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._results = ResultModel(self)
        self.setItemDelegate(ResultDelegate(theme, self._results, self))
        self.setObjectName(name)
        self.setAccessibleName(words)
        self._build()
        self.clicked.connect(lambda index: self._choose(index.row()))

    @property
    def hits(self) -> tuple[Hit, ...]:
        """What is shown, from top to bottom."""
        return tuple(row for row in self._results.rows if isinstance(row, Hit))

    @property
    def current(self) -> Hit | None:
        """What Enter would choose."""
        return self._results.hit(self.currentIndex().row())

    def show_found(self, found: Sequence[Found], *, stays: bool = False) -> None:
        """Show results, the first of them ready to be chosen, or the same one as before if it `stays`."""
        before = self.current.place if stays and self.current is not None else None
        self._results.show(found)
        rows = range(len(self._results.rows))
        kept = (r for r in rows if (hit := self._results.hit(r)) is not None and hit.place == before)
        row = next(kept, -1) if before is not None else -1
        if row < 0:
            self.scrollToTop()
            self.step(1)
        else:
            self._point(row)

    def hide_words(self, hides: bool) -> None:
        """Say only that a text has the words, or show the words themselves."""
        self._results.hide_words(hides)

    def take_key(self, event: QKeyEvent) -> bool:
        """Walk through the results, or choose one; False for a key that means nothing here."""
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key in _STEPS:
            self.step(_STEPS[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(self.currentIndex().row())
        else:
            return False
        return True

    def step(self, rows: int) -> None:
        """Go on (or back) by so many rows; headings are passed over."""
        places = [row for row in range(len(self._results.rows)) if self._results.hit(row) is not None]
        if not places:
            self.setCurrentIndex(QModelIndex())
            self.pointed.emit("")
            return
        here = self.currentIndex().row()
        at = places.index(here) + rows if here in places else 0
        self._point(places[max(0, min(at, len(places) - 1))])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.take_key(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _point(self, row: int) -> None:
        index = self._results.index(row)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if row == 1:
            self.scrollToTop()  # with the heading over it
        else:
            self.scrollTo(index)
        self.pointed.emit(self._results.spoken(row))

    def _choose(self, row: int) -> None:
        hit = self._results.hit(row)
        if hit is not None and not hit.item.why_not:
            self.chosen.emit(hit)

    def _build(self) -> None:
        self.setModel(self._results)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
