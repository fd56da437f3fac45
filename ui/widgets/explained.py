"""Content with a drawer beside it that explains a part of it, and stays true as the review changes."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QSplitter, QWidget
from shiboken6 import isValid

from app.reasons import Reasons
from models.assessment import Assessment
from models.snapshot import Snapshot
from ui.theme import Theme
from ui.widgets.reasons_panel import ReasonsPanel

DRAWER_WIDTH = 400
Explain = Callable[[Snapshot, Assessment], Reasons | None]


class Explained(QSplitter):
    """`content` with the drawer at its trailing edge. `followed` carries the place of a line chosen."""

    followed = Signal(str)

    def __init__(self, theme: Theme, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._content = content
        self._explain: Explain | None = None
        self._came_from: QWidget | None = None
        self._panel = ReasonsPanel(theme, self)
        self._build()

    def explain(self, snapshot: Snapshot, assessment: Assessment, explain: Explain) -> None:
        """Open the drawer with the reasons that `explain` gives now and for every state that follows."""
        focused = QApplication.focusWidget()
        if not self._panel.isAncestorOf(focused or self):
            self._came_from = focused
        self._explain = explain
        if self.show_review(snapshot, assessment):
            self._panel.show()
            width, wide = self.width(), self._theme.px(DRAWER_WIDTH)
            self._content.setVisible(width >= 2 * wide)
            self.setSizes([width - wide, wide])
            self._panel.focus_first()

    def show_review(self, snapshot: Snapshot, assessment: Assessment) -> bool:
        """Keep what is explained true in this state; False if there is nothing to explain (any more)."""
        reasons = self._explain(snapshot, assessment) if self._explain is not None else None
        if reasons is None:
            self.close_drawer()
            return False
        self._panel.show_reasons(reasons)
        return True

    def close_drawer(self) -> None:
        """Hide the drawer; the keyboard goes back to where it came from."""
        had_keyboard = self._panel.isAncestorOf(QApplication.focusWidget() or self)
        self._explain = None
        self._panel.hide()
        self._content.show()
        if had_keyboard:
            self._give_back()

    def _give_back(self) -> None:
        there = self._came_from
        if there is None or not isValid(there) or not there.isVisible():
            there = self._content
        there.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self.setObjectName("explained")
        self.setChildrenCollapsible(False)
        self.addWidget(self._content)
        self.addWidget(self._panel)
        self.setStretchFactor(0, 1)
        self._panel.hide()
        self._panel.followed.connect(self.followed)
        self._panel.closed.connect(self.close_drawer)
