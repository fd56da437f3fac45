"""The drop-down list of a choice field: room around its words, and the name of its field."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate


def pad_rows(combo: QComboBox) -> None:
    """Let the rows follow the style sheet, and let the open list be called what its field is called.

    Qt's own delegate of drop-down lists pays the style sheet no heed, and its list has no name: a screen
    reader would say no more than "list" when it opens.
    """
    combo.setItemDelegate(QStyledItemDelegate(combo))
    combo.view().installEventFilter(_Namer(combo))


def widen_list(combo: QComboBox) -> None:
    """Let the open list be as wide as its words, however narrow the closed field is."""
    view = combo.view()
    view.setMinimumWidth(view.sizeHintForColumn(0) + 2 * view.frameWidth())


class _Namer(QObject):
    """Names the list when it opens: by then the field has its name, which may change later on."""

    def __init__(self, combo: QComboBox) -> None:
        super().__init__(combo)
        self._combo = combo

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show:
            self._combo.view().setAccessibleName(self._combo.accessibleName())
        return False
