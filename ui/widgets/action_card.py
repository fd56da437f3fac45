"""A card of the board: an action of the plan, or one that the answers propose."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from app.i18n import _
from models.risk import Band
from ui.theme import Theme
from ui.widgets.basics import Chip, body, quiet_button, small
from ui.widgets.card_faces import CardFace
from ui.widgets.card_facts import CardFacts
from ui.widgets.card_why import beside, why_button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.style import filled

CARD_TYPE = "application/x-plumbline-card"
MOST_RISKS = 3
_MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_OPENING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
_RULES = """
#action_card { background: $ground; border: ${hair}px $line $around; border-radius: ${radius}px; }
#action_card:hover { border-color: $accent; }
#action_card:focus { border: ${edge}px solid $focus; }
"""


class ActionCard(QFrame):
    """A card. Enter opens it, Alt with an arrow moves it, Up and Down step, Delete removes it.

    O, D, E and S change its owner, day, effort and status in place: `fact_wanted` carries the field. A
    proposed card is taken into the plan by its button or Enter.
    """

    opened = Signal(str)
    taken = Signal(str)
    pushed = Signal(str, int)
    stepped = Signal(str, int)
    removed = Signal(str)
    followed = Signal(str)
    fact_wanted = Signal(str, str)

    def __init__(
        self, theme: Theme, face: CardFace, *, is_read_only: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._face = face
        self._is_read_only = is_read_only
        self._pressed: QPoint | None = None
        self._column = QVBoxLayout(self)
        self._facts: CardFacts | None = None
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

    def show_editor(self, editor: QWidget | None) -> None:
        """Show an editor in the place of the facts, or the facts again."""
        if self._facts is None:
            return
        self._facts.setVisible(editor is None)
        if editor is not None:
            self._column.insertWidget(self._column.indexOf(self._facts), editor)
            editor.show()

    def event(self, event: QEvent) -> bool:
        """Keep Alt and the arrows, which elsewhere go back and forward in the window."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            with_alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
            if with_alt and event.key() in _MOVES and not self._is_read_only:
                event.accept()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        with_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if with_alt and key in _MOVES and not self._is_read_only:
            self.pushed.emit(self.key, _MOVES[key])
        elif key in _STEPS:
            self.stepped.emit(self.key, _STEPS[key])
        elif key in _OPENING:
            self._open()
        elif path := self._fact_of(event):
            self.fact_wanted.emit(self.key, path)
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

    def _fact_of(self, event: QKeyEvent) -> str:
        """The field whose letter was pressed, or ""."""
        if self._is_read_only or event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            return ""
        letter = event.text().upper()
        return next((fact.path for fact in self._face.facts if fact.letter == letter), "")

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
        facts = tuple(fact.words for fact in face.facts)
        moved = (face.moved,) if face.moved else ()
        self.setAccessibleName(", ".join((face.text, *face.said, *facts, *moved)))
        self.setAccessibleDescription(_keys(is_proposed=face.is_proposed))
        self.setToolTip(_keys(is_proposed=face.is_proposed))
        space = theme.space
        self._column.setContentsMargins(space(1.5), space(1), space(1.5), space(1))
        self._column.setSpacing(space(0.5))
        self._column.addWidget(body(f"✓ {face.text}" if face.is_done else face.text, theme, self))
        if face.said:
            self._column.addWidget(small(" · ".join(face.said), theme, self))
        if face.risks:
            self._column.addWidget(self._risks(face.risks))
        if face.facts:
            self._column.addWidget(self._with_facts())
        if face.moved:
            self._column.addWidget(small(face.moved, theme, self))
        if face.is_proposed and not self._is_read_only:
            self._column.addWidget(self._taking())

    def _with_facts(self) -> CardFacts:
        facts = CardFacts(self._theme, self._face.facts, is_read_only=self._is_read_only, parent=self)
        facts.wanted.connect(lambda path: self.fact_wanted.emit(self.key, path))
        self._facts = facts
        return facts

    def _taking(self) -> QWidget:
        take = quiet_button(_("Take"), self._theme, "plus", "take_proposal", self)
        take.setAccessibleName(_("Take into the plan: {text}").format(text=self._face.text))
        take.clicked.connect(lambda: self.taken.emit(self.key))
        return beside(take, why_button(self._theme, self._face.text, self._ask_why, self), self)

    def _ask_why(self) -> None:
        self.followed.emit(f"why:{self.key}")

    def _risks(self, risks: Sequence[tuple[str, Band | None]]) -> QWidget:
        holder = QWidget(self)
        row = FlowLayout(holder, self._theme.space(0.5))
        for risk_id, band in risks[:MOST_RISKS]:
            row.addWidget(self._risk(risk_id, band, holder))
        if len(risks) > MOST_RISKS:
            words = _("and {n} more").format(n=len(risks) - MOST_RISKS)
            more = Chip(words, self._theme, can_be_pressed=True, parent=holder)
            more.setObjectName("more_risks")
            more.clicked.connect(lambda: self._show_rest(row, more))
            row.addWidget(more)
        return holder

    def _risk(self, risk_id: str, band: Band | None, holder: QWidget) -> Chip:
        mark = self._theme.bands[band].mark if band else ""
        chip = Chip(f"{mark} {risk_id}".strip(), self._theme, can_be_pressed=band is not None, parent=holder)
        words = _("{id}, {band}: show why").format(id=risk_id, band=_(band.value)) if band else ""
        chip.setToolTip(words or _("This review has no such risk."))
        chip.setAccessibleName(words or risk_id)
        chip.clicked.connect(lambda: self.followed.emit(f"risk:{risk_id}"))
        return chip

    def _show_rest(self, row: FlowLayout, more: Chip) -> None:
        holder = more.parentWidget() or self
        row.removeWidget(more)
        more.hide()
        rest = [self._risk(risk_id, band, holder) for risk_id, band in self._face.risks[MOST_RISKS:]]
        for chip in rest:
            row.addWidget(chip)
            chip.show()
        rest[0].setFocus(Qt.FocusReason.OtherFocusReason)


def _keys(*, is_proposed: bool) -> str:
    if is_proposed:
        return _("Enter takes it into the plan; or drag it to a column.")
    return _(
        "Enter opens it; O, D, E and S change owner, day, effort and status here; Alt with the left or right "
        "arrow moves it; or drag it to a column."
    )


def _sheet(theme: Theme, *, is_proposed: bool) -> str:
    return filled(
        _RULES,
        theme,
        ground=theme.colors["window" if is_proposed else "surface"],
        line="dashed" if is_proposed else "solid",
        around=theme.colors["control_border" if is_proposed else "border"],
    )
