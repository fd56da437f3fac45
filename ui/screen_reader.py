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
# What Python made for Qt lives as long as its widget does.
_kept: dict[int, "PaintedPart"] = {}


class PaintedPart(QAccessibleWidget):
    """A painted widget as a screen reader knows it. Pressing it is pressing Enter on it."""

    def __init__(self, part: QWidget, role: QAccessible.Role) -> None:
        super().__init__(part, role)
        self._part = part
        self._can_be_pressed = role in _PRESSED

    def actionNames(self) -> list[str]:
        names = list(super().actionNames())
        is_stop = self._part.focusPolicy() != Qt.FocusPolicy.NoFocus
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
            QApplication.sendEvent(self._part, enter)


class CheckedPart(PaintedPart):
    """A button that stays down: pressing it from outside does what pressing it with the mouse does."""

    def __init__(self, part: QAbstractButton, role: QAccessible.Role) -> None:
        super().__init__(part, role)
        self._button = part

    def text(self, kind: QAccessible.Text) -> str:
        said = super().text(kind)
        return said or (self._button.text().replace("&", "") if kind is QAccessible.Text.Name else "")

    def state(self) -> QAccessible.State:
        state = super().state()
        if self._button.isCheckable():
            state.checkable = state.selectable = True
            state.checked = state.selected = self._button.isChecked()
        return state

    def actionNames(self) -> list[str]:
        return [self.pressAction(), self.setFocusAction()] if self._button.isEnabled() else []

    def press(self) -> None:
        self._button.click()


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
    key = id(part)
    made = CheckedPart(part, role) if isinstance(part, QAbstractButton) else PaintedPart(part, role)
    _kept[key] = made
    part.destroyed.connect(lambda: _kept.pop(key, None))
    return made
