"""Finds what a person sees in the window, and presses it."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from shiboken6 import isValid

from ui.text_size import PAUSE_MS

W = TypeVar("W", bound=QWidget)


def find(parent: QWidget, kind: type[W], name: str) -> W:
    """The widget of this name, which has to be there; of several the one that a person sees."""
    found = parent.findChildren(kind, name)
    assert found, f"there is no {name}"
    return next((each for each in found if each.isVisible()), found[0])


def click(parent: QWidget, name: str) -> None:
    """Press what has this name with the mouse."""
    target = find(parent, QWidget, name)
    assert target.isVisible(), f"{name} is not visible"
    assert target.isEnabled(), f"{name} cannot be pressed"
    QTest.mouseClick(target, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def go_on(parent: QWidget, name: str) -> None:
    """Press a button that lets a key be made, and wait for what comes of it."""
    button = find(parent, QWidget, name)
    click(parent, name)
    for _look in range(2_000):
        if not isValid(button) or not button.isVisible() or button.isEnabled():
            break
        QTest.qWait(10)
    QApplication.processEvents()


def press(
    parent: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press a key where the cursor is."""
    QTest.keyClick(QApplication.focusWidget() or parent, key, modifier)
    QApplication.processEvents()


def choose(parent: QWidget, name: str) -> None:
    """Choose an entry of the menus."""
    action = parent.findChild(QAction, name)
    assert action is not None, f"there is no action {name}"
    assert action.isEnabled(), f"{name} cannot be chosen"
    action.trigger()
    QApplication.processEvents()


def rest(window: QWidget) -> None:
    """Let the keys for the text size rest until the window follows them."""
    QTest.qWait(PAUSE_MS + 30)
    QApplication.processEvents()


def words(parent: QWidget) -> str:
    """Every word on the labels that a person sees."""
    return "\n".join(shown.text() for shown in parent.findChildren(QLabel) if shown.isVisible())
