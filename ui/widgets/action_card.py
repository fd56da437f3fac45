"""A card of the board: an action of the plan, or one that the answers propose."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from app.i18n import _
from models.risk import Band
from ui.theme import Theme
from ui.widgets.basics import Chip, body, quiet_button, small
from ui.widgets.flow_layout import FlowLayout

CARD_TYPE = "application/x-plumbline-card"
MOST_RISKS = 3
_MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_OPENING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


@dataclass(frozen=True, slots=True, kw_only=True)
class CardFace:
    """What a card shows. `key` is the action's id or the proposal's key; `risks` are ids with bands."""

    key: str
    text: str
    facts: tuple[str, ...]
    risks: tuple[tuple[str, Band | None], ...]
    more: str = ""
    is_proposed: bool = False
    is_done: bool = False


class ActionCard(QFrame):
    """A card. Enter opens it, Alt with an arrow moves it, Up and Down step, Delete removes it.

    A proposed card is taken into the plan by its button or Enter.
    """

    opened = Signal(str)
    taken = Signal(str)
    pushed = Signal(str, int)
    stepped = Signal(str, int)
    removed = Signal(str)
    followed = Signal(str)

    def __init__(
        self, theme: Theme, face: CardFace, *, is_read_only: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._face = face
        self._is_read_only = is_read_only
        self._pressed: QPoint | None = None
        self._build()

    @property
    def key(self) -> str:
        """The action's id, or the proposal's key."""
        return self._face.key

    @property
    def face(self) -> CardFace:
        """What it shows."""
        return self._face

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Its parts that Tab stops at."""
        parts = self.findChildren(QWidget)
        return tuple(part for part in parts if part.focusPolicy() & Qt.FocusPolicy.TabFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        with_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if with_alt and key in _MOVES and not self._is_read_only:
            self.pushed.emit(self.key, _MOVES[key])
        elif key in _STEPS:
            self.stepped.emit(self.key, _STEPS[key])
        elif key in _OPENING:
            self._open()
        elif key == Qt.Key.Key_Delete and not self._is_read_only and not self._face.is_proposed:
            self.removed.emit(self.key)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or self._is_read_only:
            return
        if (event.position().toPoint() - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            self._drag()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        was_pressed, self._pressed = self._pressed, None
        is_click = was_pressed is not None and self.rect().contains(event.position().toPoint())
        if is_click and not self._face.is_proposed:
            self._open()

    def _open(self) -> None:
        if not self._face.is_proposed:
            self.opened.emit(self.key)
        elif not self._is_read_only:
            self.taken.emit(self.key)

    def _drag(self) -> None:
        carried = QMimeData()
        carried.setData(CARD_TYPE, self.key.encode())
        drag = QDrag(self)
        drag.setMimeData(carried)
        drag.setPixmap(self.grab())
        drag.setHotSpot(QPoint(self._theme.space(2), self._theme.space(2)))
        drag.exec(Qt.DropAction.MoveAction)

    def _build(self) -> None:
        face, theme = self._face, self._theme
        self.setObjectName("action_card")
        self.setStyleSheet(_sheet(theme, is_proposed=face.is_proposed))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAccessibleName(", ".join((face.text, *face.facts)))
        self.setAccessibleDescription(_keys(is_proposed=face.is_proposed))
        self.setToolTip(_keys(is_proposed=face.is_proposed))
        column = QVBoxLayout(self)
        space = theme.space
        column.setContentsMargins(space(1.5), space(1), space(1.5), space(1))
        column.setSpacing(space(0.5))
        column.addWidget(body(f"✓ {face.text}" if face.is_done else face.text, theme, self))
        if face.facts:
            column.addWidget(small(" · ".join(face.facts), theme, self))
        if face.risks or face.more:
            column.addWidget(self._risks(face.risks))
        if face.is_proposed and not self._is_read_only:
            take = quiet_button(_("Take"), theme, "plus", "take_proposal", self)
            take.setAccessibleName(_("Take into the plan: {text}").format(text=face.text))
            take.clicked.connect(lambda: self.taken.emit(self.key))
            column.addWidget(take)

    def _risks(self, risks: Sequence[tuple[str, Band | None]]) -> QWidget:
        holder = QWidget(self)
        row = FlowLayout(holder, self._theme.space(0.5))
        for risk_id, band in risks[:MOST_RISKS]:
            mark = self._theme.bands[band].mark if band else ""
            chip = Chip(f"{mark} {risk_id}".strip(), self._theme, can_be_pressed=band is not None)
            chip.setToolTip(_(band.value) if band else _("This review has no such risk."))
            chip.clicked.connect(lambda risk_id=risk_id: self.followed.emit(f"risk:{risk_id}"))
            row.addWidget(chip)
        more = self._face.more
        if not more and len(risks) > MOST_RISKS:
            more = _("and {n} more").format(n=len(risks) - MOST_RISKS)
        if more:
            words = small(more, self._theme, holder)
            words.setWordWrap(False)
            row.addWidget(words)
        return holder


def _keys(*, is_proposed: bool) -> str:
    if is_proposed:
        return _("Enter takes it into the plan; or drag it to a column.")
    return _("Enter opens it; Alt with the left or right arrow moves it; or drag it to a column.")


def _sheet(theme: Theme, *, is_proposed: bool) -> str:
    ground = theme.colors["window" if is_proposed else "surface"]
    line = "dashed" if is_proposed else "solid"
    edge = theme.colors["control_border" if is_proposed else "border"]
    return (
        f"#action_card {{ background: {ground}; border: 1px {line} {edge}; border-radius: 6px; }}"
        f"#action_card:hover {{ border-color: {theme.colors['accent']}; }}"
        f"#action_card:focus {{ border: 2px solid {theme.colors['focus']}; }}"
    )
