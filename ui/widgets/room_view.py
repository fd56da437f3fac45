"""One question for the room, with its guidance in the margin, or below it where there is no margin."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.i18n import _
from ui.theme import Theme
from ui.widgets.answer_desk import AnswerDesk
from ui.widgets.guidance_panel import WIDTH, GuidancePanel
from ui.widgets.question_card import QuestionCard
from ui.widgets.question_keys import Command

MARGIN_FROM = 980
ROUNDS = 6
_UP_AND_DOWN = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down})


class RoomScroll(QScrollArea):
    """Scrolls by Up and Down only: every other key belongs to the question."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _UP_AND_DOWN:
            super().keyPressEvent(event)
        else:
            event.ignore()


class RoomView(QWidget):
    """The question card and the guidance panel; what is pressed on the card goes to the desk."""

    link_followed = Signal(str)
    speaker_chosen = Signal(object)
    note_was_cut = Signal()

    def __init__(self, theme: Theme, desk: AnswerDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._desk = desk
        self._content = QWidget(self)
        self.card = QuestionCard(theme, self._content)
        self.guidance = GuidancePanel(theme, self._content)
        self._scroll = RoomScroll(self)
        self._margin = RoomScroll(self)
        self._below = QVBoxLayout(self._content)
        self._has_margin: bool | None = None
        self._is_open = True
        self._fits = False
        self._build()
        self._connect()

    def commands(self) -> dict[Command, Callable[[], object]]:
        """What the keys of the question do here."""
        card, desk = self.card, self._desk
        return {
            Command.UNKNOWN: desk.say_unknown,
            Command.NOT_APPLICABLE: self._ask_reason,
            Command.CLEAR: desk.clear,
            Command.CONFIRM: desk.confirm,
            Command.EVIDENCE: desk.grade_next,
            Command.ADD_EVIDENCE: card.evidence.field.begin,
            Command.NOTE: self._begin_note,
            Command.SPEAKER: card.speaker.field.begin,
            Command.SETTLE: desk.settle,
            Command.FILL_IN: self._fill_in,
            Command.HISTORY: self._show_history,
            Command.LEAVE: self._leave,
        }

    def flush(self) -> None:
        """Commit what was typed and not committed yet."""
        self.card.flush()

    def give_up(self) -> None:
        """No longer ask for a reason."""
        self.card.reason.stop()

    def focus_question(self) -> None:
        """Give the keys to the question."""
        self.card.setFocus(Qt.FocusReason.OtherFocusReason)

    def come_to_rest(self) -> None:
        """Lay everything out now, so that nothing moves after it has been drawn."""
        for _round in range(ROUNDS):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    def to_top(self) -> None:
        """Show the question from its beginning."""
        self._scroll.verticalScrollBar().setValue(0)

    def show_guidance(self, *, is_open: bool) -> None:
        """Open or fold the guidance."""
        self._is_open = is_open
        self.guidance.setVisible(is_open)
        self._margin.setVisible(is_open and bool(self._has_margin))
        self._set_bar()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()
        self._show_room()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._scroll:
            self._show_room()
        return super().eventFilter(watched, event)

    def _take_fit(self, fits: bool) -> None:
        if fits != self._fits:
            self._fits = fits
            self._set_bar()

    def _set_bar(self) -> None:
        """No scroll bar where none is needed, not even for the moment in which a question is laid out."""
        is_alone = bool(self._has_margin) or not self._is_open
        never, asked = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        wanted = never if self._fits and is_alone else asked
        if self._scroll.verticalScrollBarPolicy() is not wanted:
            self._scroll.setVerticalScrollBarPolicy(wanted)

    def _show_room(self) -> None:
        """Tell the card how much room there is when nothing scrolls."""
        room = self._scroll.maximumViewportSize()
        self.card.show_room(QSize(room.width() - self._theme.space(1), room.height()))

    def _turn(self) -> None:
        """Put the guidance into the margin where there is room for one, else under the question."""
        has_margin = self.width() >= self._theme.px(MARGIN_FROM)
        if has_margin == self._has_margin:
            return
        self._has_margin = has_margin
        if has_margin:
            self._below.removeWidget(self.guidance)
            self._margin.setWidget(self.guidance)
        else:
            self._margin.takeWidget()
            self._below.addWidget(self.guidance)
        self.show_guidance(is_open=self._is_open)

    def _build(self) -> None:
        space = self._theme.space
        self._below.setContentsMargins(0, 0, space(1), 0)
        self._below.setSpacing(space(4))
        self._below.addWidget(self.card, 1)
        self._below.addWidget(self.guidance)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(2))
        for scroll, name in ((self._scroll, "room_scroll"), (self._margin, "guidance_scroll")):
            scroll.setObjectName(name)
            scroll.setFrameShape(QFrame.Shape.NoFrame)
            scroll.setWidgetResizable(True)
            scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.addWidget(scroll)
        self._scroll.setWidget(self._content)
        self._margin.setFixedWidth(self._theme.px(WIDTH))
        self._margin.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._margin.hide()
        self._scroll.installEventFilter(self)

    def _connect(self) -> None:
        card, desk = self.card, self._desk
        card.fitted.connect(self._take_fit)
        card.cards.chosen.connect(desk.say)
        card.chips.toggled.connect(desk.toggle)
        card.register.fields_set.connect(desk.set_fields)
        card.register.left.connect(self.focus_question)
        card.bar.unknown_chosen.connect(desk.say_unknown)
        card.bar.not_applicable_chosen.connect(self._ask_reason)
        card.bar.cleared.connect(desk.clear)
        card.bar.confirmed.connect(desk.confirm)
        card.reason.given.connect(self._take_reason)
        card.reason.given_up.connect(card.reason.stop)
        card.spoken.speaker_chosen.connect(self.speaker_chosen)
        card.spoken.handed_over.connect(desk.hand_over)
        card.spoken.settle_wanted.connect(desk.settle)
        card.spoken.left.connect(desk.stop_settling)
        card.evidence.graded.connect(desk.grade)
        card.evidence.linked.connect(desk.link)
        card.evidence.named.connect(desk.name)
        card.evidence.unlinked.connect(desk.unlink)
        card.evidence.opened.connect(lambda key: self.link_followed.emit(f"entry:evidence/{key}"))
        card.evidence.file_given.connect(desk.give_file)
        card.speaker.speaker_chosen.connect(self.speaker_chosen)
        card.speaker.note.committed.connect(desk.note)
        card.speaker.note.left.connect(self.focus_question)
        card.speaker.note.was_cut.connect(self.note_was_cut)
        for field in (card.evidence.field, card.speaker.field):
            field.left.connect(self.focus_question)
            field.entered.connect(lambda part=field: self._reveal(part))
        for part in (card.register, self.guidance):
            part.link_followed.connect(self.link_followed)

    def _ask_reason(self) -> None:
        if self._desk.can_edit:
            self.card.reason.ask()
            self._reveal(self.card.reason)

    def _take_reason(self, reason: str) -> None:
        if self._desk.say_not_applicable(reason):
            self.focus_question()
        else:
            self._ask_reason()
            self.card.reason.say_missing(_("A reason is needed"))

    def _begin_note(self) -> None:
        note = self.card.speaker.note
        note.setFocus(Qt.FocusReason.ShortcutFocusReason)
        note.moveCursor(QTextCursor.MoveOperation.End)
        self._reveal(note)

    def _fill_in(self) -> None:
        """Into the grid; where the register is empty, to where it is filled."""
        self.card.register.begin()

    def _show_history(self) -> None:
        self.flush()
        self.link_followed.emit(f"history:question/{self._desk.here.question.id}")

    def _leave(self) -> None:
        self.give_up()
        self._desk.stop_settling()
        self.focus_question()

    def _reveal(self, part: QWidget) -> None:
        """Scroll so far that a part can be seen, once it has its place: it may have come just now."""
        room = self._theme.space(2)
        QTimer.singleShot(0, part, lambda: self._scroll.ensureWidgetVisible(part, 0, room))
