"""Fix first: the plan on a board, the ten answers for the client, and what is fine as it is."""

from datetime import UTC, date, datetime
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from app.calendar_days import calendar_words
from app.calendar_file import calendar_file
from app.cell_text import names_of
from app.edits import remove, set_field
from app.fine import fine
from app.i18n import _
from app.outcome_reasons import reasons_of_outcome
from app.plan import PLAN, add, take
from app.plan_moves import move
from app.plan_words import plan_words
from app.reasons import reasons_of_card
from app.ten_answers import ten_answers
from models.values import Horizon
from ui.page import Page, Shown
from ui.theme import Theme
from ui.widgets.basics import (
    EmptyState,
    Notice,
    button,
    muted,
    primary_button,
    quiet_button,
    scrolled,
    title,
)
from ui.widgets.entry_card import EntryCard
from ui.widgets.explained import Explain, Explained
from ui.widgets.field_editor import FieldContext
from ui.widgets.fine_list import FineList
from ui.widgets.first_keys import FirstKeys
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.horizon_board import HorizonBoard
from ui.widgets.key_tabs import add_key_tabs
from ui.widgets.outcome_list import OutcomeList
from ui.widgets.plan_tools import PlanTools

PLAN_TAB, ANSWERS_TAB, FINE_TAB = range(3)
EDITOR_WIDTH = 480
LINE_WIDTH = 820


class FixFirstPage(Page):
    """The plan, the ten answers and what is fine, each on its own sheet (keys 1, 2 and 3).

    `calendar_made` carries the bytes of a calendar file to save.
    """

    page_id: ClassVar[str] = "fix_first"

    calendar_made = Signal(bytes)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._shown: Shown | None = None
        self._said = muted("", theme, self)
        self._tabs = QTabBar(self)
        self._stack = QStackedWidget(self)
        self._notice = Notice(theme, self)
        self._board = HorizonBoard(theme, self)
        self._card = EntryCard(theme, self)
        self._move = button(_("Move to"), theme, name="move_action", parent=self)
        self._remove = button(_("Remove"), theme, "trash-2", "remove_action", self)
        self._why = quiet_button(_("Why"), theme, name="why_action", parent=self)
        self._split, self._bar = QSplitter(self), QWidget(self)
        self._outcomes, self._explained = OutcomeList(theme, self), Explained(theme, self._stack, self)
        self._fine = FineList(theme, self)
        self._tools = PlanTools(theme, self)
        self._empty = EmptyState(theme, "", "", "list-ordered", self)
        self._build()
        self._connect()

    @property
    def place(self) -> str:
        """The action that is open."""
        return "" if self._editor.isHidden() else f"entry:{PLAN.value}/{self._card.form.key}"

    def show_review(self, shown: Shown) -> None:
        """Show the plan and the answers of this state."""
        self._shown = shown
        snapshot, assessment = shown.snapshot, shown.assessment
        self._notice.clear()
        today = _today()
        self._said.setText(plan_words(snapshot, today))
        self._board.show_plan(snapshot, assessment, today, is_read_only=shown.is_read_only)
        self._outcomes.show_outcomes(ten_answers(snapshot, assessment))
        self._fine.show_groups(fine(snapshot, assessment))
        is_empty = not snapshot.ai_tools and not snapshot.action_plan
        self._empty.setVisible(is_empty)
        self._explained.show_review(snapshot, assessment)
        for part in (self._said, self._tabs, self._tools, self._explained):
            part.setVisible(not is_empty)
        if self._editor.isVisible():
            self._show_editor(self._card.form.key)

    def show_place(self, place: str) -> bool:
        """Open "action:N1" or "entry:action_plan/N1" (and its field)."""
        place = place.replace("action:", f"entry:{PLAN.value}/", 1) if place.startswith("action:") else place
        parts = place.partition(":")[2].split("/")
        if not place.startswith(f"entry:{PLAN.value}/") or self._shown is None:
            return super().show_place(place)
        if parts[1] not in self._shown.snapshot.action_plan:
            return False
        self._tabs.setCurrentIndex(PLAN_TAB)
        self._show_editor(parts[1])
        if len(parts) > 2:
            self._card.form.focus_field(parts[2])
        return True

    def show_refused(self, place: str, message: str) -> None:
        path = "/".join(place.partition(":")[2].split("/")[2:])
        if not path or not self._card.form.show_fault(path, message):
            self._notice.show_message(_("This was not recorded."), message)

    def show_saved(self, path: str) -> None:
        """Say where the calendar file is, and what is in it."""
        said = calendar_words(self._shown.snapshot) if self._shown is not None else ""
        self._notice.show_message(_("Saved."), f"{path}\n{said}", "ok")

    def show_failed(self, title: str, advice: str) -> None:
        """Say why the calendar file was not saved, and what to do."""
        self._notice.show_message(title, advice)

    def _explain(self, explain: Explain) -> None:
        if self._shown is not None:
            self._explained.explain(self._shown.snapshot, self._shown.assessment, explain)

    def _follow(self, place: str) -> None:
        """Links lead elsewhere; "why:KEY" of a card opens the reasons of the proposal or action."""
        kind, _colon, key = place.partition(":")
        if kind == "why":
            self._explain(partial(reasons_of_card, key=key))
        else:
            self.link_followed.emit(place)

    def _take(self, key: str, horizon: Horizon | None) -> None:
        proposal = self._board.proposal(key)
        if self._shown is not None and proposal is not None:
            keys = [card.key for card in self._board.cards_of(None)]
            after = keys[keys.index(key) + 1 :] + keys[: keys.index(key)][::-1]
            edit = take(self._shown.snapshot, proposal, horizon)
            self.edit_made.emit(edit)
            # On to the next proposal; after the last one, to what it became.
            self._board.focus_card(after[0] if after else edit.changes[0].key)

    def _move_to(self, action_id: str, horizon: Horizon, reason: str) -> None:
        if self._shown is not None and action_id in self._shown.snapshot.action_plan:
            self.edit_made.emit(move(self._shown.snapshot, action_id, horizon, reason))
            self._board.focus_card(action_id)

    def _make_calendar(self) -> None:
        if self._shown is not None:
            self.calendar_made.emit(calendar_file(self._shown.snapshot))

    def _add(self, horizon: Horizon, text: str) -> None:
        if self._shown is not None:
            self.edit_made.emit(add(self._shown.snapshot, horizon, text))

    def _remove_action(self, action_id: str) -> None:
        if self._shown is not None and action_id in self._shown.snapshot.action_plan:
            self._close_editor()
            self.edit_made.emit(remove(self._shown.snapshot, PLAN, [action_id]))

    def _give(self, key: str, path: str, value: object) -> None:
        if self._shown is not None and key in self._shown.snapshot.action_plan:
            self.edit_made.emit(set_field(self._shown.snapshot, PLAN, key, path, value))

    def _show_editor(self, action_id: str) -> None:
        shown = self._shown
        if shown is None or action_id not in shown.snapshot.action_plan:
            self._close_editor()
            return
        if self._card.form.key != action_id:
            self._card.form.flush()
        context = FieldContext(shown.snapshot, names_of(shown.snapshot), PLAN)
        entry = shown.snapshot.action_plan[action_id]
        self._card.show_entry(PLAN, entry, shown.snapshot, context, is_read_only=shown.is_read_only)
        for control in (self._move, self._remove):
            control.setEnabled(not shown.is_read_only)
        if self._editor.isHidden():
            self._editor.show()
            self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A page that a link opens learns how wide it is only when it is shown."""
        super().resizeEvent(event)
        if not self._editor.isHidden():
            QTimer.singleShot(0, self, self._share)

    def _share(self) -> None:
        """Keep the board beside the editor where there is room for both."""
        if self._editor.isHidden():
            return
        width, wide = self._split.width(), self.theme.px(EDITOR_WIDTH)
        was_beside = self._board.isVisibleTo(self._split)
        self._board.setVisible(width >= 2 * wide)
        self._show_bar()
        if not was_beside or self._split.sizes()[1] < wide // 2 or not self._split.isVisible():
            self._split.setSizes([width - wide, wide])

    def _show_bar(self) -> None:
        """An editor that stands alone needs the room of the tabs."""
        is_alone = self._tabs.currentIndex() == PLAN_TAB and self._board.isHidden()
        self._bar.setVisible(not is_alone)

    def _close_editor(self) -> None:
        self._card.form.flush()
        self._editor.hide()
        self._board.show()
        self._show_bar()
        self._board.focus_card(self._card.form.key)

    def _step(self, step: int) -> None:
        if self._shown is None:
            return
        keys = [card.key for horizon in Horizon for card in self._board.cards_of(horizon)]
        if (key := self._card.form.key) in keys:
            self._show_editor(keys[(keys.index(key) + step) % len(keys)])

    def _build(self) -> None:
        self.setObjectName("fix_first_page")
        space = self.theme.space
        add_key_tabs(self._tabs, (_("Plan"), _("Ten answers"), _("What is fine")), self.theme)
        self._tabs.setObjectName("fix_first_tabs")
        self._tabs.setAccessibleName(_("Parts of this page"))
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._editor = self._editing()
        self._split.addWidget(self._board)
        self._split.addWidget(self._editor)
        self._split.setStretchFactor(0, 1)
        self._split.setChildrenCollapsible(False)
        self._editor.hide()
        self._stack.addWidget(self._split)
        for sheet, part in (("outcomes", self._outcomes), ("fine", self._fine)):
            self._stack.addWidget(scrolled(self._narrow(part), sheet, self))
        column = QVBoxLayout(self)
        column.setContentsMargins(space(3), space(2), space(3), space(1))
        column.setSpacing(space(1))
        head = QHBoxLayout()
        name = title(_("Fix first"), self.theme, self)
        name.setWordWrap(False)
        head.addWidget(name)
        head.addSpacing(space(2))
        head.addWidget(self._said, 1)
        column.addLayout(head)
        column.addWidget(self._notice)
        column.addWidget(self._empty)
        flow = FlowLayout(self._bar, space(1))
        flow.addWidget(self._tabs)
        flow.addWidget(self._tools)
        column.addWidget(self._bar)
        column.addWidget(self._explained, 1)
        column.addStretch(0)
        self._teach()

    def _narrow(self, content: QWidget) -> QWidget:
        """Content in a column no wider than can be read with ease."""
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, self.theme.space(1), 0, 0)
        content.setMaximumWidth(self.theme.px(LINE_WIDTH))
        row.addWidget(content, 1, Qt.AlignmentFlag.AlignTop)
        row.addStretch(0)
        return holder

    def _editing(self) -> QWidget:
        editor = QWidget(self)
        column = QVBoxLayout(editor)
        column.setContentsMargins(self.theme.space(2), 0, 0, 0)
        row = QHBoxLayout()
        menu = QMenu(self._move)
        for horizon in Horizon:
            menu.addAction(_(horizon.label), partial(self._move_shown, horizon))
        self._move.setMenu(menu)
        row.addWidget(self._move)
        row.addWidget(self._remove)
        row.addWidget(self._why)
        row.addStretch(1)
        column.addWidget(self._card, 1)
        column.addLayout(row)
        return editor

    def _move_shown(self, horizon: Horizon) -> None:
        """The reason is asked on the board."""
        self._close_editor()
        self._board.ask(self._card.form.key, horizon)

    def _teach(self) -> None:
        self._empty.show_words(
            _("The plan grows out of the answers"),
            _(
                "Once AI tools are listed and questions are answered, what must be contained at once and "
                "what helps most for its effort is proposed here. Take a proposal into the plan with one "
                "click, or add an action in your own words."
            ),
        )
        go = primary_button(_("Go to the registers"), self.theme, "table-2", "go_to_registers", self)
        go.clicked.connect(lambda: self.link_followed.emit("page:registers"))
        self._empty.add_action(go)

    def _connect(self) -> None:
        FirstKeys(self, self._board.focus_first)
        for follower in (self._stack.setCurrentIndex, self._explained.close_drawer, self._show_bar):
            self._tabs.currentChanged.connect(follower)
        self._tabs.currentChanged.connect(lambda index: self._tools.setVisible(index == PLAN_TAB))
        self._tools.folded.connect(lambda are_folded: self._board.fold_proposals(are_folded=are_folded))
        self._tools.calendar_wanted.connect(self._make_calendar)
        self._board.proposed.connect(self._tools.show_count)
        self._board.given.connect(self._give)
        self._board.taken.connect(self._take)
        self._board.moved.connect(self._move_to)
        self._board.added.connect(self._add)
        self._board.opened.connect(self._show_editor)
        self._board.removed.connect(self._remove_action)
        self._board.followed.connect(self._follow)
        self._why.clicked.connect(lambda: self._follow(f"why:{self._card.form.key}"))
        self._outcomes.followed.connect(self.link_followed)
        self._outcomes.asked.connect(lambda number: self._explain(partial(reasons_of_outcome, number=number)))
        self._explained.followed.connect(self.link_followed)
        self._fine.followed.connect(self.link_followed)
        self._card.value_given.connect(self._give)
        self._card.closed.connect(self._close_editor)
        self._card.stepped.connect(self._step)
        self._remove.clicked.connect(lambda: self._remove_action(self._card.form.key))
        for index in range(3):
            shortcut = QShortcut(QKeySequence(str(index + 1)), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._tabs.setCurrentIndex, index))


def _today() -> date:
    return datetime.now(UTC).astimezone().date()
