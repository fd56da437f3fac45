"""The line above a page: whose review it is, which one, what the room sees, undo, and that all is saved."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from app.i18n import _
from ui.theme import Theme
from ui.widgets.buttons import icon_button, quiet_button
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.hint_line import HintLine
from ui.widgets.room_status import RoomStatus
from ui.widgets.saved_mark import SavedMark
from ui.widgets.undo_steps import UndoSteps

if TYPE_CHECKING:
    from models.snapshot import ReviewHeader, Snapshot

GAP = 100  # of the room that is left, all but nothing goes to a hint while there is one


class HeaderLine(QWidget):
    """Client, review, undo, redo and the saved mark. `review_chosen` carries a review's id."""

    review_chosen = Signal(str)
    next_review_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._client = ElidedLabel(theme, "strong", self)
        self._review: QPushButton = quiet_button("", theme, name="review_switcher", parent=self)
        self._undo = icon_button("undo-2", _("Undo"), theme, "undo_button", self)
        self.steps = UndoSteps(theme, self)
        self.hint = HintLine(theme, self, fills_gap=True)
        self._redo = icon_button("redo-2", _("Redo"), theme, "redo_button", self)
        self.room = RoomStatus(theme, self)
        self.saved_mark = SavedMark(theme, self)
        self._menu = QMenu(self._review)
        self._build()
        self._undo.clicked.connect(self.undo_wanted)
        self._redo.clicked.connect(self.redo_wanted)

    def show_review(self, snapshot: "Snapshot", reviews: "Sequence[ReviewHeader]") -> None:
        """Show whose review is open, and which others there are."""
        self._client.show_name(snapshot.engagement.client)
        words = _review_words(snapshot.header)
        self._review.setText(words)
        self._review.setAccessibleName(_("Review: {title}").format(title=words))
        self._menu.clear()
        group = QActionGroup(self._menu)
        for header in reviews:
            action = self._menu.addAction(_review_words(header))
            action.setCheckable(True)
            action.setChecked(header.id == snapshot.header.id)
            action.setData(header.id)
            group.addAction(action)
        group.triggered.connect(self._choose)
        self._menu.addSeparator()
        following = self._menu.addAction(_("Begin the next review…"))
        following.setObjectName("begin_next_review")
        following.triggered.connect(lambda _checked=False: self.next_review_wanted.emit())

    def forget_review(self) -> None:
        """Hold nothing of the review that was open: hidden words can be read too, by other programs."""
        self._client.show_name("")
        self._review.setText("")
        self._review.setAccessibleName("")
        self._menu.clear()

    def show_undo(self, undo: str | None, redo: str | None) -> None:
        """Name the steps that can be undone and redone; None where there is none."""
        for made, step, words, named in (
            (self._undo, undo, _("Undo"), _("Undo: {step}")),
            (self._redo, redo, _("Redo"), _("Redo: {step}")),
        ):
            made.setEnabled(step is not None)
            made.setToolTip(named.format(step=step) if step else words)
            made.setAccessibleName(made.toolTip())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.room.fit(self.width())

    def _choose(self, action: QAction) -> None:
        self.review_chosen.emit(action.data())

    def _build(self) -> None:
        self.setObjectName("header")
        self._client.setObjectName("client_name")
        self._review.setMenu(self._menu)
        self._review.setProperty("has_menu", True)
        space = self._theme.space
        row = QHBoxLayout(self)
        row.setContentsMargins(space(3), space(0.5), space(3), space(0.5))
        row.setSpacing(space(1))
        row.addWidget(self._client)
        row.addWidget(self._review)
        row.addSpacing(space(1))
        row.addWidget(self.hint, GAP)
        row.addStretch(1)
        row.addWidget(self.room)
        row.addSpacing(space(1))
        row.addWidget(self.saved_mark)
        row.addSpacing(space(1))
        row.addWidget(self._undo)
        row.addWidget(self.steps)
        row.addWidget(self._redo)


def _review_words(header: "ReviewHeader") -> str:
    if header.sealed:
        return _("{title} (sealed)").format(title=header.title)
    return header.title
