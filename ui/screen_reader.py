"""Tells screen readers what our own painted parts are, and lets them press what a mouse can press."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QApplication, QWidget

# By the name of the class, so that no page is loaded for it. Buttons and fields of Qt speak for themselves.
ROLES: Mapping[str, QAccessible.Role] = {
    "ActionCard": QAccessible.Role.ListItem,
    "AnswerCard": QAccessible.Role.RadioButton,
    "Chip": QAccessible.Role.Button,
    "AskList": QAccessible.Role.List,
    "ExposureMatrix": QAccessible.Role.Chart,
    "FactLine": QAccessible.Role.Button,
    "HeatMap": QAccessible.Role.Chart,
    "LinkRow": QAccessible.Role.Link,
    "Notice": QAccessible.Role.AlertMessage,
    "OutcomeRow": QAccessible.Role.Link,
    "PdfView": QAccessible.Role.Document,
    "QuestionCard": QAccessible.Role.Grouping,
    "RailItem": QAccessible.Role.PageTab,
    "SectionTrack": QAccessible.Role.Indicator,
}
# Qt lets a screen reader toggle these without anybody hearing of it: as if it had not been pressed at all.
_CHECKED = frozenset({"QCheckBox", "QPushButton", "QRadioButton", "QToolButton"})
_PRESSED = frozenset(
    {QAccessible.Role.Button, QAccessible.Role.Chart, QAccessible.Role.Link, QAccessible.Role.ListItem}
)


class PaintedPart(QAccessibleWidget):
    """A painted widget as a screen reader knows it. Pressing it is pressing Enter on it.

    Qt for Python keeps what a factory has made for good. So it holds nothing of the widget, not even of one
    that is gone: it asks Qt for it each time.
    """

    def __init__(self, part: QWidget, role: QAccessible.Role) -> None:
        super().__init__(part, role)
        self._can_be_pressed = role in _PRESSED

    def actionNames(self) -> list[str]:
        names, part = list(super().actionNames()), self.object()
        is_stop = isinstance(part, QWidget) and part.focusPolicy() != Qt.FocusPolicy.NoFocus
        return [self.pressAction(), *names] if self._can_be_pressed and is_stop else names

    def doAction(self, actionName: str) -> None:  # noqa: N803  (Qt's name for it)
        if actionName == self.pressAction():
            self.press()
        else:
            super().doAction(actionName)

    def press(self) -> None:
        """Do what Enter does."""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            enter = QKeyEvent(kind, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(self.object(), enter)


class CheckedPart(PaintedPart):
    """A button that stays down: pressing it from outside does what pressing it with the mouse does."""

    def text(self, kind: QAccessible.Text) -> str:
        said, button = super().text(kind), self._button()
        if said or button is None or kind is not QAccessible.Text.Name:
            return said
        return button.text().replace("&", "")

    def state(self) -> QAccessible.State:
        state, button = super().state(), self._button()
        if button is not None and button.isCheckable():
            state.checkable = state.selectable = True
            state.checked = state.selected = button.isChecked()
        return state

    def actionNames(self) -> list[str]:
        button = self._button()
        if button is None or not button.isEnabled():
            return []
        return [self.pressAction(), self.setFocusAction()]

    def press(self) -> None:
        button = self._button()
        if button is not None:
            button.click()

    def _button(self) -> QAbstractButton | None:
        part = self.object()
        return part if isinstance(part, QAbstractButton) else None


def speak_for_painted_parts() -> None:
    """From now on screen readers are told; calling it again changes nothing."""
    QAccessible.installFactory(_interface)


def _interface(class_name: str, part: QObject) -> QAccessibleInterface | None:
    role = ROLES.get(class_name)
    if role is None and class_name in _CHECKED and isinstance(part, QAbstractButton) and part.isCheckable():
        is_one_of_several = part.autoExclusive()
        role = QAccessible.Role.RadioButton if is_one_of_several else QAccessible.Role.CheckBox
    if role is None or not isinstance(part, QWidget):
        return None
    return CheckedPart(part, role) if isinstance(part, QAbstractButton) else PaintedPart(part, role)
