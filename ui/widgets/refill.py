"""Puts new widgets in a row in the place of old ones."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from ui.widgets.flow_layout import FlowLayout


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
