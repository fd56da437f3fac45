"""Takes old widgets out of a layout, and puts new ones in their place."""

from collections.abc import Iterable

from PySide6.QtWidgets import QLayout, QWidget

from ui.widgets.flow_layout import FlowLayout


def emptied(layout: QLayout) -> None:
    """Take everything out of a layout; the widgets go away, nameless at once."""
    while (item := layout.takeAt(0)) is not None:
        if (gone := item.widget()) is not None:
            gone.hide()
            for inner in (gone, *gone.findChildren(QWidget)):
                inner.setObjectName("")
            gone.setParent(None)
            gone.deleteLater()


def refill(flow: FlowLayout, old: Iterable[QWidget], new: Iterable[QWidget]) -> None:
    """Take `old` out, nameless at once, since Qt deletes them only after their last signal; add `new`."""
    for part in old:
        flow.removeWidget(part)
        part.hide()
        for inner in (part, *part.findChildren(QWidget)):
            inner.setObjectName("")
        part.deleteLater()
    for part in new:
        flow.addWidget(part)
        part.show()
