"""The order in which Tab goes about: that of reading, taken from the layouts at the moment of the key."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLayout,
    QLineEdit,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QWidget,
)

# What is one thing to the keyboard, whatever it is made of.
_WHOLE = (QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit)


def go_on(top: QWidget, *, forwards: bool) -> bool:
    """Give the keyboard to the next control of `top`, or the one before; round again at the end."""
    parts = list(in_reading_order(top))
    stops = [part for part in parts if is_stop(part)]
    if not stops:
        return False
    here = _place(parts, QApplication.focusWidget())
    ahead = [stop for stop in stops if parts.index(stop) > here]
    behind = [stop for stop in stops if parts.index(stop) < here]
    target = (ahead or stops)[0] if forwards else (behind or stops)[-1]
    reason = Qt.FocusReason.TabFocusReason if forwards else Qt.FocusReason.BacktabFocusReason
    target.setFocus(reason)
    bring_into_view(target, top)
    return True


def in_reading_order(top: QWidget) -> Iterator[QWidget]:
    """The visible parts of a widget, from the top left down."""
    for part in _parts(top):
        if part.isVisible():
            yield part
            if not isinstance(part, _WHOLE):
                yield from in_reading_order(part)


def is_stop(part: QWidget) -> bool:
    """Whether Tab stops at it."""
    takes_tab = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes_tab and part.isEnabled() and part.focusProxy() is None


def _parts(widget: QWidget) -> list[QWidget]:
    """The direct parts: as they were laid out, then those that were placed by hand."""
    if isinstance(widget, QStackedWidget):
        return _there(widget.currentWidget())
    if isinstance(widget, QScrollArea):
        return _there(widget.widget())
    if isinstance(widget, QSplitter):
        return [part for place in range(widget.count()) for part in _there(widget.widget(place))]
    layout = widget.layout()
    laid_out = list(_laid_out(layout)) if layout is not None else []
    others = [
        child
        for child in widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if child not in laid_out and not child.isWindow()
    ]
    return [*laid_out, *sorted(others, key=lambda child: (child.y(), child.x()))]


def _there(part: QWidget | None) -> list[QWidget]:
    return [] if part is None else [part]


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        inner, widget = item.layout(), item.widget()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid_out(inner)


def _place(parts: list[QWidget], focused: QWidget | None) -> int:
    """Where the keyboard is among the parts: on one or within one; before all of them if on none."""
    at = focused
    while at is not None:
        if at in parts:
            return parts.index(at)
        at = at.parentWidget()
    return -1


def bring_into_view(target: QWidget, top: QWidget) -> None:
    """Scroll whatever has to be scrolled, below `top`, so that a part is seen."""
    at = target.parentWidget()
    while at is not None and at is not top:
        if isinstance(at, QScrollArea):
            at.ensureWidgetVisible(target)
        at = at.parentWidget()
