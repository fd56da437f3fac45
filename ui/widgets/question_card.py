"""One question, large: its text, its answers, what they amount to, and everything said beside them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.answering import Answering
from app.i18n import _
from app.standing import Standing, answer_words, respondent_words
from models.pack import Question, QuestionKind
from models.snapshot import Snapshot
from models.values import AnswerState, EvidenceGrade, words
from ui.theme import Theme
from ui.widgets.answer_bar import AnswerBar, ReasonLine
from ui.widgets.evidence_row import EvidenceRow
from ui.widgets.labels import label
from ui.widgets.level_cards import AnswerCards
from ui.widgets.option_chips import OptionChips
from ui.widgets.register_answers import RegisterAnswers
from ui.widgets.spoken_row import SpeakerNote, Spoken, SpokenRow

LINE_LENGTH = 60
INSET = 12


class QuestionCard(QWidget):
    """Shows one question with its answers in place; the page listens to its parts and makes the edits."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
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
        self._text.setText(question.text)
        self._text.setFont(self._type(question))
        self.setAccessibleName(f"{question.id} {question.text}")
        self.cards.show_question(question)
        self.chips.show_question(question)
        self.register.setVisible(question.is_register_driven)

    def show_standing(
        self, snapshot: Snapshot, standing: Standing, speaker: str | None, *, can_edit: bool
    ) -> None:
        """Show what was answered, seen by the person speaking."""
        question = standing.question
        own = Answering(snapshot, question, speaker).answer
        value = own.value if own is not None and own.state is AnswerState.VALUE else None
        self.cards.show_answers(value, _others(snapshot, standing, speaker))
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
        self._show_spoken(snapshot, standing, speaker)
        grade = (own.evidence if own else None) or EvidenceGrade.NONE
        items = (own.evidence_items if own else None) or ()
        self.evidence.show_evidence(grade, items, snapshot.evidence)
        self.evidence.setEnabled(can_edit)
        self.speaker.note.show_text((own.note if own else None) or "")
        self.speaker.note.setReadOnly(not can_edit)
        if question.is_register_driven:
            self.register.show_register(snapshot, question, can_edit=can_edit)

    def _type(self, question: Question) -> QFont:
        """The type of the room; a step smaller where a grid needs the room too."""
        font = self._theme.font("title" if question.is_register_driven else "room")
        font.setWeight(QFont.Weight.Normal)
        return font

    def flush(self) -> None:
        """Commit what was typed and not committed yet."""
        self.speaker.note.flush()
        self.reason.flush()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A bar beside the text says that the keys go to the question."""
        if self.hasFocus():
            painter = QPainter(self)
            height = self._text.height() - self._theme.space(1)
            painter.fillRect(
                0, self._text.y() + self._theme.space(0.5), 3, height, self._theme.color("focus")
            )
            painter.end()

    def _show_spoken(self, snapshot: Snapshot, standing: Standing, speaker: str | None) -> None:
        question = standing.question
        counting = standing.counting if standing.effective.is_disputed else ()
        spoken = [
            Spoken(
                answer.respondent,
                respondent_words(snapshot, answer.respondent),
                answer_words(question, answer),
                answer in counting,
                answer.respondent == speaker,
            )
            for answer in standing.answers
        ]
        name = respondent_words(snapshot, speaker)
        self.spoken.show_spoken(spoken, name)
        people = [
            (key, _name_and_role(person.name, person.role)) for key, person in snapshot.participants.items()
        ]
        has_no = question.kind is QuestionKind.YES_PARTLY_NO
        self.speaker.show_speaker(name, people, _("Shift+N") if has_no else "N")

    def _build(self) -> None:
        space = self._theme.space
        self.setObjectName("question_card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._text.setObjectName("question_text")
        widest = QFontMetrics(self._theme.font("room")).averageCharWidth() * LINE_LENGTH
        self._text.setMaximumWidth(widest)
        column = QVBoxLayout(self)
        column.setContentsMargins(INSET, 0, 0, 0)
        column.setSpacing(space(0.75))
        column.addWidget(self._text)
        column.addSpacing(space(0.5))
        column.addWidget(self.cards)
        column.addWidget(self.chips)
        column.addWidget(self.register, 100)
        below: tuple[QWidget, ...] = (self.bar, self.reason, self.spoken, self.evidence, self.speaker)
        for part in below:
            column.addWidget(part)
        column.addStretch(1)


def _others(snapshot: Snapshot, standing: Standing, speaker: str | None) -> dict[object, list[str]]:
    """Who else gave which value."""
    others: dict[object, list[str]] = {}
    for answer in standing.given:
        if answer.respondent != speaker:
            others.setdefault(answer.value, []).append(respondent_words(snapshot, answer.respondent))
    return others


def _name_and_role(name: str, role: str | None) -> str:
    return _("{name}, {role}").format(name=name, role=role) if role else name


def _amounts_to(standing: Standing) -> tuple[str, str]:
    """What the answers amount to, in a sentence, and its tone."""
    question, effective = standing.question, standing.effective
    if standing.is_to_confirm:
        return _("Carried forward from the last review: still true?"), "accent"
    if effective.is_disputed and standing.highest is not None:
        low = standing.counting[0]
        text = _("Answers from {low} to {high}: the lowest counts.").format(
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
