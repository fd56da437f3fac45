"""The board: what the answers propose, and the agreed plan in four columns, now to watch."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.cell_text import names_of
from app.day_words import short_day
from app.i18n import _, ngettext
from app.plan import PLAN, Proposal, board, proposals
from app.plan_dates import horizon_end
from models.assessment import Assessment
from models.snapshot import Snapshot
from models.values import Horizon
from ui.theme import Theme
from ui.widgets.action_card import ActionCard
from ui.widgets.basics import quiet_button
from ui.widgets.board_column import BoardColumn
from ui.widgets.card_faces import planned_face, proposed_face
from ui.widgets.card_facts import FactEditor
from ui.widgets.field_editor import FieldContext
from ui.widgets.reason_line import ReasonLine

FEW = 8
FULL, EMPTY = 3, 2
HINTS = {
    Horizon.NOW: "What cannot wait: stop rules and critical risks. Drag a proposal here.",
    Horizon.NEXT: "What helps most risks for its effort.",
    Horizon.THEN: "What can follow within the quarter.",
    Horizon.WATCH: "What is fine, as long as somebody looks at it again.",
}


class HorizonBoard(QScrollArea):
    """Cards in columns; it tells wishes and changes nothing itself.

    `taken` carries a proposal's key and a Horizon (None: its own), `moved` an action's id, a Horizon and the
    reason, `given` an action's id, a field and its value, `added` a Horizon and the words, `opened` and
    `removed` an action's id, `followed` a place, `proposed` how many proposals there are.
    """

    taken = Signal(str, object)
    moved = Signal(str, object, str)
    given = Signal(str, str, object)
    added = Signal(object, str)
    opened = Signal(str)
    removed = Signal(str)
    followed = Signal(str)
    proposed = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shows_all = False
        self._proposals: tuple[Proposal, ...] = ()
        self._state: tuple[Snapshot, Assessment, date, bool] | None = None
        self._asked: tuple[str, Horizon] | None = None
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
        self._reason = ReasonLine(theme, self)
        self._left, self._row = QWidget(self), QHBoxLayout()
        self._build()

    def show_plan(
        self, snapshot: Snapshot, assessment: Assessment, today: date, *, is_read_only: bool = False
    ) -> None:
        """Show the plan and the proposals of this state; the card that has the keyboard keeps it."""
        held = self.current
        self._state = snapshot, assessment, today, is_read_only
        self._proposals = proposals(snapshot, assessment)
        shown = self._proposals if self._shows_all else self._proposals[:FEW]
        faces = [proposed_face(proposal, assessment) for proposal in shown]
        self._proposed.show_cards(faces, is_read_only=is_read_only, count=len(self._proposals))
        hidden = len(self._proposals) - len(shown)
        self._more.setVisible(hidden > 0)
        self._more.setText(ngettext("Show {n} more", "Show {n} more", hidden).format(n=hidden))
        for horizon, actions in board(snapshot).items():
            faces = [planned_face(action, assessment, today) for action in actions]
            end = horizon_end(snapshot, horizon)
            self._columns[horizon].show_until(_("by {day}").format(day=short_day(end)) if end else "")
            self._columns[horizon].show_cards(faces, is_read_only=is_read_only)
            self._row.setStretch(self._row.indexOf(self._columns[horizon]), FULL if actions else EMPTY)
        if self._asked and (is_read_only or self._asked[0] not in snapshot.action_plan):
            self._stop_asking()
        self.proposed.emit(len(self._proposals))
        if held:
            self.focus_card(held)

    @property
    def current(self) -> str:
        """The key of the card that has the keyboard, itself or in one of its parts, or ""."""
        focused = QApplication.focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            return ""
        held = (card.key for card in self._cards() if card is focused or card.isAncestorOf(focused))
        return next(held, "")

    def fold_proposals(self, *, are_folded: bool) -> None:
        """Give the plan the room of the proposals, or show them again."""
        self._left.setVisible(not are_folded)

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
                    self.ensureWidgetVisible(column)
                    return True
        return False

    def focus_first(self) -> None:
        """Give the first card that shows the keyboard: a proposal, or where none shows, an action."""
        first = next((card for card in self._cards() if card.isVisible()), None)
        if first is not None:
            self.focus_card(first.key)

    def cards_of(self, horizon: Horizon | None) -> tuple[ActionCard, ...]:
        """The cards of a column; None for the proposals."""
        return self._proposed.cards if horizon is None else self._columns[horizon].cards

    def ask(self, key: str, horizon: Horizon) -> None:
        """Ask why a card goes to a column; a proposal is taken there, and one that is there stays."""
        if self.proposal(key) is not None:
            self.taken.emit(key, horizon)
        else:
            self._ask(key, horizon, 0)

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
        card.fact_wanted.connect(lambda key, path: self._edit(card, key, path))

    def _edit(self, card: ActionCard, key: str, path: str) -> None:
        """Open the editor of a fact on its card."""
        if self._state is None or key not in self._state[0].action_plan:
            return
        snapshot = self._state[0]
        editor = FactEditor(self._theme, path, card)

        def close(goes_back: bool) -> None:
            card.show_editor(None)
            editor.hide()
            editor.deleteLater()
            if goes_back:
                card.setFocus(Qt.FocusReason.OtherFocusReason)

        editor.given.connect(lambda value: self.given.emit(key, path, value))
        editor.left.connect(close)
        card.show_editor(editor)
        editor.show_action(snapshot.action_plan[key], FieldContext(snapshot, names_of(snapshot), PLAN))
        column = self._columns[snapshot.action_plan[key].horizon or Horizon.WATCH]
        self.ensureWidgetVisible(column)
        after_layout = QTimer(editor, singleShot=True)
        after_layout.timeout.connect(lambda: column.bring_into_view(editor))
        after_layout.start()

    def _on_pushed(self, key: str, step: int) -> None:
        if self.proposal(key) is None:
            self._ask(key, self._horizon_of(key), step)
        elif step > 0:
            self.taken.emit(key, None)

    def _on_stepped(self, key: str, step: int) -> None:
        for column in (self._proposed, *self._columns.values()):
            keys = [card.key for card in column.cards]
            if key in keys and 0 <= keys.index(key) + step < len(keys):
                self.focus_card(keys[keys.index(key) + step])

    def _horizon_of(self, key: str) -> Horizon | None:
        found = (horizon for horizon, column in self._columns.items() if key in [c.key for c in column.cards])
        return next(found, None)

    def _ask(self, key: str, horizon: Horizon | None, step: int) -> None:
        """Ask in a column why a card shall go there, or `step` columns further; its own is passed over."""
        order, home = list(Horizon), self._horizon_of(key)
        if horizon is None or home is None or self._state is None:
            return
        place = order.index(horizon) + step
        if step and 0 <= place < len(order) and order[place] is home:
            place += step
        if not 0 <= place < len(order) or order[place] is home:
            return
        if self._asked is None or self._asked[0] != key:
            self._reason.forget()
        self._asked = key, order[place]
        self._reason.ask(self._state[0].action_plan[key].text, order[place])
        self._columns[order[place]].ask(self._reason)
        self._reason.start()
        self.ensureWidgetVisible(self._columns[order[place]])

    def _give_reason(self, reason: str) -> None:
        if self._asked is not None:
            (key, horizon), self._asked = self._asked, None
            self._reason.hide()
            self._reason.forget()
            self.moved.emit(key, horizon, reason)

    def _stop_asking(self) -> None:
        if self._asked is not None:
            key, self._asked = self._asked[0], None
            self._reason.hide()
            self._reason.forget()
            self.focus_card(key)

    def _push_question(self, step: int) -> None:
        if self._asked is not None:
            self._ask(*self._asked, step)

    def _show_all(self) -> None:
        self._shows_all = True
        if self._state is not None:
            snapshot, assessment, today, is_read_only = self._state
            self.show_plan(snapshot, assessment, today, is_read_only=is_read_only)

    def _column(self, horizon: Horizon) -> BoardColumn:
        hint = _(HINTS[horizon])
        made = BoardColumn(self._theme, horizon.value, _(horizon.label), hint, can_add=True, parent=self)
        made.dropped.connect(lambda key: self.ask(key, horizon))
        made.added.connect(lambda text: self.added.emit(horizon, text))
        return made

    def _build(self) -> None:
        self.setObjectName("horizon_board")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget(self)
        content.setLayout(self._row)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(self._theme.space(1))
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self._proposed, 1)
        left.addWidget(self._more)
        self._row.addWidget(self._left, FULL)
        self._proposed.card_made.connect(self._listen)
        self._proposed.show_until(_("Stop rules first, then what helps most risks for its effort."))
        for column in self._columns.values():
            column.card_made.connect(self._listen)
            self._row.addWidget(column, EMPTY)
        self._more.clicked.connect(self._show_all)
        self._reason.hide()
        self._reason.given.connect(self._give_reason)
        self._reason.left.connect(self._stop_asking)
        self._reason.pushed.connect(self._push_question)
        self.setWidget(content)
