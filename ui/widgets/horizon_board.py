"""The board: what the answers propose, and the agreed plan in four columns, now to watch."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.i18n import _, ngettext
from app.plan import Proposal, board, proposals, touch_words
from models.assessment import Assessment
from models.risk import Band
from models.snapshot import Snapshot
from models.values import ActionItem, ActionStatus, Horizon
from ui.theme import Theme
from ui.widgets.action_card import ActionCard, CardFace
from ui.widgets.basics import quiet_button
from ui.widgets.board_column import BoardColumn

FEW = 8
HINTS = {
    Horizon.NOW: "What cannot wait: stop rules and critical risks. Drag a proposal here.",
    Horizon.NEXT: "What helps most risks for its effort.",
    Horizon.THEN: "What can follow within the quarter.",
    Horizon.WATCH: "What is fine, as long as somebody looks at it again.",
}


class HorizonBoard(QScrollArea):
    """Cards in columns; it tells wishes and changes nothing itself.

    `taken` carries a proposal's key and a Horizon (None: its own), `moved` an action's id and a Horizon,
    `added` a Horizon and the words, `opened` and `removed` an action's id, `followed` a place.
    """

    taken = Signal(str, object)
    moved = Signal(str, object)
    added = Signal(object, str)
    opened = Signal(str)
    removed = Signal(str)
    followed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shows_all = False
        self._proposals: tuple[Proposal, ...] = ()
        self._state: tuple[Snapshot, Assessment, bool] | None = None
        self._more = quiet_button("", theme, name="show_all_proposals", parent=self)
        self._proposed = BoardColumn(
            theme,
            "proposed",
            _("Proposed"),
            _("Nothing more is proposed: everything that the answers ask for is in the plan."),
            can_add=False,
            parent=self,
        )
        self._columns = {horizon: self._column(horizon) for horizon in Horizon}
        self._build()

    def show_plan(self, snapshot: Snapshot, assessment: Assessment, *, is_read_only: bool = False) -> None:
        """Show the plan and the proposals of this state; the card that has the keyboard keeps it."""
        held = self.current
        self._state = snapshot, assessment, is_read_only
        self._proposals = proposals(snapshot, assessment)
        shown = self._proposals if self._shows_all else self._proposals[:FEW]
        faces = [_proposed_face(proposal, assessment) for proposal in shown]
        self._proposed.show_cards(faces, is_read_only=is_read_only, count=len(self._proposals))
        hidden = len(self._proposals) - len(shown)
        self._more.setVisible(hidden > 0)
        self._more.setText(ngettext("Show {n} more", "Show {n} more", hidden).format(n=hidden))
        for horizon, actions in board(snapshot).items():
            faces = [_face(action, assessment) for action in actions]
            self._columns[horizon].show_cards(faces, is_read_only=is_read_only)
        if held:
            self.focus_card(held)

    @property
    def current(self) -> str:
        """The key of the card that has the keyboard, or ""."""
        return next((card.key for card in self._cards() if card.hasFocus()), "")

    def proposal(self, key: str) -> Proposal | None:
        """A proposal that is shown."""
        return next((proposal for proposal in self._proposals if proposal.key == key), None)

    def focus_card(self, key: str) -> bool:
        """Give a card the keyboard; False if there is none of this key."""
        for column in (self._proposed, *self._columns.values()):
            for card in column.cards:
                if card.key == key:
                    card.setFocus(Qt.FocusReason.OtherFocusReason)
                    column.bring_into_view(card)
                    return True
        return False

    def cards_of(self, horizon: Horizon | None) -> tuple[ActionCard, ...]:
        """The cards of a column; None for the proposals."""
        return self._proposed.cards if horizon is None else self._columns[horizon].cards

    def _cards(self) -> Sequence[ActionCard]:
        columns = (self._proposed, *self._columns.values())
        return [card for column in columns for card in column.cards]

    def _listen(self, card: ActionCard) -> None:
        card.opened.connect(self.opened)
        card.removed.connect(self.removed)
        card.followed.connect(self.followed)
        card.taken.connect(lambda key: self.taken.emit(key, None))
        card.pushed.connect(self._on_pushed)
        card.stepped.connect(self._on_stepped)

    def _on_pushed(self, key: str, step: int) -> None:
        order = list(Horizon)
        if self.proposal(key) is not None:
            if step > 0:
                self.taken.emit(key, None)
            return
        for place, horizon in enumerate(order):
            if any(card.key == key for card in self._columns[horizon].cards):
                if 0 <= place + step < len(order):
                    self.moved.emit(key, order[place + step])
                return

    def _on_stepped(self, key: str, step: int) -> None:
        for column in (self._proposed, *self._columns.values()):
            keys = [card.key for card in column.cards]
            if key in keys and 0 <= keys.index(key) + step < len(keys):
                self.focus_card(keys[keys.index(key) + step])

    def _on_dropped(self, key: str, horizon: Horizon) -> None:
        if self.proposal(key) is not None:
            self.taken.emit(key, horizon)
        elif all(card.key != key for card in self._columns[horizon].cards):
            self.moved.emit(key, horizon)

    def _show_all(self) -> None:
        self._shows_all = True
        if self._state is not None:
            snapshot, assessment, is_read_only = self._state
            self.show_plan(snapshot, assessment, is_read_only=is_read_only)

    def _column(self, horizon: Horizon) -> BoardColumn:
        column = BoardColumn(
            self._theme,
            horizon.value,
            _(horizon.label),
            _(HINTS[horizon]),
            can_add=True,
            parent=self,
        )
        column.dropped.connect(lambda key: self._on_dropped(key, horizon))
        column.added.connect(lambda text: self.added.emit(horizon, text))
        return column

    def _build(self) -> None:
        self.setObjectName("horizon_board")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget(self)
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.space(1))
        left = QVBoxLayout()
        left.addWidget(self._proposed, 1)
        left.addWidget(self._more)
        row.addLayout(left, 1)
        self._proposed.card_made.connect(self._listen)
        for column in self._columns.values():
            column.card_made.connect(self._listen)
            row.addWidget(column, 1)
        self._more.clicked.connect(self._show_all)
        self.setWidget(content)


def _face(action: ActionItem, assessment: Assessment) -> CardFace:
    facts = (
        _(action.kind.value) if action.kind else "",
        action.stop_rule.value if action.stop_rule else "",
        _("effort {size}").format(size=action.effort.value) if action.effort else "",
        action.client_owner or action.proposed_owner_role or _("no owner"),
        _("due {day}").format(day=action.due.isoformat()) if action.due else "",
        _(action.status.label) if action.status not in {None, ActionStatus.PROPOSED} else "",
    )
    return CardFace(
        key=action.id,
        text=action.text,
        facts=tuple(fact for fact in facts if fact),
        risks=_risks(action.risks or (), assessment),
        is_done=action.status is ActionStatus.DONE,
    )


def _proposed_face(proposal: Proposal, assessment: Assessment) -> CardFace:
    action = proposal.action
    facts = (
        proposal.because,
        _("effort {size}").format(size=action.effort.value) if action.effort else "",
    )
    return CardFace(
        key=proposal.key,
        text=action.text,
        facts=tuple(fact for fact in facts if fact),
        risks=_risks((action.risks or ())[:2], assessment) if action.stop_rule or not action.question else (),
        more=touch_words(proposal.touches),
        is_proposed=True,
    )


def _risks(ids: Sequence[str], assessment: Assessment) -> tuple[tuple[str, Band | None], ...]:
    known = assessment.risks_by_id
    return tuple((each, known[each].residual.band if each in known else None) for each in ids)
