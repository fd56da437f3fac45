"""A message in place: what happened and what to do; it goes away when its cause is gone."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.i18n import _
from ui.theme import Theme
from ui.widgets.buttons import button, icon_button
from ui.widgets.icons import pixmap
from ui.widgets.labels import label, restyle, strong

BESIDE_FROM = 840
_ICONS = {"danger": "circle-alert", "warn": "triangle-alert", "ok": "circle-check", "info": "info"}


class Notice(QFrame):
    """A line in place, hidden while there is nothing to say. Kinds: danger, warn, ok, info."""

    dismissed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, can_be_hidden: bool = True) -> None:
        super().__init__(parent)
        self._theme = theme
        self._wanted: list[Callable[[], object]] = []
        self._icon = QLabel(self)
        self._title = strong("", theme, self)
        self._advice = label("", theme, parent=self)
        self._close = icon_button("x", _("Hide this message"), theme, "hide_notice", self)
        self._acts = [button("", theme, name="notice_action", parent=self)]
        self._buttons = QHBoxLayout()
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._close.setVisible(can_be_hidden)
        self._build()
        self._close.clicked.connect(self._dismiss)
        self.clear()

    @property
    def text(self) -> str:
        """What it says, or nothing."""
        return " ".join(part for part in (self._title.text(), self._advice.text()) if part)

    def show_message(self, title: str, advice: str = "", kind: str = "danger") -> None:
        """Say what happened, and what to do about it."""
        self.setProperty("kind", f"notice_{kind}")
        restyle(self)
        role = "accent" if kind == "info" else kind
        self._icon.setPixmap(pixmap(_ICONS[kind], self._theme, role))
        self._title.setText(title)
        self._advice.setText(advice)
        self._advice.setVisible(bool(advice))
        self._offer_nothing()
        self.setAccessibleName(self.text)
        self.show()
        self._alert()
        QTimer.singleShot(0, self, self._reveal)  # once it has its place

    def offer(self, words: str, act: Callable[[], object]) -> None:
        """Put one more button beside the message shown, for what the person may want to do now."""
        number = len(self._wanted)
        self._wanted.append(act)
        if number == len(self._acts):
            self._add(button("", self._theme, name=f"notice_action_{number + 1}", parent=self))
        self._acts[number].setText(words)
        self._acts[number].show()
        self._turn()

    def clear(self) -> None:
        """Say nothing and take no room."""
        self._offer_nothing()
        self._title.clear()
        self._advice.clear()
        self.hide()

    def _build(self) -> None:
        self.setObjectName("notice")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._advice)
        row = QHBoxLayout(self)
        space = self._theme.space
        row.setContentsMargins(space(1.5), space(1), space(1), space(1))
        row.setSpacing(space(1.5))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._body.setSpacing(space(1))
        self._body.addLayout(words, 1)
        self._buttons.setSpacing(space(1))
        self._add(self._acts.pop())
        self._body.addLayout(self._buttons)
        self._buttons.addStretch(1)
        row.addLayout(self._body, 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        """Several buttons stand below the words where they would leave those no room."""
        is_below = len(self._wanted) > 1 and self.width() < self._theme.px(BESIDE_FROM)
        way = QBoxLayout.Direction.TopToBottom if is_below else QBoxLayout.Direction.LeftToRight
        if self._body.direction() is not way:
            self._body.setDirection(way)

    def _reveal(self) -> None:
        """Let a page that scrolls show it, wherever the person was when it came."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None and self.isVisible():
            area.ensureWidgetVisible(self)

    def _alert(self) -> None:
        """Let a screen reader say it."""
        from PySide6.QtGui import QAccessible, QAccessibleEvent  # noqa: PLC0415  (not before the first page)

        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _add(self, act: QPushButton) -> None:
        number = len(self._acts)
        self._acts.append(act)
        self._buttons.insertWidget(number, act)
        act.clicked.connect(lambda: self._do(number))

    def _do(self, number: int) -> None:
        self._wanted[number]()

    def _offer_nothing(self) -> None:
        self._wanted.clear()
        for act in self._acts:
            act.hide()

    def _dismiss(self) -> None:
        self.clear()
        self.dismissed.emit()
