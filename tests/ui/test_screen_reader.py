"""What speaks for a widget keeps nothing of it: not the widget, and not what was written on it."""

import gc
import weakref

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton, QWidget

from ui.screen_reader import CheckedPart, PaintedPart, speak_for_painted_parts


class LinkRow(QWidget):
    """Called as one of those that the program paints itself."""


def gone(part: QWidget) -> None:
    part.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def test_a_widget_that_was_spoken_for_is_let_go(styled: object) -> None:
    speak_for_painted_parts()
    part = LinkRow()
    assert type(QAccessible.queryAccessibleInterface(part)) is PaintedPart
    held = weakref.ref(part)

    gone(part)
    del part

    gc.collect()
    assert held() is None


def test_a_button_that_stays_down_says_so_and_is_pressed_from_outside(styled: object) -> None:
    speak_for_painted_parts()
    button = QPushButton("Both")
    button.setCheckable(True)
    spoken = QAccessible.queryAccessibleInterface(button)
    assert isinstance(spoken, CheckedPart)

    spoken.doAction(spoken.pressAction())

    assert button.isChecked()
    assert spoken.state().checked
    assert spoken.text(QAccessible.Text.Name) == "Both"
    del spoken
    gone(button)
