"""A column of the board: its heading, its cards, and a line to add one."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from app.i18n import _
from ui.theme import Theme
from ui.widgets.action_card import CARD_TYPE, ActionCard
from ui.widgets.basics import muted, small, strong
from ui.widgets.card_faces import CardFace
from ui.widgets.style import filled

_RULE = "#$name { border: ${edge}px solid $around; border-radius: ${radius}px; }"


class BoardColumn(QFrame):
    """Cards under a heading. `dropped` carries a card's key, `added` the words typed for a new action."""

    dropped = Signal(str)
    added = Signal(str)
    card_made = Signal(object)

    def __init__(
        self, theme: Theme, name: str, words: str, hint: str, *, can_add: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._can_add = can_add
        self._name = name
        self._count = small("", theme, self)
        self._until = small("", theme, self)
        self._cards = QVBoxLayout()
        self._hint = muted(hint, theme, self)
        self._line = QLineEdit(self)
        self._area = QScrollArea(self)
        self._whole = QVBoxLayout(self)
        self._made: list[ActionCard] = []
        self._shown: tuple[tuple[CardFace, ...], bool] | None = None
        self._build(words)

    @property
    def cards(self) -> tuple[ActionCard, ...]:
        """The cards, from top to bottom."""
        return tuple(self._made)

    def show_cards(self, faces: Sequence[CardFace], *, is_read_only: bool, count: int | None = None) -> None:
        """Show these cards; those that say the same stay. `count` where more exist than are shown."""
        self._count.setText(str(len(faces) if count is None else count))
        before, self._shown = self._shown, (tuple(faces), is_read_only)
        if before == self._shown:
            return
        can_stay = before is not None and before[1] == is_read_only
        staying = {card.face: card for card in self._made} if can_stay else {}
        for card in self._made:
            if not can_stay or card.face not in self._shown[0]:
                self._cards.removeWidget(card)
                card.hide()
                card.deleteLater()
        self._made = [staying.get(face) or self._new(face, is_read_only=is_read_only) for face in faces]
        for place, card in enumerate(self._made):
            if self._cards.indexOf(card) != place:
                self._cards.insertWidget(place, card)
            if card.isHidden():
                card.show()  # at once, so that it can take the keyboard
        self._order_tabs()
        self._hint.setVisible(not faces)
        self._line.setVisible(self._can_add and not is_read_only)
        self.setAcceptDrops(self._can_add and not is_read_only)

    def show_until(self, words: str) -> None:
        """Say under the heading until when, or nothing."""
        self._until.setText(words)
        self._until.setVisible(bool(words))

    def ask(self, question: QWidget) -> None:
        """Show a question above the cards, until it is hidden."""
        self._whole.insertWidget(self._whole.indexOf(self._area), question)
        question.show()

    def bring_into_view(self, part: QWidget) -> None:
        """Scroll up or down to a card, or to a part of one that has just been made."""
        for holder in (part.parentWidget(), self._area.widget()):
            if holder is not None and (layout := holder.layout()) is not None:
                layout.activate()
        self._area.ensureWidgetVisible(part, 0, self._theme.space(1))
        self._area.horizontalScrollBar().setValue(0)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(CARD_TYPE):
            event.acceptProposedAction()
            self._mark(is_aimed_at=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._mark(is_aimed_at=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._mark(is_aimed_at=False)
        key = bytes(event.mimeData().data(CARD_TYPE).data()).decode()
        event.acceptProposedAction()
        self.dropped.emit(key)

    def _new(self, face: CardFace, *, is_read_only: bool) -> ActionCard:
        card = ActionCard(self._theme, face, is_read_only=is_read_only, parent=self)
        self.card_made.emit(card)
        return card

    def _order_tabs(self) -> None:
        """Let Tab go down the column, whatever was made first."""
        stops = [part for card in self._made for part in (card, *card.stops)]
        for stop, following in pairwise(stops):
            QWidget.setTabOrder(stop, following)

    def _add(self) -> None:
        text = self._line.text().strip()
        if text:
            self._line.clear()
            self.added.emit(text)

    def _mark(self, *, is_aimed_at: bool) -> None:
        edge = self._theme.colors["accent"] if is_aimed_at else "transparent"
        self.setStyleSheet(filled(_RULE, self._theme, name=self.objectName(), around=edge))

    def _build(self, words: str) -> None:
        self.setObjectName(f"column_{self._name}")
        self.setMinimumWidth(self._theme.px(190))
        self._mark(is_aimed_at=False)
        space = self._theme.space
        head = QHBoxLayout()
        title = strong(words, self._theme, self)
        head.addWidget(title, 1)
        self._count.setWordWrap(False)
        head.addWidget(self._count, 0, Qt.AlignmentFlag.AlignTop)
        self._line.setObjectName(f"add_to_{self._name}")
        self._line.setPlaceholderText(_("Add an action…"))
        self._line.setAccessibleName(_("Add an action: {column}").format(column=words))
        self._line.returnPressed.connect(self._add)
        content = QWidget(self)
        content.setLayout(self._cards)
        self._cards.setContentsMargins(0, 0, space(0.5), 0)
        self._cards.setSpacing(space(1))
        self._cards.addWidget(self._hint)
        self._cards.addStretch(1)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(content)
        column = self._whole
        column.setContentsMargins(space(0.5), space(0.5), space(0.5), space(0.5))
        column.setSpacing(space(1))
        column.addLayout(head)
        column.addWidget(self._until)
        column.addWidget(self._area, 1)
        column.addWidget(self._line)
        self._until.hide()
