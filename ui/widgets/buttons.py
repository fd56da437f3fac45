"""Buttons: the one that does what the person came for, ordinary ones, and quiet ones."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QPushButton, QSizePolicy, QToolButton, QWidget

from ui.theme import Theme
from ui.widgets.icons import ICON_SIZE, icon

_GAP = 6


def primary_button(
    text: str, theme: Theme, icon_name: str = "", name: str = "", parent: QWidget | None = None
) -> QPushButton:
    """The one button of a page or dialog that does what the person came for; `name` is its object name."""
    return _button("primary", text, theme, icon_name, name, parent)


def button(
    text: str, theme: Theme, icon_name: str = "", name: str = "", parent: QWidget | None = None
) -> QPushButton:
    """An ordinary button with an outline."""
    return _button("plain", text, theme, icon_name, name, parent)


def quiet_button(
    text: str, theme: Theme, icon_name: str = "", name: str = "", parent: QWidget | None = None
) -> QPushButton:
    """A button without an outline, for what is rarely needed."""
    return _button("quiet", text, theme, icon_name, name, parent)


def icon_button(
    icon_name: str, words: str, theme: Theme, name: str = "", parent: QWidget | None = None
) -> QToolButton:
    """A button with an icon alone; `words` are its tool tip and its accessible name."""
    made = QToolButton(parent)
    made.setIcon(icon(icon_name, theme))
    made.setIconSize(QSize(theme.px(ICON_SIZE), theme.px(ICON_SIZE)))
    made.setToolTip(words)
    made.setAccessibleName(words)
    made.setObjectName(name)
    made.setAutoRaise(True)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made


def give_icon(made: QPushButton, theme: Theme, icon_name: str, role: str = "text") -> None:
    """Put an icon before a button's words, in place of one that is there."""
    made.setIcon(icon(icon_name, theme, role, gap=_GAP))
    made.setIconSize(QSize(theme.px(ICON_SIZE) + _GAP, theme.px(ICON_SIZE)))


def make_one_choice(buttons: Iterable[QAbstractButton], parent: QWidget) -> None:
    """Let screen readers say "one of these"; only the program unchooses one, and it may unchoose them all."""
    group = QButtonGroup(parent)
    group.setExclusive(False)
    for each in buttons:
        group.addButton(each)
        each.setAutoExclusive(True)


class FilledButton(QPushButton):
    """Filled always, or while chosen: within its focus ring is a line of its words' colour."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() and (self.isChecked() or not self.isCheckable()):
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.color("on_accent"), self._theme.stroke("edge")))
            inset, round_by = self._theme.stroke("ring") + 1, self._theme.radius("cell")
            painter.drawRoundedRect(self.rect().adjusted(inset, inset, -inset, -inset), round_by, round_by)


def _button(
    kind: str, text: str, theme: Theme, icon_name: str, name: str, parent: QWidget | None
) -> QPushButton:
    made = FilledButton(theme, text, parent) if kind == "primary" else QPushButton(text, parent)
    made.setProperty("kind", kind)
    made.setObjectName(name)
    made.setAutoDefault(True)  # Enter presses the button that has the keyboard, not the dialog's own
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    made.setFont(theme.font("strong" if kind == "primary" else "body"))
    if icon_name:
        give_icon(made, theme, icon_name, {"primary": "on_accent", "quiet": "accent"}.get(kind, "text"))
    return made
