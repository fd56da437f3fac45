"""One question, large: its text, its answers, what they amount to, and everything said beside them."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.answering import Answering
from app.dissent import views_of
from app.i18n import _
from app.settling import can_settle
from app.standing import Standing, answer_words, respondent_words
from models.pack import Question
from models.snapshot import Snapshot
from models.values import Answer, AnswerState, EvidenceGrade, words
from ui.theme import CONTROL_HEIGHT, RADIUS, Theme
from ui.widgets.answer_bar import AnswerBar, ReasonLine
from ui.widgets.evidence_row import EvidenceRow
from ui.widgets.key_button import HAS_KEYS
from ui.widgets.labels import label
from ui.widgets.level_cards import AnswerCards, card_faces, words_width
from ui.widgets.option_chips import OptionChips
from ui.widgets.register_answers import RegisterAnswers
from ui.widgets.room_fit import Room, overflow, size_in, squeezed, type_of
from ui.widgets.spoken_row import Settling, SpeakerNote, Spoken, SpokenRow

LINE_LENGTH = 60
INSET = 12
REGISTER_POINTS = 20.0
_KEPT_FREE = 44
_ROWS_OF_OPTIONS = 6
_TABBED = frozenset({Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason})


class QuestionCard(QWidget):
    """Shows one question with its answers in place; the page listens to its parts and makes the edits.

    `fitted` tells whether all of it stands in its room without scrolling.
    """

    fitted = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._question: Question | None = None
        self._room = QSize()
        self._has_ring = False
        self._text = label("", theme, "room", parent=self)
        self.cards = AnswerCards(theme, self)
        self.chips = OptionChips(theme, self)
        self.register = RegisterAnswers(theme, self)
        self.bar = AnswerBar(theme, self)
        self.reason = ReasonLine(theme, self)
        self.spoken = SpokenRow(theme, self)
        self.evidence = EvidenceRow(theme, self)
        self.speaker = SpeakerNote(theme, self)
        self._build()

    def show_question(self, question: Question) -> None:
        """Show a question; its answers follow with `show_standing`."""
        self._question = question
        self._text.setText(question.text)
        self.setAccessibleName(f"{question.id} {question.text}")
        self.cards.show_question(question)
        self.chips.show_question(question)
        self.register.setVisible(question.is_register_driven)
        self._fit()

    def show_room(self, room: QSize) -> None:
        """Stand in a room of this size, as large as it allows."""
        if room != self._room:
            self._room = room
            self._fit()

    def show_standing(
        self,
        snapshot: Snapshot,
        standing: Standing,
        speaker: str | None,
        *,
        can_edit: bool,
        is_settling: bool = False,
    ) -> None:
        """Show what was answered, seen by the person speaking, or by all while the room is agreeing."""
        question = standing.question
        own = Answering(snapshot, question, speaker).answer
        value = own.value if own is not None and own.state is AnswerState.VALUE else None
        if is_settling:
            self.cards.show_answers(None, _others(snapshot, standing.given))
        else:
            self.cards.show_answers(value, _others(snapshot, standing.given, own))
        self.cards.setEnabled(can_edit)
        self.chips.show_chosen(value if isinstance(value, tuple) else (), can_edit=can_edit)
        state = own.state if own is not None else AnswerState.NOT_ASKED
        self.bar.show_state(
            state,
            is_register=question.is_register_driven,
            is_to_confirm=standing.is_to_confirm,
            can_edit=can_edit,
        )
        is_left_out = own is not None and state is AnswerState.NOT_APPLICABLE
        self.reason.show_reason(own.reason or "" if own and is_left_out else None, can_edit=can_edit)
        self.bar.show_words(*_amounts_to(standing))
        self._show_spoken(snapshot, standing, speaker, can_edit=can_edit, is_settling=is_settling)
        grade = (own.evidence if own else None) or EvidenceGrade.NONE
        items = (own.evidence_items if own else None) or ()
        self.evidence.show_evidence(grade, items, snapshot.evidence)
        self.evidence.setEnabled(can_edit)
        self.speaker.note.show_text((own.note if own else None) or "")
        self.speaker.note.setReadOnly(not can_edit)
        if question.is_register_driven:
            self.register.show_register(snapshot, question, can_edit=can_edit)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """A part that became higher or lower (a note of two lines) leaves the cards more or less room."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def _fit(self) -> None:
        """Give question and cards the largest type for which there is room, whatever is answered.

        Only where more is said than there is room for, the cards give some of their air.
        """
        question = self._question
        if question is None or self._room.isEmpty():
            return
        if question.is_register_driven:
            self._set_type(REGISTER_POINTS)
            self.fitted.emit(self._needed() <= self._room.height())
            return
        width = self._room.width() - INSET
        words = [face.words for face in card_faces(question)] or [" "] * _ROWS_OF_OPTIONS
        gaps = self._theme.space(1) * (len(words) - 1)
        usual = Room(
            min(width, self._text.maximumWidth()),
            words_width(self._theme, width),
            self._room.height(),
            self._usually_below() + gaps,
        )
        size = size_in(usual, self._theme, question.text, words)
        if self.cards.isHidden():
            self._set_type(size.question)
            self.fitted.emit(self._needed() <= self._room.height())
            return
        around = self._needed() - self._text.heightForWidth(width) - self.cards.heightForWidth(width)
        now = replace(usual, below=around + gaps)
        size = squeezed(size, now, self._theme, question.text, words)
        self._set_type(size.question)
        self.cards.show_size(size)
        self.fitted.emit(overflow(size, now, self._theme, question.text, words) == 0)

    def _needed(self) -> int:
        """How high everything that is shown is now."""
        column = self.layout()
        return column.totalHeightForWidth(self._room.width()) if column is not None else 0

    def _usually_below(self) -> int:
        """The height of what always stands around question and cards, with room for one line more."""
        rows = 3 * self._theme.px(CONTROL_HEIGHT) + self._theme.px(_KEPT_FREE)
        return rows + 5 * self._theme.space(1)

    def _set_type(self, points: float) -> None:
        font = type_of(self._theme, points)
        if self._text.font() != font:
            self._text.setFont(font)

    def flush(self) -> None:
        """Commit what was typed and not committed yet."""
        self.speaker.note.flush()
        self.reason.flush()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_keys(has_keys=True, has_ring=event.reason() in _TABBED)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_keys(has_keys=False, has_ring=False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ring around the text for those who come by Tab; for all others the keys light up."""
        if self._has_ring:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.color("focus"), self._theme.stroke("edge")))
            ring = self._text.geometry().adjusted(1 - self._theme.space(1), 1, -1, -1)
            painter.drawRoundedRect(ring, RADIUS, RADIUS)
            painter.end()

    def _show_keys(self, *, has_keys: bool, has_ring: bool) -> None:
        self._has_ring = has_ring
        self.setProperty(HAS_KEYS, has_keys)
        self.update()

    def _show_spoken(
        self,
        snapshot: Snapshot,
        standing: Standing,
        speaker: str | None,
        *,
        can_edit: bool,
        is_settling: bool,
    ) -> None:
        question = standing.question
        settling = Settling.OPEN if can_settle(snapshot, question) else Settling.NOTHING_TO_SETTLE
        if standing.is_settled:
            settling = Settling.SETTLED
        elif is_settling:
            settling = Settling.ASKED
        counting = standing.counting if standing.effective.is_disputed else ()
        spoken = [
            Spoken(
                answer.respondent,
                respondent_words(snapshot, answer.respondent),
                answer_words(question, answer),
                answer in counting,
                answer.respondent == speaker,
                answer.note or "",
            )
            for answer in (standing.views if standing.is_settled else standing.answers)
        ]
        name = respondent_words(snapshot, speaker)
        self.spoken.show_spoken(spoken, name, settling, can_edit=can_edit)
        people = [
            (key, _name_and_role(person.name, person.role)) for key, person in snapshot.participants.items()
        ]
        self.speaker.show_speaker(name, people, _("Shift+N"))

    def _build(self) -> None:
        space = self._theme.space
        self.setObjectName("question_card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._text.setObjectName("question_text")
        widest = QFontMetrics(self._theme.font("room")).averageCharWidth() * LINE_LENGTH
        self._text.setMaximumWidth(widest)
        column = QVBoxLayout(self)
        column.setContentsMargins(INSET, 0, 0, 0)
        column.setSpacing(space(1))
        column.addWidget(self._text)
        column.addWidget(self.cards)
        column.addWidget(self.chips)
        column.addWidget(self.register, 100)
        column.addWidget(self.bar)
        column.addWidget(self.reason)
        column.addWidget(self.spoken)
        column.addStretch(1)
        column.addWidget(self.evidence)
        column.addWidget(self.speaker)


def _others(
    snapshot: Snapshot, given: Sequence[Answer], own: Answer | None = None
) -> dict[object, list[str]]:
    """Who else gave which value; the views behind an agreed answer count too."""
    others: dict[object, list[str]] = {}
    for answer in (said for each in given for said in (views_of(each) or (each,))):
        if answer is not own and answer.state is AnswerState.VALUE:
            others.setdefault(answer.value, []).append(respondent_words(snapshot, answer.respondent))
    return others


def _name_and_role(name: str, role: str | None) -> str:
    return _("{name}, {role}").format(name=name, role=role) if role else name


def _amounts_to(standing: Standing) -> tuple[str, str]:
    """What the answers amount to, in a sentence, and its tone."""
    question, effective = standing.question, standing.effective
    if standing.is_to_confirm:
        return _("Carried forward from the last review: still true?"), "accent"
    if standing.is_settled:
        return _("Agreed by the room: this is what counts."), "accent"
    if effective.is_disputed and standing.highest is not None:
        low = standing.counting[0]
        text = _("{low} to {high}: the lowest counts.").format(
            low=answer_words(question, low), high=answer_words(question, standing.highest)
        )
        return text, "warn"
    if standing.is_capped:
        return _("Counts as level 2 until evidence is seen."), "warn"
    if effective.state is AnswerState.UNKNOWN and not question.is_register_driven:
        if question.unknown_is_finding:
            return _("Nobody knows: a finding by itself, and a wider risk."), "warn"
        return _("Nobody knows: a wider risk."), "warn"
    if effective.state is AnswerState.OUT_OF_MODE and standing.answers:
        return _(words(AnswerState.OUT_OF_MODE)), "muted"
    return "", ""
